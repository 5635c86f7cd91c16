"""The self-check in the window: answered by keyboard, and nothing follows from it before a person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from tests.desktop.conftest import DAY
from tests.desktop.driving import click, focusable, focused, press, write

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.pages.self_check_page import SelfCheckPage
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.project import Project


def page(window: MainWindow, place: str = "pages.self_check") -> SelfCheckPage:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def opened(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


def project(window: MainWindow) -> Project:
    return opened(window).session.project


def test_items_are_answered_one_after_another_by_keyboard(empty: MainWindow) -> None:
    here = page(empty)
    assert focused() is here.list
    assert here.list.current == "OC.1"
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_3)
    said = project(empty).self_check
    assert [(one.id, one.answer.value, one.on) for one in said] == [("OC.1", "yes", DAY), ("OC.2", "no", DAY)]
    assert opened(empty).undo_label == "OC.2: self-check"
    press(Qt.Key.Key_Delete)
    assert [one.id for one in project(empty).self_check] == ["OC.1"]


def test_a_step_that_is_its_only_item_is_said_once(empty: MainWindow) -> None:
    lines = page(empty).list.lines
    tops = [lines.item(at) for at in range(lines.rowCount())]
    assert [top.text().split()[0] for top in tops[:6]] == ["OC.1", "OC.2", "OC.3", "OC.4", "OC.5", "BC.1"]
    assert [top.rowCount() for top in tops[:6]] == [0, 0, 0, 0, 0, 3]
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Home)
    assert page(empty).list.current == "OC.1"


def test_enter_leads_to_the_evidence_and_what_is_typed_there_is_kept(empty: MainWindow) -> None:
    here = page(empty, "self_check.BC.5.1")
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    assert focused() is here.detail.note
    write("Sign-in rules")
    press(Qt.Key.Key_Return)
    answer = project(empty).self_answer["BC.5.1"]
    assert (answer.answer, answer.evidence) == ("partly", "Sign-in rules")
    assert "no evidence" not in here.list.currentIndex().siblingAtColumn(1).data()


def test_evidence_is_no_reason_why_an_item_does_not_apply(empty: MainWindow) -> None:
    here = page(empty, "self_check.BC.9.6")
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    write("A list")
    press(Qt.Key.Key_Return)
    here.list.setFocus()
    press(Qt.Key.Key_4)
    answer = project(empty).self_answer["BC.9.6"]
    assert (answer.answer, answer.evidence, answer.reason) == ("not_applicable", "", "")
    assert here.detail.note_label.text() == "Why it does not apply"


def test_who_answers_is_chosen_once(brightwater: MainWindow) -> None:
    here = page(brightwater, "self_check.BC.1.1")
    here.by.show_person("dana-whitfield")
    press(Qt.Key.Key_1)
    assert project(brightwater).self_answer["BC.1.1"].by == "dana-whitfield"
    assert here.detail.who.text() == "Said by Dana Whitfield on 25 November 2026"


def test_a_proposal_is_taken_over_by_a_person_and_stays_unconfirmed(empty: MainWindow) -> None:
    here = page(empty, "self_check.BC.1.2")
    press(Qt.Key.Key_1)
    assert "offline_copy_form" not in project(empty).answers, "an answer decides nothing elsewhere"
    take = next(b for b in here.detail.offers.findChildren(QPushButton) if b.text() == "Take it over")
    assert here.area is not None
    here.area.ensureWidgetVisible(take)
    QApplication.processEvents()
    click(take)
    answer = project(empty).answers["offline_copy_form"]
    assert (answer.value, answer.confirmed) == ("a printed copy", False)
    assert "offline_copy_form" not in {offer.place for row in here.rows.values() for offer in row.proposed}


def test_all_that_can_be_is_taken_over_at_once_and_no_state_of_a_control(empty: MainWindow) -> None:
    here = page(empty, "self_check.BC.7.1")
    press(Qt.Key.Key_3)
    here.take_all.setFocus()
    press(Qt.Key.Key_Space)
    assert {"backup_frequency", "restore_test_frequency"} <= project(empty).answers.keys()
    assert project(empty).control_states == ()
    assert opened(empty).undo_label == "take over what the self-check proposes"


def test_the_next_proposal_is_found_by_keyboard(empty: MainWindow) -> None:
    here = page(empty, "self_check.BC.7.1")
    press(Qt.Key.Key_3)
    here.list.choose("OC.1")
    here.next.setFocus()
    press(Qt.Key.Key_Space)
    assert here.list.current == "BC.7.1"
    assert focused() is here.list


def test_what_does_not_agree_is_said_at_the_item(brightwater: MainWindow) -> None:
    here = page(brightwater, "self_check.BC.9.1")
    press(Qt.Key.Key_3)
    opened(brightwater).settle()
    QApplication.processEvents()
    assert any("NET-01 is said to be in place" in said for said in here.detail.finding.said)


def test_everything_that_takes_the_keyboard_has_a_name(empty: MainWindow) -> None:
    here = page(empty, "self_check.BC.1.2")
    press(Qt.Key.Key_1)
    names = {widget.accessibleName() or getattr(widget, "text", str)() for widget in focusable(here)}
    assert "" not in names
    assert "BC.1.2: Yes" in names
    assert here.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole).endswith("Yes, no evidence named")


def test_a_project_open_to_read_takes_no_answer(window: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "read", sample="prairie-hosting")
    assert window.opening._show(open_to_read(desk, folder))
    here = page(window, "self_check.BC.1.1")
    before = project(window).self_check
    press(Qt.Key.Key_3)
    assert project(window).self_check == before
    assert here.detail.note.isReadOnly()
    assert here.detail.note.text() == "Incident response plan, reviewed in February 2026"
    assert not here.detail.answers.isEnabled()
