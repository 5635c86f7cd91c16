"""A student's notes held against the key of the variant: what was found, what was missed, what was no fault."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.access_join import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.exercises import Answer, AnswerKey, Place, PlantedFault
    from soc2desk.domain.notebook import Notebook, Noted

_COPIED = 2
"""So many notes that only fit the variant of somebody else are no accident."""


@dataclass(frozen=True, slots=True)
class FoundFault:
    """A fault that was found; `row` is None for one that was mended in the project and not noted down."""

    answer: Answer
    row: Noted | None


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A note that fits no fault. `why` says why what it names is sound; empty where nothing was made to look odd.

    `near` says what keeps it from a fault that stands there: it names no `line`, or another `kind` or none; empty
    where there is no fault.
    """

    row: Noted
    why: str = ""
    near: str = ""


@dataclass(frozen=True)
class Marked:
    """The work of one student. `repeated` counts notes about what was found already.

    `gone` are the ids of missed faults that nobody sees any more because what they were about was taken away. `unread`
    are notes in words alone: they may be right, and only a person can tell.
    """

    found: tuple[FoundFault, ...]
    missed: tuple[Answer, ...]
    alarms: tuple[FalseAlarm, ...]
    repeated: int = 0
    gone: frozenset[str] = frozenset()
    unread: tuple[Noted, ...] = ()


def mark(key: AnswerKey, notebook: Notebook, mended: Iterable[str] = (), gone: Iterable[str] = ()) -> Marked:
    """Return what a notebook found of a key.

    `mended` are the ids of faults that were put right in the project, `gone` those that went with what they concerned.
    """
    found: dict[str, FoundFault] = {}
    alarms, unread, repeated = [], [], 0
    for row in notebook.rows:
        hits = [one for one in key.answers if fits(row, one)]
        new = next((one for one in hits if one.fault.id not in found), None)
        if new is not None:
            found[new.fault.id] = FoundFault(new, row)
        elif hits:
            repeated += 1
        elif row.place.file or row.place.item or _said(row):
            alarms.append(FalseAlarm(row, _why(row, key), _near(row, key)))
        else:
            unread.append(row)
    for answer in key.answers:
        if answer.fault.id in set(mended) and answer.fault.id not in found:
            found[answer.fault.id] = FoundFault(answer, None)
    in_order = tuple(found[one.fault.id] for one in key.answers if one.fault.id in found)
    missed = tuple(one for one in key.answers if one.fault.id not in found)
    left = frozenset(gone) & {one.fault.id for one in missed}
    return Marked(in_order, missed, tuple(alarms), repeated, left, tuple(unread))


def fits(row: Noted, answer: Answer) -> bool:
    """Return whether a note is about a fault: it names one of its places, and says nothing else of it.

    Of a whole file, and of the project, the note has to say what is wrong: there is no line that could say it.
    """
    return any(_fits_place(row, place, answer.fault) for place in answer.places)


def _fits_place(row: Noted, place: Place, fault: PlantedFault) -> bool:
    if not place.file:
        return _agrees(row, fault) and (_names_at_line(row, place, fault) if row.place.file else _names(row, place))
    if _file(row.place.file) != _file(place.file):
        return False
    if not place.item:
        return _agrees(row, fault)
    return _is_there(row, place) and (_agrees(row, fault) or not _said(row))


def _is_there(row: Noted, place: Place) -> bool:
    """Return whether a note names a line: by what the line is about, by another word of it, else by its number.

    A word that other rows have too, such as a status, says no more than the number; and with the number, what the line
    is about may stand within words of the student's own.
    """
    is_at_line = row.place.line > 0 and row.place.line == place.line
    if not row.place.item:
        return is_at_line
    if any(_same(row.place.item, one) for one in (place.item, *place.alone)):
        return True
    return is_at_line and (
        any(_same(row.place.item, one) for one in place.cells)
        or any(_holds(row.place.item, one) for one in (place.item, *place.alone))
    )


def _names(row: Noted, place: Place) -> bool:
    """Return whether a note about the project names the row, or no row at all: the kind of fault then says enough."""
    named = (row.place.item, row.control, row.criterion)
    known = (place.item, *place.cells)
    return not row.place.item or any(_same(one, other) for one in named for other in known)


def _names_at_line(row: Noted, place: Place, fault: PlantedFault) -> bool:
    """Return whether a note at a file means the row of the project: somebody who left stands in the list of leavers."""
    if any(_same(row.place.item, one) for one in (place.item, *place.cells)):
        return True
    return is_code(row.finding, fault.finding) and any(is_code(one, place.item) for one in (row.control, row.criterion))


def _said(row: Noted) -> tuple[str, ...]:
    """Return what a note says is wrong. The request under which somebody looked does not: several ask for one list."""
    return tuple(filter(None, (row.finding, row.control, row.criterion)))


def _agrees(row: Noted, fault: PlantedFault) -> bool:
    """Return whether a note says of a fault at least one thing that is right: kind, control, criterion or request."""
    pairs = (
        (row.finding, fault.finding), (row.control, fault.control), (row.criterion, fault.criterion),
        (row.request, fault.request),
    )  # fmt: skip
    return any(is_code(said, right) for said, right in pairs)


def is_code(said: str, right: str) -> bool:
    """Return whether a control, criterion, request or kind is meant, in whatever way it was typed: ACC-08 or acc 08."""
    return bool(said) and _bare(said) == _bare(right)


def _bare(code: str) -> str:
    return "".join(sign for sign in code.casefold() if sign.isalnum())


def _file(path: str) -> str:
    """Return a path as it is compared: students write it with or without the folder before it."""
    return path.replace("\\", "/").casefold().removeprefix("room/").strip("/")


def _same(one: str, other: str) -> bool:
    return bool(plain(one)) and plain(one) == plain(other)


def _holds(words: str, name: str) -> bool:
    """Return whether a name stands whole within words."""
    return bool(plain(name)) and f" {plain(name)} " in f" {plain(words)} "


def _why(row: Noted, key: AnswerKey) -> str:
    """Return why what a note names is sound, where the room was made to look odd there."""
    for sound in key.sounds:
        if _file(row.place.file) == _file(sound.place.file) and _is_there(row, sound.place):
            return sound.why
    return ""


def _near(row: Noted, key: AnswerKey) -> str:
    """Return what keeps a note from a fault that stands where it looks; empty where none stands there."""
    if not row.place.file:
        return ""
    here = [
        (answer.fault, place)
        for answer in key.answers for place in answer.places
        if place.file and _file(place.file) == _file(row.place.file)
    ]  # fmt: skip
    if any(not place.item or _is_there(row, place) for _, place in here):
        return "kind"
    is_whole = not row.place.item and not row.place.line
    return "line" if is_whole and any(_agrees(row, fault) or not _said(row) for fault, _ in here) else ""


def copied_from(marked: Marked, others: Mapping[str, AnswerKey]) -> str:
    """Return the student in whose variant the false alarms of another are faults; empty where that is nobody.

    Only what stands in lines counts: a missed meeting may be the same for two students.
    """
    counts = {
        name: sum(any(_is_theirs(alarm.row, answer) for answer in key.answers) for alarm in marked.alarms)
        for name, key in others.items()
    }
    most = max(counts.values(), default=0)
    return next(name for name, count in counts.items() if count == most) if most >= _COPIED else ""


def _is_theirs(row: Noted, answer: Answer) -> bool:
    return any(place.item and place.file for place in answer.places) and fits(row, answer)
