"""A project's file that something else wrote: its days are printed as told, and no save makes them look taken down."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.session import open_session
from soc2desk.domain.answers import Answer
from soc2desk.domain.entry_days import with_entry_days
from soc2desk.domain.project import Project
from soc2desk.domain.risks import Risk
from soc2desk.storage.backups import backups, keep_backup, restore
from soc2desk.storage.file_seals import SEAL, is_sealed
from soc2desk.storage.projects import create, open_folder, save
from soc2desk.storage.tables import META
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

DAY, OLD = date(2026, 11, 20), "2024-01-05"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return create(tmp_path, "acme", replace(sample("tamarack"), answers={"company": Answer("Acme")}), catalogue())


def edit(folder: Path, change: Callable[[Any], None]) -> None:
    """Change a project's file as somebody with an editor does."""
    path = folder / "project.json"
    data = json.loads(path.read_bytes())
    change(data)
    path.write_text(json.dumps(data, indent=4), encoding="utf-8")


def backdate(data: Any) -> None:
    data["approvals"]["1"]["on"] = OLD


def unsealed(data: Any) -> None:
    del data["meta"]["1"]["seal"]


def is_told(folder: Path) -> bool:
    return open_folder(folder, catalogue()).project.days_are_told


def named(project: Project, name: str) -> Project:
    return replace(project, answers={**project.answers, "company": Answer(name)})


def rename(folder: Path, name: str) -> None:
    stored = open_folder(folder, catalogue())
    save(stored, named(stored.project, name), catalogue())


def test_what_the_program_wrote_is_not_told_and_stays_so_after_each_save(folder: Path) -> None:
    assert not is_told(folder)
    rename(folder, "Acme II")
    assert not is_told(folder)


def test_an_approval_that_an_editor_made_older_is_told_and_keeps_being_after_a_save(folder: Path) -> None:
    edit(folder, backdate)
    assert is_told(folder)
    for name in ("Acme II", "Acme III"):
        rename(folder, name)
        assert is_told(folder), name


@pytest.mark.parametrize("table", ["risks", "entry_days"])
def test_a_rating_that_an_editor_made_older_or_took_the_day_of_entry_from_is_told(folder: Path, table: str) -> None:
    stored = open_folder(folder, catalogue())
    rated = replace(stored.project, risks=(Risk("fire", "Fire", rated_on=DAY),))
    save(stored, with_entry_days(stored.project, rated, DAY), catalogue())
    rename(folder, "Acme II")
    assert not is_told(folder)
    edit(folder, lambda data: data["risks"]["1"].update(rated_on=OLD) if table == "risks" else data.pop(table))
    assert is_told(folder)


def test_an_older_day_that_an_editor_put_beside_another_rating_is_told(folder: Path) -> None:
    stored = open_folder(folder, catalogue())
    rated = replace(stored.project, risks=(Risk("fire", "Fire", likelihood=1, impact=1, rated_on=DAY),))
    save(stored, with_entry_days(stored.project, rated, DAY), catalogue())
    rename(folder, "Acme II")
    edit(folder, lambda data: data["risks"]["1"].update(impact="5"))
    assert is_told(folder)


def test_a_file_whose_seal_was_taken_off_is_told_where_no_sealed_state_is_beside_it(folder: Path) -> None:
    edit(folder, unsealed)
    assert is_told(folder)


def test_an_old_approval_of_another_text_is_told_though_its_day_stands_in_the_state_before(folder: Path) -> None:
    rename(folder, "Acme II")
    edit(folder, lambda data: data["approvals"]["1"].update(text="0" * 64))
    assert is_told(folder)


def test_an_edit_that_touches_no_day_is_not_held_against_a_project_with_a_sealed_state_beside_it(folder: Path) -> None:
    rename(folder, "Acme II")
    edit(folder, lambda data: data["answers"]["1"].update(value="Acme III"))
    assert not is_told(folder)


def test_a_state_from_the_backups_that_the_program_wrote_ends_it(folder: Path) -> None:
    assert keep_backup(folder, DAY, 14) is None
    edit(folder, backdate)
    assert is_told(folder)
    restore(folder, backups(folder)[0], DAY)
    assert not is_told(folder)


def test_work_in_the_window_on_such_a_project_stays_told_and_so_does_its_copy(folder: Path, tmp_path: Path) -> None:
    edit(folder, backdate)
    session = open_session(Desk(tmp_path, DAY), folder)
    session.replace(named(session.project, "Acme II"), "name")
    assert session.source.project.days_are_told
    session.save()
    copied = session.save_copy(tmp_path / "copy")
    session.close()
    assert is_told(folder)
    assert is_told(copied)


def test_a_file_without_any_day_is_not_told_however_it_came(tmp_path: Path) -> None:
    made = create(tmp_path, "bare", Project({"company": Answer("Acme")}), catalogue())
    edit(made, unsealed)
    assert not is_told(made)


def test_a_day_that_a_person_claims_is_told_too_where_no_other_stands_in_the_file(tmp_path: Path) -> None:
    risks = (replace(sample("tamarack").risks[0], accepted_by="", accepted_on=None, owner="", controls=()),)
    made = create(tmp_path, "bare", Project({"company": Answer("Acme")}, risks=risks), catalogue())
    edit(made, unsealed)
    assert is_told(made)


def test_the_days_of_a_sample_are_told_once_it_is_of_another_company_and_no_editor_ends_that(tmp_path: Path) -> None:
    made = create(tmp_path, "own", sample("tamarack"), catalogue(), is_sample=True)
    assert not is_told(made)
    rename(made, "Acme")
    assert is_told(made)
    rename(made, "Acme II")
    assert is_told(made)

    rename(made, "Tamarack Gauge Co.")
    keep_backup(made, DAY, 14, packet=True)
    rename(made, "Acme")
    edit(made, lambda data: data["meta"]["1"].pop("example"))
    assert is_told(made), "no state that says what it was made from vouches for one that does not"


def test_half_a_character_that_something_else_wrote_bears_no_seal_and_stops_nobody() -> None:
    assert not is_sealed({META: {"1": {"name": "\ud800", SEAL: "0" * 64}}})
