"""A project between two people: one file for a colleague, and a new project made from one."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.passwords import check_password
from soc2desk.domain.pictures import picture_of
from soc2desk.domain.problems import FileProblem, Problem, UsageProblem
from soc2desk.domain.steps import Step
from soc2desk.storage.earlier import earlier_periods
from soc2desk.storage.exercise_file import (
    EXERCISE_FILE,
    PRACTICE_FILE,
    keep_variant,
    mark_practice,
    practised,
    said_project,
    said_variant,
)
from soc2desk.storage.handed import keep_handed
from soc2desk.storage.locked_file import NotWhole, WrongPassword, is_locked
from soc2desk.storage.notebook_file import NOTEBOOK_FILE, read_notebook, write_notebook
from soc2desk.storage.origin import Origin, keep_origin, origin_of
from soc2desk.storage.paper_file import read_paper
from soc2desk.storage.pictures import PICTURE_FILES, check_picture
from soc2desk.storage.projects import PROJECT_FILE
from soc2desk.storage.sending import sending_of, write_sent
from soc2desk.storage.sent_list import ENDING, not_whole
from soc2desk.storage.style_files import STYLE_FILE, keep_style, kept_style
from soc2desk.storage.taking_in import NeedsPassword, new_folder, open_sent, read_sent, unpack, write_anew

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from soc2desk.app.desk import Desk

__all__ = ["ENDING", "NeedsPassword", "NotWhole", "Origin", "Sent", "TakenIn", "WrongPassword", "is_sent",
           "needs_password", "origin_of", "send", "take_in"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a file for a colleague. `missing` are files of evidence that the project names and lacks.

    `templates` names the firm's own ones of the last packet, which stay behind; empty for none.
    """

    path: Path
    size: int
    evidence: int
    missing: tuple[str, ...]
    templates: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A project that was taken in: its folder, its name, whether files of evidence were sent, where it came from."""

    folder: Path
    name: str
    with_evidence: bool
    origin: Origin


def is_sent(path: Path) -> bool:
    """Return whether a file is named as a project for a colleague."""
    return path.name.casefold().endswith(ENDING)


def needs_password(path: Path) -> bool:
    """Return whether a file is under a password; no for one that cannot be read, which says so when it is opened."""
    try:
        if not path.is_file():  # a pipe would wait for ever
            return False
        with path.open("rb") as file:
            return is_locked(file.read(16))
    except (OSError, ValueError):
        return False


def send(
    desk: Desk, folder: Path, target: Path, *, with_evidence: bool, password: str = "", replacing: bool = False
) -> Generator[Step, None, Sent]:
    """Write a project as it is saved into one file for a colleague, yielding after each part.

    Raises UsageProblem for a name or a password that cannot be, FileProblem where a file of this name stands and is not
    to be replaced; then, and when it is stopped, nothing is left.
    """
    if password:
        check_password(password)
    _check_target(folder, target, replacing=replacing)
    sending = sending_of(folder, desk.catalogue, with_evidence=with_evidence)
    _check_style(folder)
    yield from write_sent(target, sending, desk.today, password)
    _keep_sent(folder, sending.revision)
    return Sent(target, target.stat().st_size, sending.evidence, sending.missing, _templates_of(folder))


def _templates_of(folder: Path) -> str:
    """Return the name of the own templates of the last packet; a note that cannot be read names none."""
    with suppress(FileProblem):
        paper = read_paper(folder)
        return paper.name if paper else ""
    return ""


def _keep_sent(folder: Path, revision: str) -> None:
    """Keep the state that went out, from which both sides go on; the file is made, whether that can be done or not."""
    with suppress(OSError, Problem):
        raw = (folder / PROJECT_FILE).read_bytes()
        if sha256(raw).hexdigest() == revision:
            keep_handed(folder, raw)


def _check_target(folder: Path, target: Path, *, replacing: bool) -> None:
    if not is_sent(target):
        raise UsageProblem(f"The file for a colleague ends in {ENDING}.", hint=f"For example {folder.name}{ENDING}.")
    if os.path.lexists(target) and not (replacing and target.is_file()):
        message = "A file of this name stands there already; nothing was written."
        raise FileProblem(message, where=str(target), hint="Choose another name, or move that file away.")


def _check_style(folder: Path) -> None:
    # Told here, where somebody can mend it, and not to the colleague, who cannot.
    for place in (folder, *(period.folder for period in earlier_periods(folder))):
        raw = kept_style(place)
        if raw:
            style_of(raw, str(place / STYLE_FILE))


def take_in(desk: Desk, path: Path, *, name: str = "", password: str = "") -> Generator[Step, None, TakenIn]:
    """Make a new project from a file that a colleague sent, yielding after each part; the days in it stay as they are.

    Raises NeedsPassword, WrongPassword, NotWhole for a file that is not as it was sent, and other Problems; then, and
    when it is stopped, nothing of it is left. No project is ever written over.
    """
    with open_sent(path, password) as sent:
        called = name.strip() or sent.list.name
        origin = Origin(path.name, sent.digest, sent.list.made_on, desk.today)
        with new_folder(desk.workspace, called) as (making, folder):
            yield from unpack(sent, making)
            total = len(sent.list.files)
            for period in earlier_periods(making):
                _finish(desk, period.folder, sent.where)
                yield Step(total, total, period.name)
            keep_handed(making, (making / PROJECT_FILE).read_bytes())
            _finish(desk, making, sent.where, called)
            keep_origin(making, origin)
    return TakenIn(folder, called, sent.list.with_evidence, origin)


def _finish(desk: Desk, folder: Path, where: str, name: str = "") -> None:
    """Look at everything that will be read again, and put the project that was read in the place of its file."""
    stored = read_sent(folder, desk.catalogue, where)
    refuse_behind(stored.project, desk.today)
    _check_pictures(folder, where)
    _practice_anew(folder, where)
    raw = kept_style(folder)
    if raw:
        keep_style(folder, style_of(raw, where))
    write_anew(stored, name or stored.name, desk.catalogue)


def _check_pictures(folder: Path, where: str) -> None:
    for path in (folder / name for name in PICTURE_FILES if (folder / name).is_file()):
        raw = path.read_bytes()
        said = picture_of(raw)
        if said is None or said.suffix != path.suffix.removeprefix("."):
            raise not_whole(f"{path.name} is no picture of its kind.", where)
        try:
            check_picture(raw)
        except FileProblem as problem:
            raise not_whole(f"{path.name}: {problem.message}", where) from problem


def _practice_anew(folder: Path, where: str) -> None:
    """Write anew what says that a project is practice, and its notebook. Raises NotWhole for what is neither."""
    if (folder / PRACTICE_FILE).is_file():
        mark_practice(folder, practised(folder))
    if (folder / EXERCISE_FILE).is_file():
        said = said_variant(folder)
        if said is None:
            raise not_whole(f"{EXERCISE_FILE} says of no exercise.", where)
        keep_variant(folder, *said, said_project(folder))
    if (folder / NOTEBOOK_FILE).is_file():
        if (folder / EXERCISE_FILE).is_file():
            write_notebook(folder, read_notebook(folder))
        else:
            (folder / NOTEBOOK_FILE).unlink()


def style_of(raw: bytes, where: str) -> bytes:
    """Return what is kept of a Word file: a fresh one made from it. Raises FileProblem, naming where it came from."""
    from soc2desk.renderers.docx_reference import reference_from

    try:
        return reference_from(raw).base
    except Problem as problem:
        raise FileProblem(problem.message, where=where, hint=problem.hint) from problem
