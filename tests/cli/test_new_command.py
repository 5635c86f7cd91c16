from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import desk
from tests.cli.driving import Run, answers, tree

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_project_says_where_it_is_and_what_comes_next(run: Run, tmp_path: Path) -> None:
    ran = run("new", "Érable & Fils")
    assert ran.code == 0
    assert ran.out == f"{tmp_path / 'workspace' / 'erable-fils'}\n"
    assert ran.err == "Next: soc2desk check erable-fils\n"


def test_a_new_project_takes_a_sample_or_a_file(run: Run, tmp_path: Path) -> None:
    run("new", "one", "--sample", "tamarack")
    run("new", "two", "--from", answers(tmp_path / "mine.yaml", ("company: Tamarack Gauge Co.", "company: Acme")))
    assert run("projects").out == "one  Tamarack Gauge Co.\ntwo  Acme\n"


@pytest.mark.parametrize("again", ["acme", "Acme", "ACME!"])
def test_a_name_is_taken_once(again: str, run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    before = tree(tmp_path / "workspace")
    ran = run("new", again)
    assert ran.code == 4
    assert "The name acme is taken." in ran.err
    assert tree(tmp_path / "workspace") == before


@pytest.mark.parametrize("name", ["", "   ", "///", "株式会社", "con", "NUL", "com1"])
def test_a_name_no_folder_can_have_is_refused(name: str, run: Run, tmp_path: Path) -> None:
    ran = run("new", name)
    assert ran.code == 4
    assert ran.err.count("\n") >= 2
    assert not list((tmp_path / "workspace").glob("*"))


def test_a_name_cannot_leave_the_workspace(run: Run, tmp_path: Path) -> None:
    assert run("new", "../../evil").code == 0
    assert [path.name for path in (tmp_path / "workspace").iterdir()] == ["evil"]
    assert not (tmp_path / "evil").exists()


def test_a_file_in_which_something_was_entered_after_today_makes_no_project(run: Run, tmp_path: Path) -> None:
    text = run("answers", "--sample", "brightwater").out
    ahead = text.replace("on: 2026-11-16, text:", "on: 2190-01-01, text:")
    (tmp_path / "ahead.yaml").write_text(ahead, encoding="utf-8")
    ran = run("new", "acme", "--from", tmp_path / "ahead.yaml")
    assert (ran.code, "entered here on 2190-01-01" in ran.err) == (4, True), ran.err
    assert not list((tmp_path / "workspace").glob("*"))


def test_a_file_with_faults_makes_no_project(run: Run, tmp_path: Path) -> None:
    ran = run(
        "new", "acme", "--from", answers(tmp_path / "mine.yaml", ("role_change_days: '5'", "role_change_days: soon"))
    )
    assert ran.code == 4
    assert "role_change_days must be a whole number" in ran.err
    assert "mine.yaml, line " in ran.err
    assert run("projects").out == ""


def test_a_new_client_like_another_is_shown_before_it_is_made(run: Run, tmp_path: Path) -> None:
    run("new", "old", "--sample", "tamarack")
    run("set", "old", "prepared_by=Atelier Conseil")
    shown = run("new", "next", "--like", "old", "--dry-run")
    assert (shown.code, shown.err) == (0, "Nothing was written.\n")
    lines = shown.out.splitlines()
    assert lines[0] == "Kept: 2"
    assert any(line.startswith("  ") and line.endswith("Atelier Conseil") for line in lines)
    assert any(line.endswith("Tamarack Gauge Co.") for line in lines)
    assert "  People  2" in lines
    assert [path.name for path in (tmp_path / "workspace").iterdir()] == ["old"]
    made = run("new", "next", "--like", "old")
    assert made.out == f"{tmp_path / 'workspace' / 'next'}\n"
    assert made.err.splitlines()[0] == "Kept: 2"
    told = run("answers", "--project", "next").out
    assert "Atelier Conseil" in told
    assert "Tamarack" not in told


def test_what_a_new_client_cannot_be_like_is_said_and_nothing_is_made(run: Run, tmp_path: Path) -> None:
    run("new", "old")
    assert run("new", "next", "--like", "odl").code == 4
    assert run("new", "next", "--dry-run").code == 2
    assert run("new", "next", "--like", "old", "--sample", "tamarack").code == 2
    assert run("new", "old", "--like", "old").code == 4
    assert [path.name for path in (tmp_path / "workspace").iterdir()] == ["old"]


def test_a_missing_file_is_said_plainly(run: Run, tmp_path: Path) -> None:
    ran = run("new", "acme", "--from", tmp_path / "nothing.yaml")
    assert ran.code == 5
    assert "nothing.yaml" in ran.err


def test_an_old_approval_in_an_answers_file_is_entered_today_and_never_as_old(run: Run, tmp_path: Path) -> None:
    run("new", "first", "--sample", "prairie-hosting")
    printed = run("answers", "--project", "first").out
    before, _, rest = printed.partition("\napprovals:\n")
    days = re.compile(r"(?<='on': )[-0-9]+")
    file = tmp_path / "old.yaml"
    file.write_text(f"{before}\napprovals:\n{days.sub('2024-01-05', rest)}", encoding="utf-8")
    assert run("new", "second", "--from", file).code == 0
    rows = json.loads((tmp_path / "workspace" / "second" / "project.json").read_bytes())["approvals"].values()
    assert rows
    assert {row["on"] for row in rows} == {desk.now().date().isoformat()}
    assert {row["decided_on"] for row in rows} == {"2024-01-05"}


def test_sections_that_a_file_says_are_marked_wait_for_a_person_again(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "format: 1\nanswers: {company: Acme}\n"
        "people: {dana: {name: Dana, title: Lead}}\n"
        f"own_documents: {{isp: {{title: ISP, on: 2026-10-01, digest: {'0' * 64}}}}}\n"
        f"own_clauses: {{one: {{document: isp, heading: H, text: T, digest: {'0' * 64}, controls: [ACC-07],"
        " confirmed_by: dana, confirmed_on: 2026-10-02}}\n",
        encoding="utf-8",
    )
    ran = run("new", "acme", "--from", file)
    assert "1 section of own policies as marked by somebody" in ran.err
    (section,) = json.loads(run("policies", "sections", "acme", "--json").out)
    assert (section["controls"], section["confirmed_by"], section["confirmed_on"]) == (["ACC-07"], "", None)
    assert not any(one.is_decided for one in desk.open_desk().answers_file(file).project.own_clauses)
