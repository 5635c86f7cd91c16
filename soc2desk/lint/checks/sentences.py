"""A statement is a sentence that can stand alone in a matrix: it begins with a capital or a value, and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.fill import OPEN
from soc2desk.lint.sheets import statements

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen


def sentences(catalogue: Catalogue) -> Seen:
    """Yield a fault for each statement that does not begin or end as a sentence does."""
    for control, sheet in statements(catalogue):
        words = " ".join(row.words for row in sheet.rows).strip()
        where = sheet.rows[0].where
        if not words.endswith("."):
            yield f"The statement of {control.id} does not end with a full stop.", where, "End it with one."
        if not (words[:1].isupper() or words.startswith(OPEN)):
            yield f"The statement of {control.id} does not begin with a capital.", where, "Begin with who does it."
        if "  " in words:
            yield f"The statement of {control.id} holds two spaces in a row.", where, "Keep one."
