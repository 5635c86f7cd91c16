"""The days of entering and changing are the program's: no record brings its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.record_entering import Entering, entered, occurrence_of, record_id, refuse_ahead
from soc2desk.app.record_form import begun, form_fields, known_lines, required_now
from soc2desk.domain.entered_late import days_late
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.problems import ProjectProblem, SeveralProblems
from tests.composed import catalogue
from tests.domain.filled_records import DAY, engagement, filled, with_records

if TYPE_CHECKING:
    from soc2desk.domain.kept_records import Entry
    from soc2desk.domain.records import RecordType

RESTORE, REVIEW = catalogue().record["backup_restore_test"], catalogue().record["access_review"]
LONG_AGO = date(2020, 1, 1)


def test_a_record_that_brings_its_own_days_loses_them() -> None:
    claimed = replace(filled(RESTORE), entered_on=LONG_AGO, changed_on=LONG_AGO, entered_by="somebody")
    (record,) = entered(with_records().project, (claimed,), engagement(), Entering(DAY, "sam-okafor")).records
    assert (record.entered_on, record.changed_on, record.entered_by) == (DAY, None, "sam-okafor")


def test_a_change_keeps_who_entered_it_and_when_and_adds_its_own_day() -> None:
    before = replace(filled(RESTORE), entered_on=LONG_AGO, entered_by="sam-okafor")
    changed = replace(filled(RESTORE, result="fail"), entered_on=DAY, entered_by="ana")
    (record,) = entered(with_records(before).project, (changed,), engagement(), Entering(DAY)).records
    assert (record.entered_on, record.entered_by, record.changed_on) == (LONG_AGO, "sam-okafor", DAY)
    (same,) = entered(with_records(before).project, (before,), engagement(), Entering(DAY)).records
    assert same == before


def test_a_signature_added_later_does_not_take_the_day_of_the_record() -> None:
    begun_early = replace(filled(REVIEW, review_date=LONG_AGO), entered_on=LONG_AGO)
    begun_early = replace(begun_early, values={k: v for k, v in begun_early.values.items() if k != "sign_off"})
    signed = replace(begun_early, values={**begun_early.values, "sign_off": Signature("ana", LONG_AGO)}, said_on={})
    (record,) = entered(with_records(begun_early).project, (signed,), engagement(), Entering(DAY)).records
    assert record.entered("review_date") == LONG_AGO
    assert record.entered("sign_off") == DAY
    late = days_late(record, REVIEW)
    assert late is not None
    assert (late.field, late.claimed, late.entered, late.is_late) == ("sign_off", LONG_AGO, DAY, True)


def test_a_day_that_is_moved_back_later_was_said_later() -> None:
    before = replace(filled(RESTORE, approver=Signature("ana", date(2027, 3, 20))), entered_on=date(2027, 3, 20))
    moved = replace(before, values={**before.values, "approver": Signature("ana", date(2027, 1, 5))})
    (record,) = entered(with_records(before).project, (moved,), engagement(), Entering(DAY)).records
    assert record.said_on == {"approver": DAY}
    bare = replace(record, said_on={})
    (again,) = entered(with_records(record).project, (bare,), engagement(), Entering(DAY)).records
    assert again == record, "nobody takes the day away by leaving it out"


def test_another_name_under_an_old_day_was_put_there_today() -> None:
    before = replace(filled(RESTORE, approver=Signature("ana", LONG_AGO)), entered_on=LONG_AGO)
    signed = replace(before, values={**before.values, "approver": Signature("ben", LONG_AGO)})
    (record,) = entered(with_records(before).project, (signed,), engagement(), Entering(DAY)).records
    assert record.entered("approver") == DAY


def test_a_day_of_work_that_has_not_come_is_refused_and_a_due_day_is_not() -> None:
    with pytest.raises(ProjectProblem, match="2027-05-01 has not come yet") as told:
        refuse_ahead(filled(REVIEW, sign_off=Signature("ana", date(2027, 5, 1))), engagement())
    assert told.value.where == "records.one.sign_off"
    with pytest.raises(SeveralProblems):
        refuse_ahead(filled(REVIEW, review_date=date(2027, 5, 1), changes_done_date=date(2027, 5, 2)), engagement())
    refuse_ahead(filled(catalogue().record["vendor_review"], next_review=date(2028, 3, 1)), engagement())


def test_an_id_says_what_the_record_is_and_is_never_taken_twice() -> None:
    values = {"period": "2027-Q1", "system": "CRM"}
    first = record_id(REVIEW, values, "ACC-07/2027-Q1", ())
    assert first == "access-review-2027-q1-crm"
    assert record_id(REVIEW, values, "ACC-07/2027-Q1", {first}) == "access-review-2027-q1-crm-2"


@pytest.mark.parametrize(
    ("layout", "values", "occurrence"),
    [
        (REVIEW, {"period": "2027-Q2"}, "ACC-07/2027-Q2"),
        (REVIEW, {"period": "spring"}, ""),
        (RESTORE, {"test_date": date(2027, 2, 3)}, "BCP-04/2027-Q1"),
        (RESTORE, {}, ""),
        (catalogue().record["incident_log"], {"incident_id": "INC-1"}, ""),
    ],
)
def test_the_occurrence_follows_from_the_period_or_the_day(
    layout: RecordType, values: dict[str, Entry], occurrence: str
) -> None:
    assert occurrence_of(layout, values, engagement()) == occurrence


def test_a_new_record_holds_who_and_what_and_nothing_that_was_done() -> None:
    record = begun(REVIEW, "ACC-07/2027-Q1", engagement(), Entering(DAY))
    assert record.values == {"period": "2027-Q1"}
    minutes = begun(catalogue().record["management_review_minutes"], "GOV-07/2027-Q1", engagement(), Entering(DAY))
    assert minutes.values == {"chair": "helen-marchetti"}


def test_the_form_says_what_is_required_now() -> None:
    layout = catalogue().record["incident_log"]
    assert "root_cause" in required_now(filled(layout, severity="severity_1"), engagement())
    assert "root_cause" not in required_now(filled(layout, severity="severity_4"), engagement())
    names = [one.name for one in form_fields(catalogue().record["privacy_impact_assessment"], engagement())]
    assert "portability" not in names, "only where the law of Quebec applies"


def test_known_lines_name_people_by_id() -> None:
    lines = known_lines(catalogue().record["training_attendance"], "attendees", engagement())
    assert {"person": "dana-whitfield"} in lines
    assert all(set(line) == {"person"} for line in lines)
