"""Which project a file is a state of, and which states came before it, so that two copies find what they share."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from soc2desk.storage.atomic_json import NO_FILE
from soc2desk.storage.handed import kept_states
from soc2desk.storage.tables import META

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

IDENTITY, LINE = "identity", "line"
"""Their fields in the table meta, which an earlier soc2desk reads over."""

SHORT = 20
"""Digits of a SHA-256 by which a state is named in the line."""
KEPT, MOST = 100, 200
"""States that a line goes on with once it has the most."""

_BROUGHT = "+"
_IDENTITY = re.compile("[0-9a-f]{32}")
_STATE = re.compile(rf"\+?[0-9a-f]{{{SHORT}}}")


@dataclass(frozen=True, slots=True)
class Lineage:
    """The id that all copies of a project share, and the states before this one, the newest first.

    A state with a plus before it is that of another copy, which was brought together with this one. `identity` is empty
    for a file from before there were any.
    """

    identity: str = ""
    line: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """The states before this one by the first digits of their SHA-256, brought in or not."""
        return tuple(one.removeprefix(_BROUGHT) for one in self.line)

    def after(self, revision: str, file: Path) -> Lineage:
        """Return the lineage of what is written in the place of a state; each that is kept beside the file stays in it.

        A file from before there were ids gets one from what it holds, so that two copies of it get the same.
        """
        if revision == NO_FILE:
            return self
        line = self.line if short(revision) in self.line else (short(revision), *self.line)
        if len(line) > MOST:
            kept = set(kept_states(file, SHORT))
            line = (*line[:KEPT], *(one for one in line[KEPT:] if one.removeprefix(_BROUGHT) in kept))[:MOST]
        return Lineage(self.identity or revision[:32], line)

    def with_brought(self, revision: str, own: str) -> Lineage:
        """Return the lineage once a state of another copy is brought together with the `own` one.

        It stands before that: what the other copy had by then is known here from now on. What is known already adds
        nothing.
        """
        if _BROUGHT + short(revision) in self.line:
            return self
        return replace(self, line=(_BROUGHT + short(revision), short(own), *self.line))

    def without_brought(self, revision: str) -> Lineage:
        """Return the lineage once that was undone: what the other copy brought counts as never seen."""
        return replace(self, line=tuple(one for one in self.line if one != _BROUGHT + short(revision)))


def begun() -> Lineage:
    """Return the lineage of a project that begins now: an id that no other has."""
    return Lineage(os.urandom(16).hex())


def short(revision: str) -> str:
    """Return how a line names a state."""
    return revision[:SHORT]


def lineage_in(tables: Mapping[str, Mapping[str, Any]]) -> Lineage:
    """Return the lineage that the tables of a file tell of; what is none of it counts as not there."""
    meta: Mapping[str, Any] = next(iter(tables.get(META, {}).values()), {})
    identity, line = str(meta.get(IDENTITY, "")), meta.get(LINE, [])
    known = [one for one in line[:MOST] if isinstance(one, str) and _STATE.fullmatch(one)] if _is_list(line) else []
    return Lineage(identity if _IDENTITY.fullmatch(identity) else "", tuple(known))


def _is_list(line: object) -> bool:
    return isinstance(line, list)


def to_meta(lineage: Lineage) -> dict[str, Any]:
    """Return the fields that tell of a lineage; none for one that says nothing."""
    said: dict[str, Any] = {IDENTITY: lineage.identity, LINE: list(lineage.line)}
    return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Stands:
    """A state and what came before it: one side of two."""

    revision: str
    lineage: Lineage

    @property
    def states(self) -> tuple[str, ...]:
        """The state and those before it."""
        return (short(self.revision), *self.lineage.states)


def are_copies(mine: Stands, theirs: Stands) -> bool | None:
    """Return whether two states belong to one project; None where a file from before there were ids leaves it open."""
    if any(shared(mine, theirs)):
        return True
    if not mine.lineage.identity or not theirs.lineage.identity:
        return None
    return mine.lineage.identity == theirs.lineage.identity


def shared(mine: Stands, theirs: Stands) -> Iterator[str]:
    """Yield the states that both come from, the newest of mine first."""
    known = set(theirs.states)
    return (one for one in mine.states if one in known)
