from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    run("new", "acme", "--sample", "tamarack")
    return tmp_path / "workspace" / "acme"


def test_an_approval_is_recorded_with_todays_date(run: Run, acme: Path) -> None:
    ran = run("approve", "acme", "POL-ACP", "--by", "tobias-nystrom")
    assert ran.code == 0
    assert re.fullmatch(r"POL-ACP  recorded approval by tobias-nystrom on \d{4}-\d{2}-\d{2}\n", ran.out)
    assert "by: tobias-nystrom" in run("answers", "--project", "acme").out


def test_an_earlier_decision_stands_beside_today_with_its_minutes(run: Run, acme: Path) -> None:
    decision = ("--decided-on", "2026-01-31", "--minutes", "Meeting 4")
    ran = run("approve", "acme", "POL-ACP", "--by", "tobias-nystrom", *decision)
    assert ran.code == 0
    assert ran.out.endswith(", decided on 2026-01-31\n")
    assert not ran.out.startswith("POL-ACP  recorded approval by tobias-nystrom on 2026-01-31")
    assert "minutes: Meeting 4" in run("answers", "--project", "acme").out


def test_the_documents_may_stand_after_the_person(run: Run, acme: Path) -> None:
    ran = run("approve", "acme", "--by", "tobias-nystrom", "POL-ACP", "POL-IRP")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == ["POL-ACP", "POL-IRP"]


def test_without_documents_all_are_approved(run: Run, acme: Path) -> None:
    ran = run("approve", "acme", "--by", "tobias-nystrom")
    assert {line.split()[0] for line in ran.out.splitlines()} > {"POL-ACP", "POL-IRP", "POL-ISP", "POL-OFF"}
    assert run("approve", "acme", "--by", "tobias-nystrom", "--quiet").out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--by", "tobias-nystrm"), 4, "Did you mean tobias-nystrom?"),
        (("--by", "nobody-we-know"), 4, "Use the id or the full name of a person: "),
        (("POL-ACQ", "--by", "tobias-nystrom"), 2, "Did you mean POL-ACP?"),
        (("REC-OFF", "--by", "tobias-nystrom"), 2, "no document that somebody approves"),
        (("POL-ACP",), 2, "--by"),
        (("--by", "tobias-nystrom", "--decided-on", "2026-01-31"), 2, "needs its day and its minutes"),
        (("--by", "tobias-nystrom", "--minutes", "Meeting 4"), 2, "needs its day and its minutes"),
        (("--by", "tobias-nystrom", "--decided-on", "2190-01-31", "--minutes", "Meeting 4"), 4, "still to come"),
        (("--by", "tobias-nystrom", "--date", "2020-01-01"), 2, "not understood: --date"),
        (("--by", "tobias-nystrom", "--on", "2020-01-01"), 2, "not understood: --on"),
    ],
)
def test_what_cannot_be_approved_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], code: int, said: str, run: Run, acme: Path
) -> None:
    before = tree(acme)
    ran = run("approve", "acme", *arguments)
    assert ran.code == code
    assert said in ran.err
    assert tree(acme) == before


def test_a_person_may_be_named_in_full(run: Run, acme: Path) -> None:
    ran = run("approve", "acme", "POL-ACP", "--by", "tobias nystr\u00f6m")
    assert ran.code == 0
    assert ran.out.startswith("POL-ACP  recorded approval by tobias-nystrom on ")


def test_who_has_left_cannot_approve(run: Run, acme: Path) -> None:
    run("set", "acme", "people.tobias-nystrom.end=2024-12-31")
    before = tree(acme)
    ran = run("approve", "acme", "--by", "tobias-nystrom")
    assert ran.code == 4
    assert "does not work here today" in ran.err
    assert tree(acme) == before
