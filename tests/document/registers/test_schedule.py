"""The register of the schedule: milestones, months, people, and periods that reach outside."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from soc2desk.document.blocks import Audience, Callout, Look
from soc2desk.domain.project import Project
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import plan_files
from tests.composed import after, composed, document, of_sample, table, words

REGISTER = "REG-SCH"


def test_milestones_stand_with_their_day_who_sees_to_it_and_what_shows_it() -> None:
    rows = table(of_sample("brightwater"), REGISTER, "milestones")
    assert len(rows) == 28
    opens = rows["MS-12"]
    assert (opens["by_when"], opens["state"], opens["who_does"]) == ("2027-01-01", "ahead", "Helen Marchetti")
    assert rows["MS-14"]["note"] == "2027-02-15 is a day off."
    assert rows["MS-16"]["shown_by"].endswith("(Internal readiness review)")
    assert "usual day" in rows["MS-24"]["note"]


def test_a_step_that_comes_too_late_says_now_and_names_no_day() -> None:
    made = after("brightwater", "window_start=2026-10-01")
    late = table(made, REGISTER, "milestones")["MS-05"]
    assert (late["by_when"], late["state"]) == ("now", "now")
    assert "before this plan" in late["note"]
    (note,) = [block for block in document(made, REGISTER).blocks if isinstance(block, Callout)]
    assert note.title == "Time is short"


def test_acts_of_days_and_weeks_take_a_line_a_month_and_every_one_stands_in_the_workbook() -> None:
    made = of_sample("brightwater")
    rows = table(made, REGISTER, "by-month")
    assert rows["ACC-07/2027-Q1"]["due"] == "2027-03-31"
    assert rows["LOG-02/2027-01"]["due"] == "2027-01-08 to 2027-01-29"
    files = plan_files(made.documents, "internal", ("xlsx",), (REGISTER,))
    assert [file.path for file in files] == [
        "06-registers/REG-SCH-every-occurrence.xlsx",
        "06-registers/REG-SCH-schedule.xlsx",
    ]
    sheet = load_workbook(BytesIO(draw("xlsx", files[0].document, Look())), read_only=True).worksheets[1]
    cells = [row[:2] for row in sheet.iter_rows(values_only=True)]
    read = {row[0]: _day(row[1]) for row in cells if row[0] and "/" in str(row[0])}
    assert read == {one.id: one.due for one in made.schedule.occurrences}


def _day(cell: object) -> date:
    return date.fromisoformat(str(cell)[:10])


def test_each_person_has_a_line_with_what_is_next() -> None:
    made = of_sample("brightwater")
    rows = table(made, REGISTER, "by-person")
    assert sum(int(row["times_here"]) for row in rows.values()) == len(made.schedule.occurrences)
    assert rows["yuki-tanabe"]["next_due"] == "2026-12-31"
    nobody = after("brightwater", "owners.ACC-07.owner=", "owners.ACC-07.backup=", "roles.it_lead=")
    assert "ACC-07" in table(nobody, REGISTER, "by-person")[""]["controls"]


def test_partial_periods_are_listed_with_the_days_that_count() -> None:
    rows = table(of_sample("brightwater"), REGISTER, "partial")
    assert rows["LOG-02/2026-W53"]["note"] == "Inside what is examined from 2027-01-01 to 2027-01-03 only."
    yearly = rows["IRS-04/2027"]
    assert (yearly["due"], yearly["end"]) == ("2027-12-31", "2027-12-31")
    assert yearly["note"].endswith("To be shown there, it has to be done by 2027-06-30.")


def test_why_somebody_else_does_it_is_said() -> None:
    away = after("brightwater", "people.dana-whitfield.absent_from=2027-03-01")
    assert "Dana Whitfield is away; the backup does it." in words(document(away, REGISTER))
    gone = after("brightwater", "people.dana-whitfield.end=2027-02-01")
    assert "Dana Whitfield has left; the backup does it" in words(document(gone, REGISTER))


def test_the_days_off_are_named_or_said_to_be_unknown() -> None:
    assert "the public holidays of Ontario" in words(document(of_sample("brightwater"), REGISTER))
    assert "Weekends only" in words(document(after("brightwater", "province=outside"), REGISTER))


def test_without_any_date_there_is_no_register_and_with_one_it_is_internal() -> None:
    assert REGISTER not in {one.id for one in composed(Project()).documents}
    assert document(after("brightwater", "window_end="), REGISTER).audience is Audience.INTERNAL
    assert REGISTER not in {file.document.id for file in plan_files(of_sample("brightwater").documents, "auditor")}
