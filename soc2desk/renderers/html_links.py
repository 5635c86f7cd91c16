"""Where the links of a web page lead: to a place of the page, to a page beside it, or outside."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from soc2desk.renderers.safe import is_beside, is_outside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.renderers.beside import WayTo

_PLAIN_IN_ADDRESS = "/:@!$()*+,;=-._~"


def address(target: str, links: Mapping[str, str], way_to: WayTo) -> str:
    """Return where a link leads; empty for what cannot be reached from this page.

    `links` are the anchors of this page by id, `way_to` tells the file of another document.
    """
    if is_outside(target) or is_beside(target):
        return escape(target)
    anchor = links.get(target)
    if anchor:
        return address_of(anchor)
    path = way_to(target)
    return escape(path) + (address_of(target) if path and "/" in target else "")


def address_of(anchor: str) -> str:
    """Return the address of an anchor on its page."""
    return "#" + escape(quote(anchor, safe=_PLAIN_IN_ADDRESS))
