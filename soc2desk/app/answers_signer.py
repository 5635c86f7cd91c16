"""Who filled a questionnaire in, and whether their word confirms its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.answer_cells import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from soc2desk.domain.people import Person


@dataclass(frozen=True, slots=True)
class Signer:
    """Who answered: `words` as the file says it, `person` whose word confirms ("" for nobody), else `note` why not."""

    words: str
    person: str = ""
    note: str = ""


def signer_of(
    words: str, listed: Iterable[Person], brought: Iterable[Person], day: date, phrases: Mapping[str, str]
) -> Signer:
    """Return who confirms the answers of a file: somebody in the list before it was read, and at work on `day`.

    `brought` are the people as the file would leave them: a file lists nobody for its own sake, but can say of its
    signer that they left.
    """

    def told(key: str, **fields: object) -> Signer:
        return Signer(words, note=phrases[f"asked.told.{key}"].format(name=words, **fields))

    if not bare(words):
        return told("no_signer")
    changed = list(brought)
    found = _named(words, listed)
    if len(found) != 1:
        return told("two_signers" if found else "added_signer" if _named(words, changed) else "unknown_signer")
    for one in (*found, *(other for other in changed if other.id == found[0].id)):
        if one.has_left(day):
            return told("left_signer", day=one.end)
        if not one.is_here(day):
            return told("early_signer", day=one.start)
        if one.is_away(day):
            return told("away_signer")
    return Signer(words, found[0].id)


def _named(words: str, people: Iterable[Person]) -> list[Person]:
    return [one for one in people if bare(words) in {bare(one.name), bare(one.email)}]
