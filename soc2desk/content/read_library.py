"""Requests, populations, policies, the Canadian baseline, readiness findings and candidate risks."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from soc2desk.content.found import read_sheets
from soc2desk.content.joining import check_categories, check_ids, join, rows, words
from soc2desk.content.names import read_condition, read_names
from soc2desk.content.rows import LibraryFile
from soc2desk.domain.baseline import BaselineControl, BaselineItem, Suggestion
from soc2desk.domain.catalogue import FindingText
from soc2desk.domain.policies import PolicyHeader
from soc2desk.domain.problems import nearest
from soc2desk.domain.recipes import Recipe
from soc2desk.domain.requests import EvidenceRequest, Population
from soc2desk.domain.risks import RiskCandidate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.domain.controls import Control

Rows = dict[str, list["Found[Any]"]]

_SINGULAR = {
    "requests": "request",
    "populations": "population",
    "tools": "tool",
    "recipes": "recipe",
    "policies": "policy",
    "records": "record",
    "baseline": "baseline control",
    "findings": "finding",
    "risks": "candidate risk",
}
_PROPOSED = ("planned", "does_not_apply")
"""What a self-check may propose of a control: nobody's control is assumed."""
_CALENDAR = "calendar"
"""Samples of dated acts are picked from the schedule, not from a list in a system."""


def read_rows(reading: Reading) -> Rows:
    """Return the rows of the library by what they are."""
    folders = ("requests", "policies", "records", "baseline", "findings", "risks")
    sheets = [
        sheet
        for folder in folders
        for sheet in read_sheets(reading.files, f"resources/{folder}/", LibraryFile, "file of the library")
    ]
    return {key: rows(sheets, key, kind, reading) for key, kind in _SINGULAR.items()}


def baseline_by_control(found: Rows) -> dict[str, tuple[str, ...]]:
    """Return, by control id, the baseline items that name it."""
    covers: dict[str, list[str]] = {}
    for row in found["baseline"]:
        for item in row.value.items:
            for control in item.controls:
                covers.setdefault(control, []).append(item.id)
    return {control: tuple(items) for control, items in covers.items()}


def read_requests(found: Rows, reading: Reading) -> tuple[EvidenceRequest, ...]:
    """Return the evidence request list with its words."""
    sections = {text.id: text.value for text in words(reading, "sections").values()}
    reading.known["section"] = frozenset(sections)
    made = []
    for row, text in join(found["requests"], "requests", "request", reading):
        _check_relations(row, reading)
        check_categories(row, reading)
        check_ids(row, "sample_from", "request", reading, (_CALENDAR,))
        check_ids(row, "section", "section", reading)
        values = asdict(row.value) | {"section": sections.get(row.value.section, "")}
        made.append(EvidenceRequest(**values, **asdict(text.value)))
    return tuple(made)


def read_populations(found: Rows, controls: Iterable[Control], reading: Reading) -> tuple[Population, ...]:
    """Return the populations, each with the controls that name it."""
    by_population = inverted((control.id, (control.population,)) for control in controls)
    return tuple(
        Population(row.id, text.value, by_population.get(row.id, ()))
        for row, text in join(found["populations"], "populations", "population", reading)
    )


def read_recipes(found: Rows, reading: Reading) -> tuple[Recipe, ...]:
    """Return how to collect what is asked for from each tool."""
    tools = {row.id: row.value for row in found["tools"]}
    made = []
    for row, text in join(found["recipes"], "recipes", "recipe", reading):
        check_ids(row, "tool", "tool", reading)
        check_ids(row, "request", "request", reading)
        tool, value = tools.get(row.value.tool), row.value
        if tool is not None:
            names = (tool.name, *tool.also)
            made.append(Recipe(row.id, value.request, tool.name, names, text.value.how, text.value.shows, value.dated))
    return tuple(made)


def read_policies(found: Rows, reading: Reading) -> tuple[PolicyHeader, ...]:
    """Return the policy headers with their titles."""
    made = []
    for row, text in join(found["policies"], "policies", "policy", reading):
        value = row.value
        check_ids(row, "controls", "control", reading)
        check_categories(row, reading)
        check_ids(row, "owner", "role", reading)
        check_ids(row, "approver", "role", reading)
        made.append(PolicyHeader(value.id, text.value, value.owner, value.approver, value.categories, value.controls))
    return tuple(made)


def read_baseline(found: Rows, reading: Reading) -> tuple[BaselineControl, ...]:
    """Return the Canadian baseline. A step without sub-items is its own only item."""
    titles = {text.id: text.value for text in words(reading, "items").values()}
    made = []
    for row, text in join(found["baseline"], "baseline", "baseline control", reading):
        titled = titles | {row.id: text.value}
        items = []
        for index, item in enumerate(row.value.items):
            one = _inside(row, item, "items", index)
            _check_relations(one, reading)
            if item.id not in titled:
                reading.problems.append(one.refuse(f"The baseline item {item.id} has no words."))
            suggests = _suggestions(one, reading)
            items.append(BaselineItem(item.id, titled.get(item.id, ""), item.criteria, item.controls, suggests))
        made.append(BaselineControl(row.id, text.value, tuple(items)))
    return tuple(made)


def _suggestions(item: Found[Any], reading: Reading) -> tuple[Suggestion, ...]:
    """Return what answers on an item propose. A state of a control is planned or does not apply, never in place."""
    made = []
    for index, row in enumerate(item.value.suggests):
        named = [name for name in (row.question, row.control) if name]
        here = ("suggests", index)
        if len(named) != 1:
            message = f"A suggestion of {item.id} names a question or a control: one of the two."
            reading.problems.append(item.refuse(message, *here))
        elif row.question and row.question not in reading.names:
            message = f"{item.id} names the question {row.question}, which does not exist."
            reading.problems.append(item.refuse(message, *here, hint=nearest(row.question, reading.names)))
        elif row.control and (row.control not in item.value.controls or row.value not in _PROPOSED):
            message = f"A suggestion of {item.id} gives a control of the item one of the states {', '.join(_PROPOSED)}."
            reading.problems.append(item.refuse(message, *here))
        made.append(Suggestion(tuple(said.value for said in row.said), row.question, row.control, row.value))
    return tuple(made)


def read_findings(found: Rows, reading: Reading) -> tuple[FindingText, ...]:
    """Return the readiness findings with their words."""
    made = []
    for row, text in join(found["findings"], "findings", "finding", reading):
        _check_relations(row, reading)
        values = asdict(row.value) | {"severity": row.value.severity.value}
        made.append(FindingText(**values, **asdict(text.value)))
    return tuple(made)


def read_risks(found: Rows, reading: Reading) -> tuple[RiskCandidate, ...]:
    """Return the candidate risks with their words. None of them is rated."""
    made = []
    for row, text in join(found["risks"], "risks", "candidate risk", reading):
        check_ids(row, "controls", "control", reading)
        check_categories(row, reading)
        for said in ("scenario", "shows"):
            read_names(text, getattr(text.value, said), reading, said)
        spoken, value = text.value, row.value
        when = read_condition(row, value.when, reading, "when")
        shown = (spoken.title, spoken.scenario, spoken.shows)
        made.append(RiskCandidate(row.id, value.kind.value, *shown, value.controls, value.categories, when))
    return tuple(made)


def _check_relations(row: Found[Any], reading: Reading) -> None:
    check_ids(row, "criteria", "criterion", reading)
    check_ids(row, "controls", "control", reading)


def _inside(row: Found[Any], value: Any, *more: str | int) -> Found[Any]:
    return type(row)(value.id, value, row.located, (*row.path, *more))


def inverted(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return, by each id that is named, who names it."""
    found: dict[str, list[str]] = {}
    for owner, ids in pairs:
        for id_ in ids:
            found.setdefault(id_, []).append(owner)
    return {id_: tuple(owners) for id_, owners in found.items()}
