"""A document that asks for the most room: names of sixty letters, cells of three hundred, many columns."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import (
    Audience,
    Bullets,
    Callout,
    Clause,
    Column,
    Document,
    Fact,
    Form,
    FormField,
    Heading,
    Kind,
    ListItem,
    Paragraph,
    Row,
    Run,
    SignOff,
    Table,
    text,
)

NAME = "Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley-Smythe"
UNBROKEN = "soc2-production-eu-west-1-customer-data-warehouse-replica-0001"
SENTENCE = "Whoever gives access to a system writes down who asked for it, who agreed, on which day, and when it ends. "
CELL = (SENTENCE * 3)[:300]
COLUMNS, ROWS = 12, 6

_NUMBERED = tuple(f"Column number {at} with a long title" for at in range(5, COLUMNS + 1))
_TITLES = ("Id", "Name", "What is said", "When", *_NUMBERED)
_TONES = ("", "good", "warn", "bad")
_KINDS = (Kind.TEXT, Kind.PERSON, Kind.LONG_TEXT, Kind.DATE)


def _table(columns: int, title: str) -> Table:
    heads = tuple(
        Column(f"c{at}", name, 4.0 if at == 2 else 1.0, _KINDS[at] if at < len(_KINDS) else Kind.TEXT)
        for at, name in enumerate(_TITLES[:columns])
    )
    held = (NAME, CELL, "2026-11-20", UNBROKEN, "short", NAME, UNBROKEN, "Ünïcode " * 10, "Ünïcode", CELL, "")
    rows = tuple(
        Row(tuple(text(cell) for cell in (f"ROW-{at:03}", *held)[:columns]), f"row-{at}", _TONES[at % len(_TONES)])
        for at in range(ROWS)
    )
    return Table(heads, rows, title, f"table-{columns}")


def wide(kind: str = "register") -> Document:
    """Return it as a document of a kind; a register is drawn in landscape and has nothing but tables in a workbook."""
    blocks = (
        Heading(text(f"{NAME} and {UNBROKEN}"), 1, "WID/one", "1"),
        Clause("WID/one/a", text(f"{NAME} reviews {UNBROKEN}. {CELL}"), "1.1", ("ACC-07", "ACC-08", "CHG-01")),
        Bullets(tuple(ListItem(text(f"{NAME}: {CELL}"), level) for level in (0, 1, 0))),
        Callout(text(CELL), "warn", NAME),
        Paragraph((Run(CELL), Run(UNBROKEN, code=True))),
        Heading(text("Everything in a table"), 2, "WID/two", "1.2"),
        _table(4, NAME),
        _table(COLUMNS, f"{UNBROKEN} in {COLUMNS} columns"),
        Form((FormField(NAME, Kind.TEXT, CELL, text(UNBROKEN)), FormField(CELL, Kind.DATE, NAME))),
        SignOff((NAME, UNBROKEN)),
    )
    made = Document("WID-ONE", f"{NAME} {UNBROKEN}", kind, Audience.STAFF, f"{NAME} Inc.", "2026-11-20", blocks)
    facts = (Fact("Owner", text(NAME)), Fact(NAME[:40], text(CELL)))
    return replace(made, cover=facts, subtitle=NAME, footer=CELL[:120], version="1.0", landscape=kind == "register")
