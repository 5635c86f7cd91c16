"""Each save says which project it is a state of and what came before, so that two copies find what they share."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from soc2desk.app.duplicating import duplicate
from soc2desk.domain.answers import Answer
from soc2desk.domain.project import Project
from soc2desk.storage import lineage
from soc2desk.storage.handed import KEPT, keep_handed, kept_states
from soc2desk.storage.lineage import Lineage, Stands, are_copies, shared, short
from soc2desk.storage.projects import PROJECT_FILE, create, open_folder, save
from soc2desk.storage.tables import META
from tests.composed import catalogue
from tests.faults.acts import desk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ACME = Project({"company": Answer("Acme")})


def meta(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / PROJECT_FILE).read_bytes())[META]["1"]
    return found


def written(folder: Path, company: str) -> str:
    """Save another name of the company and return the revision before."""
    stored = open_folder(folder, catalogue())
    save(stored, replace(stored.project, answers={"company": Answer(company)}), catalogue())
    return stored.revision


def stands(folder: Path) -> Stands:
    stored = open_folder(folder, catalogue())
    return Stands(stored.revision, stored.lineage)


def test_each_save_names_the_states_before_it_and_keeps_the_id_of_the_project(tmp_path: Path) -> None:
    folder = create(tmp_path, "Acme", ACME, catalogue())
    identity = meta(folder)["identity"]
    first, second = written(folder, "Acme 1"), written(folder, "Acme 2")
    assert meta(folder)["line"] == [short(second), short(first)]
    assert meta(folder)["identity"] == identity


def test_a_new_client_is_another_project_and_a_copied_folder_is_not(tmp_path: Path) -> None:
    folder = create(tmp_path, "Acme", ACME, catalogue())
    other = duplicate(desk(tmp_path), folder, "Birch")
    shutil.copytree(folder, tmp_path / "stick")
    written(folder, "Acme 1")
    written(tmp_path / "stick", "Acme 2")
    assert are_copies(stands(folder), stands(tmp_path / "stick")) is True
    assert are_copies(stands(folder), stands(other)) is False


def test_two_copies_of_a_file_from_before_there_were_ids_get_the_same_one(tmp_path: Path) -> None:
    folder = create(tmp_path, "Acme", ACME, catalogue())
    tables = json.loads((folder / PROJECT_FILE).read_bytes())
    del tables[META]["1"]["identity"]
    (folder / PROJECT_FILE).write_text(json.dumps(tables), encoding="utf-8")
    shutil.copytree(folder, tmp_path / "stick")
    assert are_copies(stands(folder), Stands("0" * 64, Lineage())) is None
    written(folder, "Acme 1")
    written(tmp_path / "stick", "Acme 2")
    assert meta(folder)["identity"] == meta(tmp_path / "stick")["identity"]


def test_the_newest_state_that_both_come_from_is_found_first(tmp_path: Path) -> None:
    folder = create(tmp_path, "Acme", ACME, catalogue())
    first, second = written(folder, "Acme 1"), written(folder, "Acme 2")
    shutil.copytree(folder, tmp_path / "stick")
    third = written(folder, "Acme 3")
    written(tmp_path / "stick", "Acme 4")
    found = tuple(shared(stands(folder), stands(tmp_path / "stick")))
    assert found == (short(third), short(second), short(first))


def test_a_line_has_an_end_and_keeps_the_states_that_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineage, "KEPT", 3)
    monkeypatch.setattr(lineage, "MOST", 6)
    folder = create(tmp_path, "Acme", ACME, catalogue())
    handed = written(folder, "Acme 0")
    keep_handed(folder, (folder / f"{PROJECT_FILE}.bak").read_bytes())
    for number in range(1, 20):
        written(folder, f"Acme {number}")
    line = meta(folder)["line"]
    assert len(line) <= 6
    assert short(handed) in line


def test_what_was_brought_in_and_undone_counts_as_never_seen() -> None:
    brought = Lineage("1" * 32, ("a" * 20,)).with_brought("b" * 64, "c" * 64)
    assert brought.states == ("b" * 20, "c" * 20, "a" * 20)
    assert brought.without_brought("b" * 64).states == ("c" * 20, "a" * 20)


def test_a_line_that_an_editor_spoiled_counts_as_none(tmp_path: Path) -> None:
    folder = create(tmp_path, "Acme", ACME, catalogue())
    tables = json.loads((folder / PROJECT_FILE).read_bytes())
    for spoiled in ("text", ["../x", "zz", ["a"]], {"a": "b"}):
        tables[META]["1"] |= {"line": spoiled, "identity": "../../etc"}
        (folder / PROJECT_FILE).write_text(json.dumps(tables), encoding="utf-8")
        assert open_folder(folder, catalogue()).lineage == Lineage()


def test_only_the_newest_states_that_were_handed_over_stay_and_each_once(tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        keep_handed(tmp_path, b"%d" % number)
        keep_handed(tmp_path, b"%d" % number)
    kept = kept_states(tmp_path / PROJECT_FILE, 64)
    assert set(kept) == {sha256(b"%d" % number).hexdigest() for number in range(5, KEPT + 5)}
