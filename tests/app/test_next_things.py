from __future__ import annotations

from dataclasses import replace
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.next_things import NextThing, next_of, next_things
from soc2desk.app.pages import page_of
from soc2desk.content.window_words import load_window_words
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, after, catalogue, composed, of_sample, sample

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition


def keys(made: Composition, count: int = 9) -> list[str]:
    return [one.key.removeprefix("overview.next.") for one in next_things(made, count)]


def words(key: str) -> str:
    return load_window_words()[key]


STAGES = (
    composed(Project()),
    after("tamarack", "service=", "recheck_count="),
    composed(replace(sample("tamarack"), roles=())),
    composed(replace(sample("tamarack"), people=(), roles=(), owners=(), approvals=(), control_states=())),
    composed(replace(sample("brightwater"), control_states=(), approvals=())),
    after("brightwater", "people.dana-whitfield.end=2026-11-01"),
    of_sample("tamarack"),
)


def test_an_empty_project_begins_with_its_first_page() -> None:
    first, second, *_ = next_things(STAGES[0])
    assert (first.place, first.key) == ("answers.company", "overview.next.page.many")
    assert first.values["page"] == "Your company"
    assert second.place == "people"


def test_a_role_nobody_holds_comes_first_with_the_documents_that_wait_for_it() -> None:
    first = next_things(composed(replace(sample("tamarack"), roles=())))[0]
    assert first.place.startswith("roles.")
    assert int(first.values["count"]) > 1
    assert first.key == "overview.next.role.many"


def test_no_role_is_asked_for_while_there_is_nobody_to_hold_it() -> None:
    assert keys(STAGES[3])[0] == "people"
    assert not any(key.startswith("role") for key in keys(STAGES[3]))


def test_one_open_answer_and_one_usual_value_are_counted_as_one() -> None:
    assert keys(STAGES[1])[:2] == ["page.one", "suggested.one"]
    assert next_things(STAGES[1])[0].place == "answers.service"


def test_controls_come_before_approvals_and_the_packet_is_last() -> None:
    found = keys(STAGES[4])
    assert found.index("controls.many") < found.index("approve.many")
    assert found[-1] == "packet"
    assert keys(of_sample("tamarack")) == ["final"]


def test_a_must_fix_is_offered_with_its_title() -> None:
    things = [one for one in next_things(STAGES[5], 9) if one.key == "overview.next.finding"]
    assert [one.place for one in things] == ["people.dana-whitfield"]


def test_no_more_than_asked_for_are_returned() -> None:
    assert len(next_things(STAGES[3])) == 3
    assert len(next_things(STAGES[3], 1)) == 1
    assert next_things(STAGES[3], 0) == ()


@pytest.mark.parametrize("made", STAGES)
def test_every_step_has_its_sentence_and_leads_to_a_page(made: Composition) -> None:
    for one in next_things(made, 99):
        fields = {name for _, name, _, _ in Formatter().parse(words(one.key)) if name}
        assert fields <= one.values.keys()
        assert page_of(catalogue(), one.place) != "overview"


def test_the_answers_alone_tell_the_same_next_step() -> None:
    for made in STAGES[:5]:
        assert next_of(made.engagement) == next_things(made, 1)[0]
    done = next_of(decide_engagement(catalogue(), sample("tamarack"), DAY))
    assert done == NextThing("pages.packet", "overview.next.packet")
