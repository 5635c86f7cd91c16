"""Promises stand in clauses that name their control."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, written


@pytest.mark.parametrize(
    "line",
    [
        "Reviews happen {{ access_review_period | each }}.",
        "- removed within {{ access_removal_limit }}",
        "1. @a Passwords have {{ password_min_length | amount }}.",
        "1. @a Reconciled {{ cadence_ast_01 | each }}.",
        "1. @a Staff must accept this.",
        "1. @a The record is the minutes.",
        "| A |\n| --- |\n| {{ rto_hours | amount }} |",
    ],
)
def test_a_promise_without_a_control_is_named(line: str) -> None:
    faults = seen("promises", written("## @one One", "", line))
    assert [fault.where for fault in faults] == [at(16 if "|\n|" in line else 14)]


@pytest.mark.parametrize(
    "line",
    [
        "1. @a Reviewed {{ access_review_period | each }}. [ACC-07]\n   - within {{ access_removal_limit }}",
        "1. @a Staff must accept this. [HRS-07]",
        "1. @a This list is where the team starts.",
        "Nobody will say {{ service }} is slow.",
    ],
)
def test_what_may_stand_is_left_alone(line: str) -> None:
    assert seen("promises", written("## @one One", "", line)) == ()
