"""The chain from criterion to evidence is whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.requests import Population
from soc2desk.lint.checks.traced import OF_THE_EXAMINATION
from soc2desk.reading.expressions import parse_condition
from tests.lint.broken import seen, shipped, with_control, written

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

CLAUSE = "1. @a The IT lead keeps the office locked. [PHY-01]"


def _messages(catalogue: Catalogue, about: str) -> list[str]:
    return [fault.message for fault in seen("traced", catalogue) if about in fault.message]


def test_every_link_of_our_chain_is_there() -> None:
    assert seen("traced", shipped()) == ()


def test_a_criterion_that_no_control_serves_is_named_with_its_scope() -> None:
    controls = tuple(c for c in shipped().controls if "P8.1" not in c.criteria)
    found = _messages(replace(shipped(), controls=controls), "No control serves P8.1")
    assert found
    assert all("privacy" in message for message in found)


def test_a_policy_that_is_not_written_is_named() -> None:
    assert "POL-ISP is not written" in " ".join(_messages(written(CLAUSE), "POL-ISP"))


def test_a_control_without_a_clause_is_named_by_its_row() -> None:
    faults = [one for one in seen("traced", written("## @one One", "", CLAUSE)) if "states PHY" in one.message]
    assert [fault.message for fault in faults] == [
        "No clause of a policy, plan or procedure states PHY-02.",
        "No clause of a policy, plan or procedure states PHY-03.",
    ]
    assert all(fault.where.startswith("resources/controls/phy.yaml, line ") for fault in faults)


def test_a_clause_of_a_record_states_nothing() -> None:
    assert _messages(written("## @one One", "", CLAUSE, kind="record"), "states PHY-01")


def test_a_clause_that_does_not_print_for_all_who_need_it_is_named_with_the_company() -> None:
    lines = ("## @one One", "", "{% if develops_software %}", "1. @a We lock. [ACC-07]", "{% endif %}")
    (message,) = _messages(written(*lines), "states ACC-07")
    assert "develops_software: no" in message


@pytest.mark.parametrize(
    ("lines", "changes"),
    [
        (("{% if has_office %}", "1. @a We lock. [ACC-07]", "{% else %}", "1. @b So. [ACC-07]", "{% endif %}"), {}),
        (("1. @a We lock. [ACC-07]",), {}),
        (("1. @a We lock. [ACC-07]",), {"categories": ("security",)}),
    ],
)
def test_clauses_that_print_for_all_who_need_the_control_are_enough(
    lines: tuple[str, ...], changes: dict[str, object]
) -> None:
    assert _messages(written("## @one One", "", *lines, **changes), "states ACC-07") == []


def test_a_document_that_is_not_in_the_set_states_nothing() -> None:
    lines = ("## @one One", "", "1. @a We lock. [ACC-07]")
    assert _messages(written(*lines, categories=("privacy",)), "states ACC-07")
    assert _messages(written(*lines, when=parse_condition("has_office", "here")), "states ACC-07")


def test_an_office_control_needs_its_clause_only_where_there_is_an_office() -> None:
    where = "{% if has_office or runs_own_equipment or has_equipment_room %}"
    assert _messages(written("## @one One", "", where, CLAUSE, "{% endif %}"), "states PHY-01") == []


def test_a_control_that_no_request_asks_about_in_some_scope_is_named() -> None:
    requests = tuple(
        replace(one, categories=("privacy",)) if "ACC-07" in one.controls else one for one in shipped().requests
    )
    (message,) = _messages(replace(shipped(), requests=requests), "about ACC-07")
    assert "categories: security," in message


def test_a_control_that_nothing_shows_is_named() -> None:
    assert _messages(with_control("ACC-07", records=(), population="", evidence=()), "Nothing shows ACC-07")
    assert _messages(with_control("ACC-07", records=(), population=""), "Nothing shows ACC-07") == []


def test_a_control_without_a_criterion_is_named() -> None:
    assert _messages(with_control("ACC-07", criteria=(), extra_criteria=()), "ACC-07 serves no criterion")


def test_what_leads_to_no_control_is_named() -> None:
    first, *others = (one for one in shipped().requests if one.controls)
    assert _messages(replace(shipped(), requests=(replace(first, controls=()), *others)), "asks about no control")
    records = tuple(replace(one, id="lost", controls=()) for one in shipped().records[:1])
    assert _messages(replace(shipped(), records=(*shipped().records, *records)), "The record lost shows")
    populations = (*shipped().populations, Population("lost", "Lost", ()))
    assert _messages(replace(shipped(), populations=populations), "Nothing is picked from lost")


def test_requests_about_the_examination_itself_exist() -> None:
    assert {one.id for one in shipped().requests} >= OF_THE_EXAMINATION.keys()
