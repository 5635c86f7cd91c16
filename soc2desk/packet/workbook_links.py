"""Links from the workbooks of a packet to the documents that stand beside them in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run, Table, plain
from soc2desk.document.registers.ground import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.document.blocks import Block, Document, Row, Runs
    from soc2desk.document.registers.ground import Ground
    from soc2desk.packet.plan import PlannedFile

_SHORT = 24
"""Letters of a cell that can lead somewhere: LibreOffice keeps a link on one line, and would cut a longer one."""


def with_links(file: PlannedFile, files: Iterable[PlannedFile], ground: Ground) -> Document:
    """Return what is drawn for a file of a packet; a workbook leads to the documents that stand beside it.

    A cell that names one document leads to it. A register with a cell that names several gains a list of all of them.
    """
    document, beside = file.document, dict(file.document.beside)
    if file.format != "xlsx" or not beside:
        return document
    named = _names_of(beside)
    blocks = tuple(_linked(block, beside, named) if isinstance(block, Table) else block for block in document.blocks)
    if document.kind != "register":
        return replace(document, blocks=blocks)
    titles = {one.document.id: one.document.title for one in files}
    return replace(document, blocks=(*blocks, *_list_of(blocks, beside, named, titles, ground)))


def _names_of(beside: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, beside))})(?![\w-])")


def _linked(table: Table, beside: Mapping[str, str], named: re.Pattern[str]) -> Table:
    return replace(table, rows=tuple(_linked_row(one, beside, named) for one in table.rows))


def _linked_row(one: Row, beside: Mapping[str, str], named: re.Pattern[str]) -> Row:
    return replace(one, cells=tuple(_linked_cell(cell, beside, named) for cell in one.cells))


def _linked_cell(cell: Runs, beside: Mapping[str, str], named: re.Pattern[str]) -> Runs:
    """Return a short cell that leads to the one document which it begins with; any other as it is."""
    words = plain(cell)
    found = set(named.findall(words))
    if len(found) != 1 or not named.match(words) or len(words) > _SHORT:
        return cell
    target = beside[found.pop()]
    return tuple(run if run.target else replace(run, target=target) for run in cell)


def _list_of(
    blocks: Iterable[Block],
    beside: Mapping[str, str],
    named: re.Pattern[str],
    titles: Mapping[str, str],
    ground: Ground,
) -> Iterator[Table]:
    """Yield the list of the documents that the tables name, by their ids; none when a cell leads to each of them."""
    cells = [cell for block in blocks if isinstance(block, Table) for one in block.rows for cell in one.cells]
    found = sorted({name for cell in cells for name in named.findall(plain(cell))})
    led_to = {run.target for cell in cells for run in cell}
    if any(beside[name] not in led_to for name in found):
        columns = (ground.column("document", 1.0), ground.column("title", 4.0), ground.column("files", 4.0))
        rows = tuple(row(name, name, titles[name], _leading(beside[name])) for name in found)
        yield Table(columns, rows, ground.phrases["packet.beside"], "beside")


def _leading(path: str) -> Runs:
    return (Run(path.rpartition("/")[2], target=path),)
