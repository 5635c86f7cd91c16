"""A spreadsheet taken into a table: seen before it is written, written at once, and taken back at once."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.app.desk import Desk
from soc2desk.app.import_cells import day_of
from soc2desk.app.importing import ImportPlan, PlannedRow, What, plan_import, rows_of
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.app.usual_headings import usual_headings
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRIVATE = (
    "Annual salary", "Pay grade", "Bonus", "Date of birth", "Birthday", "Age", "SIN", "Social insurance number",
    "Criminal record check", "Screening result", "Screening done", "Background check", "Home address", "Postal code",
    "Personal phone", "Mobile", "Private e-mail", "Bank account", "Health notes", "Sick days", "Emergency contact",
    "Gender", "Nationality", "Religion", "Marital status", "Performance rating", "Salaire", "Date de naissance",
)  # fmt: skip
USUAL = {
    "name": ["Full name"],
    "email": ["e-mail address"],
    "start": ["Hire date"],
    "first_name": ["first name"],
    "last_name": ["surname"],
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", date(2026, 11, 25))
    made = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield made
    made.close()


def planned(session: Session, text: str, table: str = "people") -> ImportPlan:
    return plan_import(session, table, rows_of(text), USUAL)


def only(plan: ImportPlan) -> PlannedRow:
    assert len(plan.rows) == 1
    return plan.rows[0]


def test_new_people_are_taken_by_usual_headings_and_what_is_not_needed_is_named_and_dropped(session: Session) -> None:
    plan = planned(session, "Full Name,Department,hire_date,Salary\nMae Third,IT,31 Jan 2027,90000\n")
    assert plan.dropped == ("Department", "Salary")
    assert plan.puts == {("people", "mae-third"): {"name": "Mae Third", "start": "2027-01-31"}}


def test_nothing_private_of_a_whole_list_of_staff_is_taken_and_each_column_left_out_is_named(session: Session) -> None:
    kept = ("Full name", "Work e-mail", "Job title", "Start date")
    usual = usual_headings(session.desk.window_words, "people")
    text = "\t".join((*kept, *PRIVATE)) + "\nMae Third\tmae@b.example\tAnalyst\t2027-01-31" + "\tsecret" * len(PRIVATE)
    plan = plan_import(session, "people", rows_of(text), usual)
    assert plan.dropped == PRIVATE
    assert set(plan.taken) == {"name", "email", "title", "start"}
    assert "secret" not in str(plan.puts) + str(plan.rows)


def test_first_and_last_names_are_put_together(session: Session) -> None:
    assert only(planned(session, "Surname;First name\nThird;Mae\n")).name == "Mae Third"


def test_nothing_is_written_until_it_is_taken_and_one_undo_takes_all_of_it_back(session: Session) -> None:
    before = session.project
    rows = ("Name\tE-mail", "Mae Third\tmae@brightwater.example", "Dana Whitfield\tdw@brightwater.example")
    plan = planned(session, "\n".join(rows))
    assert session.project == before
    session.put(plan.puts, "take two")
    assert session.project.person["mae-third"].email == "mae@brightwater.example"
    assert session.project.person["dana-whitfield"].email == "dw@brightwater.example"
    assert session.undo() == "take two"
    assert session.project == before


def test_a_row_is_matched_by_its_address_first_and_keeps_what_the_spreadsheet_does_not_say(session: Session) -> None:
    row = only(planned(session, "Name,E-mail\nDana Whitfield-Roy,DANA@brightwater.example\n"))
    assert (row.what, row.id) == (What.CHANGED, "dana-whitfield")
    assert row.values["title"] == "Director of IT"
    assert [change.column for change in row.changes] == ["name", "email"]


def test_without_an_address_a_row_is_matched_by_its_exact_name(session: Session) -> None:
    plan = planned(session, "Name,Job title\ndana whitfield,Director of IT\nDana Whitfeld,\n")
    assert [(row.what, row.id) for row in plan.rows][1] == (What.NEW, "dana-whitfeld")
    assert plan.rows[0].id == "dana-whitfield"


def test_what_is_already_here_changes_nothing(session: Session) -> None:
    plan = planned(session, "Name,Job title\nDana Whitfield,Director of IT\n")
    assert only(plan).what is What.SAME
    assert not plan.puts


def test_an_empty_cell_empties_nothing(session: Session) -> None:
    assert only(planned(session, "Name,Job title\nDana Whitfield,\n")).what is What.SAME


def test_the_same_person_twice_is_said_with_the_first_row(session: Session) -> None:
    plan = planned(session, "Name,E-mail\nMae Third,\nMae Third,\nMae Third,other@acme.example\n")
    assert [row.what for row in plan.rows] == [What.NEW, What.UNREADABLE, What.NEW]
    assert plan.rows[1].problem == "It names the same as row 2."
    assert {row.id for row in plan.rows} == {"mae-third", "", "mae-third-2"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Mae,01/02/2027", "two ways"),
        ("Mae,next week", "no date"),
        ("Mae,31 Feb 2027", "no calendar"),
        ("Mae,46053", "no date"),
        ("Mae,1/2/27", "no date"),
        ("Mae,1850-01-01", "1900 to 2199"),
        (",2027-01-31", "name is missing"),
    ],
)
def test_a_row_that_cannot_be_read_says_why_and_the_others_are_taken(session: Session, row: str, said: str) -> None:
    plan = planned(session, f"Name,First day\n{row}\nMae Third,2027-01-31\n")
    assert plan.rows[0].what is What.UNREADABLE
    assert said in plan.rows[0].problem
    assert list(plan.puts) == [("people", "mae-third")]


def test_a_row_is_checked_as_a_whole(session: Session) -> None:
    row = only(planned(session, "Name,First day,Last day\nMae Third,2027-02-01,2027-01-31\n"))
    assert row.problem.startswith("Last day is 2027-01-31, before start")


def test_formulas_and_markup_stay_text(session: Session) -> None:
    plan = planned(session, 'Name,Job title\n"=cmd|\' /C calc\'!A0","<b>x</b> {{ 7*7 }}"\n')
    session.put(plan.puts, "take")
    row = session.project.person[only(plan).id]
    assert (row.name, row.title) == ("=cmd|' /C calc'!A0", "<b>x</b> {{ 7*7 }}")


def test_a_name_without_latin_letters_gets_an_id_all_the_same(session: Session) -> None:
    plan = planned(session, "Name\n李小龍\n王菲\n")
    session.put(plan.puts, "take")
    assert [row.id for row in plan.rows] == ["person", "person-2"]
    assert session.project.person["person"].name == "李小龍"


def test_vendors_take_yes_and_no_choices_and_people_by_their_words(session: Session) -> None:
    head = "Vendor,Weight,Subservice,Customer data,Looked after by,Expected of it\n"
    row = only(planned(session, f'{head}Quay Mail,critical,Y,x,dana@brightwater.example,"One.\nTwo."\n', "vendors"))
    assert row.values == {
        "name": "Quay Mail", "tier": "critical", "subservice": "yes", "holds_customer_data": "yes",
        "owner": "dana-whitfield", "expected_controls": ["One.", "Two."],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "said"),
    [("critical-ish,", "takes: Critical, Important, Low"), (",Nobody Known", "nobody of that name is listed")],
)
def test_a_word_that_is_no_choice_is_refused_with_what_it_takes(session: Session, cells: str, said: str) -> None:
    assert said in only(planned(session, f"Vendor,Weight,Looked after by\nQuay Mail,{cells}\n", "vendors")).problem


@pytest.mark.parametrize("table", ["skills", "system_changes", "user_duties", "disclosed_incidents"])
def test_a_table_whose_rows_have_no_name_takes_no_spreadsheet(session: Session, table: str) -> None:
    for text in ("Mae\nBo", "Person\tSkill\nMae\tAccess"):
        with pytest.raises(FileProblem, match="have no name"):
            planned(session, text, table)


def test_one_column_without_a_heading_is_names(session: Session) -> None:
    assert [row.name for row in planned(session, "Mae Third\nBo Fourth\n").rows] == ["Mae Third", "Bo Fourth"]


@pytest.mark.parametrize("text", ["", "\n,,\n", "Mae,IT\nBo,HR\n", "Department,Salary\nIT,1\n"])
def test_a_table_without_names_is_refused_with_what_is_needed(session: Session, text: str) -> None:
    with pytest.raises(FileProblem) as raised:
        planned(session, text)
    assert raised.value.hint


@pytest.mark.parametrize(
    "cell",
    ["2027-01-31", "2027/1/31", "31 Jan 2027", "31-Jan-2027", "31 January 2027", "January 31, 2027", "Jan 31 2027",
     "31st Jan. 2027", "31/01/2027", "1/31/2027", "31.01.2027", "2027-01-31 00:00:00", "2027-01-31T00:00:00Z"],
)  # fmt: skip
def test_days_are_read_in_every_form_that_can_mean_one_day_only(cell: str) -> None:
    assert day_of(cell) == date(2027, 1, 31)


def test_a_day_whose_numbers_are_equal_is_not_ambiguous() -> None:
    assert day_of("05/05/2027") == date(2027, 5, 5)


@given(st.text(max_size=40))
def test_any_cell_is_a_day_or_refused(cell: str) -> None:
    try:
        day = day_of(cell)
    except NotFitting:
        return
    assert f"{day.year}" in cell


CELLS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=12))
def test_whatever_is_pasted_what_the_plan_takes_fits_the_project(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str, str]]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("any"), date(2026, 11, 25))
    session = open_session(desk, new_project(desk, "acme"))
    with suppress(FileProblem):
        lines = ["Name\tE-mail\tLast day", *("\t".join(cell.replace("\t", " ") for cell in row) for row in cells)]
        plan = planned(session, "\n".join(lines))
        session.put(plan.puts, "take")
        assert len(session.project.people) == plan.counts[What.NEW]
    session.close()
