"""The one style sheet of the window, written from the tokens."""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.desktop.tokens import Tokens

# What has the focus has a border of two pixels where others have a margin of one and a border of one, so nothing moves.
# Properties that widgets set: primary, quiet, wide, card, popup, plain, side, wrong, tone (good, warn, bad, accent)
# and role.
_SHEET = Template("""
QLabel[role="title"] { font-size: ${title}pt; } QLabel[role="heading"] { font-size: ${heading}pt; }
QLabel[role="group"], QLabel[role="small"] { font-size: ${small}pt; color: $muted; }
QLabel[role="title"], QLabel[role="heading"], QLabel[role="question"], QLabel[role="group"] { font-weight: 600; }
QLabel[role="hint"] { color: $muted; } QLabel[role="board"] { font-size: ${board}pt; }
QLabel[role="lesson"] { background: $accent_soft; border-radius: 6px; padding: 0.4em 0.6em; }
QLabel[role="finding"] { color: $bad; } QLabel[role="warning"] { color: $warn; } QLabel[role="good"] { color: $good; }
QLabel:disabled, QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }

QPushButton { background: $base; border: 1px solid $edge; border-radius: 6px; margin: 1px; padding: 0.4em 1em; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $selection; border-color: $accent; }
QPushButton:disabled { background: $window; border-color: $line; color: $disabled; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; margin: 0; outline: none; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; font-weight: 600; border: none; margin: 2px; }
QPushButton[primary="true"]:hover { background: $text; color: $window; }
QPushButton[primary="true"]:focus { border: 2px solid $text; border-radius: 6px; margin: 0; }
QPushButton[primary="true"]:disabled { background: $line; color: $disabled; }
QPushButton[quiet="true"] { background: transparent; border-color: transparent; color: $accent; padding: 0.3em 0.5em; }
QPushButton[quiet="true"]:hover { background: $hover; } QPushButton[quiet="true"]:focus { border-color: $accent; }
QPushButton[quiet="true"]:disabled { color: $disabled; }
QPushButton[wide="true"] { border-color: $line; border-radius: 8px; padding: 0; }
QPushButton[wide="true"]:hover { background: $hover; } QPushButton[wide="true"]:focus { border-color: $accent; }
QToolButton { border: 1px solid transparent; border-radius: 6px; margin: 1px; padding: 0.3em; }
QToolButton:hover, QToolButton:checked { background: $hover; } QRadioButton::indicator { width: 1.4em; height: 1.4em; }

QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView { background: $base; border: 1px solid $edge; margin: 1px;
  border-radius: 6px; selection-background-color: $accent; selection-color: $on_accent; }
QTextBrowser[paper="true"] { background: $paper; color: $ink; } #qt_calendar_navigationbar { background: $side; }
QLineEdit { padding: 0.35em 0.5em; } QLineEdit:hover, QPlainTextEdit:hover { border-color: $accent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $bad; margin: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { background: $window; border-color: $line; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none; margin: 0; padding: 0; }
QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 6px; padding: 0.1em 0.3em; spacing: 0.5em; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; } QCheckBox::indicator { width: 1.4em; height: 1.4em; }

QAbstractItemView { selection-background-color: $selection; selection-color: $text; }
QAbstractItemView[side="true"] { background: $side; border-color: $side; selection-background-color: $accent;
  selection-color: $on_accent; }
QAbstractItemView:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QLineEdit[wrong="true"]:focus,
  QPlainTextEdit[wrong="true"]:focus, QFrame[card="true"]:focus,
  QAbstractItemView[side="true"]:focus { border: 2px solid $accent; margin: 0; }
QAbstractItemView[plain="true"], QAbstractItemView[plain="true"]:focus { background: $window; border: none; margin: 0; }
QHeaderView, QCalendarWidget QAbstractItemView { border: none; border-radius: 0; margin: 0; background: $side; }
QHeaderView::section { background: $side; border: none; padding: 0.4em 0.6em; text-align: left; }
QFrame[card="true"] { background: $base; border: 1px solid $line; border-radius: 8px; margin: 1px; }
QFrame[popup="true"] { border: 2px solid $edge; margin: 0; }
QFrame[tone="good"] { background: $good_soft; border-color: $good; }  QFrame[tone="bad"] { background: $bad_soft; }
QFrame[tone="warn"] { background: $warn_soft; border-color: $warn; }  QFrame[tone="bad"] { border-color: $bad; }
QFrame[tone="accent"] { background: $accent_soft; border-color: $accent; }
QProgressBar, QProgressBar::chunk { background: $line; border: none; border-radius: 4px; }
QFrame#sidebar { background: $side; border: none; border-right: 1px solid $line; }
QFrame#footer { border: none; border-top: 1px solid $line; } QSplitter::handle { background: $window; }
QProgressBar { min-height: 8px; max-height: 8px; } QProgressBar::chunk { background: $accent; }
QMenu { background: $base; border: 1px solid $edge; padding: 3px; }
QMenu::item { padding: 0.35em 1.5em 0.35em 0.6em; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; } QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 3px; }
QCalendarWidget QToolButton { color: $text; } QCalendarWidget QToolButton::menu-indicator { image: none; }
QToolTip { background: $base; border: 1px solid $edge; color: $text; padding: 0.3em; }
QScrollBar { background: transparent; border: none; margin: 0; } QScrollBar:vertical { width: 0.9em; }
QScrollBar:horizontal { height: 0.9em; } QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 2px; min-height: 2em; min-width: 2em; }
""")


def sheet(tokens: Tokens, points: float) -> str:
    """Return the style sheet in the colours of one look, with headings measured from the system's size of text."""
    sizes = {"title": points * 1.75, "heading": points * 1.2, "small": points * 0.9, "board": points * 2.2}
    return _SHEET.substitute(asdict(tokens), **{name: f"{size:.1f}" for name, size in sizes.items()})
