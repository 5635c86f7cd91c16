"""Every question and table says whose its answers are, in its data."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.lint.checks.belonging import of_tables
from soc2desk.storage.row_shapes import PEOPLE, ROW_SECTIONS
from tests.lint.broken import seen, shipped, with_question


def test_every_question_and_table_says_it() -> None:
    assert seen("belonging", shipped()) == ()
    assert list(of_tables(ROW_SECTIONS)) == []


def test_a_question_that_does_not_say_it_is_refused_with_its_line() -> None:
    (fault,) = seen("belonging", with_question("cloud_provider", belongs=None))
    assert fault.message == "The question cloud_provider does not say whose its answer is."
    assert fault.where.startswith("resources/interview/02-service.yaml, line ")
    assert "firm, usual, client" in fault.hint


def test_what_is_never_suggested_to_anybody_is_no_usual_value() -> None:
    (fault,) = seen("belonging", with_question("access_review_period", suggest=None))
    assert fault.message.startswith("The answer to access_review_period is suggested to the next client")


def test_a_table_that_does_not_say_it_is_refused() -> None:
    (fault,) = of_tables([replace(PEOPLE, belongs=None)])
    assert fault[:2] == (
        "The table people does not say whether its rows are the firm's or the client's.",
        "tables/people",
    )
