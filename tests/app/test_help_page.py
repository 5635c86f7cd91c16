"""Help: why a question is asked, what stands behind it, and words explained; every link leads somewhere."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from urllib.parse import unquote

import pytest

from soc2desk.app.appears import AppearsIndex, appears_index
from soc2desk.app.help_page import help_of
from soc2desk.app.pages import OVERVIEW, page_of
from soc2desk.content.window_words import load_window_words
from soc2desk.desktop.words import Words
from tests.composed import catalogue, of_sample


@cache
def index() -> AppearsIndex:
    return appears_index(of_sample("brightwater"))


@cache
def say() -> Words:
    return Words(load_window_words())


def page(place: str) -> str:
    return unescape(help_of(place, index(), say()).html)


def test_the_help_of_a_question_tells_why_what_stands_behind_it_and_what_will_be_asked() -> None:
    question = catalogue().questions["access_review_period"]
    html = re.sub(r"</?a[^>]*>", "", page("help.access_review_period"))
    assert help_of("help.access_review_period", index(), say()).title == question.label
    assert " ".join(question.help.split()) in " ".join(html.split())
    assert "ACC-07 " + catalogue().control["ACC-07"].title in html
    assert catalogue().criterion["CC6.2"].description in html
    assert "ER-0" in html


def test_the_place_of_a_question_has_the_same_help() -> None:
    assert page("answers.company") == page("help.company")


@pytest.mark.parametrize("kind", ["questions", "terms", "criteria", "controls", "pages"])
def test_every_link_of_every_help_page_leads_somewhere(kind: str) -> None:
    ids = {
        "questions": list(catalogue().questions),
        "terms": list(catalogue().term),
        "criteria": [f"criteria.{one}" for one in index().engagement.scope.criteria],
        "controls": [f"control_states.{one.id}" for one in index().engagement.controls],
        "pages": [f"pages.{one.id}" for one in catalogue().pages],
    }[kind]
    known = {*catalogue().questions, *catalogue().term, "glossary"}
    for name in ids:
        html = help_of(name if "." in name else f"help.{name}", index(), say()).html
        for link in re.findall(r'href="#([^"]*)"', html):
            place = unquote(unescape(link))
            if place.startswith("help."):
                assert place.removeprefix("help.") in known, f"{name} leads to {place}"
            else:
                assert page_of(catalogue(), place) != OVERVIEW, f"{name} leads to {place}"


def test_what_nobody_knows_gets_the_glossary() -> None:
    html = page("help.<script>")
    assert "<script>" not in html
    assert catalogue().terms[0].term in html
