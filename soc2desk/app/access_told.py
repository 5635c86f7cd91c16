"""What a list of users showed, in sentences and in the lines of a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.access_join import By
from soc2desk.domain.counted import counted
from soc2desk.storage.exports.days import Shape
from soc2desk.storage.exports.private_words import private_headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from soc2desk.app.access_wish import AccessWish
    from soc2desk.domain.access_join import AccessSeen, Joined
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import Line, Scalar
    from soc2desk.storage.exports.accounts import Doubts
    from soc2desk.storage.exports.columns import Survey

_MOST_SHOWN = 8
_LONGEST_CELL = 300


def review_lines(seen: AccessSeen, engagement: Engagement, most: int) -> tuple[Line, ...]:
    """Return the lines of a review without a decision; of a list longer than `most` those that stand out come first."""
    lines = seen.lines
    if len(lines) > most:
        looks = looks_of(seen, engagement)
        lines = tuple(one for one in lines if one.account.user in looks)[:most]
    return tuple(line_of(one, engagement) for one in lines)


def line_of(one: Joined, engagement: Engagement) -> Line:
    """Return an account as a line of a review."""
    account = one.account
    cells: dict[str, Scalar | None] = {
        "user": account.user[:_LONGEST_CELL],
        "person": engagement.person_name(one.person),
        "role": account.roles[:_LONGEST_CELL],
        "privileged": account.is_privileged,
        "last_login": account.last_login,
    }
    return {name: value for name, value in cells.items() if value is not None and value != ""}


def own_lines(lines: Sequence[Line], seen: AccessSeen, reviewer: str) -> tuple[Line, ...]:
    """Return the lines of the reviewer's own accounts: somebody else decides on them."""
    own = {one.account.user for one in seen.lines if reviewer and one.person == reviewer}
    return tuple(line for line in lines if line["user"] in own)


def looks_of(seen: AccessSeen, engagement: Engagement) -> dict[str, str]:
    """Return what to look at in an account, by its login; an account without a reason is absent."""
    gone = set(seen.leavers)
    found = {}
    for one in seen.lines:
        words = list(_looks(one, gone, engagement))
        if words:
            found[one.account.user] = "; ".join(words)
    return found


def _looks(one: Joined, gone: set[str], engagement: Engagement) -> Iterator[str]:
    phrases = engagement.catalogue.phrases
    if one.person in gone:
        day = engagement.project.person[one.person].end
        yield phrases["access_sheet.left"].format(person=engagement.person_name(one.person), day=day)
    elif one.by is By.LOGIN:
        yield phrases["access_sheet.joined_by"].format(person=engagement.person_name(one.person), by=one.by.value)
    if one.by is By.SEVERAL:
        names = ", ".join(map(engagement.person_name, one.several))
        yield phrases["access_sheet.several"].format(people=names)
    if one.by in {By.SERVICE, By.NOBODY}:
        yield phrases["access_sheet.service" if one.by is By.SERVICE else "access_sheet.nobody"]
        if one.by is By.NOBODY and one.account.looks_shared:
            yield phrases["access_sheet.shared"]
    if one.account.is_privileged:
        yield phrases["access_sheet.privileged"]


def told_of(
    looked: Survey, doubts: Doubts, seen: AccessSeen, engagement: Engagement, wish: AccessWish
) -> tuple[str, ...]:
    """Return what was seen and what is doubtful, one sentence each."""
    people = _told_of_people(seen, engagement, wish)
    return (*people, *told_of_file(looked), *_told_of_cells(looked, doubts, wish))


def _told_of_people(seen: AccessSeen, engagement: Engagement, wish: AccessWish) -> Iterator[str]:
    by = ", ".join(f"{count:,} by {by.value}" for by, count in seen.counts.items() if by not in {By.SEVERAL, By.NOBODY})
    yield f"{counted(seen.rows, 'account')}, {seen.enabled:,} of them can sign in" + (f"; joined: {by}." if by else ".")
    names = [engagement.person_name(one) for one in seen.leavers]
    yield from _named("Left, and can still sign in", names)
    yield from _named("Accounts of nobody", seen.unknown)
    yield from _named("Several people fit, so nobody was taken", seen.several)
    yield from _named("Administrators", seen.admins)
    yield from _named("Administrators that nobody signs in with as themselves", seen.shared_admins)
    yield from _named("Service accounts that you listed", seen.service)
    yield from _named("Logins that stand twice in the list", seen.doubled)
    if seen.without:
        yield f"Without an account in it: {counted(len(seen.without), 'person', 'people')} who work here."
    if wish.reviewer and any(one.person == wish.reviewer for one in seen.lines):
        yield f"{engagement.person_name(wish.reviewer)} reviews: somebody else has to decide on their own lines."


def told_of_file(looked: Survey, *, is_evidence: bool = True) -> tuple[str, ...]:
    """Return what is worth knowing of a file that was looked through, one sentence each.

    One that `is_evidence` is put by whole; of any other nothing is kept but what was read.
    """
    return tuple(_told_of_file(looked, is_evidence=is_evidence))


def _told_of_file(looked: Survey, *, is_evidence: bool) -> Iterator[str]:
    layout = looked.layout
    if layout.above:
        yield f"Above the headings, {counted(layout.above, 'line')} left out."
    if layout.lines > 1:
        yield "The headings take two lines; they were put together."
    yield from _named("Headings that stand twice", layout.doubled)
    yield from _named("Empty columns", looked.empty)
    yield from _told_of_unused(looked.unused) if is_evidence else _named("Columns that are not kept", looked.unused)
    if not layout.sheet and not (layout.encoding_sure and layout.separator_sure):
        yield f"Please check: the text was read as {layout.encoding}, with {layout.separator!r} between the cells."
    if looked.broken_count:
        told = [f"line {row.line}: {row.fault}" for row in looked.broken]
        yield from _named(f"Broken rows, kept apart ({looked.broken_count:,})", told)


def _told_of_unused(unused: Sequence[str]) -> Iterator[str]:
    """Yield the columns left out, and all of those that nobody should hand on: the file becomes evidence as it is."""
    yield from _named("Columns that are not kept in the project, but in the file that becomes evidence", unused)
    private = private_headings(unused)
    if private:
        yield (
            f"Please check: these columns say more about people than is needed here: {'; '.join(private)}. "
            "Export the list without them and read that one."
        )


def _told_of_cells(looked: Survey, doubts: Doubts, wish: AccessWish) -> Iterator[str]:
    for kind, days in looked.days.items():
        if days.is_ambiguous and wish.order is Shape.EITHER:
            count = days.shapes[Shape.EITHER]
            heading = ", ".join(looked.guess[kind].headings)
            hint = "say --dates day-first or month-first"
            yield f"{heading}: {count:,} days can be read in two ways and were left out; {hint}."
        if days.shapes[Shape.UNREADABLE]:
            heading, count = ", ".join(looked.guess[kind].headings), days.shapes[Shape.UNREADABLE]
            yield f"{heading}: {count:,} cells hold no day that can be read, such as {days.example[:40]!r}."
    yield from _named("Words of the status that are not known, taken as able to sign in", tuple(doubts.words))
    yield from _named("Rows without a login", [f"line {line}" for line in doubts.nameless])


def _named(what: str, names: Iterable[str]) -> Iterator[str]:
    words = list(names)
    if words:
        more = f" and {len(words) - _MOST_SHOWN:,} more" if len(words) > _MOST_SHOWN else ""
        yield f"{what}: {'; '.join(words[:_MOST_SHOWN])}{more}."
