"""One step of a long act, so that a bar, plain lines, cancel and tests read the same thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """`done` of `total` steps are finished; `what` names the one just finished ("Access control policy (Word)")."""

    done: int
    total: int
    what: str
