"""The first sheet: what the workbook is, the words round its tables, what its colours mean."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Column,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    text,
)
from tests.renderers.every_kind import VENDORS, document, register
from tests.renderers.workbook_file import opened, table_of


def _about(*blocks: Block) -> list[tuple[object, object]]:
    sheet = opened(document(*blocks, VENDORS))["About"]
    return [(row[0], row[1]) for row in sheet.iter_rows(values_only=True)]


def test_the_first_sheet_says_what_this_is() -> None:
    lines = _about()
    assert lines[0] == ("Access <Control> Policy", None)
    assert ("Status", "Draft") in lines
    assert ("Date", "2026-11-20") in lines
    assert ("Prepared by", "A & B Advisers <LLP>") in lines
    assert ("Owner", "Head of IT") in lines
    assert ("Vendors list 2026", "3 rows: Id, Vendor, What it does, Risk, Staff, Last review") in lines


def test_the_first_sheet_holds_the_words_round_the_tables() -> None:
    steps = Bullets((ListItem(text("one")), ListItem(text("deeper"), 1), ListItem(text("two"))), ordered=True)
    lines = _about(
        Heading(text("Nothing below"), 1, "a", "1"),
        Heading(text("How to read"), 1, "b", "2"),
        Clause("c", text("One row each."), "2.1", ("ACC-07",)),
        steps,
        Callout(text("Mind this."), "warn"),
        Paragraph(text("A note."), "small"),
    )
    words = [line for line in lines if line != (None, None)]
    start = words.index(("2 How to read", None))
    assert words[start + 1 : start + 7] == [
        ("2.1", "One row each. [ACC-07]"),
        (None, "1. one"),
        (None, "    \u2022 deeper"),
        (None, "2. two"),
        ("Please note", "Mind this."),
        (None, "A note."),
    ]
    assert ("1 Nothing below", None) not in lines


def test_the_first_sheet_says_how_it_is_used_and_of_nothing_that_it_has_not() -> None:
    told = dict(_about())
    assert "Headings stay in sight" in str(told["To find rows"])
    assert str(told["To choose"]).startswith("A cell with a list offers what may stand there: Risk")
    assert "To open a document" not in told
    plain = opened(register(table_of(Column("a", "A"), rows=(("x",),))))["About"]
    assert "To choose" not in [cell.value for cell in plain["A"]]
    beside = Row(((Run("POL-ACP", target="../01-policies/POL-ACP-access.pdf"),),))
    linked = opened(register(Table((Column("a", "A"),), (beside,), "T")))["About"]
    assert "To open a document" in [cell.value for cell in linked["A"]]


def test_larger_letters_get_higher_rows() -> None:
    said = "The systems the company listed, with the person who answers for each and what each is for. " * 3
    sheet = opened(document(Paragraph(text(said)), Paragraph(text(said), "lead"), VENDORS))["About"]
    body, lead = (sheet.row_dimensions[row[1].row].height for row in sheet.iter_rows() if row[1].value == said)
    assert lead > body > 40


def test_the_first_sheet_links_to_the_others() -> None:
    sheet = opened(register(table_of(Column("a", "A"), title="Owner's list")))["About"]
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Owner''s list'!A1"]


def test_the_legend_explains_the_colours_that_occur_and_no_others() -> None:
    labels = {label for label, _ in _about()}
    assert {"Open", "Suggested", "Look at this", "To be settled"} <= labels
    assert {"Planned", "In order"}.isdisjoint(labels)
    plain = replace(register(table_of(Column("a", "A"), rows=(("x",),))), cover=())
    assert "What the colours mean" not in [cell.value for cell in opened(plain)["About"]["A"]]
