"""The sheet of questions in a workbook: question, answer, how it stands today, from which day, how to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind
from soc2desk.domain.questions import QuestionKind
from soc2desk.renderers.xlsx_cells import DATE_FORMAT, fitting, height_for, put, value_of
from soc2desk.renderers.xlsx_choices import YES_NO, Area, add_rule, tidy
from soc2desk.renderers.xlsx_look import MUTED, as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from soc2desk.domain.questionnaire import PageAsked, QuestionAsked, Questionnaire
    from soc2desk.renderers.xlsx_choices import Choices
    from soc2desk.renderers.xlsx_look import Formats, Property

CLEAR: dict[str, Property] = {"valign": "vcenter", "indent": 1}
"""What keeps words off the lines around them: LibreOffice draws words at the top of a cell onto its line."""
EDGE: dict[str, Property] = {"border": 1, "border_color": "#ccd1d8", **CLEAR}
TO_FILL: dict[str, Property] = {"bg_color": "#fffbe9"}
"""The tone of every cell that waits for words."""
FIXED: dict[str, Property] = {"bg_color": "#f1f3f6"}
_WIDTHS = (13.0, 52.0, 40.0, 20.0, 14.0, 46.0)  # letters: code, question, answer, today, from, how
_CODE, _QUESTION, _ANSWER, _STANDS, _FROM, _HOW = range(6)
_BAND, _HEAD = 26.0, 30.0  # points: the title of a page, the headings
_LETTERS_BESIDE = 2.0  # of the width of a cell, which the room on both sides takes
_ROOM, _LEAST = 8.0, 22.0  # points: above and below the lines of a cell together, and a row of one line
_LONG = 72.0
_KINDS = {QuestionKind.DATE: Kind.DATE, QuestionKind.YES_NO: Kind.BOOLEAN}


def fill_questions(sheet: Worksheet, asked: Questionnaire, formats: Formats, long: Mapping[Choices, str]) -> None:
    """Write every question under the title of its page."""
    words = asked.words
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    titles = (
        words["asked.code"],
        words["asked.question"],
        words["asked.answer"],
        words["asked.stands"],
        words["asked.from"],
        words["asked.how_heading"],
    )
    for at, title in enumerate(titles):
        put(sheet, 0, at, title, formats.header(**CLEAR))
    sheet.set_row(0, _HEAD)
    row = 1
    for page in asked.pages:
        if page.questions:
            row = _page(sheet, row, page, words, formats, long)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)


def marks_of(code: str, state: str) -> str:
    """Return what stands in the first column: the code, and the code of the state where there is one."""
    return f"{code}-{state}" if state else code


def code_look(formats: Formats) -> Format:
    """Return the look of the first column: small and quiet."""
    return formats.of(**EDGE, font_size=8, font_color=MUTED, text_wrap=False)


def row_height(cells: Iterable[tuple[str, float]], points: float = 10, least: float = _LEAST) -> float:
    """Return the height in points of a row of cells with room above and below their words."""
    height = height_for([(words, width - _LETTERS_BESIDE) for words, width in cells], points)
    return max(height + _ROOM if height else 0, least)


def put_words(
    sheet: Worksheet, at: tuple[int, int], words: str, formats: Formats, *, is_day: bool = False, fixed: bool = False
) -> None:
    """Write what stands in a space to fill: a day as a day, words as words that are never computed."""
    value = value_of(words, Kind.DATE) if is_day else fitting(words)
    shape: dict[str, Property] = {"num_format": DATE_FORMAT, "align": "left"} if is_day else {}
    put(sheet, *at, value, formats.of(**EDGE | (FIXED if fixed else TO_FILL) | shape | as_typed(value)))


def _page(
    sheet: Worksheet, row: int, page: PageAsked, words: Mapping[str, str], formats: Formats, long: Mapping[Choices, str]
) -> int:
    band = formats.of(bold=True, font_size=12, text_wrap=False, bottom=2, bottom_color=formats.words, **CLEAR)
    for at in range(len(_WIDTHS)):
        put(sheet, row, at, page.title if at == _QUESTION else "", band)
    sheet.set_row(row, _BAND)
    row += 1
    for question in page.questions:
        row = _question(sheet, row, question, words, formats, long)
    return row


def _question(
    sheet: Worksheet,
    row: int,
    one: QuestionAsked,
    words: Mapping[str, str],
    formats: Formats,
    long: Mapping[Choices, str],
) -> int:
    several = one.kind is QuestionKind.MANY
    told, how = _told(one, words), how_to(one, words)
    put(sheet, row, _CODE, marks_of(one.code, one.state), code_look(formats))
    _put_question(sheet, row, one, told, formats)
    answer = "" if several else "\n".join(one.present)
    if several:
        put(sheet, row, _ANSWER, "", formats.of(**EDGE | FIXED))
    else:
        put_words(sheet, (row, _ANSWER), answer, formats, is_day=one.kind is QuestionKind.DATE)
        kind = _KINDS.get(one.kind, Kind.CHOICE if one.choices else Kind.TEXT)
        add_rule(sheet, Area(row, _ANSWER, row, _ANSWER), tidy(one.choices, kind), kind, long)
    _put_standing(sheet, row, one, words, formats, long)
    put(sheet, row, _HOW, how, formats.of(**EDGE, font_size=9, font_color=MUTED))
    texts = [(f"{one.label}\n{told}".strip(), _WIDTHS[_QUESTION]), (how, _WIDTHS[_HOW]), (answer, _WIDTHS[_ANSWER])]
    least = _LONG if one.kind in {QuestionKind.LONG_TEXT, QuestionKind.LIST} else _LEAST
    sheet.set_row(row, row_height(texts, least=least))
    for choice, code in zip(one.choices, one.choice_codes, strict=True) if several else ():
        row += 1
        _choice(sheet, row, (choice, code, choice in one.present), formats, long)
    return row + 1


def _put_question(sheet: Worksheet, row: int, one: QuestionAsked, told: str, formats: Formats) -> None:
    look = formats.of(**EDGE)
    if not told:
        put(sheet, row, _QUESTION, fitting(one.label), formats.of(**EDGE, bold=True))
        return
    bold, quiet = formats.of(bold=True), formats.of(font_size=9, font_color=MUTED)
    sheet.write_rich_string(row, _QUESTION, bold, fitting(one.label), quiet, f"\n{fitting(told)}", look)


def _put_standing(
    sheet: Worksheet,
    row: int,
    one: QuestionAsked,
    words: Mapping[str, str],
    formats: Formats,
    long: Mapping[Choices, str],
) -> None:
    """Write the two cells for what is not done yet; shaded where that is no answer."""
    if not one.may_wait:
        for at in (_STANDS, _FROM):
            put(sheet, row, at, "", formats.of(**EDGE | FIXED))
        return
    said = {"planned": words["asked.we_will"], "not yet": words["asked.not_yet"]}.get(one.standing, "")
    put_words(sheet, (row, _STANDS), said, formats)
    put_words(sheet, (row, _FROM), one.start, formats, is_day=True)
    add_rule(sheet, Area(row, _STANDS, row, _STANDS), standings(words), Kind.CHOICE, long)
    add_rule(sheet, Area(row, _FROM, row, _FROM), (), Kind.DATE, long)


def _choice(
    sheet: Worksheet,
    row: int,
    line: tuple[str, str, bool],
    formats: Formats,
    long: Mapping[Choices, str],
) -> None:
    choice, code, holds = line
    put(sheet, row, _CODE, code, code_look(formats))
    put(sheet, row, _QUESTION, fitting(choice), formats.of(**EDGE | {"indent": 3}))
    put_words(sheet, (row, _ANSWER), YES_NO[0] if holds else "", formats)
    add_rule(sheet, Area(row, _ANSWER, row, _ANSWER), YES_NO, Kind.BOOLEAN, long)
    for at in (_STANDS, _FROM, _HOW):
        put(sheet, row, at, "", formats.of(**EDGE | FIXED))
    sheet.set_row(row, _LEAST)


def standings(words: Mapping[str, str]) -> Choices:
    """Return what may stand in the column that says how it is today."""
    return (words["asked.done"], words["asked.not_yet"], words["asked.we_will"])


def _told(one: QuestionAsked, words: Mapping[str, str]) -> str:
    return "\n".join(filter(None, (one.only_if, one.why, words["asked.optional"] if one.optional else "")))


def how_to(one: QuestionAsked, words: Mapping[str, str]) -> str:
    """Return how a question is answered: what it takes, its unit, an example, the usual value."""
    said = []
    if one.kind is QuestionKind.MANY:
        said.append(words["asked.some_of"])
    if one.unit:
        said.append(words["asked.unit"].format(unit=one.unit))
    if one.example:
        said.append(one.example)
    if one.usual:
        said.append(words["asked.usual"].format(usual=one.usual))
    return " ".join(said)
