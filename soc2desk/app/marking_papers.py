"""What an instructor gets of a marked class: a table as CSV and workbook, and a page for each student."""

from __future__ import annotations

import csv
import io
import os
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.document.feedback_page import feedback_page
from soc2desk.domain.file_names import file_name, is_device
from soc2desk.domain.looks import Look
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.domain.spreadsheet_cells import harmless
from soc2desk.domain.steps import Step
from soc2desk.packet.drawing import draw
from soc2desk.renderers.xlsx_plain import plain_workbook
from soc2desk.storage.appearing import appearing
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping

    from soc2desk.app.class_work import ClassMarked, StudentMarked
    from soc2desk.app.desk import Desk

FORMATS = ("pdf", "docx", "html")
"""In which a page for a student can come."""
TABLE = "marks"
PAGES = "feedback"
STUDENT = "student"
_LONGEST = 60


def check_wishes(out: Path, formats: Iterable[str], folder: Path | None = None) -> None:
    """Raise a Problem where nothing can be written, before a class is read from a folder."""
    wrong = [one for one in formats if one not in FORMATS]
    if wrong:
        raise UsageProblem(f'A page cannot come as "{wrong[0]}".', hint=f"Known: {', '.join(FORMATS)}.")
    if folder is not None and Path(os.path.realpath(folder)) in Path(os.path.realpath(out)).parents:
        # The pages hold the answers, and the next time they would be work that nobody can read.
        message = "The marks do not go among what was handed in; nothing was written."
        raise UsageProblem(message, where=str(out), hint="Name a new folder beside that of the class.")
    if out.exists():
        hint = "Name a new folder, or move that one away."
        raise ProjectProblem("This folder exists already; nothing was written.", where=str(out), hint=hint)


def write_papers(
    desk: Desk, found: ClassMarked, out: Path, formats: tuple[str, ...] = FORMATS[:1]
) -> Generator[Step, None, Path]:
    """Write table and pages into a new folder, which appears as a whole. Raises Problems; then nothing is left."""
    check_wishes(out, formats)
    with said_plainly("The marks could not be written.", out), appearing(out) as making:
        (making / PAGES).mkdir()
        rows = table(found, desk.catalogue.phrases)
        (making / f"{TABLE}.csv").write_bytes(_csv(rows))
        (making / f"{TABLE}.xlsx").write_bytes(_workbook(rows, found, desk))
        yield from _pages(desk, found, making / PAGES, formats)
    return out


def table(found: ClassMarked, phrases: Mapping[str, str]) -> list[list[str]]:
    """Return the table with its headings: one row a student with what to look at first, one column a fault."""
    marked = next((row for row in found.students if row.key is not None), None)
    faults = [answer.fault for answer in marked.key.answers] if marked and marked.key else []
    names = ("student", "notes", "found", "missed", "alarms", "repeated", "file", "variant")
    head = [*(phrases[f"marking.table.{name}"] for name in names), *(_titles([one.title for one in faults]))]
    return [head, *(_row(one, [fault.id for fault in faults], phrases) for one in found.students)]


def _titles(titles: list[str]) -> Iterator[str]:
    """Yield headings that are unlike each other: a fault may be planted twice."""
    for at, title in enumerate(titles):
        before = titles[:at].count(title)
        yield f"{title} ({before + 1})" if before else title


def _row(one: StudentMarked, faults: list[str], phrases: Mapping[str, str]) -> list[str]:
    marked = one.marked
    if marked is None:
        problem = one.problem
        why = " ".join(part for part in (problem.message, problem.hint) if part) if problem else ""
        return [one.student, why, "", "", "", "", one.file, one.variant, *("" for _ in faults)]
    by = {found.answer.fault.id: "mended" if found.row is None else "by" for found in marked.found}
    by.update(dict.fromkeys(marked.gone, "gone"))
    counts = (len(marked.found), len(marked.missed), len(marked.alarms), marked.repeated)
    doubts = " ".join(phrases[f"marking.doubt.{key}"].format(words=words) for key, words in one.doubts)
    cells = (phrases[f"marking.table.{by.get(fault, 'missing')}"] for fault in faults)
    return [one.student, doubts, *map(str, counts), one.file, one.variant, *cells]


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    # Names come from files of students: a cell that a spreadsheet would work out begins with a mark that stops it.
    csv.writer(text).writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _workbook(rows: list[list[str]], found: ClassMarked, desk: Desk) -> bytes:
    phrases = desk.catalogue.phrases
    said = {"class": found.key.class_name, "code": found.key.code, "exercise": found.title}
    head = {phrases[f"marking.table.{key}"]: words for key, words in said.items()}
    made = datetime.combine(desk.today, time(), UTC)
    return plain_workbook(phrases["marking.table.name"], head, rows[0], rows[1:], {}, made)


def _pages(desk: Desk, found: ClassMarked, folder: Path, formats: tuple[str, ...]) -> Generator[Step, None, None]:
    rows = [row for row in found.students if row.marked is not None]
    taken: set[str] = set()
    for done, row in enumerate(rows, 1):
        if row.marked is None:
            continue
        stem = file_name(row.student, _LONGEST)
        # No file of Windows can be called con or nul.
        stem = f"{STUDENT}-{stem}" if is_device(stem) else stem or STUDENT
        stem = next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(rows) + 2))) if one not in taken)
        taken.add(stem)
        page = feedback_page(
            row.student, row.variant, found.title, row.marked, desk.today.isoformat(), desk.catalogue.phrases
        )
        for kind in formats:
            (folder / f"{stem}.{kind}").write_bytes(draw(kind, page, Look()))
        yield Step(done, len(rows), row.student)
