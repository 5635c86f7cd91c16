"""Evidence put by, judged and taken out: the acts behind the command and the page."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.session import read_plain, with_values
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.evidence_rules import ahead, control_of, none_shown
from soc2desk.domain.evidence_states import standings
from soc2desk.domain.owed import looked_at
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem, nearest
from soc2desk.storage.codec import project_to_plain
from soc2desk.storage.codec_rows import row_to_plain
from soc2desk.storage.evidence_files import FileState, check_files, file_of, keep_file, name_of, next_id, take_out
from soc2desk.storage.populations import count_rows, is_table
from soc2desk.storage.programme_shapes import EVIDENCE
from soc2desk.storage.projects import PROJECT_FILE

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.people import Person
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain
    from soc2desk.storage.evidence_files import Copied, Kept

    Said = Mapping[str, Plain]

_PERIOD = re.compile(r"\d{4}(-\d{2})?(-(Q[1-4]|H[12]|W\d{2}|\d{2}))?")


@dataclass(frozen=True, slots=True)
class Put:
    """One piece as it was put by: its id, its plain row, and what a person should know about it, as sentences."""

    id: str
    row: dict[str, Plain]
    notes: tuple[str, ...] = ()


def attach(desk: Desk, folder: Path, engagement: Engagement, file: Path, said: Said) -> Generator[Copied, None, Put]:
    """Copy a file into the project and return the row that names it, to be put in the project.

    `said` are fields of the row as a file holds them. Raises Problems for a field that does not fit before anything
    is copied, and all that copying raises; nothing is kept then.
    """
    id_ = next_id(folder, engagement.project.evidence)
    bare: dict[str, Plain] = {"name": file.stem, **said}
    item = checked(desk, engagement, id_, bare)
    counted, notes = _counted(file, item)
    name = name_of(id_, item.occurrence or "-".join(item.requests[:1]), item.name, file)
    kept = yield from keep_file(folder, file, name, {one.digest: one.id for one in engagement.project.evidence})
    row = {**bare, **_rows(counted, item), **_kept(kept), "received": desk.today.isoformat()}
    return Put(id_, row, (*notes, *_notes(item, engagement)))


def _kept(kept: Kept) -> dict[str, Plain]:
    return {
        "file": kept.file,
        "digest": kept.digest,
        "size": str(kept.size),
        "file_changed": kept.changed.isoformat(),
    }


def _counted(file: Path, item: Evidence) -> tuple[int | None, tuple[str, ...]]:
    """Return the rows counted in a list, with a sentence where somebody said another number."""
    if not item.is_list or not is_table(file):
        return None, ()
    try:
        counted = count_rows(file)
    except FileProblem as problem:
        return None, (f"The rows were not counted: {problem.message}",)
    if item.rows is not None and item.rows != counted:
        return None, (f"The file has {counted} rows below its headings, and {item.rows} were named.",)
    return counted, ()


def _rows(counted: int | None, item: Evidence) -> dict[str, Plain]:
    return {"rows": str(counted)} if counted is not None and item.rows is None else {}


def _notes(item: Evidence, engagement: Engagement) -> tuple[str, ...]:
    acts = standings(engagement).acts
    if item.occurrence and looked_at(engagement) and item.occurrence not in acts:
        return (f"{item.occurrence} is not owed in what is examined now; the piece is kept and flagged.",)
    return ()


def none_occurred(desk: Desk, folder: Path, engagement: Engagement, said: Said) -> Put:
    """Return the row that says that nothing happened, by an empty list with its query, run after the period.

    Raises ProjectProblem while it does not show that.
    """
    id_ = next_id(folder, engagement.project.evidence)
    row: dict[str, Plain] = {
        "name": f"None occurred: {said.get('population', '')}",
        **said,
        "rows": "0",
        "state": Standing.NONE_OCCURRED.value,
        "received": desk.today.isoformat(),
    }
    item = checked(desk, engagement, id_, row)
    _check_none(item, engagement)
    return Put(id_, row, _notes(item, engagement))


def _check_none(item: Evidence, engagement: Engagement) -> None:
    until = last_day(item, engagement)
    if until is not None and not none_shown(item, until):
        message = f"An empty list shows that nothing happened only when it was run after {until.isoformat()}."
        raise ProjectProblem(message, hint="Name the list and its query, and run it again once that day is over.")


def last_day(item: Evidence, engagement: Engagement) -> date | None:
    """Return the last day that an empty list has to reach: of its period, at most of the window; None if unknown."""
    window = looked_at(engagement)
    ends = [act.period.end for act in standings(engagement).owed if act.period.id == item.occurrence]
    return min((*ends, window[1])) if window else None


def checked(desk: Desk, engagement: Engagement, id_: str, row: Said) -> Evidence:
    """Return a row as a piece of evidence. Raises Problems for a field that does not fit, or a day still to come."""
    refuse_behind(engagement.project, desk.today)
    # Pieces and records name no other piece by a rule of reading, so this one is read without the others.
    around = replace(engagement.project, evidence=(), records=())
    plain = with_values(project_to_plain(around, desk.catalogue), {("evidence", id_): dict(row)})
    item = next(one for one in read_plain(plain, desk).evidence if one.id == id_)
    field = ahead(item, desk.today)
    if field:
        message = "Evidence cannot speak of a day that is still to come."
        hint = f"Today is {desk.today.isoformat()}; mend the day, or wait until it is over."
        raise ProjectProblem(message, where=f"evidence.{id_}.{field}", hint=hint)
    _check_received(item)
    _check_asked(item, engagement)
    return item


def _check_received(item: Evidence) -> None:
    """Refuse a day after the one on which the file was attached: it cannot know of it."""
    field = ahead(item, item.received) if item.file and item.received else ""
    if field and item.received:
        message = f"The file was attached on {item.received.isoformat()} and cannot speak of a later day."
        raise ProjectProblem(message, where=f"evidence.{item.id}.{field}", hint="Attach the newer file for that day.")


def _check_asked(item: Evidence, engagement: Engagement) -> None:
    control = control_of(item.occurrence)
    known = engagement.catalogue.control
    if control and control not in known:
        hint = nearest(control, known) or "Write control and period, for example ACC-07/2027-Q1."
        raise UsageProblem(f'There is no control "{control}".', where=item.occurrence, hint=hint)
    if control and not _PERIOD.fullmatch(item.occurrence.partition("/")[2]):
        owed = [act.period.id for act in standings(engagement).owed_by([control])]
        hint = f"It owes: {', '.join(owed[:12])}." if owed else "Write control and period: ACC-07/2027-Q1."
        raise UsageProblem(f'"{item.occurrence}" names no period.', hint=hint)


def revised(desk: Desk, engagement: Engagement, id_: str, said: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return the row of a piece with some fields said anew; None takes one out. What was decided of it is open again.

    Raises UsageProblem for an unknown id, and Problems for a field that does not fit.
    """
    piece = piece_of(engagement.project, id_)
    row: dict[str, Plain] = {**row_to_plain(piece, EVIDENCE), **said}
    for name in ("reviewed_by", "reviewed_on", "reason", *(("state",) if piece.reviewed_by else ())):
        row.pop(name, None)
    made: dict[str, Plain] = {name: value for name, value in row.items() if value is not None}
    if not piece.file:
        # Its words are all there is of it, and they are said now.
        made["received"] = desk.today.isoformat()
    item = checked(desk, engagement, id_, made)
    if item.state is Standing.NONE_OCCURRED:
        _check_none(item, engagement)
    return made


def decided(desk: Desk, folder: Path, project: Project, id_: str, by: Person, reason: str = "") -> Project:
    """Return the project with a piece accepted by a reviewer today, or rejected where a reason is given.

    Raises ProjectProblem where the reviewer provided it, nobody is known to have, or its file is not as it was.
    """
    refuse_behind(project, desk.today)
    piece = piece_of(project, id_)
    if not piece.by:
        message = f"Nobody is named who provided {id_}, so nobody can be told apart from them."
        raise ProjectProblem(message, hint=f"Say who did: soc2desk evidence change PROJECT {id_} --by PERSON.")
    if piece.by == by.id:
        message = f"{by.name} provided {id_}, and nobody reviews what they provided."
        raise ProjectProblem(message, hint="Let somebody else look at it.")
    if not reason and check_files(folder, [piece]).get(id_, FileState.THERE) is not FileState.THERE:
        message = f"The file of {id_} is gone or changed, so there is nothing to accept."
        raise ProjectProblem(message, hint="See soc2desk evidence verify, and put the original back.")
    state = Standing.REJECTED if reason else Standing.ACCEPTED
    made = replace(piece, state=state, reviewed_by=by.id, reviewed_on=desk.today, reason=reason)
    return replace(project, evidence=tuple(made if one.id == id_ else one for one in project.evidence))


def without(project: Project, id_: str) -> Project:
    """Return the project without a piece. Raises UsageProblem for an unknown one."""
    gone = piece_of(project, id_)
    return replace(project, evidence=tuple(one for one in project.evidence if one is not gone))


def put_aside(folder: Path, piece: Evidence) -> None:
    """Move the file of a piece that was taken out among those taken out; it is never deleted."""
    if piece.file:
        take_out(folder, piece.file)


def forget_files(folder: Path, names: Iterable[str]) -> None:
    """Delete copies that were attached just now and could not be saved. One that the project's file names stays."""
    with suppress(OSError):
        saved = (folder / PROJECT_FILE).read_bytes()
        for name in names:
            path = file_of(folder, name)
            if path is not None and name.encode() not in saved:
                path.unlink()


def piece_of(project: Project, id_: str) -> Evidence:
    """Return a piece of evidence by its id. Raises UsageProblem for an unknown one, naming the nearest."""
    known = {item.id: item for item in project.evidence}
    if id_ not in known:
        hint = nearest(id_, known) or "See soc2desk evidence list."
        raise UsageProblem(f'There is no piece of evidence "{id_}".', hint=hint)
    return known[id_]


def kept_file(folder: Path, piece: Evidence) -> Path:
    """Return where the file of a piece stands. Raises FileProblem where there is none."""
    path = file_of(folder, piece.file)
    if path is None:
        raise FileProblem(f"{piece.id} has no file in the project's folder of evidence.", where=piece.file or piece.id)
    return path
