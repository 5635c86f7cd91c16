"""The sections of a document as the page lists them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from soc2desk.app.desk import Desk
from soc2desk.app.section_rows import SectionRow, section_rows
from soc2desk.app.wording import edited
from soc2desk.domain.project import Edit, Project
from tests.composed import DAY, composed, of_sample, sample

DESK = Desk(Path("nowhere"), DAY)
BASE = sample("brightwater")
SECTION = "POL-ACP/access-review"


def rows(project: Project, document: str = "POL-ACP") -> dict[str, SectionRow]:
    return {one.id: one for one in section_rows(DESK, composed(project), document)}


def test_sections_stand_with_their_printed_numbers_in_the_order_of_the_document() -> None:
    found = section_rows(DESK, of_sample("brightwater"), "POL-ACP")
    assert [one.number for one in found[:3]] == ["1", "2", "3"]
    assert rows(BASE)[SECTION] == SectionRow(SECTION, "11", "Access review", can_edit=True)


def test_a_section_that_does_not_print_today_has_no_number_and_can_still_be_worded() -> None:
    found = [one for one in section_rows(DESK, composed(Project()), "POL-ACP") if not one.number]
    assert all(one.can_edit for one in found)
    small = section_rows(DESK, of_sample("tamarack"), "POL-ACP")
    assert [one.id for one in small] == [one.id for one in section_rows(DESK, of_sample("brightwater"), "POL-ACP")]
    assert any(not one.number for one in small)


def test_own_words_and_a_new_template_are_told() -> None:
    project = edited(DESK, BASE, SECTION, "1. Somebody looks. [ACC-07]", "")
    assert rows(project)[SECTION].is_reworded
    older = replace(project, edits=(replace(project.edits[0], replaced="0" * 64),))
    assert rows(older)[SECTION].template_changed


def test_own_words_that_cannot_be_used_say_why() -> None:
    project = replace(BASE, edits=(Edit(SECTION, "{{ compny }}", "0" * 64, DAY),))
    assert "compny" in rows(project)[SECTION].problem


def test_own_words_for_a_section_that_is_gone_stand_at_the_end_and_cannot_be_worded() -> None:
    project = replace(BASE, edits=(Edit("POL-ACP/no-more", "Words.", "0" * 64, DAY),))
    last = section_rows(DESK, composed(project), "POL-ACP")[-1]
    assert (last.id, last.is_gone, last.can_edit) == ("POL-ACP/no-more", True, False)
    assert last.problem


def test_open_phrases_are_counted_where_they_stand() -> None:
    assert sum(one.open for one in rows(Project()).values()) > 0
    assert sum(one.open for one in rows(BASE).values()) == 0


def test_a_register_and_an_unknown_document_have_no_sections_to_word() -> None:
    assert not any(one.can_edit for one in section_rows(DESK, of_sample("brightwater"), "REG-MTX"))
    assert section_rows(DESK, of_sample("brightwater"), "POL-NOT") == ()
