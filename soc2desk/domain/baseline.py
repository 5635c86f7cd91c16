"""The Canadian baseline controls and how they meet the criteria."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BaselineItem:
    """One sub-item, for example BC.5.1, in our words, with the criteria and controls that cover the same ground."""

    id: str
    title: str
    criteria: tuple[str, ...]
    controls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BaselineControl:
    """One of the thirteen baseline controls, BC.1 to BC.13, or of the five organizational steps, OC.1 to OC.5."""

    id: str
    title: str
    items: tuple[BaselineItem, ...]
