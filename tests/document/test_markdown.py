"""Markdown of the writer becomes blocks; values of the company become text and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Checklist,
    Clause,
    Form,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    SignOff,
    Table,
    plain,
)
from soc2desk.document.fill import CLOSE, OPEN, Filled
from soc2desk.document.markdown import parse
from soc2desk.document.walk import runs_in
from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import ContentProblem
from tests.composed import sample
from tests.document.any_engagement import blocks, engagement

NASTY = (
    "# not a heading",
    "- not a bullet",
    "1. @not-a-clause [ACC-01]",
    "**not bold** *nor this* `nor code`",
    "[ref](POL-ACP) <https://example.org> ![](x.png)",
    "<script>alert(1)</script> &amp; &#60;",
    "{{ company }} {% if has_office %}x{% endif %} {# gone #}",
    "| a | b |\n| --- | --- |",
    "```form\nLabel | text\n```",
    "***\n---\n===",
    "مرحبا بالعالم",
    "株式会社テスト漢字",
    "\u202eright to left\u202c",
    "No",
    "null",
    "back\\slash and \\{ brace",
    "two\n\nparagraphs",
    "x" * 10_000,
    f"{OPEN}0{CLOSE}",
    "@id at the start",
    "[ ] no box",
    "ref",
    "Acme [ACC-01]",
)


def company(name: str) -> tuple[str, ...]:
    """Return all text of a document in which the company's name stands everywhere a value may stand."""
    project = sample("brightwater")
    made = engagement(project=replace(project, answers={**project.answers, "company": Answer(name)}))
    text = (
        "## @one About {{ company }}\n\nBefore {{ company }} after.\n\n- {{ company }}\n\n"
        "1. @first {{ company }} does it. [ACC-01]\n\n| Who | What |\n| --- | --- |\n| {{ company }} | it |\n\n"
        "> **Note.** {{ company }}\n\n**{{ company }}** and `{{ company }}`\n\n{{ company }}\n"
    )
    found = blocks(text, made=made)
    assert [type(block) for block in found] == [
        Heading, Paragraph, Bullets, Clause, Table, Callout, Paragraph, Paragraph,
    ]  # fmt: skip
    return tuple(run.text for run in runs_in(found) if run.names == ("company",))


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_a_name_is_text_and_nothing_else(name: str) -> None:
    assert company(name) == (name,) * 9


@settings(deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_name_at_all_comes_through_as_it_was_typed(name: str) -> None:
    assert company(name) == (name,) * 9


def test_a_name_neither_makes_a_clause_nor_gives_it_a_control() -> None:
    made = engagement(project=replace(sample("brightwater"), answers={"company": Answer("@acme Acme [GOV-01]")}))
    text = "1. {{ company }} first\n2. then\n\n## @s {{ company }}\n\n1. @a By {{ company }}\n"
    steps, heading, clause = blocks(text, made=made)
    assert isinstance(steps, Bullets)
    assert isinstance(heading, Heading)
    assert heading.id == "ANY/s"
    assert isinstance(clause, Clause)
    assert (clause.id, clause.controls, plain(clause.runs)) == ("ANY/s/a", (), "By @acme Acme [GOV-01]")


def test_a_value_with_bars_stays_in_its_cell_and_in_its_field() -> None:
    table = blocks("| System | Note |\n| --- | --- |\n{% for s in systems %}\n| {{ s.name }} | x |\n{% endfor %}\n")[0]
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row.cells] for row in table.rows] == [["A | B", "x"]]
    made = engagement(project=replace(sample("brightwater"), answers={"company": Answer("A | choice(b) | c")}))
    form = blocks("```form\nName at {{ company }} | person | As at {{ company }}\n```\n", made=made)[0]
    assert isinstance(form, Form)
    assert [(f.label, f.kind, f.help) for f in form.fields] == [
        ("Name at A | choice(b) | c", "person", "As at A | choice(b) | c")
    ]


def test_every_kind_of_block_is_read() -> None:
    found = blocks(
        "## @s Title\n\n### @sub Deeper\n\nText.\n\n- one\n  - two\n\n1. step\n2. next\n\n- [ ] tick\n\n"
        "> Plain note.\n\n***\n\n```sign-off\nIT lead\nHR lead\n```\n"
    )
    assert [type(block) for block in found] == [
        Heading, Heading, Paragraph, Bullets, Bullets, Checklist, Callout, PageBreak, SignOff,
    ]  # fmt: skip
    heading, deeper, _, bullets, steps, ticks, note, _, sign_off = found
    assert (heading.id, heading.level, deeper.id, deeper.level) == ("ANY/s", 1, "ANY/sub", 2)  # type: ignore[union-attr]
    assert [item.level for item in bullets.items] == [0, 1]  # type: ignore[union-attr]
    assert (bullets.ordered, steps.ordered) == (False, True)  # type: ignore[union-attr]
    assert plain(ticks.items[0].runs) == "tick"  # type: ignore[union-attr]
    assert (note.title, plain(note.runs)) == ("", "Plain note.")  # type: ignore[union-attr]
    assert sign_off.roles == ("IT lead", "HR lead")  # type: ignore[union-attr]


def test_a_clause_keeps_its_id_its_controls_and_the_bullets_under_it() -> None:
    text = "## @s Title\n\n1. @one Somebody does **it**. [ACC-01] [GOV-09]\n   - this\n2. @two Another thing.\n"
    parts = parse(Filled(text, ()), "ANY", "any.md")
    clauses = [part.block for part in parts if isinstance(part.block, Clause)]
    assert [(c.id, plain(c.runs), c.controls) for c in clauses] == [
        ("ANY/s/one", "Somebody does it.", ("ACC-01", "GOV-09")),
        ("ANY/s/two", "Another thing.", ()),
    ]
    bullets = next(part for part in parts if isinstance(part.block, Bullets))
    assert (bullets.clause, bullets.section) == ("ANY/s/one", "ANY/s")


def test_looks_are_carried_by_the_runs() -> None:
    paragraph = blocks("A **bold** *slanted* `code` [ref](POL-OFF/limits) end.")[0]
    assert isinstance(paragraph, Paragraph)
    looks = {run.text: run for run in paragraph.runs}
    assert looks["bold"].bold
    assert looks["slanted"].italic
    assert looks["code"].code
    assert looks["ref"] == Run("ref", target="POL-OFF/limits")


def test_a_name_that_ends_in_a_full_stop_ends_a_sentence_with_one() -> None:
    made = engagement("company=Acme Inc.")
    assert plain(blocks("It belongs to {{ company }}. Nobody else.", made=made)[0].runs) == (  # type: ignore[union-attr]
        "It belongs to Acme Inc. Nobody else."
    )
    assert plain(blocks("Ask {{ company }}... or not.", made=made)[0].runs) == "Ask Acme Inc.... or not."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "## Title without an id\n",
        "## @s Title\n\n1. @one First.\n2. Second without an id.\n",
        "## @s Title\n\n1. First without an id.\n2. @two Second.\n",
        "## @s Title\n\n1. @one First.\n   > a note inside\n",
        "## @s Title\n\n1. @one First.\n\n   | a | b |\n   | --- | --- |\n   | c | d |\n",
        "- bullet\n\n  ```form\n  Label | text\n  ```\n",
        "![picture](x.png)\n",
        "    an indented block\n",
        "```python\nprint()\n```\n",
        "```form\nLabel | telephone\n```\n",
        "[text]({{ company }})\n",
    ],
)
def test_what_cannot_be_a_document_is_refused_and_names_the_file(text: str) -> None:
    with pytest.raises(ContentProblem) as caught:
        blocks(text)
    assert caught.value.where == "any.md"


def test_markup_of_the_web_is_plain_text() -> None:
    assert plain(blocks("A <b>word</b>.\n")[0].runs) == "A <b>word</b>."  # type: ignore[union-attr]
