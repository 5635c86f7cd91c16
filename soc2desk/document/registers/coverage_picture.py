"""The picture in the readiness report: the controls behind each criterion in scope, by how far they have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.coverage import Pile, coverage
from soc2desk.domain.standing import Level

if TYPE_CHECKING:
    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.standing import Levels


def coverage_picture(ground: Ground, reached: Levels) -> tuple[Picture, ...]:
    """Return the picture; none while no criterion is in scope."""
    phrases, catalogue = ground.phrases, ground.engagement.catalogue
    piles = [Pile(one.criterion, one.counts) for one in reached.criteria.values()]
    by_category = [
        (category.name, [pile for pile in piles if catalogue.criterion[pile.criterion].category == category.id])
        for category in catalogue.categories
    ]
    shown = [(name, mine) for name, mine in by_category if mine]
    if not shown:
        return ()
    points = tuple(
        phrases["picture.coverage.point"].format(
            category=name, criteria="; ".join(_said(pile, ground) for pile in mine)
        )
        for name, mine in shown
    )
    said = phrases["picture.coverage.said"].format(count=len(piles))
    return (Picture(coverage(shown, phrases), phrases["picture.coverage.title"], said, points, "coverage"),)


def _said(pile: Pile, ground: Ground) -> str:
    phrases = ground.phrases
    counts = ", ".join(
        phrases["picture.coverage.level"].format(count=pile.counts[level], level=phrases[f"level.{level}"].lower())
        for level in Level
        if pile.counts.get(level, 0)
    )
    said = counts or phrases["picture.coverage.nothing"]
    return phrases["picture.coverage.criterion"].format(criterion=pile.criterion, counts=said)
