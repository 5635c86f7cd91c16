from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk, now
from soc2desk.app.logo import picture_for
from soc2desk.app.session import Session, open_session, open_to_read, take_over
from soc2desk.app.transfer import change, new_project
from soc2desk.domain.answers import Answer
from soc2desk.domain.entry_days import entered_on
from soc2desk.domain.problems import FileProblem, OpenElsewhere, Problem, ProjectProblem, SeveralProblems
from soc2desk.storage.backups import backups
from tests.drawn import png

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMPANY = ("answers", "company")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, date(2026, 11, 25))


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    one = open_session(desk, new_project(desk, "acme", sample="tamarack"))
    yield one
    one.close()


def company(session: Session) -> object:
    answer = session.project.answers.get("company")
    return answer.value if answer else None


def test_a_change_counts_at_once_and_is_on_the_disk_after_a_save(session: Session, desk: Desk) -> None:
    session.put({COMPANY: "Acme"}, "answer: company")
    assert company(session) == "Acme"
    assert session.engagement.answer_text("company") == "Acme"
    assert session.is_dirty
    assert session.save()
    assert not session.is_dirty
    assert not session.save()
    assert open_to_read(desk, session.folder).project == session.project


def test_what_does_not_fit_changes_nothing_and_names_its_place(session: Session) -> None:
    before = session.project
    with pytest.raises(ProjectProblem) as caught:
        session.put({("answers", "role_change_days"): "soon"}, "answer")
    assert caught.value.where == "answers.role_change_days"
    with pytest.raises(SeveralProblems):
        session.put({("people", "x", "title"): "CEO", ("answers", "window_end"): "never"}, "two")
    assert session.project is before
    assert session.undo() == ""


def test_rows_are_added_changed_and_taken_out(session: Session) -> None:
    session.put({("people", "mo"): {"name": "Mo"}}, "add")
    session.put({("people", "mo", "title"): "Engineer"}, "title")
    assert session.project.person["mo"].title == "Engineer"
    session.put({("people", "mo"): None}, "remove")
    assert "mo" not in session.project.person


def test_undo_and_redo_go_by_name_and_bring_rows_back_to_their_place(session: Session) -> None:
    order = [person.id for person in session.project.people]
    first = order[0]
    row = dict(session.plain["people"][first])  # type: ignore[index,call-overload,arg-type]
    session.put({("people", "mo"): {"name": "Mo"}}, "add Mo")
    session.put({("people", "mo"): None}, "remove Mo")
    assert session.undo() == "remove Mo"
    assert session.undo() == "add Mo"
    assert [person.id for person in session.project.people] == order
    assert session.redo() == "add Mo"
    assert row == session.plain["people"][first]  # type: ignore[index,call-overload]


def test_changes_of_one_field_are_undone_together_until_it_is_left(session: Session) -> None:
    before = company(session)
    for typed in ("A", "Ac", "Acme"):
        session.put({COMPANY: typed}, "answer: company", "answers.company")
    session.seal()
    session.put({COMPANY: "Acme Inc."}, "answer: company", "answers.company")
    session.undo()
    assert company(session) == "Acme"
    session.undo()
    assert company(session) == before


def test_typing_a_value_back_leaves_nothing_to_undo(session: Session) -> None:
    before = company(session)
    session.put({COMPANY: "Acme"}, "answer", "answers.company")
    session.put({COMPANY: str(before)}, "answer", "answers.company")
    assert session.undo() == ""


def test_a_new_change_ends_what_could_be_done_again(session: Session) -> None:
    session.put({COMPANY: "Acme"}, "one")
    session.undo()
    session.put({COMPANY: "Boreal"}, "other")
    assert session.redo() == ""


def test_undo_survives_a_restart(session: Session, desk: Desk) -> None:
    before = company(session)
    session.put({COMPANY: "Acme"}, "answer: company")
    session.save()
    session.close()
    again = open_session(desk, session.folder)
    assert again.undo() == "answer: company"
    assert company(again) == before
    again.save()
    again.close()
    once_more = open_session(desk, session.folder)
    assert once_more.redo() == "answer: company"
    once_more.close()


def test_undo_does_not_reach_over_a_change_of_another_program(session: Session, desk: Desk) -> None:
    session.put({COMPANY: "Acme"}, "answer: company")
    session.save()
    session.close()
    change(desk, session.folder.name, [("company", "Elsewhere")])
    again = open_session(desk, session.folder)
    assert again.undo() == ""
    assert company(again) == "Elsewhere"
    again.close()


def test_a_project_that_is_open_can_be_read_but_not_changed_from_elsewhere(session: Session, desk: Desk) -> None:
    with pytest.raises(OpenElsewhere):
        open_session(desk, session.folder)
    reader = open_to_read(desk, session.folder)
    assert reader.is_read_only
    with pytest.raises(ProjectProblem, match="reading only"):
        reader.put({COMPANY: "Acme"}, "answer")
    assert reader.undo() == ""
    assert not reader.save()


def test_a_lock_that_was_left_behind_can_be_taken_over_and_the_file_is_still_guarded(
    session: Session, desk: Desk
) -> None:
    session.close()
    (session.folder / "project.lock.txt").write_text("DESK-9\nMo\n2026-11-25 08:00\n", encoding="utf-8")
    taken = take_over(desk, session.folder)
    taken.put({COMPANY: "Taken"}, "answer")
    taken.save()
    session.put({COMPANY: "Too late"}, "answer")
    with pytest.raises(ProjectProblem, match="changed by another program"):
        session.save()
    taken.close()


def test_nothing_is_lost_when_the_folder_is_gone(session: Session, desk: Desk, tmp_path: Path) -> None:
    shutil.rmtree(session.folder)
    session.put({COMPANY: "Acme"}, "answer")
    with pytest.raises(Problem, match="not where it was opened"):
        session.save()
    assert session.is_dirty
    copy = session.save_copy(tmp_path / "elsewhere" / "a copy")
    assert open_to_read(desk, copy).project == session.project


def test_a_copy_takes_the_logo_along(session: Session, tmp_path: Path) -> None:
    (tmp_path / "brand.png").write_bytes(png())
    session.put({("answers", "logo"): picture_for(session.folder, tmp_path / "brand.png")}, "logo")
    copy = session.save_copy(tmp_path / "a copy")
    assert (copy / "logo.png").read_bytes() == (session.folder / "logo.png").read_bytes()


def test_a_change_after_an_undo_is_undone_by_itself(session: Session) -> None:
    session.put({("answers", "service"): "One"}, "answer: service")
    session.put({COMPANY: "Acme"}, "answer: company", "answers.company")
    session.undo()
    session.put({COMPANY: "Boreal"}, "answer: company", "answers.company")
    assert session.undo() == "answer: company"
    assert session.engagement.answer_text("service") == "One"


def test_a_copy_never_goes_over_what_stands_there(session: Session, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileProblem):
        session.save_copy(there)
    assert [path.name for path in there.iterdir()] == ["mine.txt"]


def test_what_is_saved_is_readable_json_of_the_project_and_its_history(session: Session) -> None:
    session.put({COMPANY: "Acme"}, "answer: company")
    session.save()
    stored = json.loads((session.folder / "project.json").read_text(encoding="utf-8"))
    history = json.loads((session.folder / "history.json").read_text(encoding="utf-8"))
    assert any(row == {"id": "company", "value": "Acme"} for row in stored["answers"].values())
    assert history["done"]["1"]["label"] == "answer: company"


def test_the_composition_is_made_once_for_each_state(session: Session) -> None:
    first = session.composition
    assert session.composition is first
    session.put({COMPANY: "Acme"}, "answer")
    assert session.composition is not first
    assert session.project.answers["company"] == Answer("Acme")


def test_what_was_undone_does_not_come_back_with_the_days_of_another_day(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_project(desk, "again", sample="brightwater")
    session = open_session(desk, folder)
    session.put({COMPANY: "Acme"}, "answer")
    session.undo()
    session.put({COMPANY: "Acme Ltd."}, "answer")
    session.undo()
    assert session.steps.undone
    clock = now()
    monkeypatch.setattr("soc2desk.app.session.now", lambda: clock + timedelta(days=1))
    session.follow_the_clock()
    assert session.redo() == ""
    session.put({COMPANY: "Acme Inc."}, "answer")
    session.save()
    session.undo()
    session.save()
    session.close()
    later = open_session(session.desk.on(session.desk.today + timedelta(days=3)), folder)
    assert (later.redo(), bool(later.steps.done)) == ("", False)
    later.close()


def test_a_claimed_day_bears_when_it_was_typed_through_undo_and_a_new_start(desk: Desk) -> None:
    folder, rated = new_project(desk, "risks", sample="brightwater"), ("risks", "ransomware", "rated_on")
    session = open_session(desk, folder)
    session.put({rated: "2026-01-05"}, "rated")
    session.save()
    session.close()
    session = open_session(desk.on(desk.today + timedelta(days=3)), folder)
    path = ".".join(rated)
    assert entered_on(session.project, *rated) == desk.today, "it was typed before"
    session.put({rated: "2026-02-05", ("entry_days", path): {"on": "2026-02-05"}}, "rated")
    assert entered_on(session.project, *rated) == session.desk.today, "whatever a change brings along"
    session.put({("entry_days", path): None}, "forgotten")
    assert entered_on(session.project, *rated) == session.desk.today
    session.undo()
    assert entered_on(session.project, *rated) == desk.today, "with the day it bears again"
    session.undo()
    assert entered_on(session.project, *rated) is None
    session.close()


def test_a_project_that_stays_open_for_days_has_a_copy_of_each(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, clock = new_project(desk, "awake", sample="tamarack"), now()
    session = open_session(desk, folder)
    for day in range(3):
        monkeypatch.setattr("soc2desk.app.session.now", lambda day=day: clock + timedelta(days=day))
        session.follow_the_clock()
        session.put({COMPANY: f"Acme {day}"}, "answer")
        assert session.save()
    session.close()
    assert [one.on for one in backups(folder)] == [desk.today + timedelta(days=day) for day in (2, 1, 0)]


def test_what_is_entered_after_midnight_bears_the_new_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = open_session(desk, new_project(desk, "night", sample="brightwater"))
    before, clock = session.desk.today, now()
    assert session.engagement.day == before
    monkeypatch.setattr("soc2desk.app.session.now", lambda: clock + timedelta(days=2))
    assert session.follow_the_clock()
    assert not session.follow_the_clock(), "once a day"
    assert session.engagement.day == session.desk.today == before + timedelta(days=2)
    assert session.desk.catalogue is desk.catalogue
    monkeypatch.setattr("soc2desk.app.session.now", lambda: clock - timedelta(days=9))
    assert not session.follow_the_clock(), "a clock that was set back makes nothing older"
    assert session.desk.today == before + timedelta(days=2)
    session.close()
