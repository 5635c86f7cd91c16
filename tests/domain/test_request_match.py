"""Lines of auditors in their own words, found among our requests. The lists are invented, in words unlike ours."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from soc2desk.content.matching import load_meanings
from soc2desk.domain.auditing import Matched
from soc2desk.domain.request_match import Match, Matcher, stem
from tests.composed import catalogue

LISTS = Path(__file__).parent / "lists"


@cache
def matcher() -> Matcher:
    return Matcher(load_meanings(), [one for one in catalogue().requests if "type_2" in one.report_types])


@cache
def matched(name: str) -> tuple[tuple[str, frozenset[str], Match], ...]:
    with (LISTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple((row["Ref"], frozenset(row["Ours"].split()), matcher().match(row["Request"])) for row in rows)


def right(name: str) -> int:
    return sum(match.requests[0] in ours if match.requests else not ours for _, ours, match in matched(name))


@pytest.mark.parametrize(("name", "least"), [("auditor-60", 45), ("auditor-25", 18), ("auditor-25-fresh", 17)])
def test_most_lines_of_a_list_in_other_words_are_found(name: str, least: int) -> None:
    assert right(name) >= least


@pytest.mark.parametrize("name", ["auditor-60", "auditor-25", "auditor-25-fresh"])
def test_what_is_called_sure_is_never_wrong(name: str) -> None:
    sure = [(ref, ours, match) for ref, ours, match in matched(name) if match.matched is Matched.SURE]
    assert sure
    assert [ref for ref, ours, match in sure if not set(match.requests) <= ours] == []


@pytest.mark.parametrize("line", ["", "   ", "Menu of the canteen", "Cash flow forecast", "\u0000\u202e", "x" * 5000])
def test_what_asks_for_nothing_of_ours_is_never_sure(line: str) -> None:
    assert matcher().match(line).matched is not Matched.SURE


def test_a_list_and_a_sample_of_it_are_two_requests() -> None:
    whole = matcher().match("System-generated listing of all terminated employees")
    picked = matcher().match("For the sample of terminated employees, evidence that access was revoked")
    assert (whole.requests[0], picked.requests[0]) == ("ER-053", "ER-054")


def test_a_request_that_is_not_asked_for_here_is_not_offered() -> None:
    type_1 = Matcher(load_meanings(), [one for one in catalogue().requests if one.report_types == ("type_1",)])
    assert type_1.match("User access reviews").requests[0] == "ER-057"


def test_every_request_has_a_meaning_and_every_meaning_stands_for_words() -> None:
    meanings = load_meanings()
    assert set(meanings.about) == set(catalogue().request)
    assert {word for about in meanings.about.values() for word in about} == set(meanings.groups)


def test_endings_do_not_part_words() -> None:
    assert stem("policies") == stem("policy")
    assert stem("reviewed") == stem("reviews") == stem("review")
    assert stem("terminated") == stem("terminate")
