"""Papers for the team alone, which never travel to an auditor by accident: readiness report and promise budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Block,
    Callout,
    Column,
    Document,
    Fact,
    Kind,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    text,
)
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.domain.budget import Budget, PromiseLine
from soc2desk.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question whose answer is open, suggested or ahead, and the documents that print it."""

    question: str
    label: str
    state: str
    documents: tuple[str, ...]


def readiness_report(ground: Ground, findings: tuple[Finding, ...], points: tuple[OpenPoint, ...]) -> Document:
    """Return the findings by severity and every open point. No score: a number would read as an opinion."""
    phrases = ground.phrases
    blocks: list[Block] = []
    for severity in Severity:
        group = tuple(f for f in findings if f.severity is severity)
        title = phrases[f"severity.{severity}"]
        if group:
            rows = tuple(_finding_row(finding) for finding in group)
            blocks.append(Table(_finding_columns(ground), rows, title, f"findings-{severity}"))
        else:
            blocks.append(Paragraph(text(f"{title}: {phrases['readiness.none']}")))
    if points:
        blocks.append(_open_points(ground, points))
    counts = ", ".join(
        f"{sum(f.severity is s for f in findings)} {phrases[f'severity.{s}'].lower()}" for s in Severity
    )
    facts = (Fact(phrases["cover.findings"], text(counts)), Fact(phrases["cover.open"], text(str(len(points)))))
    return register(ground, "readiness", Audience.INTERNAL, tuple(blocks), facts)


def _finding_columns(ground: Ground) -> tuple[Column, ...]:
    keys = (("rule", 0.8), ("finding", 2.2), ("seen", 5.0), ("fix", 3.4), ("place", 2.0))
    return tuple(ground.column(key, width) for key, width in keys)


def _finding_row(finding: Finding) -> Row:
    tones = {Severity.HIGH: "bad", Severity.MEDIUM: "warn", Severity.LOW: ""}
    return row(
        finding.rule, finding.rule, finding.title, finding.message, finding.fix, finding.place,
        tone=tones[finding.severity],
    )  # fmt: skip


def _open_points(ground: Ground, points: tuple[OpenPoint, ...]) -> Table:
    keys = (("question_id", 1.6), ("question", 4.0), ("open_state", 1.6), ("documents", 5.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(
        row(
            point.question,
            point.question,
            point.label,
            (Run(ground.phrases[f"open.{point.state}"], mark=Mark(point.state)),),
            ", ".join(point.documents),
        )
        for point in points
    )
    return Table(columns, rows, ground.phrases["register.readiness.open"], "open-points")


def promise_budget(ground: Ground, budget: Budget) -> Document:
    """Return the dated acts and hours of a year, by control and by person."""
    phrases = ground.phrases
    control_keys = (("control", 1.0), ("title", 3.4), ("frequency", 1.4), ("owner", 2.0))
    columns = [ground.column(key, width) for key, width in control_keys]
    columns += [ground.column(key, 1.0, Kind.NUMBER) for key in ("times", "acts", "hours")]
    lines = tuple(_budget_row(line, ground) for line in budget.lines)
    facts = (
        Fact(phrases["cover.acts"], text(str(budget.acts))),
        Fact(phrases["cover.hours"], text(hours(budget.minutes))),
    )
    blocks = (
        Callout(text(phrases["budget.note"]), "note", phrases["budget.note_title"]),
        _by_person(ground, budget.by_person),
        Table(tuple(columns), lines, phrases["register.budget.lines"], "lines"),
    )
    return register(ground, "budget", Audience.INTERNAL, blocks, facts)


def _by_person(ground: Ground, totals: Mapping[str, tuple[int, int]]) -> Table:
    columns = [ground.column("name", 4.0)]
    columns += [ground.column(key, 1.2, Kind.NUMBER) for key in ("acts", "hours")]
    rows = tuple(
        row(person, ground.person(person), str(acts), hours(minutes)) for person, (acts, minutes) in totals.items()
    )
    return Table(tuple(columns), rows, ground.phrases["register.budget.people"], "people")


def _budget_row(line: PromiseLine, ground: Ground) -> Row:
    return row(
        line.control,
        line.control,
        ground.engagement.catalogue.control[line.control].title,
        ground.phrases[f"cadence.adjective.{line.cadence}"],
        ground.person(line.owner),
        str(line.times),
        str(line.acts),
        hours(line.minutes),
    )


def hours(minutes: int) -> str:
    """Return minutes as hours with at most one decimal: "12", "7.5"."""
    return f"{minutes / 60:.1f}".removesuffix(".0")
