"""A register is never older than what was entered into it, and a line never seems to be older than it is."""

from __future__ import annotations

from datetime import date

from soc2desk.packet.compose import compose
from tests.composed import catalogue, document, sample, table
from tests.entered import entered, evidence, record

EARLY, MADE = date(2026, 12, 20), date(2027, 7, 20)
TAKEN = {"person": "dana-whitfield", "course": "TRN-01", "on": "2026-12-05"}


def dates(rows: dict[str, object], made: date = MADE) -> dict[str, str]:
    found = compose(catalogue(), entered(sample("brightwater"), rows), EARLY, made=made).documents
    return {one.id: one.date for one in found}


def test_a_course_entered_after_the_date_of_the_packet_is_in_a_record_of_the_day_it_is_made() -> None:
    assert dates({"completions.one": {**TAKEN, "entered_on": "2026-12-15"}})["REG-TRN"] == EARLY.isoformat()
    late = {"completions.one": {**TAKEN, "entered_on": "2027-07-19"}}
    assert dates(late)["REG-TRN"] == MADE.isoformat()
    assert dates(late, made=EARLY)["REG-TRN"] == "2027-07-19", "whatever the clock says by then"


def test_a_request_confirmed_later_is_in_a_register_of_the_day_it_is_made() -> None:
    row = {"number": "1", "text": "Users", "requests": ["ER-045"], "confirmed_by": "dana-whitfield"}
    assert dates({"auditor_requests.one": row | {"confirmed_on": "2027-07-20"}})["REG-ARQ"] == MADE.isoformat()


def test_an_index_of_evidence_is_no_older_than_a_piece_in_it_though_the_clock_was_set_back() -> None:
    row = {"evidence.e-1": evidence("A list", received="2027-03-03")}
    assert dates(row, made=EARLY)["REG-EVI"] == "2027-03-03"


def test_somebody_added_to_a_list_of_attendance_later_was_not_entered_before() -> None:
    row = record(
        "training_attendance", course="TRN-01", date="2026-12-05",
        attendees=[{"person": "dana-whitfield", "attended": "yes"}],
    )  # fmt: skip
    row |= {"entered_on": "2026-12-06", "changed_on": "2026-12-18"}
    made = compose(catalogue(), entered(sample("brightwater"), {"records.kit": row}), EARLY, made=MADE)
    assert table(made, "REG-TRN", "taken")["kit-1"]["entered"] == "2026-12-18"
    assert document(made, "REG-TRN").date == EARLY.isoformat()
