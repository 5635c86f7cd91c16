"""What one drawing of a Word document has handed out so far: bookmarks, links, lists and ids of controls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.renderers.beside import ways_from
from soc2desk.renderers.docx_links import bookmark_names, outside_address
from soc2desk.renderers.docx_numbering import Numbering
from soc2desk.renderers.docx_text import clean, escaped

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document, Picture
    from soc2desk.renderers.beside import WayTo

FIRM = 1.15


@dataclass(slots=True)
class Writing:
    """The books of one drawing. `width` and `height` are those of the text in twentieths of a point.

    `ease` is how much wider than ours the letters may be: those of a firm are not known.
    """

    width: int
    height: int
    places: dict[int, str]
    targets: dict[str, str]
    language: str
    way_to: WayTo
    addresses: dict[str, str] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    controls: int = 0
    pictures: list[Picture] = field(default_factory=list)
    ease: float = 1.0

    def link(self, target: str) -> str:
        """Return the opening of a w:hyperlink, empty for nothing that can be reached.

        It leads to an id of this document, to the file of another one beside it, or to a safe address.
        """
        name = self.targets.get(target)
        if name:
            return f'<w:hyperlink w:anchor="{name}" w:history="1">'
        path = self.way_to(target)
        address = path or outside_address(clean(target))
        if not address:
            return ""
        key = self.addresses.setdefault(address, f"rLink{len(self.addresses) + 1}")
        return f'<w:hyperlink r:id="{key}" w:history="1">'

    def bookmark(self, at: int, inside: str) -> str:
        """Return `inside` between the marks of the bookmark of block `at`, or as it is when that has none."""
        name = self.places.get(at)
        if not name:
            return inside
        key = at + 1
        return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{key}"/>'

    def control_head(self, label: str) -> str:
        """Return title and id of a new content control; Word takes 64 characters of title."""
        self.controls += 1
        title = escaped(" ".join(clean(label).split())[:64])
        return f'{f"""<w:alias w:val="{title}"/>""" if title else ""}<w:id w:val="{1000 + self.controls}"/>'


def begin(document: Document, room: tuple[int, int], *, is_firm: bool = False) -> Writing:
    """Return the books for drawing `document`, with its bookmarks known before the first block is drawn.

    `room` is the width and the height of the text on a page, in twentieths of a point; `is_firm` tells that the type is
    that of a firm's own file.
    """
    places = bookmark_names(document.blocks)
    targets: dict[str, str] = {}
    for at, name in places.items():
        own = getattr(document.blocks[at], "id", "")
        if own:
            targets.setdefault(own, name)
    return Writing(
        *room, places, targets, escaped(document.language), ways_from(document), ease=FIRM if is_firm else 1.0
    )
