"""A template taken apart into the texts that a person may reword, and put together again."""

from __future__ import annotations

import hashlib

import pytest

from soc2desk.document.sections import SectionSource, sections_of, with_edits
from soc2desk.document.write import pieces_of, write
from soc2desk.domain.project import Edit
from tests.composed import DAY, SAMPLES, catalogue, of_sample
from tests.document.any_engagement import template

PIECES = {"end.md": "## @end The end\n\nLast words.\n", "note.md": "A note.\n"}


def sections(body: str) -> dict[str, SectionSource]:
    return {one.name: one for one in sections_of(template(body), PIECES)}


def edited(body: str, **texts: str) -> str:
    edits = [Edit(f"POL-ANY/{name}", text, "", DAY) for name, text in texts.items()]
    return with_edits(template(body), edits, PIECES).body


def test_each_section_has_its_text_without_the_heading_its_hash_and_its_line() -> None:
    found = sections("## @a First part\n\nOne.\n\nTwo.\n\n## @b Second\n\nThree.\n")
    assert [(one.id, one.title, one.text, one.first_line) for one in found.values()] == [
        ("POL-ANY/a", "First part", "One.\n\nTwo.", 3),
        ("POL-ANY/b", "Second", "Three.", 9),
    ]
    assert found["b"].sha256 == hashlib.sha256(b"Three.").hexdigest()


def test_tags_that_hold_a_whole_section_stay_the_templates() -> None:
    body = "## @a A\n\nOne.\n\n{% if x %}\n## @b B\n\n{% if y %}\nTwo.\n{% endif %}\n{% else %}\nNone.\n{% endif %}\n"
    found = sections(body)
    assert found["a"].text == "One."
    assert found["b"].text == "{% if y %}\nTwo.\n{% endif %}"
    assert edited(body, b="New.") == (
        "## @a A\n\nOne.\n\n{% if x %}\n## @b B\n\nNew.\n\n{% else %}\nNone.\n{% endif %}\n"
    )


def test_a_tag_that_begins_in_a_section_and_ends_behind_it_is_not_of_its_text() -> None:
    found = sections("## @a A\n\nOne.\n{% if x %}\nTwo.\n## @b B\n\nThree.\n{% endif %}\n")
    assert (found["a"].text, found["b"].text) == ("One.", "Three.")


def test_a_piece_with_a_section_is_a_section_of_the_document_and_one_without_stays_a_piece() -> None:
    body = "## @a A\n\nOne.\n\n{% include 'note.md' %}\n\n{% include 'end.md' %}\n"
    assert sections(body)["a"].text == "One.\n\n{% include 'note.md' %}"
    assert sections(body)["end"].text == "Last words."
    assert edited(body, end="New end.") == (
        "## @a A\n\nOne.\n\n{% include 'note.md' %}\n\n## @end The end\n\nNew end.\n\n"
    )


def test_a_tag_in_a_heading_is_no_part_of_its_title() -> None:
    assert sections("## @a Return of {% if x %}badges and {% endif %}things\n\nOne.\n")["a"].title == (
        "Return of badges and things"
    )


def test_an_edit_of_another_document_leaves_the_template_itself() -> None:
    one = template("## @a A\n\nOne.\n")
    assert with_edits(one, [Edit("POL-ACP/a", "Two.", "", DAY)], PIECES) is one
    assert with_edits(one, [Edit("POL-ANY/gone", "Two.", "", DAY)], PIECES) is one


@pytest.mark.parametrize("name", SAMPLES)
def test_the_templates_own_text_in_every_section_prints_what_printed_before(name: str) -> None:
    engagement = of_sample(name).engagement
    pieces = pieces_of(engagement)
    for one in catalogue().templates:
        edits = [Edit(section.id, section.text, "", DAY) for section in sections_of(one, pieces)]
        assert edits
        assert len({edit.id for edit in edits}) == len(edits)
        assert write(one, engagement, edits) == write(with_edits(one, edits, pieces), engagement)
        before, after = write(one, engagement), write(one, engagement, edits)
        assert (before and before.blocks) == (after and after.blocks), one.id
