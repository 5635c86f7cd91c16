"""What must hold between the fields of one row, said as complaints about a field."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.evidence import Standing
from soc2desk.domain.project import State
from soc2desk.domain.self_answers import Has

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Complaint = tuple[str, str, str | None]
"""The field, the rest of a sentence that begins with its path, and what to do about it."""

STATE_FIELDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        State.IN_PLACE: frozenset({"since", "confirmed_by", "confirmed_on"}),
        State.PLANNED: frozenset({"from", "confirmed_by", "confirmed_on"}),
        State.RUN_BY_VENDOR: frozenset({"vendor", "since", "confirmed_by", "confirmed_on"}),
        State.DOES_NOT_APPLY: frozenset({"reason", "confirmed_by", "confirmed_on"}),
        State.NOT_CONFIRMED: frozenset(),
    }
)
"""The fields that belong to each state, beside the state itself."""

_NEEDED = MappingProxyType({State.RUN_BY_VENDOR: "vendor", State.DOES_NOT_APPLY: "reason"})


def no_check(_row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about nothing."""
    return iter(())


def check_person(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about days in the wrong order."""
    yield from _order(row, "start", "end")
    yield from _order(row, "absent_from", "absent_until")


def check_vendor(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about a method for a vendor that is no subservice organization, and about a period that ends early."""
    if row.get("method") and not row.get("subservice"):
        yield "method", "belongs to a subservice organization only.", "Write subservice: yes, or leave the method out."
    yield from _order(row, "report_from", "report_until")
    yield from _order(row, "report_until", "bridge_until")


def check_state(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about fields that do not belong to the state, and about a needed one that is missing."""
    state = row.get("state")
    if not isinstance(state, str):
        return
    belonging = STATE_FIELDS[state]
    for name in row:
        if name != "state" and name not in belonging:
            yield name, f"does not belong to the state {state}.", _belong(belonging)
    needed = _NEEDED.get(State(state))
    if needed and needed not in row:
        yield "state", f"is {state}, which needs a {needed}.", f"Add {needed}: to the row."


def check_self_answer(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about a reason beside an answer that needs none."""
    if row.get("reason") and row.get("answer") != Has.NOT_APPLICABLE:
        yield "reason", "belongs to the answer not_applicable.", "Leave the reason out, or answer not_applicable."


def check_approval(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about an earlier approval that is later than its recording."""
    yield from _order(row, "decided_on", "on")


def check_risk(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about a level that is higher with the controls than without them."""
    for first, then in (("likelihood", "residual_likelihood"), ("impact", "residual_impact")):
        without, left = row.get(first), row.get(then)
        if isinstance(without, int) and isinstance(left, int) and left > without:
            yield then, f"is {left}, above {first}, which is {without}.", "Controls lower a risk; mend one of the two."


def check_exception(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about somebody who approves an own request, and about an end before the approval."""
    approver = row.get("approved_by")
    if approver and approver == row.get("requested_by"):
        yield "approved_by", "is the person who asked for it.", "Name somebody else: nobody approves an own request."
    yield from _order(row, "approved_on", "ends_on")
    yield from _order(row, "approved_on", "closed_on")


def check_evidence(row: dict[str, object]) -> Iterator[Complaint]:
    """Complain about days in the wrong order, a rejection without a reason, and a file half named."""
    yield from _order(row, "covers_from", "covers_until")
    if row.get("state") == Standing.REJECTED and "reason" not in row:
        yield "state", "is rejected, which needs a reason.", "Add reason: to the row."
    if ("file" in row) != ("digest" in row):
        yield "file", "belongs to a digest, and a digest to a file.", "Attach the file with soc2desk evidence add."


def _belong(belonging: frozenset[str]) -> str:
    return f"Beside it may stand: {', '.join(sorted(belonging))}." if belonging else "Leave every other field out."


def _order(row: dict[str, object], first: str, then: str) -> Iterator[Complaint]:
    begins, ends = row.get(first), row.get(then)
    if isinstance(begins, date) and isinstance(ends, date) and ends < begins:
        yield then, f"is {ends}, before {first}, which is {begins}.", "Exchange the two days, or mend the wrong one."
