"""Nobody who teaches meets a question or a finding without a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.readiness.check import RULES
from tests.lint.broken import seen, shipped

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


def with_note(id_: str, **changes: object) -> Catalogue:
    notes = (replace(one, **changes) if one.id == id_ else one for one in shipped().teaching)  # type: ignore[arg-type]
    return replace(shipped(), teaching=tuple(notes))


def without_note(id_: str) -> Catalogue:
    return replace(shipped(), teaching=tuple(one for one in shipped().teaching if one.id != id_))


@pytest.mark.parametrize(("id_", "said"), [("mfa_systems", "question mfa_systems"), ("SD-05", "rule SD-05")])
def test_a_question_and_a_rule_without_a_note_are_named(id_: str, said: str) -> None:
    (fault,) = seen("taught", without_note(id_))
    assert f"The {said} has no teaching note." in fault.message


@pytest.mark.parametrize(("rule", "writes"), [("FD-13", " "), ("FD-03", "1 of 4 was missing.")])
def test_an_example_stands_where_an_auditor_would_write_one_and_nowhere_else(rule: str, writes: str) -> None:
    (fault,) = seen("taught", with_note(rule, writes=writes))
    assert f"The example of {rule}" in fault.message
    assert fault.where.startswith("resources/words/en/teaching.yaml, line ")


def test_every_rule_that_runs_has_a_note_and_no_example_speaks_of_the_reader() -> None:
    notes = shipped().teaching_note
    assert {rule for rule, _ in RULES} | shipped().questions.keys() == notes.keys()
    assert not [note.id for note in notes.values() if {"you", "your", "opinion"} & set(note.writes.lower().split())]
