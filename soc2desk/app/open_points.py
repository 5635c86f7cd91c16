"""What is still open, one place after another, so that one key leads through all of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from soc2desk.app.pages import window_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.packet.compose import Composition


def open_places(composition: Composition) -> tuple[str, ...]:
    """Return every place with something open: findings, the most severe first, then questions page by page."""
    found = (finding.place for finding in composition.findings)
    return tuple(dict.fromkeys(chain(found, _open_questions(composition.engagement))))


def next_open(composition: Composition, after_place: str = "") -> str:
    """Return the open place after another, the first after the last one; empty when nothing is open."""
    places = open_places(composition)
    if not places:
        return ""
    at = places.index(after_place) + 1 if after_place in places else 0
    return places[at % len(places)]


def _open_questions(engagement: Engagement) -> Iterator[str]:
    pages = {page.id: page for page in engagement.catalogue.pages}
    for page_id in window_pages(engagement.catalogue):
        page = pages.get(page_id)
        for question in page.questions if page else ():
            stated = engagement.names.stated[question.id]
            if stated.is_open or stated.is_suggested:
                yield f"answers.{question.id}"
