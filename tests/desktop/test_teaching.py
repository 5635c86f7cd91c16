"""Teaching notes come and go with one switch, beside questions and findings, and stay on until switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.app.preferences import Settings
from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.pages.finding_rows import FindingRows
from soc2desk.desktop.settings_page import SettingsPage
from soc2desk.domain.findings import Finding, Severity
from tests.desktop.test_readiness_page import page, plant

if TYPE_CHECKING:
    import pytest

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow


def question(window: MainWindow, place: str) -> FieldFrame:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    assert window.frame.page is not None
    return next(one for one in window.frame.page.findChildren(FieldFrame) if one.spec.place == place)


def test_a_note_says_why_a_question_is_asked_and_leads_to_its_criterion(brightwater: MainWindow, desk: Desk) -> None:
    here = question(brightwater, "answers.mfa_systems")
    assert here.lesson.isHidden()
    brightwater.toggle_teaching()
    assert brightwater.actions_by_name["toggle_teaching"].isChecked()
    assert "A stolen password alone" in here.lesson.text()
    here.lesson.linkActivated.emit("criteria.CC6.1")
    assert brightwater.frame is not None
    assert brightwater.frame.place.startswith(("criteria", "pages.scope"))
    assert Settings.read(desk.workspace).preferences.teaching_notes
    brightwater.toggle_teaching()
    assert here.lesson.isHidden()


def finding(rule: str) -> Finding:
    return Finding(rule, Severity.HIGH, "A title", "A message.", "A fix.", "answers.window_end")


def test_a_finding_tells_what_an_auditor_might_write_of_another_company_or_that_nothing_is_written(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(brightwater, monkeypatch, finding("FD-13"), finding("FD-03"))
    here = page(brightwater)
    rows: FindingRows = here.rows
    quiet = here.list.visualRect(rows.index(1)).height()
    assert not rows.lesson(rows.lines[1])
    brightwater.toggle_teaching()
    QApplication.processEvents()
    told = " ".join(" ".join(rows.lesson(line)) for line in rows.lines)
    assert "An auditor might write, of an invented company: “The review of user access" in told
    assert "An auditor would write nothing. It is a risk and no fault." in told
    assert told.split(".")[0] in " ".join(
        rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2)
    )
    assert here.list.visualRect(rows.index(1)).height() > quiet


def test_the_settings_switch_notes_too_and_follow_the_menu(brightwater: MainWindow) -> None:
    brightwater.show_settings()
    settings = brightwater.stack.currentWidget()
    assert isinstance(settings, SettingsPage)
    settings.teaching.shown.click()
    assert brightwater.frame is not None
    assert brightwater.frame.shell.teaching.is_on
    brightwater.toggle_teaching()
    assert not settings.teaching.shown.isChecked()
