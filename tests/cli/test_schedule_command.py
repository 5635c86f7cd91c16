"""`soc2desk schedule` as a person runs it."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

from icalendar import Calendar
from openpyxl import load_workbook

from tests.cli.driving import DAY, SAMPLES, Run, tree

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = SAMPLES / "brightwater.yaml"
SEEN = ("schedule", SAMPLE, "--as-of", DAY)


def test_it_shows_milestones_and_the_next_occurrence_of_each_control(run: Run) -> None:
    ran = run(*SEEN)
    assert ran.code == 0
    assert "2027-01-01  MS-12" in ran.out
    assert ran.out.count("ACC-07/") == 1
    assert "--until DATE" in ran.out
    assert "holidays of ON" in ran.err


def test_of_one_person_up_to_a_day(run: Run) -> None:
    people = "dana-whitfield", "Dana Whitfield"
    by_id, by_name = (run(*SEEN, "--person", person, "--until", "2027-03-31") for person in people)
    assert by_id.out == by_name.out
    assert "ACC-07/2027-Q1" in by_id.out
    assert "Q2" not in by_id.out
    assert "Helen" not in by_id.out


def test_a_program_reads_all_of_it(run: Run) -> None:
    said = json.loads(run(*SEEN, "--json").out)
    assert said["holidays_of"] == "ON"
    assert len(said["milestones"]) == 28
    review = next(one for one in said["occurrences"] if one["id"] == "ACC-07/2027-Q1")
    assert (review["due"], review["when"], review["partial"]) == ("2027-03-31", "next", False)


def test_calendars_are_written_and_written_again(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "calendars"
    assert run(*SEEN, "--calendar", target).code == 0
    before = tree(target)
    assert {"schedule-for-all.ics", "dana-whitfield.ics"} <= set(before)
    assert run(*SEEN, "--calendar", target).code == 0
    assert tree(target) == before
    with_alarms = run(*SEEN, "--calendar", target, "--remind")
    assert with_alarms.out.count(".ics") == len(before)
    assert tree(target) != before


def test_what_is_not_a_calendar_of_ours_is_never_replaced_and_nothing_else_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "dana-whitfield.ics").write_text("BEGIN:VCALENDAR\nPRODID:-//Somebody//EN\nEND:VCALENDAR\n")
    before = tree(tmp_path)
    ran = run(*SEEN, "--calendar", tmp_path)
    assert ran.code == 5
    assert "dana-whitfield.ics" in ran.err
    assert tree(tmp_path) == before
    book = tmp_path / "plan.xlsx"
    assert run(*SEEN, "--out", book).code == 0
    assert run(*SEEN, "--out", book).code == 5


def test_one_file_as_calendar_or_workbook(run: Run, tmp_path: Path) -> None:
    mine, book = tmp_path / "dana.ics", tmp_path / "all.XLSX"
    assert run(*SEEN, "--person", "dana-whitfield", "--out", mine).code == 0
    summaries = {str(one["SUMMARY"]) for one in Calendar.from_ical(mine.read_bytes()).walk("VEVENT")}
    assert any(one.startswith("ACC-07") for one in summaries)
    assert run(*SEEN, "--out", book).code == 0
    names = load_workbook(BytesIO(book.read_bytes()), read_only=True).sheetnames
    assert "Milestones" in names
    assert "Every occurrence" in names


def test_bad_wishes_are_told_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    assert "neither a calendar nor a workbook" in run(*SEEN, "--out", tmp_path / "plan.pdf").err
    assert "dana-whitfield" in run(*SEEN, "--person", "dana-whitfeld").err
    assert run(*SEEN, "--calendar", " ").code == 2
    assert run(*SEEN, "--until", "tomorrow").code == 2
    assert tree(tmp_path) == {}


def test_without_dates_it_says_so(run: Run, tmp_path: Path) -> None:
    blank = tmp_path / "blank.yaml"
    blank.write_text("format: 1\nanswers:\n  company: Acme\n")
    ran = run("schedule", blank, "--as-of", DAY)
    assert ran.code == 0
    assert "no day yet" in ran.out
    assert "not known yet" in ran.err
    assert "weekends only" in ran.err
    assert "Answer which report" in run("schedule", blank, "--out", tmp_path / "plan.xlsx").err
