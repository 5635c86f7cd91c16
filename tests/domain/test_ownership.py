"""Every control has an owner, a backup and a reviewer, and they are different people who are here."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.domain.ownership import Owners, assign
from soc2desk.domain.people import Owning, Person, RoleHolding
from soc2desk.domain.project import Project
from tests.composed import DAY, SAMPLES, catalogue, changed, of_sample, sample


def owners(*changes: str, name: str = "brightwater") -> dict[str, Owners]:
    return assign(catalogue().controls, changed(sample(name), *changes), DAY)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_needed_control_of_a_sample_has_an_owner_a_backup_and_a_reviewer(name: str) -> None:
    engagement = of_sample(name).engagement
    bare = [one.id for one in engagement.controls if "" in _three(engagement.owners[one.id])]
    assert bare == []


def _three(found: Owners) -> tuple[str, str, str]:
    return found.owner, found.backup, found.reviewer


PEOPLE = ("ana", "bo", "cy", "di")
person_ids = st.sampled_from((*PEOPLE, ""))
holdings = st.lists(st.tuples(person_ids, person_ids), min_size=9, max_size=9)
entered = st.tuples(person_ids, person_ids, person_ids)


@settings(deadline=None)
@given(holdings, entered, st.sets(st.sampled_from(PEOPLE)))
def test_nobody_reviews_or_backs_up_a_control_of_their_own(
    held: list[tuple[str, str]], own: tuple[str, str, str], leavers: set[str]
) -> None:
    roles = (RoleHolding(role.id, *pair) for role, pair in zip(catalogue().roles, held, strict=True))
    people = tuple(Person(one, one, end=DAY if one in leavers else None) for one in PEOPLE)
    project = Project(people=people, roles=tuple(roles), owners=(Owning("ACC-07", *own),))
    for control, found in assign(catalogue().controls, project, DAY).items():
        assert found.owner == "" or found.owner not in {found.backup, found.reviewer}, control


@settings(deadline=None)
@given(holdings, st.sets(st.sampled_from(PEOPLE)))
def test_somebody_who_has_left_is_never_proposed(held: list[tuple[str, str]], leavers: set[str]) -> None:
    roles = (RoleHolding(role.id, *pair) for role, pair in zip(catalogue().roles, held, strict=True))
    people = tuple(Person(one, one, end=DAY if one in leavers else None) for one in PEOPLE)
    for found in assign(catalogue().controls, Project(people=people, roles=tuple(roles)), DAY).values():
        assert not {found.backup, found.reviewer} & leavers


def test_the_holder_of_the_role_owns_and_the_deputy_stands_behind() -> None:
    found = owners()["ACC-01"]
    assert (found.owner, found.backup) == ("dana-whitfield", "marc-olivier-gagnon")


def test_a_persons_own_choice_comes_before_the_role() -> None:
    found = owners("owners.ACC-01={owner: ines-carvalho, backup: park-ji-ho, reviewer: yuki-tanabe}")["ACC-01"]
    assert _three(found) == ("ines-carvalho", "park-ji-ho", "yuki-tanabe")


def test_an_owner_named_as_their_own_reviewer_is_replaced_by_somebody_else() -> None:
    found = owners("owners.ACC-01={owner: ines-carvalho, backup: ines-carvalho, reviewer: ines-carvalho}")["ACC-01"]
    assert found.owner == "ines-carvalho"
    assert (found.backup, found.reviewer) == ("marc-olivier-gagnon", "priya-natarajan")


def test_a_leaver_stays_owner_until_somebody_decides_but_stops_standing_in() -> None:
    found = owners("people.dana-whitfield.end=2026-11-01")
    assert found["ACC-01"].owner == "dana-whitfield"
    entered = sample("brightwater").owning
    stands_in = {c for c, who in found.items() if "dana-whitfield" in {who.backup, who.reviewer}}
    assert stands_in <= entered.keys(), "only where a person wrote it down"


def test_a_new_holder_takes_the_controls_of_the_role() -> None:
    found = owners("roles.it_lead.holder=yuki-tanabe")
    assert found["ACC-01"].owner == "yuki-tanabe"


def test_without_people_nobody_is_named() -> None:
    assert set(assign(catalogue().controls, Project(), DAY).values()) == {Owners()}


def test_one_person_alone_owns_everything_and_nobody_reviews() -> None:
    roles = tuple(RoleHolding(role.id, "ana") for role in catalogue().roles)
    found = assign(catalogue().controls, Project(people=(Person("ana", "Ana"),), roles=roles), DAY)
    assert set(found.values()) == {Owners("ana", "", "")}
