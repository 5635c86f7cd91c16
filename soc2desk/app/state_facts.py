"""What a project says beside its documents: answers, controls, owners and evidence, each by id and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import plain
from soc2desk.document.registers.ground import Ground
from soc2desk.domain.changes import Fact, Facts
from soc2desk.domain.evidence import Standing
from soc2desk.storage.codec import project_to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.evidence import Evidence
    from soc2desk.reading.located import Plain

ANSWERS = "answers"
TOLD_APART = frozenset({"format", "document_date", ANSWERS, "control_states", "owners", "evidence", "client_answers"})
"""What is no answer, or is told under a heading of its own."""
SHOWN_OF_DIGEST = 12


def facts_of(engagement: Engagement) -> Facts:
    """Return what a project says, each thing by its id."""
    ground = Ground(engagement, engagement.day.isoformat())
    controls = engagement.controls
    return Facts(
        {one.id: Fact(one.control.title, plain(ground.state(one))) for one in controls},
        {one.id: Fact(one.control.title, _owners(engagement, one.id)) for one in controls},
        {one.id: Fact(one.name, _evidence(one), one.state is Standing.REJECTED) for one in engagement.project.evidence},
        dict(_answers(engagement)),
    )


def _owners(engagement: Engagement, control: str) -> str:
    owners = engagement.owners[control]
    named = (engagement.person_name(one) for one in (owners.owner, owners.backup, owners.reviewer))
    return ", ".join(filter(None, named))


def _evidence(one: Evidence) -> str:
    days = " to ".join(day.isoformat() for day in (one.covers_from, one.covers_until) if day)
    said = (one.state.value.replace("_", " "), one.occurrence, days, one.file, one.digest[:SHOWN_OF_DIGEST])
    return ", ".join(filter(None, said))


def _answers(engagement: Engagement) -> Iterator[tuple[str, Fact]]:
    """Yield every answer with its question, and every row of every table as one text."""
    held, questions = project_to_plain(engagement.project, engagement.catalogue), engagement.catalogue.questions
    answers = held.get(ANSWERS)
    for name, value in answers.items() if isinstance(answers, dict) else ():
        label = questions[name].label if name in questions else name
        yield f"{ANSWERS}.{name}", Fact(label, _said(value))
    for section, rows in held.items():
        if section not in TOLD_APART and isinstance(rows, dict):
            for name, row in rows.items():
                yield f"{section}.{name}", Fact(_name(row) or name, _said(row))


def _name(row: Plain) -> str:
    name = row.get("name") if isinstance(row, dict) else ""
    return name if isinstance(name, str) else ""


def _said(value: Plain) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_said(inner)}" for name, inner in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_said, value))
    return str(value)
