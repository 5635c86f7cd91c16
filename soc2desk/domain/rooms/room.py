"""An evidence room as values: lists, papers and screens, with what is wrong in them and what only looks so."""

from __future__ import annotations

from dataclasses import dataclass

from soc2desk.domain.exercises import Answer, Sound

ABOVE = 1
"""Lines over the headings of a text file: one that says that all of it is invented."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, as CSV or XLSX by the ending of its name. The first cell of a row says what the row is about."""

    file: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def line_of(self, item: str) -> int:
        """Return the line of a file at which a person finds a row; 0 where there is none."""
        above = 0 if self.file.endswith(".xlsx") else ABOVE
        return next((above + 2 + at for at, row in enumerate(self.rows) if row[0] == item), 0)

    def cells_of(self, item: str) -> tuple[str, ...]:
        """Return the other words of a row."""
        return next((row[1:] for row in self.rows if row[0] == item), ())

    def alone_of(self, item: str) -> tuple[str, ...]:
        """Return those of the other words of a row that no row beside it has."""
        others = {cell.casefold() for row in self.rows if row[0] != item for cell in row}
        return tuple(cell for cell in self.cells_of(item) if cell.casefold() not in others)


@dataclass(frozen=True, slots=True)
class Paper:
    """Minutes, a note or a task, as Word file or plain text by the ending of its name.

    `day` is the day it bears, in ISO; a Word file needs one. A task has room to write: for whoever it is given to,
    beside the word `name`, and for an answer to each of the `tasks`.
    """

    file: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    day: str = ""
    name: str = ""
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen as somebody would have kept a picture of it: settings with their values, and when it was taken."""

    file: str
    title: str
    address: str
    taken: str
    settings: tuple[tuple[str, str], ...] = ()


Piece = Listing | Paper | Screen


@dataclass(frozen=True)
class Room:
    """The files of one variant in the order of their names, what is to be found in them, and what only looks so."""

    pieces: tuple[Piece, ...]
    answers: tuple[Answer, ...] = ()
    sounds: tuple[Sound, ...] = ()
