"""Requests, populations, policies, records, the Canadian baseline and the readiness findings."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from soc2desk.content.found import check_ids, ids_of, join, read_sheets, rows, words
from soc2desk.content.rows import LibraryFile
from soc2desk.domain.baseline import BaselineControl, BaselineItem
from soc2desk.domain.catalogue import FindingText
from soc2desk.domain.policies import PolicyHeader
from soc2desk.domain.records import RecordField, RecordType
from soc2desk.domain.requests import EvidenceRequest, Population

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.content.found import Files, Found, Known, Sheet
    from soc2desk.content.words import WordsFile
    from soc2desk.domain.controls import Control
    from soc2desk.domain.problems import Problem

Rows = dict[str, list["Found[Any]"]]
Texts = list["Sheet[WordsFile]"]

_SINGULAR = {
    "requests": "request",
    "populations": "population",
    "policies": "policy",
    "records": "record",
    "baseline": "baseline control",
    "findings": "finding",
}
_REPORT_TYPES = frozenset({"type_1", "type_2"})
_CALENDAR = "calendar"
"""Samples of dated acts are picked from the schedule, not from a list in a system."""


def read_rows(files: Files, known: Known, problems: list[Problem]) -> Rows:
    """Return the rows of the library by what they are; their ids are added to `known`."""
    found: Rows = {}
    for folder in ("requests", "policies", "records", "baseline", "findings"):
        sheets = read_sheets(files, f"resources/{folder}/", LibraryFile, "file")
        for key, kind in _SINGULAR.items():
            found.setdefault(key, []).extend(rows(sheets, key, kind, problems))
    for key, kind in _SINGULAR.items():
        known[kind] = ids_of(found[key])
    return found


def baseline_by_control(found: Rows) -> dict[str, tuple[str, ...]]:
    """Return, by control id, the baseline items that name it."""
    covers: dict[str, list[str]] = {}
    for row in found["baseline"]:
        for item in row.value.items:
            for control in item.controls:
                covers.setdefault(control, []).append(item.id)
    return {control: tuple(items) for control, items in covers.items()}


def read_requests(found: Rows, texts: Texts, known: Known, problems: list[Problem]) -> tuple[EvidenceRequest, ...]:
    """Return the evidence request list with its words."""
    sections = {text.id: text.value for text in words(texts, "sections", problems).values()}
    made = []
    for row, text in join(found["requests"], words(texts, "requests", problems), "request", problems):
        _check_relations(row, known, problems)
        check_ids(row, "categories", "category", known["category"] | {"always"}, problems)
        check_ids(row, "sample_from", "request", known["request"] | {_CALENDAR}, problems)
        check_ids(row, "section", "section", sections, problems)
        values = asdict(row.value) | {"section": sections.get(row.value.section, "")}
        made.append(EvidenceRequest(**values, **asdict(text.value)))
    return tuple(made)


def read_populations(
    found: Rows, texts: Texts, controls: Iterable[Control], problems: list[Problem]
) -> tuple[Population, ...]:
    """Return the populations, each with the controls that name it."""
    by_population = _inverted((control.id, (control.population,)) for control in controls)
    return tuple(
        Population(row.id, text.value, by_population.get(row.id, ()))
        for row, text in join(found["populations"], words(texts, "populations", problems), "population", problems)
    )


def read_policies(found: Rows, texts: Texts, known: Known, problems: list[Problem]) -> tuple[PolicyHeader, ...]:
    """Return the policy headers with their titles."""
    made = []
    for row, text in join(found["policies"], words(texts, "policies", problems), "policy", problems):
        value = row.value
        check_ids(row, "controls", "control", known["control"], problems)
        check_ids(row, "categories", "category", known["category"] | {"always"}, problems)
        check_ids(row, "owner", "role", known["role"], problems)
        check_ids(row, "approver", "role", known["role"], problems)
        made.append(PolicyHeader(value.id, text.value, value.owner, value.approver, value.categories, value.controls))
    return tuple(made)


def read_records(
    found: Rows, texts: Texts, known: Known, controls: Iterable[Control], problems: list[Problem]
) -> tuple[RecordType, ...]:
    """Return the record layouts, each with the controls that name it."""
    by_record = _inverted((control.id, control.records) for control in controls)
    made = []
    for row, text in join(found["records"], words(texts, "records", problems), "record", problems):
        check_ids(row, "owner", "role", known["role"], problems)
        value, said = row.value, text.value
        fields = _fields(row, text, problems)
        shown_by = by_record.get(row.id, ())
        made.append(
            RecordType(
                row.id, said.title, value.cadence, value.owner, said.when, fields, said.rules, said.sign_off, shown_by
            )
        )
    return tuple(made)


def _fields(row: Found[Any], text: Found[Any], problems: list[Problem]) -> tuple[RecordField, ...]:
    said = text.value.fields
    apart = {field.name for field in row.value.fields} ^ set(said)
    if apart:
        message = f"The fields of {row.id} and their words differ: {', '.join(sorted(apart))}."
        problems.append(text.refuse(message, "fields"))
    return tuple(
        RecordField(one.name, said[one.name].label, one.kind, one.required, said[one.name].help, one.required_when)
        for one in row.value.fields
        if one.name in said
    )


def read_baseline(found: Rows, texts: Texts, known: Known, problems: list[Problem]) -> tuple[BaselineControl, ...]:
    """Return the Canadian baseline. A step without sub-items is its own only item."""
    titles = {text.id: text.value for text in words(texts, "items", problems).values()}
    made = []
    for row, text in join(found["baseline"], words(texts, "baseline", problems), "baseline control", problems):
        titled = titles | {row.id: text.value}
        items = []
        for index, item in enumerate(row.value.items):
            one = _inside(row, item, "items", index)
            _check_relations(one, known, problems)
            check_ids(one, "id", "title of an item", titled, problems)
            items.append(BaselineItem(item.id, titled.get(item.id, ""), item.criteria, item.controls))
        made.append(BaselineControl(row.id, text.value, tuple(items)))
    return tuple(made)


def read_findings(found: Rows, texts: Texts, known: Known, problems: list[Problem]) -> tuple[FindingText, ...]:
    """Return the readiness findings with their words."""
    made = []
    for row, text in join(found["findings"], words(texts, "findings", problems), "finding", problems):
        _check_relations(row, known, problems)
        values = asdict(row.value) | {"severity": row.value.severity.value}
        made.append(FindingText(**values, **asdict(text.value)))
    return tuple(made)


def _check_relations(row: Found[Any], known: Known, problems: list[Problem]) -> None:
    check_ids(row, "criteria", "criterion", known["criterion"], problems)
    check_ids(row, "controls", "control", known["control"], problems)
    if hasattr(row.value, "report_types"):
        check_ids(row, "report_types", "report type", _REPORT_TYPES, problems)


def _inside(row: Found[Any], value: Any, *more: str | int) -> Found[Any]:
    return type(row)(value.id, value, row.located, (*row.path, *more))


def _inverted(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for owner, ids in pairs:
        for id_ in ids:
            found.setdefault(id_, []).append(owner)
    return {id_: tuple(owners) for id_, owners in found.items()}
