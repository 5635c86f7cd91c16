"""Two copies of one project, edited apart: whose value is whose, and what a person has to choose."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Side(StrEnum):
    """Whose copy: the one that is open here, or the one that came."""

    MINE = "mine"
    THEIRS = "theirs"


class Why(StrEnum):
    """Why a difference is told. The first two need no choice: what one side alone changed stays, or is offered.

    MARKED is what somebody marked in the other copy alone: text of ours would give way to what nobody here has read.
    """

    MINE = "mine"
    THEIRS = "theirs"
    MARKED = "marked"
    BOTH = "both"
    NAMED = "named"
    UNKNOWN = "unknown"


USUAL: Mapping[Why, Side] = {Why.MINE: Side.MINE, Why.THEIRS: Side.THEIRS}
"""What is taken while nobody chose otherwise; the others are for a person to choose."""

Choices = Mapping[str, Side]
"""What a person chose, by the path of a difference: {"people.sam.end": Side.THEIRS}."""
