"""The letter in which management says what changed in the papers: a draft until a person signs it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Block,
    Callout,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    SignOff,
    Table,
    text,
)
from soc2desk.document.values import say_date
from soc2desk.domain.changes import How, Subject
from soc2desk.domain.word_changes import excerpts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.changes import Change, Comparison

    Phrases = Mapping[str, str]

LETTER = "RPT-CHL"
"""The id of the letter; its file is named after it."""
LONGEST = 600
"""Characters of a text in the letter; the redline has it whole."""
WIDTHS = (("where", 2.2), ("how", 1.1), ("before", 3.4), ("after", 3.4))


def change_letter(found: Comparison, phrases: Phrases, to: str = "") -> Document:
    """Return the letter. `to` is the audit firm; a letter to nobody has a place for the name.

    It leaves out answers and rejected evidence, which are not part of any packet for others.
    """
    old, new = (said_day(one.date, phrases) for one in (found.old, found.new))
    company = found.new.company
    blocks = (
        Callout(text(phrases["changes.draft"].format(company=company)), "note", phrases["changes.draft_title"]),
        Paragraph(text(phrases["changes.to"].format(firm=to) if to else phrases["changes.to_nobody"])),
        Paragraph(text(phrases["changes.lead"].format(old=old, new=new, company=company))),
        Paragraph(text(phrases["changes.no_claim"])),
        *(Callout(text(note), "warn") for note in notes(found, phrases)),
        *_told(found, phrases),
        SignOff((phrases["changes.sign"].format(company=company),)),
    )
    return Document(
        id=LETTER,
        title=phrases["changes.title"].format(day=old),
        kind="report",
        audience=Audience.AUDITOR,
        company=company,
        date=found.new.date,
        blocks=blocks,
        status=phrases["status.draft"],
    )


def said_day(written: str, phrases: Phrases) -> str:
    """Return an ISO date written out; as it stands where it is none."""
    try:
        return say_date(date.fromisoformat(written), phrases)
    except ValueError:
        return written


def notes(found: Comparison, phrases: Phrases) -> tuple[str, ...]:
    """Return what a reader has to know first: other companies, readers or templates, a choice of papers."""
    companies = phrases["changes.other_company"].format(old=found.old.company, new=found.new.company)
    templates = [one.templates or phrases["changes.shipped_templates"] for one in (found.old, found.new)]
    other_templates = phrases["changes.other_templates"].format(old=templates[0], new=templates[1])
    said = (
        (found.other_company, companies),
        (found.other_reader, phrases["changes.other_reader"]),
        (found.only_common, phrases["changes.only_common"]),
        (templates[0] != templates[1], other_templates),
    )
    return tuple(words for is_so, words in said if is_so)


def _told(found: Comparison, phrases: Phrases) -> tuple[Block, ...]:
    told = [one for one in found.changes if one.subject is not Subject.ANSWER and one.how is not How.RENUMBERED]
    told = [one for one in told if not one.for_team]
    blocks: list[Block] = []
    for subject in Subject:
        here = [one for one in told if one.subject is subject]
        if here:
            blocks.append(Heading(text(phrases[f"changes.subject.{subject}"]), 2))
            blocks.append(Table(_columns(phrases), tuple(_row(one, found, phrases) for one in here), id=subject.value))
    count = found.counted.get((Subject.CLAUSE, How.RENUMBERED), 0)
    if count:
        words = phrases["changes.renumbered.one" if count == 1 else "changes.renumbered.many"]
        blocks.append(Paragraph(text(words.format(count=count))))
    if not blocks:
        return (Paragraph(text(phrases["changes.none"])),)
    return (*blocks, *((Paragraph(text(phrases["changes.redlines"])),) if found.changed_documents else ()))


def _columns(phrases: Phrases) -> tuple[Column, ...]:
    return tuple(Column(key, phrases[f"changes.column.{key}"], width) for key, width in WIDTHS)


def _row(one: Change, found: Comparison, phrases: Phrases) -> Row:
    before, after = excerpts(one.words) if one.before and one.after else (one.before, one.after)
    if one.how is How.MOVED:
        before, after = one.place_before, one.place_after
    texts = (where(one, found), phrases[f"changes.how.{one.how}"], _shown(before), _shown(after))
    return Row(tuple(map(text, texts)), one.id)


def where(one: Change, found: Comparison) -> str:
    """Return what a change is about as a person calls it: the printed place, or the id, with the name."""
    place = one.place_after or one.place_before
    if one.subject is Subject.DOCUMENT:
        return f"{one.id} {one.name}"
    if one.subject is Subject.REGISTER:
        held = found.new.document.get(one.document) or found.old.document[one.document]
        return f"{one.document} {held.title}: {one.name}"
    return f"{place or one.id} {one.name}".strip()


def _shown(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} \u2026"
