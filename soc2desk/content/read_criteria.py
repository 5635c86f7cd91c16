"""Categories, criteria and skill areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.found import check_ids, ids_of, join, read_sheets, rows, words
from soc2desk.content.rows import CriteriaFile
from soc2desk.domain.criteria import Category, Criterion, SkillArea

if TYPE_CHECKING:
    from soc2desk.content.found import Files, Known, Sheet
    from soc2desk.content.words import WordsFile
    from soc2desk.domain.problems import Problem

Criteria = tuple[tuple[Category, ...], tuple[Criterion, ...], tuple[SkillArea, ...]]


def read_criteria(files: Files, texts: list[Sheet[WordsFile]], known: Known, problems: list[Problem]) -> Criteria:
    """Return categories, criteria and skill areas; their ids are added to `known`."""
    sheets = read_sheets(files, "resources/criteria/", CriteriaFile, "file of criteria")
    categories = rows(sheets, "categories", "category", problems)
    areas = rows(sheets, "skill_areas", "skill area", problems)
    criteria = rows(sheets, "criteria", "criterion", problems)
    known |= {"category": ids_of(categories), "skill area": ids_of(areas), "criterion": ids_of(criteria)}
    for one in criteria:
        check_ids(one, "category", "category", known["category"], problems)
        check_ids(one, "skill_area", "skill area", known["skill area"], problems)
    return (
        tuple(
            Category(row.id, text.value.name, row.value.prefix, text.value.summary, text.value.scope_note)
            for row, text in join(categories, words(texts, "categories", problems), "category", problems)
        ),
        tuple(
            Criterion(
                row.id, row.value.category, row.value.series, text.value.title, text.value.description, row.value.skill_area
            )
            for row, text in join(criteria, words(texts, "criteria", problems), "criterion", problems)
        ),
        tuple(
            SkillArea(row.id, text.value, row.value.core)
            for row, text in join(areas, words(texts, "skill_areas", problems), "skill area", problems)
        ),
    )
