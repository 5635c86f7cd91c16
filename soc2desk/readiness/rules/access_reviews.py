"""Rules about access reviews that were done: whether each was, of what, by whom, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.owed import owed
from soc2desk.domain.performed import is_filled_in
from soc2desk.readiness.acts import (
    grouped,
    is_examined,
    is_shown,
    named,
    over,
    person_in,
    ran_on,
    records_of,
    shown_for,
)
from soc2desk.readiness.gaps import each_missed
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.due import Period
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

REVIEW, CONTROL, DUTIES = "access_review", "ACC-07", "GOV-09"
TO_DO = frozenset({"change", "remove"})


def review_missing(situation: Situation) -> Iterator[Finding]:
    """Yield each period that is over without a completed review, or all of them in one where there are many."""
    yield from each_missed(situation, "FD-13", CONTROL)


def reviewed_own_access(situation: Situation) -> Iterator[Finding]:
    """Yield the reviews in which the reviewer's own access was seen by nobody else. Alone, there is nobody else."""
    engagement = situation.engagement
    if engagement.names.known["one_person"] is True:
        return
    found = [one for one in _done(engagement) if _is_alone(one, engagement)]
    for group in grouped(found):
        names = (engagement.person_name(one.text("reviewer")) or one.text("reviewer") for one in group)
        yield _of_records(situation, "FD-14", group, (CONTROL, DUTIES), names=named(names, engagement))


def _is_alone(record: KeptRecord, engagement: Engagement) -> bool:
    reviewer, other = record.text("reviewer"), record.text("own_access_reviewer")
    reviewed = {person_in(engagement, line.get("person")) for line in record.lines("lines")}
    return bool(reviewer) and (other == reviewer or (not other and reviewer in reviewed))


def review_leaves_out(situation: Situation) -> Iterator[Finding]:
    """Yield the examined systems that no review of a period names, where others are named, and skipped accounts."""
    engagement = situation.engagement
    for period in over(situation, CONTROL):
        left = _left_out(period, engagement)
        if left:
            yield see(
                situation, "FD-15", engagement.place_of(CONTROL), about=period.id, controls=(CONTROL,),
                why=engagement.catalogue.phrases["finding.FD-15.systems"].format(
                    period=period.name, listed=named(left, engagement)
                ),
            )  # fmt: skip
    skipped = [one for one in _done(engagement) if one.said("privileged_reviewed") is False]
    for group in grouped(skipped):
        listed = named((_label(one) for one in group), engagement)
        why = engagement.catalogue.phrases["finding.FD-15.accounts"].format(listed=listed)
        yield _of_records(situation, "FD-15", group, (CONTROL,), why=why)


def _left_out(period: Period, engagement: Engagement) -> list[str]:
    """Return the systems without a review; none where nothing was reviewed at all, or evidence stands for it."""
    shown = {one.source for one in shown_for(engagement, CONTROL) if is_shown(period, (one,))}
    records = [one for one in records_of(engagement, REVIEW) if one.id in shown]
    if not records or len(shown) > len(records):
        return []
    seen = {one.text("system").strip().casefold() for one in records}
    return [one.name for one in engagement.project.systems if one.in_scope and not {one.name.casefold(), one.id} & seen]


def decisions_not_carried_out(situation: Situation) -> Iterator[Finding]:
    """Yield the reviews that decided to change or remove access where nobody noted that it was done.

    A review that nobody signed is still under way.
    """
    engagement = situation.engagement
    open_ones = [one for one in _signed(engagement) if one.day("changes_done_date") is None and _users(one)]
    for group in grouped(open_ones):
        users = named((user for one in group for user in _users(one)), engagement)
        yield _of_records(situation, "FD-16", group, (CONTROL,), users=users)


def _users(record: KeptRecord) -> list[str]:
    return [str(line.get("user", "")) or record.id for line in record.lines("lines") if line.get("decision") in TO_DO]


def _signed(engagement: Engagement) -> Iterator[KeptRecord]:
    for record in records_of(engagement, REVIEW):
        signed = record.day("sign_off")
        if signed is not None and signed < engagement.day and _counts(record, engagement):
            yield record


def _done(engagement: Engagement) -> Iterator[KeptRecord]:
    layout = engagement.catalogue.record[REVIEW]
    for record in records_of(engagement, REVIEW):
        if _counts(record, engagement) and (
            record.day("sign_off") is not None or is_filled_in(record, layout, engagement.names.known)
        ):
            yield record


def _counts(record: KeptRecord, engagement: Engagement) -> bool:
    """Return whether a review is one that an auditor examines: by its day, or by the act it was made for."""
    day = record.day("review_date")
    if day is None or day > engagement.day or not ran_on(engagement, CONTROL, day):
        return False
    return is_examined(engagement, day) or record.occurrence in {act.period.id for act in owed(engagement, (CONTROL,))}


def _label(record: KeptRecord) -> str:
    return f"{record.text('system') or record.id} {record.text('period')}".strip()


def _of_records(
    situation: Situation, rule: str, group: tuple[KeptRecord, ...], controls: tuple[str, ...], **words: str
) -> Finding:
    about = group[0].id if len(group) == 1 else CONTROL
    listed = named((_label(one) for one in group), situation.engagement)
    said = {"listed": listed, **words}
    return see(situation, rule, f"records.{group[0].id}", about=about, controls=controls, **said)
