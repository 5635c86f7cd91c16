"""Records and populations exist."""

from __future__ import annotations

from tests.lint.broken import seen, shipped, with_control


def test_a_record_that_does_not_exist_is_named_by_its_line() -> None:
    (fault,) = seen("records-named", with_control("ACC-07", records=("acess_review",)))
    assert fault.where.startswith("resources/controls/acc.yaml, line ")
    assert fault.hint == "Did you mean access_review?"


def test_a_population_that_does_not_exist_is_named() -> None:
    (fault,) = seen("records-named", with_control("ACC-07", population="nothing_here"))
    assert "picks from nothing_here" in fault.message


def test_records_that_exist_are_left_alone() -> None:
    assert seen("records-named", shipped()) == ()
