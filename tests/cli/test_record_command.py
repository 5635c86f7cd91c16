"""Records by the command line: entered, changed, listed, read back from a workbook, and never backdated."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import desk
from tests.app.printed_workbooks import filled_in
from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date.today().isoformat()  # noqa: DTZ011 - the day on which the command runs
ADD = ("record", "add", "acme", "backup_restore_test", "test_date=2026-01-05 09:30", "time_taken=2.5", "result=Pass")
MADE = "backup-restore-test-2026-q1-2026-01-05"


@pytest.fixture
def acme(run: Run, tmp_path: Path) -> Path:
    run("new", "acme", "--sample", "brightwater")
    return tmp_path / "workspace" / "acme"


def shown(run: Run, record: str) -> dict[str, object]:
    """Return a record as a program sees it."""
    found: dict[str, object] = json.loads(run("record", "show", "acme", record, "--json").out)
    return found


def test_a_record_is_entered_with_todays_day_and_says_what_it_lacks(run: Run, acme: Path) -> None:
    ran = run(*ADD, "tester=Samuel Okafor", "approver=Dana Whitfield, 2026-01-06", "--by", "Dana Whitfield")
    assert (ran.code, ran.err) == (0, "")
    assert "Tester: Samuel Okafor" in ran.out
    assert "days after the day it claims" in ran.out
    assert "Completeness and integrity check: Nothing is filled in." in ran.out
    record = shown(run, MADE)
    assert (record["entered_on"], record["entered_by"]) == (TODAY, "dana-whitfield")
    assert record["values"] == {
        "test_date": "2026-01-05 09:30", "time_taken": "2.5", "result": "pass", "tester": "sam-okafor",
        "approver": {"by": "dana-whitfield", "on": "2026-01-06"},
    }  # fmt: skip


def test_lines_are_added_one_by_one_and_values_come_from_a_file(run: Run, acme: Path, tmp_path: Path) -> None:
    (tmp_path / "v.yaml").write_text(
        "system: Granite Vault\nissues_actions:\n- {issue: Slow, owner: Priya Natarajan}\n"
    )
    run(*ADD, "--from", str(tmp_path / "v.yaml"), "issues_actions+={issue: Loud, action: Tell}")
    values = shown(run, f"{MADE}-granite-vault")["values"]
    assert isinstance(values, dict)
    assert values["system"] == "Granite Vault"
    assert values["issues_actions"] == [
        {"issue": "Slow", "owner": "priya-natarajan"},
        {"issue": "Loud", "action": "Tell"},
    ]


def test_a_change_keeps_the_day_of_entry_and_an_empty_value_takes_a_field_out(run: Run, acme: Path) -> None:
    run(*ADD, "--by", "dana-whitfield")
    assert run("record", "change", "acme", MADE, "result=fail", "time_taken=", "--by", "sam-okafor").code == 0
    record = shown(run, MADE)
    assert (record["entered_by"], record["changed_on"]) == ("dana-whitfield", TODAY)
    assert record["values"] == {"test_date": "2026-01-05 09:30", "result": "fail"}


def test_a_day_that_is_changed_later_says_when_that_was_said(
    run: Run, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*ADD)
    later = desk.now() + timedelta(days=30)
    monkeypatch.setattr(desk, "now", lambda: later)
    assert run("record", "change", "acme", MADE, "approver=Dana Whitfield, 2026-01-05").code == 0
    record = shown(run, MADE)
    assert record["said_on"] == {"approver": later.date().isoformat()}
    assert run("record", "change", "acme", MADE, "approver=").code == 0
    assert "said_on" not in shown(run, MADE)


@pytest.mark.parametrize(
    ("occurrence", "told"),
    [
        ("ZZZ-07/2027-Q1", "not made for ZZZ-07"),
        ("LOG-02/2027-W01", "not made for LOG-02"),
        ("BCP-04/2099-Q9", "names no period"),
        ("../../x", "must be a control and a period"),
    ],
)
def test_a_record_is_made_for_a_period_of_its_own_control(run: Run, acme: Path, occurrence: str, told: str) -> None:
    before = (acme / "project.json").read_bytes()
    ran = run(*ADD, "--occurrence", occurrence)
    assert (ran.code, told in ran.err) == (2, True), ran.err
    assert (acme / "project.json").read_bytes() == before


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("record", "add", "acme", "backup_restore_test", f"system={'x' * 100_001}"), "at most 100,000 fit"),
        (("record", "add", "acme", "backup_restore_test", "time_taken=-5"), "a number from 0 on"),
        (("approve", "acme", "POL-ACP", "--by", "dana-whitfield", "--decided-on", "2026-11-02",
          "--minutes", "m" * 100_001), "at most 100,000 fit"),
    ],
)  # fmt: skip
def test_what_could_not_be_read_back_is_not_written(run: Run, acme: Path, args: tuple[str, ...], told: str) -> None:
    before = (acme / "project.json").read_bytes()
    ran = run(*args)
    assert (ran.code in {2, 4}, told in ran.err) == (True, True), ran.err[:300]
    assert (acme / "project.json").read_bytes() == before


def test_the_list_shows_what_is_owed_and_what_is_there(run: Run, acme: Path) -> None:
    before = run("record", "list", "acme", "--type", "backup_restore_test").out
    assert "BCP-04/2027-Q1  due 2027-03-31  Samuel Okafor  not started" in before
    run(*ADD, "--occurrence", "BCP-04/2027-Q1")
    found = json.loads(run("record", "list", "acme", "--occurrence", "BCP-04/2027-Q1", "--json").out)
    assert [(one["type"], one["state"], bool(one["record"])) for one in found] == [
        ("backup_restore_test", "incomplete", True)
    ]
    assert "backup_restore_test" in run("record", "list", "acme", "--incomplete").out


def test_a_record_can_be_taken_out(run: Run, acme: Path) -> None:
    run(*ADD)
    assert run("record", "remove", "acme", MADE).out == f"Removed {MADE}.\n"
    assert run("record", "show", "acme", MADE).code == 2


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("add", "acme", "backup_test", "a=b"), 2, "backup_restore_test"),
        (("add", "acme", "backup_restore_test"), 2, "without a value"),
        (("add", "acme", "backup_restore_test", "sistem=x"), 2, "system"),
        (("add", "acme", "backup_restore_test", "test_date=5 January"), 2, "test_date"),
        (("add", "acme", "backup_restore_test", "result=maybe"), 2, "Pass, Fail"),
        (("add", "acme", "backup_restore_test", "issues_actions+={isue: x}"), 2, "issue"),
        (("add", "acme", "backup_restore_test", "issues_actions=x"), 2, "list of lines"),
        (("add", "acme", "backup_restore_test", "system"), 2, "no value"),
        (("add", "acme", "backup_restore_test", "entered_on=2026-01-01"), 2, "no field"),
        (("add", "acme", "backup_restore_test", "system=x", "--occurrence", "spring"), 2, "a control and a period"),
        (("add", "acme", "backup_restore_test", "system=x", "--by", "Nobody"), 4, "no person"),
        (("add", "acme", "backup_restore_test", "system=x", "--from", "gone.yaml"), 5, "not there"),
        (("print", "acme", "access_review"), 2, "FILE.xlsx is missing"),
        (("print", "acme", "access_review", "gone/a.xlsx"), 5, "not there"),
        (("show", "acme"), 2, "RECORD is missing"),
        (("remove", "acme", "one"), 2, "no record"),
        (("read", "acme", "gone.xlsx"), 5, "not there"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    run: Run, acme: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    before = tree(acme)
    ran = run("record", *words)
    assert ran.code == code
    assert said in ran.err
    assert tree(acme) == before


def test_a_day_that_has_not_come_is_refused(run: Run, acme: Path) -> None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011
    ran = run("record", "add", "acme", "policy_acknowledgement", "person=dana-whitfield", f"date={tomorrow}")
    assert (ran.code, "has not come yet" in ran.err) == (4, True)


def test_a_blank_workbook_of_any_type_is_printed_and_known_again(run: Run, acme: Path, tmp_path: Path) -> None:
    for layout in ("access_review", "offboarding_checklist"):
        file = tmp_path / f"{layout}.xlsx"
        assert run("record", "print", "acme", layout, str(file)).code == 0
        assert run("record", "read", "acme", str(file)).out == "Nothing is filled in.\n"
        assert run("record", "print", "acme", layout, str(file)).code == 5, "what stands there is never lost"


def test_a_workbook_is_looked_at_first_and_then_taken(run: Run, acme: Path, tmp_path: Path) -> None:
    sheet = "Disposal record"
    path = filled_in(
        tmp_path / "a.xlsx", "disposal_record",
        (sheet, "A2", "Laptop 7"), (sheet, "B2", 4711), (sheet, "D2", "Wiped"), (sheet, "E2", "2026-02-03"),
        (sheet, "A3", "Laptop 8"), (sheet, "E3", "3 Feb"),
    )  # fmt: skip
    looked = run("record", "read", "acme", str(path), "--dry-run")
    assert (looked.code, "would be entered" in looked.out, f"{sheet}, E3" in looked.out) == (1, True, True)
    assert "disposal_record" not in run("record", "list", "acme").out
    assert run("record", "read", "acme", str(path)).code == 1
    record = shown(run, "disposal-record-laptop-7-2026-02-03")
    assert record["entered_on"] == TODAY
    assert record["values"] == {"item": "Laptop 7", "serial_or_scope": "4711", "method": "wipe", "date": "2026-02-03"}
    assert "is there already" in run("record", "read", "acme", str(path)).out
