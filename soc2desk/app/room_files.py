"""The files of an evidence room as bytes: lists as CSV and workbooks, papers, and drawn screens."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from soc2desk.domain.looks import Look
from soc2desk.domain.rooms.room import Listing, Paper, Screen
from soc2desk.domain.spreadsheet_cells import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.rooms.room import Piece, Room

_MADE = datetime(2026, 10, 5, tzinfo=UTC)
"""The day that workbooks of a room bear: the same variant has the same bytes, whenever it is made."""


def room_files(room: Room, words: Mapping[str, tuple[str, ...]], variant: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of each file; all of them say that they are invented, and of which variant."""
    invented = words["invented"][0].format(variant=variant)
    for piece in room.pieces:
        yield piece.file, _bytes(piece, words, invented)


def _bytes(piece: Piece, words: Mapping[str, tuple[str, ...]], invented: str) -> bytes:
    if isinstance(piece, Screen):
        return _screen(piece, words, invented)
    if isinstance(piece, Paper):
        return _word(piece, invented) if piece.file.endswith(".docx") else _plain(piece, invented)
    return _workbook(piece, words, invented) if piece.file.endswith(".xlsx") else _csv(piece, invented)


def _csv(piece: Listing, invented: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((invented,))
    writer.writerow(piece.headings)
    writer.writerows([harmless(cell) for cell in row] for row in piece.rows)
    # With a mark in front, so that a spreadsheet program takes the letters for what they are.
    return text.getvalue().encode("utf-8-sig")


def _workbook(piece: Listing, words: Mapping[str, tuple[str, ...]], invented: str) -> bytes:
    from soc2desk.renderers.xlsx_plain import plain_workbook

    head = dict(zip(words["about_labels"], (piece.title, invented), strict=True))
    return plain_workbook(piece.title, head, piece.headings, piece.rows, {}, _MADE)


def _plain(piece: Paper, invented: str) -> bytes:
    parts = [f"# {piece.title}", f"*{invented}*", *(f"{label}: {value}" for label, value in piece.facts), *piece.lines]
    return ("\n\n".join(parts) + "\n").encode()


def _word(piece: Paper, invented: str) -> bytes:
    from soc2desk.document.blocks import Audience, Document, Fact, Form, FormField, Kind, Paragraph, text
    from soc2desk.renderers.docx import render

    asked = (FormField(piece.name), *(FormField(task, Kind.LONG_TEXT) for task in piece.tasks))
    document = Document(
        id=piece.file.rpartition("/")[2].partition(".")[0],
        title=piece.title,
        kind="page",
        audience=Audience.INTERNAL,
        company="",
        date=piece.day,
        blocks=(*(Paragraph(text(line)) for line in piece.lines), *((Form(asked),) if piece.tasks else ())),
        cover=tuple(Fact(label, text(value)) for label, value in piece.facts),
        status="",
        footer=invented,
    )
    return render(document, Look(confidential=invented))


def _screen(piece: Screen, words: Mapping[str, tuple[str, ...]], invented: str) -> bytes:
    from soc2desk.document.pictures.drawn_screen import drawn_screen
    from soc2desk.renderers.picture_png import png_file

    return png_file(drawn_screen(piece, words["drawn"], invented), Look())
