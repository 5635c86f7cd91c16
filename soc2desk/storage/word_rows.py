"""Rows of tables out of a Word file that came back: cells as text, within limits, with nothing run and nothing fetched.

Bookmarks and the tags of content controls stand beside each row, for they tell what it is about.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 16 * 1024 * 1024
MOST_TEXT = 32 * 1024 * 1024
"""The most that the text of a file takes when unpacked."""
MOST_PARTS = 2_000
MOST_CELLS = 60_000
MOST_IN_CELL = 40_000
MOST_OUTSIDE = 2_000
DEEPEST = 120
MAIN = "word/document.xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_COMPAT = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0"
_AS_DOCX = "Open it in your word processor and save it as Word Document (.docx), without a password."
_ALONE = "Hand back the questionnaire alone."
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_COMPAT}Fallback", f"{_W}instrText", f"{_W}delText"})
"""What was struck out, or stands twice: no text of it is read."""


@dataclass(slots=True)
class WordRow:
    """One row: its cells as lines of text, and the names of bookmarks and tags of controls in it."""

    cells: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


WordTable = list[WordRow]


@dataclass(slots=True)
class WordText:
    """The tables of a file in their order, and the paragraphs that stand in none of them."""

    tables: list[WordTable] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def is_word(path: Path) -> bool:
    """Return whether a file is packed as Word files are, by its own list of parts. Raises FileProblem for no file."""
    with said_plainly("The file cannot be read.", path):
        check_plain(path)
        try:
            with ZipFile(path) as archive:
                return MAIN in archive.namelist()
        except (BadZipFile, NotImplementedError, ValueError):
            return False


def word_tables(path: Path) -> list[WordTable]:
    """Return the tables of a Word file, as `word_text` does."""
    return word_text(path).tables


def word_text(path: Path) -> WordText:
    """Return the text of a Word file; tables inside a cell are text of that cell.

    Raises FileProblem for a file that is missing, too large, no Word file, protected or broken.
    """
    with said_plainly("The Word file cannot be read.", path):
        reader = _Reader()
        try:
            reader.read(_main_part(path))
        except expat.ExpatError as error:
            raise _refused("The Word file is damaged or not complete.", path) from error
        except FileProblem as problem:
            raise FileProblem(problem.message, where=path.name, hint=problem.hint) from problem
    return reader.found


def _refused(message: str, path: Path, hint: str = _AS_DOCX) -> FileProblem:
    return FileProblem(message, where=path.name, hint=hint)


def _main_part(path: Path) -> bytes:
    """Return the text of a Word file, measured before it is unpacked; no other part of it is."""
    check_plain(path)
    if path.stat().st_size > MOST_BYTES:
        hint = "Take large pictures out of it."
        raise _refused(f"The Word file is larger than {MOST_BYTES // 1024**2} MB.", path, hint)
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise _refused("This is an old or a protected Word file, and only open DOCX can be read.", path)
    try:
        with ZipFile(path) as archive:
            listed = archive.infolist()
            main = next((one for one in listed if one.filename == MAIN), None)
            if main is None or len(listed) > MOST_PARTS:
                raise _refused("This is no Word file.", path)
            if main.flag_bits & _ENCRYPTED:
                raise _refused("The Word file is protected with a password.", path)
            if main.file_size > MOST_TEXT:
                raise _refused("The text of this Word file would grow far too large, so it was left alone.", path)
            with archive.open(main) as part:
                # What is unpacked is never more than what was measured.
                return part.read(main.file_size)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
        raise _refused("The Word file is damaged or not complete.", path) from error


class _Reader:
    """Follows the text from its beginning to its end, once."""

    def __init__(self) -> None:
        self.found = WordText()
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._declared
        self._parser.buffer_text = True
        self._depth = self._tables = self._silent = self._parts = 0
        self._is_text = False
        self._row: WordRow | None = None
        self._cell: list[str] | None = None
        self._outside: list[str] = []

    def read(self, raw: bytes) -> None:
        """Read everything. Raises FileProblem for more than any questionnaire has, ExpatError for what is broken."""
        self._parser.Parse(raw, True)  # noqa: FBT003 - expat takes it by place

    def _declared(self, *_: object) -> None:
        raise FileProblem("The Word file holds declarations that no word processor writes.", hint=_AS_DOCX)

    def _start(self, name: str, given: dict[str, str]) -> None:
        name = name.replace(_STRICT, _W, 1)
        self._depth += 1
        if self._depth > DEEPEST:
            raise FileProblem("The Word file is nested deeper than any document is.", hint=_AS_DOCX)
        if self._silent or name in _LEFT_OUT:
            self._silent += 1
            return
        bare = name.removeprefix(_W)
        if bare in {"tbl", "tr", "tc"}:
            self._begin(bare)
        elif bare in {"bookmarkStart", "tag"}:
            self._note(bare, given)
        elif bare == "t":
            self._is_text = True
        else:
            self._add(_SIGNS.get(bare, ""))

    def _begin(self, part: str) -> None:
        """Begin a table, a row or a cell; what stands in a table inside a cell is text of that cell."""
        self._parts += 1
        if self._parts > MOST_CELLS:
            raise FileProblem(f"The Word file has more than {MOST_CELLS:,} rows and cells.", hint=_ALONE)
        if part == "tbl":
            self._tables += 1
            if self._tables == 1:
                self.found.tables.append([])
        elif self._tables == 1 and part == "tr":
            self._row = WordRow()
            self.found.tables[-1].append(self._row)
        elif self._tables == 1 and self._row is not None:
            self._cell = []

    def _note(self, kind: str, given: dict[str, str]) -> None:
        if self._row is None:
            return
        plain = {key.rpartition(" ")[2]: value for key, value in given.items()}
        if kind == "tag":
            self._row.tags.append(plain.get("val", ""))
        else:
            self._row.bookmarks.append(plain.get("name", ""))

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._silent:
            self._silent -= 1
            return
        match name.replace(_STRICT, _W, 1).removeprefix(_W):
            case "t":
                self._is_text = False
            case "p":
                self._add("\n")
                self._end_outside()
            case "tc" if self._tables == 1 and self._row is not None and self._cell is not None:
                self._row.cells.append("".join(self._cell)[:MOST_IN_CELL].strip("\n"))
                self._cell = None
            case "tr" if self._tables == 1:
                self._row = None
            case "tbl":
                self._tables -= 1
            case _:
                pass

    def _text(self, words: str) -> None:
        if self._is_text and not self._silent:
            self._add(words)

    def _add(self, words: str) -> None:
        if self._cell is not None:
            self._cell.append(words)
        elif not self._tables and words:
            self._outside.append(words)

    def _end_outside(self) -> None:
        said = "".join(self._outside).strip()[:MOST_IN_CELL] if not self._tables else ""
        if said and len(self.found.outside) < MOST_OUTSIDE:
            self.found.outside.append(said)
        if not self._tables:
            self._outside.clear()
