"""Families, roles and the control library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soc2desk.content.found import Found, read_sheets
from soc2desk.content.joining import check_categories, check_ids, join, rows, words
from soc2desk.content.names import read_condition, read_names
from soc2desk.content.rows import ControlsFile
from soc2desk.domain.conditions import names_in
from soc2desk.domain.controls import Control, ExtraCriterion, Family, Role, Variant
from soc2desk.domain.names import cadence_name
from soc2desk.domain.own_controls import OWN_FAMILY
from soc2desk.domain.problems import nearest
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from soc2desk.content.joining import Reading
    from soc2desk.content.rows import ControlRow
    from soc2desk.content.words import ControlWords

Covers = dict[str, tuple[str, ...]]
"""By control id, the items of the Canadian baseline that it covers."""

Controls = tuple[tuple[Family, ...], tuple[Role, ...], tuple[Control, ...]]

_REFERENCES = {
    "criteria": "criterion",
    "owner": "role",
    "reviewer": "role",
    "skill_area": "skill area",
    "population": "population",
    "records": "record",
}


def read_controls(reading: Reading, covers: Covers) -> Controls:
    """Return families, roles and controls, in the order of the families; the rhythms become known names."""
    sheets = read_sheets(reading.files, "resources/controls/", ControlsFile, "file of controls")
    families = rows(sheets, "families", "family", reading)
    roles = rows(sheets, "roles", "role", reading)
    found = rows(sheets, "controls", "control", reading)
    reading.names.update(dict.fromkeys(cadence_name(one.id) for one in found))
    for one in families:
        check_ids(one, "skill_area", "skill area", reading)
        if one.id == OWN_FAMILY:
            message = f"The family {OWN_FAMILY} is kept for controls that a company adds itself."
            reading.problems.append(one.refuse(message, "id", hint="Give the family another id."))
    made = [_control(row, text, covers, reading) for row, text in join(found, "controls", "control", reading)]
    asked = {one.id: one.value for one in words(reading, "asked_of_owners").values()}
    return (
        tuple(
            Family(row.id, text.value, row.value.skill_area, asked.get(row.id, ()))
            for row, text in join(families, "families", "family", reading)
        ),
        tuple(Role(row.id, text.value.name, text.value.duties) for row, text in join(roles, "roles", "role", reading)),
        _in_order(made, [family.id for family in families]),
    )


def _in_order(controls: list[Control], families: list[str]) -> tuple[Control, ...]:
    known = [control for control in controls if control.family in families]
    return tuple(sorted(known, key=lambda control: families.index(control.family)))


def _control(row: Found[ControlRow], text: Found[ControlWords], covers: Covers, reading: Reading) -> Control:
    value, said = row.value, text.value
    _check(row, reading)
    variants = _variants(row, text, reading)
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
        applies_when=read_condition(row, value.applies_when, reading, "applies_when"),
        variants=variants,
        extra_criteria=_extra(row, reading),
        legal_duty=read_condition(row, value.legal_duty, reading, "legal_duty") if value.legal_duty else None,
        cccs=covers.get(value.id, ()),
        evidence=said.evidence,
        population=value.population,
        shown_type_1=said.shown_type_1,
        shown_type_2=said.shown_type_2,
        prevents=said.prevents,
        records=value.records,
        effort_minutes=value.effort_minutes,
        acts_per=value.acts_per,
        uses=_uses(text, variants, reading),
        performed_by=said.performed_by,
    )


def _check(row: Found[ControlRow], reading: Reading) -> None:
    for field, kind in _REFERENCES.items():
        check_ids(row, field, kind, reading)
    check_categories(row, reading)
    _check_rhythm(row, reading)
    family = row.id.partition("-")[0]
    if family not in reading.known["family"]:
        hint = (
            nearest(family, reading.known["family"]) or "A control id begins with the id of its family, such as ACC-07."
        )
        reading.problems.append(
            row.refuse(f"The control {row.id} belongs to no family: {family} does not exist.", hint=hint)
        )
    if row.value.owner == row.value.reviewer:
        reading.problems.append(row.refuse(f"{row.id} would be reviewed by its own owner.", "reviewer"))


def _check_rhythm(row: Found[ControlRow], reading: Reading) -> None:
    name = row.value.cadence_from
    question = reading.names.get(name)
    if name and (question is None or question.kind is not QuestionKind.CADENCE):
        message = f"{row.id} takes its rhythm from {name}, which is no question about a rhythm."
        rhythms = [asked.id for asked in reading.names.values() if asked and asked.kind is QuestionKind.CADENCE]
        reading.problems.append(row.refuse(message, "cadence_from", hint=nearest(name, rhythms)))


def _variants(row: Found[ControlRow], text: Found[ControlWords], reading: Reading) -> tuple[Variant, ...]:
    said = text.value.variants
    if set(said) != {variant.id for variant in row.value.variants}:
        reading.problems.append(text.refuse(f"The variants of {row.id} and their words differ.", "variants"))
    return tuple(
        Variant(read_condition(row, one.when, reading, "variants", index, "when"), said[one.id])
        for index, one in enumerate(row.value.variants)
        if one.id in said
    )


def _extra(row: Found[ControlRow], reading: Reading) -> tuple[ExtraCriterion, ...]:
    extra: list[ExtraCriterion] = []
    for index, one in enumerate(row.value.extra_criteria):
        at: tuple[Any, ...] = ("extra_criteria", index)
        check_ids(Found(row.id, one, row.located, (*row.path, *at)), "id", "criterion", reading)
        extra.append(ExtraCriterion(one.id, read_condition(row, one.when, reading, *at, "when")))
    return tuple(extra)


def _uses(text: Found[ControlWords], variants: tuple[Variant, ...], reading: Reading) -> tuple[str, ...]:
    used = [*read_names(text, text.value.statement, reading, "statement")]
    for id_, statement in text.value.variants.items():
        used += read_names(text, statement, reading, "variants", id_)
    for variant in variants:
        used += names_in(variant.when)
    return tuple(dict.fromkeys(used))
