"""A clumsy, impatient and hostile person at the window: acts drawn from a seed, on whatever is in sight."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from soc2desk.desktop.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.window import MainWindow

ODD_TEXTS = (
    "Acme",
    "  spaces  all  round  ",
    "<img src=file:///etc/passwd><b>bold</b>",
    "{{ company }}{% for x in y %}",
    "\u202eright to left \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f984 unicorn \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "lone \ud800 half",
    "bell \x07 null \x00 escape \x1b[31m",
    "e\u0301 composed \ufeff",
    "&amp; & <a href='answers.company'>here</a>",
    "2027-02-30",
    "2027-W05-7",
    "20270131",
    "-1",
    "9" * 400,
    "1 business day",
    "\u0661\u0662 \u00b2",
    "a/b\\c..",
    "Name\twith\ttabs",
    "one\ntwo\r\nthree\u2028four",
    "=1+1",
    "%s %n {0} {name}",
)
LONG_TEXTS = (
    "x" * 1_000_000, "word " * 40_000, "a line\n" * 300, "\u05d0" * 20_000, "\x00" * 50_000, "Name of a company " * 556,
)  # fmt: skip
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown,
    Qt.Key.Key_PageUp, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_F2,
    Qt.Key.Key_Menu,
)  # fmt: skip
CHORDS = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Return", "Ctrl+Delete", "Shift+F10", "Ctrl+End")
MENU = (
    "undo", "redo", "find_anything", "previous_page", "next_page", "next_open_point", "toggle_preview", "look_system",
    "look_light", "look_dark", "help_here", "about", "show_shortcuts", "show_settings", "show_home", "new_project",
    "open_file", "check_packet", "save_copy", "show_folder",
)  # fmt: skip
ODD_PLACES = (
    "", "nowhere", "answers.gone", "people.nobody.end", "controls", "owners.XXX-1", "criteria.",
    "documents.POL-ACP/x/y", "help.nothing", "approvals.POL-ACP", "roles.", "vendors.x", "control_states.acc",
    "criteria.CC6.1",
)  # fmt: skip
SIZES = ((900, 600), (1000, 700), (1180, 760), (1920, 1080), (3840, 2160))


class Monkey:
    """Acts on a window as a seed tells; `log` holds what it did, in words."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.chance = Random(seed)  # noqa: S311 - a walk that can be repeated, no secret
        self.log: list[str] = []
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (14, self.click), (10, self.type), (10, self.key), (5, self.page), (5, self.undo), (4, self.choose),
            (4, self.item), (3, self.chord), (3, self.menu), (2, self.paste), (2, self.place), (1, self.look),
            (1, self.size), (1, self.storm), (1, self.remove), (1, self.category), (2, self.wait), (1, self.header),
            (1, self.paste_long),
        )  # fmt: skip

    def act(self) -> None:
        """Do one thing, and let the window answer."""
        weights = [weight for weight, _ in self._acts]
        ((_, done),) = self.chance.choices(self._acts, weights)
        self.log.append(done.__name__)
        self.log[-1] = f"{done.__name__} {done()}"
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is not None and self.chance.random() < 0.7:
            self._in_popup(popup)

    def _in_popup(self, popup: QWidget) -> None:
        for _ in range(self.chance.randrange(4)):
            if QApplication.activePopupWidget() is popup:
                QTest.keyClick(popup, self.chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right)))
        if QApplication.activePopupWidget() is popup:
            QTest.keyClick(popup, self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        QApplication.processEvents()
        left = QApplication.activePopupWidget()
        if left is not None:
            left.close()
        self.log.append("popup answered")

    # ---- what it sees ----------------------------------------------------------------------------

    def seen(self, *kinds: type[QWidget]) -> list[QWidget]:
        """Return the enabled widgets of some kinds that stand in the window now."""
        return [one for kind in kinds for one in self.window.findChildren(kind) if one.isVisible() and one.isEnabled()]

    def _any(self, *kinds: type[QWidget]) -> QWidget | None:
        there = self.seen(*kinds)
        return self.chance.choice(there) if there else None

    # ---- what it does ----------------------------------------------------------------------------

    def click(self) -> str:
        """Press any button in sight, sometimes twice."""
        button = self._any(QAbstractButton)
        if button is None:
            return "nothing"
        words = f"{type(button).__name__} {button.accessibleName() or button.text()!r}"  # type: ignore[attr-defined]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        if self.chance.random() < 0.1 and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return words

    def type(self) -> str:
        """Type odd text into a field, over what stands there or after it."""
        target = self._any(QLineEdit, QPlainTextEdit)
        if target is None:
            return "nothing"
        text = self.chance.choice(ODD_TEXTS)
        target.setFocus()
        if self.chance.random() < 0.5:
            target.selectAll()  # type: ignore[attr-defined]
        self._keys(text)
        return f"{text[:40]!a} into {target.accessibleName()!r}"

    def _keys(self, text: str) -> None:
        for letter in text[:60]:
            target = QApplication.focusWidget()
            if target is None:
                return
            if letter.isascii() and letter.isprintable():
                QTest.keyClicks(target, letter)
            else:
                self._insert(target, letter)

    def _insert(self, target: QWidget, text: str) -> None:
        if isinstance(target, QLineEdit) and not target.isReadOnly():
            target.insert(text)
            target.textEdited.emit(target.text())
        elif isinstance(target, QPlainTextEdit) and not target.isReadOnly():
            target.insertPlainText(text)

    def key(self) -> str:
        """Press any key where the keyboard is."""
        target = QApplication.focusWidget()
        key = self.chance.choice(KEYS)
        if target is not None:
            QTest.keyClick(target, key)
        return key.name

    def chord(self) -> str:
        """Press keys together."""
        chord = self.chance.choice(CHORDS)
        if QApplication.focusWidget() is not None:
            QTest.keySequence(QApplication.focusWidget(), chord)
        return chord

    def page(self) -> str:
        """Open any page."""
        frame = self.window.frame
        if frame is None:
            return "none"
        page = self.chance.choice(frame.order)
        self.window.go(f"pages.{page}")
        return page

    def place(self) -> str:
        """Jump to a place that a finding names, or that does not exist."""
        if self.window.project is None:
            return "none"
        found = [one.place for one in self.window.project.session.composition.findings if one.place]
        place = self.chance.choice((*found, *ODD_PLACES))
        self.window.go(place)
        return place

    def undo(self) -> str:
        """Take back or make again."""
        back = self.chance.random() < 0.6
        (self.window.undo if back else self.window.redo)()
        return "back" if back else "again"

    def storm(self) -> str:
        """Undo and redo many times, as somebody who holds the keys down."""
        times = self.chance.randrange(5, 60)
        back = self.chance.random() < 0.5
        for _ in range(times):
            (self.window.undo if back else self.window.redo)()
        return f"{times} {'back' if back else 'again'}"

    def choose(self) -> str:
        """Choose from a list."""
        combo = self._any(QComboBox)
        if not isinstance(combo, QComboBox) or not combo.count():
            return "nothing"
        combo.setFocus()
        QTest.keyClick(combo, self.chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home)))
        return combo.accessibleName()

    def item(self) -> str:
        """Click, double-click or extend over a row of any list or table."""
        view = self._any(QAbstractItemView)
        if not isinstance(view, QAbstractItemView) or view.model() is None:
            return "nothing"
        rows = view.model().rowCount()
        if not rows or not view.viewport().isVisible():
            return "empty"
        index = view.model().index(self.chance.randrange(rows), 0)
        view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        at = view.visualRect(index).center()
        view.setFocus()
        held = self.chance.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
                                   Qt.KeyboardModifier.ControlModifier))  # fmt: skip
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)
        if self.chance.random() < 0.2:
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)
        return f"row {index.row()} of {view.accessibleName()!r}"

    def header(self) -> str:
        """Click anywhere at all."""
        target = self._any(QWidget)
        if target is None:
            return "nothing"
        at = QPoint(self.chance.randrange(max(target.width(), 1)), self.chance.randrange(max(target.height(), 1)))
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)
        return type(target).__name__

    def menu(self) -> str:
        """Take an entry of a menu that is offered now."""
        name = self.chance.choice(MENU)
        action = self.window.actions_by_name[name]
        if action.isEnabled():
            action.trigger()
        return name

    def paste(self) -> str:
        """Paste odd text wherever the keyboard is."""
        return self._paste("".join(self.chance.choices(ODD_TEXTS, k=3)))

    def paste_long(self) -> str:
        """Paste far too much."""
        target = self._any(QLineEdit, QPlainTextEdit)
        if target is not None:
            target.setFocus()
        return self._paste(self.chance.choice(LONG_TEXTS))

    def _paste(self, text: str) -> str:
        QGuiApplication.clipboard().setText(text)
        target = QApplication.focusWidget()
        if target is not None:
            QTest.keySequence(target, "Ctrl+V")
        return f"{len(text)} letters {text[:20]!a} into {type(target).__name__}"

    def look(self) -> str:
        """Change the look."""
        look = self.chance.choice(tuple(Look))
        self.window.theme.choose(look)
        return look.value

    def size(self) -> str:
        """Make the window another size."""
        size = self.chance.choice(SIZES)
        self.window.resize(*size)
        return str(size)

    def remove(self) -> str:
        """Remove a person, system or vendor behind the window's back, whoever points to it."""
        project = self.window.project
        table = self.chance.choice(("people", "systems", "vendors"))
        rows = project.session.plain.get(table) if project else None
        if project is None or not isinstance(rows, dict) or not rows:
            return "nobody"
        row = self.chance.choice(sorted(rows))
        project.put({(table, row): None}, "Remove")
        return f"{table}.{row}"

    def category(self) -> str:
        """Take a category in or out while anything may be selected."""
        project = self.window.project
        if project is None:
            return "none"
        chosen = self.chance.sample(("availability", "confidentiality", "processing-integrity", "privacy"), k=2)
        problem = project.put({("scope", "categories"): ["security", *chosen]}, "Categories")
        return f"{chosen} {problem or ''}"

    def wait(self) -> str:
        """Pause, so that what waits for a pause happens."""
        QTest.qWait(self.chance.choice((5, 130, 300)))
        return ""


def rich_texts(window: MainWindow, marks: tuple[str, ...]) -> list[str]:
    """Return every text in sight or behind that Qt would read as markup made of what a person typed."""
    from PySide6.QtWidgets import QLabel

    found = []
    for label in window.findChildren(QLabel):
        is_markup = label.textFormat() is Qt.TextFormat.RichText or (
            label.textFormat() is Qt.TextFormat.AutoText and QtGui.Qt.mightBeRichText(label.text())
        )
        if is_markup and any(mark in label.text() for mark in marks):
            found.append(label.text())
    pages = (browser.toHtml() for browser in window.findChildren(QTextBrowser))
    found.extend(page for page in pages if any(mark in page for mark in marks))
    found += [
        one.toolTip() for one in window.findChildren(QWidget)
        if QtGui.Qt.mightBeRichText(one.toolTip()) and any(mark in one.toolTip() for mark in marks)
    ]  # fmt: skip
    for view in window.findChildren(QAbstractItemView):
        found += _rich_tips(view, marks)
    return found


def _rich_tips(view: QAbstractItemView, marks: tuple[str, ...]) -> list[str]:
    model = view.model()
    if model is None:
        return []
    tips = (
        str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
        for row in range(min(model.rowCount(), 200))
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    )
    return [tip for tip in tips if QtGui.Qt.mightBeRichText(tip) and any(mark in tip for mark in marks)]
