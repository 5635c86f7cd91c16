"""The files that stand beside one that is drawn: what refers to another document leads there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from soc2desk.renderers.safe import is_next_door

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document

WayTo = Callable[[str], str]
"""Takes a target in another document and returns the path of its file, empty where there is none."""


def ways_from(document: Document) -> WayTo:
    """Return how the files beside a document are found; paths that lead anywhere else are not taken."""
    paths = {name: path for name, path in document.beside if is_next_door(path)}
    return lambda target: paths.get(target.partition("/")[0], "")


def nowhere(_: str) -> str:
    """Return no path: nothing stands beside."""
    return ""
