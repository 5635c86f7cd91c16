"""Records to fill in Word: labels beside empty spaces, boxes to tick, lines to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Kind, plain, text
from soc2desk.renderers.docx_controls import space_to_fill, tick_box, yes_or_no
from soc2desk.renderers.docx_grid import cell, framed, lines_in, row
from soc2desk.renderers.docx_runs import runs_xml, worded
from soc2desk.renderers.docx_text import paragraph, span
from soc2desk.renderers.docx_words import DATE, NAME, ONE_OF, OPTIONAL, ROLE, SIGNATURE

if TYPE_CHECKING:
    from soc2desk.document.blocks import Checklist, Form, FormField, SignOff
    from soc2desk.renderers.docx_writing import Writing

INDENTED = '<w:ind w:left="1080" w:hanging="400"/>'
LABEL_SHARE = 0.34
HEIGHTS = {Kind.LONG_TEXT: 1500, Kind.TABLE: 2400, Kind.SIGNATURE: 680}
LINE_HEIGHT = 460
SIGN_HEIGHT = 640
SIGN_SHARES = ((ROLE, 0.27), (NAME, 0.25), (SIGNATURE, 0.31), (DATE, 0.17))
WHOLE_LIST = 6  # lines to tick: no more than these stay on one page


def form_xml(form: Form, writing: Writing) -> str:
    """Return a form: what is asked at the left, the space for it at the right; empty for no field."""
    if not form.fields:
        return ""
    label = round(writing.width * LABEL_SHARE)
    widths = [label, writing.width - label]
    rows = [
        row(
            map(cell, widths, (_label(entry), _space(entry, writing))),
            height=HEIGHTS.get(entry.kind, LINE_HEIGHT),
            lines=lines_in(len(plain(entry.value)), widths[1]),
        )
        for entry in form.fields
    ]
    return framed("FormTable", widths, "".join(rows), about=", ".join(entry.label for entry in form.fields))


def sign_off_xml(block: SignOff, writing: Writing) -> str:
    """Return the lines for signatures: a row a role, with name, signature and date left empty; empty for no role."""
    if not block.roles:
        return ""
    widths = [round(writing.width * share) for _, share in SIGN_SHARES]
    titles = [worded("TableHeader", text(word), writing) for word, _ in SIGN_SHARES]
    empty = [paragraph("TableText", "")] * 3
    rows = [
        row(map(cell, widths, [worded("TableText", text(role), writing), *empty]), height=SIGN_HEIGHT)
        for role in block.roles
    ]
    about = ", ".join(word for word, _ in SIGN_SHARES)
    return framed("RegisterTable", widths, row(map(cell, widths, titles), header=True) + "".join(rows), about=about)


def checklist_xml(block: Checklist, writing: Writing) -> str:
    """Return lines with an empty box to tick in Word or by hand."""
    last = len(block.items) - 1
    return "".join(
        paragraph(
            "Checklist",
            f"{tick_box(plain(item.runs), writing)}<w:r><w:tab/></w:r>{runs_xml(item.runs, writing)}",
            place=INDENTED if item.level > 0 else "",
            words=plain(item.runs),
            keep=at < last < WHOLE_LIST,
        )
        for at, item in enumerate(block.items)
    )


def _label(entry: FormField) -> str:
    label = span(entry.label) + ("" if entry.required else span(f" ({OPTIONAL})", "FieldHelp"))
    # Choices may hold commas; whoever fills the form by hand needs all of them.
    choices = " \u00b7 ".join(entry.choices)
    offered = f"{ONE_OF} {choices}" if choices and not entry.value else ""
    notes = [paragraph("FieldNote", span(note), words=note) for note in (entry.help, offered) if note]
    return paragraph("FieldLabel", label, words=entry.label) + "".join(notes)


def _space(entry: FormField, writing: Writing) -> str:
    if entry.value:
        return worded("TableText", entry.value, writing)
    if entry.kind is Kind.BOOLEAN:
        return paragraph("TableText", yes_or_no(entry.label, writing))
    return paragraph("TableText", space_to_fill(entry.kind, entry.label, entry.choices, writing))
