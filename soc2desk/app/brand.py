"""The brand that the answers ask for, as the renderers take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.looks import Look

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement


def brand_of(engagement: Engagement, logo: bytes = b"", firm_logo: bytes = b"", reference: bytes = b"") -> Look:
    """Return the look that the answers ask for; what nobody answered is as usual."""
    usual = Look()
    text = engagement.answer_text
    return Look(
        accent=text("accent_color") or usual.accent,
        prepared_by=text("prepared_by"),
        logo=logo,
        style=text("document_look") or usual.style,
        font=text("document_font"),
        second=text("second_color"),
        footer=text("footer_line"),
        firm_logo=firm_logo,
        confidential=text("confidential_mark"),
        draft_mark=_marks_drafts(engagement),
        reference=reference,
    )


def _marks_drafts(engagement: Engagement) -> bool:
    answer = engagement.names.stated["draft_mark"].answer
    return answer is None or answer.value is not False
