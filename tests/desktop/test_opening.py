"""Projects open, save and close by themselves; trouble is told and nothing is lost."""

from __future__ import annotations

import gc
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from soc2desk.app.desk import Desk
from soc2desk.app.merging import Side
from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import change, new_project
from soc2desk.desktop.pages.merge_page import MergePage
from soc2desk.domain.problems import FileProblem, Problem
from tests.desktop.conftest import DAY
from tests.desktop.driving import click, field, focused, press, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow

HOLD = """
import sys, time
from datetime import datetime
from pathlib import Path
from soc2desk.storage.lock import open_alone
with open_alone(Path(sys.argv[1]), datetime(2026, 11, 25, 9, 14)):
    print("held", flush=True)
    sys.stdin.read()
"""


def button(window: MainWindow, words: str) -> QPushButton:
    return next(one for one in window.banner.findChildren(QPushButton) if one.text() == words and one.isVisible())


def said(window: MainWindow) -> str:
    assert window.banner.notice is not None
    return f"{window.banner.notice.text} {window.banner.notice.detail}"


@pytest.fixture
def held_elsewhere(desk: Desk) -> Iterator[Path]:
    """Return a project that another program has open."""
    folder = new_project(desk, "freight", sample="tamarack")
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield folder
        other.communicate("")


def test_what_was_typed_last_is_saved_when_the_window_closes(empty: MainWindow, desk: Desk) -> None:
    field(empty, "answers.company")
    write("Acme")
    folder = empty.project.session.folder  # type: ignore[union-attr]
    assert empty.close()
    answers = open_to_read(desk, folder).project.answers
    assert answers["company"].value == "Acme"


def test_a_project_open_elsewhere_can_be_read_but_not_changed(window: MainWindow, held_elsewhere: Path) -> None:
    assert not window.opening.open_folder(held_elsewhere)
    assert "since 2026-11-25 09:14" in said(window)
    click(button(window, "Read only"))
    assert window.project is not None
    assert window.project.session.is_read_only
    asked = field(window, "answers.company")
    before = asked.editor.value()
    write("x")
    asked.commit()
    assert window.project.session.plain["answers"]["company"] == before  # type: ignore[index,call-overload]
    assert window.frame is not None
    assert window.frame.footer.state == "read_only"


def test_a_project_whose_other_program_has_stopped_can_be_taken_over(window: MainWindow, held_elsewhere: Path) -> None:
    window.opening.open_folder(held_elsewhere)
    click(button(window, "Take over"))
    assert window.project is not None
    assert not window.project.session.is_read_only


def test_a_folder_that_is_deleted_while_open_keeps_the_answers_and_offers_a_copy(
    empty: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field(empty, "answers.company")
    shutil.rmtree(empty.project.session.folder)  # type: ignore[union-attr]
    write("Acme")
    press(Qt.Key.Key_Tab)
    assert "not on the disk yet" in said(empty)
    assert not empty.opening.close_project()
    assert empty.isVisible()
    copy = tmp_path / "a copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    click(button(empty, "Save a copy to..."))
    assert open_to_read(desk, copy).project.answers["company"].value == "Acme"
    assert empty.opening.close_project(), "what is safe in a copy keeps nobody from closing"


def test_a_full_disk_is_said_and_the_change_is_saved_once_there_is_room(
    empty: MainWindow, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    def full(*_: object, **_options: object) -> Problem:
        raise FileProblem("The project could not be saved. The disk is full.", hint="Make room on the disk.")

    field(empty, "answers.company")
    with monkeypatch.context() as patched:
        patched.setattr("soc2desk.app.session.save", full)
        write("Acme")
        press(Qt.Key.Key_Tab)
        assert "The disk is full" in said(empty)
        assert empty.frame is not None
        assert empty.frame.footer.state == "not_saved"
    click(button(empty, "Try again"))
    assert empty.frame.footer.state == "saved"
    assert empty.banner.isHidden()
    assert empty.project is not None
    assert open_to_read(desk, empty.project.session.folder).project.answers["company"].value == "Acme"


def test_a_change_by_another_program_is_never_written_over(empty: MainWindow) -> None:
    assert empty.project is not None
    file = empty.project.session.folder / "project.json"
    theirs = file.read_text(encoding="utf-8").replace("acme", "theirs")
    field(empty, "answers.company")
    write("Acme")
    file.write_text(theirs, encoding="utf-8")
    press(Qt.Key.Key_Tab)
    assert "changed by another program" in said(empty)
    assert file.read_text(encoding="utf-8") == theirs


@pytest.fixture
def changed_underneath(empty: MainWindow) -> MainWindow:
    """Return a window with something typed that is not saved, over a file that another program wrote."""
    assert empty.project is not None
    file = empty.project.session.folder / "project.json"
    field(empty, "answers.company")
    write("Acme")
    file.write_text(file.read_text(encoding="utf-8").replace("acme", "theirs"), encoding="utf-8")
    press(Qt.Key.Key_Tab)
    return empty


def test_both_states_can_be_kept_where_another_program_changed_the_file(
    changed_underneath: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window = changed_underneath
    assert window.project is not None
    folder = window.project.session.folder
    assert "Nothing was written over" in said(window)
    click(button(window, "Compare"))
    assert window.frame is not None
    qtbot.waitUntil(lambda: window.project is not None and window.project.work is None, timeout=30_000)
    assert window.frame.place == "pages.changes"
    click(button(window, "Keep mine beside it"))
    (mine,) = folder.parent.glob("acme-mine-*")
    assert str(mine) in said(window)
    assert open_to_read(desk, mine).project.answers["company"].value == "Acme"
    assert "company" not in window.project.session.project.answers
    assert window.frame.footer.state == "saved"
    assert window.close()


def test_both_states_can_be_brought_together_and_what_each_wrote_is_saved(
    changed_underneath: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window = changed_underneath
    click(button(window, "Bring both together"))
    assert window.frame is not None
    assert window.project is not None
    page = window.frame.page
    assert isinstance(page, MergePage)
    qtbot.waitUntil(lambda: page.looked is not None and not page.job.is_running, timeout=30_000)
    # An editor wrote the other state: nobody knows which of both is the newer.
    assert [(row.difference.path, row.difference.why.value) for row in page.rows] == [("answers.company", "unknown")]
    click(page.all[Side.MINE])
    click(page.apply)
    folder = window.project.session.folder
    qtbot.waitUntil(lambda: "company" in open_to_read(desk, folder).project.answers, timeout=30_000)
    assert window.frame.footer.state == "saved"
    assert window.close()


def test_the_other_state_can_be_taken_and_what_was_not_saved_is_kept_and_named(
    changed_underneath: MainWindow, desk: Desk
) -> None:
    window = changed_underneath
    click(button(window, "Take the other state"))
    assert window.project is not None
    (mine,) = (window.project.session.folder / "backups").glob("mine-*")
    assert str(mine) in said(window)
    assert open_to_read(desk, mine).project.answers["company"].value == "Acme"
    field(window, "answers.company")
    write("Later")
    press(Qt.Key.Key_Tab)
    assert open_to_read(desk, window.project.session.folder).project.answers["company"].value == "Later"


def test_a_change_by_another_program_is_told_though_nothing_is_being_saved(brightwater: MainWindow) -> None:
    project = brightwater.project
    assert project is not None
    project.look_outside()
    assert brightwater.banner.isHidden()
    file = project.session.folder / "project.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Brightwater Labs", "Brightwater Lakes"), encoding="utf-8")
    project.look_outside()
    assert "All that you changed here was saved before" in said(brightwater)
    brightwater.banner.clear()
    project.look_outside()
    assert brightwater.banner.isHidden(), "it is said once"
    file.write_text(file.read_text(encoding="utf-8").replace("Brightwater Lakes", "Lakes"), encoding="utf-8")
    project.look_outside()
    click(button(brightwater, "Take the other state"))
    assert "Lakes" in str(project.session.project.answers["company"].value)


def test_a_fault_of_ours_leaves_the_window_open_with_a_report_to_copy(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from soc2desk.desktop.problem_report import report_faults

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    report_faults(brightwater.say, brightwater.words, brightwater.close)
    asked = field(brightwater, "answers.company")
    monkeypatch.setattr(asked.editor, "value", lambda: 1 // 0)
    try:
        asked.commit()
    except ZeroDivisionError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
    assert "ZeroDivisionError" in said(brightwater)
    click(button(brightwater, "Copy the report"))
    report = QApplication.clipboard().text()
    assert "fields/frame.py" in report.replace("\\", "/")
    assert "Brightwater" not in report
    assert brightwater.isVisible()
    capsys.readouterr()


def test_a_broken_project_file_is_said_and_home_stays(window: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "broken")
    (folder / "project.json").write_text("{", encoding="utf-8")
    assert not window.opening.open_folder(folder)
    assert "damaged" in said(window)
    assert window.frame is None


def test_a_damaged_project_is_opened_again_from_its_newest_good_state(window: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "acme")
    assert window.opening.open_folder(folder)
    field(window, "answers.company")
    write("Acme")
    press(Qt.Key.Key_Tab)
    window.show_home()
    (folder / "project.json").write_text("{", encoding="utf-8")
    assert not window.opening.open_folder(folder)
    assert "The damaged file is kept" in said(window)
    (offered,) = (one for one in window.banner.findChildren(QPushButton) if one.text().startswith("Go back to"))
    click(offered)
    assert window.project is not None
    assert window.project.session.folder == folder
    assert [path.read_text(encoding="utf-8") for path in (folder / "backups").glob("damaged-*")] == ["{"]


def test_a_project_in_a_synced_folder_is_told_once_and_a_state_left_beside_it_each_time(
    windows: Callable[[Desk], MainWindow], tmp_path: Path
) -> None:
    desk = Desk(tmp_path / "OneDrive - Acme", DAY)
    window, folder = windows(desk), new_project(desk, "acme")
    assert window.opening.open_folder(folder)
    assert "OneDrive keeps the folder of this project in step" in said(window)
    window.show_home()
    window.banner.clear()
    assert window.opening.open_folder(folder)
    assert window.banner.isHidden()
    (folder / "project-DANA-LAPTOP.json").write_text("{}", encoding="utf-8")
    for _ in range(2):
        window.show_home()
        assert window.opening.open_folder(folder)
        assert "project-DANA-LAPTOP.json" in said(window)


def test_a_project_whose_days_something_else_wrote_is_told_when_it_is_opened(
    windows: Callable[[Desk], MainWindow], tmp_path: Path
) -> None:
    desk = Desk(tmp_path, DAY)
    window, folder = windows(desk), new_project(desk, "acme", sample="tamarack")
    file = folder / "project.json"
    file.write_text(file.read_text(encoding="utf-8").replace("2026-11-16", "2024-01-05"), encoding="utf-8")
    assert window.opening.open_folder(folder)
    assert "Something else than this program changed the days" in said(window)


def test_the_days_of_a_sample_that_was_made_somebodys_own_are_told_when_it_is_opened(
    windows: Callable[[Desk], MainWindow], tmp_path: Path
) -> None:
    desk = Desk(tmp_path, DAY)
    window, folder = windows(desk), new_project(desk, "acme", sample="tamarack")
    change(desk, "acme", [("company", "Acme")])
    assert window.opening.open_folder(folder)
    assert "made from the sample of Tamarack Gauge Co. and is of another company now" in said(window)


def test_opening_another_project_saves_and_closes_the_first(brightwater: MainWindow, desk: Desk) -> None:
    first = brightwater.project.session.folder  # type: ignore[union-attr]
    field(brightwater, "answers.company")
    press(Qt.Key.Key_End)
    write(" II")
    assert brightwater.opening.open_folder(new_project(desk, "other"))
    assert open_to_read(desk, first).project.answers["company"].value == "Brightwater Labs Inc. II"
    assert brightwater.frame is not None
    assert brightwater.frame.sidebar.name.text() == "other"


def test_what_an_open_project_keeps_out_of_collection_is_collected_once_it_is_closed(brightwater: MainWindow) -> None:
    assert gc.get_freeze_count() > 0
    assert brightwater.opening.close_project()
    assert gc.get_freeze_count() == 0


def test_about_says_what_it_is_not_and_comes_back_to_where_one_was(brightwater: MainWindow, qtbot: QtBot) -> None:
    assert brightwater.frame is not None
    brightwater.about()
    assert focused().accessibleName() == "Back"
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: brightwater.stack.currentWidget() is brightwater.frame)


def test_two_windows_of_one_program_cannot_open_one_project(
    brightwater: MainWindow, windows: Callable[[Desk], MainWindow], desk: Desk
) -> None:
    second = windows(desk)
    assert not second.opening.open_folder(brightwater.project.session.folder)  # type: ignore[union-attr]
    assert button(second, "Read only").isVisible()
