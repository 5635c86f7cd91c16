from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from tests.cli.driving import ROOT, Run, tree

if TYPE_CHECKING:
    from pathlib import Path

USERS = ROOT / "tests" / "storage" / "exports" / "shapes" / "mail-suite.csv"
WHEN = ("--system", "google-workspace", "--taken-at", "2026-10-01 09:30")


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    run("new", "acme", "--sample", "brightwater")
    return tmp_path / "workspace" / "acme"


def test_a_review_is_read_worked_out_and_decided_by_commands(run: Run, acme: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "review.xlsx"
    ran = run("access", "read", "acme", USERS, *WHEN, "--out", sheet)
    assert ran.code == 0
    assert "user = Email Address [Required]  (likely, people sign in with their address)" in ran.out
    assert "Kept as access-review-google-workspace-2026-q4 for ACC-07/2026-Q4." in ran.err
    assert sheet.is_file()
    ran = run("access", "decide", "acme", sheet)
    assert (ran.code, ran.out) == (0, "Decided: 0 of 3 lines.\n")


def test_a_dry_run_changes_nothing_of_the_project(run: Run, acme: Path) -> None:
    before = tree(acme)["project.json"]
    assert run("access", "read", "acme", USERS, *WHEN, "--dry-run").code == 0
    assert tree(acme)["project.json"] == before


def test_a_program_reads_the_guesses(run: Run, acme: Path) -> None:
    found = json.loads(run("access", "read", "acme", USERS, *WHEN, "--dry-run", "--json").out)
    assert {"what": "manager", "headings": ["Manager Email"], "sure": "sure"} in found["guesses"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "--system"),
        ((*WHEN, "--column", "user=Logn"), 'no column "Logn"'),
        (("--system", "jira", "--taken-at", "tomorrow"), "no moment"),
        ((*WHEN, "--column", "user"), "names no column"),
    ],
)
def test_wrong_words_are_told(run: Run, acme: Path, more: tuple[str, ...], said: str) -> None:
    ran = run("access", "read", "acme", USERS, *more)
    assert ran.code == 2
    assert said in ran.err


def test_lists_are_read_shown_and_settled(run: Run, acme: Path, tmp_path: Path) -> None:
    path = tmp_path / "changes.csv"
    path.write_text("Number,Author,Approved by\n102,Park Ji-ho,\n", encoding="utf-8")
    assert run("lists", "read", "acme", path, "--kind", "changes").err == "Kept 1 line.\n"
    assert (
        run("lists", "settle", "acme", "changes-no-approval-102", "--by", "dana-whitfield", "--answer", "OPS-1").code
        == 0
    )
    assert "settled" in run("lists", "show", "acme").out
    assert run("lists", "read", "acme").code == 2


def test_an_auditors_list_is_read_and_confirmed(run: Run, acme: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Ref;Request;Due\nA-1;Firewall rulesets and the rule review;2027-07-01\n", encoding="utf-8")
    assert "A-1  sure  ER-060" in run("requests", "read", "acme", path).out
    assert run("requests", "confirm", "acme", "A-1", "ER-060", "--by", "dana-whitfield").err == "A-1 asks for ER-060.\n"
    assert "A-1  confirmed" in run("requests", "list", "acme").out
    assert run("requests", "confirm", "acme", "B-9", "--by", "dana-whitfield").code == 2


def test_people_come_from_a_workbook_and_what_nobody_needs_is_named_and_left(
    run: Run, acme: Path, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (
        ("Full name", "Work email", "Salary", "Birth date", "Background check"),
        ("Mae Third", "mae@x.example", 9, 1, "clear"),
    ):
        book.worksheets[0].append(row)
    path = tmp_path / "people.xlsx"
    book.save(path)
    assert "clear" not in run("import", "acme", "people", path, "--dry-run").out
    assert "mae-third" not in run("answers", "--project", "acme").out
    ran = run("import", "acme", "people", path)
    assert (ran.code, ran.err) == (0, "Took 1 row.\n")
    assert "nothing of them is kept: Salary, Birth date, Background check." in ran.out
    assert "mae-third" in run("answers", "--project", "acme").out
