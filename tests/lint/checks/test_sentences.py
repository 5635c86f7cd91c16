"""Statements are sentences."""

from __future__ import annotations

import pytest

from soc2desk.domain.conditions import ALWAYS
from soc2desk.domain.controls import Variant
from tests.lint.broken import seen, with_control


@pytest.mark.parametrize("statement", ["Access is reviewed", "access is reviewed.", "Access  is reviewed.", ""])
def test_what_is_no_sentence_is_named(statement: str) -> None:
    faults = seen("sentences", with_control("ACC-07", statement=statement))
    assert faults
    assert all(fault.where.startswith("resources/words/en/controls.yaml, line ") for fault in faults)


def test_a_variant_is_looked_at_too() -> None:
    assert seen("sentences", with_control("ACC-07", variants=(Variant(ALWAYS, "no sentence"),)))


@pytest.mark.parametrize("statement", ["{{ company }} reviews access.", "Access is reviewed."])
def test_a_sentence_is_left_alone(statement: str) -> None:
    assert seen("sentences", with_control("ACC-07", statement=statement)) == ()
