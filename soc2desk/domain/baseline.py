"""The Canadian baseline controls, how they meet the criteria, and what an answer to one proposes elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What an answer on an item (one of `said`) proposes: an answer to a question, or a state of a control.

    `value` is written as in a file; without one a question only wants to be looked at. It is never "in place".
    """

    said: tuple[str, ...]
    question: str = ""
    control: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class BaselineItem:
    """One sub-item, for example BC.5.1, in our words, with the criteria and controls that cover the same ground."""

    id: str
    title: str
    criteria: tuple[str, ...]
    controls: tuple[str, ...]
    suggests: tuple[Suggestion, ...] = ()

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the 42 items, and no organizational step."""
        return self.id.startswith("BC.")


@dataclass(frozen=True, slots=True)
class BaselineControl:
    """One of the thirteen baseline controls, BC.1 to BC.13, or of the five organizational steps, OC.1 to OC.5."""

    id: str
    title: str
    items: tuple[BaselineItem, ...]
