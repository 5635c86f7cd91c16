"""The workbook: opens cleanly, holds what was given and nothing more, and helps whoever fills it in."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from soc2desk.document.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Column,
    Document,
    Form,
    FormField,
    Heading,
    Kind,
    ListItem,
    Look,
    Mark,
    Paragraph,
    Row,
    Run,
    SignOff,
    Table,
    text,
)
from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers import xlsx
from tests.renderers.every_kind import FORM, HOSTILE, LOOK, VENDORS, document, register


def _opened(made: Document, look: Look = LOOK) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(made, look)))


def _vendors() -> Worksheet:
    return _opened(register())["Vendors list 2026"]


def _table(*columns: Column, rows: tuple[tuple[str, ...], ...] = (), title: str = "T", blank_rows: int = 0) -> Table:
    drawn = tuple(Row(tuple(text(cell) for cell in row)) for row in rows)
    return Table(columns, drawn, title, blank_rows=blank_rows)


def _cell(words: str, kind: Kind = Kind.TEXT) -> object:
    return _opened(register(_table(Column("a", "A", kind=kind), rows=((words,),))))["T"]["A2"].value


def _about(*blocks: Block) -> list[tuple[object, object]]:
    sheet = _opened(document(*blocks, VENDORS))["About"]
    return [(row[0], row[1]) for row in sheet.iter_rows(values_only=True)]


def _rules(sheet: Worksheet) -> list[DataValidation]:
    return list(sheet.data_validations.dataValidation)


@pytest.mark.parametrize("made", [document(), register(), register(_table(Column("a", "A")))])
def test_a_validator_of_the_format_finds_nothing(made: Document, tmp_path: Path) -> None:
    target = tmp_path / "made.xlsx"
    target.write_bytes(xlsx.render(made, LOOK))
    assert OpenXmlValidator().validate(target).errors == []


def test_the_bytes_are_the_same_in_another_process_and_time_zone() -> None:
    program = (
        "import hashlib; from soc2desk.renderers import xlsx; from tests.renderers.every_kind import LOOK, document;"
        "print(hashlib.sha256(xlsx.render(document(), LOOK)).hexdigest())"
    )
    elsewhere = os.environ | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    there = subprocess.run([sys.executable, "-c", program], env=elsewhere, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == hashlib.sha256(xlsx.render(document(), LOOK)).hexdigest()


def test_the_properties_say_what_it_is_and_hold_no_time_of_day() -> None:
    properties = _opened(register()).properties
    assert properties.title == "Vendor register"
    assert properties.creator == "A & B Advisers <LLP>"
    assert properties.created == properties.modified == datetime(2026, 11, 20)  # noqa: DTZ001


def test_a_document_with_nothing_for_a_sheet_is_refused() -> None:
    with pytest.raises(ContentProblem, match="no table") as caught:
        xlsx.render(document(Paragraph(text("Only words."))), LOOK)
    assert caught.value.where == "POL-ACP"
    with pytest.raises(ContentProblem, match="year-month-day"):
        xlsx.render(replace(register(), date="soon"), LOOK)


def test_sheets_stand_in_order_with_names_excel_takes() -> None:
    titles = [
        "Controls [all]: a/b\\c*?",
        "controls all a b c",
        "",
        "About",
        "'quoted'",
        "x" * 40,
        "X" * 40,
        "\U0001f512" * 20,
    ]
    made = _opened(register(*(_table(Column("a", "A"), title=title) for title in titles)))
    assert made.sheetnames == [
        "About",
        "Controls all a b c",
        "controls all a b c (2)",
        "Table 3",
        "About (2)",
        "quoted",
        "x" * 31,
        "X" * 27 + " (2)",
        "\U0001f512" * 15,
    ]


def test_a_table_is_a_real_one_with_filter_and_frozen_headers() -> None:
    sheet = _vendors()
    table = next(iter(sheet.tables.values()))
    assert table.ref == table.autoFilter.ref == "A1:F4"
    assert [cell.value for cell in sheet[1]] == ["Id", "Vendor", "What it does", "Risk", "Staff", "Last review"]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )


def test_the_margins_of_the_page_hold_title_company_and_page_number() -> None:
    sheet = _vendors()
    assert sheet.oddHeader.left.text == "Vendor register"
    assert sheet.oddHeader.right.text == "Électro && Café Inc."
    assert sheet.oddFooter.left.text == "Draft: not approved && not final"
    assert sheet.oddFooter.right.text == "Page &P of &N"


def test_column_titles_that_are_empty_or_stand_twice_still_make_a_table() -> None:
    columns = (Column("a", "Name"), Column("b", "NAME"), Column("c", ""), Column("d", "two\nlines"))
    sheet = _opened(register(_table(*columns)))["T"]
    assert [cell.value for cell in sheet[1]] == ["Name", "NAME (2)", "Column 3", "two lines"]


def test_dates_are_dates_and_numbers_are_numbers_only_where_that_is_certain() -> None:
    assert _cell("2026-03-31", Kind.DATE) == datetime(2026, 3, 31)  # noqa: DTZ001
    assert _cell("2026-03-31 14:05", Kind.DATETIME) == datetime(2026, 3, 31, 14, 5)  # noqa: DTZ001
    assert _cell("1200", Kind.NUMBER) == 1200
    assert _cell("-4.5", Kind.NUMBER) == -4.5
    for kept in ("2026-02-30", "0001-01-01", "31/03/2026", "2026-03-31T", "not yet"):
        assert _cell(kept, Kind.DATE) == kept
    for kept in ("007", "1e5", "12 %", "1,200", "9999999999999999", "NaN", "\u0661\u0662"):
        assert _cell(kept, Kind.NUMBER) == kept
    assert _cell("2026-03-31") == "2026-03-31"
    assert _vendors()["F2"].number_format == "yyyy-mm-dd"


def test_what_a_person_types_is_only_ever_text() -> None:
    hostile = ("=1+1", "+1", "@SUM(A1)", "{=1}", "http://example.com", "internal:A1", "_x000D_", HOSTILE)
    sheet = _opened(register(_table(Column("a", "A"), rows=tuple((words,) for words in hostile))))["T"]
    cells = [sheet.cell(row, 1) for row in range(2, len(hostile) + 2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells[:-2]] == list(hostile[:-2])
    assert cells[-1].value == "<script>alert('x')</script> & =1+1 {{ name }}  Ünïcode 審査 \U0001f512"
    assert not any(cell.hyperlink for cell in cells)
    with zipfile.ZipFile(io.BytesIO(xlsx.render(document(), LOOK))) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheets/" in name)
        assert not any("externalLink" in name for name in archive.namelist())


def test_text_too_long_for_a_cell_says_that_it_is_cut() -> None:
    assert _cell("a" * 32_767) == "a" * 32_767
    cut = str(_cell("a" * 32_768))
    assert len(cut) == 32_767
    assert cut.endswith("a (cut here: whole text in the PDF or Word file)")
    wide = str(_cell("\U0001f512" * 20_000))
    assert wide.endswith("(cut here: whole text in the PDF or Word file)")
    assert len(wide.encode("utf-16-le")) <= 32_767 * 2


def test_an_address_behind_words_is_written_after_them() -> None:
    runs = (
        Run("our page", target="https://example.com/a"),
        Run(", 2.1", target="POL-ACP/x"),
        Run("!", target="javascript:1"),
    )
    sheet = _opened(register(Table((Column("a", "A"),), (Row((runs,)),), "T")))["T"]
    assert sheet["A2"].value == "our page (https://example.com/a), 2.1!"


def test_a_short_list_of_choices_is_a_drop_down_on_every_row() -> None:
    rule = _rules(_vendors())[0]
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"Low,Medium,High"', "D2:D4")


def test_long_choices_and_choices_with_commas_stand_on_a_hidden_sheet() -> None:
    many, tricky = tuple(f"Country {number}" for number in range(60)), ("Yes, always", 'The "usual"')
    columns = (Column("a", "A", kind=Kind.CHOICE, choices=many), Column("b", "B", kind=Kind.CHOICE, choices=tricky))
    made = _opened(register(_table(*columns, blank_rows=2), _table(columns[1], title="U")))
    assert made["Lists"].sheet_state == "hidden"
    assert [cell.value for cell in made["Lists"]["A"]] == list(many)
    assert [cell.value for cell in made["Lists"]["B"]][:2] == list(tricky)
    assert [rule.formula1 for rule in _rules(made["T"])] == ["Lists!$A$1:$A$60", "Lists!$B$1:$B$2"]
    assert [rule.formula1 for rule in _rules(made["U"])] == ["Lists!$B$1:$B$2"]


def test_no_hidden_sheet_stands_in_a_workbook_that_needs_none() -> None:
    assert _opened(register()).sheetnames == ["About", "Vendors list 2026"]


def test_blank_rows_are_inside_the_table_with_their_drop_downs() -> None:
    columns = (Column("a", "Day", kind=Kind.DATE), Column("b", "Done", kind=Kind.BOOLEAN))
    sheet = _opened(register(_table(*columns, rows=(("2026-01-01", "Yes"),), blank_rows=5)))["T"]
    assert next(iter(sheet.tables.values())).ref == "A1:B7"
    assert [(rule.type, str(rule.sqref)) for rule in _rules(sheet)] == [("date", "A2:A7"), ("list", "B2:B7")]
    assert sheet["A7"].number_format == "yyyy-mm-dd"
    assert sheet.row_dimensions[7].height == 24


def test_a_table_without_rows_says_so() -> None:
    sheet = _opened(register(_table(Column("a", "A"), Column("b", "B"))))["T"]
    assert [cell.value for cell in sheet[2]] == ["Nothing to list.", None]


def test_marks_and_tones_colour_the_cells_that_say_them() -> None:
    sheet = _vendors()
    fills = {place: sheet[place].fill.fgColor.rgb for place in ("A3", "D3", "B3", "F3", "B4", "A4", "A2")}
    assert fills["F3"] == "FFFCE5E3"  # open
    assert fills["B4"] == "FFFEF1D0"  # suggested
    assert fills["A3"] == fills["D3"] != fills["A4"]
    assert fills["B3"] == fills["A2"] == "00000000"


def test_the_header_is_readable_whatever_the_accent() -> None:
    for accent, ink in (("#ffd400", "FF1B2430"), ("#102030", "FFFFFFFF"), ("nonsense", "FFFFFFFF")):
        head = _opened(register(), Look(accent=accent))["Vendors list 2026"]["A1"]
        assert head.font.color.rgb == ink
    assert head.fill.fgColor.rgb == "FF1F5FA8"


def test_columns_suit_their_content_and_rows_show_all_lines() -> None:
    long = "Access is given only to people who need it for their work. " * 8
    columns = (Column("a", "Id"), Column("b", "Statement", 4.0, Kind.LONG_TEXT))
    sheet = _opened(register(_table(*columns, rows=(("A-1", long), ("A-2", "short")))))["T"]
    assert sheet.column_dimensions["A"].width < 12 < 60 < sheet.column_dimensions["B"].width
    assert sheet.row_dimensions[2].height > 80
    assert sheet.row_dimensions[3].height is None
    assert sheet["B2"].alignment.wrap_text
    assert sheet["B2"].alignment.vertical == "top"


def test_a_wide_first_column_is_not_frozen() -> None:
    sheet = _opened(register(_table(Column("a", "Statement"), rows=(("word " * 40,),))))["T"]
    assert sheet.freeze_panes == "A2"


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


def test_the_first_sheet_links_to_the_others() -> None:
    sheet = _opened(register(_table(Column("a", "A"), title="Owner's list")))["About"]
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Owner''s list'!A1"]


def test_the_legend_explains_the_colours_that_occur_and_no_others() -> None:
    labels = {label for label, _ in _about()}
    assert {"Open", "Suggested", "Look at this", "To be settled"} <= labels
    assert {"Planned", "In order"}.isdisjoint(labels)
    plain = replace(register(_table(Column("a", "A"), rows=(("x",),))), cover=())
    assert "What the colours mean" not in [cell.value for cell in _opened(plain)["About"]["A"]]


def test_a_record_has_one_sheet_to_fill_in() -> None:
    made = _opened(document())
    sheet = made["Form"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["Who reviewed"] == ("Who reviewed", "Dana Roy", "Name of the reviewer")
    assert rows["Was it complete?"][1:] == (None, "Optional.")
    assert {"Export the list", "    Compare it", "Owner: name", "Reviewer: signature", "Reviewer: date"} <= set(rows)
    assert {rule.type for rule in _rules(sheet)} == {"list", "date"}
    assert [rule.formula1 for rule in _rules(sheet) if "Kept" in str(rule.formula1)] == ['"Kept,Removed"']


def test_a_record_without_a_table_is_still_a_workbook() -> None:
    assert _opened(document(FORM, SignOff(("Owner",)))).sheetnames == ["About", "Form"]


def test_a_date_that_is_known_stands_in_the_form_as_a_date() -> None:
    form = Form(
        (FormField("Due by", Kind.DATE, value=text("2026-12-01")), FormField("By", value=text("?", mark=Mark.OPEN)))
    )
    sheet = _opened(document(form))["Form"]
    assert sheet["B2"].value == datetime(2026, 12, 1)  # noqa: DTZ001
    assert sheet["B3"].fill.fgColor.rgb == "FFFCE5E3"


def test_a_workbook_for_europe_is_set_for_its_paper() -> None:
    assert _opened(register())["About"].page_setup.paperSize == 1
    assert _opened(replace(register(), language="fr-FR"))["About"].page_setup.paperSize == 9
