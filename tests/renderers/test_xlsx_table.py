"""A table as a sheet: it holds what was given and nothing more."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import (
    Column,
    Kind,
    Look,
    Row,
    Run,
    Table,
    text,
)
from soc2desk.domain.colours import READABLE, contrast, tint
from soc2desk.renderers import xlsx
from tests.renderers.every_kind import HOSTILE, LOOK, document, register
from tests.renderers.workbook_file import opened, rules_of, table_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def _vendors() -> Worksheet:
    return opened(register())["Vendors list 2026"]


def _cell(words: str, kind: Kind = Kind.TEXT) -> object:
    return opened(register(table_of(Column("a", "A", kind=kind), rows=((words,),))))["T"]["A2"].value


def test_a_table_is_a_real_one_with_filter_and_frozen_headers() -> None:
    sheet = _vendors()
    table = next(iter(sheet.tables.values()))
    assert table.ref == table.autoFilter.ref == "A1:F4"
    assert [cell.value for cell in sheet[1]] == ["Id", "Vendor", "What it does", "Risk", "Staff", "Last review"]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0


def test_the_margins_of_the_page_hold_title_company_and_page_number() -> None:
    sheet = _vendors()
    assert sheet.oddHeader.left.text == "Vendor register"
    assert sheet.oddHeader.right.text == "Électro && Café Inc."
    assert sheet.oddFooter.left.text == "Draft: not approved && not final"
    assert sheet.oddFooter.right.text == "Page &P of &N"


def test_column_titles_that_are_empty_or_stand_twice_still_make_a_table() -> None:
    columns = (Column("a", "Name"), Column("b", "NAME"), Column("c", ""), Column("d", "two\nlines"))
    sheet = opened(register(table_of(*columns)))["T"]
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
    sheet = opened(register(table_of(Column("a", "A"), rows=tuple((words,) for words in hostile))))["T"]
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
    sheet = opened(register(Table((Column("a", "A"),), (Row((runs,)),), "T")))["T"]
    assert sheet["A2"].value == "our page (https://example.com/a), 2.1!"


def test_blank_rows_are_inside_the_table_with_their_drop_downs() -> None:
    columns = (Column("a", "Day", kind=Kind.DATE), Column("b", "Done", kind=Kind.BOOLEAN))
    sheet = opened(register(table_of(*columns, rows=(("2026-01-01", "Yes"),), blank_rows=5)))["T"]
    assert next(iter(sheet.tables.values())).ref == "A1:B7"
    assert [(rule.type, str(rule.sqref)) for rule in rules_of(sheet)] == [("date", "A2:A7"), ("list", "B2:B7")]
    assert sheet["A7"].number_format == "yyyy-mm-dd"
    assert sheet.row_dimensions[7].height == 24


def test_a_table_without_rows_says_so() -> None:
    sheet = opened(register(table_of(Column("a", "A"), Column("b", "B"))))["T"]
    assert [cell.value for cell in sheet[2]] == ["Nothing to list.", None]


def test_marks_and_tones_colour_the_cells_that_say_them() -> None:
    sheet = _vendors()
    fills = {place: sheet[place].fill.fgColor.rgb for place in ("A3", "D3", "B3", "F3", "B4", "A4", "A2")}
    assert fills["F3"] == "FFFCE5E3"  # open
    assert fills["B4"] == "FFFEF1D0"  # suggested
    assert fills["A3"] == fills["D3"] != fills["A4"]
    assert fills["B3"] == fills["A2"] == "00000000"


def test_a_colour_goes_with_the_word_that_is_chosen() -> None:
    tones = (("Yes", "good"), ('"No", so far', "bad"))
    chosen = Column("b", "B", kind=Kind.CHOICE, choices=("Yes", '"No", so far', "Later"), tones=tones)
    table = Table((Column("a", "A"), chosen), (Row((text("1"), text("Yes")), tone="good"),), "T", blank_rows=2)
    made = opened(register(table))
    rules = {str(area.sqref): area.rules for area in made["T"].conditional_formatting}
    told = [(rule.formula, rule.dxf.fill.bgColor.rgb) for rule in rules["B2:B4"]]
    assert told == [(['$B2="Yes"'], "FFCFE8D7"), (['$B2="""No"", so far"'], "FFF6C6C0")]
    assert [rule.formula for rule in rules["A2:A4"]] == [formula for formula, _ in told]
    assert {made["T"][place].fill.fgColor.rgb for place in ("A2", "B2")} == {"00000000"}
    assert {"In order", "To be settled"} <= {cell.value for cell in made["About"]["A"]}


def test_a_tone_that_no_chosen_word_tells_colours_the_first_cell_alone() -> None:
    rows = (Row((text("A"), text("one")), tone="bad"), Row((text("B"), text("two"))))
    sheet = opened(register(Table((Column("a", "A"), Column("b", "B")), rows, "T")))["T"]
    assert sheet["A2"].fill.fgColor.rgb == "FFF6C6C0"
    assert {sheet[place].fill.fgColor.rgb for place in ("A3", "B2")} == {"00000000"}
    assert not list(sheet.conditional_formatting)


def test_a_cell_that_leads_to_a_document_of_the_packet_looks_so() -> None:
    beside = (Run("POL-ACP 4.1", target="../01-policies/POL-ACP-access.pdf"),)
    sheet = opened(register(Table((Column("a", "A"),), (Row((beside,)),), "T")))["T"]
    assert sheet["A2"].value == "POL-ACP 4.1"
    assert sheet["A2"].hyperlink.target == "../01-policies/POL-ACP-access.pdf"
    assert sheet["A2"].hyperlink.tooltip == "POL-ACP-access.pdf"
    assert sheet["A2"].font.underline == "single"


@pytest.mark.parametrize(
    "target", ["../../01-policies/a.pdf", "/01-policies/a.pdf", "../01-policies/../a", "file:///a"]
)
def test_no_cell_leads_out_of_the_packet(target: str) -> None:
    sheet = opened(register(Table((Column("a", "A"),), (Row(((Run("x", target=target),),)),), "T")))["T"]
    assert sheet["A2"].hyperlink is None


def test_a_table_prints_whole_has_a_name_for_formulas_and_words_for_a_screen_reader() -> None:
    made = opened(register(*(table_of(Column("a", "A"), title=title) for title in ("Due: now", "Due now!", "期限"))))
    names = [next(iter(made[name].tables)) for name in made.sheetnames[1:]]
    assert names == ["Table_Due_now", "Table_Due_now_2", "Table_3"]
    assert made["Due now"].print_area == "'Due now'!$A$1:$A$2"
    with zipfile.ZipFile(io.BytesIO(xlsx.render(register(), LOOK))) as archive:
        assert b'altText="Vendors: list/2026" altTextSummary="Id, Vendor' in archive.read("xl/tables/table1.xml")


def test_a_header_of_one_line_takes_the_room_of_one() -> None:
    assert _vendors().row_dimensions[1].height is None


def test_the_header_is_readable_whatever_the_accent() -> None:
    for accent, ink in (("#ffd400", "FF1B2430"), ("#102030", "FFFFFFFF"), ("nonsense", "FFFFFFFF")):
        head = opened(register(), Look(accent=accent, style="modern"))["Vendors list 2026"]["A1"]
        assert head.font.color.rgb == ink
    assert head.fill.fgColor.rgb == "FF1F5FA8"


@pytest.mark.parametrize("style", ["plain", "classic"])
@pytest.mark.parametrize("accent", ["#ffd400", "#102030"])
def test_a_header_without_full_colour_has_words_in_a_tone_that_reads(style: str, accent: str) -> None:
    head = opened(register(), Look(accent=accent, style=style))["Vendors list 2026"]["A1"]
    assert contrast(f"#{head.font.color.rgb[2:].lower()}", tint(accent)) >= READABLE


def test_columns_suit_their_content_and_rows_show_all_lines() -> None:
    long = "Access is given only to people who need it for their work. " * 8
    columns = (Column("a", "Id"), Column("b", "Statement", 4.0, Kind.LONG_TEXT))
    sheet = opened(register(table_of(*columns, rows=(("A-1", long), ("A-2", "short")))))["T"]
    assert sheet.column_dimensions["A"].width < 12
    assert sheet.column_dimensions["B"].width > 60
    assert sheet.row_dimensions[2].height > 80
    assert sheet.row_dimensions[3].height is None
    assert sheet["B2"].alignment.wrap_text
    assert sheet["B2"].alignment.vertical == "top"


def test_a_wide_first_column_is_not_frozen() -> None:
    sheet = opened(register(table_of(Column("a", "Statement"), rows=(("word " * 40,),))))["T"]
    assert sheet.freeze_panes == "A2"
