from __future__ import annotations

import os
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import home
from soc2desk.app.desk import Desk
from soc2desk.app.home import Kind, card, cards, known_as
from soc2desk.app.preferences import Preferences, opened_outside, taken_off
from soc2desk.app.progress import Progress
from soc2desk.app.transfer import change, new_project
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.storage.lock import open_alone
from tests.composed import DAY
from tests.packet import samples

if TYPE_CHECKING:
    from soc2desk.app.home import ProjectCard


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "clients", DAY)


def written_on(folder: Path, year: int) -> None:
    moment = datetime(year, 6, 15, 12).astimezone().timestamp()
    os.utime(folder / "project.json", (moment, moment))


def listed(desk: Desk, preferences: Preferences | None = None) -> list[ProjectCard]:
    return list(cards(desk, preferences or Preferences()))


def test_a_card_says_how_far_a_project_is_and_what_comes_next(desk: Desk) -> None:
    folder = new_project(desk, "Gauge", sample="tamarack")
    written_on(folder, 2026)
    (one,) = listed(desk)
    assert (one.name, one.company, one.folder) == ("Gauge", "Tamarack Gauge Co.", folder)
    assert (one.categories, one.changed_on) == (("security",), date(2026, 6, 15))
    assert one.done == one.total > 60
    assert one.next is not None
    assert (one.next.place, one.state, one.problem, one.open_by) == ("pages.packet", Progress.COMPLETE, None, None)
    change(desk, "gauge", [("service", "")])
    again = card(desk, folder)
    assert again.next is not None
    assert (again.next.place, again.state) == ("answers.service", Progress.IN_PROGRESS)
    assert again.done == again.total - 1


def test_an_empty_project_is_not_started(desk: Desk) -> None:
    new_project(desk, "Empty")
    (one,) = listed(desk)
    assert (one.state, one.company) == (Progress.NOT_STARTED, "")


def test_the_project_changed_last_comes_first(desk: Desk) -> None:
    for name, year in (("old", 2020), ("newest", 2026), ("middle", 2023)):
        written_on(new_project(desk, name), year)
    assert [one.name for one in listed(desk)] == ["newest", "middle", "old"]


def test_hidden_projects_are_left_out_and_those_from_elsewhere_stand_beside(desk: Desk, tmp_path: Path) -> None:
    here = new_project(desk, "here")
    away = new_project(Desk(tmp_path / "elsewhere", DAY), "away")
    preferences = opened_outside(opened_outside(Preferences(), away), here)
    assert sorted(one.name for one in listed(desk, preferences)) == ["away", "here"]
    assert [one.name for one in listed(desk, taken_off(Preferences(outside=(str(away),)), here))] == ["away"]
    assert (here / "project.json").exists()


def test_a_project_of_a_drive_that_is_gone_stands_there_with_its_problem(desk: Desk, tmp_path: Path) -> None:
    (one,) = listed(desk, Preferences(outside=(str(tmp_path / "gone" / "acme"),)))
    assert one.problem is not None
    assert (one.name, one.changed_on, one.state) == ("acme", date(1970, 1, 1), Progress.NEEDS_ATTENTION)


@pytest.mark.parametrize("raw", [b"", b"{", b"{}", b'{"meta": {"1": {"format": "99"}}}', b"\xff"])
def test_a_broken_project_does_not_hide_the_others(desk: Desk, raw: bytes) -> None:
    new_project(desk, "good")
    (new_project(desk, "bad") / "project.json").write_bytes(raw)
    found = {one.name: one for one in listed(desk)}
    assert found["good"].problem is None
    assert isinstance(found["bad"].problem, ProjectProblem)


def test_who_has_a_project_open_is_said(desk: Desk) -> None:
    folder = new_project(desk, "acme")
    with open_alone(folder, datetime(2026, 11, 20, 9, 14)):  # noqa: DTZ001 - a moment as it is written down
        (one,) = listed(desk)
        assert one.open_by is not None
        assert one.open_by.since == "2026-11-20 09:14"
    assert listed(desk)[0].open_by is None


def test_projects_come_one_by_one_and_each_is_read_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        new_project(desk, name)
    read: Counter[Path] = Counter()

    def counted(folder: Path, catalogue: object) -> object:
        read[folder] += 1
        return opened(folder, catalogue)  # type: ignore[arg-type]

    opened = home.open_folder
    monkeypatch.setattr(home, "open_folder", counted)
    making = cards(desk, Preferences())
    next(making)
    assert read.total() == 1
    list(making)
    assert set(read.values()) == {1}
    assert len(read) == 3


def test_a_workspace_that_does_not_exist_yet_has_no_projects(desk: Desk) -> None:
    assert listed(desk) == []


def test_a_path_is_known_by_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    folder = new_project(desk, "acme")
    packet, archive = samples.folder(tmp_path), samples.archive(tmp_path)
    (tmp_path / "answers.YML").write_text("format: 1", encoding="utf-8")
    assert known_as(folder) is known_as(folder / "project.json") is Kind.PROJECT
    assert known_as(tmp_path / "answers.YML") is Kind.ANSWERS
    assert known_as(packet) is known_as(archive) is Kind.PACKET
    archive.rename(tmp_path / "renamed")
    assert known_as(tmp_path / "renamed") is Kind.PACKET
    (folder / "project.json").rename(folder / "project.json.bak")
    assert known_as(folder) is Kind.PROJECT


def test_what_opens_nothing_is_told_what_it_could_be(desk: Desk, tmp_path: Path) -> None:
    folder = new_project(desk, "acme")
    packet = samples.folder(tmp_path)
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "letter.docx").write_bytes(b"no zip")
    (tmp_path / "empty").mkdir()
    said = {
        desk.workspace: "for example acme",
        tmp_path / "empty": "project.json",
        tmp_path / "letter.docx": "answers file",
        folder / "notes.txt": "open project.json there",
        packet / "policies" / "access-control.pdf": "packet's folder",
    }
    for path, hint in said.items():
        with pytest.raises(ProjectProblem) as caught:
            known_as(path)
        assert hint in str(caught.value.hint)


@pytest.mark.parametrize("name", ["gone", "gone/deeper", "x" * 5000])
def test_a_place_with_nothing_in_it_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem):
        known_as(tmp_path / name)
