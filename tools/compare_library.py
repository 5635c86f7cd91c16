"""Writes the tables of docs/library.md anew: our own figures from the content, those of others from docs/peers.yaml.

Run from the checkout after a document was added, taken out or states other controls: python -m tools.compare_library
What stands between <!-- NAME --> and <!-- end of NAME --> is written by it; the rest of the page is written by hand.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from tools.library_tables import TABLES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "library.md"


def block_of(page: str, name: str) -> re.Match[str] | None:
    """Return where a table stands in a page, its text as the first group; None where the page has no such markers."""
    return re.search(rf"(?<=<!-- {name} -->\n)(.*?)(?=<!-- end of {name} -->)", page, re.DOTALL)


def written(page: str) -> str:
    """Return the page with every table made anew. Raises ValueError for a table that has no markers in it."""
    for name, make in TABLES.items():
        found = block_of(page, name)
        if found is None:
            raise ValueError(f"docs/library.md has no place for the table {name}.")
        page = page[: found.start()] + f"\n{make()}\n\n" + page[found.end() :]
    return page


def main() -> int:
    """Rewrite the page and say so."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Wrote {len(TABLES)} tables into {PAGE.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
