"""The menu of the chosen controls: the same acts as the panel, where the keyboard already is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from soc2desk.app.control_rows import PARTS, Odd
from soc2desk.desktop.pages.controls_model import COLUMNS
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction

    from soc2desk.desktop.pages.controls_bench import MenuBench


def show_menu(page: MenuBench, at: QPoint) -> QMenu:
    """Open the menu of a page's chosen controls and return it."""
    menu = QMenu(page.shell.words("controls.menu.name"), page.table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if page.table.chosen and not page.shell.project.session.is_read_only:
        _add_acts(menu, page)
        menu.addSeparator()
    _add_sorting(menu, page)
    copy = _add(menu, page.shell.words("controls.menu.copy"), page.table.copy)
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    menu.popup(at)
    return menu


def _add_acts(menu: QMenu, page: MenuBench) -> None:
    words, rows = page.shell.words, page.table.chosen
    states = menu.addMenu(words("controls.menu.state"))
    for state in State:
        _add(states, words(f"controls.state.{state}"), partial(page.begin_state, state))
    if any(Odd.PROPOSED_AWAY in row.odd for row in rows):
        _add(menu, words("controls.menu.take"), page.take_proposals)
    for part in PARTS:
        _add(menu, words(f"controls.menu.name_{part}"), partial(page.begin_holder, part))
    _add(menu, words("controls.menu.as_role"), page.leave_to_role)
    if len(rows) == 1:
        _add_changes(menu, page)
    if len(rows) == 1 and rows[0].id in page.shell.project.session.project.own_control:
        _add(menu, words("controls.menu.edit"), page.edit_own)
        _add(menu, words("controls.menu.remove"), page.remove_own)


def _add_changes(menu: QMenu, page: MenuBench) -> None:
    words, control = page.shell.words, page.table.chosen[0].id
    if control not in page.shell.project.session.project.own_control:
        _add(menu, words("controls.menu.word"), partial(page.begin_change, retire=False))
    _add(menu, words("controls.menu.retire"), partial(page.begin_change, retire=True))


def _add_sorting(menu: QMenu, page: MenuBench) -> None:
    sorting = menu.addMenu(page.shell.words("controls.menu.sort"))
    for column in COLUMNS:
        action = _add(sorting, page.shell.words(f"controls.column.{column}"), partial(page.table.sort_by, column))
        action.setCheckable(True)
        action.setChecked(page.table.lines.by is column)


def _add(menu: QMenu, title: str, then: Callable[[], object]) -> QAction:
    action = menu.addAction(title.replace("&", "&&"))
    action.triggered.connect(lambda _=False: then())
    return action
