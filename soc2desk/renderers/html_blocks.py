"""Each kind of block as HTML. Everything a person typed is escaped; nothing becomes markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, assert_never

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Chart,
    Checklist,
    Clause,
    Form,
    Heading,
    Kind,
    Look,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    SignOff,
    Table,
)
from soc2desk.renderers import html_links
from soc2desk.renderers.beside import WayTo, nowhere
from soc2desk.renderers.chart_words import as_pictures
from soc2desk.renderers.html_picture import figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from soc2desk.document.blocks import Block, Drawn, FormField, ListItem, Row, Run, Runs

MARK_WORDS = {
    Mark.OPEN: "open: nobody answered yet",
    Mark.SUGGESTED: "suggested: a usual value nobody confirmed",
    Mark.PLANNED: "planned: not done yet",
}
CHANGED = "changed"
"""The class of changed words, and the anchor that leads to the first of them."""
_REST = "[and {count:,} more characters]"
_OPTIONAL, _YES_NO, _DATE = "optional", ("Yes", "No"), "year-month-day"
_SIGN_COLUMNS = ("Role", "Name", "Signature", "Date")
_EMPTY_CELL, _BOX = '<td class="space"></td>', '<span class="box">\u2610</span>'
_CELLS = ("<td>", "</td>"), ('<td class="amount">', "</td>")
_TONES = frozenset({"good", "warn", "bad"})
_CALLOUTS = frozenset({"note", "warn", "law"})
_TALL = frozenset({Kind.LONG_TEXT, Kind.TABLE, Kind.SIGNATURE})
_DEEPEST = 6
_CHART = (600.0, 100_000.0)  # points: how wide a chart is on a page, which has no foot
_USUAL_LOOK = Look()
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its own `anchor` (empty for none) and the `links` from ids to anchors of this page.

    For a screen beside the answers: words of the names in `changed`, or all words of a `fresh` block, get the mark of
    a change, and so do rows that are not in `known`, None for all known; `rows` gives each row of a table an anchor;
    stretches longer than `longest` are cut, 0 for never. Pictures take their colours from `look`. `way_to` tells the
    file of another document, empty for none.
    """

    anchor: str
    links: Mapping[str, str]
    changed: frozenset[str] = frozenset()
    fresh: bool = False
    known: frozenset[Row] | None = None
    rows: bool = False
    longest: int = 0
    look: Look = _USUAL_LOOK
    way_to: WayTo = nowhere

    def is_changed(self, runs: Runs) -> bool:
        """Whether some of the runs come from a changed answer."""
        return bool(self.changed) and any(not self.changed.isdisjoint(run.names) for run in runs)


def anchor_of(block: Block) -> str:
    """Return the anchor a block asks for; empty when it has no id."""
    match block:
        case Heading() | Clause() | Table() | Chart() | Picture():
            return _SPACES.sub("-", block.id)
        case _:
            return ""


def draw(block: Block, place: Place) -> str:
    """Return one block as HTML."""
    match block:
        case Heading():
            return _heading(block, place)
        case Paragraph():
            return f"<p{_css(block.style, ('lead', 'small', 'under'))}>{words(block.runs, place)}</p>"
        case Clause():
            return _clause(block, place)
        case Bullets():
            return _list(block.items, "ol" if block.ordered else "ul", "", lambda item: words(item.runs, place))
        case Checklist():
            return _list(block.items, "ul", "checklist", lambda item: f"{_BOX}{words(item.runs, place)}")
        case _:
            return _draw_framed(block, place)


def _draw_framed(block: Table | Drawn | Callout | Form | SignOff | PageBreak, place: Place) -> str:
    match block:
        case Table():
            return _table(block, place)
        case Chart() | Picture():
            return _drawn(block, place)
        case Callout():
            return _callout(block, place)
        case Form():
            rows = "".join(_field(field, place) for field in block.fields)
            return f'<table class="form"><tbody>{rows}</tbody></table>'
        case SignOff():
            return _sign_off(block.roles)
        case PageBreak():
            return '<div class="page-break"></div>'
        case _:
            assert_never(block)


def _drawn(block: Drawn, place: Place) -> str:
    if isinstance(block, Picture):
        return figure(block, place.anchor, place.look)
    first, *others = as_pictures(block, *_CHART)
    under = replace(place, anchor="")
    return "".join((draw(first, place), *(draw(one, under) for one in others)))


def words(runs: Runs, place: Place) -> str:
    """Return runs as HTML."""
    return "".join([_run(run, place) for run in runs])


def _run(run: Run, place: Place) -> str:
    drawn = escape(_cut(run.text, place.longest))
    if place.fresh or place.is_changed((run,)):
        drawn = f'<span class="{CHANGED}" id="{CHANGED}">{drawn}</span>'
    if "\n" in drawn:
        drawn = drawn.replace("\n", "<br>")
    for wanted, tag in ((run.code, "code"), (run.italic, "em"), (run.bold, "strong")):
        if wanted:
            drawn = f"<{tag}>{drawn}</{tag}>"
    if run.mark:
        drawn = f'<mark class="{run.mark}" title="{MARK_WORDS[run.mark]}">{drawn}</mark>'
    address = html_links.address(run.target, place.links, place.way_to) if run.target else ""
    return f'<a href="{address}">{drawn}</a>' if address else drawn


def _cut(text: str, longest: int) -> str:
    if not longest or len(text) <= longest:
        return text
    return f"{text[:longest]}\u2026 {_REST.format(count=len(text) - longest)}"


def _css(wanted: str, known: Iterable[str]) -> str:
    return f' class="{wanted}"' if wanted in known else ""


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def number(text: str) -> str:
    """Return the printed number of a heading or clause, with room after it; nothing for none."""
    return f'<span class="number">{escape(text)}</span> ' if text else ""


def _heading(heading: Heading, place: Place) -> str:
    tag = f"h{min(max(heading.level, 1) + 1, _DEEPEST)}"  # the title of the page is its h1
    return f"<{tag}{_id(place.anchor)}>{number(heading.number)}{words(heading.runs, place)}</{tag}>"


def _clause(clause: Clause, place: Place) -> str:
    controls = f' <span class="controls">[{escape(", ".join(clause.controls))}]</span>' if clause.controls else ""
    drawn = f"{number(clause.number)}{words(clause.runs, place)}{controls}"
    return f'<p class="clause"{_id(place.anchor)}>{drawn}</p>'


def _list(items: tuple[ListItem, ...], tag: str, css: str, line: Callable[[ListItem], str]) -> str:
    if not items:
        return ""
    names = " ".join(name for name in (css, "indented" if items[0].level else "") if name)
    drawn = _lines(items, tag, line)
    return f'<{tag} class="{names}">{drawn}</{tag}>' if names else f"<{tag}>{drawn}</{tag}>"


def _lines(items: tuple[ListItem, ...], tag: str, line: Callable[[ListItem], str], deep: int = 1) -> str:
    drawn = []
    # Steps of a step have letters, as on paper.
    lettered = ' type="a"' if tag == "ol" and deep % 2 else ""
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].level > items[at].level:
            end += 1
        inside = _lines(items[at + 1 : end], tag, line, deep + 1)
        below = f"<{tag}{lettered}>{inside}</{tag}>" if inside else ""
        drawn.append(f"<li>{line(items[at])}{below}</li>")
        at = end
    return "".join(drawn)


def _table(table: Table, place: Place) -> str:
    caption = f"<caption>{escape(table.title)}</caption>" if table.title else ""
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in table.columns)
    amounts = tuple(column.kind is Kind.NUMBER for column in table.columns)
    rows = "".join([_row(row, amounts, place) for row in table.rows])
    empty = f"<tr>{_EMPTY_CELL * len(table.columns)}</tr>" * table.blank_rows
    label = f' role="region" tabindex="0" aria-label="{escape(table.title)}"' if table.title else ""
    head = f"{_columns(table)}<thead><tr>{heads}</tr></thead>"
    drawn = f"<table{_id(place.anchor)}>{caption}{head}<tbody>{rows}{empty}</tbody></table>"
    return f'<div class="scroll"{label}>{drawn}</div>'


def _columns(table: Table) -> str:
    whole = sum(column.width for column in table.columns) or 1.0
    columns = "".join(f'<col style="width:{100 * column.width / whole:.1f}%">' for column in table.columns)
    return f"<colgroup>{columns}</colgroup>"


def _row(row: Row, amounts: tuple[bool, ...], place: Place) -> str:
    # An empty first cell is no header of anything.
    first = '<th scope="row">', "</th>"
    heads_row = len(row.cells) > 1 and bool(row.cells[0])
    ways = [first if at == 0 and heads_row else _CELLS[is_amount] for at, is_amount in enumerate(amounts)]
    if place.known is not None and row not in place.known:
        place = replace(place, fresh=not any(place.is_changed(cell) for cell in row.cells))
    cells = [start + words(cell, place) + end for cell, (start, end) in zip(row.cells, ways, strict=False)]
    # Qt knows no anchor of a row, only of what stands in one.
    anchor = f'<a name="{escape(_SPACES.sub("-", row.id))}"></a>' if place.rows and row.id else ""
    if anchor and cells:
        start = ways[0][0]
        cells[0] = f"{start}{anchor}{cells[0].removeprefix(start)}"
    return f"<tr{_css(row.tone, _TONES)}>{''.join(cells)}</tr>"


def _callout(callout: Callout, place: Place) -> str:
    title = f'<p class="callout-title">{escape(callout.title)}</p>' if callout.title else ""
    tone = callout.tone if callout.tone in _CALLOUTS else "note"
    return f'<div class="callout {tone}" role="note">{title}<p>{words(callout.runs, place)}</p></div>'


def _field(field: FormField, place: Place) -> str:
    help_line = f'<br><span class="help">{escape(field.help)}</span>' if field.help else ""
    optional = "" if field.required else f' <span class="help">({_OPTIONAL})</span>'
    tall = "tall" if field.kind in _TALL else "space"
    label = f'<th scope="row">{escape(field.label)}{optional}{help_line}</th>'
    return f'<tr>{label}<td class="{tall}">{_space(field, place)}</td></tr>'


def _space(field: FormField, place: Place) -> str:
    if field.value:
        return words(field.value, place)
    if field.kind is Kind.DATE:
        return f'<span class="help">{_DATE}</span>'
    choices = field.choices or (_YES_NO if field.kind is Kind.BOOLEAN else ())
    return " ".join(f'<span class="choice">{_BOX}{escape(choice)}</span>' for choice in choices)


def _sign_off(roles: tuple[str, ...]) -> str:
    heads = "".join(f'<th scope="col">{column}</th>' for column in _SIGN_COLUMNS)
    spaces = _EMPTY_CELL * (len(_SIGN_COLUMNS) - 1)
    rows = "".join(f'<tr><th scope="row">{escape(role)}</th>{spaces}</tr>' for role in roles)
    return f'<table class="sign-off"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
