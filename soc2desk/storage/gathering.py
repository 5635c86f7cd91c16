"""Problems are gathered over a whole file, so that a person mends them in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from soc2desk.reading.convert import raise_all
from soc2desk.storage.values import NotFitting, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from soc2desk.domain.problems import Problem
    from soc2desk.reading.located import Located, Plain

T = TypeVar("T")
MOST_TOLD = 200
"""Faults after which a reading stops: nobody mends more in one go, and a file of nothing else would take minutes."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """One reading of one file, and the problems met so far."""

    located: Located
    problems: list[Problem] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Plain]:
        """The table at the top of the file."""
        return self.located.data if isinstance(self.located.data, dict) else {}

    def refuse(self, path: tuple[str, ...], message: str, hint: str | None = None) -> None:
        """Note a problem. `message` continues a sentence that begins with the dotted path."""
        self._note(self.located.refuse(f"{'.'.join(path)} {message}", path, hint))

    def refuse_unknown(self, path: tuple[str, ...], what: str, known: Collection[str]) -> None:
        """Note that the last step of the path is not known, with the nearest one that is."""
        self._note(self.located.refuse(f"There is no {what} {path[-1]!r}.", path, did_you_mean(path[-1], known)))

    def _note(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_TOLD:
            self.finish()

    def take(self, path: tuple[str, ...], read: Callable[[], T]) -> T | None:
        """Return what `read` makes of a value, or None after noting why it does not fit."""
        try:
            return read()
        except NotFitting as error:
            self.refuse(path, error.message, error.hint)
            return None

    def table(self, path: tuple[str, ...], raw: Plain) -> dict[str, Plain]:
        """Return a table; an empty one for nothing, and after noting that something else stands there."""
        if isinstance(raw, dict):
            return raw
        if raw is not None:
            there = "a list" if isinstance(raw, list) else "a single value"
            self.refuse(path, f"must be a table of names and values; {there} stands there.")
        return {}

    def finish(self) -> None:
        """Raise what was gathered: one problem as itself, several together; nothing when all is well."""
        raise_all(self.problems)
