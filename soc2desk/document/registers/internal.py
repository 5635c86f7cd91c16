"""Papers for the team alone, which never travel to an auditor by accident: the promise budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Callout, Document, Fact, Kind, Row, Table, text
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.domain.budget import Budget, PromiseLine

if TYPE_CHECKING:
    from collections.abc import Mapping


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
