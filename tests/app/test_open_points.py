from __future__ import annotations

from dataclasses import replace

from soc2desk.app.open_points import next_open, open_places
from soc2desk.app.pages import page_of, window_pages
from soc2desk.domain.project import Project
from tests.composed import after, catalogue, composed, of_sample, sample


def test_findings_come_before_open_questions_and_the_last_leads_to_the_first() -> None:
    made = after("brightwater", "service=", "people.dana-whitfield.end=2026-11-01")
    places = open_places(made)
    assert places[0] == made.findings[0].place
    assert places[-1] == "answers.service"
    assert next_open(made) == places[0]
    assert next_open(made, places[0]) == places[1]
    assert next_open(made, places[-1]) == places[0]


def test_each_place_is_named_once_so_that_the_walk_ends() -> None:
    made = composed(Project())
    places = open_places(made)
    assert len(places) == len(set(places))
    seen, at = [], ""
    for _ in places:
        at = next_open(made, at)
        seen.append(at)
    assert tuple(seen) == places


def test_open_questions_follow_the_order_of_the_pages() -> None:
    order = window_pages(catalogue())
    made = replace(composed(Project()), findings=())
    pages = [order.index(page_of(catalogue(), place)) for place in open_places(made)]
    assert pages == sorted(pages)


def test_a_place_where_nothing_is_open_leads_to_the_first() -> None:
    assert next_open(of_sample("brightwater"), "answers.company") == next_open(of_sample("brightwater"))


def test_nothing_open_leads_nowhere() -> None:
    made = replace(composed(sample("tamarack")), findings=())
    assert next_open(made, "pages.readiness") == ""
