"""A document in two states as a Word file with real insertions and deletions, to be accepted or rejected there."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from soc2desk.domain.contents import IN_TABLES, LineKind
from soc2desk.domain.word_changes import Fate, Stretch, text_after, text_before
from soc2desk.renderers.docx import drawn, opened
from soc2desk.renderers.docx_body import body_xml
from soc2desk.renderers.docx_grid import MANY_COLUMNS, cell, framed
from soc2desk.renderers.docx_numbering import list_place
from soc2desk.renderers.docx_page import turn_page
from soc2desk.renderers.docx_text import span, starts_right_to_left
from soc2desk.renderers.docx_writing import begin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from soc2desk.document.blocks import Document, Look
    from soc2desk.domain.redline import RedLine, Stretches
    from soc2desk.renderers.docx_writing import Writing

AUTHOR = "soc2desk"
"""Who a word processor names for each change: the program, for no person typed them."""

_STYLES = {
    LineKind.HEADING: "Heading1Plain",
    LineKind.CLAUSE: "ClausePlain",
    LineKind.TEXT: "BodyText",
    LineKind.ITEM: "ListBullet",
    LineKind.BOX: "ListBullet",
    LineKind.STEP: "ListNumber",
    LineKind.NOTE: "Callout",
    LineKind.FIELD: "BodyText",
    LineKind.SIGN: "BodyText",
    LineKind.CAPTION: "Caption",
}
_TAGS = {Fate.ADDED: "ins", Fate.REMOVED: "del"}
_TEXT, _GONE_TEXT = ("<w:t xml", "</w:t>"), ("<w:delText xml", "</w:delText>")
_HUNG = '<w:ind w:left="680" w:hanging="680"/>'


def render_redline(document: Document, lines: Sequence[RedLine], look: Look) -> bytes:
    """Return the redline as the bytes of a .docx file. The blocks of `document` stand above it and are no change.

    Accepting all changes gives the second state, rejecting all the first. The changes bear the date of `document` at
    midnight, so that the same two states give the same bytes.
    """
    word = opened(look)
    writing = begin(document, turn_page(word.sections[0], document), is_firm=bool(look.reference))
    made = _Redline(document.date, writing)
    return drawn(word, document, look, body_xml(document, writing) + made.body(lines), writing)


class _Redline:
    """The books of one redline: each change has a number of its own."""

    def __init__(self, date: str, writing: Writing) -> None:
        self._date, self._writing, self._count = date, writing, 0
        self._steps = 0

    def body(self, lines: Sequence[RedLine]) -> str:
        """Return all lines; those of one table as a table, with an empty line after it that is no change."""
        ends = map(_ending_well, lines, [*lines[1:], None])
        groups = groupby(ends, key=_table_of)
        drawn_ = (self._table([*inside]) if table else self._paragraphs(inside) for table, inside in groups)
        # A word processor cannot take out the mark of the last paragraph, so the last one is no change.
        return "".join(drawn_) + self._paragraph("BodyText", "", Fate.SAME)

    def _paragraphs(self, lines: Iterable[RedLine]) -> str:
        return "".join(map(self._line, lines))

    def _line(self, one: RedLine) -> str:
        kind = one.line.kind
        if kind is LineKind.STEP and not self._steps:
            self._steps = self._writing.numbering.steps()
        if kind is not LineKind.STEP:
            self._steps = 0
        style = "Heading2" if kind is LineKind.HEADING and one.line.level > 1 else _STYLES[kind]
        number = self._runs(one.number)
        tab = self._tab(one) if number else ""
        look = _place(one, self._steps)
        return self._paragraph(style, number + tab + self._texts(one), one.fate, look)

    def _tab(self, one: RedLine) -> str:
        """Return the tab after a number: it goes and comes with the number."""
        had, has = bool(text_before(one.number)), bool(text_after(one.number))
        fate = Fate.SAME if had and has else Fate.ADDED if has else Fate.REMOVED
        return self._runs((Stretch("\t", fate),))

    def _texts(self, one: RedLine) -> str:
        between = self._runs((Stretch(": ", one.fate if one.fate in _TAGS else Fate.SAME),))
        return between.join(map(self._runs, one.texts))

    def _runs(self, stretches: Stretches) -> str:
        return "".join(self._stretch(one) for one in stretches if one.text)

    def _stretch(self, one: Stretch) -> str:
        words = span(one.text)
        if one.fate not in _TAGS:
            return words
        if one.fate is Fate.REMOVED:
            # The text in it is escaped: these can only be the elements around it.
            for tag, gone in zip(_TEXT, _GONE_TEXT, strict=True):
                words = words.replace(tag, gone)
        tag = _TAGS[one.fate]
        return f"<w:{tag} {self._about()}>{words}</w:{tag}>"

    def _about(self) -> str:
        self._count += 1
        return f'w:id="{9000 + self._count}" w:author="{AUTHOR}" w:date="{self._date}T00:00:00Z"'

    def _mark(self, fate: Fate) -> str:
        """Return that a paragraph, or a row, came or went as a whole."""
        return f"<w:{_TAGS[fate]} {self._about()}/>" if fate in _TAGS else ""

    def _paragraph(self, style: str, inside: str, fate: Fate, look: str = "") -> str:
        mark = self._mark(fate)
        mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{look}{mark}</w:pPr>{inside}</w:p>'

    def _table(self, rows: Sequence[RedLine]) -> str:
        columns = max(len(one.texts) for one in rows)
        total = self._writing.width
        widths = [total // columns] * columns
        small = "Small" if columns >= MANY_COLUMNS else ""
        return framed("RegisterTable", widths, "".join(self._row(one, widths, small) for one in rows))

    def _row(self, one: RedLine, widths: Sequence[int], small: str) -> str:
        style = f"TableHeader{small}" if one.line.kind is LineKind.COLUMNS else f"TableText{small}"
        texts = [*one.texts, *[()] * len(widths)][: len(widths)]
        cells = "".join(
            cell(width, self._paragraph(style, self._runs(text), one.fate))
            for width, text in zip(widths, texts, strict=True)
        )
        return f"<w:tr><w:trPr>{self._mark(one.fate)}</w:trPr>{cells}</w:tr>"


def _ending_well(one: RedLine, following: RedLine | None) -> RedLine:
    """Let no line that goes on end with words that came in right before a whole line that came in.

    LibreOffice would reject both as one and join what stays. What went is put last; where nothing did, the last word
    that stayed goes and comes again.
    """
    before_new = following is not None and following.fate is Fate.ADDED
    last = one.texts[-1] if one.texts else ()
    if one.fate is not Fate.CHANGED or not before_new or not last or last[-1].fate is not Fate.ADDED:
        return one
    came, rest = last[-1], last[:-1]
    if rest and rest[-1].fate is Fate.REMOVED:
        turned = (*rest[:-1], came, rest[-1])
    elif rest:
        kept, word = _without_last_word(rest[-1].text)
        stays = (Stretch(kept),) if kept else ()
        turned = (*rest[:-1], *stays, Stretch(word + came.text, Fate.ADDED), Stretch(word, Fate.REMOVED))
    else:
        return one
    return replace(one, texts=(*one.texts[:-1], turned))


def _without_last_word(text: str) -> tuple[str, str]:
    start = text.rstrip().rfind(" ") + 1
    return text[:start], text[start:]


def _table_of(one: RedLine) -> tuple[object, ...] | None:
    return (one.line.table, one.line.keys) if one.line.kind in IN_TABLES else None


def _place(one: RedLine, steps: int) -> str:
    """Return the list, the direction and the indent of a line, in the order that the format wants."""
    kind, level = one.line.kind, min(one.line.level, 2)
    number = list_place(level, steps) if kind is LineKind.STEP else ""
    turned = "<w:bidi/>" if starts_right_to_left(one.line.text) else ""
    hung = _HUNG if one.number else f'<w:ind w:left="{680 * level + 340}" w:hanging="340"/>' if _is_deep(one) else ""
    return number + turned + hung


def _is_deep(one: RedLine) -> bool:
    return one.line.level > 0 and one.line.kind in {LineKind.ITEM, LineKind.BOX}
