"""Rules about the self-check of the Canadian baseline."""

from __future__ import annotations

from tests.composed import SAMPLES, seen


def test_sd_31_a_no_beside_a_control_that_is_said_to_be_in_place() -> None:
    (finding,) = seen("SD-31", "self_check.BC.9.1=no")
    assert (finding.place, finding.controls, finding.severity) == ("self_check.BC.9.1", ("NET-01",), "medium")
    assert seen("SD-31", "self_check.BC.9.1=partly") == ()
    assert seen("SD-31", "self_check.BC.9.1=no", "control_states.NET-01={state: planned}") == ()


def test_sd_32_an_item_that_does_not_apply_needs_a_reason() -> None:
    (finding,) = seen("SD-32", "self_check.BC.9.6=not_applicable")
    assert (finding.about, finding.severity) == ("BC.9.6", "low")
    assert seen("SD-32", "self_check.BC.9.6={answer: not_applicable, reason: No cards}") == ()


def test_the_samples_agree_with_themselves() -> None:
    assert [finding for name in SAMPLES for rule in ("SD-31", "SD-32") for finding in seen(rule, name=name)] == []
