"""Ten hard engagements of our own making, read as answers files are and composed: where words go wrong first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import open_desk
from tests.composed import composed

if TYPE_CHECKING:
    from soc2desk.domain.project import Project
    from soc2desk.packet.compose import Composition

PLACE = Path(__file__).parent / "engagements"
ENGAGEMENTS = tuple(sorted(path.stem for path in PLACE.glob("*.yaml")))


@cache
def engagement(name: str) -> Project:
    """Return the answers of a hard engagement."""
    return open_desk().answers_file(PLACE / f"{name}.yaml").project


@cache
def of_engagement(name: str) -> Composition:
    """Return the whole set of a hard engagement, composed once."""
    return composed(engagement(name))
