"""The shape of a recipe and of the tool it is for, as they stand in the content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ToolRow:
    """A product that companies use, with what else it is called."""

    id: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecipeRow:
    """How to collect what a request asks for from a tool, without its words."""

    id: str
    tool: str
    request: str
    dated: str
