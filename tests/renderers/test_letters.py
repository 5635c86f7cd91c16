"""Letters as their reader gets them: a date and the words, no box of a controlled document."""

from __future__ import annotations

import dataclasses
import io

import docx
import pytest

from soc2desk.document.blocks import Audience, Block, Document, Heading, Look, Paragraph, SignOff, text
from soc2desk.renderers import docx as word
from soc2desk.renderers import pdf
from soc2desk.renderers.letters import as_sent
from tests.renderers.pdf_reading import document, words_of

LETTER: tuple[Block, ...] = (
    Heading(text("Where our report stands"), 1, number="1"),
    Paragraph(text("You asked about it.")),
    Heading(text("Signed"), 1, number="2"),
    SignOff(("Executive sponsor",)),
)


def letter(**changes: object) -> Document:
    made = document(*LETTER, kind="report", audience=Audience.CUSTOMER, title="Status letter to a prospect")
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def test_a_letter_says_its_date_and_draft_and_nothing_of_owner_version_or_numbers() -> None:
    found = words_of(pdf.render(letter(), Look()))
    assert "2026-11-22" in found
    assert "Draft" in found
    assert "Executive sponsor" in found
    for words in ("Head of Engineering", "1.2", "1 Where", "2 Signed", "Status letter to a prospect"):
        assert words not in found


def test_a_letter_in_word_is_the_same_letter() -> None:
    read = docx.Document(io.BytesIO(word.render(letter(), Look())))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    assert "2026-11-22" in cells
    assert "Head of Engineering" not in cells
    assert next(one.text for one in read.paragraphs) == "Where our report stands"


def test_a_final_letter_bears_no_status() -> None:
    assert as_sent(letter(status="Final")).status == ""


def test_an_assertion_with_a_place_to_sign_keeps_its_title() -> None:
    sent = as_sent(letter(audience=Audience.AUDITOR, title="Management's assertion"))
    assert sent.title == "Management's assertion"
    assert len(sent.blocks) == len(LETTER)


@pytest.mark.parametrize("kind", ["policy", "record", "register"])
def test_any_other_document_stays_as_it_is(kind: str) -> None:
    given = letter(kind=kind)
    assert as_sent(given) is given


def test_a_letter_without_a_word_is_drawn_too() -> None:
    assert as_sent(letter(blocks=())).blocks == ()


def test_a_letter_does_not_name_who_helped_to_write_it() -> None:
    look = Look(prepared_by="Northpier Advisers")
    assert "Northpier" not in words_of(pdf.render(letter(), look))
    assert "Northpier" in words_of(pdf.render(letter(kind="policy"), look))
