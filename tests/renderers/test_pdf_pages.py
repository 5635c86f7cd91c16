"""Where pages of the PDF end: what belongs together stays together, and no page is spent on a few lines."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import (
    Bullets,
    Checklist,
    Clause,
    Column,
    Form,
    FormField,
    Heading,
    Kind,
    ListItem,
    Paragraph,
    Row,
    Table,
    text,
)
from tests.renderers.pdf_reading import pages_of, rendered

SHIFTS = range(26, 46)
"""Lines above, so that the page ends at every place of what follows."""


def lines(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text("A line above.")) for _ in range(count))


def pages_with(pages: list[str], *words: str) -> list[list[int]]:
    return [[at for at, page in enumerate(pages) if word in page] for word in words]


@pytest.mark.parametrize("above", SHIFTS)
def test_a_question_and_its_answers_are_never_parted(above: int) -> None:
    answers = Checklist(tuple(ListItem(text(f"Answer {letter}"), 1) for letter in "ABC"))
    pages = pages_of(rendered(*lines(above), Clause("q", text("Which one?")), answers, kind="training"))
    assert len({tuple(one) for one in pages_with(pages, "Which one?", "Answer A", "Answer B", "Answer C")}) == 1


@pytest.mark.parametrize("above", SHIFTS)
def test_no_row_of_a_table_stands_alone_at_the_top_of_a_page_and_its_note_stays_with_it(above: int) -> None:
    table = Table((Column("a", "Name"),), tuple(Row((text(f"Row {at}."),)) for at in range(9)))
    pages = pages_of(rendered(*lines(above), table, Paragraph(text("A note."), "small"), kind="record"))
    assert len({tuple(one) for one in pages_with(pages, "Row 7.", "Row 8.", "A note.")}) == 1


@pytest.mark.parametrize("above", SHIFTS)
def test_no_bullet_and_no_field_of_a_form_stands_alone_on_a_page(above: int) -> None:
    bullets = Bullets(tuple(ListItem(text(f"Point {at}.")) for at in range(8)))
    form = Form(tuple(FormField(f"Field {at}.") for at in range(6)))
    for block, word in ((bullets, "Point"), (form, "Field")):
        pages = pages_of(rendered(*lines(above), Heading(text("List")), block, kind="record"))
        last = 7 if word == "Point" else 5
        first = pages_with(pages, f"{word} 0.", f"{word} 1.")
        end = pages_with(pages, f"{word} {last - 1}.", f"{word} {last}.")
        assert first[0] == first[1]
        assert end[0] == end[1]


def test_blocks_move_closer_where_a_few_lines_would_have_a_page_of_their_own() -> None:
    counts = [len(pages_of(rendered(*lines(count), kind="record"))) for count in range(20, 60)]
    assert counts == sorted(counts)
    longest_on_one = 20 + counts.count(1)
    words = pages_of(rendered(*lines(longest_on_one), kind="record"))
    assert words[-1].count("A line above.") > 3


def test_many_choices_stand_in_two_columns_and_long_ones_one_a_line() -> None:
    short = FormField("Vendor", Kind.CHOICE, choices=tuple(f"Vendor {at}" for at in range(8)))
    long = FormField("Use", Kind.CHOICE, choices=tuple(f"Use {at} {'of many words ' * 6}" for at in range(8)))
    for field in (short, long):
        found = " ".join(pages_of(rendered(Form((field,)), kind="record")))
        assert all(choice.strip() in found for choice in field.choices)
