"""Tables to read and records to fill in Word: empty, but for what is known."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.document.blocks import Checklist, Column, Form, FormField, Kind, ListItem, Row, SignOff, Table, text
from tests.renderers.word_file import NS, body, found, made, values, words


def test_a_table_repeats_its_header_and_fills_the_page() -> None:
    columns = tuple(Column(str(at), f"Title{at}", 1 + at) for at in range(12))
    rows = (Row((text("a"),)), Row((text("long " * 500),)))
    document = replace(made(Table(columns, rows, "Risks"), kind="register"), landscape=True)
    (table,) = found(body(document), ".//w:tbl")
    lines = found(table, "w:tr")
    assert [bool(found(line, "w:trPr/w:tblHeader")) for line in lines] == [True, False, False]
    assert [bool(found(line, "w:trPr/w:cantSplit")) for line in lines] == [True, True, False]
    assert {len(found(line, "w:tc")) for line in lines} == {12}
    assert sum(map(int, values(table, "w:tblGrid/w:gridCol", "w"))) == 14040
    assert values(table, "w:tblPr/w:tblCaption") == ["Risks"]


def test_blank_rows_offer_each_choice_once_and_choose_none() -> None:
    choices = Column("b", "Result", 1, Kind.CHOICE, ("kept", "<removed>", "kept", ""))
    whole = body(made(Table((Column("a", "Who"), choices), (), "Changes", blank_rows=2)))
    lists = found(whole, ".//w:dropDownList")
    assert [values(each, "w:listItem", "value") for each in lists] == [["kept", "<removed>"]] * 2
    assert len(found(whole, ".//w:sdtPr/w:showingPlcHdr")) == 2


def test_what_is_empty_beside_what_is_known_can_be_filled_in_too() -> None:
    columns = (
        Column("a", "System"),
        Column("b", "Decision", 1, Kind.CHOICE, ("Keep", "Remove")),
        Column("c", "Privileged", 1, Kind.BOOLEAN),
        Column("d", "Done", 1, Kind.DATETIME),
    )
    rows = (Row((text("GitHub"), (), (), ())), Row((text("Jira"), text("Keep"))))
    whole = body(made(Table(columns, rows, "Systems", blank_rows=1, to_fill=True)))
    lines = [[words(cell) for cell in found(line, "w:tc")] for line in found(whole, ".//w:tr")][1:]
    assert lines[0] == ["GitHub", "Choose one", "Choose one", "Choose a date  hour:minute"]
    assert lines[1][:2] == ["Jira", "Keep"]
    assert lines[2][0] == ""
    yes_no = [values(each, "w:listItem", "value") for each in found(whole, ".//w:dropDownList")]
    assert ["Yes", "No"] in yes_no
    assert len(found(whole, ".//w:date")) == 3
    register = body(made(Table(columns, rows, "Systems")))
    assert not found(register, ".//w:sdt"), "a register is not filled in"


def test_a_form_is_empty_but_for_what_is_known() -> None:
    fields = [FormField(kind.value, kind, choices=("x", "y")) for kind in Kind if kind is not Kind.BOOLEAN]
    known = FormField("Due by", Kind.DATE, value=text("15 January 2027"))
    whole = body(made(Form((known, *fields, FormField("ok", Kind.BOOLEAN, required=False)))))
    spaces = [words(found(line, "w:tc")[1]) for line in found(whole, ".//w:tr")]
    assert spaces[0] == "15 January 2027"
    assert set(spaces[1:-1]) == {"", "Choose one", "Choose a date", "Choose a date  hour:minute"}
    assert spaces[-1] == "☐ Yes      ☐ No"
    assert {each.get(f"{{{NS['w14']}}}val") for each in found(whole, ".//w14:checked")} == {"0"}
    assert "ok (optional)" in words(whole)


def test_lines_to_sign_and_boxes_to_tick_are_empty() -> None:
    whole = body(made(SignOff(("Owner", "Chief")), Checklist((ListItem(text("Done")),))))
    lines = [[words(cell) for cell in found(line, "w:tc")] for line in found(whole, ".//w:tr")]
    assert lines == [["Role", "Name", "Signature", "Date"], ["Owner", "", "", ""], ["Chief", "", "", ""]]
    assert found(whole, ".//w14:checked")[0].get(f"{{{NS['w14']}}}val") == "0"
    assert "☐Done" in words(whole)
