"""A section's text taken apart and put together again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.app.desk import Desk
from soc2desk.app.wording import sections
from soc2desk.app.wording_pieces import Kind, Piece, insertables, pieces, whole_piece
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, changed, sample

DESK = Desk(Path("nowhere"), DAY)
BASE = sample("brightwater")
HERE = decide_engagement(catalogue(), BASE, DAY)
EMPTY = decide_engagement(catalogue(), Project(), DAY)


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, one.source) for one in pieces(text, HERE)]


def test_every_shipped_section_is_put_together_again_unchanged_with_no_tag_left_as_text() -> None:
    found = [one for template in catalogue().templates for one in sections(DESK, BASE, template.id)]
    assert len(found) >= 130
    for one in found:
        taken = pieces(one.template_text, HERE)
        assert "".join(part.source for part in taken) == one.template_text
        assert not [part for part in taken if part.kind is Kind.TEXT and ("{{" in part.source or "{%" in part.source)]


def test_a_value_reads_as_the_answer_in_the_form_of_its_filter() -> None:
    found = whole_piece("{{ access_review_period|each }}", HERE)
    assert found is not None
    assert (found.kind, found.words, found.mark) == (Kind.VALUE, "every quarter", "")
    assert found.label == catalogue().questions["access_review_period"].label


def test_an_open_value_reads_as_its_question_and_a_usual_one_as_itself_each_marked() -> None:
    found = whole_piece("{{ company }}", EMPTY)
    assert found is not None
    assert (found.words, found.mark) == (catalogue().questions["company"].label, "open")
    usual = whole_piece("{{ access_review_period | each }}", EMPTY)
    assert usual is not None
    assert usual.mark == "suggested"
    assert not usual.words.startswith("[")


def test_a_planned_value_is_marked() -> None:
    later = changed(BASE, "access_review_period=not yet")
    found = whole_piece("{{ access_review_period | each }}", decide_engagement(catalogue(), later, DAY))
    assert found is not None
    assert found.mark == "planned"


def test_names_of_clauses_and_controls_are_pieces_where_they_have_that_meaning_only() -> None:
    assert kinds("1. @one Write to @one. [ACC-07]\n### @two Two") == [
        (Kind.TEXT, "1. "), (Kind.ID, "@one"), (Kind.TEXT, " Write to @one. "), (Kind.CONTROL, "[ACC-07]"),
        (Kind.TEXT, "\n### "), (Kind.ID, "@two"), (Kind.TEXT, " Two"),
    ]  # fmt: skip
    assert kinds("[ZZZ-99] [ACC-07](POL-ACP) ACC-07") == [(Kind.TEXT, "[ZZZ-99] [ACC-07](POL-ACP) ACC-07")]
    assert kinds("{{ company }}1. @one x")[1:] == [(Kind.TEXT, "1. @one x")]


@pytest.mark.parametrize(
    "text",
    [
        "{{ unknown }}", "{{ company | upper }}", "{{ company() }}", "{% if nobody_knows %}", "{% if has_office( %}",
        "{% for x in range(9) %}", "{% for x in secrets %}", "{% set x = 1 %}", "{% include '/etc/passwd' %}",
        "{{ s.password }}", "{{ company", "{% if", "{{ {{ company", "<b>x</b>", "\ue000", "{% raw %}",
    ],
)  # fmt: skip
def test_what_the_language_does_not_know_stays_text(text: str) -> None:
    assert kinds(text) == [(Kind.TEXT, text)]


def test_conditions_loops_and_notes_are_pieces_of_their_own() -> None:
    text = "{% if has_office %}a{% elif type_2 %}b{% else %}{# note #}{% endif %}{% for s in systems %}{{ s.name }}"
    found = [one.kind for one in pieces(text, HERE)]
    assert " ".join(found) == "if text elif text else comment endif for field"


@given(st.text(alphabet=st.sampled_from("a@1. [ACC-07]{%}#|\n\ufffc\U0001f600 company"), max_size=80))
def test_no_text_loses_a_letter(text: str) -> None:
    assert "".join(one.source for one in pieces(text, HERE)) == text


def test_every_value_that_can_be_printed_is_offered_in_its_usual_form() -> None:
    offered = {one.source: one for one in insertables(HERE)}
    assert offered["{{ access_review_period | each }}"].words == "every quarter"
    assert "{{ has_office }}" not in offered
    for source in offered:
        piece = whole_piece(source, HERE)
        assert isinstance(piece, Piece)
