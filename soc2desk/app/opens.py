"""How much of a text still waits for somebody's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark
from soc2desk.document.walk import runs_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block


def open_phrases(blocks: Iterable[Block]) -> int:
    """Return how many phrases stand for an answer that nobody gave or confirmed."""
    return sum(run.mark in {Mark.OPEN, Mark.SUGGESTED} and bool(run.names) for run in runs_in(tuple(blocks)))
