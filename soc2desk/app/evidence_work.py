"""Evidence of a project in the workspace, act by act as the command line asks: opened, changed and saved at once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from soc2desk.app.evidence import (
    attach,
    decided,
    forget_files,
    kept_file,
    none_occurred,
    piece_of,
    put_aside,
    revised,
    without,
)
from soc2desk.app.session import read_plain, with_values
from soc2desk.app.transfer import approver
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.practice_sample import picked
from soc2desk.domain.problems import UsageProblem
from soc2desk.domain.steps import Step
from soc2desk.storage.codec import Form, project_to_plain
from soc2desk.storage.evidence_files import EVIDENCE, PRACTICE_SAMPLE, FileState, hash_files, unnamed_files
from soc2desk.storage.lock import written_alone
from soc2desk.storage.populations import rows_of_list, write_rows
from soc2desk.storage.projects import open_project, save

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.evidence import Put
    from soc2desk.domain.engagement import Engagement
    from soc2desk.reading.located import Plain
    from soc2desk.storage.evidence_files import Copied
    from soc2desk.storage.projects import Stored

T = TypeVar("T")
_MB = 1024 * 1024
PRACTICE = "practice"
"""The folder beside the files of evidence for practice samples. No packet takes anything from it."""


def as_steps(copying: Generator[Copied, None, T], what: str) -> Generator[Step, None, T]:
    """Return the copying or reading of files as steps of a bar, counted in megabytes."""
    while True:
        try:
            one = next(copying)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        yield Step(one.done // _MB, max(one.total // _MB, 1), what)


@contextmanager
def _alone(desk: Desk, name: str) -> Iterator[tuple[Stored, Engagement]]:
    stored = open_project(desk.workspace, name, desk.catalogue)
    with written_alone(stored.folder):
        yield stored, decide_engagement(desk.catalogue, stored.project, desk.today)


def _with_people(desk: Desk, engagement: Engagement, said: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return what was said with a person by full name told by id."""
    by = said.get("by")
    person = {"by": approver(desk, engagement.project, by).id} if isinstance(by, str) else {}
    return {**said, **person}


def _put(desk: Desk, stored: Stored, put: Put) -> None:
    _save(desk, stored, put.id, put.row)


def _save(desk: Desk, stored: Stored, id_: str, row: dict[str, Plain]) -> None:
    """Put one row into a project and save it; the others are read no second time."""
    before = Form(stored.project, project_to_plain(stored.project, desk.catalogue), desk.catalogue)
    made = read_plain(with_values(before.plain, {("evidence", id_): row}), desk, before)
    save(stored, made, desk.catalogue, project_to_plain(made, desk.catalogue, before))


def add(desk: Desk, name: str, file: Path, said: Mapping[str, Plain]) -> Generator[Copied, None, Put]:
    """Attach a file to a project and save it, yielding while it is copied. Whatever fails, nothing is kept of it."""
    with _alone(desk, name) as (stored, engagement):
        put = yield from attach(desk, stored.folder, engagement, file, _with_people(desk, engagement, said))
        try:
            _put(desk, stored, put)
        except BaseException:
            forget_files(stored.folder, [str(put.row.get("file", ""))])
            raise
    return put


def say_none(desk: Desk, name: str, said: Mapping[str, Plain]) -> Put:
    """Record that nothing happened, shown by an empty list, and save it."""
    with _alone(desk, name) as (stored, engagement):
        put = none_occurred(desk, stored.folder, engagement, _with_people(desk, engagement, said))
        _put(desk, stored, put)
    return put


def change_piece(desk: Desk, name: str, id_: str, said: Mapping[str, Plain]) -> None:
    """Say some fields of a piece anew and save it."""
    with _alone(desk, name) as (stored, engagement):
        _save(desk, stored, id_, revised(desk, engagement, id_, _with_people(desk, engagement, said)))


def decide(desk: Desk, name: str, id_: str, by: str, reason: str = "") -> None:
    """Record that a reviewer accepts a piece today, or rejects it for a reason, and save it."""
    with _alone(desk, name) as (stored, _):
        person = approver(desk, stored.project, by)
        save(stored, decided(desk, stored.folder, stored.project, id_, person, reason), desk.catalogue)


def remove(desk: Desk, name: str, id_: str) -> None:
    """Take a piece out and save the project; its file is kept among those taken out."""
    with _alone(desk, name) as (stored, _):
        # Saved first: a file that is still named is never moved away.
        save(stored, without(stored.project, id_), desk.catalogue)
        put_aside(stored.folder, piece_of(stored.project, id_))


def read_back(desk: Desk, name: str) -> Generator[Copied, None, tuple[dict[str, FileState], tuple[str, ...]]]:
    """Read every file whole; return how each was found by the id of its piece, and files that no piece names."""
    stored = open_project(desk.workspace, name, desk.catalogue)
    found = yield from hash_files(stored.folder, stored.project.evidence)
    return found, unnamed_files(stored.folder, stored.project.evidence)


def practice_sample(desk: Desk, name: str, id_: str, count: int, seed: str) -> Path:
    """Write a practice sample of a list beside the evidence and return its file.

    It is labelled so, and no packet takes it: an auditor picks from the whole list.
    """
    stored = open_project(desk.workspace, name, desk.catalogue)
    piece = piece_of(stored.project, id_)
    headings, *rows = rows_of_list(kept_file(stored.folder, piece))
    if not rows:
        raise UsageProblem("The list has no row below its headings.", hint="There is nothing to pick from.")
    numbers = picked(len(rows), count, seed)
    note = (
        f"{PRACTICE_SAMPLE}: {len(numbers)} of {len(rows)} rows of {piece.file}, "
        f"seed {seed}. It is no auditor's sample."
    )
    target = stored.folder / EVIDENCE / PRACTICE / f"{piece.id}-practice-sample-{len(numbers)}-of-{len(rows)}.csv"
    lines = [("Row", headings), *((str(number), rows[number - 1]) for number in numbers)]
    write_rows(target, note, lines)
    return target
