"""The five-minute answer: worked out, put on a page, saved, and taken over into a new project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.beginning import begin
from soc2desk.document.blocks import Heading, Look, Paragraph, Table, plain
from soc2desk.document.quick_page import quick_page
from soc2desk.domain.answers import Answer
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import FileProblem, UsageProblem, nearest
from soc2desk.domain.project import Project
from soc2desk.domain.quick_answer import Wish, answer_quickly
from soc2desk.domain.quick_effort import estimate_effort
from soc2desk.packet.drawing import draw
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.codec_answers import SUGGESTED
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.preferences import Preferences
    from soc2desk.app.session import Plain
    from soc2desk.document.blocks import Document
    from soc2desk.domain.quick_answer import QuickAnswer, QuickQuestion
    from soc2desk.domain.quick_effort import Effort

FORMATS = ("pdf", "docx")
"""What the page can be saved as."""
SECURITY = "security"


@dataclass(frozen=True)
class Quick:
    """An answer with its hours and its page."""

    answer: QuickAnswer
    effort: Effort
    page: Document


def quick(desk: Desk, question: QuickQuestion) -> Quick:
    """Return what can be there by when, and what it asks for.

    Raises Problem for a day that is over, a company of nobody and a category that there is none of.
    """
    answer = answer_quickly(question)
    known = [one.id for one in desk.catalogue.categories]
    for category in question.categories:
        if category not in known:
            hint = nearest(category, known) or f"Known: {', '.join(known)}."
            raise UsageProblem(f'There is no category "{category}".', hint=hint)
    report = "type_1" if answer.wished.wish is Wish.TYPE_1 else "type_2"
    categories = tuple(one for one in known if one == SECURITY or one in question.categories)
    untouched = Project({"categories": Answer(categories), "report_type": Answer(report)})
    effort = estimate_effort(answer, decide_engagement(desk.catalogue, untouched, question.today))
    return Quick(answer, effort, quick_page(answer, effort, desk.catalogue.phrases))


def save_quick_page(made: Quick, target: Path, *, over: bool = False) -> Path:
    """Write the page as PDF or Word, as the name ends; over a file of that name only where somebody agreed to that.

    Raises UsageProblem for another ending, FileProblem.
    """
    kind = target.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise UsageProblem(f'The page cannot be saved as "{target.name}".', hint="End the name with .pdf or .docx.")
    if target.is_dir():
        raise FileProblem("There is a folder of this name.", where=str(target), hint="Give another name.")
    if target.exists() and not over:
        message = "A file of this name stands there already."
        raise FileProblem(message, where=str(target), hint="Choose another name, or move it away.")
    drawn = draw(kind, made.page, Look())
    with said_plainly("The page cannot be saved.", target):
        replace_whole(target, drawn)
    return target


def begin_with(desk: Desk, company: str, made: Quick, preferences: Preferences) -> Path:
    """Create a project that begins with these answers, and return its folder.

    What the person said is confirmed; the dates were worked out here and are suggested. Raises ProjectProblem for a
    name that is empty, taken or cannot be used, FileProblem.
    """
    return begin(desk, company, preferences, _answers(made))


def _answers(made: Quick) -> dict[str, Plain]:
    """Return the answers in the form of a file: the day and the categories are the person's, the rest suggested."""
    asked, way = made.answer.question, made.answer.wished
    dates = way.usual
    is_type_1 = way.wish is Wish.TYPE_1
    days = {"report_date": dates.start} if is_type_1 else {"window_start": dates.start, "window_end": dates.end}
    kind = "type_1" if is_type_1 else "type_2"
    return {
        "report_needed_by": asked.needed_by.isoformat(),
        "categories": list(asked.categories),
        "report_type": _suggested(kind) if asked.wish is Wish.EARLIEST else kind,
        **{key: _suggested(day.isoformat()) for key, day in {**days, "fieldwork_start": dates.fieldwork}.items()},
    }


def _suggested(value: str) -> dict[str, Plain]:
    return {SUGGESTED: value}


def quick_lines(made: Quick) -> tuple[str, ...]:
    """Return the page as plain lines for a terminal."""
    lines = [made.page.title, ""]
    for block in made.page.blocks:
        match block:
            case Paragraph():
                lines += [plain(block.runs), ""]
            case Heading():
                lines.append(plain(block.runs))
            case Table():
                lines += [block.title, *_aligned(block), ""]
    return tuple(lines[:-1])


def _aligned(table: Table) -> list[str]:
    rows = [tuple(column.title for column in table.columns), *(tuple(map(plain, row.cells)) for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


@dataclass(frozen=True)
class QuickSaid:
    """The page as stretches of text. `ways` are the cells of its table; the `tones` of these are good, warn or bad.

    `rest` is what follows, each with its role: heading, body or hint.
    """

    verdict: str
    ways: tuple[tuple[str, ...], ...]
    tones: tuple[str, ...]
    rest: tuple[tuple[str, str], ...]


def quick_said(made: Quick) -> QuickSaid:
    """Return the page for a window that lays it out itself."""
    blocks = made.page.blocks
    table = next(block for block in blocks if isinstance(block, Table))
    verdict, *others = [block for block in blocks if isinstance(block, Paragraph | Heading)]
    rest = tuple((_role(block), plain(block.runs)) for block in others)
    ways = tuple(tuple(map(plain, row.cells)) for row in table.rows)
    return QuickSaid(plain(verdict.runs), ways, tuple(row.tone for row in table.rows), rest)


def _role(block: Paragraph | Heading) -> str:
    if isinstance(block, Heading):
        return "heading"
    return "hint" if block.style == "small" else "body"
