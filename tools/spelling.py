"""Prints each word of the content and of the window that no dictionary knows.

Run from the checkout: python -m tools.spelling
"""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.content.load import load
from soc2desk.content.window_words import load_window_words
from soc2desk.lint.places import Places
from soc2desk.lint.texts import texts
from tools.hunspell import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.catalogue import Catalogue

FOLDER = Path(__file__).parent / "dictionaries"
OURS = FOLDER / "soc2desk.txt"

_NO_WORDS = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[a-z_]+\}"  # values and tags
    r"|`[^`]*`|[\w.+-]+@[\w.-]+|https?:\S+|@[\w-]+"  # code, addresses, ids
    r"|\w*_\w*|\b[A-Z]{2,4}-(?:\d+|[A-Z]+)\b|\w*\d\w*"  # names of fields, ids of controls, figures
    r"|(?<!\w)\.[a-z]+\b|\b[\w-]+\.(?:json|yaml|csv|docx|pdf|xlsx|zip|png|jpe?g|exe)\b"  # names of files
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_APART = 2
"""How many letters longer or shorter a word is than the one it was meant to be."""

_NO_PROSE = ("table_page.usual.", "scope.signs.")
"""Headings of other people's spreadsheets, and the beginnings of words that a contract is searched for."""


def main() -> int:
    """Print the words with their places, and what they may have been meant to be."""
    found = unknown(all_texts(load()))
    places = Places(None, "en")
    for word, where in sorted(found.items(), key=lambda one: (one[1], one[0])):
        alike = [one for one in known() if one[0] == word[0].lower() and abs(len(one) - len(word)) <= _APART]
        meant = get_close_matches(word.lower(), alike, 2)
        print(f"{places.find(where)}: {word}" + (f"  ({' or '.join(meant)}?)" if meant else ""))
    return 1 if found else 0


def all_texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the place and the words of all content, and of the window."""
    yield from ((where, words) for where, words in texts(catalogue) if not _is_name(where, words))
    for key, words in load_window_words().items():
        if not key.startswith(_NO_PROSE):
            topic, _, rest = key.partition(".")
            yield f"resources/words/en/window/{topic}.yaml, {rest}", words.replace("&", "")


def _is_name(where: str, words: str) -> bool:
    """A field of a record has a name and a kind for the program beside the label that a person reads."""
    return where.endswith(("/id", "/family")) or (where.endswith("/fields") and words.islower() and " " not in words)


def unknown(said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return each word that is not known, with the first place it stands at."""
    found: dict[str, str] = {}
    for where, text in said:
        for word in words_in(text):
            found.setdefault(word, where)
    return {word: where for word, where in found.items() if not is_known(word)}


def words_in(text: str) -> list[str]:
    """Return the words of a text: no values, code, addresses, ids and figures."""
    return _WORD.findall(_NO_WORDS.sub(" ", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))


def is_known(word: str) -> bool:
    """Return whether a word stands in a dictionary, where it has capitals also in small letters.

    Of what a dictionary holds somebody may own something, and of an abbreviation there may be several.
    """
    for one in (word, word.removesuffix("'s"), word.removesuffix("s") if word[:-1].isupper() else word):
        if one in known() or ((one.istitle() or one.isupper()) and one.lower() in known()):
            return True
    return False


@cache
def known() -> frozenset[str]:
    """Return every word of both dictionaries."""
    return dictionary() | frozenset(own_words())


@cache
def dictionary() -> frozenset[str]:
    """Return every word of the Canadian dictionary."""
    return read_words(FOLDER / "en_CA.dic", FOLDER / "en_CA.aff")


@cache
def own_words() -> tuple[str, ...]:
    """Return our own words in the order they stand in."""
    return tuple(OURS.read_text(encoding="utf-8").split("\n")[:-1])


if __name__ == "__main__":
    sys.exit(main())
