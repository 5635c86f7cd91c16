"""What promises something stands in a clause that names its control: only such a clause can be kept back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.names import LIMITS, kind_of
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part

_PROMISE = re.compile(r"\b(must|shall|will|always|never|guarantees?|promises?|the record is)\b", re.IGNORECASE)
_HINT = "Put the control's id, such as [ACC-07], at the end of the clause."


def promises(catalogue: Catalogue) -> Seen:
    """Yield a fault for each clause that promises without a control, and each limit printed outside a clause."""
    for _, sheet in documents(catalogue):
        for part in outline(sheet):
            if not part.controls:
                yield from _limits(part, catalogue)
                yield from _words(part)


def _limits(part: Part, catalogue: Catalogue) -> Seen:
    for row in part.rows:
        for slot in row.slots:
            if kind_of(slot.name, catalogue) in LIMITS:
                message = f"The value {slot.name} is a promise and stands outside a clause that names a control."
                yield message, row.where, _HINT


def _words(part: Part) -> Seen:
    if part.kind != "clause":
        return
    for row in part.rows:
        found = _PROMISE.search(row.prose)
        if found:
            yield f'The clause @{part.name} promises ("{found[0]}") and names no control.', row.where, _HINT
