from __future__ import annotations

import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.brand import marked
from soc2desk.app.confirming import confirmation_of
from soc2desk.app.desk import Desk
from soc2desk.app.exercising import open_exercise
from soc2desk.app.home import card
from soc2desk.app.logo import logo_of
from soc2desk.app.make_packet import Wishes, look_of, make_packet
from soc2desk.app.practice import practice_copy, practised, start_over
from soc2desk.app.sending import send, take_in
from soc2desk.app.tabletop_desk import known_tabletop, print_sheets
from soc2desk.app.transfer import change, new_project
from soc2desk.domain.looks import Look
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.domain.variants import Variant
from soc2desk.storage.backups import backups
from soc2desk.storage.lock import open_alone
from tests.composed import DAY, changed, of_sample, sample
from tests.drawn import jpeg

if TYPE_CHECKING:
    from pathlib import Path


def words_of(path: Path) -> str:
    """Return all parts of a Word file as one text."""
    with zipfile.ZipFile(path) as word:
        return "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist() if name.endswith(".xml"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "workspace", DAY)


def test_a_practice_copy_is_made_once_and_opened_again(desk: Desk) -> None:
    folder = practice_copy(desk, "brightwater")
    assert folder == desk.workspace / "practice-brightwater"
    assert desk.source(folder.name).project == changed(sample("brightwater"), "logo=logo.png")
    change(desk, folder.name, [("service", "Mine")])
    assert practice_copy(desk, "brightwater") == folder
    assert desk.source(folder.name).project.answers["service"].value == "Mine"
    assert card(desk, folder).sample == "brightwater"


def test_the_logo_of_the_sample_comes_along_and_comes_back(desk: Desk) -> None:
    folder = practice_copy(desk, "brightwater")
    kept = (folder / "logo.png").read_bytes()
    (folder / "mine.jpg").write_bytes(jpeg())
    change(desk, folder.name, [("logo", str(folder / "mine.jpg"))])
    assert not (folder / "logo.png").exists()
    start_over(desk, folder, "brightwater")
    assert (folder / "logo.png").read_bytes() == kept
    assert logo_of(desk.source(folder.name))


def test_starting_over_brings_the_sample_back_and_keeps_what_was_there(desk: Desk) -> None:
    folder = practice_copy(desk, "tamarack")
    change(desk, folder.name, [("service", "Mine")])
    start_over(desk, folder, "tamarack")
    assert desk.source(folder.name).project == sample("tamarack")
    assert "Mine" in backups(folder)[0].path.read_text("utf-8")
    change(desk, folder.name, [("service", "Again")])


def test_a_broken_practice_copy_can_start_over(desk: Desk) -> None:
    folder = practice_copy(desk, "tamarack")
    (folder / "project.json").write_text("{", encoding="utf-8")
    assert practice_copy(desk, "tamarack") == folder
    start_over(desk, folder, "tamarack")
    assert desk.source(folder.name).project == sample("tamarack")


def test_a_project_of_somebodys_own_is_never_set_back_or_opened_as_practice(desk: Desk) -> None:
    own = new_project(desk, "practice-tamarack", company="Mine")
    before = (own / "project.json").read_bytes()
    assert practice_copy(desk, "tamarack") == desk.workspace / "practice-tamarack-2"
    with pytest.raises(ProjectProblem, match="no practice copy"):
        start_over(desk, own, "tamarack")
    with pytest.raises(ProjectProblem):
        start_over(desk, desk.workspace / "practice-tamarack-2", "brightwater")
    assert (own / "project.json").read_bytes() == before
    assert practised(own) == ""


def test_an_unknown_sample_makes_nothing(desk: Desk) -> None:
    with pytest.raises(UsageProblem):
        practice_copy(desk, "../brightwater")
    assert not desk.workspace.exists()


def test_a_copy_that_is_open_elsewhere_is_not_set_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = practice_copy(desk, "tamarack")
    monkeypatch.setattr("soc2desk.storage.lock._PATIENCE_SECONDS", 0.0)
    with open_alone(folder, datetime(2026, 11, 20, 9, 14)):  # noqa: DTZ001 - a moment as it is written down
        monkeypatch.setattr("soc2desk.storage.lock._lock", another)
        with pytest.raises(ProjectProblem, match="is open on"):
            start_over(desk, folder, "tamarack")


def another(folder: Path) -> object:
    from filelock import FileLock

    return FileLock(folder / "project.lock", thread_local=False)


def test_a_packet_of_a_practice_copy_says_so_on_every_page_and_in_its_name(desk: Desk, tmp_path: Path) -> None:
    folder = practice_copy(desk, "tamarack")
    target = tmp_path / "colleague.soc2desk"
    list(send(desk, folder, target, with_evidence=False))
    other = Desk(tmp_path / "other", DAY)
    list(take_in(other, target, name="acme"))
    assert look_of(of_sample("tamarack"), desk.source(folder.name)).practice
    wishes = Wishes(tmp_path / "out", formats=("html",), only=("POL-ACP",), day=DAY, jobs=1)
    list(make_packet(other, other.source("acme"), wishes))
    (made,) = [path for path in (tmp_path / "out").iterdir() if path.is_dir()]
    assert made.name.startswith("practice-tamarack")
    pages = list(made.rglob("*.html"))
    assert pages
    assert all("PRACTICE. This company is invented" in page.read_text("utf-8") for page in pages)


def test_a_copy_whose_mark_was_taken_away_or_emptied_is_still_practice(desk: Desk) -> None:
    emptied, exercise = practice_copy(desk, "tamarack"), open_exercise(desk, Variant("two-people", "Ann"))
    (emptied / "practice.txt").write_text("\n", encoding="utf-8")
    (exercise / "practice.txt").unlink()
    for folder in (emptied, exercise):
        assert practised(folder)
        assert look_of(of_sample("tamarack"), desk.source(folder.name)).practice


def test_the_sheet_that_a_company_signs_says_practice_where_it_is(desk: Desk) -> None:
    folder = practice_copy(desk, "tamarack")
    assert confirmation_of(desk, desk.source(folder.name)).look.practice.startswith("PRACTICE")


def test_the_sheets_of_a_tabletop_say_practice_where_the_company_is(desk: Desk, tmp_path: Path) -> None:
    folder = practice_copy(desk, "tamarack")
    look = marked(Look(), desk.source(folder.name), desk.catalogue.phrases)
    engagement = of_sample("tamarack").engagement
    made = print_sheets(engagement, known_tabletop(desk, "lost-laptop"), tmp_path / "out", ("docx",), look)
    assert all("PRACTICE. This company is invented" in words_of(path) for path in made)


def test_a_project_of_somebodys_own_says_nothing_of_practice(desk: Desk) -> None:
    new_project(desk, "acme", sample="tamarack")
    source = desk.source("acme")
    assert not look_of(of_sample("tamarack"), source).practice
    assert not confirmation_of(desk, source).look.practice
