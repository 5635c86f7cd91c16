"""Which files stand beside a file of a packet, so that what refers to another document can lead there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Document
    from soc2desk.packet.plan import PlannedFile

_LEADS_TO = {
    "pdf": ("pdf",),
    "docx": ("docx", "pdf", "xlsx"),
    "html": ("html",),
    "xlsx": ("pdf", "docx", "html"),
}
"""For each format those that its links lead to, the first that there is. Text to paste leads nowhere."""


def with_neighbours(files: Iterable[PlannedFile]) -> list[Document]:
    """Return the document of each file, with the paths of the others by their ids."""
    planned = list(files)
    paths: dict[str, dict[str, str]] = defaultdict(dict)
    for file in planned:
        paths[file.document.id].setdefault(file.format, f"../{file.path}")
    leads = {kind: _first(paths, kinds) for kind, kinds in _LEADS_TO.items()}
    return [replace(file.document, beside=leads.get(file.format, ())) for file in planned]


def _first(paths: dict[str, dict[str, str]], kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found = ((name, next((by_kind[kind] for kind in kinds if kind in by_kind), "")) for name, by_kind in paths.items())
    return tuple((name, path) for name, path in found if path)
