"""A questionnaire as a Word file: a table of questions for each page, a code and a bookmark beside each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, text
from soc2desk.renderers.docx import drawn, dressed, opened
from soc2desk.renderers.docx_answers import CODE_SHARE, answer_space, cell_space, code_cell, space_of_line
from soc2desk.renderers.docx_grid import cell, framed, row
from soc2desk.renderers.docx_page import turn_page
from soc2desk.renderers.docx_runs import worded
from soc2desk.renderers.docx_text import paragraph, span
from soc2desk.renderers.docx_writing import begin

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from soc2desk.document.blocks import Look
    from soc2desk.domain.questionnaire import ColumnAsked, HeadLine, PageAsked, QuestionAsked, Questionnaire, TableAsked
    from soc2desk.renderers.docx_writing import Writing

QUESTION_SHARE = 0.44
LABEL_SHARE, VALUE_SHARE = 0.2, 0.35
BLANK_ROWS = 5
ROW_HEIGHT = 440
SMALL = 6  # columns from which on the letters of a table are small


def render(asked: Questionnaire, look: Look) -> bytes:
    """Return a questionnaire as the bytes of a .docx file, the same bytes for the same input."""
    look = dressed(look)
    document = paper(asked)
    word = opened(look)
    writing = begin(document, turn_page(word.sections[0], document), is_firm=bool(look.reference))
    return drawn(word, document, look, "".join(_body(asked, writing)), writing)


def paper(asked: Questionnaire) -> Document:
    """Return the document that a questionnaire is printed as, without its content."""
    return Document(
        "QUE", asked.title, "record", Audience.CUSTOMER, asked.client, asked.made_on, (),
        status="Final", language=asked.language, landscape=True,
    )  # fmt: skip


def _body(asked: Questionnaire, writing: Writing) -> Iterator[str]:
    yield paragraph("CompactTitle", span(asked.title), words=asked.title)
    yield _head(asked.head, asked.words, writing)
    yield paragraph("Heading2", span(asked.words["asked.how_heading"]))
    yield "".join(paragraph("ListBullet", span(said)) for said in asked.how)
    for page in asked.pages:
        yield from _page(page, asked, writing)


def _head(lines: Sequence[HeadLine], words: Mapping[str, str], writing: Writing) -> str:
    shares = (CODE_SHARE, LABEL_SHARE, VALUE_SHARE)
    widths = _widths(writing.width, (*shares, 1 - sum(shares)))
    rows = [
        row(
            map(
                cell,
                widths,
                (
                    code_cell(line.place, line.code, line.state, writing),
                    paragraph("FieldLabel", span(line.label)),
                    space_of_line(line, words, writing),
                    paragraph("FieldNote", span(line.help)),
                ),
            ),
            height=ROW_HEIGHT,
        )
        for line in lines
    ]
    return framed("FormTable", widths, "".join(rows), about=", ".join(line.label for line in lines))


def _page(page: PageAsked, asked: Questionnaire, writing: Writing) -> Iterator[str]:
    yield paragraph("Heading1Plain", span(page.title), words=page.title)
    yield paragraph("BodyText", span(page.intro), words=page.intro, keep=True)
    if page.questions:
        yield _questions(page.questions, asked, writing)
    for table in page.tables:
        yield from _table(table, asked, writing)


def _questions(questions: Sequence[QuestionAsked], asked: Questionnaire, writing: Writing) -> str:
    widths = _widths(writing.width, (CODE_SHARE, QUESTION_SHARE, 1 - CODE_SHARE - QUESTION_SHARE))
    titles = [asked.words[f"asked.{key}"] for key in ("code", "question", "answer")]
    rows = [row(map(cell, widths, [worded("TableHeader", text(title), writing) for title in titles]), header=True)]
    rows += [
        row(
            map(
                cell,
                widths,
                (
                    code_cell(one.place, one.code, one.state, writing),
                    _question(one, asked),
                    answer_space(one, asked.words, writing),
                ),
            )
        )
        for one in questions
    ]
    return framed("RegisterTable", widths, "".join(rows), about=", ".join(titles))


def _question(one: QuestionAsked, asked: Questionnaire) -> str:
    words = asked.words
    usual = words["asked.usual"].format(usual=one.usual) if one.usual else ""
    # Not in the space for the answer, where nothing but the answer stands.
    notes = (one.only_if, one.why, one.example, usual, words["asked.optional"] if one.optional else "")
    said = [paragraph("FieldNote", span(note), words=note) for note in notes if note]
    return paragraph("FieldLabel", span(one.label), words=one.label, keep=True) + "".join(said)


def _table(table: TableAsked, asked: Questionnaire, writing: Writing) -> Iterator[str]:
    columns = [column for column in table.columns if column.id in table.on_paper]
    small = "Small" if len(columns) >= SMALL else ""
    widths = _widths(writing.width, (CODE_SHARE, *_shares(columns)))
    heads = [worded(f"TableHeader{small}", text(column.label), writing) for column in columns]
    rows = [row(map(cell, widths, [code_cell(table.place, table.code, "", writing), *heads]), header=True)]
    for held in table.rows:
        cells = dict(zip((column.id for column in table.columns), held.cells, strict=True))
        spaces = [cell_space(cells[column.id], column, small, writing) for column in columns]
        rows.append(
            row(map(cell, widths, [code_cell(held.place, held.code, held.state, writing), *spaces]), height=ROW_HEIGHT)
        )
    for _ in range(BLANK_ROWS if table.may_grow else 0):
        spaces = [cell_space("", column, small, writing) for column in columns]
        rows.append(row(map(cell, widths, [paragraph("FieldNote", ""), *spaces]), height=ROW_HEIGHT))
    yield paragraph("Heading2", span(table.title), words=table.title)
    yield paragraph("BodyText", span(table.intro), words=table.intro, keep=True)
    if table.may_grow:
        yield paragraph("Small", span(asked.words["asked.more_rows"]), keep=True)
    yield framed("RegisterTable", widths, "".join(rows), title=table.title, about=", ".join(c.label for c in columns))
    if len(columns) < len(table.columns):
        yield paragraph("Small", span(asked.words["asked.more_columns"]))


def _shares(columns: Sequence[ColumnAsked]) -> list[float]:
    wanted = [0.7 if column.is_short or column.choices else 1.0 for column in columns]
    return [(1 - CODE_SHARE) * one / sum(wanted) for one in wanted]


def _widths(total: int, shares: Sequence[float]) -> list[int]:
    widths = [round(total * share) for share in shares]
    widths[-1] += total - sum(widths)
    return widths
