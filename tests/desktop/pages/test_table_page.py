"""People, roles, systems and vendors in the window: by keyboard, undoable, and never lost without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QScrollBar

from tests.desktop.driving import click, focusable, focused, press, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.rows.roles_section import RolesSection
    from soc2desk.desktop.rows.rows_section import RowsSection
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


def at(window: MainWindow, place: str) -> RowsSection:
    assert window.frame is not None
    assert window.frame.go(place), f"{place} was not found"
    section: RowsSection = window.frame.page.sections[place.partition(".")[0]]  # type: ignore[union-attr]
    return section


def roles(window: MainWindow) -> RolesSection:
    return at(window, "roles")  # type: ignore[return-value]


def project(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project.session.project


def names(section: RowsSection) -> list[str]:
    model = section.view.model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


# ---- one row by the keyboard ---------------------------------------------------------------------


def test_an_empty_table_says_why_it_matters_and_offers_the_button(empty: MainWindow) -> None:
    section = at(empty, "people")
    assert section.empty.isVisible()
    assert not section.view.isVisible()
    assert focused() is section.add
    press(Qt.Key.Key_Space)
    assert focused() is section.form.name.editor.focus_targets()[0]


def test_people_are_entered_with_keys_alone(empty: MainWindow) -> None:
    section = at(empty, "people")
    press(Qt.Key.Key_Space)
    write("Dana Whitfield")
    assert not project(empty).people
    press(Qt.Key.Key_Return)
    assert project(empty).person["dana-whitfield"].name == "Dana Whitfield"
    write("Director of IT")
    press(Qt.Key.Key_Tab)
    write("dana@acme.example")
    press(Qt.Key.Key_Return, CONTROL)
    write("Mae Third")
    press(Qt.Key.Key_Tab)
    write("Analyst")
    press(Qt.Key.Key_Escape)
    assert focused() is section.view
    dana, mae = project(empty).people
    assert (dana.title, dana.email) == ("Director of IT", "dana@acme.example")
    assert (mae.name, mae.title) == ("Mae Third", "Analyst")
    assert names(section) == ["Dana Whitfield", "Mae Third"]


def test_an_id_stays_when_the_name_changes_and_undo_names_the_change(empty: MainWindow) -> None:
    section = at(empty, "people")
    section.begin_new()
    write("Dana Witfield")
    press(Qt.Key.Key_Return)
    section.form.take_focus("name")
    press(Qt.Key.Key_A, CONTROL)
    write("Dana Whitfield")
    press(Qt.Key.Key_Escape)
    assert [(one.id, one.name) for one in project(empty).people] == [("dana-witfield", "Dana Whitfield")]
    assert empty.project is not None
    assert empty.project.undo_label == "Dana Witfield: Name"
    empty.undo()
    assert names(section) == ["Dana Witfield"]
    assert empty.project.undo() == "add: Dana Witfield"
    assert section.empty.isVisible()


def test_escape_leaves_an_empty_form_and_nothing_is_entered(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    before = project(brightwater)
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Escape)
    assert focused() is section.view
    assert section.form.row == section.view.row
    assert project(brightwater) == before


def test_a_name_typed_for_a_new_row_is_not_lost_by_a_click_elsewhere(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    section.begin_new()
    write("Mae Third")
    click(section.sort)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    assert project(brightwater).person["mae-third"].name == "Mae Third"


def test_a_row_does_not_lose_its_name(brightwater: MainWindow) -> None:
    section = at(brightwater, "people.dana-whitfield.name")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    assert section.form.name.note.said[0].startswith("A row needs a name.")
    assert project(brightwater).person["dana-whitfield"].name == "Dana Whitfield"


def test_arrows_move_the_form_and_the_preview_and_enter_goes_into_the_form(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    looked: list[str] = []
    section.shell.look_at.connect(looked.append)
    press(Qt.Key.Key_Down)
    second = project(brightwater).people[1]
    assert section.form.heading.text() == second.name
    assert looked[-1] == f"people.{second.id}"
    press(Qt.Key.Key_Return)
    assert section.form.isAncestorOf(focused())
    press(Qt.Key.Key_Escape)
    assert focused() is section.view


def test_places_put_the_keyboard_at_a_row_a_field_or_the_table(brightwater: MainWindow) -> None:
    section = at(brightwater, "people.dana-whitfield")
    assert focused() is section.view
    assert section.view.row == "dana-whitfield"
    at(brightwater, "people.kwame-mensah.end")
    assert focused() is section.form.fields["end"].editor.focus_targets()[0]
    assert section.form.row == "kwame-mensah"
    at(brightwater, "people")
    assert focused() is section.view
    at(brightwater, "people.nobody-of-that-name")
    assert focused() is section.view
    vendors = at(brightwater, f"vendors.{project(brightwater).vendors[1].id}")
    assert vendors.view.row == project(brightwater).vendors[1].id


def test_a_day_that_is_none_is_kept_in_its_row_while_others_are_seen(brightwater: MainWindow) -> None:
    section = at(brightwater, "people.dana-whitfield.end")
    write("soon")
    at(brightwater, "people.kwame-mensah.end")
    assert section.form.fields["end"].editor.value() is None
    at(brightwater, "people.dana-whitfield.end")
    end = section.form.fields["end"]
    assert end.editor.value() == "soon"
    assert "must be a date" in end.note.said[0]
    assert project(brightwater).person["dana-whitfield"].end is None


def test_a_vendor_that_is_no_subservice_any_more_loses_what_belongs_to_one(brightwater: MainWindow) -> None:
    vendor = next(one for one in project(brightwater).vendors if one.method)
    section = at(brightwater, f"vendors.{vendor.id}.subservice")
    assert section.form.fields["method"].isVisible()
    press(Qt.Key.Key_2)
    now = project(brightwater).vendor[vendor.id]
    assert (now.subservice, now.method) == (False, "")
    assert not section.form.fields["method"].isVisible()
    brightwater.undo()
    assert project(brightwater).vendor[vendor.id] == vendor


def test_sorting_is_offered_to_the_keyboard_and_the_chosen_row_stays_chosen(brightwater: MainWindow) -> None:
    section = at(brightwater, "people.dana-whitfield")
    entered = names(section)
    section.sort.setFocus()
    press(Qt.Key.Key_Down)
    assert names(section) == sorted(entered, key=str.casefold)
    assert section.view.row == "dana-whitfield"
    press(Qt.Key.Key_Up)
    assert names(section) == entered


# ---- removing ------------------------------------------------------------------------------------


def test_somebody_who_is_needed_is_not_removed_and_a_last_day_is_offered(brightwater: MainWindow) -> None:
    section = at(brightwater, "people.dana-whitfield")
    press(Qt.Key.Key_Delete)
    assert "dana-whitfield" in project(brightwater).person
    notice = brightwater.banner.notice
    assert notice is not None
    assert notice.text.startswith("Dana Whitfield holds 1 role")
    assert "owns 20 controls" in notice.text
    assert notice.detail.startswith("Set a last day of work instead")
    notice.actions[0][1]()
    assert focused() is section.form.fields["end"].editor.focus_targets()[0]


def test_somebody_whom_nobody_needs_goes_at_once_and_can_come_back(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    section.begin_new()
    write("Mae Third")
    press(Qt.Key.Key_Return)
    before = project(brightwater)
    click(section.remove)
    assert "mae-third" not in project(brightwater).person
    assert focused() is section.view
    notice = brightwater.banner.notice
    assert notice is not None
    notice.actions[0][1]()
    assert project(brightwater) == before


def test_what_was_removed_comes_back_also_after_another_change(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    section.begin_new()
    write("Mae Third")
    press(Qt.Key.Key_Return)
    section.remove_current()
    notice = brightwater.banner.notice
    assert notice is not None
    assert brightwater.project is not None
    assert brightwater.project.put({("answers", "company"): "Other"}, "other") is None
    notice.actions[0][1]()
    assert project(brightwater).person["mae-third"].name == "Mae Third"
    assert project(brightwater).answers["company"].value == "Other"


# ---- many rows -----------------------------------------------------------------------------------


def test_pasted_rows_are_shown_first_and_taken_in_one_change(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    before = project(brightwater)
    rows = ("Mae Third\t31 Jan 2027\tIT", "Dana Whitfield\t2022-03-15\t", "Bo\t01/02/2027\t")
    copy("\n".join(("Full name\tHire date\tDepartment", *rows)))
    press(Qt.Key.Key_V, CONTROL)
    preview = section.many.preview
    assert preview is not None
    assert preview.summary.text().startswith("1 new person, 1 changed, 1 row cannot be read: row 4: First day is")
    assert "Department" in preview.dropped.text()
    assert project(brightwater) == before
    assert focused() is preview.take
    press(Qt.Key.Key_Space)
    assert section.many.preview is None
    assert "mae-third" in project(brightwater).person
    assert brightwater.project is not None
    brightwater.undo()
    assert project(brightwater) == before


def test_a_preview_can_be_cancelled_with_escape(brightwater: MainWindow) -> None:
    section = at(brightwater, "people")
    before = project(brightwater)
    copy("Name\nMae Third\n")
    click(section.paste)
    press(Qt.Key.Key_Escape)
    assert section.many.preview is None
    assert focused() is section.view
    assert project(brightwater) == before


@pytest.mark.parametrize("text", ["", "Department\tSalary\nIT\t1\n", "\x01\x02" * 500_000])
def test_what_cannot_be_pasted_is_said_in_the_banner(brightwater: MainWindow, text: str) -> None:
    section = at(brightwater, "people")
    copy(text)
    section.many.paste()
    assert section.many.preview is None
    assert brightwater.banner.isVisible()


def test_a_dropped_file_is_shown_and_what_is_no_table_is_not_let_in(brightwater: MainWindow, tmp_path: Path) -> None:
    section = at(brightwater, "vendors")
    path = tmp_path / "vendors.csv"
    path.write_text("Supplier;Criticality\nQuay Mail;Important\n", encoding="cp1252")
    for name, taken in (("vendors.docx", False), ("vendors.csv", True)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        where, action = QPointF(5, 5), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        section.dropEvent(QDropEvent(where, action, mime, buttons, keys))
        assert (section.many.preview is not None) is taken
    assert section.many.preview is not None
    click(section.many.preview.take)
    assert project(brightwater).vendor["quay-mail"].tier == "important"


# ---- roles ---------------------------------------------------------------------------------------


def test_a_role_says_what_waits_for_it_and_that_nobody_holds_it(empty: MainWindow) -> None:
    card = roles(empty).cards["security_lead"]
    assert card.work.text().startswith("Nobody holds this role yet. Owns ")


def test_a_role_is_given_to_somebody_who_was_just_added(empty: MainWindow, qtbot: QtBot) -> None:
    people = at(empty, "people")
    people.begin_new()
    write("Dana Whitfield")
    press(Qt.Key.Key_Return)
    at(empty, "roles.security_lead")
    combo = focused()
    assert isinstance(combo, QComboBox)
    assert combo.accessibleName() == "Security lead: Who holds this role?"
    press(Qt.Key.Key_Down)
    assert project(empty).role["security_lead"].holder == "dana-whitfield"
    card = roles(empty).cards["security_lead"]
    qtbot.waitUntil(lambda: "Nobody" not in card.work.text())


def test_who_has_left_is_said_so_and_stands_last(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    assert brightwater.project.put({("people", "priya-natarajan", "end"): "2026-05-29"}, "left") is None
    brightwater.project.settle()
    at(brightwater, "roles.security_lead")
    combo = focused()
    assert isinstance(combo, QComboBox)
    assert combo.currentText() == "Priya Natarajan (left 29 May 2026)"
    left = [at for at in range(combo.count()) if "(left " in combo.itemText(at)]
    assert left == list(range(left[0], combo.count()))


# ---- findings, reading only, many people ---------------------------------------------------------


def test_a_finding_of_the_whole_table_and_of_a_row_stand_where_they_belong(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    put = brightwater.project.put
    assert put({("people", "kwame-mensah", "email"): "dana@brightwater.example"}, "same address") is None
    assert put({("people", "dana-whitfield", "end"): "2026-05-29"}, "left") is None
    brightwater.project.settle()
    section = at(brightwater, "people.dana-whitfield")
    assert any("dana@brightwater.example" in said for said in section.note.said)
    assert section.form.note.said
    index = section.view.currentIndex()
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    assert section.form.note.said[0] in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_project_that_is_only_read_can_be_looked_at_and_not_changed(brightwater: MainWindow) -> None:
    from soc2desk.app.session import open_to_read

    assert brightwater.frame is not None
    shell = brightwater.frame.shell
    held = shell.project.session
    shell.project.session = open_to_read(shell.desk, held.folder)
    section = at(brightwater, "people.dana-whitfield")
    before = project(brightwater)
    assert not section.add.isEnabled()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Insert)
    copy("Name\nMae Third\n")
    press(Qt.Key.Key_V, CONTROL)
    assert section.many.preview is None
    assert not section.form.is_new
    assert project(brightwater) == before
    shell.project.session = held


def test_five_hundred_people_are_shown_and_found(empty: MainWindow) -> None:
    assert empty.project is not None
    rows = {("people", f"person-{n}"): {"name": f"Person {n:03}"} for n in range(500)}
    assert empty.project.put(rows, "many") is None  # type: ignore[arg-type]
    section = at(empty, "people.person-499")
    assert section.view.row == "person-499"
    assert section.view.visualRect(section.view.currentIndex()).isValid()
    assert section.view.viewport().rect().contains(section.view.visualRect(section.view.currentIndex()).center())


@pytest.mark.parametrize(
    "table",
    ["people", "vendors", "systems", "risks", "commitments_made", "access_rights", "service_accounts", "exceptions"],
)
def test_everything_that_the_keyboard_reaches_has_a_name(brightwater: MainWindow, table: str) -> None:
    section = at(brightwater, table)
    reached = [widget for widget in focusable(section) if not isinstance(widget, QScrollBar)]
    assert [widget for widget in reached if not (widget.accessibleName() or getattr(widget, "text", str)())] == []
    if table == "people":
        for card in roles(brightwater).cards.values():
            assert all(widget.accessibleName() for widget in focusable(card))
