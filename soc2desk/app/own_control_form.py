"""A control of the company's own as a person enters it: a row of a file, checked like any other when it is put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.storage.row_shapes import TOP_LEVEL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.session import Plain, Where

SECTION, FAMILY = "own_controls", "OWN"


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
        """Return it as it is written in a file, what is empty left out."""
        texts = {
            "title": self.title,
            "statement": self.statement,
            "owner": self.owner,
            "cadence": self.cadence,
            "nature": self.nature,
            "evidence": self.evidence,
        }
        row: dict[str, Plain] = {name: words.strip() for name, words in texts.items() if words.strip()}
        return row | ({"criteria": list(self.criteria)} if self.criteria else {})


def takes_own_controls() -> bool:
    """Return whether projects have room for controls of a company's own."""
    return SECTION in TOP_LEVEL


def own_rows(plain: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """Return the own controls of a project by id, as they are written in a file."""
    rows = plain.get(SECTION)
    return rows if isinstance(rows, dict) else {}


def own_entry(plain: Mapping[str, Plain], control: str) -> OwnEntry | None:
    """Return an own control as the form shows it; None for a control of the library."""
    row = own_rows(plain).get(control)
    if not isinstance(row, dict):
        return None
    texts = {name: str(words) for name, words in row.items() if isinstance(words, str)}
    criteria = row.get("criteria")
    return OwnEntry(criteria=tuple(map(str, criteria)) if isinstance(criteria, list) else (), **texts)


def next_own_id(plain: Mapping[str, Plain]) -> str:
    """Return the id of the next own control: the one after the highest in use."""
    used = [int(number) for id_ in own_rows(plain) if (number := id_.partition("-")[2]).isdecimal()]
    return f"{FAMILY}-{max(used, default=0) + 1:02}"


def entered(control: str, entry: OwnEntry) -> dict[Where, Plain]:
    """Return the values that put an own control into a project, new or changed."""
    return {(SECTION, control): entry.row()}


def taken_out(control: str) -> dict[Where, Plain]:
    """Return the values that take an own control out, with what was said of it."""
    return {(SECTION, control): None, ("control_states", control): None, ("owners", control): None}
