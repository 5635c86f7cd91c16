"""A record is complete when it holds what its form asks for; each thing taken out, or wrong, is told where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.conditions import ALWAYS
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.record_fields import is_required
from soc2desk.domain.record_lacks import Looked, fields_that_matter
from soc2desk.domain.record_rules import RULES, is_complete, lacks_of_all, record_lacks
from soc2desk.domain.working_days import WorkingDays
from tests.composed import catalogue
from tests.domain.filled_records import DONE, FIRST, SECOND, SIGNED, THIRD, engagement, filled, with_records

if TYPE_CHECKING:
    from soc2desk.domain.kept_records import Entry

LAYOUTS = tuple(one.id for one in catalogue().records)


def told(record: KeptRecord) -> set[tuple[str, str]]:
    """Return the message and field of each thing that a record lacks."""
    return {(lack.message, lack.field) for lack in record_lacks(record, engagement())}


def changed(layout: str, **values: Entry | None) -> set[tuple[str, str]]:
    """Return what a full record lacks once these values were changed."""
    return told(filled(catalogue().record[layout], **values))


def test_every_layout_of_the_library_has_rules() -> None:
    assert set(RULES) == set(LAYOUTS)
    assert len(LAYOUTS) == 26


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_printed_rule_has_its_function(layout: str) -> None:
    rules = RULES[layout]
    assert len(rules) == len(catalogue().record[layout].rules), "one for each line that the form prints"
    assert len({rule.id for rule in rules}) == len(rules)


def test_only_what_no_program_can_see_is_left_to_the_eye() -> None:
    assert {(layout, rule.id) for layout in LAYOUTS for rule in RULES[layout] if rule.is_for_the_eye} == {
        ("access_request", "old_rights_gone"),
        ("tabletop_exercise", "nothing_real"),
        ("log_review_record", "not_only_own"),
        ("readiness_review", "early_enough"),
        ("privacy_impact_assessment", "before_live"),
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_full_record_is_complete(layout: str) -> None:
    assert told(filled(catalogue().record[layout])) == set()


@pytest.mark.parametrize(
    ("layout", "field"),
    [
        (layout.id, field.name)
        for layout in catalogue().records
        for field in fields_that_matter(layout, engagement())
        if field.required and (field.required_when == ALWAYS or layout.id != "incident_log")
    ],
)
def test_each_required_value_taken_out_is_told(layout: str, field: str) -> None:
    record = filled(catalogue().record[layout], **{field: None})
    assert ("missing", field) in told(record)
    assert not is_complete(record, engagement())


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_optional_may_stay_empty(layout: str) -> None:
    known = catalogue().record[layout]
    empty = KeptRecord("one", layout)
    looked = Looked(empty, known, engagement())
    optional = {field.name: None for field in known.fields if not field.required}
    for name in optional:
        field = next(one for one in known.fields if one.name == name)
        assert not is_required(looked, field)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_empty_record_says_what_it_lacks_and_breaks_no_rule(layout: str) -> None:
    lacks = record_lacks(KeptRecord("one", layout), engagement())
    assert lacks
    assert {lack.message for lack in lacks} <= {"missing", "control_left"}


def test_a_serious_incident_needs_its_cause_and_a_small_one_does_not() -> None:
    assert ("missing", "root_cause") in changed("incident_log", severity="severity_1", root_cause=None)
    assert changed("incident_log", severity="severity_4", root_cause=None) == set()


@pytest.mark.parametrize("words", ["nothing unusual", "Nothing unusual.", "none"])
def test_nothing_unusual_is_an_answer_and_a_blank_is_none(words: str) -> None:
    assert changed("log_review_record", findings=({"finding": words},)) == set()
    assert ("missing", "findings") in changed("log_review_record", findings=({"finding": " "},))


LINES = ({"user": "a", "person": "Priya Natarajan", "decision": "keep"}, {"user": "b"})
REMOVED = ({"user": "a", "decision": "remove"},)


@pytest.mark.parametrize(
    ("layout", "values", "lack"),
    [
        ("access_review", {"lines": LINES}, ("missing", "lines")),
        ("access_review", {"review_date": date(2027, 4, 2)}, ("outside", "review_date")),
        ("access_review", {"own_access_reviewer": FIRST}, ("same_person", "own_access_reviewer")),
        ("access_review", {"lines": REMOVED, "changes_ticket": "none needed"}, ("ticket_needed", "changes_ticket")),
        (
            "access_review",
            {"lines": REMOVED, "changes_done_date": date(2027, 3, 1)},
            ("too_early", "changes_done_date"),
        ),
        (
            "access_review",
            {"lines": ({"user": "vm", "person": "Viktor Marković", "decision": "keep"},)},
            ("leaver", "lines"),
        ),
        ("access_review", {"privileged_reviewed": False}, ("not_yes", "privileged_reviewed")),
        ("access_review", {"sign_off": Signature(SECOND)}, ("no_day", "sign_off")),
        ("access_review", {"sign_off": Signature(SECOND, date(2027, 3, 14))}, ("signed_before", "sign_off")),
        ("access_review", {"sign_off": Signature(SECOND, date(2027, 5, 1))}, ("ahead", "sign_off")),
        ("access_review", {"review_date": date(2027, 5, 1)}, ("ahead", "review_date")),
        (
            "offboarding_checklist",
            {"identity_provider_disabled": datetime(2027, 3, 17, 0, 5)},  # noqa: DTZ001
            ("too_late", "identity_provider_disabled"),
        ),
        (
            "offboarding_checklist",
            {
                "departure_type": "involuntary",
                "identity_provider_disabled": datetime(2027, 3, 15, 14, 0),  # noqa: DTZ001
            },
            ("too_late", "identity_provider_disabled"),
        ),
        ("offboarding_checklist", {"equipment": ({"item": "none"},)}, ("why_none", "equipment")),
        ("offboarding_checklist", {"person": FIRST}, ("control_left", "control_ownership")),
        ("onboarding_checklist", {"screening_done": SIGNED}, ("too_early", "access_granted")),
        ("onboarding_checklist", {"start_date": date(2027, 1, 4)}, ("too_late", "awareness_training")),
        ("onboarding_checklist", {"person": FIRST, "role_training": None}, ("missing", "role_training")),
        ("access_request", {"manager_approval": Signature(THIRD, DONE)}, ("same_person", "manager_approval")),
        ("access_request", {"manager_approval": Signature(FIRST, SIGNED)}, ("too_early", "granted_at")),
        ("access_request", {"rights": "admin", "owner_approval": None}, ("missing", "owner_approval")),
        ("tabletop_exercise", {"date": datetime(2026, 12, 1, 9, 0)}, ("outside", "date")),  # noqa: DTZ001
        ("tabletop_exercise", {"participants": ({"name": FIRST, "attended": True},)}, ("not_present", "participants")),
        ("tabletop_exercise", {"actions": ({"action": "Mend it"},)}, ("missing", "actions")),
        (
            "tabletop_exercise",
            {"actions": ({"action": "x", "owner": FIRST, "due": DONE, "status": "open"},)},
            ("overdue", "actions"),
        ),
        ("incident_log", {"personal_affected": "unknown"}, ("not_in_register", "personal_affected")),
        ("incident_log", {"notifications": ({"who": "All", "decision": "tell"},)}, ("missing", "notifications")),
        ("incident_log", {"lessons": ({"action": "x"},)}, ("missing", "lessons")),
        ("change_record", {"type": "normal", "approval": Signature(SECOND, SIGNED)}, ("too_late", "approval")),
        ("change_record", {"approval": Signature(FIRST, DONE)}, ("same_person", "approval")),
        ("change_record", {"peer_review": Signature(FIRST, DONE)}, ("same_person", "peer_review")),
        ("change_record", {"emergency_review": Signature(SECOND, date(2027, 4, 1))}, ("too_late", "emergency_review")),
        ("log_review_record", {"findings": ({"finding": "A", "assessment": "suspicious"},)}, ("missing", "findings")),
        ("risk_register", {"acceptance": None}, ("missing", "acceptance")),
        ("vendor_review", {"cuec_mapping": ({"expected": "MFA"},)}, ("missing", "cuec_mapping")),
        ("vendor_review", {"next_review": date(2029, 1, 1)}, ("too_late", "next_review")),
        (
            "backup_restore_test",
            {"time_taken": 9.5, "issues_actions": ({"issue": "none"},)},
            ("too_long", "time_taken"),
        ),
        ("backup_restore_test", {"time_taken": None}, ("missing", "time_taken")),
        ("backup_restore_test", {"integrity_check": "All fine"}, ("no_numbers", "integrity_check")),
        ("backup_restore_test", {"tester": SECOND}, ("same_person", "approver")),
        ("vulnerability_scan_review", {"overdue": ({"finding": "CVE"},)}, ("missing", "overdue")),
        ("training_attendance", {"attendees": ({"person": FIRST},)}, ("missing", "attendees")),
        ("management_review_minutes", {"chair": "sam-okafor"}, ("owns_controls", "chair")),
        ("management_review_minutes", {"decisions_actions": ({"decision": "x"},)}, ("missing", "decisions_actions")),
        ("control_owner_signoff", {"owner": FIRST}, ("control_left", "controls")),
        ("control_owner_signoff", {"owner": "viktor-markovic"}, ("not_here", "owner")),
        ("control_owner_signoff", {"controls": ({"control": "A", "ran": "yes"},)}, ("missing", "controls")),
        ("control_self_assessment", {"test": "All fine."}, ("not_written_out", "test")),
        ("control_self_assessment", {"deficiency": None}, ("missing", "deficiency")),
        ("readiness_review", {"walkthroughs": ({"control": "ACC-01"},)}, ("control_left", "walkthroughs")),
        ("readiness_review", {"reviewer": FIRST}, ("owns_controls", "reviewer")),
        ("deficiency_log", {"owner": SECOND}, ("same_person", "closed")),
        ("policy_review", {"policy": "Access control (POL-ACP)"}, ("wrong_approver", "approver")),
        ("policy_review", {"published": date(2027, 3, 1)}, ("too_early", "published")),
        ("policy_review", {"next_review": date(2029, 1, 1)}, ("too_late", "next_review")),
        ("asset_inventory", {"sources": "Jamf"}, ("one_source", "sources")),
        ("asset_inventory", {"missing": ({"item": "Laptop"},)}, ("missing", "missing")),
        ("disposal_record", {"witness": None}, ("missing", "witness")),
        ("data_subject_request", {"answered": SIGNED, "due": DONE}, ("too_late", "answered")),
        ("data_subject_request", {"recourse_given": False}, ("not_yes", "recourse_given")),
        (
            "privacy_impact_assessment",
            {"officer_consulted": Signature(FIRST, date(2027, 3, 20))},
            ("too_early", "decision"),
        ),
        ("privacy_impact_assessment", {"risks": ({"risk": "x"},)}, ("missing", "risks")),
        ("asset_inventory", {"quarter": None}, ("missing", "quarter")),
        ("change_record", {"type": "urgent"}, ("no_choice", "type")),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    layout: str, values: dict[str, Entry | None], lack: tuple[str, str]
) -> None:
    assert lack in changed(layout, **values)


def test_a_lack_in_a_table_names_its_line_and_column() -> None:
    record = filled(catalogue().record["access_review"], lines=LINES)
    (lack,) = record_lacks(record, engagement())
    assert (lack.record, lack.line, lack.column) == ("one", 2, "decision")


def test_a_public_holiday_is_no_working_day_of_a_promise() -> None:
    urgent = filled(
        catalogue().record["change_record"], type="emergency", deployed_at=datetime.fromisoformat("2027-03-25 09:00"),
        emergency_review=Signature(SECOND, date(2027, 3, 31)),
    )  # fmt: skip
    late = ("too_late", "emergency_review")
    good_friday = WorkingDays(frozenset({date(2027, 3, 26)}))
    assert late in told(urgent)
    assert late not in {(lack.message, lack.field) for lack in record_lacks(urgent, engagement(), good_friday)}


def test_a_policy_cannot_be_accepted_before_it_existed() -> None:
    layout = catalogue().record["policy_acknowledgement"]
    project = engagement().project
    approval = project.approvals[0]
    late = replace(approval, on=date(2027, 3, 20), decided_on=None)
    record = filled(layout, policy=f"The policy ({approval.id})")
    seen = replace(engagement(), project=replace(project, approvals=(late,)))
    assert ("before_text", "date") in {(lack.message, lack.field) for lack in record_lacks(record, seen)}
    assert not record_lacks(
        record, replace(engagement(), project=replace(project, approvals=(replace(late, on=DONE),)))
    )


def all_told(layout: str, *records: KeptRecord) -> set[tuple[str, str]]:
    known = catalogue().record[layout]
    return {(lack.message, dict(lack.values).get("period", "")) for lack in lacks_of_all(known, with_records(*records))}


def test_a_week_without_a_log_review_is_a_gap_and_a_review_in_it_closes_it() -> None:
    layout = catalogue().record["log_review_record"]
    before = all_told("log_review_record")
    assert ("no_record", "LOG-02/2027-W11") in before
    assert ("no_record", "LOG-02/2027-W17") not in before, "that week is not over yet"
    record = replace(filled(layout), occurrence="LOG-02/2027-W11")
    assert before - all_told("log_review_record", record) == {("no_record", "LOG-02/2027-W11")}


def test_a_register_of_risks_without_fraud_is_told() -> None:
    layout = catalogue().record["risk_register"]
    assert ("no_fraud", "") in all_told("risk_register", filled(layout))
    assert ("no_fraud", "") not in all_told("risk_register", filled(layout, category="fraud"))


def test_an_incident_with_personal_information_needs_its_entry_in_the_breach_register() -> None:
    incident = filled(catalogue().record["incident_log"], incident_id="INC-7", personal_affected="yes")
    entry = replace(filled(catalogue().record["privacy_breach_register"], incident_id="INC-7"), id="two")
    assert all_told("privacy_breach_register", incident) == {("not_in_register", "")}
    assert all_told("privacy_breach_register", incident, entry) == set()
    assert is_complete(incident, with_records(incident, entry))
