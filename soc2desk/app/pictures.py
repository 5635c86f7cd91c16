"""The icons that come with the program, as the window asks for them."""

from __future__ import annotations

from soc2desk.content.shipped import resources
from soc2desk.domain.problems import ContentProblem, nearest


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons in order."""
    return tuple(sorted(path.stem for path in (resources() / "icons").glob("*.svg")))


def icon_bytes(name: str) -> bytes:
    """Return an icon as SVG that takes its colour from "currentColor". Raises ContentProblem for an unknown name."""
    known = icon_names()
    if name not in known:
        raise ContentProblem(f'There is no icon "{name}".', hint=nearest(name, known) or "Install the program again.")
    return (resources() / "icons" / f"{name}.svg").read_bytes()
