"""A class sees one thing at a time, and nothing of the company that was not asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.presenting import Slide, Topic, slides, start_at
from soc2desk.content.window_words import load_window_words
from soc2desk.domain.findings import Finding, Severity
from tests.composed import of_sample

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition

PARTICULARS = "Ada Nobody left on 2026-10-01."


def planted() -> Composition:
    found = Finding("FD-02", Severity.HIGH, "Owner has left", PARTICULARS, "Name somebody.", "owners.ACC-07")
    return replace(of_sample("brightwater"), findings=(found,))


@cache
def shown(topic: Topic) -> tuple[Slide, ...]:
    words = load_window_words()

    def say(key: str, **values: object) -> str:
        return words[key].format_map(values)

    return slides(topic, planted(), say)


def told(slide: Slide) -> str:
    return "\n".join((slide.title, *(text for part in slide.parts for text in part)))


def test_every_question_that_matters_has_a_slide_and_no_slide_shows_an_answer() -> None:
    engagement = planted().engagement
    hidden = {name for name, one in engagement.names.stated.items() if one.hidden}
    places = {slide.place for slide in shown(Topic.QUESTIONS)}
    assert places == {f"answers.{name}" for name in engagement.catalogue.questions if name not in hidden}
    assert "Granite Vault" not in "".join(map(told, shown(Topic.QUESTIONS)))


def test_what_a_finding_says_of_the_company_stands_apart() -> None:
    (slide,) = shown(Topic.FINDINGS)
    assert PARTICULARS not in told(slide)
    assert slide.own == PARTICULARS
    assert "of an invented company" in told(slide)


def test_two_findings_of_one_kind_are_told_apart_by_what_they_concern() -> None:
    made = of_sample("brightwater")
    single = [one for one in made.findings if one.rule == "FD-45"]
    assert len(single) > 1
    titles = [
        slide.title for slide in slides(Topic.FINDINGS, replace(made, findings=tuple(single)), lambda key, **_: key)
    ]
    assert len(set(titles)) == len(titles)
    assert f"Criterion with a single control ({single[0].criteria[0]})" in titles


def test_the_chain_leads_from_a_criterion_through_control_and_clause_to_evidence() -> None:
    group = [slide for slide in shown(Topic.CHAIN) if slide.group == "CC6.2"]
    kinds = [slide.place.partition(".")[0] for slide in group]
    assert kinds[:2] == ["criteria", "control_states"]
    assert kinds[2] == "documents"
    asked = next(slide for slide in group if "an auditor asks for" in slide.title)
    assert "ER-" in told(asked)


@pytest.mark.parametrize("topic", Topic)
def test_names_of_people_stand_on_no_slide(topic: Topic) -> None:
    people = [person.name for person in planted().engagement.project.people]
    text = "\n".join(map(told, shown(topic)))
    assert people
    assert not [name for name in people if name in text]


def test_it_begins_at_the_place_that_was_looked_at() -> None:
    found = shown(Topic.CHAIN)
    assert found[start_at("criteria.CC6.2", found)].title.startswith("CC6.2 ")
    assert start_at("answers.company", found) == 0
    assert start_at("anything", ()) == 0
