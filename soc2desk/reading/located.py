"""Plain data that knows where each of its values was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from soc2desk.domain.problems import Problem

Plain = str | int | float | bool | None | dict[str, "Plain"] | list["Plain"]
"""Data without any type of ours. From a YAML file every scalar is text; numbers and booleans come from JSON only."""

Path = tuple[str | int, ...]
"""The keys and positions that lead to a value."""


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data, the line of every path in it, the name of its file, and the class its problems are raised as."""

    data: Plain
    lines: Mapping[Path, int]
    name: str
    problem: type[Problem]

    def where(self, path: Sequence[str | int] = ()) -> str:
        """Return "file, line N" for a path, or for the nearest value that holds it."""
        steps = tuple(path)
        while steps and steps not in self.lines:
            steps = steps[:-1]
        line = self.lines.get(steps)
        return f"{self.name}, line {line}" if line else _in_words(self.name, path)

    def refuse(self, message: str, path: Sequence[str | int] = (), hint: str | None = None) -> Problem:
        """Return (not raise) a problem about the value at a path."""
        return self.problem(message, where=self.where(path), hint=hint)


def _in_words(name: str, path: Sequence[str | int]) -> str:
    return f"{name}, {' / '.join(str(step) for step in path)}" if path else name
