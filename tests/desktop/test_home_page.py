"""Home: ways to begin, the list of projects and what one can do with each, and packets that are dropped on it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton

from soc2desk.app.home import practice_copy
from soc2desk.app.preferences import Preferences, Settings
from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.desktop.chair.chair_view import ChairView
from soc2desk.desktop.home.backups_panel import BackupsPanel
from soc2desk.desktop.home.checked_panel import CheckedPanel
from soc2desk.desktop.home.duplicate_panel import DuplicatePanel
from soc2desk.desktop.home.project_model import ANSWERED, CATEGORIES, MORE, NAME, NEXT
from soc2desk.packet.manifest import seal_of
from soc2desk.storage.row_shapes import ENTRY_DAYS, FILLED_IN, ROW_SECTIONS
from soc2desk.storage.signing_keys import new_key
from tests.desktop.driving import click, field, focusable, focused, press, write
from tests.packet import samples

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.home.panel import Panel
    from soc2desk.desktop.home.project_list import ProjectList
    from soc2desk.desktop.window import MainWindow


@pytest.fixture
def home(windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot) -> Callable[[], MainWindow]:
    """Return a way to open a window whose home has read every project."""

    def opened() -> MainWindow:
        window = windows(desk)
        read(window, qtbot)
        return window

    return opened


def read(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the list is complete."""
    area = window.home.projects
    qtbot.waitUntil(lambda: not area.filling.is_running and area.list.empty.text() != window.words("home.list.looking"))


def shown(projects: ProjectList, row: int = 0) -> list[str]:
    return [projects.shown.index(row, column).data() or "" for column in (NAME, CATEGORIES, ANSWERED, NEXT)]


def names(window: MainWindow) -> list[str]:
    projects = window.home.projects.list
    return [shown(projects, row)[0] for row in range(projects.shown.rowCount())]


def said(window: MainWindow) -> str:
    notice = window.banner.notice
    return f"{notice.text} {notice.detail}" if notice else ""


def choose(window: MainWindow, act: str, row: int = 0) -> None:
    """Do something with a project by the menu of its row."""
    projects = window.home.projects.list
    projects.ask(projects.shown.index(row, NAME), QPoint(10, 10))
    action = next(action for action in projects.menu.actions() if action.objectName() == act)
    assert action.isEnabled(), f"{act} is not offered"
    projects.menu.hide()
    window.activateWindow()
    QApplication.processEvents()
    action.trigger()
    QApplication.processEvents()


def panel(window: MainWindow) -> Panel:
    found = window.home.projects.panel
    assert found is not None
    return found


def drop(window: MainWindow, data: QMimeData) -> None:
    """Drag something over home and let it fall."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(40, 40), copy, data, left, none)
    QApplication.sendEvent(window.home, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window.home, QDropEvent(QPointF(40, 40), copy, data, left, none))


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


# ---- beginning -------------------------------------------------------------------------------------


def test_without_projects_home_says_how_to_begin(home: Callable[[], MainWindow]) -> None:
    window = home()
    assert window.home.projects.list.empty.text().startswith("No projects yet.")
    assert "About 115 questions" in window.home.cards.start_text.text()
    assert not window.home.cards.start_over.isVisible()


def test_a_name_and_enter_begin_a_packet_with_the_brand_of_the_firm(home: Callable[[], MainWindow], desk: Desk) -> None:
    window = home()
    window.remembered.keep(lambda liked: replace(liked, prepared_by="Lodgepole", accent_color="#1f4e79"))
    window.new_project()
    write("Maple & Sons")
    press(Qt.Key.Key_Return)
    assert window.project is not None
    assert window.project.session.folder.parent == desk.workspace
    answers = window.project.session.project.answers
    given = {name: answer.value for name, answer in answers.items()}
    assert given == {"company": "Maple & Sons", "prepared_by": "Lodgepole", "accent_color": "#1f4e79"}


@pytest.mark.parametrize(
    ("typed", "told"), [("acme", "taken"), ("", "needs the name"), ("???", "No folder"), ("con", "Windows")]
)
def test_a_name_that_cannot_be_used_is_said_at_the_field(
    home: Callable[[], MainWindow], desk: Desk, typed: str, told: str
) -> None:
    new_project(desk, "acme")
    window = home()
    window.new_project()
    write(typed)
    click(window.home.cards.start)
    assert window.project is None
    assert told in window.home.cards.fault.text()
    assert focused() is window.home.cards.name
    assert window.home.cards.name.accessibleDescription() == window.home.cards.fault.text()
    write("x")
    assert not window.home.cards.fault.isVisible()


def test_a_sample_opens_as_a_practice_copy_that_can_start_over(
    home: Callable[[], MainWindow], qtbot: QtBot, desk: Desk
) -> None:
    window = home()
    cards = window.home.cards
    cards.samples.setCurrentIndex(cards.samples.findData("tamarack"))
    click(cards.practise)
    assert window.project is not None
    folder = window.project.session.folder
    field(window, "answers.company")
    press(Qt.Key.Key_End)
    write(" changed")
    window.show_home()
    read(window, qtbot)
    assert names(window) == ["Tamarack Gauge Co. changed (practice)"]
    click(cards.start_over)
    read(window, qtbot)
    assert "as it was at the beginning" in said(window)
    assert open_to_read(desk, folder).project.answers["company"].value == "Tamarack Gauge Co."


# ---- the list --------------------------------------------------------------------------------------


def test_a_row_tells_company_categories_progress_and_what_is_next(home: Callable[[], MainWindow], desk: Desk) -> None:
    new_project(desk, "brightwater", sample="brightwater")
    window = home()
    projects = window.home.projects.list
    name, categories, answered, following = shown(projects)
    assert (name, answered) == ("Brightwater Labs Inc.", "98 of 98 answered")
    assert "Availability" in categories
    assert following
    heard = projects.shown.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Brightwater Labs Inc., complete"
    assert projects.shown.index(0, MORE).data(Qt.ItemDataRole.AccessibleTextRole) == "More for Brightwater Labs Inc."


def test_enter_opens_the_project_of_the_row(home: Callable[[], MainWindow], desk: Desk) -> None:
    folder = new_project(desk, "acme")
    window = home()
    table = window.home.projects.list.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, NAME))
    press(Qt.Key.Key_Return)
    assert window.project is not None
    assert window.project.session.folder == folder


def test_enter_in_the_last_column_opens_the_menu_of_the_row(home: Callable[[], MainWindow], desk: Desk) -> None:
    new_project(desk, "acme")
    window = home()
    projects = window.home.projects.list
    projects.table.setFocus()
    projects.table.setCurrentIndex(projects.shown.index(0, MORE))
    press(Qt.Key.Key_Return)
    assert projects.menu.isVisible()
    assert [action.objectName() for action in projects.menu.actions()] == [
        "open", "duplicate", "preset_apply", "preset_save", "tags", "send", "merge", "chair", "folder", "backups",
        "archive", "remove",
    ]  # fmt: skip
    next(action for action in projects.menu.actions() if action.objectName() == "chair").trigger()
    projects.menu.hide()
    chair = window.stack.currentWidget()
    assert isinstance(chair, ChairView)
    click(chair.back)
    assert window.stack.currentWidget() is window.home


def test_the_menu_of_a_row_leads_to_where_a_copy_is_brought_together(
    home: Callable[[], MainWindow], desk: Desk
) -> None:
    new_project(desk, "acme")
    window = home()
    choose(window, "merge")
    assert window.frame is not None
    assert window.frame.place == "pages.merge"


def test_the_filter_finds_every_word_anywhere_in_a_row(home: Callable[[], MainWindow], desk: Desk) -> None:
    for name, sample in (("b", "brightwater"), ("t", "tamarack")):
        new_project(desk, name, sample=sample)
    window = home()
    projects = window.home.projects.list
    projects.filter.setText("AVAIL labs")
    assert names(window) == ["Brightwater Labs Inc."]
    projects.filter.setText("nobody")
    assert projects.empty.text() == "No project fits this filter."
    assert not projects.table.isVisible()
    projects.filter.clear()
    assert len(names(window)) == 2


def test_a_broken_project_says_why_and_its_backup_can_be_put_back(
    home: Callable[[], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    from soc2desk.storage.backups import keep_backup

    folder = new_project(desk, "gauge", sample="tamarack")
    assert keep_backup(folder, desk.today, 3) is None
    (folder / "project.json").write_text("{", encoding="utf-8")
    (folder / "project.json.bak").unlink(missing_ok=True)
    window = home()
    projects = window.home.projects.list
    assert "damaged" in shown(projects)[3]
    assert projects.shown.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole) == "gauge, damaged"
    projects.ask(projects.shown.index(0, NAME), QPoint(10, 10))
    refused = {action.objectName() for action in projects.menu.actions() if not action.isEnabled()}
    assert refused == {"open", "duplicate", "preset_apply", "preset_save", "send", "merge", "chair"}
    choose(window, "backups")
    found = panel(window)
    assert isinstance(found, BackupsPanel)
    assert found.list.item(0).text() == "25 November 2026"
    click(found.put_button)
    read(window, qtbot)
    assert names(window) == ["Tamarack Gauge Co."]
    assert "again as of 25 November 2026" in said(window)


def test_a_project_open_elsewhere_says_where_and_since_when(home: Callable[[], MainWindow], desk: Desk) -> None:
    for name, since in (("a", "2026-11-25 09:14"), ("b", "2026-11-20 18:00")):
        folder = new_project(desk, name)
        (folder / "project.lock.txt").write_text(f"DANA-LAPTOP\nDana\n{since}\n", encoding="utf-8")
    told = {shown(home().home.projects.list, row)[3] for row in (0, 1)}
    assert told == {"Open on DANA-LAPTOP since 09:14", "Open on DANA-LAPTOP since 20 November 2026 18:00"}


def test_what_another_program_wrote_down_of_itself_is_no_markup_in_a_tip(
    home: Callable[[], MainWindow], desk: Desk
) -> None:
    folder = new_project(desk, "<b>a</b>")
    host = '<img src="//elsewhere/share/x.png">'
    (folder / "project.lock.txt").write_text(f"{host}\nDana\n2026-11-25 09:14\n", encoding="utf-8")
    listed = home().home.projects.list.shown
    tip = listed.index(0, NEXT).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=" in tip
    assert "<img" not in tip


def test_a_new_client_is_made_after_another_and_a_taken_name_is_said(
    home: Callable[[], MainWindow], desk: Desk
) -> None:
    new_project(desk, "prairie", sample="prairie-hosting")
    window = home()
    choose(window, "duplicate")
    found = panel(window)
    assert isinstance(found, DuplicatePanel)
    assert focused() is found.name
    write("prairie")
    press(Qt.Key.Key_Return)
    assert "taken" in found.fault.text()
    found.name.selectAll()
    write("Next Client")
    press(Qt.Key.Key_Return)
    assert window.project is not None
    assert window.project.session.folder.name == "next-client"
    assert "company" not in window.project.session.project.answers
    assert window.home.projects.panel is None


def test_what_a_new_client_would_get_stands_above_its_name(home: Callable[[], MainWindow], desk: Desk) -> None:
    new_project(desk, "tamarack", sample="tamarack")
    window = home()
    choose(window, "duplicate")
    found = panel(window)
    assert isinstance(found, DuplicatePanel)
    kept, suggested, cleared, rows = found.carried.texts()
    assert kept[0] == f"Kept as yours: {len(kept) - 1}"
    assert any(line.endswith(" | Every quarter") for line in suggested)
    assert any(line.endswith(" | Tamarack Gauge Co.") for line in cleared)
    assert "People | 2" in rows
    named = {key.rpartition(".")[2] for key in desk.window_words if key.startswith("home.duplicate.table.")}
    left = {section.name for section in ROW_SECTIONS if section not in (*FILLED_IN, ENTRY_DAYS)}
    assert left | {"records"} <= named


def test_escape_closes_the_question_for_a_name(home: Callable[[], MainWindow], desk: Desk) -> None:
    new_project(desk, "acme")
    window = home()
    choose(window, "duplicate")
    press(Qt.Key.Key_Escape)
    assert window.home.projects.panel is None
    assert focused() is window.home.projects.list.table


def test_a_removed_project_stays_on_the_disk_and_undo_brings_it_back(
    home: Callable[[], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    folder = new_project(desk, "acme")
    window = home()
    choose(window, "remove")
    assert names(window) == []
    assert "The files stay where they are" in said(window)
    assert (folder / "project.json").is_file()
    assert Settings.read().preferences.hidden == (str(folder),)
    click(next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Undo"))
    read(window, qtbot)
    assert names(window) == ["acme"]


def test_a_project_opened_from_elsewhere_is_on_the_list_afterwards(
    home: Callable[[], MainWindow], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    from soc2desk.app.desk import Desk as OtherDesk

    folder = new_project(OtherDesk(tmp_path / "stick", desk.today), "far", sample="tamarack")
    window = home()
    window.opening.open_path(folder)
    window.show_home()
    read(window, qtbot)
    assert names(window) == ["Tamarack Gauge Co."]
    shutil.rmtree(folder)
    window.home.show_again()
    read(window, qtbot)
    assert "missing" in shown(window.home.projects.list)[3]


def test_coming_back_changes_only_the_row_that_changed(
    home: Callable[[], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    for number in range(4):
        new_project(desk, f"client{number}")
    window = home()
    before = names(window)
    window.opening.open_folder(desk.workspace / "client0")
    field(window, "answers.company")
    write("Acme")
    window.show_home()
    read(window, qtbot)
    after = names(window)
    assert after[0] == "Acme"
    assert sorted(after[1:]) == sorted(name for name in before if name != "client0")


# ---- packets ---------------------------------------------------------------------------------------


def checked(window: MainWindow, qtbot: QtBot) -> CheckedPanel:
    found = panel(window)
    assert isinstance(found, CheckedPanel)
    qtbot.waitUntil(lambda: not found.heading.text().startswith("Checking"))
    return found


def test_a_dropped_packet_is_said_to_be_unchanged_with_its_fingerprint(
    home: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = home()
    drop(window, files(samples.archive(tmp_path)))
    found = checked(window, qtbot)
    assert found.heading.text().startswith("Unchanged since ")
    assert found.heading.text().endswith("3 of 3 files match.")
    assert not found.files.isVisible()
    click(found.copy)
    assert QApplication.clipboard().text() == found.fingerprint.text()
    assert len(found.fingerprint.text()) == 64
    click(found.close_button)
    assert window.home.projects.panel is None


def test_a_signed_packet_says_whose_key_it_was_and_when_the_signature_is_broken(
    home: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    window = home()
    window.home.check(samples.archive(tmp_path))
    assert not checked(window, qtbot).signed.isVisible()
    window.home.check(samples.archive(tmp_path, samples.signed()))
    assert "do not know yet; its holder writes the name Jane Doe." in checked(window, qtbot).signed.text()
    key = new_key("Jane Doe", bytes([1]) * 32).public
    window.remembered.keep(lambda liked: replace(liked, trusted_keys={key.key: "Jane <b>of</b> Northlight"}))
    window.home.check(samples.archive(tmp_path, samples.signed()))
    shown = checked(window, qtbot).signed
    assert shown.text().startswith("Signed by Jane <b>of</b> Northlight, whose key you trust.")
    assert key.fingerprint in shown.text().replace(" ", "")
    assert shown.isVisible()
    files = samples.signed()
    files["manifest.sig"] = files["manifest.sig"].replace(b"Jane Doe", b"John Doe")
    files["manifest.sha256"] = seal_of(files["manifest.json"], files["manifest.sig"])
    window.home.check(samples.archive(tmp_path, files))
    assert checked(window, qtbot).signed.text().startswith("The signature is broken")


def test_a_packet_that_differs_lists_what_differs_as_plain_text(
    home: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = samples.folder(tmp_path)
    (folder / "<b>extra.txt").write_text("x", encoding="utf-8")
    window = home()
    drop(window, files(folder))
    found = checked(window, qtbot)
    assert found.heading.text() == "1 file differs. 3 of 3 files match."
    assert found.files.toPlainText().splitlines() == ["Not in the list: 1", "    <b>extra.txt"]
    assert isinstance(found.files, QPlainTextEdit)


def test_a_damaged_zip_is_never_said_to_match(home: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot) -> None:
    stranger = tmp_path / "photos.zip"
    stranger.write_bytes(b"PK\x03\x04 nothing")
    window = home()
    window.home.check(stranger)
    assert checked(window, qtbot).heading.text().startswith("This ZIP is damaged")


def test_a_file_that_is_no_packet_is_said_and_the_panel_goes(
    home: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    stranger = tmp_path / "letter.zip"
    stranger.write_text("a letter", encoding="utf-8")
    window = home()
    window.home.check(stranger)
    qtbot.waitUntil(lambda: "not a soc2desk packet" in said(window))
    assert window.home.projects.panel is None


def test_another_packet_can_be_chosen_from_the_result(
    home: Callable[[], MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = home()
    window.home.check(samples.folder(tmp_path))
    first = checked(window, qtbot)
    archive = samples.archive(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(archive), ""))
    click(first.another)
    assert panel(window) is not first
    assert checked(window, qtbot).heading.text().startswith("Unchanged")


def test_a_dropped_web_page_or_text_is_answered_with_a_sentence(home: Callable[[], MainWindow]) -> None:
    window = home()
    page, text = QMimeData(), QMimeData()
    page.setUrls([QUrl("https://example.com/policy")])
    text.setText("some words")
    for data in (page, text):
        drop(window, data)
        assert "Only files and folders" in said(window)
        window.banner.clear()


def test_a_dropped_file_of_another_kind_says_what_can_be_opened(home: Callable[[], MainWindow], tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(b"\x89PNG")
    window = home()
    drop(window, files(picture))
    assert "nothing that soc2desk opens" in said(window)


def test_a_dropped_project_opens_and_a_dropped_answers_file_becomes_one(
    home: Callable[[], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    folder = practice_copy(desk, "tamarack")
    window = home()
    drop(window, files(folder))
    assert window.project is not None
    assert window.project.session.folder == folder
    window.show_home()
    read(window, qtbot)
    drop(window, files(desk.sample("brightwater")))
    assert window.project.session.folder == desk.workspace / "brightwater"


# ---- for everybody ---------------------------------------------------------------------------------


def test_every_widget_that_takes_the_keyboard_has_a_name(home: Callable[[], MainWindow], desk: Desk) -> None:
    new_project(desk, "acme")
    window = home()
    choose(window, "duplicate")
    nameless = [one for one in focusable(window.home) if not (one.accessibleName() or getattr(one, "text", str)())]
    assert not nameless


def test_tab_goes_from_the_cards_to_the_list_and_the_settings(home: Callable[[], MainWindow], desk: Desk) -> None:
    new_project(desk, "acme")
    window = home()
    window.home.begin_new()
    order = []
    for _ in range(11):
        order.append(focused())
        press(Qt.Key.Key_Tab)
    projects = window.home.projects.list
    cards = window.home.cards
    begin = [cards.name, cards.start, cards.quick_button, cards.samples, cards.practise]
    begin += [cards.exercise_button, cards.teach_button, cards.choose]
    expected = [*begin, projects.filter, projects.table]
    assert order == [*expected, window.home.settings_button]


def test_a_pack_that_is_broken_by_now_is_said_and_home_stays(
    windows: Callable[[Desk], MainWindow], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = windows(replace(desk, pack=tmp_path / "gone"))
    qtbot.waitUntil(lambda: bool(said(window)))
    assert "gone" in said(window)
    assert window.home.projects.list.empty.text().startswith("The projects cannot be listed")


def test_hidden_projects_stay_hidden_at_the_next_start(home: Callable[[], MainWindow], desk: Desk) -> None:
    folder = new_project(desk, "acme")
    Settings.read().keep(replace(Preferences(), hidden=(str(folder),)))
    assert names(home()) == []
