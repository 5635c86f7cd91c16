"""From each criterion to what shows it, and back: no link of the chain is missing in any scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import ALWAYS
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.lint.companies import SCOPE, companies
from soc2desk.lint.sheets import documents
from soc2desk.lint.standing import Written, control_conditions, criteria_of, in_scope, is_needed, is_selected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.conditions import Condition
    from soc2desk.domain.controls import Control
    from soc2desk.lint.companies import Company
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part

OF_THE_EXAMINATION = {
    "ER-001": "the contract with the auditor",
    "ER-003": "the assertion of management",
    "ER-011": "the report before this one",
    "ER-012": "the letter that management signs at the end",
}
"""Requests about the examination itself, with what they ask for: no control is behind them."""

Way = tuple[Written, "Part"]
"""A clause that states a control, with its document."""


def traced(catalogue: Catalogue) -> Seen:
    """Yield a fault for each criterion, control, request, record and policy that the chain does not go through.

    Each criterion in scope has a control. Each control that a company needs has a clause in a policy, plan or procedure
    that prints for it, an evidence request, and a record, a population or a source. Each of these leads back to one.
    """
    scopes = tuple(companies((), catalogue))
    yield from _criteria(catalogue, scopes)
    yield from _policies(catalogue)
    ways = _ways(catalogue)
    for control in catalogue.controls:
        yield from _clauses(control, ways.get(control.id, []), catalogue)
        yield from _requests(control, catalogue, scopes)
        if not (control.records or control.population or control.evidence):
            yield f"Nothing shows {control.id}.", f"controls/{control.id}", "Name a record, a population or evidence."
        if not (control.criteria or control.extra_criteria):
            yield f"{control.id} serves no criterion.", f"controls/{control.id}", "Name one, or take the control out."
    yield from _back(catalogue)


def _criteria(catalogue: Catalogue, scopes: tuple[Company, ...]) -> Seen:
    for company in scopes:
        served = {
            one for c in catalogue.controls if is_selected(c, company, catalogue) for one in criteria_of(c, company)
        }
        for criterion in catalogue.criteria:
            if in_scope((criterion.category,), company) and criterion.id not in served:
                message = f"No control serves {criterion.id} with {company.told(SCOPE)}."
                yield message, f"criteria/{criterion.id}", "Name it in a control of this scope."


def _policies(catalogue: Catalogue) -> Seen:
    for policy in catalogue.policies:
        if policy.id not in catalogue.template:
            message = f"{policy.id} is not written; {', '.join(policy.controls)} belong in it."
            yield message, f"policies/{policy.id}", "Write it among the templates, with a clause for each control."


def _ways(catalogue: Catalogue) -> dict[str, list[Way]]:
    ways: dict[str, list[Way]] = {}
    for template, sheet in documents(catalogue):
        if template.kind in TO_APPROVE:
            written = Written(template, sheet, catalogue)
            for part in written.stating():
                for control in part.controls:
                    ways.setdefault(control, []).append((written, part))
    return ways


def _clauses(control: Control, ways: list[Way], catalogue: Catalogue) -> Seen:
    where, hint = f"controls/{control.id}", f"Write a clause that ends in [{control.id}] and prints there."
    if not ways:
        yield f"No clause of a policy, plan or procedure states {control.id}.", where, hint
    elif not any(_prints_for_all(way) for way in ways):
        conditions = (*control_conditions(control), *(one for way in ways for one in _conditions(way)))
        for company in companies(conditions, catalogue):
            if is_needed(control, company, catalogue) and not any(_prints(way, company) for way in ways):
                message = f"No clause states {control.id} for a company with {company.told(company)}."
                yield message, where, hint
                return


def _prints_for_all(way: Way) -> bool:
    written, part = way
    return "always" in written.template.categories and not part.arms and written.template.when == ALWAYS


def _conditions(way: Way) -> Iterator[Condition]:
    written, part = way
    yield written.template.when
    yield written.sheet.condition_of(part.arms)


def _prints(way: Way, company: Company) -> bool:
    written, part = way
    return written.is_wanted(company) and written.part_prints(part, company)


def _requests(control: Control, catalogue: Catalogue, scopes: tuple[Company, ...]) -> Seen:
    requests = [request for request in catalogue.requests if control.id in request.controls]
    for company in scopes:
        asking = (one for one in requests if company["report_type"] in one.report_types)
        if is_selected(control, company, catalogue) and not any(in_scope(one.categories, company) for one in asking):
            message = f"No evidence request asks about {control.id} with {company.told(SCOPE)}."
            yield message, f"controls/{control.id}", "Name the control in a request of this scope and report."
            return


def _back(catalogue: Catalogue) -> Seen:
    for request in catalogue.requests:
        if not request.controls and request.id not in OF_THE_EXAMINATION:
            yield f"{request.id} asks about no control.", f"requests/{request.id}", "Name the control it is about."
    used = {record for control in catalogue.controls for record in control.records}
    for record in catalogue.records:
        if record.id not in used and not record.controls:
            yield f"The record {record.id} shows no control.", f"records/{record.id}", "Name it in a control."
    picked = {c.population for c in catalogue.controls} | {r.sample_from for r in catalogue.requests}
    for population in catalogue.populations:
        if population.id not in picked:
            yield f"Nothing is picked from {population.id}.", f"populations/{population.id}", "Name it, or take it out."
