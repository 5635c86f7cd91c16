from __future__ import annotations

from dataclasses import replace
from functools import cache
from string import Formatter

import pytest

from soc2desk.app.appearance import MOST, Appearance, Where, most_telling
from soc2desk.app.appears import AppearsIndex, Shown, appears_index
from soc2desk.app.deciding import BY_PROGRAM, decided
from soc2desk.content.window_words import load_window_words
from soc2desk.domain.project import Project
from tests.composed import SAMPLES, after, catalogue, composed, of_sample, sample


@cache
def index(name: str = "brightwater") -> AppearsIndex:
    return appears_index(of_sample(name))


def said(question: str, name: str = "brightwater") -> list[str]:
    return [f"{one.kind} {one.title} {one.number}".strip() for one in index(name).of(question).shown]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_question_says_where_it_shows_or_what_it_decides(name: str) -> None:
    silent = [question for question in catalogue().questions if not index(name).of(question).shown]
    assert silent == []


def test_an_empty_project_says_so_too() -> None:
    empty = appears_index(composed(Project()))
    assert [question for question in catalogue().questions if not empty.of(question).shown] == []


def test_a_clause_is_named_with_its_number_and_the_matrix_with_its_criterion() -> None:
    found = index().of("access_review_period")
    number = next(
        block.number  # type: ignore[union-attr]
        for document in of_sample("brightwater").documents
        for block in document.blocks
        if getattr(block, "id", "") == "POL-ACP/access-review/review-all"
    )
    place = "documents.POL-ACP/access-review/review-all"
    assert found.shown[0] == Appearance(place, Where.CLAUSE, "Access control policy", number)
    assert (found.shown[-1].kind, found.shown[-1].number) == (Where.MATRIX, "CC6.2")
    assert found.prints


def test_a_rhythm_is_found_under_the_question_that_sets_it() -> None:
    assert said("self_check_period")[0].startswith("clause Evidence collection procedure")


def test_of_many_places_the_first_are_of_different_documents_and_the_rest_is_counted() -> None:
    found = index().of("service")
    assert len(found.shown) == MOST
    assert len({one.title for one in found.shown}) == MOST
    assert found.more > MOST
    assert found.shown[-1].kind is Where.MATRIX


def test_what_a_policy_says_stands_before_what_a_plan_or_the_description_says() -> None:
    assert said("alert_triage_hours")[0].startswith("clause Logging and monitoring policy")
    assert "Description" not in said("access_removal_limit")[0]


def test_an_answer_that_prints_nowhere_says_what_it_decides() -> None:
    assert not index().of("runs_own_equipment").prints
    assert said("runs_own_equipment")[0].startswith("clause Business continuity and recovery plan")
    assert said("firm_logo") == ["covers"]


def test_what_stands_in_a_subsection_is_said_with_the_number_of_its_section() -> None:
    assert "section System description 7" in said("user_controls_said")
    assert not [line for line in said("user_controls_said") if line.endswith(" ")]


def test_a_question_decides_the_questions_that_wait_for_it() -> None:
    numbers = {"POL-ACP/scope": "2"}
    places = decided(of_sample("brightwater").engagement, numbers)["runs_own_equipment"]
    assert Appearance("answers.has_equipment_room", Where.QUESTION, label("has_equipment_room")) in places
    assert Appearance("documents.POL-ACP/scope", Where.SECTION, "Access control policy", "2") in places


def label(question: str) -> str:
    return catalogue().questions[question].label


def test_a_suggested_value_shows_in_the_same_places() -> None:
    before, now = said("recheck_count", "tamarack"), appears_index(after("tamarack", "recheck_count="))
    assert [f"{one.kind} {one.title} {one.number}" for one in now.of("recheck_count").shown] == before


def test_what_the_program_reads_itself_names_documents_there_are() -> None:
    ids = {document.id for document in of_sample("brightwater").documents}
    assert BY_PROGRAM.keys() <= catalogue().questions.keys()
    for places in BY_PROGRAM.values():
        for one in places:
            kind, _, name = one.place.partition(".")
            assert kind == "pages" or name in ids


def test_every_kind_of_place_has_its_words() -> None:
    words = load_window_words()
    for kind in Where:
        fields = {name for _, name, _, _ in Formatter().parse(words[f"appears.{kind}"]) if name}
        assert fields <= {"title", "number"}


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("answers.access_review_period", Shown("POL-ACP", "POL-ACP/access-review/review-all")),
        ("people.dana-whitfield", Shown("REG-PPL", "dana-whitfield")),
        ("people", Shown("REG-PPL")),
        ("roles.it_lead", Shown("REG-PPL", "it_lead")),
        ("vendors.nobody", Shown("REG-SUB")),
        ("systems.production", Shown("POL-ACP", "POL-ACP/systems")),
        ("control_states.ACC-07", Shown("DSC", "DSC/acc/acc-07")),
        ("control_states.ACC", Shown("DSC", "DSC/acc")),
        ("owners.ACC-07", Shown("DSC", "DSC/acc/acc-07")),
        ("criteria.CC6.1", Shown("REG-COV", "CC6.1")),
        ("approvals.POL-ACP", Shown("POL-ACP")),
        ("documents.POL-ACP/systems", Shown("POL-ACP", "POL-ACP/systems")),
        ("documents.POL-ACP/gone", Shown("POL-ACP")),
    ],
)
def test_the_preview_shows_the_document_a_place_changes_most(place: str, shown: Shown) -> None:
    assert index().document_for(place) == shown


@pytest.mark.parametrize(
    "place", ["", ".", "pages.home", "help.company", "answers.nobody_asks", "documents.NOPE", "control_states.ZZZ-99",
              "answers.firm_logo", "x" * 5000],
)  # fmt: skip
def test_where_no_document_is_meant_none_is_shown(place: str) -> None:
    assert index().document_for(place) is None


def test_a_planned_control_shows_in_its_policy_and_one_that_does_not_apply_in_the_matrix_of_the_team() -> None:
    planned = appears_index(after("brightwater", "control_states.ACC-07.state=planned"))
    assert planned.document_for("control_states.ACC-07") == Shown("POL-ACP", "POL-ACP/access-review/review-all")
    away = appears_index(
        after("brightwater", "control_states.ACC-07.state=does_not_apply", "control_states.ACC-07.reason=No accounts")
    )
    assert away.document_for("control_states.ACC-07") == Shown("REG-ALL", "ACC-07")


def test_an_unknown_question_appears_nowhere() -> None:
    assert index().of("nobody_asks").shown == ()


def test_few_places_are_all_shown_and_none_is_counted_twice() -> None:
    one, two = (Appearance(f"documents.P/{n}", Where.CLAUSE, "P", n) for n in "12")
    line = Appearance("control_states.ACC-01", Where.MATRIX, "Matrix", "CC6.1")
    found = most_telling((one, two), (line,), prints=True)
    assert (found.shown, found.more) == ((one, two, line), 0)
    assert most_telling((), (), prints=False).shown == ()


def test_what_people_type_does_not_change_where_it_shows() -> None:
    hostile = replace(sample("brightwater").answers["service"], value="{{ company }} <b>@id</b> ## @purpose")
    project = replace(sample("brightwater"), answers={**sample("brightwater").answers, "service": hostile})
    assert appears_index(composed(project)).of("service") == index().of("service")
