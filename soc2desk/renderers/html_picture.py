"""A picture as part of a web page: drawn inside the page itself, with its words for those who listen."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from soc2desk.renderers.picture_svg import FACES, PIXEL, svg_shapes, view
from soc2desk.renderers.picture_words import spoken

if TYPE_CHECKING:
    from soc2desk.document.blocks import Look, Picture


def figure(picture: Picture, anchor: str, look: Look) -> str:
    """Return a picture with its caption; `anchor` is its id on the page, empty for none."""
    sketch = picture.sketch
    named = f' id="{escape(anchor)}"' if anchor else ""
    told = f' aria-labelledby="{escape(anchor)}-title {escape(anchor)}-told"' if anchor else ""
    title, desc = ((f' id="{escape(anchor)}-{part}"' if anchor else "") for part in ("title", "told"))
    size = f'width="{round(sketch.width / PIXEL)}" height="{round(sketch.height / PIXEL)}" {view(sketch)}'
    return (
        f'<figure class="picture"{named}><figcaption>{escape(picture.title)}</figcaption>'
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img"{told} {size} font-family="{escape(FACES)}">'
        f"<title{title}>{escape(picture.title)}</title><desc{desc}>{escape(spoken(picture))}</desc>"
        f"{svg_shapes(sketch, look)}</svg></figure>"
    )
