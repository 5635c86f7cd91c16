"""A record's document holds the form of its layout, and nothing in a form tells what was done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.lint.broken import seen, shipped, with_question, written

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

FORM = ("## @form Form", "", "```insert", "record access_review", "```")


def with_field(record_id: str, name: str, **changes: object) -> Catalogue:
    """The shipped content with one field of a record changed."""
    records = []
    for record in shipped().records:
        fields = tuple(
            replace(field, **changes) if (record.id, field.name) == (record_id, name) else field
            for field in record.fields
        )
        records.append(replace(record, fields=fields))
    return replace(shipped(), records=tuple(records))


def test_a_record_that_holds_its_form_is_left_alone() -> None:
    assert seen("records-made", written(*FORM, kind="record", record="access_review")) == ()
    assert seen("records-made", shipped()) == ()


def test_a_name_that_nothing_stands_for_is_told_with_the_nearest() -> None:
    (fault,) = seen("records-made", written("```insert", "record-duo access_review", "```"))
    assert fault.hint == "Did you mean record-due access_review?"
    assert fault.where.endswith("line 13")


def test_a_record_without_its_form_and_a_form_of_another_layout_are_told() -> None:
    (without,) = seen("records-made", written("## @a A", kind="record", record="access_review"))
    assert without.hint == "Insert record access_review."
    other = seen("records-made", written(*FORM, kind="record", record="access_request"))
    assert "record: access_review" in other[0].hint + other[1].hint


def test_two_documents_of_one_layout_are_told() -> None:
    one = written(*FORM, kind="record", record="access_review")
    two = replace(one, templates=(*one.templates, replace(one.templates[0], id="REC-TWO")))
    (fault,) = seen("records-made", two)
    assert "2 documents are forms of access_review" in fault.message


def test_what_can_be_kept_in_a_tool_and_what_is_asked_are_the_same() -> None:
    choices = tuple(one for one in shipped().questions["kept_in_tools"].choices if one != "change_record")
    (fault,) = seen("records-made", with_question("kept_in_tools", choices=choices, choice_labels=choices))
    assert "change_record" in fault.message


def test_a_field_that_tells_what_was_done_is_never_filled_whatever_its_kind() -> None:
    (fault,) = seen("records-made", with_field("backup_restore_test", "result", filled_from="vendor.tier"))
    assert "result of backup_restore_test tells what was done" in fault.message


def test_the_words_of_a_layout_are_read_as_those_of_a_document() -> None:
    assert seen("printed", with_field("access_review", "system", help="{{ has_office }}"))
    assert seen("guarded", with_field("access_review", "system", help="In {{ source_control }}"))
    assert seen("readable", with_field("access_review", "system", help="{{ company"))
    assert seen("empty-words", with_field("access_review", "system", help="As needed"))
