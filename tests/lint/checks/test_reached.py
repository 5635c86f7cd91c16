"""No criterion is left alone."""

from __future__ import annotations

from dataclasses import replace

from soc2desk.domain.conditions import ALWAYS, Condition
from soc2desk.domain.controls import ExtraCriterion
from tests.lint.broken import seen, shipped, with_control

OFFICE = Condition("name", value="has_office")


def _serving(criterion: str, **changes: object) -> tuple[object, ...]:
    """The controls, all that serve a criterion changed."""
    return tuple(
        replace(c, **changes) if criterion in {*c.criteria, *(e.criterion for e in c.extra_criteria)} else c  # type: ignore[arg-type]
        for c in shipped().controls
    )


def test_a_criterion_no_control_serves_is_named_by_its_row() -> None:
    faults = seen("reached", replace(shipped(), controls=_serving("CC6.4", criteria=())))
    (fault,) = [f for f in faults if "CC6.4" in f.message]
    assert fault.where.startswith("resources/criteria/criteria.yaml, line ")


def test_a_criterion_only_the_full_set_serves_is_named() -> None:
    faults = seen("reached", replace(shipped(), controls=_serving("CC6.4", core=False)))
    assert any("lean set serves CC6.4" in fault.message for fault in faults)


def test_a_control_some_companies_leave_out_is_not_enough() -> None:
    faults = seen("reached", replace(shipped(), controls=_serving("CC6.4", applies_when=OFFICE)))
    assert any("CC6.4" in fault.message for fault in faults)


def test_a_category_brings_its_own_controls() -> None:
    controls = _serving("A1.3", core=False, categories=("availability",))
    assert not any("A1.3" in fault.message for fault in seen("reached", replace(shipped(), controls=controls)))


def test_an_extra_criterion_counts_where_it_always_holds() -> None:
    bare = replace(shipped(), controls=_serving("CC6.4", criteria=(), extra_criteria=()))
    for when, helps in ((ALWAYS, True), (OFFICE, False)):
        extra = (ExtraCriterion("CC6.4", when),)
        controls = tuple(replace(c, extra_criteria=extra) if c.id == "GOV-02" else c for c in bare.controls)
        faults = seen("reached", replace(bare, controls=controls))
        assert any("CC6.4" in fault.message for fault in faults) is not helps


def test_every_criterion_of_ours_is_served() -> None:
    assert seen("reached", with_control("GOV-01")) == ()
