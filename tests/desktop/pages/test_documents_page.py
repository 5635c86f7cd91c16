"""The page of documents, driven as a person does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.desktop.documents.document_list import ROW
from soc2desk.desktop.pages.documents_page import DocumentsPage
from soc2desk.domain.project import Edit
from tests.desktop.conftest import DAY
from tests.desktop.driving import click, focusable, focused, press, write

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
SECTION = "POL-ACP/access-review"


def page_of(window: MainWindow, place: str = "pages.documents") -> DocumentsPage:
    assert window.frame is not None
    assert window.frame.go(place), place
    page = window.frame.page
    assert isinstance(page, DocumentsPage)
    return page


def project_of(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


def with_edit(window: MainWindow, **changes: object) -> None:
    project = project_of(window)
    edit = replace(Edit(SECTION, "1. Somebody looks. [ACC-07]", "0" * 64, DAY), **changes)  # type: ignore[arg-type]
    assert project.replace(replace(project.session.project, edits=(edit,)), "words") is None
    project.settle()


# ---- the list ------------------------------------------------------------------------------------------


def test_every_document_stands_in_the_list_with_owner_and_state_for_eyes_and_ears(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    index = page.list.model.index(0)
    assert index.data() == "Acceptable use policy"
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("Acceptable use policy", "Policy", "Dana Whitfield", "Approved by Helen Marchetti"):
        assert words in heard
    made = [row.id for row in page.list.model.rows if row.standing != "not_needed"]
    assert sorted(made) == sorted(one.id for one in project_of(brightwater).session.composition.documents)
    assert focused() is page.list.list


def test_the_preview_follows_the_arrow_keys(brightwater: MainWindow, qtbot: QtBot) -> None:
    page_of(brightwater)
    assert brightwater.frame is not None
    with qtbot.waitSignal(brightwater.frame.shell.look_at) as told:
        press(Qt.Key.Key_Down)
    assert told.args == ["documents.POL-ACP"]


def test_a_filter_leaves_what_fits_and_says_when_nothing_does(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    page.list.search.setFocus()
    write("vendor pol")
    assert [one.id for one in page.list.model.rows] == ["POL-VEN"]
    write(" zzz")
    assert page.list.nothing.isVisible()
    click(page.list.clear)
    assert page.list.model.rowCount() > 10
    page.list.kind.setCurrentIndex(page.list.kind.findData("record"))
    assert {one.kind for one in page.list.model.rows} == {"record"}
    page.list.standing.setCurrentIndex(page.list.standing.findData("approved"))
    assert page.list.model.rows == []


def test_enter_opens_a_document_and_escape_leads_back_to_its_row(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.heading.text() == "Access control policy"
    assert focused() is page.detail.list
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.list
    assert page.list.current == "POL-ACP"
    assert focused() is page.list.list


def test_an_answer_that_changes_the_text_is_seen_in_the_list(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    project = project_of(brightwater)
    assert project.put({("answers", "access_review_period"): "annual"}, "answer") is None
    project.settle()
    row = next(at for at, one in enumerate(page.list.model.rows) if one.id == "POL-ACP")
    under = page.list.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The text changed since Helen Marchetti approved it on 16 November 2026" in under


def test_text_of_people_is_never_markup(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    project = project_of(brightwater)
    assert project.put({("people", "dana-whitfield", "name"): "<b>Dana</b> & Co"}, "name") is None
    project.settle()
    assert "<b>Dana</b> & Co" in page.list.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    page.open_document("POL-ACP")
    assert page.detail.owner.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Dana</b> & Co" in page.detail.owner.text()


# ---- one document --------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", [f"documents.{SECTION}", f"documents.{SECTION}/review-all"])
def test_a_place_of_a_section_or_clause_leads_to_the_section(brightwater: MainWindow, place: str) -> None:
    page = page_of(brightwater, place)
    assert page.detail.section == SECTION
    assert focused() is page.detail.list


@pytest.mark.parametrize("place", ["documents.POL-NOT", "documents.POL-ACP/no-such", "approvals.", "edits."])
def test_a_place_that_is_not_here_is_said_to_be_missing(brightwater: MainWindow, place: str) -> None:
    page = page_of(brightwater)
    assert not page.show_place(place)


def test_a_section_with_a_finding_says_it_where_the_place_leads(brightwater: MainWindow) -> None:
    with_edit(brightwater, text="{{ compny }}")
    page = page_of(brightwater, f"documents.{SECTION}")
    assert "compny" in page.detail.note.text()
    assert "your words cannot be used" in page.detail.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)


def test_own_words_of_a_section_that_is_gone_can_be_taken_out_and_that_undone(brightwater: MainWindow) -> None:
    with_edit(brightwater, id="POL-ACP/no-more")
    page = page_of(brightwater, "documents.POL-ACP/no-more")
    assert not page.detail.edit.isEnabled()
    click(page.detail.take_out)
    assert project_of(brightwater).session.project.edits == ()
    brightwater.undo()
    assert len(project_of(brightwater).session.project.edits) == 1


def test_a_register_has_no_words_to_edit_and_opens_in_excel(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "documents.REG-MTX")
    assert page.detail.empty.isVisible()
    assert not page.detail.edit.isVisible()
    assert not page.detail.approve.isVisible()
    assert page.detail.word.text() == "Open as Excel"


def test_word_draws_a_draft_beside_the_project_and_opens_it(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("soc2desk.desktop.documents.drawing.open_outside", opened.append)
    page = page_of(brightwater, "documents.POL-ACP")
    with qtbot.waitSignal(page.drawing.drawn, timeout=20_000):
        click(page.detail.word)
        assert not page.detail.word.isEnabled()
    qtbot.waitUntil(page.detail.word.isEnabled)
    path = project_of(brightwater).session.folder / "drafts" / "POL-ACP-access-control-policy.docx"
    assert opened == [path]
    assert path.exists()
    assert brightwater.banner.notice is not None
    assert str(path) in brightwater.banner.notice.detail


def test_a_draft_that_cannot_be_written_is_said(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("soc2desk.desktop.documents.drawing.open_outside", lambda _: pytest.fail("opened"))
    (project_of(brightwater).session.folder / "drafts").write_bytes(b"a file")
    page = page_of(brightwater, "documents.POL-ACP")
    click(page.detail.pdf)
    qtbot.waitUntil(lambda: page.drawing.job is None, timeout=20_000)
    assert brightwater.banner.notice is not None
    assert brightwater.banner.notice.tone == "bad"
    assert page.detail.pdf.isEnabled()


# ---- approving -----------------------------------------------------------------------------------------


def test_an_approval_is_recorded_today_by_keyboard_alone_and_undone_by_name(brightwater: MainWindow) -> None:
    project = project_of(brightwater)
    assert project.put({("answers", "access_review_period"): "annual"}, "answer") is None
    page = page_of(brightwater, "approvals.POL-ACP")
    assert page.approval.who.isAncestorOf(focused())
    assert page.approval.means.text() == (
        "This records that Helen Marchetti, Chief Executive Officer approves the present text of "
        "Access control policy. Recorded today, 25 November 2026."
    )
    assert "16 November 2026" in page.approval.documents.text()
    page.approval.record.setFocus()
    press(Qt.Key.Key_Space)
    given = project.session.project.approval["POL-ACP"]
    assert (given.by, given.on, given.decided_on) == ("helen-marchetti", DAY, None)
    assert "POL-ACP" not in project.session.composition.unapproved
    assert project.undo_label == "approval of Access control policy"
    assert page.stack.currentWidget() is page.detail
    brightwater.undo()
    project.settle()
    assert "POL-ACP" in project.session.composition.unapproved


def test_several_documents_are_approved_together(brightwater: MainWindow) -> None:
    project = project_of(brightwater)
    page = page_of(brightwater)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    click(page.list.approve)
    assert page.heading.text() == "Approve 3 documents"
    assert page.approval.documents.text().count("\n") == 2
    click(page.approval.record)
    given = [one.id for one in project.session.project.approvals if one.on == DAY]
    assert sorted(given) == ["POL-ACP", "POL-AIT", "POL-AUP"]
    assert page.stack.currentWidget() is page.list


def test_an_earlier_decision_stands_beside_today_and_never_after_it(brightwater: MainWindow) -> None:
    project = project_of(brightwater)
    page = page_of(brightwater, "approvals.POL-ACP")
    page.approval.earlier.setFocus()
    press(Qt.Key.Key_Space)
    assert page.approval.day.isAncestorOf(focused())
    click(page.approval.record)
    assert "Give the day" in page.approval.problem.text()
    write("2026-12-31")
    click(page.approval.record)
    assert "still to come" in page.approval.problem.text()
    assert page.approval.day.isAncestorOf(focused())
    page.approval.day.line.selectAll()
    write("2026-10-02")
    page.approval.minutes.setFocus()
    write("Board minutes 7")
    click(page.approval.record)
    given = project.session.project.approval["POL-ACP"]
    assert given.on == DAY
    assert str(given.decided_on) == "2026-10-02"
    assert given.minutes == "Board minutes 7"


def test_without_anybody_chosen_nothing_can_be_recorded(empty: MainWindow) -> None:
    page = page_of(empty, "approvals.POL-ACP")
    assert not page.approval.record.isEnabled()
    assert page.approval.nobody.isVisible()
    assert focused() is page.approval.nobody
    assert "still open" in page.approval.warning.text()
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.detail


def test_an_approval_is_taken_back_and_that_can_be_undone(brightwater: MainWindow) -> None:
    page = page_of(brightwater, "documents.POL-ACP")
    click(page.detail.withdraw)
    assert "POL-ACP" not in project_of(brightwater).session.project.approval
    assert page.detail.state.text() == "Draft, not approved yet"
    brightwater.undo()
    assert "POL-ACP" in project_of(brightwater).session.project.approval


# ---- everything ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["pages.documents", f"documents.{SECTION}", "approvals.POL-ACP", f"edits.{SECTION}"])
def test_whatever_takes_the_keyboard_has_a_name(brightwater: MainWindow, place: str) -> None:
    page = page_of(brightwater, place)
    for widget in focusable(page):
        text = getattr(widget, "text", None)
        assert widget.accessibleName() or (callable(text) and text()), widget


def test_a_project_to_be_read_only_shows_everything_and_changes_nothing(window: MainWindow) -> None:
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.shell import Shell

    folder = new_project(window.desk, "brightwater", sample="brightwater")
    project = OpenProject(open_to_read(window.desk, folder), window)
    page = DocumentsPage(Shell(window.words, window.theme, project, window))
    page.settle()
    page.open_document("POL-ACP")
    for button in (page.detail.approve, page.detail.withdraw, page.list.approve):
        assert not button.isEnabled()
    page.edit_section(SECTION)
    assert page.editor.field.isReadOnly()
    for button in (page.editor.layout_.keep, page.editor.layout_.insert, page.editor.layout_.template):
        assert not button.isEnabled()
    assert page.detail.pdf.isEnabled()
    page.deleteLater()
    project.release()


def test_a_row_says_that_words_in_it_are_not_kept_yet(brightwater: MainWindow) -> None:
    page = page_of(brightwater, f"edits.{SECTION}")
    write("New words. ")
    press(Qt.Key.Key_Escape)
    assert "not kept yet" in page.detail.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    press(Qt.Key.Key_Escape)
    assert "not kept yet" in page.list.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.list.list.currentIndex().data(ROW).id == "POL-ACP"
