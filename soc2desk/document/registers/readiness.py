"""The readiness report, for the team alone: how far each control has come, what stands out, what is still open."""

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
from soc2desk.document.registers.coverage_picture import coverage_picture
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.document.registers.mending import mended_at
from soc2desk.document.registers.reviewed import walked_table
from soc2desk.domain.findings import Finding, Severity
from soc2desk.domain.standing import ControlLevel, CriterionLevel, Level, Levels

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTED = ("level_not_shown", "level_written", "level_approved", "level_operating", "level_evidenced")
"""A column for each level, in the order of the levels."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A question whose answer is open, suggested or ahead, and the documents that print it."""

    question: str
    label: str
    state: str
    documents: tuple[str, ...]


def readiness_report(
    ground: Ground, findings: tuple[Finding, ...], points: tuple[OpenPoint, ...], reached: Levels
) -> Document:
    """Return the levels, the findings by severity and every open point. No score: a number would read as an opinion."""
    phrases = ground.phrases
    blocks: list[Block] = [
        *_findings(ground, findings),
        Callout(text(phrases["level.note"]), "note", phrases["level.note_title"]),
        *coverage_picture(ground, reached),
        *_criteria(ground, reached),
        _controls(ground, reached),
        *walked_table(ground),
    ]
    if points:
        blocks.append(_open_points(ground, points))
    counts = ", ".join(f"{sum(f.severity is s for f in findings)} {phrases[f'severity.{s}'].lower()}" for s in Severity)
    stand = ", ".join(f"{reached.count(level)} {phrases[f'level.{level}'].lower()}" for level in Level)
    facts = (
        Fact(phrases["cover.levels"], text(stand)),
        Fact(phrases["cover.findings"], text(counts)),
        Fact(phrases["cover.open"], text(str(len(points)))),
    )
    return register(ground, "readiness", Audience.INTERNAL, tuple(blocks), facts)


def _criteria(ground: Ground, reached: Levels) -> Iterator[Table]:
    """Yield, by category, each criterion with what all its shown controls have reached, and its controls by level."""
    columns = [ground.column(key, width) for key, width in (("criterion", 0.9), ("title", 5.0), ("level", 1.9))]
    columns += [ground.column(key, 1.0, Kind.NUMBER) for key in COUNTED]
    criteria = ground.engagement.catalogue.criterion
    for category in ground.engagement.catalogue.categories:
        rows = tuple(
            _criterion_row(one, ground)
            for one in reached.criteria.values()
            if criteria[one.criterion].category == category.id
        )
        if rows:
            yield Table(tuple(columns), rows, category.name, f"levels-{category.id}")


def _criterion_row(one: CriterionLevel, ground: Ground) -> Row:
    title = ground.engagement.catalogue.criterion[one.criterion].title
    counts = tuple(str(one.counts.get(level, 0)) for level in Level)
    return row(one.criterion, one.criterion, title, ground.phrases[f"level.{one.level}"], *counts)


def _controls(ground: Ground, reached: Levels) -> Table:
    keys = (("control", 0.9), ("title", 3.8), ("owner", 1.8), ("level", 1.9), ("waits_for", 4.4))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_control_row(one, ground) for one in reached.controls.values())
    return Table(columns, rows, ground.phrases["register.readiness.controls"], "levels-controls")


def _control_row(one: ControlLevel, ground: Ground) -> Row:
    engagement, phrases = ground.engagement, ground.phrases
    waits = phrases[f"level.waits.{one.missing}"].format(due=one.due, done=one.done) if one.missing else ""
    return row(
        one.control, one.control, engagement.catalogue.control[one.control].title,
        ground.person(engagement.owners[one.control].owner), phrases[f"level.{one.level}"], waits,
    )  # fmt: skip


def _findings(ground: Ground, findings: tuple[Finding, ...]) -> Iterator[Block]:
    for severity in Severity:
        group = tuple(f for f in findings if f.severity is severity)
        title = ground.phrases[f"severity.{severity}"]
        if group:
            rows = tuple(_finding_row(finding, ground) for finding in group)
            yield Table(_finding_columns(ground), rows, title, f"findings-{severity}")
        else:
            yield Paragraph(text(f"{title}: {ground.phrases['readiness.none']}"))


def _finding_columns(ground: Ground) -> tuple[Column, ...]:
    keys = (("rule", 0.8), ("finding_kind", 1.4), ("finding", 2.2), ("seen", 5.0), ("fix", 3.4), ("place", 2.0))
    return tuple(ground.column(key, width) for key, width in keys)


def _finding_row(finding: Finding, ground: Ground) -> Row:
    tones = {Severity.HIGH: "bad", Severity.MEDIUM: "warn", Severity.LOW: ""}
    kind = ground.phrases[f"finding_kind.{finding.kind}"]
    return row(
        finding.rule, finding.rule, kind, finding.title, finding.message, finding.fix,
        mended_at(ground.engagement, finding.place), tone=tones[finding.severity],
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
