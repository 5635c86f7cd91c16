"""A colleague's copy of the project beside this one: what differs, and both brought together as a person chose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.merged_days import Copies, settled
from soc2desk.domain.merging import Choices, Side, Why
from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems
from soc2desk.domain.project import Project
from soc2desk.storage.codec import project_from_plain, project_to_plain
from soc2desk.storage.evidence_files import used_numbers
from soc2desk.storage.handed import kept_states
from soc2desk.storage.lineage import SHORT, Stands, are_copies, shared, short
from soc2desk.storage.merge_apart import told_apart
from soc2desk.storage.merge_flat import VALUE, flat_of, plain_of
from soc2desk.storage.merge_references import people_in_records
from soc2desk.storage.merging import Difference, differences, keeping_side, merged, open_of
from soc2desk.storage.other_copy import OtherCopy, open_other
from soc2desk.storage.pictures import PICTURES
from soc2desk.storage.projects import PROJECT_FILE, open_file
from soc2desk.storage.row_shapes import ENTRY_DAYS
from soc2desk.storage.style_files import STYLE_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Session
    from soc2desk.reading.located import Plain
    from soc2desk.storage.merge_flat import Flat

__all__ = [
    "FILES",
    "Choices",
    "Difference",
    "Looked",
    "Side",
    "Why",
    "brings_something",
    "brought_together",
    "chosen_for",
    "left_open",
    "look",
    "looking",
]

FILES = "files"
"""The table of pictures and the Word file beside the project, in what differs."""


@dataclass(frozen=True)
class Looked:
    """What differs between this project and another copy, as both stood when a person looked.

    `revision` is that of the other copy's file and `seen` the plain form of this one then. `notes` are what a person
    has to know before choosing, by the ids of their words. `ids` are those that rows of the other copy get here, and
    `files` the names that files of evidence have there, by those that they get here. `is_own`: the other copy is the
    file of this very project, which another program wrote.
    """

    path: Path
    name: str
    revision: str
    seen: Mapping[str, Plain]
    found: tuple[Difference, ...]
    copies: Copies
    notes: tuple[str, ...]
    ids: Mapping[tuple[str, str], str]
    files: Mapping[str, str] = field(default_factory=dict)
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class _Here:
    """The open project as it stood at one moment."""

    desk: Desk
    folder: Path
    project: Project
    plain: Mapping[str, Plain]
    stands: Stands


def look(session: Session, path: Path, password: str = "") -> Looked:
    """Return what differs between the open project and another copy of it; nothing is written.

    Raises ProjectProblem for a copy of another project and a clock that is behind, and the problems of reading one.
    """
    return looking(session, path, password)()


def looking(session: Session, path: Path, password: str = "") -> Callable[[], Looked]:
    """Return the same as an act to run beside a window, about what stands here now, whatever is changed meanwhile."""
    here = _Here(session.desk, session.folder, session.project, session.plain, session.stands)
    return partial(_look, here, path, password)


def _look(here: _Here, path: Path, password: str) -> Looked:
    with open_other(path, here.desk.catalogue, password) as other:
        return _look_at(here, path, other)


def _look_at(here: _Here, path: Path, other: OtherCopy) -> Looked:
    desk, mine = here.desk, here.project
    for one in (mine, other.stored.project):
        refuse_behind(one, desk.today)
    theirs = Stands(other.stored.revision, other.stored.lineage)
    is_known = are_copies(here.stands, theirs)
    _refuse_another(mine, other, is_known=is_known)
    base = _base(here, theirs, other)
    people, ours = people_in_records(desk.catalogue), flat_of(here.plain)
    before = None if base is None else flat_of(project_to_plain(base, desk.catalogue))
    used = frozenset(f"e-{number:04}" for number in used_numbers(here.folder))
    there = flat_of(project_to_plain(other.stored.project, desk.catalogue))
    apart = told_apart(before, ours, there, people, used)
    found = (*differences(apart.base, ours, apart.flat, people), *_beside(here, other))
    return Looked(
        path,
        path.name,
        theirs.revision,
        here.plain,
        found,
        Copies(
            base and _with_ids(desk, base, apart.base or {}, apart.base_ids),
            mine,
            _with_ids(desk, other.stored.project, apart.flat, apart.ids),
        ),
        tuple(_notes(here, other, is_known=is_known, has_base=base is not None)),
        apart.ids,
        apart.files,
        is_own=path.resolve() == (here.folder / PROJECT_FILE).resolve(),
    )


def _refuse_another(mine: Project, other: OtherCopy, *, is_known: bool | None) -> None:
    """Refuse another client's file; a file from before projects had ids is told by the company's name."""
    here, there = (_company(one) for one in (mine, other.stored.project))
    if is_known or (is_known is None and here.casefold() == there.casefold()):
        return
    message = f"This is a copy of another project{f', of {there}' if there else ''}; nothing was changed."
    hint = "Two copies of one project can be brought together: one that was sent, taken in or copied from the other."
    raise ProjectProblem(message, where=other.where, hint=hint)


def _company(project: Project) -> str:
    answer = project.answers.get("company", Answer(None))
    return " ".join(str(answer.value or "").split())


def _base(here: _Here, theirs: Stands, other: OtherCopy) -> Project | None:
    """Return the newest state that both come from, of those that are kept here or there; None where none is."""
    if here.stands.revision == theirs.revision:
        return other.stored.project
    known = kept_states(here.folder / PROJECT_FILE, SHORT)
    for state in shared(here.stands, theirs):
        if state == short(theirs.revision):
            return other.stored.project
        for path in filter(None, (known.get(state), other.states.get(state))):
            found = _read_state(path, state, here.desk)
            if found is not None:
                return found
    return None


def _read_state(path: Path, state: str, desk: Desk) -> Project | None:
    """Return the project in a kept file; None where it cannot be read, or holds another state by now.

    A project that is saved while a copy is looked at puts a newer state into the place of the one before the last.
    """
    try:
        stored = open_file(path, desk.catalogue)
    except Problem:
        return None
    return stored.project if short(stored.revision) == state else None


def _with_ids(desk: Desk, project: Project, flat: Flat, ids: Mapping[tuple[str, str], str]) -> Project:
    """Return a copy with the ids that its rows get here, as `flat` has them, its days of entry following."""
    if not ids:
        return project
    entries: dict[str, Plain] = {}
    for one in project.entry_days:
        table, row, name = one.id.split(".")
        entries[f"{table}.{ids.get((table, row), row)}.{name}"] = {"on": one.on.isoformat()}
    plain = plain_of(flat) | ({ENTRY_DAYS.name: entries} if entries else {})
    return replace(project_from_plain(plain, desk.catalogue), days_are_told=project.days_are_told)


def _beside(here: _Here, other: OtherCopy) -> Iterator[Difference]:
    """Yield the pictures that both name alike and that differ, and the Word file: who changed one is not known."""
    names, theirs = (
        [str(one.value) for question in PICTURES if (one := project.answers.get(question)) and one.value]
        for project in (here.project, other.stored.project)
    )
    for name in (*(one for one in names if one in theirs), STYLE_FILE):
        place = here.folder / name
        ours = place.read_bytes() if place.is_file() and not place.is_symlink() else None
        there = other.beside.get(name)
        if there is not None and ours != there:
            yield Difference(FILES, name, "", (VALUE,), None, _size(ours), _size(there), Why.UNKNOWN)


def _size(raw: bytes | None) -> dict[str, Plain] | None:
    return None if raw is None else {VALUE: f"{len(raw):,} bytes"}


def _notes(here: _Here, other: OtherCopy, *, is_known: bool | None, has_base: bool) -> Iterator[str]:
    from soc2desk.storage.earlier import earlier_periods

    if is_known is None:
        yield "unknown"
    if not has_base:
        yield "no_base"
    if other.stored.project.days_are_told:
        yield "told"
    held = {one.digest for one in here.project.evidence}
    if not other.with_evidence and any(one.file and one.digest not in held for one in other.stored.project.evidence):
        yield "no_evidence"
    if set(other.periods) - {one.name for one in earlier_periods(here.folder)}:
        yield "periods"


def brings_something(looked: Looked) -> bool:
    """Return whether the other copy holds anything that is not here, or that is to be chosen."""
    return any(one.chosen({}) is not Side.MINE for one in looked.found)


def left_open(looked: Looked, choices: Choices) -> tuple[Difference, ...]:
    """Return what a person still has to choose."""
    return open_of(looked.found, choices)


def chosen_for(looked: Looked, side: Side, choices: Choices, among: Container[str] | None = None) -> dict[str, Side]:
    """Return choices with everything that is open chosen for one side, or what is open `among` some paths.

    A row that only one copy has, and that is named or of which nobody knows whether it was taken out, stays.
    """
    waiting = (one for one in left_open(looked, choices) if among is None or one.path in among)
    return {one.path: keeping_side(one, side) for one in waiting} | dict(choices)


def brought_together(desk: Desk, looked: Looked, choices: Choices) -> Project:
    """Return the project that both make, as chosen, with the days that may stand in it; nothing is written.

    Raises ProjectProblem while something is to be chosen, and for choices that do not fit together.
    """
    waiting = left_open(looked, choices)
    if waiting:
        paths = ", ".join(one.path for one in waiting[:3])
        message = f"{len(waiting)} differences wait for a choice: {paths}{' ...' if len(waiting) > 3 else ''}."  # noqa: PLR2004 - as many as one reads
        raise ProjectProblem(message, hint="Choose mine or theirs for each; nothing was changed.")
    flat = merged(flat_of(looked.seen), looked.found, choices)
    try:
        project = project_from_plain(plain_of(flat), desk.catalogue)
    except Problem as problem:
        raise _unfit(problem) from problem
    return settled(looked.copies, project, desk.today)


def _unfit(problem: Problem) -> Problem:
    first = problem.problems[0] if isinstance(problem, SeveralProblems) else problem
    message = f"What was chosen does not fit together: {first.where} {first.message}"
    return ProjectProblem(message, hint="Choose otherwise for one of the two; nothing was changed.")


def answers_brought(looked: Looked, project: Project) -> Iterator[str]:
    """Yield the names of pictures that an answer of the other copy brings."""
    for question in PICTURES:
        answer = project.answers.get(question)
        if answer and answer.value and answer != looked.copies.mine.answers.get(question):
            yield str(answer.value)
