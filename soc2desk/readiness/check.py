"""Runs every rule. A new rule is a function in rules/ and its place in this list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.rule import Rule, Situation, applies_to_report
from soc2desk.readiness.rules import (
    changes,
    controls,
    dates,
    description,
    documents,
    duties,
    evidence,
    law,
    owner_training,
    owners,
    people,
    promises,
    registers,
    scope,
    self_check,
    training,
    vendors,
    wording,
    workload,
    yearly,
)

if TYPE_CHECKING:
    from soc2desk.domain.findings import Finding, Severity

RULES: tuple[tuple[str, Rule], ...] = (
    ("FD-01", owners.control_without_owner),
    ("FD-02", owners.owner_has_left),
    ("FD-03", owners.one_person_owns_much),
    ("FD-04", owners.no_backup),
    ("FD-05", owner_training.owner_not_trained),
    ("FD-06", owner_training.trained_after_start),
    ("FD-08", changes.approved_by_author),
    ("FD-11", changes.no_way_back),
    ("FD-19", controls.system_without_second_factor),
    ("FD-22", owners.nobody_reviews_logs),
    ("FD-23", yearly.logs_kept_too_short),
    ("FD-24", documents.no_approved_incident_plan),
    ("FD-25", yearly.no_exercise),
    ("FD-28", documents.not_reviewed),
    ("FD-29", documents.not_approved),
    ("FD-32", yearly.risks_not_assessed),
    ("FD-33", registers.no_fraud_risk),
    ("FD-35", yearly.review_missing_or_late),
    ("FD-37", scope.window_short),
    ("FD-38", scope.window_long),
    ("FD-39", vendors.subservice_not_reviewed),
    ("FD-40", vendors.report_ends_early),
    ("FD-41", vendors.expectation_not_mapped),
    ("FD-42", description.ordinary_duty_among_controls),
    ("FD-43", vendors.nothing_expected),
    ("FD-44", scope.criterion_without_control),
    ("FD-45", scope.criterion_with_one_control),
    ("FD-47", yearly.test_is_old),
    ("FD-50", registers.commitment_without_control),
    ("FD-51", controls.privacy_without_basics),
    ("FD-54", law.transfer_not_assessed),
    ("FD-58", description.description_behind_change),
    ("FD-64", yearly.no_recovery_test),
    ("FD-65", vendors.critical_vendor_not_reviewed),
    ("FD-66", controls.planned_shown_as_in_place),
    ("FD-72", documents.value_not_confirmed),
    ("SD-01", scope.report_without_dates),
    ("SD-02", people.role_without_holder),
    ("SD-03", people.one_address_for_two),
    ("SD-04", controls.state_not_confirmed),
    ("SD-05", workload.many_promises),
    ("SD-06", controls.vendor_runs_unnamed),
    ("SD-07", controls.second_factor_said_twice),
    ("SD-08", scope.needed_too_early),
    ("SD-09", controls.state_against_answers),
    ("SD-10", wording.own_wording_set_aside),
    ("SD-11", wording.template_changed_under_own_wording),
    ("SD-12", wording.own_wording_leaves_control_out),
    ("SD-13", registers.exception_not_closed),
    ("SD-14", registers.risks_not_rated),
    ("SD-15", registers.acceptance_missing),
    ("SD-20", description.address_in_description),
    ("SD-21", description.said_and_not_listed),
    ("SD-23", description.no_month_to_name),
    ("SD-24", description.bridge_too_long),
    ("SD-31", self_check.answer_against_state),
    ("SD-32", self_check.not_applicable_without_reason),
    ("SD-40", evidence.file_missing),
    ("SD-41", evidence.file_changed),
    ("SD-42", evidence.without_day),
    ("SD-43", evidence.day_to_come),
    ("SD-44", evidence.not_owed_any_more),
    ("SD-46", duties.nobody_looks_over),
    ("SD-47", duties.one_holds_both),
    ("SD-50", promises.answers_clash),
    ("SD-51", promises.commitment_clashes),
    ("SD-52", promises.own_wording_clashes),
    ("SD-60", training.course_overdue),
    ("SD-61", training.course_to_repeat),
    ("SD-62", training.certificate_ends),
    ("TL-01", dates.window_of_one_day),
    ("TL-04", dates.window_unusual),
    ("TL-10", dates.fieldwork_inside_window),
    ("TL-12", dates.first_access_review_late),
    ("TL-14", dates.risk_assessment_old_at_start),
    ("TL-17", dates.report_too_soon),
    ("TL-18", dates.report_stale),
    ("TL-19", dates.gap_before_window),
    ("TL-20", dates.windows_overlap),
    ("TL-22", dates.control_newer_than_date),
    ("TL-23", dates.type_1_far_from_window),
    ("TL-24", dates.annual_control_outside_window),
    ("TL-26", dates.assertion_signed_early),
)


def check(situation: Situation) -> tuple[Finding, ...]:
    """Return every finding, the most severe first, then by rule and what it is about."""
    found = (f for rule, see in RULES if applies_to_report(situation, rule) for f in see(situation))
    return tuple(sorted(found, key=lambda finding: (finding.severity.rank, finding.rule, finding.about)))


def at_least(findings: tuple[Finding, ...], severity: Severity) -> tuple[Finding, ...]:
    """Return the findings of this severity or worse."""
    return tuple(finding for finding in findings if finding.severity.rank <= severity.rank)
