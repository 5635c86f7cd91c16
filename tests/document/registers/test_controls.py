"""The matrix, coverage and description show an auditor what is performed, and nothing else."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import Audience, Mark, Table, plain
from soc2desk.document.walk import runs_in
from tests.composed import SAMPLES, after, clauses, document, of_sample, table, words

MATRIX, COVERAGE, TEAM, DESCRIPTION = ("REG-MTX", "matrix"), ("REG-COV", "coverage"), ("REG-ALL", "team"), "DSC"


def test_a_planned_control_is_in_no_paper_of_what_is_performed_and_stands_in_the_policy_with_its_date() -> None:
    made = of_sample("brightwater")
    assert made.engagement.state["LOG-05"].state == "planned"
    assert "LOG-05" not in table(made, *MATRIX)
    assert "LOG-05" not in "".join(row["controls"] for row in table(made, *COVERAGE).values())
    assert not [name for name in clauses(made, DESCRIPTION) if name.endswith("log-05")]
    assert "Planned from 1 December 2026" in words(document(made, "POL-LOG"))
    assert table(made, *TEAM)["LOG-05"]["state"] == "Planned from 2026-12-01"


@pytest.mark.parametrize("doc_id", ["REG-MTX", "REG-COV", "REG-ERL", "DSC"])
def test_no_planned_control_is_named_in_a_paper_for_the_auditor(doc_id: str) -> None:
    made = after("brightwater", "control_states.ACC-06={state: planned, from: 2027-02-01}")
    for control in ("ACC-06", "LOG-05", "RSK-05"):
        assert control not in words(document(made, doc_id))


def test_a_control_comes_into_the_auditors_papers_when_it_begins() -> None:
    said = "control_states.LOG-05={state: in_place, since: 2026-11-02, confirmed_by: dana-whitfield}"
    made = after("brightwater", said)
    assert table(made, *MATRIX)["LOG-05"]["state"] == "In place since 2026-11-02"
    assert "LOG-05" in table(made, *COVERAGE)["CC7.1"]["controls"]
    assert "ER-132" in table(made, "REG-ERL", "requests")


def test_what_does_not_apply_is_told_to_the_team_with_its_reason_alone() -> None:
    made = of_sample("tamarack")
    assert "PHY-01" not in table(made, *MATRIX)
    assert table(made, *TEAM)["PHY-01"]["state"] == "Does not apply: There is no office and no equipment room."
    assert table(made, *TEAM)["PHY-01"]["statement"] == "Office access and visitors."


def test_a_draft_describes_a_control_that_nobody_confirmed_and_marks_it() -> None:
    made = after("brightwater", "control_states.NET=")
    clause = clauses(made, DESCRIPTION)["DSC/net/net-01"]
    assert "[Nobody has confirmed this yet]" in plain(clause.runs)
    assert any(run.mark is Mark.OPEN for run in clause.runs)
    assert "NET-01" not in table(made, *MATRIX)


def test_duties_of_law_outside_the_scope_stay_with_the_team() -> None:
    made = of_sample("brightwater")
    assert "PRV-09" not in table(made, *MATRIX)
    assert table(made, *TEAM)["PRV-09"]["criteria"] == "The law asks this"
    assert not [name for name in clauses(made, DESCRIPTION) if "prv" in name]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reviewer_stands_only_beside_a_statement_that_prints_a_review(name: str) -> None:
    for row in table(of_sample(name), *MATRIX).values():
        assert not row["reviewer"] or "review" in row["statement"].lower(), row["control"]


def test_a_reviewer_goes_where_the_answers_take_the_review_out_of_the_statement() -> None:
    control = "HRS-05"
    made = of_sample("brightwater")
    with_review = [row for row in table(made, *MATRIX).values() if "review" in row["statement"].lower()]
    assert with_review
    assert all(row["reviewer"] for row in with_review)
    assert table(made, *TEAM)[control]["reviewer"]


@pytest.mark.parametrize("name", SAMPLES)
def test_nobody_stands_twice_in_a_row_of_owner_and_reviewer(name: str) -> None:
    for row in table(of_sample(name), *TEAM).values():
        assert row["owner"] not in {row["backup"], row["reviewer"]}, row["control"]


def test_a_control_without_an_owner_says_so_and_marks_it() -> None:
    made = after("brightwater", "roles.it_lead=")
    matrix = next(b for b in document(made, "REG-MTX").blocks if isinstance(b, Table))
    row = next(row for row in matrix.rows if row.id == "ACC-01")
    owner = row.cells[[column.key for column in matrix.columns].index("owner")]
    assert plain(owner) == "nobody named"
    assert owner[0].mark is Mark.OPEN


def test_a_criterion_with_nothing_behind_it_is_marked_and_never_dropped() -> None:
    made = after("brightwater", "control_states.GOV-02={state: planned, from: 2027-02-01}")
    assert table(made, *COVERAGE)["CC1.2"]["controls"] == "No control in place yet"
    marks = [run for run in runs_in(document(made, "REG-COV").blocks) if run.mark is Mark.OPEN]
    assert len(marks) == 1


def test_a_criterion_left_out_stands_with_its_reason() -> None:
    made = after("clinique-erable", "not_relevant.P3.1=The clinics ask the patients themselves.")
    assert table(made, "REG-COV", "left-out")["P3.1"]["reason"] == "The clinics ask the patients themselves."
    assert "P3.1" not in table(made, *COVERAGE)


def test_the_rhythm_of_the_matrix_is_the_one_of_the_text() -> None:
    made = after("brightwater", "access_review_period=monthly")
    row = table(made, *MATRIX)["ACC-07"]
    assert row["frequency"] == "monthly"
    assert "every month" in row["statement"]
    assert "every month" in words(document(made, "POL-ACP"))
    assert "every quarter" not in row["statement"]


def test_the_description_numbers_its_clauses_by_family() -> None:
    found = clauses(of_sample("tamarack"), DESCRIPTION)
    assert found["DSC/gov/gov-01"].number == "2.1"
    assert all(clause.controls == (name.rpartition("/")[2].upper(),) for name, clause in found.items())


def test_papers_for_the_team_are_never_the_auditors() -> None:
    audiences = {one.id: one.audience for one in of_sample("brightwater").documents}
    internal = {one for one, audience in audiences.items() if audience is Audience.INTERNAL}
    papers = {"REG-ALL", "REG-RAC", "REG-CCC", "REG-LAW", "REG-BUD", "REG-PRM", "REG-RCP", "REG-RDY"}
    papers |= {"REG-SCH", "REG-SKL", "RPT-ENG"}
    assert papers <= internal
    assert all(one.startswith(("OWN-", "TRN-", "TTX-")) for one in internal - papers)


def test_the_lean_set_tells_the_team_what_it_leaves_out() -> None:
    assert "VEN-05" in table(of_sample("tamarack"), "REG-ALL", "left-out")
    tables = {b.id for b in document(of_sample("brightwater"), "REG-ALL").blocks if isinstance(b, Table)}
    assert tables == {"team"}
