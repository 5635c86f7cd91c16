"""Readiness shows what our rules see, and one press leads to where it is mended."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from soc2desk.app.looking_over import LineKind
from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.desktop.open_project import OpenProject
from soc2desk.domain.findings import Finding, Severity
from tests.desktop.driving import click, focused, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.pages.readiness_page import ReadinessPage
    from soc2desk.desktop.window import MainWindow


def page(window: MainWindow) -> ReadinessPage:
    window.go("pages.readiness")
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def project(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


def change(window: MainWindow, place: tuple[str, ...], value: object) -> None:
    assert project(window).put({place: value}, "a change") is None  # type: ignore[dict-item]
    project(window).settle()
    QApplication.processEvents()


def shown(of: ReadinessPage) -> list[str]:
    return [line.finding.message for line in of.rows.lines if line.kind is LineKind.FINDING and line.finding]


def plant(window: MainWindow, monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> None:
    session = project(window).session
    monkeypatch.setattr(session, "_composition", replace(session.composition, findings=findings))


def alike(count: int, rule: str = "FD-01") -> tuple[Finding, ...]:
    return tuple(
        Finding(rule, Severity.HIGH, "No owner", f"Control {n:03} has no owner.", "Name one.", f"owners.C-{n}", str(n))
        for n in range(count)
    )


def test_a_fault_appears_and_enter_leads_to_the_very_field(brightwater: MainWindow) -> None:
    change(brightwater, ("answers", "window_end"), "2027-01-31")
    here = page(brightwater)
    assert focused() is here.list
    row = next(row for row, line in enumerate(here.rows.lines) if line.finding and line.finding.rule == "FD-37")
    here.list.setCurrentIndex(here.rows.index(row))
    press(Qt.Key.Key_Return)
    assert brightwater.frame is not None
    assert brightwater.frame.place == "answers.window_end"


def test_the_button_of_a_finding_can_be_clicked_and_the_rest_of_its_card_only_chooses(brightwater: MainWindow) -> None:
    change(brightwater, ("answers", "window_end"), "2027-01-31")
    here = page(brightwater)
    gone: list[str] = []
    here.shell.go.connect(gone.append)
    row = next(row for row, line in enumerate(here.rows.lines) if line.finding and line.finding.rule == "FD-37")
    box = here.list.visualRect(here.rows.index(row))
    click(here.list.viewport(), box.center())
    assert gone == []
    assert here.list.currentIndex().row() == row
    click(here.list.viewport(), box.topRight() + QPoint(-40, 25))
    assert gone == ["answers.window_end"]


def test_numbers_in_words_and_no_score(brightwater: MainWindow) -> None:
    change(brightwater, ("answers", "window_end"), "2027-01-31")
    here = page(brightwater)
    made = project(brightwater).session.composition.findings
    low = sum(finding.severity is Severity.LOW for finding in made)
    assert f"{low} worth knowing" in here.told.text()
    assert "checks found nothing" in here.checks.text()
    assert "%" not in here.told.text() + here.checks.text()


def test_when_nothing_stands_out_the_request_list_is_next(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(brightwater, monkeypatch)
    here = page(brightwater)
    assert here.empty_text.text().startswith("Nothing stands out.")
    assert here.told.text() == "Nothing to fix"
    assert here.list.isHidden()
    assert focused() is here.requests
    gone: list[str] = []
    here.shell.go.disconnect()
    here.shell.go.connect(gone.append)
    press(Qt.Key.Key_Space)
    assert gone == ["documents.REG-ERL"]
    assert any(document.id == "REG-ERL" for document in project(brightwater).session.composition.documents)


def test_three_hundred_findings_are_folded_and_a_fold_opens_by_keyboard(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(brightwater, monkeypatch, *alike(300))
    here = page(brightwater)
    assert len(shown(here)) == 4
    press(Qt.Key.Key_End)
    assert here.rows.lines[here.list.currentIndex().row()].kind is LineKind.MORE
    press(Qt.Key.Key_Return)
    assert len(shown(here)) == 300
    assert here.list.currentIndex().row() == 5, "reading goes on with the first that was hidden"


def test_a_change_elsewhere_leaves_the_reader_where_they_were(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(brightwater, monkeypatch, *alike(300))
    here = page(brightwater)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    here.list.setCurrentIndex(here.rows.index(150))
    QApplication.processEvents()
    message, scrolled = shown(here)[149], here.list.verticalScrollBar().value()
    assert scrolled > 0
    plant(brightwater, monkeypatch, *(one for one in alike(300) if one.about != "200"), *alike(2, "FD-02"))
    here.settle()
    QApplication.processEvents()
    line = here.rows.lines[here.list.currentIndex().row()]
    assert line.finding is not None
    assert line.finding.message == message
    assert here.list.verticalScrollBar().value() == scrolled
    assert focused() is here.list


def test_findings_are_searched_and_what_is_not_there_is_said(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(brightwater, monkeypatch, *alike(30))
    here = page(brightwater)
    here.search.setFocus()
    write("027")
    assert shown(here) == ["Control 027 has no owner."]
    write("<b>{x}")
    assert here.empty_text.text() == "No finding has \u201c027<b>{x}\u201d."
    click(here.show_all)
    assert len(shown(here)) == 4
    here.severity.setFocus()
    press(Qt.Key.Key_End)
    assert here.severity.currentText() == "Worth knowing"
    assert here.empty_text.text() == "There are no such findings."


def test_text_of_users_is_drawn_as_it_is(brightwater: MainWindow) -> None:
    change(brightwater, ("people", "dana-whitfield", "name"), "<h1>Dana</h1> & {co}")
    change(brightwater, ("people", "dana-whitfield", "end"), "2026-11-01")
    here = page(brightwater)
    assert any("<h1>Dana</h1> & {co}" in message for message in shown(here))
    assert not here.grab().isNull()


def test_every_line_speaks_and_says_what_enter_does(brightwater: MainWindow) -> None:
    here = page(brightwater)
    spoken = [here.rows.data(here.rows.index(row), Qt.ItemDataRole.AccessibleTextRole)
              for row in range(here.rows.rowCount())]  # fmt: skip
    assert spoken[0] == "Worth knowing: 3"
    assert spoken[1].startswith("Worth knowing. CC1.2 rests on GOV-02 alone.")
    assert spoken[1].endswith("Enter: Go to the criterion.")


def test_an_empty_project_and_one_open_to_read_show_their_findings(empty: MainWindow, desk: Desk) -> None:
    assert page(empty).rows.rowCount() > 0
    folder = new_project(desk, "read", sample="brightwater")
    assert empty.opening._show(open_to_read(desk, folder))
    assert len(shown(page(empty))) == 3


def test_when_the_last_finding_goes_the_keyboard_stays_on_the_page(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = page(brightwater)
    plant(brightwater, monkeypatch)
    here.settle()
    assert focused() is here.requests


def test_long_words_find_room(
    windows: Callable[[Desk], MainWindow], desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOC2DESK_WORDS", "long")
    window = windows(desk)
    window.opening.open_folder(new_project(desk, "x", sample="brightwater"))
    window.resize(900, 600)
    here = page(window)
    boxes = [here.list.visualRect(here.rows.index(row)) for row in range(here.rows.rowCount())]
    assert all(box.width() <= here.list.viewport().width() for box in boxes)
    assert all(above.bottom() < below.top() for above, below in pairwise(boxes))
