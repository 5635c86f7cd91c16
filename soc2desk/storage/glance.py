"""The few preferences that the first picture of the window shows, read with the standard library alone.

All of them are read, checked and, where they are broken, told about a moment later: see preferences.py.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Glance:
    """Texts as they stand in the file; "" or nothing where the file does not say."""

    workspace: str = ""
    pack: str = ""
    look: str = ""
    language: str = ""
    windows: Mapping[str, str] = field(default_factory=dict)


def glance(file: Path) -> Glance:
    """Return what a preferences file says at first sight; nothing for a file that cannot be used."""
    try:
        with file.open("rb") as opened:
            data = json.loads(opened.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return Glance()
    if not isinstance(data, dict):
        return Glance()
    texts = {name: _text(data.get(name)) for name in ("workspace", "pack", "look", "language")}
    rows = data.get("windows")
    windows = {key: value for key, value in rows.items() if isinstance(value, str)} if isinstance(rows, dict) else {}
    return Glance(**texts, windows=windows)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) and "\x00" not in value else ""
