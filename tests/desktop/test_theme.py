"""The window wears the look a person chose, all of it, and follows the system when told to."""

from __future__ import annotations

import gc
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from soc2desk.desktop.sheet import sheet
from soc2desk.desktop.style import DeskStyle
from soc2desk.desktop.theme import Look, Theme, apply, palette, tokens_for
from soc2desk.desktop.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Look.LIGHT)
    yield made
    made.setParent(None)


@pytest.mark.parametrize(("look", "tokens"), [(Look.LIGHT, LIGHT), (Look.DARK, DARK)])
def test_a_look_colours_the_whole_program(qapp: QApplication, look: Look, tokens: Tokens) -> None:
    assert apply(qapp, look) == tokens
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens.window
    assert qapp.palette().color(QPalette.ColorRole.Accent).name() == tokens.accent
    assert tokens.accent in qapp.styleSheet()


def test_a_system_that_does_not_say_is_light(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    system_is(Qt.ColorScheme.Unknown, monkeypatch)
    assert tokens_for(qapp, Look.SYSTEM) == LIGHT
    assert tokens_for(qapp, Look.DARK) == DARK


class Hints:
    """Stands for a system that says how it looks, which the one without a screen does not."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.colorScheme = lambda: scheme
        self.setColorScheme = lambda _: None


def system_is(scheme: Qt.ColorScheme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QApplication.styleHints", lambda _: Hints(scheme))


def test_the_window_follows_the_system_when_told_to(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose(Look.SYSTEM)
    real = theme._app.styleHints()
    system_is(Qt.ColorScheme.Dark, monkeypatch)
    with qtbot.waitSignal(theme.changed) as told:
        real.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told.args == [DARK]
    assert theme.tokens == DARK
    assert theme._app.palette().color(QPalette.ColorRole.Base).name() == DARK.base


def test_a_chosen_look_stays_when_the_system_changes(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = theme._app.styleHints()
    system_is(Qt.ColorScheme.Dark, monkeypatch)
    with qtbot.assertNotEmitted(theme.changed):
        real.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens == LIGHT


def test_whoever_draws_is_told_of_new_colours_and_only_of_new_ones(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed) as told:
        theme.choose(Look.DARK)
    assert told.args == [DARK]
    assert theme.look is Look.DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Look.DARK)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_no_colour_is_left_to_chance(tokens: Tokens) -> None:
    made, left = palette(tokens), []
    for role in QPalette.ColorRole:
        if role not in {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}:
            left += [role for group in GROUPS if not made.isBrushSet(group, role)]
    assert left == []


def test_what_cannot_be_used_is_paler() -> None:
    made = palette(DARK)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        assert made.color(QPalette.ColorGroup.Disabled, role).name() == DARK.disabled


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_sheet_takes_its_colours_from_the_tokens_and_the_font_from_the_system(tokens: Tokens) -> None:
    written = sheet(tokens, 10)
    colours = {getattr(tokens, name) for name in tokens.__dataclass_fields__}
    assert set(re.findall(r"#[0-9a-f]{6}", written)) <= colours
    assert "$" not in written
    assert "font-family" not in written
    assert len([line for line in written.splitlines() if line]) < 60


def test_headings_grow_with_the_text_of_the_system(qapp: QApplication, qtbot: QtBot, light: Tokens) -> None:
    title, plain = QLabel("Title"), QLabel("Plain")
    title.setProperty("role", "title")
    for widget in (title, plain):
        qtbot.addWidget(widget)
        widget.show()
    assert title.fontMetrics().height() > 1.4 * plain.fontMetrics().height()
    assert "font-size: 35.0pt" in sheet(light, 20)


def test_the_style_lives_as_long_as_the_program_through_every_change(qapp: QApplication, qtbot: QtBot) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    for look in (Look.LIGHT, Look.DARK, Look.SYSTEM, Look.LIGHT):
        apply(qapp, look)
        shown.grab()
    gc.collect()
    shown.grab()
    assert len(qapp.findChildren(DeskStyle)) == 1


def test_the_look_that_is_worn_already_is_not_put_on_again(theme: Theme, qtbot: QtBot) -> None:
    seen: list[str] = []
    watched = QWidget()
    qtbot.addWidget(watched)
    watched.changeEvent = lambda event: seen.append(event.type().name)  # type: ignore[method-assign]
    theme.choose(Look.LIGHT)
    assert seen == []
    theme.choose(Look.DARK)
    assert seen
