"""Ids of headings and clauses."""

from __future__ import annotations

from dataclasses import replace

from tests.lint.broken import at, seen, written


def test_an_id_that_stands_twice_is_named_at_its_second_place() -> None:
    (fault,) = seen("ids", written("## @one One", "", "1. @two A. [GOV-01]", "", "## @two Two"))
    assert fault.where == at(16)
    assert at(14) in fault.message


def test_an_id_of_a_piece_counts() -> None:
    catalogue = written("## @end End", "", "{% include 'end.md' %}", pieces={"end.md": "## @end End\n"})
    (fault,) = seen("ids", catalogue)
    assert fault.where == "policy_templates/en/_partials/end.md, line 1"


def test_two_ifs_may_both_hold() -> None:
    lines = ("{% if has_office %}", "## @one One", "{% endif %}", "{% if multi_tenant %}", "## @one One", "{% endif %}")
    assert [fault.where for fault in seen("ids", written(*lines))] == [at(16)]


def test_arms_of_one_if_may_share_an_id() -> None:
    arms = ("{% if has_office %}", "## @one One", "{% elif multi_tenant %}", "## @one Two", "{% else %}", "## @one No")
    assert seen("ids", written(*arms, "{% endif %}")) == ()


def test_an_id_is_in_kebab_case() -> None:
    faults = seen("ids", written("## @One_two One", "", "## @fine-id Fine", "", "## @bad- Bad"))
    assert [fault.where for fault in faults] == [at(12), at(16)]


def test_two_documents_have_two_ids() -> None:
    catalogue = written("## @one One")
    twice = replace(catalogue, templates=(*catalogue.templates, replace(catalogue.templates[0], path="other.md")))
    assert [fault.where for fault in seen("ids", twice)] == ["other.md, line 2"]
