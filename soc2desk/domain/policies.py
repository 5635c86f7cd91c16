"""Headers of the documents a company adopts, and the templates they are written in."""

from __future__ import annotations

from dataclasses import dataclass

from soc2desk.domain.conditions import ALWAYS, Condition

TO_APPROVE = frozenset({"policy", "plan", "procedure"})
"""Kinds of document that somebody approves. Records are forms; registers are computed; letters are signed."""
LESSON = "lesson"
"""The kind of a paper for a class: it is printed by itself and stands in no packet."""
ALONE = frozenset({"report", "training", LESSON})
"""Kinds of document that are written also when no control of theirs stands: they promise nothing by themselves."""


@dataclass(frozen=True, slots=True)
class PolicyHeader:
    """One policy of the library: who owns and approves it and which controls belong in it."""

    id: str
    title: str
    owner: str
    approver: str
    categories: tuple[str, ...]
    controls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One written document. `body` is Markdown in the closed template language, starting at line `first_line`.

    `kind` is policy, plan, procedure, record, report, training or lesson; `audience` is auditor, internal, staff or
    customer; `owner` and `approver` are role ids. One that `stands_alone` is written even if no control of it stands.
    `record` is the layout that a record's form is made from, empty for none.
    """

    id: str
    title: str
    kind: str
    audience: str
    owner: str
    approver: str
    review: str
    version: str
    path: str
    body: str
    first_line: int
    categories: tuple[str, ...] = ("always",)
    when: Condition = ALWAYS
    stands_alone: bool = False
    record: str = ""


@dataclass(frozen=True, slots=True)
class Partial:
    """A piece of template text that documents include by name."""

    name: str
    path: str
    body: str
