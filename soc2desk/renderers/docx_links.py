"""What a Word document links to: bookmarks of its own headings and clauses, and safe addresses outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from soc2desk.document.blocks import Clause, Heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.blocks import Block

LONGEST_NAME = 40
LONGEST_ADDRESS = 2000
HOST = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
WEB = re.compile(rf"https://{HOST}(?::\d{{1,5}})?(?:[/?#]\S*)?", re.IGNORECASE)
MAIL = re.compile(rf"mailto:[a-z0-9.!#$&'*+/=?^_`{{|}}~-]+@{HOST}(?:\?\S*)?", re.IGNORECASE)
KEPT = "%:/?#[]@!$&'()*+,;=~"
LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")


def outside_address(target: str) -> str:
    """Return `target` as an address Word accepts, or empty when it is not a plain https:// or mailto: address."""
    if len(target) > LONGEST_ADDRESS or not (WEB.fullmatch(target) or MAIL.fullmatch(target)):
        return ""
    try:
        return quote(LONE_PERCENT.sub("%25", target), safe=KEPT).replace("[", "%5B").replace("]", "%5D")
    except UnicodeEncodeError:
        return ""


def bookmark_names(blocks: Iterable[Block]) -> dict[int, str]:
    """Return a bookmark name for each heading and each clause with an id, by its place among the blocks.

    Names are letters, digits and underscores, 40 at most, and differ by more than capitals.
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) or (isinstance(block, Clause) and block.id):
            names[at] = _free_name(block.id or f"section_{at}", taken)
    return names


def _free_name(wanted: str, taken: set[str]) -> str:
    letters = re.sub(r"[^A-Za-z0-9]+", "_", wanted).strip("_") or "place"
    stem = letters if letters[0].isalpha() else f"b_{letters}"
    name, again = stem[:LONGEST_NAME], 1
    while name.lower() in taken:
        again += 1
        ending = f"_{again}"
        name = stem[: LONGEST_NAME - len(ending)] + ending
    taken.add(name.lower())
    return name
