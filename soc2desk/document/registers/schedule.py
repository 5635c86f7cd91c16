"""The schedule as a register: milestones, what is due by month and by person, and periods that reach outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Block,
    Callout,
    Companion,
    Document,
    Fact,
    Heading,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    text,
)
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.document.registers.schedule_chart import schedule_chart
from soc2desk.document.registers.schedule_picture import schedule_picture
from soc2desk.document.registers.schedule_words import day_words, say_off, step_note, who_note
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.plan_steps import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from soc2desk.document.blocks import Runs
    from soc2desk.domain.plan_steps import Step
    from soc2desk.domain.schedule import Occurrence, Schedule

_JOINED = frozenset({Cadence.DAILY, Cadence.WEEKLY})
"""Rhythms whose acts of one month share a line: nobody reads a page of Fridays."""
_TONES = {When.NOW: "warn", When.NEXT: "good"}


def schedule_register(schedule: Schedule, ground: Ground) -> tuple[Document, ...]:
    """Return the register of the schedule; nothing while no date of the report is known."""
    if all(step.due is None for step in schedule.steps):
        return ()
    chart, short = schedule_chart(schedule, ground), _short_of_time(schedule, ground)
    blocks: list[Block] = [*schedule_picture(schedule, ground), *chart, *short, _steps(schedule, ground)]
    if schedule.occurrences:
        blocks += [_by_month(schedule, ground), _by_person(schedule, ground)]
    if schedule.partial:
        blocks += _partial(schedule, ground)
    facts = (Fact(ground.phrases["cover.days_off"], text(say_off(schedule.working_days, ground))),)
    made = register(ground, "schedule", Audience.INTERNAL, tuple(blocks), facts)
    return (replace(made, companions=(_every_occurrence(schedule, ground),) if schedule.occurrences else ()),)


def with_every_occurrence(register_: Document) -> Document:
    """Return the register as one workbook: what stands beside it moves into it."""
    return replace(register_, blocks=(*register_.blocks, *(b for one in register_.companions for b in one.blocks)))


def _short_of_time(schedule: Schedule, ground: Ground) -> tuple[Block, ...]:
    """Return a note where steps still to come had to be moved closer together; nothing where there is time enough."""
    if not any(step.closer and step.when is not When.PAST for step in schedule.steps):
        return ()
    return (Callout(text(ground.phrases["schedule.closer"]), "warn", ground.phrases["schedule.closer_title"]),)


def _steps(schedule: Schedule, ground: Ground) -> Table:
    keys = (("step", 0.9), ("title", 3.6), ("by_when", 1.1), ("state", 0.9), ("who_does", 1.7), ("role", 1.4))
    columns = [ground.column(key, width) for key, width in (*keys, ("shown_by", 2.7), ("note", 2.6))]
    rows = tuple(_step_row(step, ground) for step in schedule.steps)
    return Table(tuple(columns), rows, ground.phrases["register.schedule.steps"], "milestones")


def _step_row(step: Step, ground: Ground) -> Row:
    phrases, one = ground.phrases, step.milestone
    record = ground.engagement.catalogue.record.get(one.record)
    return row(
        step.id, step.id, one.title, day_words(step, ground), phrases[f"schedule.when.{step.when}"],
        ground.person(step.who.person), ground.engagement.catalogue.role[one.owner].name,
        f"{one.deliverable} ({record.title})" if record else one.deliverable, step_note(step, ground),
        tone=_TONES.get(step.when, ""),
    )  # fmt: skip


def _by_month(schedule: Schedule, ground: Ground) -> Table:
    keys = (("month", 0.8), ("due", 2.0), ("period", 1.7), ("control", 0.8), ("title", 4.4), ("who_does", 1.7))
    columns = tuple(ground.column(key, width) for key, width in (*keys, ("note", 3.0)))
    rows = tuple(_line(acts, schedule, ground) for acts in _lines(schedule.occurrences))
    return Table(columns, rows, ground.phrases["register.schedule.by_month"], "by-month")


def _lines(occurrences: Iterable[Occurrence]) -> list[list[Occurrence]]:
    """Return the occurrences in lines: those of a day or week by the month, the control and who does them."""
    lines: dict[tuple[str, ...], list[Occurrence]] = {}
    for one in occurrences:
        month = (one.control, one.due.isoformat()[:7], one.who.person)
        lines.setdefault(month if one.owed.cadence in _JOINED else (one.id,), []).append(one)
    return list(lines.values())


def _line(acts: list[Occurrence], schedule: Schedule, ground: Ground) -> Row:
    first, last = acts[0], acts[-1]
    due, month, period = first.due.isoformat(), first.due.isoformat()[:7], first.owed.period.name
    if first is not last:
        due = f"{due} {ground.phrases['date.to']} {last.due.isoformat()}"
        period = ground.phrases[f"cadence.adjective.{first.owed.cadence}"]
    note = _note(next((one for one in acts if one.is_partial), first), schedule, ground)
    return row(
        first.id if first is last else f"{first.control}/{month}", month, due,
        text(period, mark=Mark.SUGGESTED if first.owed.suggested else Mark.NONE), first.control,
        ground.engagement.worked[first.control].control.title, ground.person(first.who.person), note,
    )  # fmt: skip


def _note(one: Occurrence, schedule: Schedule, ground: Ground) -> str:
    said = [who_note(one.who, ground)]
    if one.owed.suggested:
        said.append(ground.phrases["schedule.suggested"])
    if one.is_partial and schedule.window:
        first, last = _inside(one, schedule.window)
        said.append(ground.phrases["schedule.partial"].format(first=first, last=last))
    return " ".join(filter(None, said))


def _inside(one: Occurrence, window: tuple[date, date]) -> tuple[date, date]:
    period = one.owed.period
    return max(period.start, window[0]), min(period.end, window[1])


def _by_person(schedule: Schedule, ground: Ground) -> Table:
    keys = (("who_does", 2.4), ("times_here", 0.8), ("next_due", 1.2), ("controls", 8.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    acts: dict[str, list[Occurrence]] = {}
    for one in schedule.occurrences:
        acts.setdefault(one.who.person, []).append(one)
    rows = tuple(_person_row(person, mine, ground) for person, mine in acts.items())
    return Table(columns, rows, ground.phrases["register.schedule.by_person"], "by-person")


def _person_row(person: str, acts: list[Occurrence], ground: Ground) -> Row:
    ahead = next((one.due.isoformat() for one in acts if one.when is not When.PAST), "")
    counted: dict[str, int] = {}
    for one in acts:
        counted[one.control] = counted.get(one.control, 0) + 1
    listed = ", ".join(f"{control} \u00d7{count}" for control, count in sorted(counted.items()))
    return row(person, ground.person(person), str(len(acts)), ahead, listed, tone="" if person else "bad")


def _partial(schedule: Schedule, ground: Ground) -> tuple[Block, ...]:
    phrases = ground.phrases
    keys = (("act", 1.8), ("title", 4.4), ("start", 1.1), ("end", 1.1), ("due", 1.1), ("note", 5.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_partial_row(one, schedule, ground) for one in schedule.partial)
    return (
        Heading(text(phrases["register.schedule.partial"])),
        Paragraph(text(phrases["register.schedule.partial_intro"])),
        Table(columns, rows, phrases["register.schedule.partial"], "partial"),
    )


def _partial_row(one: Occurrence, schedule: Schedule, ground: Ground) -> Row:
    period, phrases = one.owed.period, ground.phrases
    note: Runs = ()
    if schedule.window:
        first, last = _inside(one, schedule.window)
        said = [phrases["schedule.partial"].format(first=first, last=last)]
        said += [phrases["schedule.by_then"].format(last=last)] if one.due > last else []
        note = (Run(" ".join(said)),)
    title = ground.engagement.worked[one.control].control.title
    return row(one.id, one.id, title, period.start.isoformat(), period.end.isoformat(), one.due.isoformat(), note)


def _every_occurrence(schedule: Schedule, ground: Ground) -> Companion:
    """Return a workbook with each single occurrence, to sort and filter."""
    keys = (("act", 1.8), ("due", 1.2), ("control", 0.8), ("title", 4.4), ("who_does", 1.7), ("state", 1.0))
    columns = tuple(ground.column(key, width) for key, width in (*keys, ("note", 3.0)))
    table = Table(columns, tuple(_all(schedule, ground)), ground.phrases["register.schedule.all"], "all")
    return Companion("xlsx", ground.phrases["register.schedule.all_name"], (table,))


def _all(schedule: Schedule, ground: Ground) -> Iterator[Row]:
    # A year of days is many rows, and most cells of a control are the same: they are made once.
    controls = {one.id: (text(one.id), text(one.control.title)) for one in ground.engagement.worked.values()}
    days = {one.due: text(one.due.isoformat()) for one in schedule.occurrences}
    names = {one.id: text(one.name) for one in ground.engagement.project.people} | {"": ground.person("")}
    states = {when: text(ground.phrases[f"schedule.when.{when}"]) for when in When}
    for one in schedule.occurrences:
        said = one.is_partial or one.owed.suggested or one.who.because
        note = text(_note(one, schedule, ground)) if said else ()
        about, who = controls[one.control], names[one.who.person]
        yield Row((text(one.id), days[one.due], *about, who, states[one.when], note), one.id)
