"""A change reads only what it touches, and what it reads is what reading everything would give."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from soc2desk.content.load import load
from soc2desk.domain.problems import Problem, ProjectProblem
from soc2desk.reading.located import Located
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.codec import Form, project_from, project_from_plain, project_to_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.domain.catalogue import Catalogue

KEPT = """
format: 1
people:
  ana: {name: Ana Cole}
  ben: {name: Ben Roy}
vendors:
  host: {name: Host, service: hosting}
own_controls:
  OWN-01: {title: Door, statement: We lock it., criteria: [CC6.4], cadence: monthly, nature: manual, evidence: A list}
  OWN-02: {title: Keys, statement: We count., criteria: [CC6.4], cadence: monthly, nature: manual, evidence: A list}
evidence:
  e-0001: {name: Door list, source: porter, population: all doors, controls: [OWN-01, OWN-02], by: ana}
  e-0002: {name: Key list, source: porter, population: all keys, controls: [OWN-02], by: ben}
records:
  first: {type: access_review, occurrence: ACC-07/2026-Q3, entered_by: ana, values: {system: CRM}}
  second: {type: access_review, occurrence: ACC-07/2026-Q2, entered_by: ben, values: {system: Mail}}
"""
Plain = dict[str, Any]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def before(catalogue: Catalogue) -> Form:
    project = project_from(
        Located(read_yaml(KEPT, "kept.yaml", ProjectProblem).data, {}, "", ProjectProblem), catalogue
    )
    return Form(project, project_to_plain(project, catalogue), catalogue)


def changed(before: Form, table: str, id_: str, **values: object) -> Plain:
    """Return a plain form in which one row says something else, made as the window makes it: copies on the way."""
    rows: Plain = before.plain[table]  # type: ignore[assignment]
    return {**before.plain, table: {**rows, id_: {**rows.get(id_, {}), **values}}}


def without(before: Form, table: str, id_: str) -> Plain:
    rows: Plain = before.plain[table]  # type: ignore[assignment]
    return {**before.plain, table: {name: row for name, row in rows.items() if name != id_}}


def problems(plain: Plain, catalogue: Catalogue, before: Form | None) -> list[str]:
    try:
        project_from_plain(plain, catalogue, before)
    except Problem as problem:
        return sorted(f"{one.where}: {one.message}" for one in getattr(problem, "problems", (problem,)))
    return []


def test_rows_that_did_not_change_are_the_same_ones_after_a_change_beside_them(before: Form) -> None:
    made = project_from_plain(changed(before, "evidence", "e-0002", name="Keys"), before.catalogue, before)
    assert made.piece["e-0001"] is before.project.piece["e-0001"]
    assert made.piece["e-0002"].name == "Keys"
    assert made.records is before.project.records
    made = project_from_plain(changed(before, "records", "second", entered_by="ana"), before.catalogue, before)
    assert made.record["first"] is before.project.record["first"]
    assert made.record["second"].entered_by == "ana"


def test_what_stands_in_both_forms_is_written_as_it_stood(before: Form) -> None:
    made = replace(before.project, records=before.project.records[:1])
    plain = project_to_plain(made, before.catalogue, before)
    assert plain["evidence"] is before.plain["evidence"]
    assert plain == project_to_plain(made, before.catalogue)


@pytest.mark.parametrize(
    "change",
    [
        lambda form: changed(form, "evidence", "e-0002", name="Keys", by="ana"),
        lambda form: changed(form, "evidence", "e-0003", name="New", source="porter", controls=["OWN-01"], by="ben"),
        lambda form: changed(form, "own_controls", "OWN-02", title="All keys"),
        lambda form: changed(form, "records", "second", values={"system": "Bank"}),
        lambda form: changed(form, "people", "ana", name="Ana Cole-Roy"),
        lambda form: without(form, "evidence", "e-0001"),
        lambda form: without(form, "records", "first"),
        lambda form: without(form, "vendors", "host"),
        lambda form: {**form.plain, "own_controls": dict(reversed(form.plain["own_controls"].items()))},
        lambda form: {name: rows for name, rows in form.plain.items() if name != "records"},
    ],
)
def test_a_change_reads_to_what_the_whole_form_reads_to(before: Form, change: Callable[[Form], Plain]) -> None:
    plain = change(before)
    made = project_from_plain(plain, before.catalogue, before)
    assert made == project_from_plain(deepcopy(plain), before.catalogue)
    again = project_to_plain(made, before.catalogue, before)
    assert repr(again) == repr(project_to_plain(made, before.catalogue))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda form: without(form, "people", "ben"), "e-0002"),
        (lambda form: without(form, "own_controls", "OWN-02"), "e-0001"),
        (lambda form: changed(form, "evidence", "e-0002", by="cleo"), "cleo"),
        (lambda form: changed(form, "evidence", "E-0001", name="Twin", by="ana"), "different letters"),
        (lambda form: changed(form, "records", "second", type="acces_review"), "second"),
    ],
)
def test_a_row_that_does_not_fit_any_more_is_said_as_if_all_were_read(
    before: Form, change: Callable[[Form], Plain], said: str
) -> None:
    plain = change(before)
    found = problems(plain, before.catalogue, before)
    assert any(said in one for one in found)
    assert found == problems(deepcopy(plain), before.catalogue, None)


def test_rows_read_by_another_catalogue_are_read_again(before: Form) -> None:
    fewer = replace(before.catalogue, records=())
    assert problems(before.plain, fewer, before) == problems(deepcopy(before.plain), fewer, None) != []
