"""How the window looks: style, palette and sheet of one set of tokens, following the system when asked to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPalette

from soc2desk.desktop.sheet import sheet
from soc2desk.desktop.style import DeskStyle
from soc2desk.desktop.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_ALL = QPalette.ColorGroup.All
_DISABLED = QPalette.ColorGroup.Disabled


class Look(StrEnum):
    """What a person chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Look.SYSTEM: Qt.ColorScheme.Unknown,
    Look.LIGHT: Qt.ColorScheme.Light,
    Look.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Keeps the window in the chosen look and says so each time its colours change."""

    changed = Signal(object)
    """The new Tokens."""

    def __init__(self, app: QApplication, look: Look = Look.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._look = look
        self._tokens = apply(app, look)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def look(self) -> Look:
        """What was chosen; SYSTEM may be light or dark."""
        return self._look

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    def choose(self, look: Look) -> None:
        """Change to another look at once."""
        self._look = look
        self._show(apply(self._app, look))

    def _follow(self) -> None:
        """Our own call of setColorScheme comes back here too, and then nothing is left to do."""
        if tokens_for(self._app, self._look) != self._tokens:
            self._show(apply(self._app, self._look))

    def _show(self, tokens: Tokens) -> None:
        if tokens != self._tokens:
            self._tokens = tokens
            self.changed.emit(tokens)


def apply(app: QApplication, look: Look) -> Tokens:
    """Give the whole program a look and return its colours."""
    # Title bars and the system's file dialogs follow this where the system can
    app.styleHints().setColorScheme(_SCHEMES[look])
    tokens = tokens_for(app, look)
    style = app.findChild(DeskStyle)
    if isinstance(style, DeskStyle):
        style.wear(tokens)
    else:
        app.setStyle(DeskStyle(tokens))
    written = sheet(tokens, QFontInfo(app.font()).pointSizeF())
    if written != app.styleSheet():
        # From no sheet to one takes a fifth of the time that Qt needs from sheet to sheet.
        app.setStyleSheet("")
        app.setPalette(palette(tokens))
        app.setStyleSheet(written)
    return tokens


def tokens_for(app: QApplication, look: Look) -> Tokens:
    """Return the colours of a look; a system that does not say whether it is dark is light."""
    dark = look is Look.DARK or (look is Look.SYSTEM and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Return every colour that Qt asks for, for enabled and disabled things."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window, role.WindowText: tokens.text,
        role.Base: tokens.base, role.AlternateBase: tokens.side, role.Text: tokens.text,
        role.Button: tokens.base, role.ButtonText: tokens.text, role.BrightText: tokens.bad,
        role.ToolTipBase: tokens.base, role.ToolTipText: tokens.text, role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent, role.HighlightedText: tokens.on_accent, role.Accent: tokens.accent,
        role.Link: tokens.accent, role.LinkVisited: tokens.accent,
        role.Light: tokens.base, role.Midlight: tokens.hover, role.Mid: tokens.line,
        role.Dark: tokens.edge, role.Shadow: tokens.edge,
    }  # fmt: skip
    paler = {
        role.WindowText: tokens.disabled, role.Text: tokens.disabled, role.ButtonText: tokens.disabled,
        role.PlaceholderText: tokens.disabled, role.Link: tokens.disabled, role.LinkVisited: tokens.disabled,
        role.Highlight: tokens.line, role.HighlightedText: tokens.disabled, role.Accent: tokens.line,
        role.Base: tokens.window, role.Button: tokens.window,
    }  # fmt: skip
    made = QPalette()
    for which, colour in colours.items():
        made.setColor(_ALL, which, QColor(colour))
    for which, colour in paler.items():
        made.setColor(_DISABLED, which, QColor(colour))
    return made
