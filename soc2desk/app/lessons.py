"""The papers of a lesson, and a folder from which a class starts: on a memory stick, without a network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.desk import DEMO_SAMPLE
from soc2desk.app.make_packet import look_of, sample_day
from soc2desk.app.practice import practice_copy
from soc2desk.document.blocks import Fact, Heading, Table, plain, text
from soc2desk.domain.lessons import PaperKind, lesson_of
from soc2desk.domain.problems import FileProblem
from soc2desk.domain.steps import Step
from soc2desk.packet.compose import beside, compose
from soc2desk.packet.drawing import draw
from soc2desk.storage.appearing import appearing
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.document.blocks import Block, Document, Look
    from soc2desk.domain.lessons import Lesson

    Steps = Generator[Step, None, Path]

CLASS, WORKSPACE, PROGRAM = "class", "workspace", "program"
PAPER_FORMATS = ("pdf", "docx")
_MOST = 100
WIDE = 1.7
"""How much wider a column to write in is than one that is read."""
_START = {
    "start.sh": '#!/bin/sh\ncd "$(dirname "$0")" && exec soc2desk desk --workspace workspace\n',
    "start.cmd": '@echo off\r\ncd /d "%~dp0"\r\nsoc2desk desk --workspace workspace\r\nif errorlevel 1 pause\r\n',
}
"""By a relative path, so that the folder works under whatever letter or name the stick gets."""


def print_lesson(desk: Desk, lesson_id: str, folder: Path) -> Steps:
    """Write the papers of a lesson into a new folder, step by step, and return it.

    Raises FileProblem for a folder that holds something already; nothing half made stays.
    """
    lesson = lesson_of(lesson_id)

    def fill(making: Path) -> Iterator[Step]:
        yield from _papers(desk, lesson, making, len(lesson.papers))

    return (yield from _appearing(folder, fill))


def prepare_lesson(desk: Desk, lesson_id: str, folder: Path) -> Steps:
    """Write a folder for a memory stick: what the class gets, and apart from it what the instructor keeps.

    The class gets workbooks, practice copies of every sample, and a start by relative paths.

    Raises FileProblem as print_lesson does. Nothing is written outside the folder.
    """
    lesson, samples, phrases = lesson_of(lesson_id), tuple(desk.samples()), desk.catalogue.phrases
    total = len(lesson.papers) + len(samples)

    def fill(making: Path) -> Iterator[Step]:
        given = making / CLASS
        for_class = given / WORKSPACE
        yield from _papers(desk, lesson, making, total)
        making.joinpath(PaperKind.BOOK.folder).rename(given)
        for at, sample in enumerate(samples, len(lesson.papers) + 1):
            practice_copy(replace(desk, workspace=for_class), sample)
            yield Step(at, total, sample)
        (given / PROGRAM).mkdir()
        told = phrases["lesson.program.text"]
        (given / PROGRAM / phrases["lesson.program.name"]).write_text(told, encoding="utf-8", newline="")
        for name, words in {phrases["lesson.start.name"]: phrases["lesson.start.text"], **_START}.items():
            (given / name).write_text(words, encoding="utf-8", newline="")
        (making / phrases["lesson.first.name"]).write_text(phrases["lesson.first.text"], encoding="utf-8", newline="")

    return (yield from _appearing(folder, fill))


def said_missing(desk: Desk, folder: Path) -> str:
    """Return what a prepared folder lacks before a class can start from it: the program is not ours to copy there."""
    phrases = desk.catalogue.phrases
    return phrases["lesson.program.missing"].format(
        folder=folder / CLASS / PROGRAM, name=phrases["lesson.program.name"]
    )


def free_folder(into: Path, lesson_id: str) -> Path:
    """Return a folder in another that does not exist yet, named after a lesson."""
    names = (f"lesson-{lesson_id}", *(f"lesson-{lesson_id}-{number}" for number in range(2, _MOST)))
    found = next((into / name for name in names if not (into / name).exists()), None)
    if found is None:
        raise FileProblem("This folder holds too many lessons.", where=str(into), hint="Choose another folder.")
    return found


def _appearing(folder: Path, fill: Callable[[Path], Iterator[Step]]) -> Steps:
    """Fill a new folder, or an empty one, that gets everything at the end or nothing."""
    with said_plainly("The lesson could not be written.", folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            hint = "Name a new folder, or an empty one."
            raise FileProblem(
                "Something stands there already, and nothing is written over.", where=str(folder), hint=hint
            )
        with appearing(folder) as making:
            yield from fill(making)
    return folder


def _papers(desk: Desk, lesson: Lesson, folder: Path, total: int) -> Iterator[Step]:
    source = desk.answers_file(desk.sample(DEMO_SAMPLE))
    made = compose(desk.catalogue, source.project, sample_day(desk, source))
    look, templates = look_of(made, source), {one.id: one for one in desk.catalogue.lessons}
    plain = replace(look, logo=b"", prepared_by="", footer="", confidential="")
    for at, (kind, id_) in enumerate(lesson.papers, 1):
        paper = _paper(beside(made, templates[id_]), kind, lesson, desk.catalogue.phrases)
        (folder / kind.folder).mkdir(parents=True, exist_ok=True)
        for name, content in _drawn(paper, kind, plain):
            (folder / kind.folder / name).write_bytes(content)
        yield Step(at, total, paper.title)


def _paper(document: Document, kind: PaperKind, lesson: Lesson, phrases: dict[str, str]) -> Document:
    """Return a paper of a lesson: a class has no owner and approver, and is no draft of anything."""
    cover = (
        Fact(phrases["lesson.cover.minutes"], text(str(lesson.minutes))),
        Fact(phrases["lesson.cover.reader"], text(phrases[f"lesson.reader.{kind.value}"])),
    )
    said, blocks = phrases["lesson.for_practice"], tuple(map(_for_a_class, document.blocks))
    return replace(
        document, kind="sheet", company=said, footer=said, cover=cover, status="", companions=(), blocks=blocks
    )


def _for_a_class(block: Block) -> Block:
    """Return a block of a paper: parts are counted in their titles, and what is written by hand needs room."""
    if isinstance(block, Heading):
        return replace(block, number="")
    if isinstance(block, Table) and block.to_fill:
        empty = [not any(plain(row.cells[at]) for row in block.rows) for at in range(len(block.columns))]
        weighed = zip(block.columns, empty, strict=True)
        return replace(block, columns=tuple(replace(one, width=WIDE if open_ else 1.0) for one, open_ in weighed))
    return block


def _drawn(paper: Document, kind: PaperKind, look: Look) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a paper: boards in the two sizes of a wall, all else to print and to change."""
    if kind is PaperKind.BOARDS:
        from soc2desk.renderers import pdf_boards

        yield f"{kind.value}-a4.pdf", pdf_boards.render(paper, look)
        yield f"{kind.value}-a3.pdf", pdf_boards.render(paper, look, pdf_boards.LARGER)
        return
    for format_ in PAPER_FORMATS:
        yield f"{kind.value}.{format_}", draw(format_, paper, look)
