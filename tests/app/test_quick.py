"""The page of the five-minute answer, its hours, and the project that begins with it."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.preferences import Preferences
from soc2desk.app.quick import begin_with, quick, quick_lines, save_quick_page
from soc2desk.document.blocks import Look
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem, UsageProblem
from soc2desk.domain.quick_answer import QuickQuestion, Stand, Wish
from soc2desk.packet.drawing import draw

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.quick import Quick

TODAY = date(2026, 11, 26)
ALL = ("security", "availability", "processing_integrity", "confidentiality", "privacy")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "projects", TODAY)


def asked(
    desk: Desk,
    *,
    needed: date = date(2027, 11, 30),
    people: int = 30,
    stand: Stand = Stand.NOTHING,
    wish: Wish = Wish.TYPE_2_6,
    categories: tuple[str, ...] = ("security",),
) -> Quick:
    return quick(desk, QuickQuestion(needed, people, stand, TODAY, wish, categories))


def test_whatever_is_asked_the_page_is_one_page(desk: Desk) -> None:
    days = (date(2026, 12, 15), date(2027, 5, 31), date(2029, 9, 30))
    for stand, wish, needed in product((Stand.NOTHING, Stand.REPORT), (Wish.TYPE_2_12, Wish.EARLIEST), days):
        made = asked(desk, stand=stand, wish=wish, needed=needed, people=5000, categories=ALL)
        assert len(pypdfium2.PdfDocument(draw("pdf", made.page, Look()))) == 1


def test_it_says_what_can_be_instead_and_promises_nothing(desk: Desk) -> None:
    said = "\n".join(quick_lines(asked(desk, needed=date(2027, 8, 1), wish=Wish.TYPE_2_12)))
    assert "A Type II report over 12 months by 1 August 2027 cannot be held." in said
    assert "The nearest that can is a Type II report over 3 months, only at the shortest pace" in said
    assert "What this assumes" in said
    assert "guarantee" not in said.casefold()


def test_hours_come_from_the_catalogue_and_more_categories_ask_for_more(desk: Desk) -> None:
    few, many = asked(desk).effort, asked(desk, categories=ALL).effort
    assert many.hours > few.hours
    assert {line.id for line in few.lines} >= {"documents", "controls", "acts", "requests"}
    assert few.low < few.hours / few.people < few.high


def test_who_has_more_behind_them_has_less_before_them(desk: Desk) -> None:
    hours = [asked(desk, stand=stand, people=9).effort.hours for stand in Stand]
    assert hours == sorted(hours, reverse=True)


def test_a_type_one_asks_for_no_acts_of_a_period(desk: Desk) -> None:
    assert "acts" not in {line.id for line in asked(desk, wish=Wish.TYPE_1).effort.lines}


def test_one_person_is_told_of_a_reviewer_from_outside_and_many_of_the_team_that_is_meant(desk: Desk) -> None:
    alone = asked(desk, people=1)
    assert alone.effort.people == 1
    assert "nobody can review their own work" in "\n".join(quick_lines(alone))
    assert "not all 5,000 people" in "\n".join(quick_lines(asked(desk, people=5000)))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_page_is_saved_under_the_name_that_was_given(desk: Desk, tmp_path: Path, kind: str) -> None:
    saved = save_quick_page(asked(desk), tmp_path / f"Für den Chef.{kind}")
    assert saved.read_bytes()[:2] in {b"%P", b"PK"}


def test_a_file_that_stands_there_is_replaced_only_where_somebody_agreed(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    page.write_bytes(b"mine")
    with pytest.raises(FileProblem, match="stands there already"):
        save_quick_page(asked(desk), page)
    assert page.read_bytes() == b"mine"
    save_quick_page(asked(desk), page, over=True)
    assert page.read_bytes()[:2] == b"%P"


def test_another_ending_a_folder_and_a_folder_that_is_not_there_are_refused(desk: Desk, tmp_path: Path) -> None:
    made = asked(desk)
    (tmp_path / "a.pdf").mkdir()
    for name in ("page.txt", "page", "a.pdf", "nowhere/page.pdf"):
        with pytest.raises(Problem):
            save_quick_page(made, tmp_path / name)
    with pytest.raises(UsageProblem, match="no category"):
        asked(desk, categories=("privcy",))


def test_a_project_begins_with_what_was_said_and_worked_out_dates_stay_suggested(desk: Desk) -> None:
    made = asked(desk)
    begin_with(desk, "Acme Inc.", made, Preferences())
    answers = desk.source("Acme Inc.").project.answers
    assert answers["report_needed_by"].value == date(2027, 11, 30)
    assert answers["report_needed_by"].confirmed
    assert (answers["report_type"].value, answers["report_type"].confirmed) == ("type_2", True)
    assert (answers["window_start"].value, answers["window_start"].confirmed) == (date(2027, 5, 25), False)
    assert not answers["window_end"].confirmed
    assert not answers["fieldwork_start"].confirmed


def test_whatever_is_earliest_leaves_the_kind_of_report_to_be_confirmed(desk: Desk) -> None:
    begin_with(desk, "Acme Inc.", asked(desk, wish=Wish.EARLIEST), Preferences())
    answers = desk.source("Acme Inc.").project.answers
    assert (answers["report_type"].value, answers["report_type"].confirmed) == ("type_1", False)
    assert not answers["report_date"].confirmed
    assert "window_start" not in answers


def test_a_name_that_is_empty_or_taken_is_refused(desk: Desk) -> None:
    made = asked(desk)
    begin_with(desk, "Acme Inc.", made, Preferences())
    for name in ("", "  ", "Acme Inc."):
        with pytest.raises(ProjectProblem):
            begin_with(desk, name, made, Preferences())
