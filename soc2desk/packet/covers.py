"""Covers: who owns and approves a document, its state, and how much of it is still open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Clause, Document, Fact, Mark, Paragraph, Run, Runs, text
from soc2desk.document.record_sheets import companions
from soc2desk.document.record_words import is_kept_in_tool
from soc2desk.document.registers.ground import Ground, footer, scope_facts
from soc2desk.document.registers.policies import as_told, entered_by
from soc2desk.document.values import say_date
from soc2desk.document.walk import runs_in
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.project import State
from soc2desk.packet.revisions import revisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Block
    from soc2desk.document.write import Written
    from soc2desk.domain.controls import Control
    from soc2desk.domain.policies import Template
    from soc2desk.domain.project import Approval


REVIEWED = TO_APPROVE | {"record"}
"""Kinds of document that are looked over again after a time. A letter is written once."""
LETTER = "report"


def document_of(written: Written, blocks: tuple[Block, ...], ground: Ground) -> Document:
    """Return one written document with its cover. `blocks` have their references resolved."""
    template = written.template
    is_record = template.kind == "record"
    if is_record and not _is_kept_in_tool(template, ground):
        # The day by the clock, also where the packet bears another: nobody can make a form look older than it is.
        words = ground.phrases["document.blank_form"].format(made=ground.made_on, day=ground.date)
        blocks = (Paragraph(text(words), "small"), *blocks)
    if template.audience == Audience.CUSTOMER:
        blocks = tuple(_without_controls(block) for block in blocks)
    blocks = in_own_numbers(blocks, ground)
    blocks = (*blocks, *revisions(written, ground))
    return Document(
        id=template.id,
        title=template.title,
        kind=template.kind,
        audience=Audience(template.audience),
        company=ground.company,
        date=ground.made_on if is_record else ground.date,
        blocks=blocks,
        cover=_cover(written, blocks, ground),
        status=ground.status,
        version=template.version,
        footer=footer(ground),
        keywords=() if template.audience == Audience.CUSTOMER else _criteria(written, ground),
        companions=companions(template, ground.engagement),
    )


def _is_kept_in_tool(template: Template, ground: Ground) -> bool:
    record = ground.engagement.catalogue.record.get(template.record)
    return record is not None and is_kept_in_tool(record, ground.engagement)


def _without_controls(block: Block) -> Block:
    """Customers read what is done, not the ids of our library; the matrix keeps what the clause states."""
    return replace(block, controls=()) if isinstance(block, Clause) else block


def in_own_numbers(blocks: tuple[Block, ...], ground: Ground) -> tuple[Block, ...]:
    """Return the blocks with the client's own numbers in the tags of clauses; the same where there are none."""
    known = ground.engagement.catalogue.control
    if not any(one.number for one in known.values()):
        return blocks
    return tuple(_numbered(block, known) if isinstance(block, Clause) else block for block in blocks)


def _numbered(clause: Clause, known: Mapping[str, Control]) -> Clause:
    return replace(clause, controls=tuple(known[one].printed if one in known else one for one in clause.controls))


def _cover(written: Written, blocks: tuple[Block, ...], ground: Ground) -> tuple[Fact, ...]:
    """Return the lines of the cover. Customers see which service it is about; who approved what is for the register.

    A letter tells of the examination. A notice to the public has nothing to do with it.
    """
    facts = scope_facts(ground)
    if written.template.audience != Audience.CUSTOMER:
        return (*facts, *_facts(written, blocks, ground))
    about = facts if written.template.kind == LETTER else facts[:1]
    return (*about, *_open_facts(written, blocks, ground))


def _facts(written: Written, blocks: tuple[Block, ...], ground: Ground) -> tuple[Fact, ...]:
    phrases, template = ground.phrases, written.template
    facts = [
        Fact(phrases["cover.owner"], _holder(template.owner, ground)),
        Fact(phrases["cover.approver"], _holder(template.approver, ground)),
        Fact(phrases["cover.version"], text(template.version)),
    ]
    if criteria := _criteria(written, ground):
        facts.insert(2, Fact(phrases["cover.criteria"], text(", ".join(criteria))))
    if template.kind in REVIEWED:
        facts.insert(2, Fact(phrases["cover.review"], text(phrases[f"cadence.each.{template.review}"])))
    if template.kind in TO_APPROVE:
        facts.insert(2, Fact(phrases["cover.approved"], approval_words(written, ground)))
    return (*facts, *_open_facts(written, blocks, ground))


def _open_facts(written: Written, blocks: tuple[Block, ...], ground: Ground) -> tuple[Fact, ...]:
    """Say on the cover what is still open; nothing where nothing is."""
    count = sum(run.mark in {Mark.OPEN, Mark.SUGGESTED} and bool(run.names) for run in runs_in(blocks))
    unconfirmed = {c for one in written.standings if one.state is State.NOT_CONFIRMED for c in one.controls}
    waiting = sorted(c for c in unconfirmed if ground.engagement.state[c].state is State.NOT_CONFIRMED)
    facts = []
    if count:
        facts.append(Fact(ground.phrases["cover.open"], (Run(str(count), mark=Mark.OPEN),)))
    if waiting:
        facts.append(Fact(ground.phrases["cover.unconfirmed"], (Run(f"{len(waiting)}", mark=Mark.OPEN),)))
    return tuple(facts)


def _holder(role_id: str, ground: Ground) -> Runs:
    role = ground.engagement.catalogue.role[role_id].name
    holding = ground.engagement.project.role.get(role_id)
    name = ground.engagement.person_name(holding.holder) if holding else ""
    if name:
        return text(f"{name}, {role}")
    return (*text(f"{role}: "), *ground.person(""))


def approval_words(written: Written, ground: Ground) -> Runs:
    """Return what the cover says of the approval: by whom and when it was recorded, lapsed, or not given."""
    approval = ground.engagement.project.approval.get(written.template.id)
    if approval is None:
        return text(ground.phrases["cover.approved_not"])
    words = ground.phrases["cover.approved_by" if written.has_approval(approval) else "cover.approved_lapsed"]
    day = say_date(approval.on, ground.phrases)
    said = words.format(name=ground.engagement.approver_name(approval), day=day)
    return text(f"{said}{as_told(ground)}{entered_by(approval, ground)}{_decided_earlier(approval, ground)}")


def _decided_earlier(approval: Approval, ground: Ground) -> str:
    """Return the earlier decision that a record rests on, beside the day it was entered and never instead of it."""
    if approval.decided_on is None:
        return ""
    day = say_date(approval.decided_on, ground.phrases)
    return f"; {ground.phrases['cover.approved_earlier'].format(day=day, minutes=approval.minutes or '-')}"


def _criteria(written: Written, ground: Ground) -> tuple[str, ...]:
    stated = {control for one in written.standings for control in one.controls}
    served = {c for control in stated for c in ground.engagement.state[control].criteria}
    return tuple(c for c in ground.engagement.scope.criteria if c in served)
