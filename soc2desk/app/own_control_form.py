"""A control of the company's own as a person enters it: a row of a file, checked like any other when it is put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.own_controls import one_line
from soc2desk.storage.editing import line_without

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.project import Project


_SAID_IN = ("own_controls", "control_states", "owners", "control_wordings", "retired_controls")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What is typed into the form, every text as it stands there; `criteria` are ids."""

    title: str = ""
    statement: str = ""
    criteria: tuple[str, ...] = ()
    owner: str = ""
    cadence: str = ""
    nature: str = ""
    evidence: str = ""

    def row(self) -> dict[str, Plain]:
        """Return it as it is written in a file, what is empty left out and each text on one line."""
        texts = {
            "title": self.title,
            "statement": self.statement,
            "owner": self.owner,
            "cadence": self.cadence,
            "nature": self.nature,
            "evidence": self.evidence,
        }
        row: dict[str, Plain] = {name: one_line(words) for name, words in texts.items() if words.strip()}
        return row | ({"criteria": list(self.criteria)} if self.criteria else {})


def own_entry(project: Project, control: str) -> OwnEntry | None:
    """Return an own control as the form shows it; None for a control of the library."""
    own = project.own_control.get(control)
    if own is None:
        return None
    return OwnEntry(own.title, own.statement, own.criteria, own.owner, own.cadence, own.nature, own.evidence)


def entered(control: str, entry: OwnEntry) -> dict[Where, Plain]:
    """Return the values that put an own control into a project, new or changed."""
    return {("own_controls", control): entry.row()}


def taken_out(control: str, plain: Mapping[str, Plain]) -> dict[Where, Plain]:
    """Return the values that take an own control out of a project's plain form, with what was said of it."""
    values: dict[Where, Plain] = {(table, control): None for table in _SAID_IN}
    for table in ("listed_controls", "own_clauses"):
        lines = plain.get(table)
        for id_, line in lines.items() if isinstance(lines, dict) else ():
            if isinstance(line, dict) and (left := line_without(line, control)) is not line:
                values[table, id_] = left
    return values
