"""The page of controls and owners, worked as a person does: keys and clicks, then what the project holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from soc2desk.app.control_rows import Column
from soc2desk.desktop.pages.controls_page import ControlsPage
from soc2desk.domain.project import State, StateEntry
from tests.composed import table
from tests.desktop.conftest import DAY
from tests.desktop.driving import click, focusable, focused, press, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.project import Project

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def page_of(window: MainWindow, place: str = "pages.controls") -> ControlsPage:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    assert isinstance(window.frame.page, ControlsPage)
    return window.frame.page


def project(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project.session.project


def entry(window: MainWindow, control: str) -> StateEntry:
    return project(window).state_entry[control]


def confirm_by(page: ControlsPage, person: str) -> None:
    people = page.recording.form.by
    people.setCurrentIndex(people.findData(person))
    people.activated.emit(people.currentIndex())


def name(page: ControlsPage, part: str, person: str) -> None:
    people = page.panel.owners.lists[part]
    people.setCurrentIndex(people.findData(person) if person else 0)
    people.activated.emit(people.currentIndex())
    QApplication.processEvents()


def ways_of(page: ControlsPage) -> list[str]:
    """Return the places that the page asks for from now on, without going there."""
    asked: list[str] = []
    page.shell.go.disconnect()
    page.shell.go.connect(asked.append)
    return asked


# ---- states ----------------------------------------------------------------------------------------


def test_a_state_is_said_with_keys_alone_and_takes_todays_date(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    assert focused().property("choice") == "in_place"
    press(Key.Key_2)
    assert focused().property("choice") == "planned"
    page.recording.form.fields["start"].focus_targets()[0].setFocus()
    write("2027-02-01")
    confirm_by(page, "dana-whitfield")
    assert not page.recording.form.pending.isHidden()
    page.recording.form.button.setFocus()
    press(Key.Key_Space)
    said = entry(brightwater, "ACC-07")
    assert (said.state, str(said.start), said.confirmed_by) == (State.PLANNED, "2027-02-01", "dana-whitfield")
    assert said.confirmed_on == DAY
    assert page.recording.form.pending.isHidden()
    assert "Planned from 1 February 2027" in page.panel.now.text()


def test_many_controls_get_one_state_as_one_change_with_one_name(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.table.choose({"ACC-01", "ACC-02", "BCP-01"})
    page.begin_state(State.DOES_NOT_APPLY)
    write("Our host does all of it")
    confirm_by(page, "dana-whitfield")
    click(page.recording.form.button)
    assert {entry(brightwater, one).reason for one in ("ACC-01", "ACC-02", "BCP-01")} == {"Our host does all of it"}
    assert brightwater.project is not None
    assert brightwater.project.undo_label == "state of 3 controls"
    assert page.table.chosen_ids == ("ACC-01", "ACC-02", "BCP-01")
    brightwater.undo()
    assert "ACC-01" not in project(brightwater).state_entry
    assert "In place" in page.panel.now.text()


def test_whoever_confirmed_last_stands_there_for_the_next_control(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    person = project(brightwater).people[2].id
    confirm_by(page, person)
    click(page.recording.form.button)
    page_of(brightwater, "control_states.BCP-01")
    assert page.recording.form.by.person == person


def test_nothing_counts_until_a_person_stands_behind_it(empty: MainWindow) -> None:
    page = page_of(empty, "control_states.ACC-07")
    page.begin_state(State.IN_PLACE)
    click(page.recording.form.button)
    assert project(empty).control_states == ()
    assert "Say who confirms this" in page.recording.form.note.said[0]
    assert focused() is page.recording.form.by


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1 February", 'This must be a date, not "1 February".'), ("2027-02-30", "a day that no calendar has")],
)
def test_a_day_that_is_none_is_said_in_the_panel_and_nothing_is_written(
    brightwater: MainWindow, typed: str, said: str
) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    before = project(brightwater)
    page.begin_state(State.PLANNED)
    write(typed)
    confirm_by(page, "dana-whitfield")
    click(page.recording.form.button)
    assert project(brightwater) is before
    assert said in page.recording.form.note.said[0]
    assert page.recording.form.fields["start"].value() == typed


def test_a_control_that_does_not_apply_needs_its_reason(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    before = project(brightwater)
    page.begin_state(State.DOES_NOT_APPLY)
    confirm_by(page, "dana-whitfield")
    click(page.recording.form.button)
    assert project(brightwater) is before
    assert "Write why" in page.recording.form.note.said[0]


def test_a_vendor_that_is_no_subservice_organization_is_said_and_leads_to_it(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    vendor = next(one for one in project(brightwater).vendors if not one.subservice)
    page.begin_state(State.RUN_BY_VENDOR)
    page.recording.form.fields["vendor"].show_value(vendor.id)
    page.recording.form.fields["vendor"].picked.emit()
    assert vendor.name in page.recording.form.vendor_note.text()
    went = ways_of(page)
    click(page.recording.form.vendor_door)
    assert went == [f"vendors.{vendor.id}"]


def test_what_was_typed_and_not_recorded_waits_for_its_control(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    page.begin_state(State.DOES_NOT_APPLY)
    write("Half a thought")
    page_of(brightwater, "control_states.ACC-08")
    assert page.recording.form.pending.isHidden()
    page_of(brightwater, "control_states.ACC-07")
    assert page.recording.form.fields["reason"].value() == "Half a thought"
    assert not page.recording.form.pending.isHidden()


def test_a_family_is_confirmed_in_one_word(empty: MainWindow) -> None:
    assert empty.project is not None
    empty.project.put({("people", "dana"): {"name": "Dana"}}, "Dana")
    page = page_of(empty, "control_states.ACC")
    assert {row.family for row in page.table.lines.rows} == {"ACC"}
    assert len(page.table.chosen) == len(page.table.lines.rows)
    assert page.recording.form.family.isChecked()
    page.begin_state(State.IN_PLACE)
    page.recording.choose_family()
    confirm_by(page, "dana")
    click(page.recording.form.button)
    assert [one.id for one in project(empty).control_states] == ["ACC"]
    assert empty.project.undo_label == "state of the family ACC"


def test_controls_that_keep_a_word_of_their_own_are_named(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    brightwater.project.put({("control_states", "ACC-09"): {"state": "planned"}}, "x")
    page = page_of(brightwater, "control_states.ACC-07")
    page.recording.choose_family()
    assert "ACC-09" in page.recording.form.kept.text()


# ---- proposals -------------------------------------------------------------------------------------


def test_a_proposal_says_which_answer_it_rests_on_and_is_taken_with_a_button(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    brightwater.project.put({("answers", "multi_tenant"): "no"}, "x")
    page = page_of(brightwater, "control_states.ACC-10")
    asked = "You answered \u201cNo\u201d to \u201cDo several customers share one installation?\u201d"
    assert asked in page.panel.proposed.text()
    confirm_by(page, "dana-whitfield")
    click(page.panel.take)
    said = entry(brightwater, "ACC-10")
    assert said.state is State.DOES_NOT_APPLY
    assert "Do several customers share one installation?" in said.reason
    assert said.confirmed_on == DAY
    assert page.panel.card.isHidden()
    assert brightwater.project.undo_label == "proposal for ACC-10"


def test_a_proposal_is_not_taken_while_nobody_confirms_it(empty: MainWindow) -> None:
    assert empty.project is not None
    empty.project.put({("answers", "multi_tenant"): "no", ("answers", "control_set"): "full"}, "x")
    page = page_of(empty, "control_states.ACC-10")
    click(page.panel.take)
    assert project(empty).control_states == ()
    assert "who confirms" in page.recording.form.note.said[0]


# ---- owners ----------------------------------------------------------------------------------------


def test_an_owner_is_named_for_many_and_given_back_to_the_role(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.table.choose({"ACC-07", "ACC-08"})
    name(page, "owner", "dana-whitfield")
    assert {project(brightwater).owning[one].owner for one in ("ACC-07", "ACC-08")} == {"dana-whitfield"}
    assert brightwater.project is not None
    assert brightwater.project.undo_label == "owner of 2 controls"
    name(page, "owner", "")
    assert all(not row.owner.own for row in page.table.chosen)


def test_different_owners_of_several_controls_are_said_to_be_different(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    people = project(brightwater).people
    for control, person in (("ACC-07", people[0].id), ("ACC-08", people[1].id)):
        page.table.choose({control})
        name(page, "owner", person)
    page.table.choose({"ACC-07", "ACC-08"})
    owner = page.panel.owners.lists["owner"]
    assert owner.currentIndex() == -1
    assert owner.placeholderText() == "Different people"


def test_an_owner_who_backs_themselves_up_is_said_in_words_and_in_the_line(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "owners.ACC-07")
    name(page, "owner", "dana-whitfield")
    name(page, "backup", "dana-whitfield")
    assert any("stand in for themselves" in words for words in page.panel.notes.said)
    index = page.table.lines.index(page.table.lines.row_of("ACC-07"), list(Column).index(Column.BACKUP))
    assert "stand in for themselves" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None


def test_findings_of_a_control_stand_where_it_is_mended(empty: MainWindow) -> None:
    page = page_of(empty, "owners.ACC-07")
    assert empty.project is not None
    said = [one.message for one in empty.project.findings_at("owners.ACC-07")]
    assert said
    assert set(said) <= set(page.panel.notes.said)


# ---- the table -------------------------------------------------------------------------------------


def test_the_filter_says_how_many_it_lets_through_and_is_taken_back(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    total = len(page.table.lines.all_rows)
    page.filter.text.setFocus()
    write("access review")
    assert page.status.count.text() == f"1 of {total} controls"
    press(Key.Key_Down)
    assert focused() is page.table
    click(page.status.show_all)
    assert page.status.count.text() == f"{total} controls"
    assert page.filter.text.text() == ""


def test_a_filter_that_lets_nothing_through_says_so(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.filter.text.setText("zebra")
    assert "No control fits" in page.status.count.text()
    assert page.panel.work.isHidden()


def test_a_control_stays_in_sight_while_one_works_on_it(empty: MainWindow) -> None:
    assert empty.project is not None
    empty.project.put({("people", "dana"): {"name": "Dana"}}, "Dana")
    page = page_of(empty)
    click(page.filter.switches["without_owner"])
    page.table.choose({"ACC-07"})
    name(page, "owner", "dana")
    assert page.table.chosen_ids == ("ACC-07",)
    click(page.filter.switches["not_confirmed"])
    page.filter.switches["not_confirmed"].setChecked(False)
    assert page.table.lines.row_of("ACC-07") == -1


def test_keys_choose_lines_and_lead_into_the_panel_and_back(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.table.setFocus()
    press(Key.Key_Home)
    press(Key.Key_Down, Modifier.ShiftModifier)
    assert len(page.table.chosen) == 2
    press(Key.Key_Space)
    assert len(page.table.chosen) == 1
    press(Key.Key_Return)
    assert page.panel.isAncestorOf(focused())
    press(Key.Key_Escape)
    assert focused() is page.table
    press(Key.Key_A, Modifier.ControlModifier)
    assert page.panel.title.text() == f"{len(page.table.lines.rows)} controls"


def test_chosen_lines_are_copied_as_cells(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.table.choose({"ACC-07", "ACC-08"})
    page.table.setFocus()
    press(Key.Key_C, Modifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line[0] for line in lines] == ["ACC-07", "ACC-08"]
    assert lines[0][1:4] == ["Access review", "CC6.2, CC6.3", "In place since 20 October 2025"]


def test_what_is_copied_is_computed_by_no_spreadsheet_and_keeps_its_rows(
    brightwater: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    page.table.choose({"ACC-07", "ACC-08"})
    words = "soc2desk.desktop.pages.controls_table.cell_words"
    monkeypatch.setattr(words, lambda *_: '=HYPERLINK("x")\n\tand more')
    page.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert set(lines[0].split("\t")[2:]) == {'\'=HYPERLINK("x") and more'}


def test_a_click_on_a_title_sorts_and_another_turns_it_round(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.table.choose({"ACC-07"})
    page.table.horizontalHeader().sectionClicked.emit(list(Column).index(Column.OWNER))
    owners = [row.owner.name.casefold() for row in page.table.lines.rows]
    assert owners == sorted(owners)
    page.table.horizontalHeader().sectionClicked.emit(list(Column).index(Column.OWNER))
    assert [row.owner.name.casefold() for row in page.table.lines.rows] == owners[::-1]
    assert page.table.chosen_ids == ("ACC-07",)


def test_the_menu_of_a_line_offers_the_same_acts(brightwater: MainWindow) -> None:
    from soc2desk.desktop.pages.controls_menu import show_menu

    page = page_of(brightwater)
    page.table.choose({"ACC-07"})
    menu = show_menu(page, page.mapToGlobal(page.rect().center()))
    states = next(one for one in menu.findChildren(QMenu) if one.title() == "Set the state")
    next(one for one in states.actions() if one.text() == "Planned").trigger()
    menu.close()
    assert page.recording.form.states.value() == "planned"


# ---- places ----------------------------------------------------------------------------------------


def test_a_place_leads_to_the_very_control_and_clears_a_filter_that_hides_it(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.filter.text.setText("backup")
    page_of(brightwater, "owners.ACC-07")
    assert page.table.chosen_ids == ("ACC-07",)
    assert focused() is page.panel.owners.lists["owner"]
    assert brightwater.banner.notice is not None
    assert "The filter hid ACC-07" in brightwater.banner.notice.text


def test_a_place_of_a_control_that_is_not_needed_says_so(brightwater: MainWindow) -> None:
    page_of(brightwater, "control_states.PIN-01")
    assert brightwater.banner.notice is not None
    assert "PIN-01 is not needed" in brightwater.banner.notice.text


def test_links_of_a_control_lead_to_its_clause(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    assert 'href="documents.POL-ACP/' in page.panel.text.links["clauses"].text()
    assert 'href="criteria.CC6.2"' in page.panel.text.links["criteria"].text()
    assert "every quarter" in page.panel.text.texts["statement"].text()


# ---- controls of one's own -------------------------------------------------------------------------


def fill_own(page: ControlsPage) -> None:
    form = page.own.form
    write("Source code escrow")
    form.fields["statement"].focus_targets()[0].setFocus()
    write("The engineering lead sends each release to the escrow agent <b>by hand</b>.")
    form.criteria.item(0).setCheckState(Qt.CheckState.Checked)
    form.fields["cadence"].show_value("quarterly")
    form.fields["nature"].show_value("manual")
    form.fields["evidence"].focus_targets()[0].setFocus()
    write("The agent's receipt")


def test_a_control_of_ones_own_is_added_and_stands_in_the_matrix(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    click(page.status.add)
    fill_own(page)
    click(page.own.form.keep_button)
    assert brightwater.project is not None
    assert brightwater.project.undo_label == "control OWN-01 added"
    assert page.table.chosen_ids == ("OWN-01",)
    row = table(brightwater.project.session.composition, "REG-ALL", "team")["OWN-01"]
    assert "<b>by hand</b>" in row["statement"]


def test_an_own_control_is_edited_and_taken_out_with_a_way_back(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    click(page.status.add)
    fill_own(page)
    click(page.own.form.keep_button)
    click(page.own.edit_button)
    page.own.form.fields["title"].focus_targets()[0].setText("Escrow")
    click(page.own.form.keep_button)
    assert project(brightwater).own_control["OWN-01"].title == "Escrow"
    click(page.own.remove_button)
    assert project(brightwater).own_controls == ()
    assert brightwater.banner.notice is not None
    assert brightwater.banner.notice.actions[0][0] == "Undo"
    brightwater.undo()
    assert "OWN-01" in project(brightwater).own_control


def test_what_is_missing_of_an_own_control_is_named_and_nothing_is_written(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    click(page.status.add)
    write("Only a title")
    click(page.own.form.keep_button)
    assert project(brightwater).own_controls == ()
    assert "What is done" in page.own.form.note.said[0]
    assert page.own.form.fields["title"].value() == "Only a title"


def test_esc_lays_the_form_aside_and_what_was_typed_waits(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    click(page.status.add)
    write("Escrow")
    press(Key.Key_Escape)
    assert focused() is page.table
    page.table.choose({"ACC-07"})
    click(page.status.add)
    assert page.own.form.fields["title"].value() == "Escrow"


# ---- the page as a whole ---------------------------------------------------------------------------


def test_without_people_the_page_says_why_and_leads_to_them(empty: MainWindow) -> None:
    page = page_of(empty)
    assert not page.door.isHidden()
    assert "No people yet" in page.door.words.text()
    went = ways_of(page)
    click(page.door.button)
    assert went == ["pages.people"]


def test_to_read_only_everything_is_shown_and_nothing_can_be_changed(
    brightwater: MainWindow, windows: Callable[[Desk], MainWindow], desk: Desk
) -> None:
    assert brightwater.project is not None
    second = windows(desk)
    second.opening.open_folder(brightwater.project.session.folder)
    assert second.banner.notice is not None
    second.banner.notice.actions[0][1]()
    page = page_of(second, "control_states.ACC-07")
    assert not page.panel.state.isEnabled()
    assert not page.panel.owners.isEnabled()
    assert not page.status.add.isEnabled()
    assert "Dana Whitfield confirmed it" in page.panel.now.text()


def test_everything_that_the_keyboard_reaches_has_a_name(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "control_states.ACC-07")
    for state in State:
        page.begin_state(state)
        nameless = [one for one in focusable(page) if not (one.accessibleName() or getattr(one, "text", str)())]
        assert not nameless


@pytest.mark.parametrize(("width", "height"), [(900, 600), (1180, 760), (2600, 1400)])
def test_the_panel_has_a_place_at_every_size(brightwater: MainWindow, width: int, height: int) -> None:
    brightwater.resize(width, height)
    page = page_of(brightwater, "owners.ACC-07")
    assert page.panel.owners.lists["owner"].isVisible()
    press(Key.Key_Escape)
    assert page.table.isVisible()


def test_tab_goes_from_the_filters_to_the_table_to_the_panel_in_reading_order(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.table.choose({"ACC-07"})
    page.begin_state(State.RUN_BY_VENDOR)
    page.filter.text.setFocus()
    met = []
    while not met or focused() is not page.panel.owners.lists["reviewer"]:
        met.append(focused())
        press(Key.Key_Tab)
        assert len(met) < 60
    areas = [area for one in met for area in (page.filter, page.status, page.table, page.panel) if area is one
             or area.isAncestorOf(one)]  # fmt: skip
    order = (page.filter, page.status, page.table, page.panel)
    assert [order.index(area) for area in areas] == sorted(order.index(area) for area in areas)
    inside = [one.mapTo(page.panel.inside, one.rect().topLeft()).y() for one in met if page.panel.isAncestorOf(one)]
    assert inside == sorted(inside)
    assert page.recording.form.button in met


def test_a_person_who_has_left_cannot_say_today_where_a_control_stands(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    brightwater.project.put({("people", "dana-whitfield", "end"): "2026-11-01"}, "x")
    page = page_of(brightwater, "control_states.ACC-07")
    assert page.recording.form.by.findData("dana-whitfield") == -1
    assert page.recording.form.by.person == ""


def test_a_control_that_the_answers_propose_away_does_not_show_the_word_on_its_family(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    brightwater.project.put({("answers", "multi_tenant"): "no"}, "x")
    page = page_of(brightwater, "control_states.ACC-10")
    assert page.recording.form.states.value() == "not_confirmed"
