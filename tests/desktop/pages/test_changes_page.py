"""What changed: an earlier state beside the project, each change with its words, and the papers that tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from soc2desk.domain.changes import Subject
from tests.desktop.driving import click, focused, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.pages.changes_page import ChangesPage
    from soc2desk.desktop.window import MainWindow

PATIENCE_MS = 60_000


def page(window: MainWindow) -> ChangesPage:
    window.go("pages.changes")
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


@pytest.fixture
def changed(brightwater: MainWindow) -> MainWindow:
    """Return a window whose project was saved, so that a back-up stands, and then changed."""
    project = brightwater.project
    assert project is not None
    assert project.put({("answers", "access_review_period"): "semi_annual"}, "twice a year") is None
    assert project.save()
    return brightwater


def choose_backup(window: MainWindow, qtbot: QtBot) -> ChangesPage:
    here = page(window)
    here.states.setCurrentIndex(1)
    here.states.activated.emit(1)
    qtbot.waitUntil(lambda: here.found is not None and not here.job.is_running, timeout=PATIENCE_MS)
    return here


def test_a_back_up_beside_the_project_lists_what_changed_since(changed: MainWindow, qtbot: QtBot) -> None:
    here = choose_backup(changed, qtbot)
    assert here.told.text().startswith("Compared with Back-up of 25 November 2026: ")
    assert focused() is here.list
    said = "\n".join(here.rows.said(one) for one in here.rows.changes)
    assert "Clauses \u00b7 Reworded: POL-ACP/access-review/review-all" in said


def test_the_words_of_a_change_are_marked_and_said(changed: MainWindow, qtbot: QtBot) -> None:
    here = choose_backup(changed, qtbot)
    here.subject.setCurrentIndex(here.subject.findData(Subject.CLAUSE.value))
    here.search.setText("review-all")
    assert here.rows.rowCount() == 1
    here.list.setFocus()
    here.list.setCurrentIndex(here.rows.index(0))
    told = "removed \u201cevery quarter,\u201d, added \u201ctwice a year,\u201d"
    assert here.text.accessibleDescription() == told
    text = here.text.toPlainText()
    cursor = here.text.textCursor()
    cursor.setPosition(text.index("every quarter") + 2)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(text.index("twice a year") + 2)
    assert cursor.charFormat().fontUnderline()


def test_filters_show_one_kind_and_what_does_not_fit_is_gone(changed: MainWindow, qtbot: QtBot) -> None:
    here = choose_backup(changed, qtbot)
    whole = here.rows.rowCount()
    here.subject.setCurrentIndex(here.subject.findData(Subject.ANSWER.value))
    assert {one.subject for one in here.rows.changes} == {Subject.ANSWER}
    here.search.setText("nothing has this")
    assert here.rows.rowCount() == 0
    here.search.clear()
    here.subject.setCurrentIndex(0)
    assert here.rows.rowCount() == whole


def test_the_letter_and_the_redlines_are_written_where_a_person_says(
    changed: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = choose_backup(changed, qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "papers"))
    click(here.save)
    qtbot.waitUntil(lambda: not here.job.is_running and changed.banner.notice is not None, timeout=PATIENCE_MS)
    (folder,) = (tmp_path / "papers").iterdir()
    assert list(folder.glob("RPT-CHL-*.docx"))
    assert list((folder / "redlines").glob("POL-ACP-*.docx"))
    assert changed.banner.notice is not None
    assert "draft until a person signs" in changed.banner.notice.text


def test_what_is_no_packet_is_told_and_the_page_stays(
    changed: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "photos.zip"
    file.write_bytes(b"PK\x03\x04 nothing")
    here = page(changed)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    click(here.zip)
    qtbot.waitUntil(lambda: not here.job.is_running and changed.banner.notice is not None, timeout=PATIENCE_MS)
    assert here.told.text() == "Nothing has been compared yet."
    assert not here.list.isVisible()
    press(Qt.Key.Key_Escape)
