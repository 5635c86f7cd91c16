"""Shows every kind of widget in both looks and keeps pictures of them, to be looked at after a change of the look.

Usage: python tools/gallery.py [folder]. QT_QPA_PLATFORM=offscreen needs no screen; QT_SCALE_FACTOR=2 shows a sharp one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDate, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from soc2desk.app.pictures import icon_names
from soc2desk.desktop.calendar import Calendar
from soc2desk.desktop.icons import Icons
from soc2desk.desktop.theme import Look, Theme

SIZES = (16, 20, 24, 48)


def marked(widget: QWidget, **properties: object) -> QWidget:
    """Return a widget with the properties that the sheet knows."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def column(*widgets: QWidget) -> QWidget:
    """Return widgets under each other."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return made


def row(*widgets: QWidget) -> QWidget:
    """Return widgets beside each other."""
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return made


def label(text: str, role: str) -> QWidget:
    """Return words in a role."""
    made = QLabel(text)
    made.setWordWrap(True)
    return marked(made, role=role)


def off(widget: QWidget) -> QWidget:
    """Return a widget that cannot be used."""
    widget.setEnabled(False)
    return widget


def buttons(icons: Icons, theme: Theme) -> list[QWidget]:
    """Return every kind of button."""
    with_icon = QPushButton("Open folder")
    with_icon.setIcon(icons.icon("folder-open"))
    off_icon = QPushButton("Open folder")
    off_icon.setIcon(icons.icon("folder-open"))
    primary = QPushButton("Make packet")
    primary.setIcon(icons.icon("file-plus", theme.tokens.on_accent))
    more = QToolButton()
    more.setIcon(icons.icon("more"))
    more.setAccessibleName("More")
    return [
        row(QPushButton("Back"), with_icon, off(off_icon), more),
        row(marked(QPushButton("Continue to Vendors"), primary=True), marked(primary, primary=True)),
        row(off(marked(QPushButton("Make packet"), primary=True)), marked(QPushButton("Go there"), quiet=True)),
    ]


def boxes() -> list[QWidget]:
    """Return boxes to tick and to choose, in all states."""
    half = QCheckBox("Some of them")
    half.setTristate(True)
    half.setCheckState(Qt.CheckState.PartiallyChecked)
    on, off_on = QCheckBox("Email and calendar"), QCheckBox("Cannot be changed")
    on.setChecked(True)
    off_on.setChecked(True)
    chosen = QRadioButton("Every six months")
    chosen.setChecked(True)
    return [
        row(on, half, QCheckBox("Customer database")),
        row(off(off_on), off(QCheckBox("Nor this"))),
        row(chosen, QRadioButton("We do not do this yet"), off(QRadioButton("Not here"))),
    ]


def fields() -> list[QWidget]:
    """Return every kind of field."""
    filled, empty, wrong = QLineEdit("Dana Whitfield"), QLineEdit(), QLineEdit("same day")
    empty.setPlaceholderText("For example 1 business day")
    combo, open_combo, free = QComboBox(), QComboBox(), QComboBox()
    for one in (combo, open_combo, free):
        one.addItems(["Every six months", "Every quarter", "We do not do this yet"])
    free.setEditable(True)
    number, day = QSpinBox(), QDateEdit()
    number.setSuffix(" hours")
    day.setDisplayFormat("d MMMM yyyy")
    day.setCalendarPopup(True)
    day.setCalendarWidget(Calendar())
    day.setDate(QDate(2026, 11, 20))
    cannot = QComboBox()
    cannot.addItem("Not asked here")
    long = QPlainTextEdit("Longer words go here.")
    long.setMaximumHeight(90)
    return [
        filled, empty, off(QLineEdit("Not to be changed")), label("Give a number of hours, for example 24.", "finding"),
        marked(wrong, wrong=True), combo, free, off(cannot), row(number, QSpinBox(), day), long,
    ]  # fmt: skip


def listed(icons: Icons, theme: Theme, *, side: bool) -> QListWidget:
    """Return the list of pages, with their states."""
    made = QListWidget()
    made.setProperty("side", side)
    rows = (
        ("check-circle", "Your company", theme.tokens.good),
        ("circle-dot", "People and access", theme.tokens.on_accent if side else theme.tokens.accent),
        ("circle", "Vendors", theme.tokens.muted),
        ("alert-triangle", "Readiness, 5 to fix", theme.tokens.warn),
        ("alert-circle", "Packet", theme.tokens.bad),
    )
    for name, words, colour in rows:
        made.addItem(QListWidgetItem(icons.icon(name, colour), words))
    made.setCurrentRow(1)
    made.setFixedHeight(150)
    return made


def table() -> QTableWidget:
    """Return a table with a chosen row and boxes to tick."""
    made = QTableWidget(4, 3)
    made.setHorizontalHeaderLabels(["Promise", "How often", "State"])
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    for number, state in enumerate(("in place", "planned", "in place", "not confirmed")):
        item = QTableWidgetItem(f"Promise {number + 1}")
        item.setCheckState(Qt.CheckState.Checked if number % 2 else Qt.CheckState.Unchecked)
        made.setItem(number, 0, item)
        made.setItem(number, 1, QTableWidgetItem("Quarterly"))
        made.setItem(number, 2, QTableWidgetItem(state))
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setHighlightSections(False)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setCurrentCell(1, 0)
    return made


def box(icons: Icons, theme: Theme, tone: str, name: str) -> QWidget:
    """Return a banner box in one tone."""
    made = marked(QFrame(), card=True, tone=tone)
    picture = QLabel()
    picture.setPixmap(icons.pixmap(name, getattr(theme.tokens, tone)))
    words = QLabel("Before you send it: these are drafts until a named person approves them.")
    words.setWordWrap(True)
    layout = QHBoxLayout(made)
    layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words, 1)
    return made


def card(icons: Icons, theme: Theme) -> QWidget:
    """Return one card of the home page, which takes the focus."""
    made = marked(QFrame(), card=True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    picture = QLabel()
    picture.setPixmap(icons.pixmap("book", theme.tokens.accent, 28))
    layout = QVBoxLayout(made)
    for widget in (picture, label("Try the sample company", "heading"), label("Answers filled in.", "hint")):
        layout.addWidget(widget)
    layout.addWidget(QPushButton("Open a practice copy"), 0, Qt.AlignmentFlag.AlignLeft)
    return made


def menu(icons: Icons) -> QMenu:
    """Return a menu with icons, shortcuts and a tick."""
    made = QMenu()
    made.addAction(icons.icon("page"), "Duplicate").setShortcut("Ctrl+D")
    made.addAction(icons.icon("folder"), "Show folder")
    made.addSeparator()
    tick = made.addAction("Show the preview")
    tick.setCheckable(True)
    tick.setChecked(True)
    made.addAction(icons.icon("minus"), "Remove from list").setEnabled(False)
    made.setActiveAction(made.actions()[1])
    return made


def gallery(icons: Icons, theme: Theme) -> QWidget:
    """Return all of it in three columns."""
    bar, tabs = QProgressBar(), QTabWidget()
    bar.setValue(66)
    bar.setTextVisible(False)
    tabs.addTab(QLabel("Questions"), "Questions")
    tabs.addTab(QLabel("Preview"), "Preview")
    made = QWidget()
    layout = QHBoxLayout(made)
    titles = [label("People and access", "title"), label("Answer with what you do today.", "hint")]
    layout.addWidget(column(*titles, *fields(), *boxes()), 1)
    tones = zip(("good", "warn", "bad", "accent"), ("check-circle", "alert-triangle", "alert-circle", "info"),
                strict=True)  # fmt: skip
    middle = [*buttons(icons, theme), card(icons, theme), *(box(icons, theme, *one) for one in tones), bar, tabs]
    layout.addWidget(column(*middle), 1)
    lists = [listed(icons, theme, side=True), listed(icons, theme, side=False), table()]
    layout.addWidget(column(label("CHECK", "group"), *lists, label("Kept on this computer.", "small")), 1)
    return made


def sheet_of_icons(icons: Icons) -> QWidget:
    """Return every icon in four sizes with its name."""
    made = QWidget()
    grid = QGridLayout(made)
    for number, name in enumerate(icon_names()):
        pictures = [QLabel() for _ in SIZES]
        for picture, size in zip(pictures, SIZES, strict=True):
            picture.setPixmap(icons.pixmap(name, None, size))
        grid.addWidget(column(row(*pictures), label(name, "small")), number // 6, number % 6)
    return made


FOCUSED = (QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit, QCheckBox, QRadioButton, QPushButton, QToolButton,
           QListWidget, QTableWidget, QTabBar, QFrame)  # fmt: skip


def keep(widget: QWidget, path: Path) -> None:
    """Draw a widget into a file."""
    widget.grab().save(str(path))
    print(path)


def takes_focus(shown: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """Return all of one kind that can have the focus; frames only when they are cards."""
    found = [one for one in shown.findChildren(kind) if one.isEnabled() and one.focusPolicy() and one.isVisible()]
    if kind is QFrame:
        return [one for one in found if one.property("card")]
    return [one for one in found if not isinstance(one.parent(), QComboBox | QAbstractSpinBox | QCalendarWidget)]


def focus_rings(shown: QWidget, folder: Path, look: Look) -> None:
    """Keep one picture of everything that can have the focus, each drawn while it had it."""
    made = QWidget()
    grid = QGridLayout(made)
    rings = [one for kind in FOCUSED for one in takes_focus(shown, kind)]
    for number, one in enumerate(rings):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        picture = QLabel()
        picture.setPixmap(shown.grab(QRect(one.mapTo(shown, one.rect().topLeft()), one.size())))
        grid.addWidget(picture, number // 3, number % 3)
    keep(made, folder / f"{look}-focus.png")


def main() -> None:
    """Keep all pictures in the folder named, or in out/gallery."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    for look in (Look.LIGHT, Look.DARK):
        theme.choose(look)
        icons = Icons(theme.tokens)
        shown = gallery(icons, theme)
        shown.resize(1180, 900)
        shown.show()
        shown.activateWindow()
        QApplication.processEvents()
        keep(shown, folder / f"{look}.png")
        focus_rings(shown, folder, look)
        opened = shown.findChildren(QComboBox)[0]
        opened.showPopup()
        QApplication.processEvents()
        keep(opened.view().window(), folder / f"{look}-combo.png")
        opened.hidePopup()
        shown.findChildren(QDateEdit)[0].calendarWidget().grab().save(str(folder / f"{look}-calendar.png"))
        keep(menu(icons), folder / f"{look}-menu.png")
        keep(sheet_of_icons(icons), folder / f"{look}-icons.png")
        shown.close()


if __name__ == "__main__":
    main()
