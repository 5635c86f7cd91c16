"""Documents are words with a little Markdown: no raw HTML and no images, which three of our formats could not draw."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from soc2desk.lint.sheets import sheets

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_PATTERNS = (
    (re.compile(r"</?[A-Za-z][^>\n]*>|<!--"), "HTML", "Use Markdown: **bold**, *italic*, a list or a table."),
    (re.compile(r"!\[[^\]]*\]"), "An image", "Describe it in words; drawings are made from rows."),
    (re.compile(r"^\s{0,3}#(?!#{1,2} )"), "A title of this level", "A section begins with ## @id, one in it with ###."),
)


def markup(catalogue: Catalogue) -> Seen:
    """Yield a fault for each piece of markup outside the few kinds a document may hold."""
    for sheet in sheets(catalogue):
        for row in sheet.rows:
            for pattern, what, hint in _PATTERNS:
                if pattern.search(row.prose):
                    yield f"{what} cannot stand in a text.", row.where, hint
            if unescape(row.prose) != row.prose:
                yield "An HTML entity cannot stand in a text.", row.where, "Type the character itself."
