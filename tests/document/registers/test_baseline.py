"""The bridge to the Canadian baseline: answers, what they propose, and what SOC 2 asks beyond it."""

from __future__ import annotations

from soc2desk.document.blocks import Audience, Kind, Table
from tests.composed import after, document, of_sample, table, words


def test_the_baseline_answers_nothing_by_itself() -> None:
    made = of_sample("brightwater")
    rows = table(made, "REG-CCC", "baseline")
    assert len(rows) == 42
    assert list(table(made, "REG-CCC", "steps")) == ["OC.1", "OC.2", "OC.3", "OC.4", "OC.5"]
    assert {row[key] for row in rows.values() for key in ("answer", "held", "said")} == {""}
    columns = next(b for b in document(made, "REG-CCC").blocks if isinstance(b, Table)).columns
    assert next(column for column in columns if column.key == "answer").kind is Kind.CHOICE


def test_it_names_only_controls_and_criteria_of_this_scope() -> None:
    made = of_sample("tamarack")
    needed = {one.id for one in made.engagement.controls}
    for row in table(made, "REG-CCC", "baseline").values():
        overlapping = {part.partition(" ")[0] for part in row["overlap"].split("; ") if part}
        assert overlapping <= needed
        assert set(filter(None, row["criteria"].split(", "))) <= set(made.engagement.scope.criteria)


def test_an_answer_stands_with_its_evidence_its_person_and_the_state_of_the_controls() -> None:
    made = of_sample("prairie-hosting")
    row = table(made, "REG-CCC", "baseline")["BC.1.2"]
    assert (row["answer"], row["held"]) == ("Partly", "Plan with contacts; the printed copy dates from 2025")
    assert row["said"] == "Rajwinder Gill, 2026-10-19"
    assert "IRS-01 (in place)" in row["overlap"]
    assert table(made, "REG-CCC", "baseline")["BC.9.6"]["held"] == "Nobody pays us by card."
    assert "Self-check: 16 of 42 items answered: 11 yes, 4 partly, 1 not applicable" in words(document(made, "REG-CCC"))


def test_what_is_missing_in_an_answer_is_marked() -> None:
    made = after("prairie-hosting", "self_check.BC.9.6={answer: not_applicable}")
    row = table(made, "REG-CCC", "baseline")["BC.9.6"]
    assert (row["held"], row["said"]) == ("no reason given", "nobody named, 2026-11-20")


def test_whoever_had_left_by_the_day_of_an_answer_is_not_named_for_it() -> None:
    made = after("prairie-hosting", "people.rajwinder-gill.end=2026-10-18")
    assert table(made, "REG-CCC", "baseline")["BC.1.2"]["said"] == "nobody named, 2026-10-19"


def test_what_the_baseline_does_not_reach_is_a_table_of_its_own() -> None:
    beyond = table(of_sample("clinique-erable"), "REG-CCC", "unreached")
    assert {"CC1.1", "CC4.1", "CC4.2", "CC7.2", "P1.1"} <= set(beyond)
    assert "CC6.1" not in beyond
    assert "LOG-02 (in place)" in beyond["CC7.2"]["controls"]


def test_a_yes_leaves_the_controls_that_nobody_confirmed_to_do() -> None:
    made = after("brightwater", "self_check.BC.9.1=yes", "control_states.NET=")
    assert made.engagement.state["NET-01"].state == "not_confirmed", "an answer confirms no control"
    assert "NET-01" in table(made, "REG-CCC", "to-confirm")["BC.9.1"]["to_confirm"]


def test_a_no_beside_a_control_in_place_does_not_agree() -> None:
    made = after("brightwater", "self_check.BC.9.1=no")
    row = table(made, "REG-CCC", "at-odds")["BC.9.1"]
    assert row["at_odds"] == "NET-01 (in place)"
    assert row["place"] == "control_states.NET-01"


def test_what_is_proposed_is_said_with_its_place() -> None:
    made = after("brightwater", "self_check.BC.1.2=yes", "offline_copy_form=")
    row = table(made, "REG-CCC", "proposed")["BC.1.2"]
    assert (row["proposed"], row["place"]) == ("a printed copy", "answers.offline_copy_form")


def test_it_stays_with_the_team_and_keeps_the_doubts_in_sight() -> None:
    one = document(of_sample("brightwater"), "REG-CCC")
    assert one.audience is Audience.INTERNAL
    assert "OC.5 has parts whose numbers could not be confirmed" in words(one)
    assert "No item of the baseline is about keeping or watching logs" in words(one)
