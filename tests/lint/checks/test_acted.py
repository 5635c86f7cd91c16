"""Clauses say who acts."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, shipped, written

PASSIVE = "1. @a The list is checked. [ACC-07]"


def test_a_passive_clause_is_named_by_its_line() -> None:
    lines = ("1. @a The IT lead looks. [ACC-07]", "2. @b All is done. [ACC-07]")
    (fault,) = seen("acted", written("## @one One", "", *lines))
    assert fault.where == at(15)
    assert '"is done"' in fault.message
    assert fault.hint


def test_a_bullet_under_a_clause_is_part_of_it() -> None:
    faults = seen("acted", written("## @one One", "", "1. @a The IT lead looks. [ACC-07]", "   - The list is checked."))
    assert [fault.where for fault in faults] == [at(15)]


@pytest.mark.parametrize("line", ["The list is checked.", "- The list is checked.", "1. @a The list is checked."])
def test_what_states_no_control_may_be_passive(line: str) -> None:
    assert seen("acted", written("## @one One", "", line)) == ()


def test_a_record_may_be_passive() -> None:
    assert seen("acted", written("## @one One", "", PASSIVE, kind="policy"))
    assert seen("acted", written("## @one One", "", PASSIVE, kind="record")) == ()


def test_an_automated_control_may_leave_the_tool_unnamed() -> None:
    assert seen("acted", written("## @one One", "", "1. @a Entries are encrypted. [ACC-02]")) == ()
    assert seen("acted", written("## @one One", "", "1. @a Entries are encrypted. [ACC-02] [ACC-07]"))


def test_our_clauses_say_who_acts() -> None:
    assert seen("acted", shipped()) == ()
