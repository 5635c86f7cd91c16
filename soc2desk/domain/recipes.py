"""Recipes: where to click or what to run, in a tool that the company uses, for what an auditor asks for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to get what a request asks for out of a tool. `names` are what the tool may be called; `dated` is ISO.

    `how` is what to click or run; nothing of it is ever run by us. `shows` is what the result lets a reader see.
    """

    id: str
    request: str
    tool: str
    names: tuple[str, ...]
    how: str
    shows: str
    dated: str
