"""What a person writes in place of a section is read as a stranger's text: it cannot reach beyond the section."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.document.edits import find_section, judge_edits, section_blocks
from soc2desk.document.own_ids import with_ids
from soc2desk.document.own_text import check_text
from soc2desk.document.sections import sections_of
from soc2desk.document.write import pieces_of, write
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import ContentProblem
from soc2desk.domain.project import Edit
from tests.composed import DAY, SAMPLES, catalogue, changed, of_sample, sample
from tests.thorough import IS_THOROUGH, some_of

if TYPE_CHECKING:
    from soc2desk.document.blocks import Block
    from soc2desk.document.edits import Edits
    from soc2desk.document.sections import SectionSource
    from soc2desk.domain.project import Project

SECTION = "POL-ACP/access-review"
ENGAGEMENT = of_sample("brightwater").engagement


def check(text: str) -> None:
    section = find_section(SECTION, ENGAGEMENT)
    assert section is not None
    check_text(section, with_ids(section.name, text), catalogue().template["POL-ACP"], ENGAGEMENT)


@pytest.mark.parametrize("name", some_of(SAMPLES, len(SAMPLES)))
def test_every_text_of_the_templates_may_stand_where_it_stands(name: str) -> None:
    engagement = of_sample(name).engagement
    for one in catalogue().templates:
        for section in sections_of(one, pieces_of(engagement)):
            assert with_ids(section.name, section.text) == section.text
            check_text(section, section.text, one, engagement)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, **bold** ones and `code`.",
        "1. New clause about {{ company }}. [ACC-07] [GOV-09]",
        "### Part\n\n1. One.\n   - more\n\n   A note under it.",
        "{% for s in systems %}\n- {{ s.name }}\n{% endfor %}",
        "See [ref](POL-OFF/limits), [ref](POL-ACP), [this](https://example.ca/a) and [mail](mailto:a@b.example).",
        "1. @mine One.\n2. As [ref](POL-ACP/access-review/mine) says.",
        "| A | B |\n| --- | --- |\n| {{ company }} | x |",
        "{% if small_firm %}One.{% else %}Two.{% endif %}",
        "<script>alert(1)</script> is text.",
        "Every {{ cadence_acc_07 | noun }}.",
    ],
)
def test_words_of_ones_own_in_the_language_of_templates_are_fine(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        ("One.\n\nBy {{ compny }}.", 3, 'The name "compny"', "Did you mean company?"),
        ("{% if compny %}x{% endif %}", 1, 'The name "compny"', "Did you mean company?"),
        ("One.\n{{ company | upper }}", 2, 'The filter "upper"', "listed"),
        ("One.\n\n{% set x = 1 %}", 3, "outside the template language", "Allowed"),
        ("{{ company.__class__ }}", 1, "outside the template language", "Allowed"),
        ("{{ cycler() }}", 1, "outside the template language", "Allowed"),
        ("a\n{% raw %}b{% endraw %}", 2, "Raw is outside", "words themselves"),
        ("{% if company %}x", 1, "cannot be read", "endif"),
        ("x\n{% endif %}", 2, "cannot be read", "endif"),
        ("{# x", 1, "cannot be read", ""),
        ("a \ue000 b", 1, "private-use", "Remove"),
        ("", 1, "no text", "at least one sentence"),
        ("a\n\n# Title\n\nb", 3, "subheadings only", "###"),
        ("a\n\n## @x Title", 3, "subheadings only", "###"),
        ("#### @x Deep\n\nb", 1, "subheadings only", "###"),
        ("Title\n===\n\nb", 1, "subheadings only", "###"),
        ("a\n\n### @scope Taken\n\nb", 3, "not one of this section", "Leave the id out"),
        ("{% include 'review.md' %}", 1, "subheadings only", "###"),
        ("a\n\n```form\nx | text |", 1, "runs into", "```"),
        ("x {% if company %}a{% endif -%}", 1, "runs into", "{% if x %}"),
        ("{%- if company %}a{% endif %}", 1, "runs into", "{% if x %}"),
        ("a\n\n```python\nx\n```", 3, "not known", "form, insert, sign-off"),
        ("a\n\n    code", 3, "cannot stand", "paragraphs"),
        ("a\n\n![x](y)", 3, "cannot stand in a sentence", "links"),
        ("a\n\n- b\n- > c", 4, "cannot stand in a list", "before the list"),
        ("> a\n>\n> > b", 3, "boxed note", "sentences"),
        ("1. @a x\n2.", 2, "no text", "take it out"),
        ("1. @a x\n2. @a y", 2, "have the id @a", "Leave the id out"),
        ("One.\n\n1. Foo. [ACC-99]", 3, "no control ACC-99", "Did you mean"),
        ("One.\n\n1. Foo. [OWN-01]", 3, "no control OWN-01", ""),
        ("a\n\n[ACC-07]: https://evil.example", 3, "define links", "where it stands"),
        ("a\n\nsee [x]({{ company }})", 3, "value cannot stand in a link", "Write the target out"),
        ("a\n\nsee [ref](POL-ACQ)", 3, "POL-ACQ, which does not exist", "Did you mean POL-ACP?"),
        ("see [ref](POL-ACP/scop)", 1, "does not exist", "Did you mean POL-ACP/scope?"),
        ("see [x](http://plain.example)", 1, "does not exist", "https://"),
        ("see [x](file.docx)", 1, "does not exist", "https://"),
        ("```form\nA | table(x; 99999999) |\n```", 1, "empty rows", "60"),
        ("```form\nA | nonsense |\n```", 1, "not known", ""),
        ("a\n{{ " + "(" * 90 + "company" + ")" * 90 + " }}", 2, "deeper", "shorter"),
        ("a\n{% if " + "not " * 90 + "company %}x{% endif %}", 2, "deeper", "shorter"),
        ("{% if company %}" * 300 + "{% endif %}" * 300, 1, "deeper", "shorter"),
        ("{{ " + "(" * 9000, 1, "deeper", "shorter"),
        ("One.\n" * 6_001, 6001, "more than 30,000 characters", "register"),
        ("{{ 1" + "0" * 250 + " }}", 1, "outside the template language", "Allowed"),
    ],
)
def test_what_cannot_stand_in_a_section_is_refused_with_its_line(text: str, line: int, said: str, hint: str) -> None:
    with pytest.raises(ContentProblem) as caught:
        check(text)
    problem = caught.value
    assert problem.where == f"{SECTION}, line {line}"
    assert said in problem.message
    assert hint in (problem.hint or "")


def test_an_arm_that_does_not_print_today_is_checked_too() -> None:
    with pytest.raises(ContentProblem, match="no control ACC-99"):
        check("{% if small_firm %}\n1. One. [ACC-99]\n{% else %}\n1. Two.\n{% endif %}")
    with pytest.raises(ContentProblem, match="no control ACC-99"):
        check("{% if small_firm %}\nA.\n{% elif has_office %}\nB.\n{% else %}\n1. Two. [ACC-99]\n{% endif %}")


@pytest.mark.parametrize(
    "text",
    [
        "{##}",
        "{# a note to ourselves #}",
        "{% if small_firm %}{% endif %}",
        "{% if small_firm %}\n1. One. [ACC-07]\n{% endif %}",
        "{% if small_firm %}A.{% elif not small_firm %}{% endif %}",
        "{% for v in vendors %}{% endfor %}",
        "### A subheading alone",
        "---",
        "&nbsp;",
        "1. Only for a control that is not needed. [PRV-02]",
    ],
)
def test_a_text_that_prints_nothing_today_is_refused_for_it_would_take_its_heading_along(text: str) -> None:
    with pytest.raises(ContentProblem, match="no word of this text prints") as caught:
        check(text)
    assert caught.value.where == f"{SECTION}, line 1"


def test_a_text_that_stops_printing_when_an_answer_changes_gives_way_to_the_template() -> None:
    text = "{% if has_contractors %}We look at it.{% endif %}"
    hiring = replace(sample("brightwater"), edits=(Edit(SECTION, text, "0" * 64, DAY),))
    assert [edit.id for edit in judged_edits(hiring).used] == [SECTION]
    judged = judged_edits(changed(hiring, "has_contractors=no"))
    assert judged.used == ()
    assert "no word of this text prints" in judged.set_aside[SECTION]


def judged_edits(project: Project) -> Edits:
    return judge_edits(decide_engagement(catalogue(), project, DAY))


def test_blocks_that_nobody_can_compute_are_refused_when_the_text_is_checked() -> None:
    with pytest.raises(ContentProblem, match="nothing to insert"):
        check("Words.\n\n```insert\nno-such-blocks\n```")


FRAGMENTS = st.sampled_from([
    "\n", "\n\n", " ", "    ", "a", "b. ", "1. ", "2) ", "- ", "> ", "#", "## @x ", "### ", "@a ", "@own-1 ", "```",
    "```form\n", "```sign-off\n", "~~~", "|", "| --- |", "---", "===", "[ACC-07]", "[ref](POL-ACP/scope)", "](", "![",
    "[x]: https://a.example", "{{ company }}", "{{ company", "}}", "{% if small_firm %}", "{% else %}", "{% endif %}",
    "{% elif has_office %}", "{%- endif -%}", "{% for s in systems %}", "{{ s.name }}", "{% endfor %}", "{#", "#}",
    "<b>", "{% include 'review.md' %}", "&#xE000;", "\\", "`", "*", "\t", "- [ ] ", "x | text | y", "\u00a0",
    "\u2028", "é",
])  # fmt: skip


def around(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    inside = section_blocks(SECTION, blocks)
    return tuple(block for block in blocks if block not in inside[1:])


def _is_fine(section: SectionSource, text: str) -> bool:
    try:
        check_text(section, text, catalogue().template["POL-ACP"], ENGAGEMENT)
    except ContentProblem:
        return False
    return True


@settings(max_examples=600 if IS_THOROUGH else 100, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=14).map("".join))
def test_any_text_is_refused_in_words_or_stays_within_its_section(text: str) -> None:
    section = find_section(SECTION, ENGAGEMENT)
    one = catalogue().template["POL-ACP"]
    assert section is not None
    named = with_ids(section.name, text.strip())
    if not _is_fine(section, named):
        return
    before, after = write(one, ENGAGEMENT), write(one, ENGAGEMENT, [Edit(SECTION, named, "", DAY)])
    assert before is not None
    assert after is not None
    assert around(before.blocks) == around(after.blocks)
