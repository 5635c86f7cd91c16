"""Texts outside the language, and parts the engine cannot set."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, with_control, written


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{{ no_such_name }}", "stands behind no question"),
        ("{{ service | upper }}", "not one of ours"),
        ("{% set a = 1 %}", "outside the template language"),
        ("{% if service %}", "cannot be read"),
        ("{% for p in people %}x{% endfor %}", 'no table "people"'),
        ("{{ 1 + 1 }}", "outside the template language"),
        ("```sketch\nx\n```", "is not known"),
        ("    code", "cannot stand in a document"),
        ("## Heading", "has no id"),
        ("1. @a One. [GOV-01]\n2. Two. [GOV-01]", "has no id"),
        ("1. One. [GOV-01]\n2. @b Two. [GOV-01]", "has no id"),
        ("1. One. [GOV-01]\n2. Two.", "has no id"),
        ("```form\nDay | moment |\n```", "is not known"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(line: str, says: str) -> None:
    faults = seen("readable", written("## @one One", "", line))
    assert says in faults[0].message
    assert faults[0].where in {at(14), at(15)}


def test_a_tag_over_two_lines_is_named() -> None:
    faults = seen("readable", written("## @one One", "", "Words {{ service", "}} and more."))
    assert at(14) in {fault.where for fault in faults}


def test_a_piece_is_read_by_itself() -> None:
    catalogue = written("## @one One", pieces={"end.md": "Fine.\n\n{{ nobody_asks }}\n"})
    (fault,) = seen("readable", catalogue)
    assert fault.where == "policy_templates/en/_partials/end.md, line 3"


def test_a_statement_that_cannot_be_read_is_named_by_its_row() -> None:
    (fault,) = seen("readable", with_control("ACC-07", statement="Access {{ is_reviewed }}."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")


def test_what_the_language_offers_is_read() -> None:
    lines = (
        "## @one One",
        "",
        "1. @a {{ company }} reviews {{ access_review_period | each }}.{% if has_office %} More.{% endif %} [ACC-07]",
        "   - below it",
        "",
        "> **Note.** Words.",
        "",
        "- [ ] a box",
        "",
        "***",
        "",
        "{% for s in systems %}",
        "- {{ s.name }}",
        "{% endfor %}",
        "",
        "```form",
        "Day | date | When it was done",
        "```",
    )
    assert seen("readable", written(*lines)) == ()
