from __future__ import annotations

import pytest

from soc2desk.app.place_names import place_name
from tests.composed import of_sample

PAGES = {"readiness": "Readiness"}


def name(place: str) -> str:
    return place_name(of_sample("brightwater").engagement, place, PAGES)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("pages.readiness", "Readiness"),
        ("answers.company", "What is the company called?"),
        ("people.dana-whitfield", "Dana Whitfield"),
        ("criteria.CC6.1", "CC6.1 "),
        ("not_relevant.P3.1", "P3.1 "),
        ("control_states.ACC-07", "ACC-07 "),
        ("owners.ACC-07", "ACC-07 "),
        ("approvals.POL-ACP", "Access"),
        ("documents.POL-ACP/reviews", "Access"),
    ],
)
def test_a_place_is_called_what_a_person_calls_it(place: str, said: str) -> None:
    assert name(place).startswith(said)


def test_a_family_and_a_role_have_their_names() -> None:
    engagement = of_sample("brightwater").engagement
    assert name("control_states.ACC") in {family.name for family in engagement.catalogue.families}
    assert name("roles.privacy_officer") == engagement.catalogue.role["privacy_officer"].name


@pytest.mark.parametrize("place", ["", "pages.gone", "answers.gone", "people.gone", "control_states.X", "roles.x", "?"])
def test_what_is_not_there_any_more_has_no_name(place: str) -> None:
    assert name(place) == ""
