"""What is due stands in the record by period, day and owner; what an event asks for has no table."""

from __future__ import annotations

from soc2desk.document.blocks import Mark, Paragraph, Table, plain
from soc2desk.document.record_due import record_due
from soc2desk.document.values import say_date
from soc2desk.domain.engagement import Engagement
from tests.composed import after, of_sample


def due(record: str, engagement: Engagement) -> list[list[str]]:
    (table,) = record_due(engagement.catalogue.record[record], engagement)
    assert isinstance(table, Table)
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def test_controls_of_one_period_and_owner_share_a_line() -> None:
    assert due("access_review", of_sample("brightwater").engagement) == [
        ["2027-Q1", "31 March 2027", "Dana Whitfield", "ACC-07, ACC-06"],
        ["2027-Q1", "31 March 2027", "Samuel Okafor", "CHG-07"],
        ["2027-H1", "30 June 2027", "Dana Whitfield", "PHY-01"],
        ["2027-Q2", "30 June 2027", "Dana Whitfield", "ACC-07, ACC-06"],
        ["2027-Q2", "30 June 2027", "Samuel Okafor", "CHG-07"],
    ]


def test_a_period_that_reaches_over_the_window_says_so() -> None:
    rows = due("log_review_record", of_sample("brightwater").engagement)
    assert len(rows) == 27
    assert rows[0][:2] == ["2026-W53", "31 December 2026 (partial: reaches outside what is examined)"]
    assert rows[1][1] == "8 January 2027", "a Friday"


def test_working_days_and_the_weeks_of_a_year_take_a_line_a_month() -> None:
    rows = due("log_review_record", after("brightwater", "log_review_period=daily").engagement)
    assert rows[0][:2] == ["2027-01-04 to 2027-01-29", "Each working day, 4 January 2027 to 29 January 2027"]
    assert len(rows) == 6
    weeks = due("log_review_record", of_sample("clinique-erable").engagement)
    assert weeks[1][:2] == ["2027-W18 to 2027-W21", "Each week, 7 May 2027 to 28 May 2027"]
    assert len(weeks) == 12


def test_the_days_are_those_of_the_schedule() -> None:
    made = of_sample("clinique-erable")
    planned = {one.id: say_date(one.due, made.engagement.catalogue.phrases) for one in made.schedule.occurrences}
    rows = due("deficiency_log", made.engagement)
    assert len(rows) == 12
    assert all(planned[f"MON-03/{period}"] == day for period, day, *_ in rows)


def test_what_an_event_asks_for_has_no_table() -> None:
    engagement = of_sample("brightwater").engagement
    assert record_due(engagement.catalogue.record["access_request"], engagement) == ()


def test_what_is_not_known_yet_is_said_and_marked() -> None:
    for change in ("window_end=", "report_type="):
        engagement = after("tamarack", change).engagement
        (words,) = record_due(engagement.catalogue.record["access_review"], engagement)
        assert isinstance(words, Paragraph)
        assert (plain(words.runs), words.runs[0].mark) == (
            "Nothing can be listed before the report and its dates are known.",
            Mark.OPEN,
        )


def test_a_suggested_rhythm_marks_its_periods() -> None:
    engagement = after("tamarack", "access_review_period=").engagement
    (table,) = record_due(engagement.catalogue.record["access_review"], engagement)
    assert isinstance(table, Table)
    assert Mark.SUGGESTED in {row.cells[0][0].mark for row in table.rows}
