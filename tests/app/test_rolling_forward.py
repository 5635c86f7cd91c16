from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import rolling_forward
from soc2desk.app.desk import Desk
from soc2desk.app.rolling_forward import (
    NextPeriod,
    PriorException,
    as_typed,
    earlier_periods,
    go_back,
    go_on,
    read_exceptions,
    typed_exceptions,
)
from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.evidence import Evidence
from soc2desk.domain.problems import FileProblem, OpenElsewhere, ProjectProblem
from soc2desk.storage.projects import open_folder, save
from tests.composed import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.project import Project

TODAY = date(2027, 9, 30)
WANTED = NextPeriod(date(2027, 8, 31), (date(2027, 7, 1), date(2027, 12, 31)), (PriorException("Late", ("ACC-07",)),))
KEPT = "2027-01-01-to-2027-06-30"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "workspace", TODAY)
    vars(made)["catalogue"] = catalogue()
    return made


@pytest.fixture
def folder(desk: Desk) -> Path:
    """Return a project whose window is over, with one file of evidence."""
    made = new_project(desk, "acme", sample="brightwater")
    (made / "evidence").mkdir()
    (made / "evidence" / "list.csv").write_text("a,b\n", encoding="utf-8")
    stored = open_folder(made, desk.catalogue)
    piece = Evidence("e-1", "A list", file="list.csv", digest="0" * 64, size=4, received=date(2027, 3, 1))
    save(stored, replace(stored.project, evidence=(piece,)), desk.catalogue)
    return made


def project(desk: Desk, folder: Path) -> Project:
    return open_folder(folder, desk.catalogue).project


def test_the_old_state_is_a_project_of_its_own_and_the_new_one_stands_in_its_place(desk: Desk, folder: Path) -> None:
    before = project(desk, folder)
    told = go_on(desk, folder, WANTED)
    assert told.kept.name == KEPT
    assert project(desk, told.kept.folder) == before
    assert (told.kept.folder / "evidence" / "list.csv").is_file()
    assert (told.kept.folder / "logo.png").is_file()
    assert project(desk, folder) == told.rolled.project
    assert not (folder / "evidence" / "list.csv").exists()


def test_going_back_gives_all_of_it_back_and_keeps_the_new_state_as_a_back_up(desk: Desk, folder: Path) -> None:
    before = project(desk, folder)
    after = go_on(desk, folder, WANTED).rolled.project
    go_back(desk, folder, KEPT)
    assert project(desk, folder) == before
    assert (folder / "evidence" / "list.csv").read_text(encoding="utf-8") == "a,b\n"
    (backup,) = (folder / "backups").iterdir()
    backup.replace(folder / "project.json")
    assert project(desk, folder) == after
    assert [one.name for one in earlier_periods(folder)] == [KEPT]


@pytest.mark.parametrize("step", ["keep_period", "save", "let_go"])
def test_a_stop_at_any_step_leaves_a_whole_project(
    desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = project(desk, folder)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rolling_forward, step, stop)
        with pytest.raises(KeyboardInterrupt):
            go_on(desk, folder, WANTED)
    present = project(desk, folder)
    assert (folder / "evidence" / "list.csv").is_file()
    if step == "let_go":
        assert present.evidence == ()
        assert project(desk, earlier_periods(folder)[0].folder) == before
    else:
        assert present == before
        assert earlier_periods(folder) == (), "a period that is not over is not kept as one"
        assert go_on(desk, folder, WANTED).kept.name == KEPT


def test_a_project_that_cannot_go_on_is_not_touched(desk: Desk, folder: Path) -> None:
    before = project(desk, folder)
    with pytest.raises(ProjectProblem, match="still to come"):
        go_on(desk, folder, replace(WANTED, issued=date(2028, 1, 1)))
    assert project(desk, folder) == before
    assert not (folder / "earlier").exists()


def test_a_project_open_elsewhere_is_refused(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def held(_: Path) -> Iterator[None]:
        raise OpenElsewhere("The project acme is open on another computer.")
        yield

    monkeypatch.setattr(rolling_forward, "written_alone", held)
    for act in (lambda: go_on(desk, folder, WANTED), lambda: go_back(desk, folder, KEPT)):
        with pytest.raises((OpenElsewhere, ProjectProblem)):
            act()
    assert not (folder / "earlier").exists()


def test_an_open_session_takes_the_new_period_as_it_was_written(desk: Desk, folder: Path) -> None:
    session = open_session(desk, folder)
    try:
        told = go_on(desk, folder, WANTED)
        session.reload()
        assert session.project == told.rolled.project
        assert not session.is_dirty
        assert session.undo() == ""
        session.put({("answers", "company"): "Another"}, "a change")
        assert session.save()
    finally:
        session.close()


def test_a_period_that_was_not_kept_is_told_with_the_nearest(desk: Desk, folder: Path) -> None:
    with pytest.raises(ProjectProblem) as told:
        go_back(desk, folder, "2027")
    assert told.value.hint == "No period was kept here yet."
    go_on(desk, folder, WANTED)
    with pytest.raises(ProjectProblem, match="no kept period"):
        go_back(desk, folder, "../elsewhere")


def test_exceptions_are_read_from_a_table(tmp_path: Path) -> None:
    file = tmp_path / "exceptions.csv"
    file.write_text('\ufeffException;Controls;How\n"Late; twice";ACC-07, ACC-08;On time\nNo test;;\n', encoding="utf-8")
    assert read_exceptions(file) == (
        PriorException("Late; twice", ("ACC-07", "ACC-08"), "On time"), PriorException("No test")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "why"),
    [("a,b\n1,2\n", "which column"), ("", "which column"), ("exception,how\n,x\n", "names no exception")],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "exceptions.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectProblem, match=why):
        read_exceptions(file)
    with pytest.raises(FileProblem):
        read_exceptions(tmp_path / "nowhere.csv")


def test_exceptions_can_be_typed_one_on_each_line() -> None:
    found = typed_exceptions("Two reviews were late [ACC-07, ACC-08]\n\n  A leaver kept access\n")
    late = PriorException("Two reviews were late", ("ACC-07", "ACC-08"))
    assert found == (late, PriorException("A leaver kept access"))
    assert typed_exceptions(as_typed(found)) == found
