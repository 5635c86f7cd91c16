"""What the self-check proposes can be written."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.domain.baseline import Suggestion
from tests.lint.broken import seen, shipped


def proposing(item: str, *suggests: Suggestion) -> tuple[str, ...]:
    controls = tuple(
        replace(c, items=tuple(replace(i, suggests=suggests) if i.id == item else i for i in c.items))
        for c in shipped().baseline
    )
    return tuple(f"{one.message} {one.where}" for one in seen("suggestions", replace(shipped(), baseline=controls)))


def test_a_value_that_its_question_does_not_take_is_named() -> None:
    (fault,) = proposing("BC.7.1", Suggestion(("yes",), "backup_frequency", value="hourly"))
    assert 'BC.7.1 proposes "hourly" for backup_frequency' in fault
    assert "resources/baseline/cccs.yaml, line " in fault
    (fault,) = proposing("OC.1", Suggestion(("no",), "company", value="not yet"))
    assert "OC.1" in fault


def test_what_ours_proposes_can_be_written() -> None:
    assert seen("suggestions", shipped()) == ()
