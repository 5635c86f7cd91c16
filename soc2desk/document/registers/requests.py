"""The evidence request list: what is asked for, from whom, for which period, by when, and what a good one shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Mark, Row, Run, Table, text
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.domain.walking import asked_of

if TYPE_CHECKING:
    from soc2desk.document.blocks import Runs
    from soc2desk.domain.requests import EvidenceRequest

_TONES = {"accepted": "good", "returned": "warn"}
LISTS_BEFORE_FIELDWORK = timedelta(days=14)
"""Planning items and complete lists go out two weeks before fieldwork, so that the auditor can pick from them."""


def request_list(ground: Ground) -> Document:
    """Return the evidence request list of this scope and report type."""
    keys = (
        ("request", 0.9), ("section", 1.3), ("asked", 4.2), ("kind", 1.2), ("controls", 1.2), ("criteria", 1.0),
        ("period", 3.4), ("population", 1.4), ("owner", 1.5),
    )  # fmt: skip
    columns = [ground.column(key, width) for key, width in keys]
    columns.append(ground.column("due", 1.2, Kind.DATE))
    columns.append(ground.column("good", 8.0))
    states = tuple(ground.phrases[f"progress.{name}"] for name in ("open", "sent", "accepted", "returned"))
    tones = tuple((ground.phrases[f"progress.{name}"], tone) for name, tone in _TONES.items())
    columns.append(replace(ground.column("progress", 1.0, Kind.CHOICE, states), tones=tones))
    rows = tuple(_row(request, ground) for request in ground.engagement.requests)
    table = Table(tuple(columns), rows, ground.phrases["register.requests.title"], "requests")
    return register(ground, "requests", Audience.AUDITOR, (table,))


def _row(request: EvidenceRequest, ground: Ground) -> Row:
    in_scope = set(ground.engagement.scope.criteria)
    needed = ground.engagement.asked_for(request)
    return row(
        request.id,
        request.id,
        request.section,
        request.request,
        ground.phrases[f"request.{request.kind}"],
        ground.printed(needed),
        ", ".join(c for c in request.criteria if c in in_scope),
        _period(request, needed, ground),
        _population(request, needed, ground),
        ground.person(request_owner(request, ground)),
        request_due(request, ground),
        _good(request, ground),
        ground.phrases["progress.open"],
    )


def _period(request: EvidenceRequest, needed: list[str], ground: Ground) -> str:
    """Return the days asked about; of a control that was retired none after the day on which it ended."""
    said = request.period_type_2 if ground.engagement.scope.is_type_2 else request.period_type_1
    for control in needed:
        until = ground.engagement.worked[control].until
        if until is not None:
            words = ground.phrases["retired.asked_until"]
            said = words.format(period=said, control=ground.printed((control,)), day=until.isoformat())
    return said


def _good(request: EvidenceRequest, ground: Ground) -> str:
    if not request.reject_if:
        return request.good_shows
    rejected = request.reject_if[0].lower() + request.reject_if[1:]
    return f"{request.good_shows}. {ground.phrases['good.rejected']} {rejected}"


def _population(request: EvidenceRequest, needed: list[str], ground: Ground) -> str:
    if request.sample_from and ground.engagement.scope.is_type_2:
        return ground.phrases.get(
            f"population.{request.sample_from}", f"{ground.phrases['population.from']} {request.sample_from}"
        )
    if request.kind != "population":
        return ""
    names = [p.name for p in ground.engagement.catalogue.populations if set(p.controls) & set(needed)]
    return ground.phrases.get(f"population.{request.id}", ", ".join(names[:3]))


def request_owner(request: EvidenceRequest, ground: Ground) -> str:
    """Return the person asked: the owner of the first control behind the request, else the security lead."""
    return asked_of(request, ground.engagement)


def request_due(request: EvidenceRequest, ground: Ground) -> Runs:
    """Return the day by which something is asked for, or what has to be answered first."""
    fieldwork = ground.engagement.scope.fieldwork
    if request.phase == "reporting":
        return text(ground.phrases["due.with_report"])
    if fieldwork is None:
        return (Run(ground.phrases["due.fieldwork_open"], mark=Mark.OPEN),)
    return text(_day(request, fieldwork).isoformat())


def _day(request: EvidenceRequest, fieldwork: date) -> date:
    early = request.phase == "planning" or request.kind == "population"
    return fieldwork - LISTS_BEFORE_FIELDWORK if early else fieldwork
