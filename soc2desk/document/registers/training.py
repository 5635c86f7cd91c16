"""The training record, and the map of skills: who took what, and which owner still needs help where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Row, Runs, Table, text
from soc2desk.document.registers.ground import as_old_as_made, register, row
from soc2desk.domain.training_record import (
    Taken,
    completions,
    expires_soon,
    gaps,
    has_expired,
    needs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.learning import Certificate, Completion
    from soc2desk.domain.training_record import Gap, Need

TONES = {Taken.DONE: "good", Taken.AHEAD: "", Taken.LATE: "warn", Taken.REPEAT: "warn", Taken.OVERDUE: "bad"}


def training_registers(ground: Ground) -> Iterator[Document]:
    """Yield the record of courses taken, where there is one, and the map of skills of the owners.

    The record shows what was entered and nothing that is still to come, so that an auditor may read it. The map is for
    the team alone.
    """
    taken, held = completions(ground.engagement), ground.engagement.project.certificates
    if taken or held:
        yield _record(ground, taken, held)
    found = gaps(ground.engagement)
    if found:
        yield _map(ground, found)


def _record(ground: Ground, taken: tuple[Completion, ...], held: tuple[Certificate, ...]) -> Document:
    phrases = ground.phrases
    keys = (("name", 2.2), ("course", 3.2), ("done", 1.3), ("length", 1.0), ("result", 1.4), ("instructor", 1.8))
    columns = [ground.column(key, width) for key, width in keys]
    columns.append(ground.column("entered", 1.6, Kind.DATE))
    rows = tuple(_taken_row(one, ground) for one in taken)
    blocks = [Table(tuple(columns), rows, phrases["register.training.taken"], "taken")]
    if held:
        blocks.append(_certificates(ground, held))
    made = register(ground, "training", Audience.AUDITOR, tuple(blocks))
    return as_old_as_made(made, ground, (one.entered_on for one in taken), ("certificates",))


def _taken_row(one: Completion, ground: Ground) -> Row:
    template = ground.engagement.catalogue.template.get(one.course)
    hours = "" if one.hours is None else str(one.hours)
    return row(
        one.id,
        ground.person(one.person),
        f"{one.course} {template.title}" if template else one.course,
        one.on.isoformat(),
        hours,
        one.result,
        one.instructor,
        one.entered_on.isoformat() if one.entered_on else "",
    )


def _certificates(ground: Ground, held: tuple[Certificate, ...]) -> Table:
    keys = (("name", 2.2), ("certificate", 3.0), ("issued", 1.3), ("expires", 1.3), ("state", 1.6))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(
        row(
            one.id, ground.person(one.person), one.name,
            ground.claimed("certificates", one.id, "issued_on", one.issued_on),
            one.expires_on.isoformat() if one.expires_on else "", certificate_state(one, ground),
        )
        for one in held
    )  # fmt: skip
    return Table(columns, rows, ground.phrases["register.training.certificates"], "certificates")


def certificate_state(one: Certificate, ground: Ground) -> str:
    """Return whether a certificate counts on the day of the document."""
    day = ground.engagement.day
    key = "expired" if has_expired(one, day) else "soon" if expires_soon(one, day) else "counts"
    return ground.phrases[f"training.certificate.{key}"]


def _map(ground: Ground, found: tuple[Gap, ...]) -> Document:
    phrases = ground.phrases
    keys = (
        ("name", 2.2), ("area", 2.2), ("controls", 2.4), ("before", 1.6), ("after", 1.6), ("taken_courses", 1.8),
        ("missing_courses", 1.8),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(
        row(
            f"{gap.person}/{gap.area}", ground.person(gap.person), phrases[f"area.{gap.area}"], ", ".join(gap.controls),
            step_words(gap.before, ground), step_words(gap.after, ground), ", ".join(gap.taken), ", ".join(gap.missing),
            tone="warn" if gap.is_open else "",
        )
        for gap in found
    )  # fmt: skip
    blocks = (
        Table(columns, rows, phrases["register.skills.areas"], "areas"),
        _courses(ground),
    )
    return register(ground, "skills", Audience.INTERNAL, blocks)


def step_words(step: int | None, ground: Ground) -> str:
    """Return a step of skill in words."""
    return ground.phrases["skill.not_rated" if step is None else f"skill.{step}"]


def _courses(ground: Ground) -> Table:
    keys = (("name", 2.2), ("course", 3.4), ("due", 1.4), ("state", 1.8), ("done", 1.4), ("repeat", 1.4))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_need_row(need, ground) for need in needs(ground.engagement))
    return Table(columns, rows, ground.phrases["register.skills.courses"], "courses")


def _need_row(need: Need, ground: Ground) -> Row:
    title = ground.engagement.catalogue.template[need.course.id].title
    state: Runs = text(ground.phrases[f"training.state.{need.state}"])
    return row(
        need.id,
        ground.person(need.person),
        f"{need.course.id} {title}",
        need.due.isoformat() if need.due else "",
        state,
        need.taken.on.isoformat() if need.taken else "",
        need.repeat_by.isoformat() if need.repeat_by else "",
        tone=TONES[need.state],
    )
