"""Lines of a foreign list or policy as the commands lay them out: name, how sure, what of ours, and the first words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.app.session import Plain

_WIDEST = 90
_NOTHING = "-"


def matched_line(name: str, state: str, ours: Plain | tuple[str, ...], text: str, more: str = "") -> str:
    """Return one line; `ours` are our ids, the best first, and `more` is what else is worth saying of it."""
    found = ", ".join(map(str, ours)) if isinstance(ours, list | tuple) else ""
    return "  ".join(filter(None, (name, state, found or _NOTHING, _short(text), more)))


def _short(text: str) -> str:
    line = " ".join(text.split()) or "(no words)"
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 3]}..."
