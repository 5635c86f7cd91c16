"""Two states of an engagement compared: packets, projects, answers files and back-ups, in any pair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import ANSWERS_SUFFIXES, Source
from soc2desk.app.make_packet import AUDITOR, READERS, usual_day
from soc2desk.app.state_facts import facts_of
from soc2desk.domain.problems import ProjectProblem
from soc2desk.packet.change_letter import notes
from soc2desk.packet.compare import State, compare, state_of_packet
from soc2desk.packet.compose import compose
from soc2desk.packet.contents import contents_of
from soc2desk.packet.members import MANIFEST, SEAL
from soc2desk.packet.read_contents import read_contents
from soc2desk.storage.backups import backups
from soc2desk.storage.earlier import earlier_periods
from soc2desk.storage.projects import PROJECT_FILE, open_folder, read_project_file

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from soc2desk.app.desk import Desk
    from soc2desk.domain.changes import Comparison
    from soc2desk.domain.contents import Contents
    from soc2desk.packet.compose import Composition

__all__ = ["EarlierState", "Held", "change_notes", "compare_places", "compare_with", "compare_with_now",
           "earlier_states", "find_state"]  # fmt: skip

PACKET_SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class Held:
    """One side of a comparison as it was found: what a packet says, or the answers of a project."""

    name: str
    contents: Contents | None = None
    source: Source | None = None


def compare_places(desk: Desk, old: str, new: str) -> Comparison:
    """Return what changed from one state to the other, each given as a person names it.

    Raises Problems for a packet that was changed or is too old, and for what is neither packet nor project.
    """
    return compare_with(desk, find_state(desk, old), find_state(desk, new))


def compare_with(desk: Desk, old: Held, new: Held) -> Comparison:
    """Return what changed between two sides. Beside a packet a project is read as the packet it would make."""
    if old.source is not None and new.source is not None:
        return compare(_state_of_project(desk, old.source), _state_of_project(desk, new.source))
    pattern = old.contents or new.contents
    return compare(_state_beside(desk, old, pattern), _state_beside(desk, new, pattern))


def change_notes(found: Comparison, phrases: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a person has to know before reading the changes, one sentence each."""
    return notes(found, phrases)


def find_state(desk: Desk, where: str) -> Held:
    """Return the packet, project, answers file or back-up at a path, or the project of that name."""
    path = Path(where)
    if path.is_dir() and any((path / name).exists() for name in (MANIFEST, SEAL)):
        return Held(path.name, read_contents(path))
    if path.is_dir() and (path / PROJECT_FILE).exists():
        stored = open_folder(path, desk.catalogue)
        return Held(path.name, source=Source(stored.project, path.name, stored))
    if path.is_file() and path.suffix.lower() == ".json":
        return Held(path.name, source=Source(read_project_file(path, desk.catalogue), path.stem, file=path))
    if path.is_dir() or (path.is_file() and path.suffix.lower() not in ANSWERS_SUFFIXES):
        return Held(path.name, _packet(path))
    if path.suffix.lower() == PACKET_SUFFIX:
        return Held(path.name, read_contents(path))
    return Held(where, source=desk.source(where))


def _packet(path: Path) -> Contents:
    try:
        return read_contents(path)
    except ProjectProblem as problem:
        if problem.hint and MANIFEST in problem.hint:
            hint = "Give a packet (its folder or ZIP), a project, an answers file, or a back-up of a project."
            raise ProjectProblem("This is neither a packet nor a project.", where=str(path), hint=hint) from problem
        raise


def _composed(desk: Desk, source: Source, *, final: bool = False) -> Composition:
    # Blank forms bear the day of the documents here: the day on which one looks is no change.
    return compose(desk.catalogue, source.project, usual_day(desk, source.project), final=final)


def _printed(composition: Composition, reader: str, *, final: bool = False) -> Contents:
    """Return what a packet for this reader would say."""
    shown = READERS[reader if reader in READERS else AUDITOR]
    documents = [one for one in composition.documents if one.audience in shown]
    theirs = composition.engagement.catalogue.own_templates
    said = contents_of(documents, reader, is_final=final, is_part=False)
    return replace(said, templates=theirs.mark if theirs else "")


def _state_of_project(desk: Desk, source: Source) -> State:
    # A project and the answers file made of it say the same: who took its days down is no change.
    composition = _composed(desk, replace(source, project=replace(source.project, days_are_told=False)))
    return State(_printed(composition, AUDITOR), facts_of(composition.engagement))


def _state_beside(desk: Desk, side: Held, pattern: Contents | None) -> State:
    if side.contents is not None:
        return state_of_packet(side.contents)
    if side.source is None or pattern is None:
        raise ProjectProblem("There is nothing to compare.", where=side.name)
    composition = _composed(desk, side.source, final=pattern.is_final)
    return state_of_packet(_printed(composition, pattern.reader, final=pattern.is_final))


@dataclass(frozen=True, slots=True)
class EarlierState:
    """One earlier state of a project that is kept on this computer: a back-up of a day, or a period that is over."""

    path: Path
    on: date | None = None
    number: int = 1


def earlier_states(folder: Path) -> tuple[EarlierState, ...]:
    """Return the back-ups of a project, the newest first, and then the periods that are over."""
    kept = tuple(EarlierState(one.path, one.on, one.number) for one in backups(folder))
    return (*kept, *(EarlierState(one.folder) for one in earlier_periods(folder)))


def compare_with_now(desk: Desk, where: str, source: Source) -> tuple[Comparison, Held]:
    """Return what changed from an earlier state to answers as they stand now, and what was found there."""
    found = find_state(desk, where)
    return compare_with(desk, found, Held(source.name, source=source)), found
