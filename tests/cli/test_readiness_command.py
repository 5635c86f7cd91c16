from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    run("new", "acme", "--sample", "tamarack")
    return tmp_path / "workspace" / "acme"


def test_requests_stand_under_the_owner_who_is_asked(run: Run, acme: Path) -> None:
    walked = run("readiness", "walk", "acme")
    assert walked.code == 0
    assert "Tobias Nyström" in walked.out
    mine = run("readiness", "walk", "acme", "--owner", "tobias-nystrom")
    assert len(mine.out) < len(walked.out)
    assert run("readiness", "walk", "acme", "--owner", "nobody").code == 2


def test_an_answer_is_written_with_todays_date_and_replaces_the_one_before(run: Run, acme: Path) -> None:
    assert run("readiness", "answer", "acme", "ER-056", "--ready", "no", "--answer", "Nothing yet").code == 0
    run("readiness", "answer", "acme", "ER-056", "--ready", "partly", "--answer", "The first one <b>is</b> there")
    found = [one for owner in json.loads(run("readiness", "walk", "acme", "--json").out) for one in owner["requests"]]
    (said,) = [one for one in found if one["request"] == "ER-056"]
    assert (said["ready"], said["answer"]) == ("partly", "The first one <b>is</b> there")
    assert said["asked_on"]
    assert sum(bool(one["ready"]) for one in found) == 1


def test_gaps_become_a_list_that_keeps_what_a_person_changed(run: Run, acme: Path) -> None:
    run("set", "acme", "systems.production.mfa=no")
    run("readiness", "answer", "acme", "ER-056", "--ready", "no")
    run("readiness", "answer", "acme", "ER-088", "--ready", "partly")
    rows = {one["id"]: one for one in json.loads(run("readiness", "remedies", "acme", "--json").out)}
    assert {"er-056", "er-088", "fd-19-production"} <= rows.keys()
    assert rows["er-088"]["order"] > rows["er-056"]["order"], "what cannot be shown comes before what can in part"
    assert rows["er-056"]["due"] <= "2027-10-13"
    run("set", "acme", "remedies.er-056.owner=tobias-nystrom", "remedies.er-056.hours=9")
    again = {one["id"]: one for one in json.loads(run("readiness", "remedies", "acme", "--json").out)}
    assert (again["er-056"]["owner"], again["er-056"]["hours"]) == ("tobias-nystrom", 9)
    assert [one["order"] for one in again.values()] == [one["order"] for one in rows.values()]


def test_a_line_is_closed_today_and_stays_closed(run: Run, acme: Path) -> None:
    run("readiness", "answer", "acme", "ER-056", "--ready", "no")
    run("readiness", "remedies", "acme")
    assert run("readiness", "close", "acme", "er-056").code == 0
    assert "done" in run("readiness", "remedies", "acme").out.splitlines()[-2]


def test_the_review_ends_in_a_signed_record_of_today(run: Run, acme: Path) -> None:
    before = run("readiness", "finish", "acme", "--by", "tobias-nystrom", "--recommend", "go")
    assert before.code == 4
    run("readiness", "answer", "acme", "ER-056", "--ready", "yes")
    ended = run("readiness", "finish", "acme", "--by", "Tobias Nyström", "--recommend", "conditions")
    assert ended.code == 0
    assert "signed by tobias-nystrom" in ended.out
    answers = run("answers", "--project", "acme").out
    assert "type: readiness_review" in answers
    assert "recommendation: conditions" in answers


@pytest.mark.parametrize(
    "arguments",
    [
        ("answer", "acme", "ER-056"),
        ("answer", "acme", "ER-999", "--ready", "yes"),
        ("answer", "acme", "--ready", "yes"),
        ("close", "acme", "er-1"),
        ("finish", "acme", "--by", "tobias-nystrom"),
        ("dance", "acme"),
    ],
)
def test_what_is_not_understood_changes_nothing(run: Run, acme: Path, arguments: tuple[str, ...]) -> None:
    before = tree(acme)
    ran = run("readiness", *arguments)
    assert ran.code == 2
    assert ran.err
    assert tree(acme) == before


def test_somebody_who_left_is_not_asked(run: Run, acme: Path) -> None:
    run("set", "acme", "people.tobias-nystrom.end=2020-01-31", "people.tobias-nystrom.start=2019-01-31")
    ran = run("readiness", "answer", "acme", "ER-056", "--ready", "yes", "--owner", "tobias-nystrom")
    assert ran.code == 4
    assert "does not work here" in ran.err


def test_levels_are_shown_without_a_sum(run: Run, acme: Path) -> None:
    ran = run("check", "acme", "--levels")
    assert ran.code == 0
    assert "CC6.1" in ran.out
    assert "%" not in ran.out
    said = json.loads(run("check", "acme", "--levels", "--json").out)
    assert {one["level"] for one in said["controls"]} <= {
        "not_shown", "written", "approved", "operating", "evidenced",
    }  # fmt: skip


def test_a_day_in_the_past_knows_no_later_approval(run: Run, acme: Path) -> None:
    assert "FD-24" not in run("check", "acme", "--as-of", "2026-11-20").out
    assert "FD-24" in run("check", "acme", "--as-of", "2026-11-10").out
