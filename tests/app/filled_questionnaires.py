"""Questionnaires filled in as a client would: Word files by the tags of their controls, workbooks by their codes."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import chain, count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import openpyxl

from soc2desk.domain.question_codes import code_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MAIN = "word/document.xml"
_PARAGRAPHS = re.compile(r"<w:p>(?:(?!</w:tc>).)*</w:p>(?=</w:tc>)", re.DOTALL)
_SDT = re.compile(r"<w:sdt>(?:(?!</w:sdt>).)*</w:sdt>", re.DOTALL)


def changed_word(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of a Word file, part by part as it was."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[MAIN] = change(parts[MAIN].decode()).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    path.write_bytes(target.getvalue())


def fill_word(path: Path, words: Mapping[str, str], ticks: Mapping[str, str | tuple[str, ...]] | None = None) -> None:
    """Write into the controls of places, and tick boxes by their labels, in one Word file."""
    wanted = {place: (labels,) if isinstance(labels, str) else labels for place, labels in (ticks or {}).items()}

    def fill(control: re.Match[str]) -> str:
        whole = control.group()
        place = _tag(whole)
        label = re.search(r'<w:alias w:val="([^"]*)"', whole)
        if "w14:checkbox" in whole:
            known = label.group(1) if label else ""
            return whole.replace("\u2610", "\u2612") if known in wanted.get(place, ()) else whole
        if place not in words:
            return whole
        runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words[place].split("\n"))
        head = whole[: whole.index("<w:sdtContent>")].replace("<w:showingPlcHdr/>", "")
        return f"{head}<w:sdtContent><w:r>{runs}</w:r></w:sdtContent></w:sdt>"

    changed_word(path, lambda text: _SDT.sub(fill, text))


def fill_word_row(path: Path, table: str, *rows: tuple[str, ...]) -> None:
    """Write rows into the first empty lines of a table, cell by cell; "" leaves a cell as it is.

    Where no line is empty any more one is added as Tab in the last cell does it: of the same cells, without controls.
    """

    def fill(text: str) -> str:
        begin = text.index(f'w:name="q_tables_{table}"')
        end = text.index("</w:tbl>", begin)
        lines = text[begin:end].split("<w:tr>")
        fresh = [at for at, line in enumerate(lines[1:], 1) if not re.search(r"[A-Z2-9]{5}", _first_cell(line))]
        for _ in rows[len(fresh) :]:
            fresh.append(len(lines))
            lines.append(_PARAGRAPHS.sub("<w:p></w:p>", lines[-1]))
        for at, row in zip(fresh, rows, strict=False):
            cells = lines[at].split("<w:tc>")
            for number, words in enumerate(row, 2):
                if words:
                    kept = cells[number][: cells[number].index("<w:p>")]
                    tail = "</w:tr>" if number == len(cells) - 1 else ""
                    cells[number] = f"{kept}<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p></w:tc>{tail}"
            lines[at] = "<w:tc>".join(cells)
        return text[:begin] + "<w:tr>".join(lines) + text[end:]

    changed_word(path, fill)


def fill_workbook(path: Path, words: Mapping[str, object], head: Mapping[str, object] | None = None) -> None:
    """Write into the answer beside the code of each place; (answer, how it stands, from which day) for all three."""
    book = openpyxl.load_workbook(path)
    codes = {code_of(place): value for place, value in {**words, **(head or {})}.items()}
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_col=1):
            code = str(row[0].value or "")[:5]
            if code in codes:
                value = codes.pop(code)
                for at, cell in enumerate(value if isinstance(value, tuple) else (value,), 3):
                    if cell is not None:
                        sheet.cell(row[0].row, at).value = cell
    assert not codes, codes
    book.save(path)


def fill_sheet_row(path: Path, sheet: str, *rows: tuple[object, ...]) -> None:
    """Write rows into the first lines of a sheet that bear no code, and below the last of them."""
    book = openpyxl.load_workbook(path)
    page = book[sheet]
    free = [row[0].row for row in page.iter_rows(min_row=2, max_col=1) if not row[0].value]
    for number, row in zip(chain(free, count(page.max_row + 1)), rows, strict=False):
        for at, cell in enumerate(row, 2):
            page.cell(number, at).value = cell
    book.save(path)


def _tag(control: str) -> str:
    found = re.search(r'<w:tag w:val="([^"]*)"', control)
    return found.group(1) if found else ""


def _first_cell(line: str) -> str:
    return re.sub(r"<[^>]*>", " ", line.split("</w:tc>", maxsplit=1)[0])
