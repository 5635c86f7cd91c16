"""Answers that came in as suggestions are confirmed by the file they came from, once its signer is a known person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from soc2desk.app.answers_plan import plan_answers
from soc2desk.app.answers_proposed import Fate
from soc2desk.app.answers_taking import LABEL, puts_of
from tests.app.asked_clients import EVERY_KIND, PEOPLE, answered_word, answered_workbook, answering, asked, client
from tests.app.filled_questionnaires import fill_word, fill_word_row, fill_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.answers_proposed import AnswersPlan
    from soc2desk.app.session import Session

FILL = {"a.docx": answered_word, "a.xlsx": answered_workbook}
NORA = {("people", "nora-quist"): {"name": "Nora Quist"}}


def taken(session: Session, plan: AnswersPlan) -> None:
    session.put(puts_of(session, plan, plan.usual), LABEL)


@pytest.mark.parametrize("name", FILL)
def test_a_file_read_again_after_its_signer_was_added_confirms_what_it_suggested(tmp_path: Path, name: str) -> None:
    session = client(tmp_path)
    file = FILL[name](asked(session, tmp_path / name), "Nora Quist")
    taken(session, plan_answers(session, file))
    assert session.plain["answers"]["company"] == {"suggested": EVERY_KIND["company"]}
    session.put(NORA, "Nora")
    plan = plan_answers(session, file)
    fates = {one.place: one.fate for one in plan.proposals}
    assert (plan.is_signed, plan.unread) == (True, ())
    # What could not be taken from nobody is new; what needs no confirmation, and rows, stand here as they came.
    planned = {f"answers.{name}" for name, value in EVERY_KIND.items() if isinstance(value, dict)}
    assert {place for place, fate in fates.items() if fate is Fate.NEW} == planned
    same = {"answers.time_limited_elevation", *(f"people.{id_}" for id_ in PEOPLE)}
    assert {place for place, fate in fates.items() if fate is Fate.SAME} == same
    assert {fate for place, fate in fates.items() if place not in planned | same} == {Fate.CONFIRMS}
    (company,) = (one for one in plan.to_take if one.place == "answers.company")
    assert (company.before, company.after) == ("Northpier Freight Inc., not confirmed", "Northpier Freight Inc.")
    taken(session, plan)
    assert dict(session.plain["answers"]) == EVERY_KIND
    assert dict(session.plain["people"]) == PEOPLE | {"nora-quist": {"name": "Nora Quist"}}
    assert [one.person for one in session.project.client_answers] == ["nora-quist"]
    assert plan_answers(session, file).to_take == ()


def test_a_row_that_an_unknown_signer_changed_is_no_clash_when_the_file_is_read_again(tmp_path: Path) -> None:
    session = client(tmp_path)
    session.put({("people", "luc-tremblay"): {"name": "Luc Tremblay"}}, "Luc")
    file = asked(session, tmp_path / "a.xlsx", "people")
    fill_workbook(file, {"people.luc-tremblay": ("Head of support", "luc@northpier.example")}, {"head.signer": "Nora"})
    taken(session, plan_answers(session, file))
    row = {"name": "Luc Tremblay", "title": "Head of support", "email": "luc@northpier.example"}
    assert session.plain["people"]["luc-tremblay"] == row
    session.put({("people", "nora"): {"name": "Nora"}}, "Nora")
    assert [one.fate for one in plan_answers(session, file).proposals] == [Fate.SAME]


def test_a_suggestion_that_came_here_after_the_file_was_made_is_confirmed_only_by_the_same_answer(
    tmp_path: Path,
) -> None:
    session = client(tmp_path)
    session.put(NORA, "Nora")
    file = asked(session, tmp_path / "a.docx", "company", "people")
    fill_word(
        file, {"head.signer": "Nora Quist", "answers.province": "Quebec", "answers.company": "Northpier \u201cNP\u201d"}
    )
    fill_word_row(file, "people", ("Nora Quist",))
    suggested = {"province": {"suggested": "ON"}, "company": {"suggested": 'Northpier "NP"'}}
    session.put({("answers", name): value for name, value in suggested.items()}, "Here")
    fates = {one.place: one.fate for one in plan_answers(session, file).proposals}
    assert fates["answers.company"] is Fate.CONFIRMS
    assert fates["answers.province"] is Fate.CLASH


LEFT = {"name": "Sam Roy", "end": "2026-10-31"}
AWAY = {"name": "Sam Roy", "absent_from": "2026-11-01"}
EARLY = {"name": "Sam Roy", "start": "2026-12-01"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"sam-roy": LEFT}, "Sam Roy left on 2026-10-31"),
        ({"sam-roy": AWAY}, "Sam Roy is on a long absence"),
        ({"sam-roy": EARLY}, "Sam Roy begins to work there on 2026-12-01"),
        ({"sam-roy": {"name": "Sam Roy"}, "sam-roy-2": {"name": "Sam Roy"}}, "Two people in the list"),
    ],
)
def test_only_somebody_of_the_list_who_is_at_work_today_confirms(
    tmp_path: Path, rows: dict[str, dict[str, str]], said: str
) -> None:
    session = client(tmp_path)
    session.put({("people", id_): dict(row) for id_, row in rows.items()}, "Sam")
    file = asked(session, tmp_path / "a.docx", "company")
    fill_word(file, {"head.signer": "Sam Roy", "answers.company": "Northpier"})
    plan = plan_answers(session, file)
    assert (plan.is_signed, plan.person, said in plan.note) == (False, "", True)
    assert [one.after for one in plan.proposals if one.place == "answers.company"] == ["Northpier, not confirmed"]


def test_who_adds_themselves_in_the_file_confirms_nothing_until_a_person_took_their_row(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", "company", "people")
    fill_word(file, {"head.signer": "Kit Vane", "answers.company": "Northpier"})
    fill_word_row(file, "people", ("Kit Vane", "Consultant"))
    plan = plan_answers(session, file)
    assert (plan.is_signed, "nobody confirms by adding themselves" in plan.note) == (False, True)
    taken(session, plan)
    assert session.plain["answers"]["company"] == {"suggested": "Northpier"}
    again = plan_answers(session, file)
    assert [(one.place, one.fate) for one in again.to_take] == [("answers.company", Fate.CONFIRMS)]


def test_a_file_that_renames_somebody_to_its_signer_or_says_that_they_left_confirms_nothing(tmp_path: Path) -> None:
    session = answering(tmp_path)
    file = asked(session, tmp_path / "a.xlsx", "company", "people")
    fill_workbook(file, {"answers.company": "Northpier"}, {"head.signer": "Kit Vane"})
    book = openpyxl.load_workbook(file)
    book["People"]["B2"] = "Kit Vane"
    book.save(file)
    assert "comes into the list of people with this file" in plan_answers(session, file).note
    other = asked(session, tmp_path / "b.xlsx", "company", "people")
    left = (None, None, None, "2026-11-20")
    fill_workbook(other, {"answers.company": "Northpier", "people.maya-brandt": left}, {"head.signer": "Maya Brandt"})
    assert "Maya Brandt left on 2026-11-20" in plan_answers(session, other).note


@pytest.mark.parametrize("name", FILL)
def test_what_was_taken_out_here_since_does_not_come_back_by_itself_with_the_same_file(
    tmp_path: Path, name: str
) -> None:
    session = answering(tmp_path)
    file = FILL[name](asked(session, tmp_path / name))
    taken(session, plan_answers(session, file))
    session.put({("people", "luc-tremblay"): None, ("answers", "has_office"): None}, "Taken out")
    plan = plan_answers(session, file)
    clashes = {("people.luc-tremblay", Fate.CLASH), ("answers.has_office", Fate.CLASH)}
    assert {(one.place, one.fate) for one in plan.to_take} == clashes
    assert plan.usual == frozenset()
