"""What has the focus, what is ticked and what opens is seen: by its pixels, in both looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from soc2desk.desktop.calendar import Calendar
from soc2desk.desktop.theme import Look, apply
from soc2desk.desktop.tokens import Tokens

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KINDS = (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QToolButton,
    QDateEdit,
    QFrame,
)
LOOKS = (Look.LIGHT, Look.DARK)


@pytest.fixture(params=LOOKS)
def tokens(request: pytest.FixtureRequest, qapp: QApplication) -> Tokens:
    return apply(qapp, request.param)


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> QWidget:
    """Return a window to put widgets in."""
    made = QWidget()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def show(window: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    """Show a window with widgets in it, none of which has the focus yet."""
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.setFocus()
    qtbot.waitUntil(window.hasFocus)


def picture(widget: QWidget) -> QImage:
    """Return how a widget looks in its window."""
    window = widget.window()
    corner = widget.mapTo(window, QPoint(0, 0))
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image.copy(corner.x(), corner.y(), widget.width(), widget.height())


def pixels(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def focus(widget: QWidget, qtbot: QtBot) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_that_has_the_focus_has_a_ring(
    kind: type[QWidget], tokens: Tokens, window: QWidget, qtbot: QtBot
) -> None:
    widget = kind()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.setProperty("card", kind is QFrame)
    widget.setMinimumSize(60, 30)
    show(window, qtbot, widget)
    before = pixels(picture(widget), tokens.accent)
    size = widget.size()
    focus(widget, qtbot)
    around = 2 * (widget.width() + widget.height())
    # two pixels wide all round, but for the corners
    assert pixels(picture(widget), tokens.accent) - before > 1.4 * around
    assert widget.size() == size


def test_the_main_button_shows_its_focus_in_the_colour_of_text(tokens: Tokens, window: QWidget, qtbot: QtBot) -> None:
    button = QPushButton("Make packet")
    button.setProperty("primary", True)  # noqa: FBT003
    show(window, qtbot, button)
    before = pixels(picture(button), tokens.text)
    focus(button, qtbot)
    assert pixels(picture(button), tokens.text) - before > 2.8 * button.width()


@pytest.mark.parametrize("side", [False, True])
def test_the_row_where_the_keyboard_is_has_a_ring(tokens: Tokens, window: QWidget, qtbot: QtBot, *, side: bool) -> None:
    listed = QListWidget()
    listed.setProperty("side", side)
    listed.addItems(["Your company", "Vendors"])
    listed.setCurrentRow(1)
    show(window, qtbot, listed)
    colour = tokens.on_accent if side else tokens.accent

    def row() -> int:
        place = listed.visualItemRect(listed.item(1)).translated(listed.viewport().pos())
        return pixels(picture(listed).copy(place.adjusted(2, 0, -2, 0)), colour)

    before = row()
    focus(listed, qtbot)
    assert row() - before > 2 * listed.viewport().width()


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_is_seen_empty_and_filled(
    kind: type[QCheckBox | QRadioButton], tokens: Tokens, window: QWidget, qtbot: QtBot
) -> None:
    empty, filled = kind(""), kind("")
    empty.setAutoExclusive(False)
    filled.setAutoExclusive(False)
    filled.setChecked(True)
    show(window, qtbot, empty, filled)
    assert pixels(picture(empty), tokens.accent) == 0
    assert pixels(picture(empty), tokens.base) > 50
    assert pixels(picture(filled), tokens.accent) > 50
    assert pixels(picture(filled), tokens.on_accent) > 4


def test_partly_ticked_is_neither_ticked_nor_empty(tokens: Tokens, window: QWidget, qtbot: QtBot) -> None:
    states = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)
    boxes = [QCheckBox("") for _ in states]
    for box, state in zip(boxes, states, strict=True):
        box.setTristate(True)
        box.setCheckState(state)
    show(window, qtbot, *boxes)
    empty, partly, ticked = (picture(box) for box in boxes)
    assert partly != empty
    assert partly != ticked
    assert pixels(partly, tokens.accent) > 50


@pytest.mark.parametrize("kind", [QComboBox, QSpinBox, QDateEdit])
def test_a_field_with_arrows_shows_them_and_is_as_tall_as_a_plain_one(
    kind: type[QWidget], tokens: Tokens, window: QWidget, qtbot: QtBot
) -> None:
    field, plain = kind(), QLineEdit()
    show(window, qtbot, field, plain)
    image = picture(field)
    arrows = image.copy(image.width() - 25, 4, 21, image.height() - 8)
    assert pixels(arrows, tokens.base) < arrows.width() * arrows.height()
    assert abs(field.height() - plain.height()) <= 4


def test_a_wrong_field_is_edged_in_red_until_it_has_the_focus(tokens: Tokens, window: QWidget, qtbot: QtBot) -> None:
    fields = (QLineEdit("same day"), QComboBox(), QSpinBox())
    for field in fields:
        field.setProperty("wrong", True)  # noqa: FBT003
    show(window, qtbot, *fields)
    for field in fields:
        assert pixels(picture(field), tokens.bad) > 2 * field.width()
        focus(field, qtbot)
        assert pixels(picture(field), tokens.bad) == 0


def test_a_bar_of_progress_is_thin(tokens: Tokens, window: QWidget, qtbot: QtBot) -> None:
    bar = QProgressBar()
    bar.setValue(50)
    show(window, qtbot, bar)
    assert bar.height() == 8
    assert 2 * bar.width() < pixels(picture(bar), tokens.accent) < 5 * bar.width()


def test_rows_are_laid_out_where_they_are_drawn(tokens: Tokens, window: QWidget, qtbot: QtBot) -> None:
    listed = QListWidget()
    listed.addItems(["Your company", "Vendors"])
    listed.setCurrentRow(0)
    before = listed.visualItemRect(listed.item(1))
    show(window, qtbot, listed)
    assert listed.visualItemRect(listed.item(1)).y() == before.y() == listed.visualItemRect(listed.item(0)).height()


def test_a_calendar_has_no_red_days_and_arrows_that_are_seen(tokens: Tokens, window: QWidget, qtbot: QtBot) -> None:
    calendar = Calendar()
    show(window, qtbot, calendar)
    image = picture(calendar)
    assert pixels(image, "#ff0000") == 0
    arrow = calendar.findChild(QToolButton, "qt_calendar_prevmonth")
    assert pixels(picture(arrow), tokens.muted) > 4
