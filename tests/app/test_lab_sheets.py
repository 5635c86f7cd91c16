"""A task sheet of a lab is enough for somebody who has nothing but the folder: what counts stands on it."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from soc2desk.app.desk import Desk
from soc2desk.app.exercising import variant_for, write_labs
from soc2desk.app.planting import answer_key, planted
from soc2desk.domain.exercises import Skill
from soc2desk.domain.rooms.labs import FILES, LABS
from tests.composed import DAY, catalogue, changed
from tests.renderers.word_file import found, values, words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = Desk(tmp_path_factory.mktemp("class"), DAY)
    vars(made)["catalogue"] = catalogue()
    return made


@pytest.fixture(scope="module")
def labs(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("given") / "labs"
    write_labs(desk, folder)
    return folder


def sheet(labs: Path, skill: Skill) -> etree._Element:
    with zipfile.ZipFile(labs / skill / "task.docx") as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def rows(file: Path) -> list[dict[str, str]]:
    lines = file.read_text(encoding="utf-8-sig").splitlines()[1:]
    return list(csv.DictReader(lines))


def planted_items(desk: Desk, fault: str) -> set[str]:
    key = answer_key(desk, variant_for(desk, LABS))
    return {place.item for answer in key.answers if fault in answer.fault.id for place in answer.places}


@pytest.mark.parametrize("skill", FILES)
def test_a_sheet_names_company_period_promise_files_and_minutes_and_has_room_to_write(labs: Path, skill: Skill) -> None:
    root = sheet(labs, skill)
    said = words(root)
    files = [path.name for path in (labs / skill).iterdir() if path.name != "task.docx"]
    assert len(files) == len(FILES[skill])
    for told in ("Brightwater Labs Inc.", "1 April 2026 to 30 September 2026", "What was promised", "20", *files):
        assert told in said
    assert not set("[]{}") & set(said)
    form = found(root, ".//w:tbl")[-1]
    asked = [words(row).strip() for row in found(form, ".//w:tr")]
    assert [one[0] for one in asked] == ["N", "1", "2", "3", "4"]
    # Twentieths of a point: an inch for each answer.
    assert min(map(int, values(form, ".//w:trHeight")[1:])) > 1440


def test_the_limits_are_those_that_the_company_answered(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = planted(desk, variant_for(desk, LABS))
    other = changed(made.project, "alert_triage_hours=7", "access_removal_limit=3 days", "company=Maple Ltd.")
    monkeypatch.setattr("soc2desk.app.exercising.planted", lambda *_: replace(made, project=other))
    write_labs(desk, tmp_path / "labs")
    assert "within 7 hours" in words(sheet(tmp_path / "labs", Skill.LOGGING))
    access = words(sheet(tmp_path / "labs", Skill.ACCESS))
    assert "within 3 days of the last day" in access
    assert "Maple Ltd." in access


def test_what_the_sheet_tells_is_enough_to_find_what_was_planted(desk: Desk, labs: Path) -> None:
    (hours,) = re.findall(r"within (\d+) hours", words(sheet(labs, Skill.LOGGING)))
    late = {
        row["Alert"]
        for row in rows(labs / Skill.LOGGING / "alerts.csv")
        if datetime.fromisoformat(row["Triaged at"]) - datetime.fromisoformat(row["Raised at"])
        > timedelta(hours=int(hours))
    }
    assert late == planted_items(desk, "alert-waited")
    left = {
        row["E-mail"]
        for row in rows(labs / Skill.ACCESS / "staff-list.csv")
        if row["End date"] and date(2026, 4, 1) <= date.fromisoformat(row["End date"]) <= date(2026, 9, 30)
    }
    users = rows(labs / Skill.ACCESS / "users-changes.csv")
    still_on = {row["Login"] for row in users if row["E-mail"] in left and row["Status"] == "Active"}
    assert len(still_on) == 2
    assert still_on <= planted_items(desk, "leaver-can-sign-in")
