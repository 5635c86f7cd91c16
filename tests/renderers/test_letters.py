"""A letter goes out as a letter, and a long part of a report has a cover of its own."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import Audience, Document, Fact, Heading, Paragraph, SignOff, plain, text
from soc2desk.renderers.covers import has_cover
from soc2desk.renderers.letters import as_sent

BLOCKS = (Heading(text("To our customers"), 1, "RPT-BRG/letter", "1"), Paragraph(text("You hold our report.")))
LETTER = Document(
    id="RPT-BRG",
    title="Bridge letter",
    kind="report",
    audience=Audience.CUSTOMER,
    company="Brightwater Labs Inc.",
    date="2026-11-25",
    blocks=BLOCKS,
    cover=(Fact("Document owner", text("Helen Marchetti")),),
    version="1.0",
)


def test_a_letter_bears_its_date_and_no_box_of_a_controlled_document() -> None:
    sent = as_sent(LETTER)
    assert [plain(fact.runs) for fact in sent.cover] == ["2026-11-25"]
    assert sent.version == ""


def test_a_customer_reads_first_what_the_letter_is_about() -> None:
    sent = as_sent(LETTER)
    assert sent.title == "To our customers"
    assert sent.blocks == BLOCKS[1:]


def test_a_draft_of_a_letter_goes_on_saying_so_and_a_final_one_does_not() -> None:
    assert as_sent(LETTER).status == "Draft"
    assert as_sent(replace(LETTER, status="Final")).status == ""


def test_a_statement_to_sign_is_a_letter_and_a_description_is_not() -> None:
    statement = replace(LETTER, audience=Audience.AUDITOR, blocks=(*BLOCKS, SignOff(("Executive sponsor",))))
    assert as_sent(statement).version == ""
    assert as_sent(statement).title == "Bridge letter"
    description = replace(LETTER, audience=Audience.AUDITOR)
    assert as_sent(description) is description


def test_only_what_is_adopted_or_long_takes_a_page_for_its_cover() -> None:
    sections = tuple(Heading(text(f"Part {number}"), 1, f"RPT-SYS/{number}") for number in range(6))
    assert not has_cover(LETTER)
    assert has_cover(replace(LETTER, blocks=sections))
    assert has_cover(replace(LETTER, kind="policy"))
    assert not has_cover(replace(LETTER, kind="policy", landscape=True))
    assert not has_cover(replace(LETTER, kind="record", blocks=sections))
