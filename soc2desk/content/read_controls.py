"""Families, roles and the control library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soc2desk.content.found import Found, check_ids, ids_of, join, read_sheets, rows, words
from soc2desk.content.names import read_condition, read_names
from soc2desk.content.rows import ControlsFile
from soc2desk.domain.conditions import names_in
from soc2desk.domain.controls import Control, ExtraCriterion, Family, Role, Variant
from soc2desk.domain.names import cadence_name
from soc2desk.domain.problems import nearest

if TYPE_CHECKING:
    from soc2desk.content.found import Files, Known, Sheet
    from soc2desk.content.names import Names
    from soc2desk.content.rows import ControlRow
    from soc2desk.content.words import ControlWords, WordsFile
    from soc2desk.domain.problems import Problem

Controls = tuple[tuple[Family, ...], tuple[Role, ...], tuple[Control, ...]]

_REFERENCES = {
    "criteria": "criterion",
    "owner": "role",
    "reviewer": "role",
    "skill_area": "skill area",
    "population": "population",
    "records": "record",
}
_ACTS_PER = frozenset({"system", "critical_vendor", "owner"})


def read_controls(
    files: Files,
    texts: list[Sheet[WordsFile]],
    known: Known,
    names: Names,
    baseline: dict[str, tuple[str, ...]],
    problems: list[Problem],
) -> Controls:
    """Return families, roles and controls, in the order of the families; ids are added to `known`, rhythms to `names`.

    `baseline` gives, by control id, the ids of the Canadian baseline it covers.
    """
    sheets = read_sheets(files, "resources/controls/", ControlsFile, "file of controls")
    families = rows(sheets, "families", "family", problems)
    roles = rows(sheets, "roles", "role", problems)
    found = rows(sheets, "controls", "control", problems)
    known |= {"family": ids_of(families), "role": ids_of(roles), "control": ids_of(found)}
    names |= dict.fromkeys(cadence_name(one.id) for one in found)
    for one in families:
        check_ids(one, "skill_area", "skill area", known["skill area"], problems)
    made = [
        _control(row, text, known, names, baseline, problems)
        for row, text in join(found, words(texts, "controls", problems), "control", problems)
    ]
    return (
        tuple(
            Family(row.id, text.value, row.value.skill_area)
            for row, text in join(families, words(texts, "families", problems), "family", problems)
        ),
        tuple(
            Role(row.id, text.value.name, text.value.duties)
            for row, text in join(roles, words(texts, "roles", problems), "role", problems)
        ),
        _in_order(made, [family.id for family in families]),
    )


def _in_order(controls: list[Control], families: list[str]) -> tuple[Control, ...]:
    known = [control for control in controls if control.family in families]
    return tuple(sorted(known, key=lambda control: families.index(control.family)))


def _control(
    row: Found[ControlRow],
    text: Found[ControlWords],
    known: Known,
    names: Names,
    baseline: dict[str, tuple[str, ...]],
    problems: list[Problem],
) -> Control:
    value, said = row.value, text.value
    _check(row, known, names, problems)
    variants = _variants(row, text, names, problems)
    return Control(
        id=value.id,
        family=value.id.partition("-")[0],
        title=said.title,
        statement=said.statement,
        criteria=value.criteria,
        categories=value.categories,
        core=value.core,
        nature=value.nature,
        cadence=value.cadence,
        owner=value.owner,
        reviewer=value.reviewer,
        skill_area=value.skill_area,
        cadence_from=value.cadence_from,
        applies_when=read_condition(row, value.applies_when, names, problems, "applies_when"),
        variants=variants,
        extra_criteria=_extra(row, known, names, problems),
        legal_duty=read_condition(row, value.legal_duty, names, problems, "legal_duty") if value.legal_duty else None,
        cccs=baseline.get(value.id, ()),
        evidence=said.evidence,
        population=value.population,
        shown_type_1=said.shown_type_1,
        shown_type_2=said.shown_type_2,
        prevents=said.prevents,
        records=value.records,
        effort_minutes=value.effort_minutes,
        acts_per=value.acts_per,
        uses=_uses(text, variants, names, problems),
        performed_by=said.performed_by,
    )


def _check(row: Found[ControlRow], known: Known, names: Names, problems: list[Problem]) -> None:
    for field, kind in _REFERENCES.items():
        check_ids(row, field, kind, known[kind], problems)
    check_ids(row, "categories", "category", known["category"] | {"always"}, problems)
    check_ids(row, "cadence_from", "question", names.keys(), problems)
    check_ids(row, "acts_per", "repeat", _ACTS_PER, problems)
    family = row.id.partition("-")[0]
    if family not in known["family"]:
        hint = nearest(family, known["family"]) or "A control id begins with the id of its family, such as ACC-07."
        problems.append(row.refuse(f"The control {row.id} belongs to no family: {family} does not exist.", hint=hint))
    if row.value.owner == row.value.reviewer:
        problems.append(row.refuse(f"{row.id} would be reviewed by its own owner.", "reviewer"))


def _variants(
    row: Found[ControlRow], text: Found[ControlWords], names: Names, problems: list[Problem]
) -> tuple[Variant, ...]:
    said = text.value.variants
    if set(said) != {variant.id for variant in row.value.variants}:
        problems.append(text.refuse(f"The variants of {row.id} and their words differ.", "variants"))
    return tuple(
        Variant(read_condition(row, one.when, names, problems, "variants", index, "when"), said[one.id])
        for index, one in enumerate(row.value.variants)
        if one.id in said
    )


def _extra(row: Found[ControlRow], known: Known, names: Names, problems: list[Problem]) -> tuple[ExtraCriterion, ...]:
    extra: list[ExtraCriterion] = []
    for index, one in enumerate(row.value.extra_criteria):
        at: tuple[Any, ...] = ("extra_criteria", index)
        check_ids(Found(row.id, one, row.located, (*row.path, *at)), "id", "criterion", known["criterion"], problems)
        extra.append(ExtraCriterion(one.id, read_condition(row, one.when, names, problems, *at, "when")))
    return tuple(extra)


def _uses(
    text: Found[ControlWords], variants: tuple[Variant, ...], names: Names, problems: list[Problem]
) -> tuple[str, ...]:
    used = [*read_names(text, text.value.statement, names, problems, "statement")]
    for id_, statement in text.value.variants.items():
        used += read_names(text, statement, names, problems, "variants", id_)
    for variant in variants:
        used += names_in(variant.when)
    return tuple(dict.fromkeys(used))
