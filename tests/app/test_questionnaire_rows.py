"""Tables of a questionnaire take more lines than stand empty in them, and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from soc2desk.app.answers_plan import plan_answers
from soc2desk.app.answers_proposed import Fate
from soc2desk.domain.question_codes import code_of
from soc2desk.renderers.docx_questionnaire import BLANK_ROWS
from soc2desk.renderers.xlsx_questionnaire import BLANK_ROWS as BLANK_LINES
from tests.app.asked_clients import asked, client
from tests.app.filled_questionnaires import changed_word, fill_sheet_row, fill_word_row

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.session import Session

MORE = BLANK_ROWS + 4


def people(count: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"Person Number{chr(97 + at // 26)}{chr(97 + at % 26)}", f"Title {at}") for at in range(count))


def names(file: Path, session: Session) -> list[str]:
    plan = plan_answers(session, file)
    assert plan.unread == ()
    assert {one.fate for one in plan.proposals} == {Fate.NEW}
    return [one.label for one in plan.proposals]


@pytest.mark.parametrize("table", ["people", "vendors"])
def test_lines_added_below_the_empty_ones_of_a_word_table_come_back(tmp_path: Path, table: str) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", "people", "vendors")
    fill_word_row(file, table, *people(MORE))
    assert names(file, session) == [name for name, _ in people(MORE)]


def test_lines_added_below_the_empty_ones_of_a_sheet_come_back(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.xlsx", "people")
    fill_sheet_row(file, "People", *people(BLANK_LINES + 4))
    assert names(file, session) == [name for name, _ in people(BLANK_LINES + 4)]


def test_beside_each_table_that_takes_more_lines_a_word_file_says_so(tmp_path: Path) -> None:
    session = client(tmp_path)
    words = session.desk.catalogue.phrases
    told = {}
    file = asked(session, tmp_path / "a.docx", "people", "vendors", "description")
    body = docx.Document(str(file)).element.body
    for table in body.iter(qn("w:tbl")):
        marks = [mark.get(qn("w:name"), "") for mark in table.iter(qn("w:bookmarkStart"))]
        above = "".join(one.text or "" for one in table.getprevious().iter(qn("w:t")))
        told |= {mark: above == words["asked.more_rows"] for mark in marks if mark.startswith("q_tables_")}
    assert len(told) == 6
    # Which roles there are is fixed.
    assert [mark for mark, is_told in told.items() if not is_told] == ["q_tables_roles"]
    book = openpyxl.load_workbook(asked(session, tmp_path / "a.xlsx", "people"))
    assert words["asked.how.rows"] in [row[1].value for row in book["About"].iter_rows()]


def test_a_line_that_was_copied_with_its_code_and_written_over_is_told_and_changes_nobody(tmp_path: Path) -> None:
    session = client(tmp_path)
    session.put({("people", "dana-whitfield"): {"name": "Dana Whitfield"}}, "Dana")
    file = asked(session, tmp_path / "a.docx", "people")

    def copied(text: str) -> str:
        begin = text.rindex("<w:tr>", 0, text.index("Dana Whitfield"))
        end = text.index("</w:tr>", begin) + len("</w:tr>")
        line = text[begin:end]
        return text[:end] + line.replace("Dana Whitfield", "Sam Roy") + text[end:]

    changed_word(file, copied)
    plan = plan_answers(session, file)
    assert plan.proposals == ()
    assert [one.label for one in plan.unread] == ["Dana Whitfield", "Sam Roy"]
    assert all(code_of("people.dana-whitfield") in one.message for one in plan.unread)


def test_what_a_client_writes_beside_the_answers_is_told_and_what_was_printed_is_not(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", every=True)
    assert plan_answers(session, file).unread == ()
    document = docx.Document(str(file))
    document.add_paragraph("PS: our TRUCK left the office.")
    own = document.add_table(1, 2)
    own.rows[0].cells[1].text = "We also host in Dublin."
    question = document.tables[1].rows[1].cells[1]
    question.add_paragraph("See my note.")
    document.save(str(file))
    said = [(one.where, one.message.split('"')[1]) for one in plan_answers(session, file).unread]
    assert said == [
        (code_of("answers.company"), "See my note."),
        ("beside the questions", "We also host in Dublin."),
        ("beside the questions", "PS: our TRUCK left the office."),
    ]


def test_what_a_client_writes_beside_the_cells_of_a_workbook_is_told_with_its_place(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.xlsx", every=True)
    assert plan_answers(session, file).unread == ()
    book = openpyxl.load_workbook(file)
    book["Questions"]["G3"] = "Ask Luc."
    book.create_sheet("Ours")["B2"] = "We also host in Dublin."
    for at in range(30):
        book["Ours"][f"A{at + 4}"] = f"Remark {at}"
    book.save(file)
    unread = plan_answers(session, file).unread
    assert ("Ask Luc." in unread[0].message, unread[0].where) == (True, "Questions, C3")
    assert (unread[1].where, "Dublin" in unread[1].message) == ("Ours, A2", True)
    assert (len(unread), unread[-1].message[:13]) == (21, "12 more lines")
