"""Categories and criteria of the Trust Services Criteria: ids, counts and our own words."""

from __future__ import annotations

from dataclasses import dataclass

SECURITY = "security"


@dataclass(frozen=True, slots=True)
class Category:
    """One of the five categories. Security is always examined."""

    id: str
    name: str
    prefix: str
    summary: str
    scope_note: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, for example CC6.1, with a title and description in our words."""

    id: str
    category: str
    series: str
    title: str
    description: str
    skill_area: str


@dataclass(frozen=True, slots=True)
class SkillArea:
    """What owners of a group of criteria must know; four of them are trained before the window."""

    id: str
    name: str
    core: bool
