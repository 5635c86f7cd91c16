"""The content that comes with the program: complete, joined, and without a promise nobody made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.names import cadence_name
from soc2desk.domain.questions import PROMISES, QuestionKind
from soc2desk.domain.terms import terms_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.controls import Control

RHYTHM = re.compile(
    r"\b(hourly|daily|weekly|fortnightly|monthly|quarterly|half-yearly|yearly|annual|annually|semi-annual(ly)?|biannual(ly)?"
    r"|(every|each|per|a) (working |calendar )?(day|week|month|quarter|half-year|year)"
    r"|every (two|three|six|twelve|other)|once|twice|\d+)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(appropriate|as needed|timely|periodically|regularly|promptly|where possible|best practice|industry standard"
    r"|ensures?|robust|state-of-the-art|compliant|certified)\b",
    re.IGNORECASE,
)
VALUE = re.compile(r"\{\{ (\w+)((?: \| \w+)*) \}\}")
FITS = {
    QuestionKind.CADENCE: {"each", "adjective", "noun"},
    QuestionKind.NUMBER: {"amount"},
    QuestionKind.LIST: {"listed"},
    QuestionKind.MANY: {"listed"},
    QuestionKind.TEXT: {"", "capital"},
    QuestionKind.DURATION: {""},
    QuestionKind.CHOICE: {""},
}


def statements(catalogue: Catalogue) -> Iterator[tuple[Control, str]]:
    for control in catalogue.controls:
        yield control, control.statement
        for variant in control.variants:
            yield control, variant.statement


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("categories", 5),
        ("criteria", 61),
        ("skill_areas", 12),
        ("families", 20),
        ("roles", 9),
        ("controls", 113),
        ("requests", 136),
        ("populations", 68),
        ("policies", 37),
        ("records", 26),
        ("findings", 74),
        ("pages", 20),
        ("tables", 14),
        ("risks", 51),
        ("laws", 3),
        ("baseline", 18),
        ("baseline_item", 47),
    ],
)
def test_everything_is_there(catalogue: Catalogue, part: str, count: int) -> None:
    assert len(getattr(catalogue, part)) == count


def test_the_pages_come_in_the_order_in_which_a_person_can_answer_them(catalogue: Catalogue) -> None:
    assert [page.id for page in catalogue.pages] == [
        "company",
        "service",
        "people",
        "systems",
        "vendors",
        "report",
        "scope",
        "tools",
        "people_practices",
        "access",
        "watching",
        "incidents",
        "continuity",
        "description",
        "risks",
        "access_lists",
        "commitments_exceptions",
        "privacy",
        "learning",
        "brand",
    ]
    assert all(page.questions or page.tables for page in catalogue.pages)


def test_no_text_offers_an_answer_that_its_question_does_not_take(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        assert question.optional or '"none"' not in question.help, question.id
        assert question.kind in PROMISES or '"not yet"' not in question.help, question.id


def test_the_glossary_explains_the_words_of_the_questions(catalogue: Catalogue) -> None:
    assert len(catalogue.terms) >= 60
    labels = " ".join(question.label for question in catalogue.questions.values())
    found = {mention.term.id for mention in terms_in(labels, catalogue.terms)}
    assert {"mfa", "access_review", "restore_test", "emergency_change", "owner", "incident"} <= found


def test_the_counts_inside_are_right(catalogue: Catalogue) -> None:
    assert sum(control.core for control in catalogue.controls) == 73
    assert sum("always" in control.categories for control in catalogue.controls) == 84
    assert sum(len(record.fields) for record in catalogue.records) == 288
    assert [control.id for control in catalogue.baseline].count("BC.13") == 1
    assert sum(len(control.items) for control in catalogue.baseline if control.id.startswith("BC.")) == 42
    by_category = [criterion.category for criterion in catalogue.criteria]
    assert [by_category.count(category.id) for category in catalogue.categories] == [33, 3, 5, 2, 18]


def test_every_value_the_controls_stand_on_is_asked_for(catalogue: Catalogue) -> None:
    own = {cadence_name(control.id) for control in catalogue.controls}
    used = {name for control in catalogue.controls for name in control.uses} - own - {"type_2"}
    assert used <= catalogue.questions.keys()
    assert len(used) >= 48


def test_no_statement_has_a_rhythm_or_a_number_that_nobody_answered(catalogue: Catalogue) -> None:
    typed = {
        control.id: found[0]
        for control, text in statements(catalogue)
        if (found := RHYTHM.search(VALUE.sub("", text).replace("SOC 2", "")))
    }
    assert typed == {}


def test_no_statement_has_a_vague_word(catalogue: Catalogue) -> None:
    assert [control.id for control, text in statements(catalogue) if VAGUE.search(text)] == []


def test_no_criterion_is_told_in_vague_words(catalogue: Catalogue) -> None:
    """A class reads them on the wall, in our words: what a control has to do must not be left open there either."""
    assert not [one.id for one in catalogue.criteria if VAGUE.search(f"{one.title} {one.description}")]


def test_every_value_is_printed_in_a_way_that_fits_it(catalogue: Catalogue) -> None:
    for control, text in statements(catalogue):
        for name, filters in VALUE.findall(text):
            kind = catalogue.questions[name].kind if name in catalogue.questions else QuestionKind.CADENCE
            assert filters.removeprefix(" | ") in FITS[kind], (control.id, name, filters)


def test_a_control_with_dated_acts_says_how_often(catalogue: Catalogue) -> None:
    silent = [
        control.id
        for control in catalogue.controls
        if control.cadence not in {Cadence.CONTINUOUS, Cadence.PER_EVENT}
        and not {control.cadence_from, cadence_name(control.id)} & set(control.uses)
    ]
    assert silent == []


def test_a_rhythm_from_a_question_is_its_usual_value(catalogue: Catalogue) -> None:
    for control in catalogue.controls:
        if control.cadence_from:
            assert catalogue.questions[control.cadence_from].suggest == control.cadence.value, control.id


def test_every_statement_is_one_sentence_with_a_capital(catalogue: Catalogue) -> None:
    for control, text in statements(catalogue):
        first = re.sub(r"^\{%.*?%\}", "", text)
        assert first[0].isupper() or first.startswith(("{{ company }}", "{{ oversight_body | capital }}")), control.id
        assert text.endswith(".")
        assert text.count("{") == text.count("}")


def test_nobody_reviews_what_they_own(catalogue: Catalogue) -> None:
    assert [control.id for control in catalogue.controls if control.owner == control.reviewer] == []


def test_every_criterion_is_met_whenever_its_category_is_chosen(catalogue: Catalogue) -> None:
    for criterion in catalogue.criteria:
        brings = {"always", criterion.category}
        assert any(
            criterion.id in control.criteria and brings & set(control.categories) for control in catalogue.controls
        ), criterion.id


def test_the_lean_set_reaches_every_common_criterion(catalogue: Catalogue) -> None:
    met = {criterion for control in catalogue.controls if control.core for criterion in control.criteria}
    assert {one.id for one in catalogue.criteria if one.category == "security"} <= met


@pytest.mark.parametrize("report_type", ["type_1", "type_2"])
def test_every_control_is_asked_for(catalogue: Catalogue, report_type: str) -> None:
    asked = {control for one in catalogue.requests if report_type in one.report_types for control in one.controls}
    assert {control.id for control in catalogue.controls} - asked == set()


def test_every_control_belongs_in_a_policy(catalogue: Catalogue) -> None:
    placed = {control for policy in catalogue.policies for control in policy.controls}
    assert {control.id for control in catalogue.controls} - placed == set()


def test_a_sample_is_picked_from_a_full_list_or_the_schedule(catalogue: Catalogue) -> None:
    kinds = {request.id: request.kind for request in catalogue.requests}
    for request in catalogue.requests:
        if request.sample_from and request.sample_from != "calendar":
            assert kinds[request.sample_from] != "sample", request.id


def test_every_rhythm_and_unit_has_its_words(catalogue: Catalogue) -> None:
    for cadence in Cadence:
        for form in ("each", "adjective", "noun"):
            assert catalogue.phrases[f"cadence.{form}.{cadence}"]
    for question in catalogue.questions.values():
        if question.unit:
            assert catalogue.phrases[f"unit.{question.unit}.one"]


def test_what_is_asked_of_a_reader_holds_no_rhythm_either(catalogue: Catalogue) -> None:
    typed = re.compile(r"\b(daily|weekly|monthly|quarterly|yearly|annual|every quarter|each quarter)\b", re.IGNORECASE)
    texts = [
        *(request.request for request in catalogue.requests),
        *(control.title for control in catalogue.controls),
        *(control.shown_type_2 for control in catalogue.controls),
        *(item.what for control in catalogue.controls for item in control.evidence),
        *(record.when for record in catalogue.records),
        *(rule for record in catalogue.records for rule in record.rules),
        *(finding.fix for finding in catalogue.findings),
    ]
    assert [text for text in texts if typed.search(text)] == []


def test_every_question_can_be_understood_where_no_other_stands_before_it(catalogue: Catalogue) -> None:
    labels = [question.label for question in catalogue.questions.values()]
    assert sorted({one for one in labels if labels.count(one) > 1}) == [], "in a preset these are lines alone"
    assert [one for one in labels if one.startswith("And ") or one in {"How often?", "How many?"}] == []
