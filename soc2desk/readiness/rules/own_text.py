"""The rule about texts of a firm's own templates, which no answer stands behind until somebody approves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding

_MATRIX = "documents.REG-MTX"
"""Where words that no document holds itself are seen: the statements of controls, and the names of things."""


def own_text_not_approved(situation: Situation) -> Iterator[Finding]:
    """Yield each file of own templates whose words print; none for a document that is approved as it reads now."""
    own = situation.engagement.catalogue.own_templates
    for one in own.texts if own else ():
        if one.document in situation.approved or (one.document and one.document not in situation.documents):
            continue
        title = situation.documents.get(one.document, one.file)
        place = f"documents.{one.document}" if one.document else _MATRIX
        yield see(
            situation, "SD-72", place, about=one.document or one.file,
            document=title, lines=one.lines, line=one.first, file=one.file,
        )  # fmt: skip
