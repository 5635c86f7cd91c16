"""A control of one's own behaves as every other, and its text is never a template."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.own_controls import next_own_id, with_own, without_own
from soc2desk.domain.people import Owning
from soc2desk.domain.project import Project, State, StateEntry
from tests.composed import DAY, catalogue, composed, document, findings, sample, table, words

OWN = OwnControl(
    "OWN-01", "Second look at exports", "The {{ company }} lead looks over {% each %} export.", ("CC6.1", "A1.2"),
    Cadence.MONTHLY, Nature.MANUAL, "The ticket with the second look",
)  # fmt: skip


def project(state: State | None = State.IN_PLACE, own: OwnControl = OWN) -> Project:
    """Return the sample of a security-only company with a control of its own."""
    base = sample("brightwater")
    person = base.people[0].id
    said = (StateEntry(own.id, state, confirmed_by=person, confirmed_on=DAY),) if state else ()
    return replace(base, own_controls=(own,), control_states=(*base.control_states, *said))


def test_a_project_without_own_controls_has_the_catalogue_itself() -> None:
    assert with_own(catalogue(), Project()) is catalogue()
    engagement = decide_engagement(catalogue(), sample("tamarack"), DAY)
    assert "OWN" not in {family.id for family in engagement.catalogue.families}


def test_an_own_control_stands_in_every_register_as_another_does() -> None:
    made = composed(project())
    row = table(made, "REG-MTX", "matrix")["OWN-01"]
    statement = "The {{ company }} lead looks over {% each %} export."
    assert (row["title"], row["statement"], row["frequency"]) == ("Second look at exports", statement, "monthly")
    assert row["evidence"] == "ER-OWN-01: The ticket with the second look"
    assert row["owner"]
    assert "OWN-01" in table(made, "REG-ALL", "team")
    assert "OWN-01" in table(made, "REG-COV", "coverage")["CC6.1"]["controls"]
    assert table(made, "REG-ERL", "requests")["ER-OWN-01"]["controls"] == "OWN-01"
    assert statement in words(document(made, "DSC"))
    assert "Own controls" in words(document(made, "DSC"))
    assert "OWN-01" in words(document(made, "REG-BUD"))


def test_only_criteria_in_scope_count_and_a_control_with_none_of_them_is_not_needed() -> None:
    outside = "PI1.1"
    assert outside not in composed(project()).engagement.scope.criteria
    some = replace(OWN, criteria=("CC6.1", outside))
    assert composed(project(own=some)).engagement.state["OWN-01"].criteria == ("CC6.1",)
    none = decide_engagement(catalogue(), project(own=replace(OWN, criteria=(outside,))), DAY)
    assert "OWN-01" not in none.state


def test_nobody_s_own_control_is_assumed_and_a_planned_one_is_not_described() -> None:
    unsaid = composed(project(None))
    assert "OWN-01" in unsaid.unconfirmed
    assert {f.about for f in findings(unsaid, "SD-04")} == {"OWN"}
    planned = composed(project(State.PLANNED))
    assert "OWN-01" not in table(planned, "REG-MTX", "matrix")
    assert "OWN-01" not in words(document(planned, "DSC"))


def test_its_owner_is_the_role_it_names_or_the_security_lead_or_the_person_chosen() -> None:
    base = project()
    lead, it_lead = base.role["security_lead"].holder, base.role["it_lead"].holder
    assert decide_engagement(catalogue(), base, DAY).owners["OWN-01"].owner == lead
    named = project(own=replace(OWN, owner="it_lead"))
    assert decide_engagement(catalogue(), named, DAY).owners["OWN-01"].owner == it_lead
    chosen = replace(named, owners=(*named.owners, Owning("OWN-01", owner=lead)))
    assert decide_engagement(catalogue(), chosen, DAY).owners["OWN-01"].owner == lead


@pytest.mark.parametrize(
    ("ids", "expected"), [((), "OWN-01"), (("OWN-01", "OWN-07"), "OWN-08"), (("OWN-99",), "OWN-100")]
)
def test_the_next_id_follows_the_highest(ids: tuple[str, ...], expected: str) -> None:
    assert next_own_id(Project(own_controls=tuple(replace(OWN, id=id_) for id_ in ids))) == expected


def test_taking_one_out_leaves_no_state_and_no_owner_behind() -> None:
    base = project()
    owned = replace(base, owners=(*base.owners, Owning("OWN-01", owner=base.people[0].id)))
    assert without_own(owned, "OWN-01") == sample("brightwater")
    assert without_own(owned, "OWN-02") == owned
