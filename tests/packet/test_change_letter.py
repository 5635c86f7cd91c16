from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import Audience, Callout, Document, Paragraph, SignOff, Table, plain
from soc2desk.domain.changes import Change, Comparison, How, Subject
from soc2desk.packet.change_letter import change_letter
from tests.composed import catalogue
from tests.packet.lined import clause, contents, document

OLD = contents(document("POL-X", clause("POL-X/a/one", "Every quarter.")))
NEW = contents(document("POL-X", clause("POL-X/a/one", "Twice a year.")), date="2027-01-05")
REWORDED = Change(
    Subject.CLAUSE, How.REWORDED, "POL-X/a/one", "Reviews", "POL-X", "Every quarter.", "Twice a year.", "POL-X 1.1",
    "POL-X 1.1",
)  # fmt: skip
ANSWERED = Change(Subject.ANSWER, How.CHANGED, "answers.secret_plan", "A secret", before="one", after="two")


def letter(*changes: Change, to: str = "", **told: bool) -> Document:
    return change_letter(replace(Comparison(OLD, NEW, changes), **told), catalogue().phrases, to)


def said(of: Document) -> str:
    runs = [block.runs for block in of.blocks if isinstance(block, (Paragraph, Callout))]
    tables = [cell for block in of.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells]
    return "\n".join(map(plain, (*runs, *tables)))


def test_it_is_a_draft_of_management_until_a_person_signs() -> None:
    made = letter(REWORDED, to="Maple LLP")
    assert (made.status, made.date, made.company) == ("Draft", "2027-01-05", "Acme")
    assert made.title == "Changes since 20 November 2026"
    assert "To: Maple LLP" in said(made)
    assert "draft until a person of Acme has read and signed it" in said(made)
    assert isinstance(made.blocks[-1], SignOff)
    assert made.audience is Audience.AUDITOR


def test_it_lists_what_changed_with_both_texts_and_claims_no_effect() -> None:
    words = said(letter(REWORDED))
    assert "POL-X 1.1 Reviews\nReworded\nEvery quarter.\nTwice a year." in words
    assert "does not say how a control worked" in words
    assert "[the reader, named by the person who signs]" in words


def test_answers_are_no_part_of_it() -> None:
    assert "secret" not in said(letter(ANSWERED, REWORDED)).casefold()
    assert "The papers say the same as before." in said(letter(ANSWERED))


def test_other_companies_readers_and_choices_are_told() -> None:
    words = said(letter(REWORDED, other_company=True, other_reader=True, only_common=True))
    assert "name different companies" in words
    assert "different readers" in words
    assert "Only what both hold" in words


def test_clauses_under_other_numbers_are_counted_and_not_listed() -> None:
    renumbered = replace(REWORDED, how=How.RENUMBERED)
    words = said(letter(renumbered))
    assert "1 clause keeps its words" in words
    assert "Twice a year" not in words
