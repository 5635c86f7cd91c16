"""Home with many clients: tags, the archive, and what stands first, by mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from soc2desk.app.preferences import Settings
from soc2desk.app.shelf import Order, Shown, archive, put_tags, read_filing
from soc2desk.app.transfer import new_project
from soc2desk.desktop.home.project_model import NAME, NEXT
from soc2desk.desktop.home.tags_panel import TagsPanel
from tests.desktop.driving import click, focusable, focused, press, write
from tests.desktop.test_home_page import choose, names, panel, read, said
from tests.many_clients import many_clients
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow


MANY = 300 if IS_THOROUGH else 8


@pytest.fixture
def clients(windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot) -> MainWindow:
    """Return a window over three clients, of which one was archived."""
    new_project(desk, "acme")
    new_project(desk, "brightwater", sample="brightwater")
    put_tags(new_project(desk, "zebra"), ["hosting"])
    archive(new_project(desk, "old"), away=True)
    window = windows(desk)
    read(window, qtbot)
    return window


def test_tags_are_given_in_a_panel_and_narrow_the_list(clients: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    projects = clients.home.projects.list
    at = names(clients).index("acme")
    choose(clients, "tags", at)
    found = panel(clients)
    assert isinstance(found, TagsPanel)
    assert focused() is found.tags
    assert found.used.text() == "In use: hosting"
    write("year end, " + "x" * 50)
    press(Qt.Key.Key_Return)
    assert "cannot be a tag" in found.fault.text()
    found.tags.selectAll()
    write("year end, Hosting")
    press(Qt.Key.Key_Return)
    read(clients, qtbot)
    assert clients.home.projects.panel is None
    assert read_filing(desk.workspace / "acme").tags == ("year end", "Hosting")
    offered = [projects.filters.tags.itemText(at).casefold() for at in range(projects.filters.tags.count())]
    assert offered == ["any tag", "hosting", "year end"]
    projects.filters.tags.setCurrentIndex(1)
    assert {name.partition("\n")[0] for name in names(clients)} == {"acme", "zebra"}
    projects.filter.setFocus()
    write("year")
    assert names(clients) == ["acme\nyear end, Hosting"]
    assert "tags: year end, Hosting" in str(projects.shown.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_client_goes_into_the_archive_and_comes_back(clients: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    projects = clients.home.projects.list
    assert "old" not in names(clients)
    choose(clients, "archive", names(clients).index("acme"))
    read(clients, qtbot)
    assert "acme" not in names(clients)
    assert "acme is in the archive. Nothing of it was changed." in said(clients)
    click(next(one for one in clients.banner.findChildren(QPushButton) if one.text() == "Undo"))
    read(clients, qtbot)
    assert "acme" in names(clients)
    projects.filters.shown.setCurrentIndex(projects.filters.shown.findData(Shown.ARCHIVED))
    assert names(clients) == ["old"]
    choose(clients, "back")
    read(clients, qtbot)
    assert names(clients) == []
    assert not read_filing(desk.workspace / "old").archived
    assert projects.empty.text() == "No project fits this filter."
    projects.filters.shown.setCurrentIndex(0)
    assert len(names(clients)) == 4


def test_what_is_due_next_comes_first_and_the_order_is_remembered(
    clients: MainWindow, windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    projects = clients.home.projects.list
    by_change = names(clients)
    projects.filters.order.setCurrentIndex(projects.filters.order.findData(Order.NEXT))
    assert names(clients) == ["Brightwater Labs Inc.", "acme", "zebra\nhosting"]
    assert "Due 25 November 2026: " in projects.shown.index(0, NEXT).data()
    projects.filters.order.setCurrentIndex(projects.filters.order.findData(Order.CHANGED))
    assert names(clients) == by_change
    projects.filters.order.setCurrentIndex(projects.filters.order.findData(Order.NAME))
    assert names(clients) == ["acme", "Brightwater Labs Inc.", "zebra\nhosting"]
    assert Settings.read().preferences.list_order == "name"
    again = windows(desk)
    read(again, qtbot)
    assert names(again) == ["acme", "Brightwater Labs Inc.", "zebra\nhosting"]


def test_projects_of_one_company_show_their_folders_so_that_they_can_be_told_apart(
    windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    for name in ("acme", "acme-old"):
        new_project(desk, name, sample="tamarack")
    put_tags(desk.workspace / "acme-old", ["hosting"])
    new_project(desk, "zebra")
    window = windows(desk)
    read(window, qtbot)
    company = "Tamarack Gauge Co."
    assert sorted(names(window)) == [f"{company}\nacme", f"{company}\nacme-old  \u00b7  hosting", "zebra"]
    projects = window.home.projects.list
    heard = [str(projects.shown.index(at, NAME).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(3)]
    assert sum("folder: acme" in one for one in heard) == 2
    at = names(window).index(f"{company}\nacme")
    assert company in str(projects.shown.index(at, NAME).data(Qt.ItemDataRole.ToolTipRole))
    projects.take_off(projects.shown_rows[at])
    assert sorted(names(window)) == [f"{company}\nhosting", "zebra"], "the other one is told by its name again"


def test_what_narrows_the_list_is_reached_by_tab_and_named(clients: MainWindow) -> None:
    projects = clients.home.projects.list
    projects.filter.setFocus()
    order = []
    for _ in range(5):
        order.append(focused())
        press(Qt.Key.Key_Tab)
    assert order == [projects.filter, *projects.filters.combos, projects.table]
    choose(clients, "tags")
    assert not [one for one in focusable(clients.home) if not (one.accessibleName() or getattr(one, "text", str)())]


def test_of_hundreds_of_clients_the_first_stand_there_while_the_others_are_read(
    windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    folders = many_clients(desk, MANY)
    put_tags(folders[3], ["late"])
    window = windows(desk)
    area = window.home.projects
    seen, told = [], []
    area.filling.found.connect(lambda *_: seen.append((area.list.table.isVisible(), area.filling.is_running)))
    area.filling.found.connect(lambda *_: told.append(area.list.count.text()))
    read(window, qtbot)
    assert len(seen) == MANY
    assert all(there and going for there, going in seen[1:])
    assert told[-1] == f"{MANY} projects so far, still reading"
    assert area.list.count.text() == f"{MANY} projects"
    area.list.filter.setFocus()
    write("client 003")
    assert names(window) == ["Client 003\nlate"]
    assert area.list.count.text() == f"1 of {MANY} projects"
    area.list.filter.clear()
    area.list.filters.order.setCurrentIndex(area.list.filters.order.findData(Order.NAME))
    assert [name.partition("\n")[0] for name in names(window)] == [f"Client {number:03}" for number in range(MANY)]


def test_a_few_projects_without_tags_need_no_narrowing(
    windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    new_project(desk, "acme")
    window = windows(desk)
    read(window, qtbot)
    assert not window.home.projects.list.filters.isVisible()


def test_a_workspace_whose_clients_are_all_archived_says_so(
    windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    archive(new_project(desk, "acme"), away=True)
    window = windows(desk)
    read(window, qtbot)
    assert window.home.projects.list.empty.text() == "Every project here is in the archive."
    assert window.home.projects.list.filters.isVisible()
