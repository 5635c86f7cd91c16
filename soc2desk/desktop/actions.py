"""Every action of the window with its menu and shortcut, as a table. A new action is a line here and a method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow, QMenu

    from soc2desk.desktop.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu: the method it calls, its shortcut, whether it needs an open project or is a switch."""

    method: str
    shortcut: str = ""
    needs_project: bool = True
    is_switch: bool = False


LINE = Entry("")
"""A line between two groups of a menu."""

MENUS: dict[str, tuple[Entry, ...]] = {
    "file": (
        Entry("show_home", "Ctrl+Shift+H", needs_project=False),
        Entry("new_project", "Ctrl+N", needs_project=False),
        Entry("open_file", "Ctrl+O", needs_project=False),
        LINE,
        Entry("save_copy", "Ctrl+Shift+S"),
        Entry("send_project"),
        Entry("merge_copy"),
        Entry("ask_client"),
        Entry("show_folder"),
        LINE,
        Entry("show_settings", "Ctrl+,", needs_project=False),
        Entry("close", "Ctrl+Q", needs_project=False),
    ),
    "edit": (
        Entry("undo", "Ctrl+Z"),
        Entry("redo", "Ctrl+Shift+Z"),
        LINE,
        Entry("find_anything", "Ctrl+K"),
    ),
    "go": (
        Entry("previous_page", "Alt+Left"),
        Entry("next_page", "Alt+Right"),
        Entry("next_open_point", "F8"),
        LINE,
    ),
    "view": (
        Entry("toggle_preview", "Ctrl+Shift+P"),
        Entry("toggle_teaching", "Ctrl+Shift+T", needs_project=False, is_switch=True),
        Entry("present", "F5"),
        LINE,
        Entry("look_system", needs_project=False),
        Entry("look_light", needs_project=False),
        Entry("look_dark", needs_project=False),
    ),
    "packet": (
        Entry("make_packet", "Ctrl+G"),
        Entry("make_packets", needs_project=False),
        Entry("check_packet", needs_project=False),
        LINE,
        Entry("sit_in_chair", needs_project=False),
        Entry("teach_class", needs_project=False),
    ),
    "help": (
        Entry("help_here", "F1"),
        Entry("show_shortcuts", "Ctrl+F1", needs_project=False),
        Entry("about", needs_project=False),
    ),
}


def build_menus(window: QMainWindow, words: Words) -> dict[str, QAction]:
    """Fill the menu bar and return every action by the method it calls."""
    made: dict[str, QAction] = {}
    for name, entries in MENUS.items():
        menu = window.menuBar().addMenu(words(f"menu.{name}"))
        menu.setObjectName(name)
        for entry in entries:
            _add(menu, entry, window, words, made)
    return made


def add_page_keys(window: QMainWindow, opened: Callable[[int], None]) -> None:
    """Let Ctrl and a digit open the page at that place of the list."""
    for number in range(1, 10):
        keys = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
        keys.activated.connect(lambda number=number: opened(number))


def _add(menu: QMenu, entry: Entry, window: QMainWindow, words: Words, made: dict[str, QAction]) -> None:
    if entry is LINE:
        menu.addSeparator()
        return
    action = QAction(words(f"menu.{entry.method}"), window)
    if entry.shortcut:
        action.setShortcut(QKeySequence(entry.shortcut))
    # Looked up when it is used: a page may hand a method on.
    action.triggered.connect(lambda _=False, name=entry.method: getattr(window, name)())
    action.setCheckable(entry.is_switch)
    action.setProperty("needs_project", entry.needs_project)
    menu.addAction(action)
    made[entry.method] = action
