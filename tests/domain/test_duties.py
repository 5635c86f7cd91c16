"""Which duties of privacy law concern a company."""

from __future__ import annotations

from soc2desk.domain.duties import applies, laws_that_may_apply
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed


def found(*changes: str) -> dict[str, bool | None]:
    engagement = decide_engagement(catalogue(), changed(Project(), *changes), DAY)
    return {duty.id: applies(duty, law, engagement) for law in laws_that_may_apply(engagement) for duty in law.duties}


HELD = "handles_personal_information=yes"


def test_nobody_said_anything_and_all_of_it_may_apply() -> None:
    assert set(found().values()) == {None}


def test_a_law_that_does_not_apply_brings_no_duty() -> None:
    assert not [id_ for id_ in found(HELD, "quebec_law_applies=no") if id_.startswith("Q-")]


def test_what_a_processor_and_a_controller_owe_differs() -> None:
    both = (HELD, "pipeda_applies=yes", "quebec_law_applies=no")
    processor, controller = found(*both, "privacy_role=processor"), found(*both, "privacy_role=controller")
    assert (processor["PIPEDA-BR-1"], processor["PIPEDA-BR-2"]) == (False, True)
    assert (controller["PIPEDA-BR-1"], controller["PIPEDA-BR-2"]) == (True, False)
    assert processor["PIPEDA-4.1"] is controller["PIPEDA-4.1"] is True


def test_a_duty_that_cannot_apply_is_none_even_while_the_law_is_undecided() -> None:
    assert found(HELD, "privacy_role=processor")["PIPEDA-4.3"] is False
