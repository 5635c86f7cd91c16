"""The brand that the answers ask for, as the renderers take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.domain.looks import Look
from soc2desk.storage.exercise_file import practised

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.desk import Source
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


def marked(look: Look, source: Source, phrases: Mapping[str, str]) -> Look:
    """Return a look with the words that say practice, where a project is a practice copy."""
    return replace(look, practice=phrases["practice.mark"]) if is_practice(source) else look


def is_practice(source: Source) -> bool:
    """Return whether a project is a practice copy: all its papers say so, and the name of its packet."""
    return source.folder is not None and bool(practised(source.folder))


def _marks_drafts(engagement: Engagement) -> bool:
    answer = engagement.names.stated["draft_mark"].answer
    return answer is None or answer.value is not False
