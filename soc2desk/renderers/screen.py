"""A document for the window beside the answers: the part of HTML that Qt's rich text knows, on white paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    REVISIONS,
    Bullets,
    Callout,
    Checklist,
    Clause,
    Form,
    Heading,
    Paragraph,
    Table,
    plain,
)
from soc2desk.renderers.chart_words import as_tables
from soc2desk.renderers.html_blocks import CHANGED, Place, anchor_of, draw, words
from soc2desk.renderers.picture_words import without_pictures
from soc2desk.renderers.safe import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Block, Document, Fact, Row, Runs

LONGEST = 4000
"""A stretch of more characters than this is cut here, never in a packet: one answer must not hold up the window."""
TOP = "page-top"
WIDE, COLUMN = 4, 115
"""Tables of more columns than WIDE get COLUMN pixels for each, and are scrolled."""

_STYLE = """
body { color: #1b2430; }
h1 { font-size: x-large; margin: 0 0 2px 0; }
h2 { font-size: large; margin: 18px 0 4px 0; }
h3 { font-size: medium; margin: 14px 0 2px 0; }
p { margin: 5px 0; }
a { color: #174f92; }
code { background-color: #eef1f5; }
.company, .status, .subtitle, .small, .under, .help, .controls, .number { color: #56616f; }
.status { margin-bottom: 8px; }
.small, .under, .help, .controls { font-size: small; }
.clause { margin-left: 34px; text-indent: -34px; }
.under { margin-left: 34px; }
table { border-collapse: collapse; border-color: #ccd1d8; margin: 6px 0; }
th, td { border: 1px solid #ccd1d8; padding: 3px 5px; text-align: left; vertical-align: top; }
thead th { background-color: #eef1f5; }
tbody th { font-weight: normal; }
caption { font-weight: bold; text-align: left; }
.amount { text-align: right; }
tr.warn td, tr.warn th { background-color: #fffaee; }
tr.bad td, tr.bad th { background-color: #fdf3f2; }
ul.checklist { list-style-type: none; }
table.form th { background-color: #f6f7f9; }
.fact { color: #56616f; }
.callout { background-color: #f1f5fa; }
.callout p { margin: 0; }
.callout-title { font-weight: bold; margin-bottom: 0; }
mark.open { background-color: #fbd5d0; color: #8d1414; }
mark.suggested { background-color: #fef1d0; text-decoration: underline; }
mark.planned { background-color: #e8eef6; font-style: italic; }
.changed { background-color: #fdf0a8; }
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What is marked as changed: the words of these names, and in blocks that were not there `before`, all of them."""

    names: frozenset[str] = frozenset()
    before: Document | None = None


UNCHANGED = Change()


def render(document: Document, change: Change = UNCHANGED, elsewhere: Iterable[str] = ()) -> str:
    """Return a document as HTML for Qt. Links lead to `elsewhere` too, ids outside of it: "#" and the id."""
    document = replace(document, blocks=without_pictures(as_tables(document.blocks)))
    own = {block.id: anchor_of(block) for block in document.blocks if isinstance(block, Heading | Clause | Table)}
    links = {**{name: name for name in elsewhere}, **own, document.id: TOP}
    known = _texts(change.before) if change.before else None
    rows = _rows(change.before) if change.before else None
    usual = Place("", links, changed=change.names, known=rows, rows=True, longest=LONGEST)
    drawn = "\n".join([_draw(block, usual, known) for block in document.blocks])
    return clean(
        f"<html><head><style>{_STYLE}</style></head><body>{_front(document)}{_cover(document, usual, change)}"
        f"{drawn}</body></html>"
    )


def _front(document: Document) -> str:
    version = f"version {document.version}" if document.version else ""
    status = " \u00b7 ".join(part for part in (document.status, version) if part)
    return (
        f"{_line('company', document.company)}<h1 id='{TOP}'>{escape(document.title)}</h1>"
        f"{_line('subtitle', document.subtitle)}{_line('status', status)}"
    )


def _line(css: str, text: str) -> str:
    shown = text[:LONGEST]
    return f'<p class="{css}">{escape(shown)}</p>' if shown else ""


def _cover(document: Document, place: Place, change: Change) -> str:
    before = change.before.cover if change.before else document.cover
    facts = "".join(
        f'<tr><td class="fact">{escape(fact.label)}</td><td>{words(fact.runs, _of_fact(fact, before, place))}</td></tr>'
        for fact in document.cover
    )
    facts = _no_way_to(facts)
    return f'<table width="100%">{facts}</table>' if facts else ""


def _no_way_to(drawn: str) -> str:
    """Keep the marks of changed words, but lead nobody there: the way to them leads into the text."""
    return drawn.replace(f' id="{CHANGED}"', "")


def _of_fact(fact: Fact, before: tuple[Fact, ...], place: Place) -> Place:
    return place if fact in before else replace(place, fresh=True)


def _draw(block: Block, usual: Place, known: frozenset[str] | None) -> str:
    place = replace(usual, anchor=anchor_of(block))
    if known is not None and not isinstance(block, Table):
        stretches = tuple(_stretches(block))
        is_new = any(plain(runs) not in known for runs in stretches)
        place = replace(place, fresh=is_new and not any(place.is_changed(runs) for runs in stretches))
    drawn = draw(block, place)
    if isinstance(block, Table) and block.id == REVISIONS:
        drawn = _no_way_to(drawn)
    # Everything that was typed is escaped by now, so these are tags of ours.
    return _wide(block, drawn) if isinstance(block, Table) else drawn.replace("<table", '<table width="100%"')


def _wide(table: Table, drawn: str) -> str:
    """Give a table its columns as Qt reads them, and one of many columns the room to be read by scrolling."""
    count = len(table.columns)
    whole = sum(column.width for column in table.columns) or 1.0
    for column in table.columns:
        drawn = drawn.replace('<th scope="col">', f'<th width="{100 * column.width / whole:.0f}%">', 1)
    width = str(count * COLUMN) if count > WIDE else "100%"
    return drawn.replace("<table", f'<table width="{width}"', 1)


def _texts(document: Document) -> frozenset[str]:
    return frozenset(plain(runs) for block in document.blocks for runs in _stretches(block))


def _rows(document: Document) -> frozenset[Row]:
    return frozenset(row for block in document.blocks if isinstance(block, Table) for row in block.rows)


def _stretches(block: Block) -> Iterator[Runs]:
    match block:
        case Heading() | Paragraph() | Clause() | Callout():
            yield block.runs
        case Bullets() | Checklist():
            yield from (item.runs for item in block.items)
        case Form():
            yield from (field.value for field in block.fields)
