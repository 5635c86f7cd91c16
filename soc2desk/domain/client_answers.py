"""Answers that came from a client's own file: which file, who filled it in, and on which day they were entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


@dataclass(frozen=True, slots=True)
class ClientAnswers:
    """One file that was read and taken. `digest` is its SHA-256; `filled_in_by` are the words it is signed with.

    `person` is whom they name in the list of people, empty for nobody: then its answers came in as suggestions.
    `places` are the answers and rows it brought, each with the code of what it brought. `entered_on` is set by the
    program: nothing that stands in a file makes an answer older.
    """

    id: str
    file: str
    digest: str
    filled_in_by: str = ""
    person: str = ""
    places: tuple[str, ...] = ()
    entered_on: date | None = None


def brought_before(files: Iterable[ClientAnswers]) -> frozenset[str]:
    """Return the places of every answer and row that files of the client brought, whether they still stand or not."""
    return frozenset(place.rpartition(" ")[0] for one in files for place in one.places)
