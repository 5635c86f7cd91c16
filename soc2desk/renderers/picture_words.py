"""A picture in words: what is said to those who cannot see it, and what stands where nothing is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Bullets, ListItem, Paragraph, Picture, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block


def spoken(picture: Picture) -> str:
    """Return all that a picture shows in one stretch of words."""
    return " ".join((picture.said, *picture.points))


def in_words(picture: Picture) -> tuple[Block, ...]:
    """Return a picture as its title, the sentence that sums it up, and a list of what it shows."""
    listed = (Bullets(tuple(ListItem(text(point)) for point in picture.points)),) if picture.points else ()
    return (Paragraph(text(picture.title, bold=True)), Paragraph(text(picture.said)), *listed)


def without_pictures(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with each picture as its words."""
    return tuple(one for block in blocks for one in (in_words(block) if isinstance(block, Picture) else (block,)))
