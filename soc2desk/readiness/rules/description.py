"""Rules about what management writes for the report and for its customers."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.addresses import addresses_in, is_machine
from soc2desk.domain.expected import LONGEST_BRIDGE, expected_report
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.findings import Finding

PRINTED = (
    "service_summary",
    "service_users",
    "commitments",
    "hosting_locations",
    "left_out_of_service",
    "data_flow",
)
"""Answers that a description prints as they were typed."""
LISTS = MappingProxyType(
    {
        "incidents_said": "disclosed_incidents",
        "changes_said": "system_changes",
        "user_controls_said": "user_duties",
    }
)
"""Each answer that says whether something is listed, and the table it speaks of."""


def address_in_description(situation: Situation) -> Iterator[Finding]:
    """Yield each address of a machine that the description would print: customers read it."""
    for place, words in _printed(situation.engagement):
        for found, what in addresses_in(words):
            if is_machine(found, what):
                yield see(situation, "SD-20", place, about=place, found=found)


def _printed(engagement: Engagement) -> Iterator[tuple[str, str]]:
    project = engagement.project
    yield from ((f"answers.{name}", engagement.answer_text(name)) for name in PRINTED)
    for system in project.systems:
        yield f"systems.{system.id}", f"{system.name} {system.purpose} {system.data}"
    for duty in project.user_duties:
        yield f"user_duties.{duty.id}", duty.duty
    for one in project.disclosed_incidents:
        yield f"disclosed_incidents.{one.id}", f"{one.nature} {one.extent} {one.outcome}"
    for change in project.system_changes:
        yield f"system_changes.{change.id}", f"{change.change} {change.effect}"


def said_and_not_listed(situation: Situation) -> Iterator[Finding]:
    """Yield each answer that the list behind it contradicts."""
    for name, table in LISTS.items():
        said = situation.engagement.answer_text(name)
        if said and (said == "listed") != bool(_listed(situation.engagement, table)):
            label = situation.engagement.catalogue.questions[name].label
            yield see(situation, "SD-21", f"answers.{name}", about=name, question=label)


def _listed(engagement: Engagement, table: str) -> list[object]:
    rows = getattr(engagement.project, table)
    return [row for row in rows if getattr(row, "needed", True)]


def ordinary_duty_among_controls(situation: Situation) -> Iterator[Finding]:
    """Yield each duty of customers that is listed as a control of theirs and serves no criterion of the scope."""
    for duty in situation.engagement.project.user_duties:
        if duty.needed and not set(duty.criteria) & set(situation.engagement.scope.criteria):
            yield see(situation, "FD-42", f"user_duties.{duty.id}", about=duty.id, duty=duty.duty)


def description_behind_change(situation: Situation) -> Iterator[Finding]:
    """Yield each change to tell that is later than the date on the documents, and has come."""
    engagement = situation.engagement
    dated = engagement.project.document_date
    for change in engagement.project.system_changes if dated else ():
        if dated and dated < change.changed_on <= engagement.day:
            yield see(
                situation, "FD-58", f"system_changes.{change.id}", about=change.id, controls=("COM-02",),
                change=change.change, day=change.changed_on, dated=dated,
            )  # fmt: skip


def no_month_to_name(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the letter to a prospect can name no month, with what would have to change."""
    expected = expected_report(situation.engagement)
    if expected.reason in {"controls", "past"}:
        why = situation.engagement.catalogue.phrases[f"finding.SD-23.{expected.reason}"]
        yield see(situation, "SD-23", "pages.controls", about="RPT-LTR", why=why)


def bridge_too_long(situation: Situation) -> Iterator[Finding]:
    """Yield a finding when the last report is too old for a letter to bridge the time since."""
    answer = situation.engagement.names.stated["prior_report_end"].answer
    end = answer.value if answer else None
    if isinstance(end, date) and (situation.engagement.day - end).days > LONGEST_BRIDGE:
        yield see(situation, "SD-24", "answers.prior_report_end", about="RPT-BRG", end=end)
