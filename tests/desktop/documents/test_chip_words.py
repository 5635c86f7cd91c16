"""What labels in a wording say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import open_desk
from soc2desk.app.wording_pieces import whole_piece
from soc2desk.desktop.documents.chip_words import LONGEST, face_of
from soc2desk.desktop.words import Words
from soc2desk.domain.answers import Answer
from soc2desk.domain.conditions import names_in
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, catalogue, sample

if TYPE_CHECKING:
    from soc2desk.desktop.documents.chip_words import Face

WORDS = Words(open_desk().window_words)
HERE = decide_engagement(catalogue(), sample("brightwater"), DAY)


def face(source: str, project: Project | None = None) -> Face:
    here = HERE if project is None else decide_engagement(catalogue(), project, DAY)
    piece = whole_piece(source, here)
    assert piece is not None
    return face_of(piece, WORDS, catalogue())


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{{ access_review_period | each }}", "every quarter"),
        ("{% if has_office %}", "only if there is an office"),
        ("{% if not develops_software %}", "only if no software is developed here"),
        (
            "{% if 'change_record' in kept_in_tools %}",
            "only if “Which records are kept in a tool?” names Changes",
        ),
        (
            "{% if 'code' not in scan_scope %}",
            "only if “What is scanned for weaknesses?” does not name source code with its components",
        ),
        ("{% elif 'privacy' in categories %}", "otherwise, if Privacy is examined"),
        ("{% else %}", "otherwise"),
        ("{%- endif -%}", "end"),
        ("{% for s in systems %}", "for each of the systems"),
        ("{% if has_office and runs_own_equipment %}",
         "only if there is an office and the company runs equipment of its own"),
    ],
)  # fmt: skip
def test_a_label_says_in_words_what_it_stands_for(source: str, says: str) -> None:
    found = face(source)
    assert says in {found.short, found.told}


def test_a_comparison_names_the_question_and_the_choice_in_their_words() -> None:
    question = catalogue().questions["privacy_role"]
    told = face("{% if privacy_role == 'processor' %}").told
    assert question.label in told
    assert question.choice_label("processor") in told


def test_what_is_open_is_said_and_does_not_look_as_what_is_answered() -> None:
    found = face("{{ company }}", Project())
    assert found.tone == "open"
    assert found.short.startswith("open: ")
    assert face("{{ company }}").tone == "value"


def test_a_long_value_is_cut_on_the_label_and_told_in_full() -> None:
    project = Project(answers={"company": Answer("Long name\n" * 40)})
    found = face("{{ company }}", project)
    assert len(found.short) <= LONGEST
    assert "Long name " * 30 in found.told


def test_every_condition_of_the_shipped_documents_has_words_of_its_own_or_a_question() -> None:
    import re

    texts = [*(one.body for one in catalogue().templates), *(one.body for one in catalogue().partials)]
    conditions = {tag for text in texts for tag in re.findall(r"\{% (?:el)?if [^%]+%\}", text)}
    assert len(conditions) > 20
    for source in conditions:
        piece = whole_piece(source, HERE)
        assert piece is not None
        assert piece.condition is not None
        told = face(source).told
        for name in names_in(piece.condition):
            assert not re.search(rf"\b{name}\b", told) or name == "categories", told
