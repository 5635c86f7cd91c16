"""A firm's documents are refused when they are read: before a company is known, with file and line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.document.firm_templates import check_language
from soc2desk.domain.policies import Partial
from soc2desk.domain.problems import ContentProblem, SeveralProblems
from tests.composed import catalogue
from tests.document.any_engagement import template


def test_our_own_documents_keep_to_the_language() -> None:
    check_language(catalogue())


def test_all_that_steps_outside_is_told_at_once_and_a_piece_once() -> None:
    ours = catalogue()
    bodies = (
        "{{ company.__class__ }}\n",
        "One.\n{% set a = 1 %}\n",
        "{% include 'own.md' %}",
        "{% include 'own.md' %}",
    )
    made = tuple(template(body, f"POL-{number}", path=f"firm/{number}.md") for number, body in enumerate(bodies))
    piece = Partial("own.md", "firm/own.md", "One.\n\n{{ self.__init__.__globals__ }}\n")
    with pytest.raises(SeveralProblems) as caught:
        check_language(replace(ours, templates=(*ours.templates, *made), partials=(*ours.partials, piece)))
    places = [problem.where for problem in caught.value.problems]
    assert places == ["firm/0.md, line 1", "firm/1.md, line 2", "_partials/own.md, line 3"]


def test_a_piece_of_a_firm_that_breaks_a_document_of_ours_is_told() -> None:
    ours = catalogue()
    pieces = tuple(replace(one, body="{{ nothing }}") if one.name == "law.md" else one for one in ours.partials)
    with pytest.raises(ContentProblem, match='"nothing" stands behind no question') as caught:
        check_language(replace(ours, partials=pieces))
    assert caught.value.where == "_partials/law.md, line 1"
