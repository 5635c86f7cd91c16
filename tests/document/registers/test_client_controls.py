"""A client's own numbers and words, and what it has retired, as they stand in what is printed."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience
from tests.composed import clauses, composed, document, sample, table
from tests.entered import entered

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition
    from soc2desk.reading.located import Plain

DAY = date(2027, 5, 20)
ROWS: dict[str, dict[str, Plain]] = {
    "listed_controls.one": {
        "number": "AC-1", "text": "We {{ look }} at *all* accounts", "controls": ["ACC-07"],
        "confirmed_by": "dana-whitfield", "confirmed_on": "2026-11-02",
    },
    "listed_controls.nobody": {
        "number": "AC-3", "text": "Nobody said so", "controls": ["ACC-09"], "confirmed_on": "2026-11-02",
    },
    "listed_controls.two": {"number": "AC-2", "text": "Not decided", "controls": ["ACC-08"]},
    "listed_controls.three": {
        "number": "X-9", "text": "Nothing here", "confirmed_by": "dana-whitfield", "confirmed_on": "2026-11-02",
    },
    "control_wordings.LOG-02": {
        "text": "Our own people read the logs.", "replaced": "0" * 64, "on": "2026-11-02",
    },
    "control_wordings.ACC-03": {"text": "We use {{ nothing_known }}.", "replaced": "0" * 64, "on": "2026-11-02"},
    "retired_controls.CHG-05": {"last_day": "2027-03-31", "reason": "No urgent path", "on": "2027-04-02"},
    "retired_controls.HRS-01": {"last_day": "2026-12-30", "reason": "Before the period", "on": "2026-12-30"},
}  # fmt: skip


@cache
def made() -> Composition:
    return composed(entered(sample("brightwater"), ROWS), DAY)


def test_the_matrix_bears_the_own_number_first_and_the_own_words_as_text() -> None:
    matrix = table(made(), "REG-MTX", "matrix")
    assert matrix["ACC-07"]["control"] == "AC-1 (ACC-07)"
    assert matrix["ACC-07"]["statement"] == "We {{ look }} at *all* accounts", "no template, no Markdown"
    assert matrix["ACC-08"]["control"] == "ACC-08", "nobody decided yet"
    assert matrix["ACC-09"]["control"] == "ACC-09", "nobody is named who decided"
    assert matrix["LOG-02"]["statement"] == "Our own people read the logs."
    assert "nothing_known" not in matrix["ACC-03"]["statement"], "the library's stands in its place"


def test_coverage_requests_and_clauses_bear_it_too() -> None:
    assert "AC-1 (ACC-07) " in table(made(), "REG-COV", "coverage")["CC6.2"]["controls"]
    assert "AC-1 (ACC-07)" in table(made(), "REG-ERL", "requests")["ER-056"]["controls"]
    stated = {
        control for doc in ("DSC", "POL-ACP") for one in clauses(made(), doc).values() for control in one.controls
    }
    assert "AC-1 (ACC-07)" in stated
    assert "ACC-07" not in stated


def test_a_retired_control_leaves_the_matrix_and_stands_below_it() -> None:
    assert "CHG-05" not in table(made(), "REG-MTX", "matrix")
    row = table(made(), "REG-MTX", "retired")["CHG-05"]
    assert row["last_day"] == "2027-03-31 (entered on 2027-04-02)"
    assert row["reason"] == "No urgent path"
    assert "HRS-01" not in table(made(), "REG-MTX", "retired"), "what ended before the period was never part of it"
    assert "CHG-05" not in {control for one in made().clauses for control in one.controls}


def test_a_control_in_place_from_a_day_after_its_last_is_told_too() -> None:
    said = {"state": "in_place", "since": "2027-04-30", "confirmed_by": "dana-whitfield", "confirmed_on": "2027-05-01"}
    odd: dict[str, dict[str, Plain]] = {**ROWS, "control_states.CHG-05": {**said}}
    row = table(composed(entered(sample("brightwater"), odd), DAY), "REG-MTX", "retired")["CHG-05"]
    assert row["last_day"].startswith("2027-03-31")


def test_the_request_list_asks_for_a_retired_control_up_to_its_last_day() -> None:
    asked = [row for row in table(made(), "REG-ERL", "requests").values() if "CHG-05" in row["controls"]]
    assert asked
    assert all("CHG-05 up to 2027-03-31, after which it was retired" in row["period"] for row in asked)
    assert not [row for row in table(made(), "REG-ERL", "requests").values() if "HRS-01" in row["controls"]]


def test_the_changes_of_the_period_tell_it_and_management_knows_of_no_other() -> None:
    told = [str(block) for block in document(made(), "RPT-CHG").blocks]
    assert any("No urgent path" in one for one in told)


def test_the_matrix_by_own_numbers_is_for_the_auditor_and_holds_what_is_performed() -> None:
    register = document(made(), "REG-OWN")
    assert register.audience is Audience.AUDITOR
    listed = table(made(), "REG-OWN", "listed")
    assert list(listed) == ["one"]
    assert listed["one"]["own_number"] == "AC-1"
    assert listed["one"]["in_matrix"].startswith("ACC-07 ")


def test_the_list_of_promises_says_where_own_words_leave_the_rhythm_out() -> None:
    left_out = table(made(), "REG-PRM", "own-words")
    assert "quarter" in left_out["ACC-07"]["left_out"]
    assert set(left_out) == {"ACC-07", "LOG-02"}


def test_before_its_last_day_a_control_is_performed_as_ever() -> None:
    before = composed(entered(sample("brightwater"), {"retired_controls.CHG-05": ROWS["retired_controls.CHG-05"]}),
                      date(2027, 3, 31))  # fmt: skip
    assert "CHG-05" in table(before, "REG-MTX", "matrix")
