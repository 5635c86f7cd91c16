"""Policies state their controls."""

from __future__ import annotations

from dataclasses import replace

from tests.lint.broken import at, seen, shipped, written


def _claiming(*controls: str) -> tuple[object, ...]:
    """The policies, with one whose document is the broken one."""
    usual = shipped().policies
    return (*usual, replace(usual[0], id="POL-VIS", controls=controls))


def test_a_control_its_policy_does_not_state_is_named() -> None:
    catalogue = written("## @one One", "", "1. @a Words. [PHY-01]")
    (fault,) = seen("stated", replace(catalogue, policies=_claiming("PHY-01", "PHY-02")))
    assert fault.where == at(2)
    assert "PHY-02" in fault.message


def test_a_policy_that_states_all_of_its_own_is_left_alone() -> None:
    catalogue = written("## @one One", "", "1. @a Words. [PHY-01] [PHY-02]")
    assert seen("stated", replace(catalogue, policies=_claiming("PHY-01", "PHY-02"))) == ()


def test_a_control_no_policy_claims_is_named_by_its_row() -> None:
    policies = tuple(replace(p, controls=tuple(c for c in p.controls if c != "ACC-07")) for p in shipped().policies)
    faults = seen("stated", replace(shipped(), policies=policies))
    assert [fault.where.partition(",")[0] for fault in faults] == ["resources/controls/acc.yaml"]
