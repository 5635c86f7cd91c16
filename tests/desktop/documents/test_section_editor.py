"""Rewording a section: seen at once, kept in somebody's name, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.app.wording import section_wording
from soc2desk.domain.answers import Answer
from tests.desktop.conftest import DAY
from tests.desktop.driving import click, focused, press, write
from tests.desktop.pages.test_documents_page import SECTION, page_of, project_of, with_edit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.documents.section_editor import SectionEditor
    from soc2desk.desktop.pages.documents_page import DocumentsPage
    from soc2desk.desktop.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(brightwater: MainWindow) -> DocumentsPage:
    return page_of(brightwater, f"edits.{SECTION}")


@pytest.fixture
def editor(page: DocumentsPage) -> SectionEditor:
    return page.editor


def template(window: MainWindow) -> str:
    return section_wording(window.desk, project_of(window).session.project, "POL-ACP", SECTION).template_text


def test_the_section_opens_with_the_keyboard_in_its_text_and_a_preview(
    editor: SectionEditor, brightwater: MainWindow
) -> None:
    assert focused() is editor.field
    assert editor.field.text() == template(brightwater)
    assert "every quarter" in editor.preview.toPlainText()
    assert not editor.layout_.keep.isEnabled()


def test_the_preview_follows_the_keys(editor: SectionEditor, qtbot: QtBot) -> None:
    write("We at {{ company }} begin here.")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "We at Brightwater Labs Inc. begin here." in editor.preview.toPlainText())


def test_a_kept_wording_carries_name_and_day_and_is_undone_by_name(
    editor: SectionEditor, brightwater: MainWindow
) -> None:
    write("We begin here.")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    click(editor.layout_.keep)
    edit = project_of(brightwater).session.project.edit[SECTION]
    assert edit.text == f"We begin here.\n\n{template(brightwater)}"
    assert (edit.by, edit.on) == ("dana-whitfield", DAY)
    assert editor.layout_.state.text() == "Kept in the words of Dana Whitfield, 25 November 2026."
    assert project_of(brightwater).undo_label == "wording of Access review"
    brightwater.undo()
    assert SECTION not in project_of(brightwater).session.project.edit
    assert editor.field.text() == template(brightwater)


def test_a_new_clause_gets_a_name_of_its_own(editor: SectionEditor) -> None:
    press(Qt.Key.Key_End, CONTROL)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    write("5. A second person looks. [LOG-02]")
    click(editor.layout_.keep)
    assert "@own-1 A second person looks. [LOG-02]" in editor.field.text()


def test_a_wording_needs_somebody_to_stand_for_it(editor: SectionEditor, brightwater: MainWindow) -> None:
    editor.who.show_value(None)
    write("Words.")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    click(editor.layout_.keep)
    assert "Choose who writes" in editor.layout_.problem.text()
    assert project_of(brightwater).session.project.edits == ()


def test_what_is_not_kept_is_there_again_also_after_another_page(
    editor: SectionEditor, brightwater: MainWindow
) -> None:
    write("Half a thought ")
    assert brightwater.frame is not None
    brightwater.frame.go("pages.company")
    page = page_of(brightwater, f"edits.{SECTION}")
    assert page.editor.field.text().startswith("Half a thought 1. @review-all")
    assert "Not kept yet" in page.editor.layout_.state.text()


def test_an_unknown_name_is_said_with_its_line_after_a_pause_and_not_before(
    editor: SectionEditor, qtbot: QtBot
) -> None:
    write("{{ compny }} ")
    assert not editor.layout_.problem.isVisible()
    qtbot.waitUntil(editor.layout_.problem.isVisible)
    assert editor.layout_.problem.text().startswith("Line 1: ")
    assert "Did you mean company?" in editor.layout_.problem.text()
    assert editor.field.extraSelections()
    for _ in "{{ compny }} ":
        press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not editor.layout_.problem.isVisible())


def test_half_a_tag_is_no_fault_until_the_cursor_leaves_it(editor: SectionEditor, qtbot: QtBot) -> None:
    press(Qt.Key.Key_End, CONTROL)
    write(" {{ comp")
    with qtbot.waitSignal(editor._say_timer.timeout):
        pass
    assert not editor.layout_.problem.isVisible()
    press(Qt.Key.Key_Home, CONTROL)
    qtbot.waitUntil(editor.layout_.problem.isVisible)


@pytest.mark.parametrize(
    "text",
    [
        "{{ unknown }}", "{% for a in systems %}" * 3 + "x" + "{% endfor %}" * 3,
        "{% for x in ().__class__.__mro__ %}x{% endfor %}", "\ue000", "{% endif %}", "## A heading",
        "", "   ", "```\nnever closed", "1. @review-all One. [ACC-07]\n2. @review-all Two. [ACC-07]",
    ],
)  # fmt: skip
def test_a_text_that_cannot_stand_there_is_refused_and_the_earlier_words_stay(
    editor: SectionEditor, brightwater: MainWindow, text: str
) -> None:
    editor.field.replace_text(text)
    click(editor.layout_.keep)
    assert editor.layout_.problem.text()
    assert project_of(brightwater).session.project.edits == ()
    assert editor.field.text() == text


def test_raw_html_stays_text_in_the_preview(editor: SectionEditor, qtbot: QtBot) -> None:
    editor.field.replace_text("A <b>bold</b> <img src='file:///etc/passwd'> word.")
    qtbot.waitUntil(lambda: "<b>bold</b>" in editor.preview.toPlainText())


def test_a_megabyte_is_not_pasted_and_that_is_said(editor: SectionEditor, brightwater: MainWindow) -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.clipboard().setText("word " * 200_000)
    press(Qt.Key.Key_V, CONTROL)
    assert "Nothing was pasted" in editor.layout_.problem.text()
    assert editor.field.text() == template(brightwater)


def test_a_wording_that_drops_a_clause_is_kept_and_the_control_it_leaves_out_is_said(
    page: DocumentsPage, brightwater: MainWindow
) -> None:
    page.editor.field.replace_text("1. @review-all System owners review all accounts.")
    click(page.editor.layout_.keep)
    assert SECTION in project_of(brightwater).session.project.edit
    press(Qt.Key.Key_Escape)
    found = project_of(brightwater).findings_at(f"documents.{SECTION}")
    assert (page.detail.note.text() != "") == bool(found)
    assert "your own words" in page.detail.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_value_is_found_and_inserted_by_keyboard_alone(editor: SectionEditor) -> None:
    press(Qt.Key.Key_Space, CONTROL)
    assert focused() is editor.finder.search
    write("administrators gone")
    press(Qt.Key.Key_Return)
    assert focused() is editor.field
    assert editor.field.text().startswith("{{ privileged_review_period | each }}1. @review-all")


def test_the_list_of_values_is_left_at_escape_and_nothing_is_lost(editor: SectionEditor, page: DocumentsPage) -> None:
    press(Qt.Key.Key_Space, CONTROL)
    write("zzz")
    assert editor.finder.list.count() == 0
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert focused() is editor.field
    assert page.stack.currentWidget() is editor


def test_the_templates_text_comes_back_and_that_can_be_undone(editor: SectionEditor, brightwater: MainWindow) -> None:
    write("Own words. ")
    click(editor.layout_.keep)
    click(editor.layout_.template)
    assert project_of(brightwater).session.project.edits == ()
    assert editor.field.text() == template(brightwater)
    press(Qt.Key.Key_Z, CONTROL)
    assert editor.field.text().startswith("Own words.")
    assert "Not kept yet" in editor.layout_.state.text()


def test_an_answer_changed_elsewhere_is_seen_on_its_label(editor: SectionEditor, brightwater: MainWindow) -> None:
    source = "{{ access_review_period | each }}"
    assert editor.field.face(source).short == "every quarter"
    project = project_of(brightwater)
    assert project.put({("answers", "access_review_period"): "annual"}, "answer") is None
    assert isinstance(project.session.project.answers["access_review_period"], Answer)
    assert editor.field.face(source).short == "every year"


# ---- the template changed ------------------------------------------------------------------------------


def test_both_texts_stand_side_by_side_when_the_template_changed_and_mine_can_be_kept(
    brightwater: MainWindow,
) -> None:
    with_edit(brightwater)
    page = page_of(brightwater, f"edits.{SECTION}")
    assert page.stack.currentWidget() is page.compare
    assert page.compare.mine.text() == "1. Somebody looks. [ACC-07]"
    assert page.compare.new.text() == template(brightwater)
    assert "Only in this text: Somebody" in page.compare.mine.accessibleDescription()
    click(page.compare.keep)
    project = project_of(brightwater)
    assert project.session.project.edit[SECTION].text == "1. Somebody looks. [ACC-07]"
    assert not [one for one in project.session.composition.findings if one.rule == "SD-11"]
    assert page.stack.currentWidget() is page.detail


def test_the_new_text_of_the_template_can_be_taken(brightwater: MainWindow) -> None:
    with_edit(brightwater)
    page = page_of(brightwater, f"documents.{SECTION}")
    click(page.detail.compare)
    click(page.compare.take)
    assert project_of(brightwater).session.project.edits == ()
    brightwater.undo()
    assert SECTION in project_of(brightwater).session.project.edit


def test_own_words_can_be_worked_on_from_the_comparison(brightwater: MainWindow) -> None:
    with_edit(brightwater)
    page = page_of(brightwater, f"edits.{SECTION}")
    click(page.compare.edit)
    assert page.stack.currentWidget() is page.editor
    assert page.editor.field.text() == "1. Somebody looks. [ACC-07]"


def test_own_words_that_cannot_be_used_are_shown_with_what_is_wrong(brightwater: MainWindow) -> None:
    with_edit(brightwater, text="First.\n\n{{ compny }}")
    page = page_of(brightwater, f"edits.{SECTION}")
    assert page.stack.currentWidget() is page.editor
    assert "compny" in page.editor.field.text()
    assert page.editor.layout_.problem.text().startswith("Line 3: ")
