"""A hedge in a commitment is fine where the same sentence says who decides, how often or within what time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.actors import has_actor
from soc2desk.lint.names import LIMITS, kind_of
from soc2desk.lint.prose import sentences
from soc2desk.lint.sheets import documents, statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.prose import Sentence
    from soc2desk.lint.sheet import Sheet

_VAGUE = re.compile(
    r"\b(?:adequate(?:ly)?|reasonabl[ey]|proper(?:ly)?|sufficient(?:ly)?|suitabl[ey]"
    r"|(?:as|if|when|where|whenever|wherever) (?:necessary|required|applicable|relevant|feasible|practicable)"
    r"|necessary|as far as (?:possible|practicable)|as soon as (?:possible|practicable)|soon|quickly|swiftly"
    r"|from time to time|occasionally|frequently|often|usually|normally|generally|typically"
    r"|in a secure manner|securely|due care|efforts?)\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"<(\w+)>")
_HINT = "Say in this sentence who decides it, how often or within what time; or take the word out."


def vague(catalogue: Catalogue) -> Seen:
    """Yield a fault for each hedge in a clause with controls or a statement whose sentence leaves all of this open."""
    for one in _commitments(catalogue):
        for found in _VAGUE.finditer(one.words):
            if not _is_pinned_down(one, catalogue):
                yield f'"{found[0]}" leaves open who decides it, how often or how soon.', one.where, _HINT


def _commitments(catalogue: Catalogue) -> Iterator[Sentence]:
    for _, sheet in documents(catalogue):
        yield from _of_clauses(sheet)
    for _, sheet in statements(catalogue):
        yield from sentences(sheet)


def _of_clauses(sheet: Sheet) -> Iterator[Sentence]:
    return (one for one in sentences(sheet) if one.part.kind == "clause" and one.part.controls)


def _is_pinned_down(one: Sentence, catalogue: Catalogue) -> bool:
    limits = (kind_of(name, catalogue) in LIMITS for name in _VALUE.findall(one.words))
    return any(limits) or has_actor(one.words)
