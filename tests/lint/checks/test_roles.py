"""Roles exist, and nobody reviews what they own."""

from __future__ import annotations

from tests.lint.broken import at, seen, with_control, written


def test_a_role_that_does_not_exist_is_named() -> None:
    (fault,) = seen("roles", written("## @one One", owner="it_lad"))
    assert fault.where == at(1)
    assert fault.hint == "Did you mean it_lead?"


def test_a_control_without_an_owner_is_named_by_its_line() -> None:
    (fault,) = seen("roles", with_control("ACC-07", owner=""))
    assert fault.where.startswith("resources/controls/acc.yaml, line ")


def test_a_control_reviewed_by_its_owner_is_named() -> None:
    (fault,) = seen("roles", with_control("ACC-07", owner="it_lead", reviewer="it_lead"))
    assert "reviewed by the role that owns it" in fault.message


def test_roles_of_the_catalogue_are_left_alone() -> None:
    assert seen("roles", written("## @one One")) == ()
