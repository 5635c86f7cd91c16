"""What the window offers for the wording of a section."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.wording import (
    Placeholder,
    edited,
    kept,
    placeholders,
    preview_of,
    restored,
    section_wording,
    sections,
)
from soc2desk.document.blocks import Clause, Heading, plain
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import ContentProblem, ProjectProblem, UsageProblem
from soc2desk.domain.project import Approval
from soc2desk.packet.compose import recompose
from tests.composed import DAY, clauses, composed, document, sample, table, words

DESK = Desk(Path("nowhere"), DAY)
BASE = sample("brightwater")
WHO = BASE.people[0].id
SECTION = "POL-ACP/access-review"
TEMPLATE = section_wording(DESK, BASE, "POL-ACP", SECTION).template_text


def test_a_section_shows_the_templates_text_and_the_names_in_it() -> None:
    one = section_wording(DESK, BASE, "POL-ACP", SECTION)
    assert (one.title, one.text, one.template_changed, one.problem) == ("Access review", None, False, "")
    assert one.template_text.startswith("1. @review-all ")
    label = DESK.catalogue.questions["access_review_period"].label
    assert one.names == (Placeholder("access_review_period", label),)


def test_every_section_of_a_document_stands_in_the_order_of_the_document() -> None:
    found = [one.section for one in sections(DESK, BASE, "POL-ACP")]
    headings = (b for b in document(composed(BASE), "POL-ACP").blocks if isinstance(b, Heading) and b.level == 1)
    printed = [heading.id for heading in headings if heading.number]
    assert [one for one in found if one in printed] == printed
    assert "POL-ACP/review" in found


def test_every_name_that_can_be_printed_is_offered_with_words() -> None:
    offered = {one.name: one.label for one in placeholders(DESK, BASE)}
    assert offered["company"] == DESK.catalogue.questions["company"].label
    assert "ACC-07" in offered["cadence_acc_07"]
    assert "small_firm" not in offered


def test_a_wording_carries_the_day_the_person_and_the_text_it_replaced_and_prints_everywhere() -> None:
    text = f"{TEMPLATE}\n5. A second person of {{{{ company }}}} looks at each review. [LOG-02]\n"
    project = edited(DESK, BASE, SECTION, text, WHO)
    edit = project.edit[SECTION]
    assert (edit.by, edit.on) == (WHO, DAY)
    assert edit.text.endswith("5. @own-1 A second person of {{ company }} looks at each review. [LOG-02]")
    made = composed(project)
    clause = clauses(made, "POL-ACP")[f"{SECTION}/own-1"]
    assert plain(clause.runs) == "A second person of Brightwater Labs Inc. looks at each review."
    assert "POL-ACP" in table(made, "REG-MTX", "matrix")["LOG-02"]["clause"]
    assert section_wording(DESK, project, "POL-ACP", SECTION).text == edit.text


def test_clauses_keep_their_ids_and_an_approval_lapses_and_returns_with_the_text() -> None:
    approval = Approval("POL-ACP", WHO, DAY, composed(BASE).hashes["POL-ACP"])
    approved = replace(BASE, approvals=(*BASE.approvals, approval))
    assert "POL-ACP" not in composed(approved).unapproved
    project = edited(DESK, approved, SECTION, TEMPLATE.replace("They see each", "They check each"), WHO)
    made = composed(project)
    assert clauses(made, "POL-ACP").keys() == clauses(composed(BASE), "POL-ACP").keys()
    assert "POL-ACP" in made.unapproved
    back = restored(project, SECTION)
    assert back == approved
    assert "POL-ACP" not in composed(back).unapproved


def test_the_templates_own_text_takes_the_wording_away() -> None:
    project = edited(DESK, BASE, SECTION, "Words.", WHO)
    assert edited(DESK, project, SECTION, f"\r\n{TEMPLATE}\r\n", WHO) == BASE


def test_a_second_wording_takes_the_place_of_the_first_and_its_numbers_go_on() -> None:
    first = edited(DESK, BASE, SECTION, "1. One. [ACC-07]\n2. Two. [ACC-07]", "")
    second = edited(DESK, first, SECTION, "1. @own-1 One. [ACC-07]\n2. Three. [ACC-07]", WHO)
    assert second.edit[SECTION].text == "1. @own-1 One. [ACC-07]\n2. @own-3 Three. [ACC-07]"
    assert len(second.edits) == 1


def test_what_people_typed_into_answers_stays_text_in_a_wording() -> None:
    company = replace(BASE.answers["company"], value="{{ service }} **x** [y](https://a.example)")
    hostile = replace(BASE, answers={**BASE.answers, "company": company})
    project = edited(DESK, hostile, SECTION, "By {{ company }}.", "")
    assert "By {{ service }} **x** [y](https://a.example)." in words(document(composed(project), "POL-ACP"))


def test_a_wrong_text_or_person_is_refused_and_a_wrong_section_named() -> None:
    with pytest.raises(ContentProblem, match="compny") as caught:
        edited(DESK, BASE, SECTION, "One.\n\n{{ compny }}", WHO)
    assert (caught.value.where, caught.value.hint) == (f"{SECTION}, line 3", "Did you mean company?")
    with pytest.raises(ProjectProblem, match="no person"):
        edited(DESK, BASE, SECTION, "One.", "nobody")
    with pytest.raises(ProjectProblem, match="characters"):
        edited(DESK, BASE, SECTION, "a" * 100_001, WHO)
    with pytest.raises(UsageProblem) as missed:
        edited(DESK, BASE, "POL-ACP/acess-review", "One.", WHO)
    assert missed.value.hint == "Did you mean POL-ACP/access-review?"
    with pytest.raises(UsageProblem):
        section_wording(DESK, BASE, "POL-ACP", "POL-ACP/gone")
    with pytest.raises(UsageProblem):
        sections(DESK, BASE, "REG-MTX")


def test_a_new_template_text_is_told_and_kept_only_where_there_is_a_wording() -> None:
    project = edited(DESK, BASE, SECTION, "Words.", WHO)
    old = replace(project, edits=(replace(project.edits[0], replaced="0" * 64),))
    assert section_wording(DESK, old, "POL-ACP", SECTION).template_changed
    assert kept(DESK, old, SECTION) == project
    with pytest.raises(ProjectProblem, match="no wording"):
        kept(DESK, BASE, SECTION)


def test_a_wording_that_cannot_be_used_says_why() -> None:
    project = edited(DESK, BASE, SECTION, "Words.", WHO)
    broken = replace(project, edits=(replace(project.edits[0], text="{{ gone }}"),))
    assert "gone" in section_wording(DESK, broken, "POL-ACP", SECTION).problem


def test_a_preview_is_the_section_as_the_document_prints_it() -> None:
    text = "As [ref](POL-ACP/scope) says.\n\n1. Somebody looks. [ACC-07]"
    shown = preview_of(DESK, BASE, SECTION, text)
    made = document(composed(edited(DESK, BASE, SECTION, text, "")), "POL-ACP")
    start = made.blocks.index(shown.blocks[0])
    assert made.blocks[start : start + len(shown.blocks)] == shown.blocks
    assert isinstance(shown.blocks[0], Heading)
    assert isinstance(shown.blocks[-1], Clause)
    assert "As section 2 says." in words(shown)


def test_a_preview_of_a_section_that_does_not_print_today_shows_it_alone() -> None:
    project = sample("tamarack")
    tenants = "POL-ACP/tenants"
    printed = document(composed(project), "POL-ACP").blocks
    assert tenants not in {block.id for block in printed if isinstance(block, Heading)}
    shown = preview_of(DESK, project, tenants, "Customers stay apart.")
    assert "Customers stay apart." in words(shown)


def test_one_document_recomposed_has_the_wording_of_the_person() -> None:
    before = composed(BASE)
    project = edited(DESK, BASE, SECTION, "Own words.", "")
    after = recompose(before, decide_engagement(DESK.catalogue, project, DAY), "POL-ACP")
    assert after is not None
    assert after.blocks == document(composed(project), "POL-ACP").blocks


def test_the_day_of_a_wording_is_today_whatever_it_was_before() -> None:
    later = replace(DESK, today=DAY + timedelta(3))
    project = edited(later, edited(DESK, BASE, SECTION, "One.", ""), SECTION, "Two.", "")
    assert project.edits[0].on == DAY + timedelta(3)
