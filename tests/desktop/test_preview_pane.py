"""The right pane, driven as a person does: text follows the answer, links lead on, pages are real, help helps."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from soc2desk.app.preview import document_pdf
from soc2desk.desktop.page_view import KEPT
from soc2desk.domain.problems import Problem
from tests.desktop.driving import click, field, focused, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.preview_pane import PreviewPane
    from soc2desk.desktop.window import MainWindow

COMPANY = ("answers", "company")


@pytest.fixture
def pane(brightwater: MainWindow, qtbot: QtBot) -> PreviewPane:
    """Return the pane of the sample, with the question for the company's name in focus."""
    assert brightwater.frame is not None
    brightwater.resize(1280, 800)
    field(brightwater, "answers.company").take_focus()
    shown = brightwater.frame.preview
    wait_for(qtbot, lambda: "Brightwater Labs" in shown.paper.toPlainText())
    return shown


def wait_for(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    qtbot.waitUntil(holds, timeout=10_000)


def put(window: MainWindow, path: tuple[str, ...], value: object) -> None:
    assert window.project is not None
    assert window.project.put({path: value}, "answer") is None  # type: ignore[dict-item]


def company(window: MainWindow, qtbot: QtBot, pane: PreviewPane, name: str) -> None:
    put(window, COMPANY, name)
    wait_for(qtbot, lambda: name[:40] in pane.paper.toPlainText())


def colours(pane: PreviewPane, words: str) -> set[str]:
    """Return the grounds on which words stand, wherever they do."""
    found, cursor = set(), pane.paper.document().find(words)
    while not cursor.isNull():
        found.add(cursor.charFormat().background().color().name())
        cursor = pane.paper.document().find(words, cursor)
    return found


def test_what_is_answered_shows_at_once_and_is_marked_in_sight(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    pane.paper.verticalScrollBar().setValue(pane.paper.verticalScrollBar().maximum())
    company(brightwater, qtbot, pane, "Zebra Works")
    assert pane.document == "POL-VEN"
    assert "#fdf0a8" in colours(pane, "Zebra Works")
    sight = pane.paper.viewport().height()
    bar = pane.paper.verticalScrollBar().value()
    assert any(bar <= top <= bar + sight for top in pane.paper._tops_of("changed"))


def test_what_is_read_stays_in_place_when_the_text_above_grows(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    paper, anchor = pane.paper, "POL-VEN/contracts"
    qtbot.wait(0)
    (top,) = paper._tops_of(anchor)[:1] or pytest.fail(f"{anchor} is not in the text")
    paper.verticalScrollBar().setValue(top)
    company(brightwater, qtbot, pane, "A company with a very long name that takes several lines " * 3)
    (after,) = paper._tops_of(anchor)[:1]
    assert after > top
    assert abs(after - paper.verticalScrollBar().value()) <= 2


def test_a_name_with_markup_control_characters_or_other_scripts_is_only_text(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    for name in ("<script>x</script>", "\u05e9\u05dc\u05d5\u05dd", "\uac00\ub098\ub2e4", "{company} %s &amp;"):
        company(brightwater, qtbot, pane, name)
    put(brightwater, COMPANY, "a" * 100_000)
    wait_for(qtbot, lambda: "more characters]" in pane.paper.toPlainText())


def test_the_document_follows_the_question_until_one_is_chosen(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    brightwater.go("answers.access_review_period")
    wait_for(qtbot, lambda: pane.head.document == "POL-ACP")
    pane.head.chooser.setFocus()
    at = pane.head.chooser.findData("POL-IRP")
    pane.head.chooser.setCurrentIndex(at)
    pane.head.chooser.activated.emit(at)
    brightwater.go("answers.company")
    wait_for(qtbot, lambda: "Incident response" in pane.paper.accessibleName())
    assert not pane.head.is_following
    pane.head.follow.setFocus()
    press(Qt.Key.Key_Space)
    wait_for(qtbot, lambda: pane.head.document == "POL-VEN")


def test_a_link_leads_to_its_document_in_the_pane_and_one_to_the_web_nowhere(
    pane: PreviewPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.paper.anchorClicked.emit(QUrl("#POL-IRP/purpose"))
    wait_for(qtbot, lambda: pane.head.document == "POL-IRP")
    pane.paper.anchorClicked.emit(QUrl("https://example.com/#POL-ACP"))
    pane.paper.anchorClicked.emit(QUrl("#POL-NOWHERE/x"))
    qtbot.wait(20)
    assert pane.head.document == "POL-IRP"


def test_nothing_is_loaded_from_anywhere(pane: PreviewPane) -> None:
    pane.paper.setSource(QUrl("file:///etc/passwd"))
    pane.paper.setHtml('<img src="file:///etc/passwd"><p>still</p>')
    assert pane.paper.loadResource(2, QUrl("https://example.com/x.png")) is None
    assert "still" in pane.paper.toPlainText()


def test_esc_goes_back_to_the_field_that_was_left(brightwater: MainWindow, pane: PreviewPane) -> None:
    was = focused()
    pane.paper.setFocus()
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is was


def test_the_pages_are_those_of_the_document_and_few_stay_in_memory(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    pane.pages.view.resize(300, 400)
    with qtbot.waitSignal(pane.pages.drawn, timeout=20_000):
        click(pane.head.pages)
        assert pane.pages.state.text() == "Drawing the pages"
    view = pane.pages.view
    assert view.count > 3
    assert pane.pages.state.text() == f"Page 1 of {view.count}"
    image: QImage = view.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 5
    for _ in range(40):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 200)
        view.grab()
    assert 1 <= view.kept <= KEPT
    assert pane.pages.state.text() != f"Page 1 of {view.count}"


def test_pages_of_before_a_change_say_so_until_the_new_ones_are_there(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(pane.pages.drawn, timeout=20_000):
        click(pane.head.pages)
    # The pages of the change wait until they were looked for: drawn at once, nobody would see the old ones greyed.
    looked = Event()

    def waits(*given: object) -> bytes:
        looked.wait(20)
        return document_pdf(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("soc2desk.desktop.preview_pane.document_pdf", waits)
    with qtbot.waitSignal(pane.pages.drawn, timeout=20_000):
        put(brightwater, COMPANY, "Zebra Works")
        wait_for(qtbot, lambda: pane.pages.is_drawing)
        said = pane.pages.state.text()
        looked.set()
    assert "before the last change" in said
    assert pane.pages.state.text().startswith("Page 1")


def test_pages_that_cannot_be_drawn_leave_a_sentence(
    pane: PreviewPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> bytes:
        message = "The picture logo.png is not there."
        raise Problem(message)

    for bad, said in ((fails, "logo.png is not there"), (lambda *_: b"no pdf", "made a mistake")):
        monkeypatch.setattr("soc2desk.desktop.preview_pane.document_pdf", bad)
        click(pane.head.pages)
        pane.settle()
        # Twice asked for, and on a busy machine drawn twice.
        qtbot.waitUntil(lambda said=said: said in pane.pages.state.text(), timeout=20_000)
        click(pane.head.text)


def test_help_takes_the_place_of_the_document_and_esc_returns_to_both(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    was = focused()
    pane.show_help("help.company")
    assert "What is the company called" in pane.help.paper.toPlainText()
    assert pane.help.paper.accessibleName().startswith("Help: ")
    assert focused() is pane.help.paper
    pane.help.paper.anchorClicked.emit(QUrl("#help.soc_2"))
    assert "SOC 2 report" in pane.help.paper.toPlainText()
    click(pane.help.back)
    assert "What is the company called" in pane.help.paper.toPlainText()
    pane.help.paper.setFocus()
    press(Qt.Key.Key_Escape)
    assert pane.paper.isVisible()
    assert QApplication.focusWidget() is was


def test_a_link_of_the_help_goes_to_its_place(brightwater: MainWindow, pane: PreviewPane) -> None:
    pane.show_help("help.access_review_period")
    pane.help.paper.anchorClicked.emit(QUrl("#answers.access_review_period"))
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.access_review_period"
    assert pane.paper.isVisible()


def test_a_document_that_is_not_needed_any_more_gives_way_and_says_so(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    pane.head.follow.setChecked(False)
    pane._show("REG-SUB")
    pane._show("POL-GONE")
    pane.head._titles["POL-GONE"] = "Gone policy"
    wait_for(qtbot, pane.note.isVisible)
    assert "Gone policy" in pane.note.text()
    assert pane.paper.toPlainText()


def test_a_template_that_does_not_parse_is_said_and_the_last_text_stays_greyed(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        message = "The template is not closed."
        raise Problem(message, where="policy.md, line 4")

    before = pane.paper.toPlainText()
    with monkeypatch.context() as patched:
        patched.setattr("soc2desk.app.session.compose", broken)
        patched.setattr("soc2desk.app.preview.recompose", broken)
        put(brightwater, COMPANY, "Acme")
        wait_for(qtbot, pane.note.isVisible)
        assert "policy.md, line 4" in pane.note.text()
        assert pane.paper.toPlainText() == before
        assert pane.paper.viewport().graphicsEffect() is not None
        assert brightwater.project is not None
        assert brightwater.project.findings_at("answers.company") == ()
    put(brightwater, COMPANY, "Acme Two")
    wait_for(qtbot, lambda: "Acme Two" in pane.paper.toPlainText())
    assert pane.note.isHidden()
    assert pane.paper.viewport().graphicsEffect() is None


def test_below_a_question_stands_where_its_answer_appears(brightwater: MainWindow, pane: PreviewPane) -> None:
    asked = field(brightwater, "answers.access_review_period")
    brightwater.project.settle()  # type: ignore[union-attr]
    assert "Access control policy" in asked.appears.text()
    assert asked.appears.text().startswith("Appears in")


def test_a_hidden_pane_draws_nothing_and_catches_up_when_it_is_shown(
    brightwater: MainWindow, pane: PreviewPane, qtbot: QtBot
) -> None:
    brightwater.toggle_preview()
    put(brightwater, COMPANY, "Zebra Works")
    qtbot.wait(20)
    assert "Zebra Works" not in pane.paper.toPlainText()
    brightwater.toggle_preview()
    wait_for(qtbot, lambda: "Zebra Works" in pane.paper.toPlainText())
