"""A section as it would print with a text that is being written."""

from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.section_preview import line_of, said, section_html
from soc2desk.domain.problems import ContentProblem
from tests.composed import DAY, of_sample

DESK = Desk(Path("nowhere"), DAY)
HERE = of_sample("brightwater")
SECTION = "POL-ACP/access-review"


def test_the_section_reads_with_its_number_and_the_values_of_now_and_nothing_around_it() -> None:
    html = section_html(DESK, HERE, SECTION, "1. We at {{ company }} look {{ access_review_period | each }}. [ACC-07]")
    assert "We at Brightwater Labs Inc. look every quarter." in html
    assert ">11<" in html or "11 " in html
    assert "Separation of customers" not in html


def test_markup_of_the_web_stays_text() -> None:
    html = section_html(DESK, HERE, SECTION, "A <script>alert(1)</script> and <b>bold</b>.")
    assert "<script>" not in html
    assert "<b>bold" not in html


def test_a_problem_names_its_line_in_the_text_as_it_is_typed() -> None:
    text = "\n\nOne.\n\n{{ compny }}"
    with pytest.raises(ContentProblem) as caught:
        section_html(DESK, HERE, SECTION, text)
    assert line_of(caught.value.where, text) == 5
    assert said(caught.value).endswith("Did you mean company?")


def test_words_of_the_parser_are_left_out() -> None:
    with pytest.raises(ContentProblem) as caught:
        section_html(DESK, HERE, SECTION, "{% if has_office %}x")
    assert "Jinja" not in said(caught.value)
    assert "{% endif %}" in said(caught.value)


@pytest.mark.parametrize("where", ["", None, "POL-ACP", "POL-ACP/x, line ", "POL-ACP/x, line two"])
def test_a_place_without_a_line_has_none(where: str | None) -> None:
    assert line_of(where, "text") == 0
