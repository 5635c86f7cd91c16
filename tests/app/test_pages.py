from __future__ import annotations

import pytest

from soc2desk.app.pages import RUNNING, interview_pages, page_of, window_pages
from tests.composed import SAMPLES, catalogue, of_sample


def test_every_page_of_questions_stands_once_and_the_scope_stands_with_what_is_checked() -> None:
    pages = window_pages(catalogue())
    assert sorted(pages) == sorted(set(pages))
    assert {page.id for page in catalogue().pages} <= set(pages)
    assert pages[-6 - len(RUNNING) :] == ("scope", "controls", "already", "documents", "readiness", *RUNNING, "packet")
    assert "scope" not in interview_pages(catalogue())


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("answers.company", "company"),
        ("answers.categories", "scope"),
        ("people", "people"),
        ("people.dana-whitfield", "people"),
        ("roles.it_lead", "people"),
        ("vendors.fundy", "vendors"),
        ("systems.gauge", "systems"),
        ("owners.ACC-07", "controls"),
        ("control_states.ACC", "controls"),
        ("criteria.CC6.1", "scope"),
        ("not_relevant.P3.1", "scope"),
        ("approvals.POL-ACP", "documents"),
        ("edits.POL-ACP/scope", "documents"),
        ("own_controls.OWN-01", "controls"),
        ("documents.POL-ACP/reviews/quarterly", "documents"),
        ("pages.readiness", "readiness"),
        ("pages.home", "home"),
        ("help.company", "company"),
        ("help.carve_out", ""),
    ],
)
def test_every_kind_of_place_has_its_page(place: str, page: str) -> None:
    assert page_of(catalogue(), place) == page


@pytest.mark.parametrize("place", ["", ".", "answers.", "answers.nobody_asks", "pages.nowhere", "x.y", "\u202e<b>"])
def test_a_place_that_nobody_knows_leads_to_the_overview(place: str) -> None:
    assert page_of(catalogue(), place) == "overview"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_finding_has_a_page_of_its_own(name: str) -> None:
    pages = {page_of(catalogue(), finding.place) for finding in of_sample(name).findings}
    assert pages <= set(window_pages(catalogue()))
