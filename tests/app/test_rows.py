"""Rows: ids that stay, what points to a row, whom to choose from, and what waits for a role."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.app.rows import Use, choices, fresh_id, role_work, uses_of
from soc2desk.content.window_words import load_window_words
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import ROW_SECTIONS
from soc2desk.storage.values import row_id
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from soc2desk.domain.project import Project


def engagement(project: Project) -> Engagement:
    return decide_engagement(catalogue(), project, DAY)


@pytest.mark.parametrize(
    ("name", "taken", "made"),
    [
        ("Dana Whitfield", (), "dana-whitfield"),
        ("Dana Whitfield", ("dana-whitfield",), "dana-whitfield-2"),
        ("Siobhán O'Neill", (), "siobhan-o-neill"),
        ("李小龍", ("person",), "person-2"),
        ("x" * 80, ("x" * 60,), "x" * 58 + "-2"),
    ],
)
def test_an_id_is_read_from_the_name_and_is_one_of_its_own(name: str, taken: tuple[str, ...], made: str) -> None:
    assert fresh_id(name, taken, "person") == made


@given(st.text(max_size=100), st.integers(min_value=0, max_value=12))
def test_every_name_has_an_id_that_a_project_takes(name: str, twins: int) -> None:
    taken: set[str] = set()
    for _ in range(twins + 1):
        made = fresh_id(name, taken, "person")
        assert row_id(made) == made
        assert made not in taken
        taken.add(made)


def test_a_person_is_not_free_to_go_while_roles_and_controls_point_to_them() -> None:
    made = engagement(sample("brightwater"))
    uses = {(use.table, use.field): use.count for use in uses_of(made, "people", "dana-whitfield")}
    assert uses["roles", "holder"] == 1
    owned = [control for control, owners in made.owners.items() if owners.owner == "dana-whitfield"]
    assert uses["owners", "owner"] == len(owned) > 1


def test_a_vendor_that_runs_a_system_or_a_control_is_in_use_and_a_new_one_is_not() -> None:
    project = changed(sample("brightwater"), "vendors.quay={name: Quay Mail}")
    made = engagement(project)
    assert not uses_of(made, "vendors", "quay")
    assert uses_of(made, "vendors", project.systems[0].vendor or "boreal-cloud")


def test_rights_and_service_accounts_point_to_a_system() -> None:
    made = engagement(sample("brightwater"))
    found = uses_of(made, "systems", "production")
    assert found == (Use("access_rights", "system", 2), Use("service_accounts", "system", 1))
    assert not uses_of(made, "systems", "payfern-hr")


def test_the_window_has_words_for_everything_that_can_point_to_a_row() -> None:
    words = load_window_words("en")
    pointing = [
        f"table_page.uses.{section.name}.{name}.{number}"
        for section in ROW_SECTIONS
        for name, field in section.fields.items()
        if field.holds in {Holds.PERSON, Holds.VENDOR}
        for number in ("one", "many")
    ]
    assert [key for key in pointing if key not in words] == []


def test_who_has_left_is_offered_last_with_the_day() -> None:
    project = sample("brightwater")
    people = tuple(replace(one, end=date(2026, 5, 29)) if one.id == "dana-whitfield" else one for one in project.people)
    offered = choices(engagement(replace(project, people=people)), "people")
    left = [one.id for one in offered if one.left]
    assert offered[len(offered) - len(left) :] == tuple(one for one in offered if one.left)
    assert "dana-whitfield" in left
    here = [one.name.casefold() for one in offered if not one.left]
    assert here == sorted(here)


def test_a_role_says_how_much_waits_for_it() -> None:
    work = role_work(engagement(sample("brightwater")))
    assert work.keys() == catalogue().role.keys()
    assert work["security_lead"].controls > 10
    assert work["security_lead"].documents >= 1
    assert re.fullmatch("[a-z_]+", next(iter(work)))
