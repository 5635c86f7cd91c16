"""Scope, controls, documents, readiness and packet, worked through with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from soc2desk.desktop.pages.controls_page import ControlsPage
from soc2desk.desktop.pages.documents_page import DocumentsPage
from soc2desk.desktop.pages.packet_page import PacketPage
from soc2desk.desktop.pages.scope_page import ScopePage
from soc2desk.domain.project import State
from tests.desktop.driving import focused, press, write
from tests.desktop.whole.interview import frame_of, told_on
from tests.desktop.whole.keys import CONTROL, Answering, pick_words, rewrite, tab_on_to, tab_to

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow

PATIENCE_MS = 60_000
SAID_BY = "Thomas Brandt"


def find(words: str) -> None:
    """Go anywhere by typing what it is called."""
    press(Qt.Key.Key_K, CONTROL)
    write(words)
    press(Qt.Key.Key_Return)


# ---- scope -----------------------------------------------------------------------------------------


def scope_of(window: MainWindow) -> ScopePage:
    page = frame_of(window).page
    assert isinstance(page, ScopePage)
    return page


def add_category(window: MainWindow, category: str) -> None:
    """Switch a category on, read what it brings, and say yes."""
    card = scope_of(window).cards[category]
    tab_on_to(card.switch)
    press(Qt.Key.Key_Space)
    assert card.is_asking
    assert not card.is_inside
    assert focused() is card.take
    press(Qt.Key.Key_Space)
    assert card.is_inside


def answer_scope(window: MainWindow) -> None:
    """Answer the questions under the cards and look at the first criteria."""
    page = scope_of(window)
    answering = Answering(told_on("scope"))
    tab_to(lambda here: here is page.criteria.tree, answering)
    assert answering.done == [place for place, field in page.fields.items() if not field.isHidden()]
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert page.criteria.current == page.detail.criterion


def answer_left_over(window: MainWindow, question: str, value: str) -> None:
    """Go to a question by its id and answer it."""
    find(question)
    assert frame_of(window).place == f"answers.{question}"
    rewrite(value)
    press(Qt.Key.Key_Tab)


# ---- controls --------------------------------------------------------------------------------------


def controls_of(window: MainWindow) -> ControlsPage:
    page = frame_of(window).page
    assert isinstance(page, ControlsPage)
    return page


def choose_all_controls() -> None:
    press(Qt.Key.Key_A, CONTROL)


def choose_control(window: MainWindow, control: str) -> None:
    """Find a control by its id and choose it."""
    page = controls_of(window)
    press(Qt.Key.Key_F, CONTROL)
    rewrite(control)
    press(Qt.Key.Key_Return)
    assert focused() is page.table
    press(Qt.Key.Key_Home, CONTROL)
    press(Qt.Key.Key_A, CONTROL)
    assert page.table.chosen_ids == (control,)


def record_state(window: MainWindow, state: State, **fields: str) -> None:
    """Say where what is chosen stands, and record it; the keyboard goes back to the table."""
    page = controls_of(window)
    form = page.recording.form
    press(Qt.Key.Key_Return)
    assert focused() in form.states.buttons.values()
    press(Qt.Key(Qt.Key.Key_1 + list(State).index(state)))
    for name, value in fields.items():
        target = form.fields[name].focus_targets()[0]
        tab_on_to(target)
        if isinstance(target, QComboBox):
            pick_words(target, value)
        else:
            rewrite(value)
    tab_on_to(form.by)
    if form.by.currentText() != SAID_BY:
        pick_words(form.by, SAID_BY)
    tab_on_to(form.button)
    press(Qt.Key.Key_Space)
    assert not form.note.isVisible(), form.note.accessibleName()
    press(Qt.Key.Key_Escape)
    assert focused() is page.table


def name_owner(window: MainWindow, person: str) -> None:
    """Name the owner of what is chosen."""
    page = controls_of(window)
    press(Qt.Key.Key_Return)
    owner = page.panel.owners.lists["owner"]
    tab_on_to(owner)
    pick_words(owner, person)
    press(Qt.Key.Key_Escape)


# ---- documents -------------------------------------------------------------------------------------


def documents_of(window: MainWindow) -> DocumentsPage:
    page = frame_of(window).page
    assert isinstance(page, DocumentsPage)
    return page


def reword(window: MainWindow, document: str, sentence: str) -> str:
    """Add a sentence to the first section of a document that may be worded; return the section."""
    page = documents_of(window)
    press(Qt.Key.Key_Home)
    while page.list.current != document:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.document == document
    assert focused() is page.detail.list
    press(Qt.Key.Key_Return)
    assert focused() is page.editor.field
    press(Qt.Key.Key_End, CONTROL)
    write(sentence)
    tab_to(lambda here: here in page.editor.who.focus_targets())
    pick_words(page.editor.who.combo, SAID_BY)
    tab_on_to(page.editor.layout_.keep)
    press(Qt.Key.Key_Space)
    section = page.editor.section
    for _ in range(2):
        press(Qt.Key.Key_Escape)
    assert focused() is page.list.list
    return section


def approve_everything(window: MainWindow) -> None:
    """Approve all documents at once."""
    page = documents_of(window)
    press(Qt.Key.Key_A, CONTROL)
    tab_on_to(page.list.approve)
    press(Qt.Key.Key_Space)
    assert focused() in page.approval.who.focus_targets() or focused() is page.approval.who
    if page.approval.who.value() is None:
        pick_words(page.approval.who.combo, SAID_BY)
    tab_on_to(page.approval.record)
    press(Qt.Key.Key_Space)
    assert focused() is page.list.list


# ---- packet ----------------------------------------------------------------------------------------


def make_final(window: MainWindow, qtbot: QtBot) -> Path:
    """Make a final packet in every format and wait for it; return its folder."""
    page = frame_of(window).page
    assert isinstance(page, PacketPage)
    choices = page.before.choices
    assert all(box.isChecked() for box in choices.formats.values())
    tab_to(lambda here: here in choices.status.focus_targets())
    press(Qt.Key.Key_2)
    assert not page.before.is_refused, page.before.plan
    press(Qt.Key.Key_G, CONTROL)
    assert window.project is not None
    qtbot.waitUntil(lambda: window.project is not None and window.project.work is None, timeout=PATIENCE_MS)
    assert page.state == "result"
    assert focused() is page.result.open_folder
    assert page.result.handed is not None
    return page.result.handed.parcels[0].folder
