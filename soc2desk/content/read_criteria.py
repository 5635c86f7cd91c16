"""Categories, criteria and skill areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_ids, join, rows
from soc2desk.content.rows import CriteriaFile
from soc2desk.domain.criteria import Category, Criterion, SkillArea

if TYPE_CHECKING:
    from soc2desk.content.joining import Reading


def read_criteria(reading: Reading) -> tuple[tuple[Category, ...], tuple[Criterion, ...], tuple[SkillArea, ...]]:
    """Return categories, criteria and skill areas."""
    sheets = read_sheets(reading.files, "resources/criteria/", CriteriaFile, "file of criteria")
    categories = rows(sheets, "categories", "category", reading)
    areas = rows(sheets, "skill_areas", "skill area", reading)
    criteria = rows(sheets, "criteria", "criterion", reading)
    for one in criteria:
        check_ids(one, "category", "category", reading)
        check_ids(one, "skill_area", "skill area", reading)
    return (
        tuple(
            Category(row.id, text.value.name, row.value.prefix, text.value.summary, text.value.scope_note)
            for row, text in join(categories, "categories", "category", reading)
        ),
        tuple(
            Criterion(
                id=row.id,
                category=row.value.category,
                series=row.value.series,
                title=text.value.title,
                description=text.value.description,
                skill_area=row.value.skill_area,
            )
            for row, text in join(criteria, "criteria", "criterion", reading)
        ),
        tuple(
            SkillArea(row.id, text.value, row.value.core)
            for row, text in join(areas, "skill_areas", "skill area", reading)
        ),
    )
