"""What is owed and kept stands in one book; it is made again only where something changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from soc2desk.app.record_book import Filling, RecordBook, about_record, said_lack
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.record_rules import record_lacks
from tests.composed import catalogue, changed
from tests.domain.filled_records import SECOND, filled, with_records
from tests.entered import entered, evidence

REVIEW, RESTORE, INCIDENT, CHANGE = (
    catalogue().record[one] for one in ("access_review", "backup_restore_test", "incident_log", "change_record")
)


def test_what_is_owed_stands_by_its_day_and_one_record_serves_controls_of_one_period() -> None:
    entries = RecordBook().entries(REVIEW, with_records())
    assert [(one.occurrence, one.due, one.filling) for one in entries] == [
        ("ACC-07/2027-Q1", date(2027, 3, 31), Filling.NOT_STARTED),
        ("PHY-01/2027-H1", date(2027, 6, 30), Filling.NOT_STARTED),
        ("ACC-07/2027-Q2", date(2027, 6, 30), Filling.NOT_STARTED),
    ]
    assert entries[0].serves == ("ACC-07/2027-Q1", "ACC-06/2027-Q1", "CHG-07/2027-Q1")


def test_records_stand_at_their_occurrence_and_others_below() -> None:
    kept = replace(filled(RESTORE), id="a", occurrence="BCP-04/2027-Q1")
    by_day = replace(filled(RESTORE, integrity_check=None), id="b")
    event = replace(filled(INCIDENT), id="c")
    engagement, book = with_records(kept, by_day, event), RecordBook()
    first, second = book.entries(RESTORE, engagement)[:2]
    assert (first.record, first.filling, first.occurrence) == (kept, Filling.COMPLETE, "BCP-04/2027-Q1")
    assert (second.record, second.filling, second.occurrence) == (by_day, Filling.INCOMPLETE, "BCP-04/2027-Q1")
    (alone,) = book.entries(INCIDENT, engagement)
    assert (alone.record, alone.due) == (event, None)


def test_an_act_with_evidence_is_not_told_as_missing() -> None:
    exported = {"evidence.e-0001": evidence("Log of the restore", occurrence="BCP-04/2027-Q1", dated="2027-03-12")}
    project = entered(with_records().project, exported)
    first, *others = RecordBook().entries(RESTORE, decide_engagement(catalogue(), project, date(2027, 4, 2)))
    assert (first.occurrence, first.filling) == ("BCP-04/2027-Q1", Filling.ELSEWHERE)
    assert {one.filling for one in others} == {Filling.NOT_STARTED}


def test_nothing_is_owed_of_what_a_tool_keeps() -> None:
    logs = catalogue().record["log_review_record"]
    kept_here = changed(with_records().project, "kept_in_tools=none")
    assert RecordBook().entries(logs, with_records()) == ()
    assert len(RecordBook().entries(logs, decide_engagement(catalogue(), kept_here, date(2027, 4, 2)))) > 20


def test_a_record_entered_late_says_by_how_many_days() -> None:
    late = replace(filled(RESTORE), entered_on=date(2027, 4, 20))
    assert RecordBook().entries(RESTORE, with_records(late))[0].days_late == 36


def test_the_book_follows_what_the_rules_look_at() -> None:
    incident = replace(filled(INCIDENT, personal_affected="yes", incident_id="INC-7"), id="a")
    entry = replace(filled(catalogue().record["privacy_breach_register"], incident_id="INC-7"), id="b")
    book = RecordBook()
    assert book.entries(INCIDENT, with_records(incident))[0].filling is Filling.INCOMPLETE
    assert book.entries(INCIDENT, with_records(incident, entry))[0].filling is Filling.COMPLETE
    assert book.entries(INCIDENT, with_records(entry)) == ()


def test_the_days_off_of_the_province_are_no_working_days_of_a_promise() -> None:
    change = filled(
        CHANGE, type="emergency", deployed_at=datetime.fromisoformat("2027-03-25 09:00"),
        emergency_review=Signature(SECOND, date(2027, 3, 31)),
    )  # fmt: skip
    lacks = RecordBook().lacks(change, with_records(change))
    assert "emergency_review" not in {lack.field for lack in lacks}, "Good Friday counts as a working day"


def test_a_lack_is_said_with_its_field_line_and_column() -> None:
    record = filled(REVIEW, lines=({"user": "a", "decision": "keep"}, {"user": "b"}))
    engagement = with_records(record)
    (lack,) = record_lacks(record, engagement)
    assert said_lack(lack, REVIEW, engagement) == "Users reviewed, line 2, Decision: Nothing is filled in."


def test_a_record_is_told_by_what_it_is_about() -> None:
    record = replace(filled(REVIEW, system="CRM"), occurrence="ACC-07/2027-Q1")
    engagement = with_records(record)
    assert about_record(record, engagement) == "2027-Q1 CRM"
    assert about_record(record, engagement, is_short=True) == "CRM"
