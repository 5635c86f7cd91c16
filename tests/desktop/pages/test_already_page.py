"""What a client has already, by keyboard and mouse: lines decided, left out, made own controls, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.app.control_deciding import matched
from soc2desk.app.control_list import plan_controls
from soc2desk.app.control_wording import retired
from tests.desktop.driving import click, focused, press, write
from tests.renderers.own_policy import put_policy

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.session import Session
    from soc2desk.desktop.pages.already_page import AlreadyPage
    from soc2desk.desktop.pages.controls_page import ControlsPage
    from soc2desk.desktop.window import MainWindow

ROWS = """Control No.,Control description,TSC,Frequency,Type,Evidence
AC-2,Access of terminated employees is revoked within one business day,CC6.2,As needed,Manual,Ticket
XX-1,The menu of the canteen is <b>tasted</b> & eaten,CC1.1,Weekly,Manual,Menu
"""
DANA = "dana-whitfield"


def session_of(window: MainWindow) -> Session:
    assert window.project is not None
    return window.project.session


def page(window: MainWindow, place: str) -> AlreadyPage:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def with_list(window: MainWindow, folder: Path) -> None:
    (folder / "list.csv").write_text(ROWS, encoding="utf-8")
    session = session_of(window)
    assert window.project is not None
    assert window.project.put(dict(plan_controls(session, folder / "list.csv").puts), "list") is None


def choose(here: AlreadyPage, person: str = DANA) -> None:
    here.detail.by.setCurrentIndex(here.detail.by.findData(person))


def test_without_anything_the_page_leads_to_taking_a_list(brightwater: MainWindow) -> None:
    here = page(brightwater, "pages.already")
    assert focused() is here.take
    assert here.empty.isVisible()
    press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert brightwater.frame is not None
    lists = brightwater.frame.page
    assert lists.id == "lists"
    assert lists.question.kind.currentData() == "listed_controls"  # type: ignore[attr-defined]


def test_a_line_is_decided_by_keyboard_and_the_next_one_waits(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    here = page(brightwater, "listed_controls.c-ac-2")
    assert focused() is here.list
    press(Qt.Key.Key_Return)
    assert focused() is here.detail.controls
    assert here.detail.ticked == ("ACC-08",), "what was found by its words"
    click(here.detail.buttons["decide"])
    assert here.detail.note.isVisible(), "nobody said who decides"
    choose(here)
    click(here.detail.buttons["decide"])
    line = session_of(brightwater).project.listed_controls[0]
    assert (line.controls, line.confirmed_by) == (("ACC-08",), DANA)
    assert here.list.current == "listed_controls.c-xx-1"
    assert here.detail.text.text() == "The menu of the canteen is <b>tasted</b> & eaten", "as text"
    click(here.detail.buttons["none"])
    assert session_of(brightwater).project.listed_controls[1].is_decided
    assert session_of(brightwater).undo() == "line XX-1 decided"


def test_a_line_becomes_a_control_of_ones_own(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    here = page(brightwater, "listed_controls.c-xx-1")
    click(here.detail.buttons["own"])
    assert here.form.isVisible()
    assert here.form.entry.cadence == "weekly"
    click(here.form.keep_button)
    assert not session_of(brightwater).project.own_controls, "nobody said who decides"
    choose(here)
    click(here.form.keep_button)
    assert session_of(brightwater).engagement.state["OWN-01"].control.printed == "XX-1 (OWN-01)"
    assert not here.form.isVisible()


def test_what_the_list_lacks_is_left_out_for_a_reason(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    here = page(brightwater, "missing.ACC-10")
    choose(here)
    click(here.detail.buttons["leave_out"])
    assert here.detail.note.isVisible(), "a reason is needed"
    here.detail.reason.focus_targets()[0].setFocus()
    write("We hold no such accounts")
    click(here.detail.buttons["leave_out"])
    assert session_of(brightwater).project.state_entry["ACC-10"].reason == "We hold no such accounts"


def test_several_that_the_list_lacks_are_left_out_in_one_step(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    before = session_of(brightwater).project
    here = page(brightwater, "missing.ACC-01")
    here.filter.setText("acc-0")
    QApplication.processEvents()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = [place.partition(".")[2] for place in here.list.places]
    assert len(chosen) > 1
    assert all(one.startswith("ACC-0") for one in chosen), "what the filter hides is not chosen"
    choose(here)
    assert [act for act, button in here.detail.buttons.items() if button.isVisible()] == ["leave_out"]
    click(here.detail.buttons["leave_out"])
    assert here.detail.note.isVisible(), "a reason is needed"
    here.list.setFocus()
    press(Qt.Key.Key_Return)
    write("We run none of them")
    click(here.detail.buttons["leave_out"])
    entries = session_of(brightwater).project.state_entry
    assert {entries[one].reason for one in chosen} == {"We run none of them"}
    assert session_of(brightwater).undo() == f"{len(chosen)} controls left out"
    assert session_of(brightwater).project == before


def test_lines_of_different_groups_are_not_decided_together(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    here = page(brightwater, "listed_controls.c-ac-2")
    here.list.selectAll()
    assert len(here.list.places) > 2
    assert not any(button.isVisible() for button in here.detail.buttons.values())
    assert here.detail.asked.text()


def test_waiting_lines_are_said_to_speak_of_none_together(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    here = page(brightwater, "listed_controls.c-ac-2")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    choose(here)
    click(here.detail.buttons["none"])
    assert all(line.is_decided and not line.controls for line in session_of(brightwater).project.listed_controls)
    assert here.list.current.startswith("missing."), "what waits comes next"
    assert session_of(brightwater).undo() == "2 lines decided"


def test_a_line_that_the_filter_hides_is_shown_where_somebody_is_led_to_it(
    brightwater: MainWindow, tmp_path: Path
) -> None:
    with_list(brightwater, tmp_path)
    here = page(brightwater, "pages.already")
    here.filter.setText("canteen")
    assert here.list.lines.rowCount() == 1
    assert here.show_place("missing.ACC-10")
    assert (here.list.current, here.filter.text()) == ("missing.ACC-10", "")


def test_a_retired_control_comes_back(brightwater: MainWindow) -> None:
    session = session_of(brightwater)
    assert brightwater.project is not None
    values = retired(session, "ACC-10", session.desk.today, "Nobody needs it", DANA)
    assert brightwater.project.put(values, "retired") is None
    here = page(brightwater, "retired_controls.ACC-10")
    assert "Nobody needs it" in here.detail.said.text()
    click(here.detail.buttons["bring_back"])
    assert session.project.retired_controls == ()


# ---- on the page of controls -------------------------------------------------------------------------


def controls(window: MainWindow, control: str) -> ControlsPage:
    window.go(f"control_states.{control}")
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def test_the_line_and_the_panel_of_a_control_bear_the_clients_number(brightwater: MainWindow, tmp_path: Path) -> None:
    with_list(brightwater, tmp_path)
    session = session_of(brightwater)
    assert brightwater.project is not None
    assert brightwater.project.put(matched(session, "AC-2", ["ACC-07"], DANA), "decided") is None
    here = controls(brightwater, "ACC-07")
    here.filter.text.setText("AC-2")
    assert [here.table.lines.index(at, 0).data() for at in range(here.table.lines.rowCount())] == [
        "AC-2 (ACC-07)  Access review"
    ]
    assert here.panel.title.text().startswith("AC-2 (ACC-07)")


def test_a_control_is_put_into_own_words_and_back(brightwater: MainWindow) -> None:
    change = controls(brightwater, "ACC-07").own.change
    click(change.word_button)
    form = change.wording
    assert "{{ access_review_period" in form.library.text()
    form.text.show_value("We look at accounts {{ nobody_knows }}.")
    form.by.setCurrentIndex(form.by.findData(DANA))
    click(form.keep_button)
    assert form.note.isVisible(), "a name that stands for nothing"
    form.text.show_value("We look at accounts {{ access_review_period | each }}.")
    click(form.keep_button)
    assert session_of(brightwater).project.control_wording["ACC-07"].by == DANA
    assert not form.isVisible()
    click(change.word_button)
    click(form.restore_button)
    assert session_of(brightwater).project.control_wordings == ()


def test_a_control_is_retired_with_its_day_and_reason(brightwater: MainWindow) -> None:
    change = controls(brightwater, "ACC-10").own.change
    click(change.retire_button)
    assert focused() is change.retire.day.line
    click(change.retire.keep_button)
    assert change.retire.note.isVisible(), "nobody said so"
    change.retire.by.setCurrentIndex(change.retire.by.findData(DANA))
    click(change.retire.keep_button)
    assert not session_of(brightwater).project.retired_controls, "no day was given"
    change.retire.day.show_value("2026-11-20")
    change.retire.reason.show_value("The host does it")
    click(change.retire.keep_button)
    assert session_of(brightwater).project.retirement["ACC-10"].reason == "The host does it"
    assert "ACC-10" not in session_of(brightwater).engagement.state


# ---- policies ----------------------------------------------------------------------------------------


def test_a_policy_is_taken_with_what_the_client_says_of_it_and_a_section_is_marked(
    brightwater: MainWindow, tmp_path: Path
) -> None:
    here = page(brightwater, "pages.already")
    here.ask_about(put_policy(tmp_path))
    assert focused() is here.policy.fields["title"].focus_targets()[0]
    here.policy.fields["approved_on"].show_value("yesterday")
    click(here.policy.keep_button)
    assert here.policy.note.isVisible(), "that is no day"
    here.policy.fields["title"].show_value("Our policy")
    here.policy.fields["approved_on"].show_value("2026-03-01")
    click(here.policy.keep_button)
    assert not here.policy.isVisible()
    (document,) = session_of(brightwater).project.own_documents
    assert (document.title, document.approved_on and document.approved_on.isoformat()) == ("Our policy", "2026-03-01")
    here = page(brightwater, "own_clauses.our-policy-4-2")
    assert here.detail.ticked == ("ACC-07",)
    assert "<b>others</b>" in here.detail.text.text(), "as text"
    choose(here)
    click(here.detail.buttons["decide"])
    assert list(session_of(brightwater).engagement.own_clauses) == ["ACC-07"]
    here = page(brightwater, "own_documents.our-policy")
    click(here.detail.buttons["drop"])
    assert session_of(brightwater).project.own_clauses == ()


def test_what_is_no_policy_is_refused_and_nothing_is_kept_of_it(brightwater: MainWindow, tmp_path: Path) -> None:
    here = page(brightwater, "pages.already")
    here.ask_about(put_policy(tmp_path, b"%PDF-1.7"))
    click(here.policy.keep_button)
    assert here.policy.note.isVisible()
    assert not session_of(brightwater).project.evidence
