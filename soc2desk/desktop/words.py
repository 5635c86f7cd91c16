"""The words of the window by id, and their doubled form for finding layouts that break."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG = "long"
"""The value of SOC2DESK_WORDS that doubles every text, as other languages do."""


class Words:
    """Texts by dotted id; `doubled` says everything twice."""

    def __init__(self, texts: Mapping[str, str], *, doubled: bool = False) -> None:
        self._texts, self._doubled = texts, doubled

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its {fields} filled; what a person typed is never read as a field."""
        return self.of(self._texts[key].format_map(values))

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def of(self, text: str) -> str:
        """Return a text of the content as the window shows it."""
        return f"{text} {text}" if self._doubled and text else text
