"""What a student in the auditor's chair looks at: the requests and the files of a packet or of a practice copy."""

from __future__ import annotations

import hashlib
import tempfile
import unicodedata
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.chair import Asked
from soc2desk.domain.contents import LineKind
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.file_names import file_name
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem, nearest
from soc2desk.packet.opened import DAMAGED, UNREADABLE, open_archive, open_folder
from soc2desk.packet.read_contents import read_contents
from soc2desk.packet.verify import verify
from soc2desk.storage.chair_file import CHAIR_FILE, read_chair
from soc2desk.storage.cleaning import clean
from soc2desk.storage.exercise_file import ROOM, said_variant
from soc2desk.storage.exports.heading_words import USERS
from soc2desk.storage.exports.layout import layout_of, rows_in
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.populations import is_table
from soc2desk.storage.projects import is_project, open_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.app.desk import Desk

    Cells = tuple[str, ...]

BOOKS = "auditors-chair"
"""The folder of the workspace in which the books about packets stand."""
MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 5_000
"""Rows of a list that are shown; a sample is drawn from all of them."""
_DIGITS, _LONGEST, _LONGEST_BEFORE = 16, 40, 60
_EVIDENCE = "evidence"
_REQUESTS = "requests"


@dataclass(frozen=True)
class Case:
    """What is looked at. `home` keeps the book; `exercise`, `student` and `variant` are as the copy says them."""

    title: str
    source: Path
    home: Path
    requests: tuple[Asked, ...]
    files: tuple[str, ...]
    exercise: str = ""
    student: str = ""
    variant: str = ""

    @property
    def request(self) -> dict[str, Asked]:
        """Every request by id."""
        return {one.id: one for one in self.requests}

    def named(self, name: str) -> str:
        """Return a file as it is called here; in a room, its place in the room is enough where nothing else has it."""
        inside = f"{ROOM}/{name}"
        return inside if name not in self.files and inside in self.files else name

    @property
    def lists(self) -> tuple[str, ...]:
        """The files from which a sample can be drawn."""
        return tuple(name for name in self.files if is_table(Path(name)))


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a list, the first MOST_ROWS of them, with the line of each as a person counts; `total` counts all."""

    headings: tuple[str, ...]
    rows: tuple[Cells, ...]
    lines: tuple[int, ...]
    total: int


def open_case(desk: Desk, where: str, student: str = "") -> Case:
    """Return what a student looks at: a project of the workspace, the folder of one, or a packet as folder or ZIP.

    Raises UsageProblem for a packet and no such file, ProjectProblem for a packet that was changed, FileProblem.
    """
    path = Path(where).expanduser()
    if is_project(desk.workspace / where):
        return _of_project(desk, desk.workspace / where, student)
    if path.is_dir() and is_project(path):
        return _of_project(desk, path, student)
    if not path.exists():
        hint = "Name a practice copy, or the folder or ZIP of a packet."
        raise UsageProblem(f'There is nothing at "{where[:80]}".', hint=hint)
    return _of_packet(desk, path, student)


def _of_project(desk: Desk, folder: Path, student: str) -> Case:
    stored = open_project(folder.parent, folder.name, desk.catalogue)
    engagement = decide_engagement(desk.catalogue, stored.project, desk.today)
    asked = tuple(
        Asked(one.id, one.request, tuple(engagement.asked_for(one)), one.criteria) for one in engagement.requests
    )
    found = tuple(name for part in (ROOM, _EVIDENCE) for name in _files_under(folder, part))
    said = said_variant(folder)
    variant, number = said or (None, "")
    title = engagement.answer_text("company") or folder.name
    exercise, named = (variant.exercise, variant.student) if variant else ("", "")
    return Case(title, folder, folder, asked, found, exercise, named or student.strip(), number)


def _files_under(folder: Path, part: str) -> list[str]:
    """Return the plain files under a folder: neither links nor what begins with a dot."""
    home = folder / part
    if home.is_symlink() or not home.is_dir():
        return []
    names = open_folder(home).names if part == ROOM else {one.name for one in home.iterdir()}
    plain = (name for name in names if not name.startswith(".") and not (home / name).is_symlink())
    return [f"{part}/{name}" for name in sorted(plain) if (home / name).is_file()]


def _of_packet(desk: Desk, path: Path, student: str) -> Case:
    report = verify(path)
    if report.manifest is None or not report.is_unchanged:
        hint = "Ask for it again. soc2desk verify lists every difference."
        raise ProjectProblem("The packet is not as it was handed over.", where=str(path), hint=hint)
    contents = read_contents(path)
    asked = tuple(
        Asked(line.id, line.cell("asked"), _ids(line.cell("controls")), _ids(line.cell("criteria")))
        for document in contents.documents
        for line in document.lines
        if line.kind is LineKind.ROW and line.table == _REQUESTS
    )
    digest = hashlib.sha256("".join(one.sha256 for one in report.manifest.files).encode()).hexdigest()
    home = _home(desk.workspace / BOOKS, digest, contents.company or "packet", student.strip())
    files = tuple(sorted(one.path for one in report.manifest.files))
    return Case(contents.company, path, home, asked, files, student=student.strip())


def _home(books: Path, packet: str, company: str, student: str) -> Path:
    """Return the folder of the book of one student about one packet.

    A digest of both begins its name: of the words after it only Latin letters are left, and what is long is cut.
    """
    whose = _as_compared(student)
    digest = hashlib.sha256(f"{packet} {whose}".encode()).hexdigest()[:_DIGITS]
    home = books / f"{digest}-{file_name(f'{company} {student}', _LONGEST)}".rstrip("-")
    before = books / file_name(f"{company} {packet[:8]} {student}".strip()[:_LONGEST_BEFORE], _LONGEST_BEFORE)
    if home.exists() or not (before / CHAIR_FILE).exists():
        return home
    # Such a folder may have served two students: the book in it is that of the one whom it names.
    book = read_chair(before)
    return before if book is not None and _as_compared(book.student) == whose else home


def _as_compared(student: str) -> str:
    return " ".join(unicodedata.normalize("NFC", clean(student)).casefold().split())


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(","))))


def read_file(case: Case, name: str) -> bytes:
    """Return the bytes of one file of a case. Raises UsageProblem for an unknown one, FileProblem."""
    name = case.named(name)
    if name not in case.files:
        raise UsageProblem(f'There is no file "{name[:80]}" here.', hint=nearest(name, case.files) or "See the list.")
    try:
        with said_plainly("The file cannot be read.", case.source):
            if case.source.is_dir():
                raw = open_folder(case.source).read(name, MOST_BYTES + 1)
            else:
                with zipfile.ZipFile(case.source) as archive:
                    raw = open_archive(archive).read(name, MOST_BYTES + 1)
    except (*DAMAGED, *UNREADABLE, KeyError) as error:
        raise FileProblem("The file cannot be read.", where=name, hint="Check the packet again.") from error
    if len(raw) > MOST_BYTES:
        raise FileProblem("The file is too large to be shown here.", where=name, hint="Open it in its own program.")
    return raw


@contextmanager
def as_file(case: Case, name: str) -> Iterator[Path]:
    """Give a copy of one file that may be opened; the case itself is never written to."""
    raw = read_file(case, name)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / Path(name).name
        path.write_bytes(raw)
        yield path


def read_words(case: Case, name: str) -> str:
    """Return the words of a Word file: headings and text, without its looks. Raises UsageProblem, FileProblem."""
    from soc2desk.renderers.docx_sections import sections_in

    raw = read_file(case, name)
    parts = ("\n".join(filter(None, (f"{one.number} {one.heading}".strip(), one.text))) for one in sections_in(raw))
    return "\n".join(parts)


def read_list(case: Case, name: str) -> Listed:
    """Return the rows of a list below its headings. Raises UsageProblem for a file that is no list, FileProblem."""
    name = case.named(name)
    if not is_table(Path(name)):
        raise UsageProblem(f"{name[:80]} is no list.", hint=f"Lists here: {', '.join(case.lists[:6]) or 'none'}.")
    with as_file(case, name) as path:
        layout = layout_of(path, USERS)
        rows: list[Cells] = []
        lines: list[int] = []
        total = 0
        for row in rows_in(layout):
            total += 1
            if len(rows) < MOST_ROWS:
                rows.append(row.cells)
                lines.append(row.line)
    return Listed(layout.headings, tuple(rows), tuple(lines), total)
