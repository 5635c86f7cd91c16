"""The packet page: what is chosen is made and checked, cancel and failure leave nothing, and nothing else waits."""

from __future__ import annotations

import errno
import re
import shutil
import threading
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from soc2desk.app.packet_work import Contents, Handed, Parcel
from soc2desk.desktop.pages import packet_contents, packet_result
from soc2desk.desktop.pages.packet_page import PacketPage
from soc2desk.packet import build, drawing
from soc2desk.packet.verify import verify
from soc2desk.renderers import xlsx
from soc2desk.storage.locked_file import LEAST_COST
from soc2desk.storage.paper_file import Paper, write_paper
from soc2desk.storage.signing_keys import keep_key, new_key
from tests.desktop.driving import click, focusable, focused, press, write
from tests.thorough import some_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow
    from soc2desk.document.blocks import Document, Look

CONTROL = Qt.KeyboardModifier.ControlModifier
FOLDER = "brightwater-labs-inc-2026-11-25"
PATIENCE_MS = 30_000


def page_of(window: MainWindow) -> PacketPage:
    """Return the packet page with Excel alone chosen: the quickest packet."""
    window.go("pages.packet")
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, PacketPage)
    for kind in ("docx", "pdf", "md"):
        if page.before.choices.formats[kind].isChecked():
            click(page.before.choices.formats[kind])
    return page


def target(page: PacketPage) -> Path:
    return Path(page.before.choices.folder.text())


def wait(page: PacketPage, qtbot: QtBot) -> None:
    project = page.shell.project
    qtbot.waitUntil(lambda: project.work is None, timeout=PATIENCE_MS)


def make(page: PacketPage, qtbot: QtBot) -> None:
    click(page.before.button)
    wait(page, qtbot)


def action(page: PacketPage, words: str) -> QPushButton:
    return next(button for button in page.message.buttons if button.text() == words)


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let the third file wait until the event is set, so that a test can act while a packet is made."""
    free, drawn, draw = threading.Event(), [0], drawing.draw

    def waiting(kind: str, document: Document, look: Look) -> bytes:
        drawn[0] += 1
        if drawn[0] >= 3:
            assert free.wait(30)
        return draw(kind, document, look)

    with monkeypatch.context() as patch:
        patch.setattr(drawing, "draw", waiting)
        try:
            yield free
        finally:
            free.set()


def half_made(page: PacketPage, qtbot: QtBot) -> None:
    """Start, and come back when two files are written."""
    click(page.before.button)
    qtbot.waitUntil(lambda: page.running.bar.value() == 2, timeout=PATIENCE_MS)


# ---- made ----------------------------------------------------------------------------------------


def test_the_key_makes_a_packet_from_anywhere_that_verifies_and_puts_the_keyboard_on_its_folder(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(brightwater)
    brightwater.go("answers.company")
    press(Qt.Key.Key_G, CONTROL)
    assert page.state == "running"
    wait(page, qtbot)
    assert page.heading.text() == "Your packet is ready"
    assert focused() is page.result.open_folder
    folder = target(page) / FOLDER
    assert verify(folder).is_unchanged
    assert verify(folder.with_name(f"{FOLDER}.zip")).is_unchanged
    # What compare reads is checked too, and is no file for a person to count.
    assert page.result.summary.text().startswith(f"{verify(folder).unchanged - 1} files, ")
    assert page.result.summary.text().endswith("checked: every file matches its fingerprint.")


def test_what_was_promised_before_is_what_was_made(brightwater: MainWindow, qtbot: QtBot) -> None:
    page = page_of(brightwater)
    promised = page.before.count.text()
    make(page, qtbot)
    assert page.result.handed is not None
    packet, internal = page.result.handed.parcels
    assert promised.startswith(f"{packet.files} files for the auditor.")
    assert promised.endswith(f"{internal.files} files.")
    assert internal.internal
    assert "They stay with you" in page.result.contents.rows[-1].accessibleName()
    told = " ".join(row.accessibleName() for row in page.result.contents.rows[:-1])
    assert sum(int(count) for count in re.findall(r"(\d+) files?, Excel", told)) == packet.files - 1


def test_the_first_packet_fixes_the_date_and_keeps_a_copy_of_the_answers(brightwater: MainWindow, qtbot: QtBot) -> None:
    page, project = page_of(brightwater), brightwater.project
    assert project is not None
    assert project.session.project.document_date is None
    make(page, qtbot)
    assert project.session.project.document_date == brightwater.desk.today
    assert project.undo_label == "date on the documents: 25 November 2026"
    assert not project.session.is_dirty
    assert list((project.session.folder / "backups").glob("project-2026-11-25*.json"))


def test_a_packet_of_other_templates_than_the_last_one_is_told_before_it_is_made(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    assert page.before.paper.isHidden()
    write_paper(brightwater.project.session.folder, Paper("/firm", "northfirm", "0" * 64))
    page.before.settle()
    assert "made with the own templates northfirm" in page.before.paper.text()
    assert "Settings" in page.before.paper.text()


def test_a_choice_of_documents_is_named_a_part_and_the_tree_is_ticked_by_keyboard(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(brightwater)
    tree = page.before.choices.tree
    tree.setFocus()
    folders = [tree.topLevelItem(index) for index in range(tree.topLevelItemCount())]
    registers = next(one for one in folders if one is not None and one.text(0).startswith("Registers"))
    for folder in folders:
        if folder is not None and folder is not registers:
            tree.setCurrentItem(folder)
            press(Qt.Key.Key_Space)
    assert int(page.before.count.text().partition(" ")[0]) == registers.childCount() + 1
    tree.setCurrentItem(registers)
    press(Qt.Key.Key_Space)
    assert registers.child(0).checkState(0) is Qt.CheckState.Unchecked
    assert page.before.count.text().startswith("Nothing would be made")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert registers.checkState(0) is Qt.CheckState.PartiallyChecked
    assert page.before.count.text().startswith("2 files for the auditor.")
    assert page.before.choices.part_note.isVisible()
    make(page, qtbot)
    assert page.heading.text() == "Your choice of documents is ready"
    assert verify(target(page) / f"{FOLDER}-part").is_unchanged
    assert not (target(page) / FOLDER).exists()


def test_nothing_ticked_makes_nothing_and_says_so(brightwater: MainWindow) -> None:
    page = page_of(brightwater)
    click(page.before.choices.formats["xlsx"])
    assert page.before.count.text().startswith("Nothing would be made")
    assert not page.before.button.isEnabled()
    brightwater.make_packet()
    assert page.state == "before"


def test_a_packet_for_staff_holds_no_internal_papers(brightwater: MainWindow, qtbot: QtBot) -> None:
    page = page_of(brightwater)
    click(page.before.choices.formats["docx"])
    combo = page.before.choices.reader.combo
    combo.setFocus()
    combo.setCurrentIndex(combo.findData("staff"))
    assert "for your staff." in page.before.count.text()
    make(page, qtbot)
    assert page.result.handed is not None
    assert [parcel.folder.name for parcel in page.result.handed.parcels] == [f"{FOLDER}-staff"]


def test_the_result_stays_when_the_page_is_left_and_says_that_answers_changed(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(brightwater)
    make(page, qtbot)
    assert page.result.changed.isHidden()
    brightwater.go("pages.company")
    assert brightwater.project is not None
    brightwater.project.put({("answers", "prepared_by"): "Somebody else"}, "prepared by")
    brightwater.go("pages.packet")
    assert page.state == "result"
    assert focused() is page.result.open_folder
    assert page.result.changed.text.text() == "Answers have changed since. Make it again to bring them in."


def test_it_is_signed_with_a_key_under_a_password_and_checking_again_names_what_was_changed_since(
    brightwater: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    make(page, qtbot)
    key = new_key("Jane Doe")
    keep_key(tmp_path / "jane.key", key, "four words of mine", LEAST_COST)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "jane.key"), ""))
    signing = page.result.signing
    click(signing.button)
    for typed, said in (("four words of yours", "not the one"), ("four words of mine", "Signed by Jane Doe")):
        assert focused() is signing.password
        write(typed)
        press(Qt.Key.Key_Return)
        wait(page, qtbot)
        assert said in signing.told.text()
    signatures = {verify(target(page) / name).signature for name in (FOLDER, f"{FOLDER}.zip")}
    assert [one and (one.key, one.holds) for one in signatures] == [(key.public.key, True)]
    click(page.result.check)
    wait(page, qtbot)
    assert page.result.said.text() == "Checked again. Every file matches its fingerprint."
    (target(page) / FOLDER / "index.html").write_text("changed", encoding="utf-8")
    click(page.result.check)
    wait(page, qtbot)
    assert page.result.said.text() == "Checked again. 1 file differs: index.html."
    assert page.result.summary.text().endswith("1 file differs from what was made: index.html.")


def test_the_folder_and_the_index_open_the_fingerprint_is_copied_and_the_zip_saved_elsewhere(
    brightwater: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(packet_result, "open_outside", opened.append)
    monkeypatch.setattr(packet_contents, "open_outside", opened.append)
    page = page_of(brightwater)
    make(page, qtbot)
    folder = target(page) / FOLDER
    click(page.result.open_folder)
    click(page.result.open_index)
    assert opened == [folder, folder / "index.html"]
    page.bring_into_view(page.result.copy)
    click(page.result.copy)
    assert page.result.main is not None
    assert QApplication.clipboard().text() == page.result.main.fingerprint
    elsewhere = tmp_path / "sent.zip"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    click(page.result.save_zip)
    assert verify(elsewhere).is_unchanged
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "sent.zip"), ""))
    click(page.result.save_zip)
    assert page.result.said.text().startswith("The ZIP could not be saved.")


def test_a_zip_that_anybody_can_open_is_warned_about_where_it_holds_evidence(
    brightwater: MainWindow, tmp_path: Path
) -> None:
    result, archive = page_of(brightwater).result, tmp_path / "a.zip"
    for kind, zipped, is_warned in (("evidence", archive, True), ("evidence", None, False), ("policy", archive, False)):
        contents = (Contents(kind, 1, ()),)
        parcel = Parcel(tmp_path, zipped, 2, 9, "0" * 64, internal=False, contents=contents, checked=())
        result.show_handed(Handed((parcel,), date(2026, 11, 25), final=False, planned=0))
        assert ("under no password" in result.note.spoken) is is_warned


# ---- while it is made ----------------------------------------------------------------------------


def test_cancel_leaves_nothing_and_the_earlier_packet_as_it_was(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    make(page, qtbot)
    before = {path: path.read_bytes() for path in target(page).rglob("*") if path.is_file()}
    click(page.result.choices)
    with held(monkeypatch) as free:
        half_made(page, qtbot)
        assert re.search(r"\(Excel\), 2 of \d+$", page.running.text.text())
        click(page.running.cancel)
        free.set()
        wait(page, qtbot)
    assert page.message.text.text() == "Nothing has been handed over. Your earlier packet is untouched."
    assert focused() is page.before.button
    assert {path: path.read_bytes() for path in target(page).rglob("*") if path.is_file()} == before
    click(action(page, "Show the earlier packet"))
    assert page.state == "result"


def test_answers_changed_while_it_runs_are_in_the_next_packet_and_it_says_so(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    make(page, qtbot)
    first = page.result.main
    click(page.result.choices)
    with held(monkeypatch) as free:
        half_made(page, qtbot)
        brightwater.go("answers.company")
        write("X")
        assert brightwater.frame is not None
        brightwater.frame.leave()
        free.set()
        wait(page, qtbot)
    assert first is not None
    assert page.result.main is not None
    assert page.result.main.fingerprint == first.fingerprint
    assert brightwater.banner.notice is not None
    assert brightwater.banner.notice.text == "Your packet is ready."
    assert focused().window() is brightwater
    click(brightwater.banner.findChildren(QPushButton)[0])
    assert page.result.changed.isVisible()


def test_closing_the_window_while_it_runs_asks_and_then_cancels_and_closes(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    out = target(page)
    with held(monkeypatch) as free:
        half_made(page, qtbot)
        brightwater.close()
        assert brightwater.isVisible()
        assert brightwater.banner.notice is not None
        assert brightwater.banner.notice.text == "A packet is still being made or checked."
        click(next(one for one in brightwater.banner.findChildren(QPushButton) if one.text() == "Cancel it and close"))
        free.set()
        qtbot.waitUntil(lambda: not brightwater.isVisible(), timeout=PATIENCE_MS)
    assert brightwater.project is None
    assert list(out.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("at", some_of(range(1, 10), 3))
def test_cancel_at_any_file_leaves_no_half_packet_and_the_next_one_is_made(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    page = page_of(brightwater)
    drawn, draw = [0], drawing.draw

    def impatient(kind: str, document: Document, look: Look) -> bytes:
        drawn[0] += 1
        if drawn[0] == at:
            assert brightwater.project is not None
            assert brightwater.project.work is not None
            brightwater.project.work.cancel()
        return draw(kind, document, look)

    with monkeypatch.context() as patch:
        patch.setattr(drawing, "draw", impatient)
        click(page.before.button)
        wait(page, qtbot)
    assert "Nothing has been handed over" in page.message.text.text()
    assert list(target(page).iterdir()) == []
    make(page, qtbot)
    assert page.state == "result"


def test_a_folder_that_goes_while_its_packet_is_made_is_said_and_another_try_works(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    with held(monkeypatch) as free:
        half_made(page, qtbot)
        shutil.rmtree(target(page))
        free.set()
        wait(page, qtbot)
    assert page.state == "before"
    assert page.message.isVisible()
    assert "not there" in page.message.text.text() + page.message.detail.text()
    assert not target(page).exists() or list(target(page).iterdir()) == []
    make(page, qtbot)
    assert page.state == "result"


# ---- what keeps it from being made ---------------------------------------------------------------


def test_a_final_packet_is_refused_with_the_list_and_a_draft_is_offered(empty: MainWindow, qtbot: QtBot) -> None:
    page = page_of(empty)
    status = page.before.choices.status
    click(status.buttons["final"])
    refused = page.before.refused
    assert refused.text.text().startswith("A final packet cannot be made yet: ")
    assert "Open: " in refused.lines.text()
    click(page.before.button)
    assert page.state == "before"
    assert focused() is refused.buttons[0]
    assert not target(page).exists()
    press(Qt.Key.Key_Space)
    assert status.value() == "draft"
    assert refused.isHidden()
    make(page, qtbot)
    assert page.state == "result"


def test_open_points_do_not_stop_a_draft_and_are_said(empty: MainWindow) -> None:
    page = page_of(empty)
    assert "open points will be listed in the readiness report" in page.before.points.text()
    registers = page.before.choices.tree
    registers.untick("REG-RDY")
    assert page.before.points.text().endswith("points are open.")


def test_a_date_older_than_a_confirmation_is_said_at_the_field_and_mended_with_one_press(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(brightwater)
    choices = page.before.choices
    choices.date.line.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    write("2026-01-05")
    assert choices.date_note.text().startswith("The packet would be dated 5 January 2026, but it holds a confirmation")
    click(page.before.button)
    assert page.state == "before"
    assert focused() is choices.date.line
    page.bring_into_view(choices.take_day)
    click(choices.take_day)
    assert choices.date_note.isHidden()
    make(page, qtbot)
    assert page.result.handed is not None
    assert page.result.handed.day == choices.day


@pytest.mark.parametrize(("typed", "said"), [("", "Name the folder"), ("packets", "Write the whole path")])
def test_a_folder_that_is_none_is_said_at_the_field(brightwater: MainWindow, typed: str, said: str) -> None:
    page = page_of(brightwater)
    page.before.choices.folder.setText(typed)
    click(page.before.button)
    assert page.before.choices.folder_note.text().startswith(said)
    assert focused() is page.before.choices.folder


def test_a_file_in_the_place_of_the_folder_is_said_and_another_folder_taken(
    brightwater: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    page.before.choices.folder.setText(str(tmp_path / "file"))
    make(page, qtbot)
    assert page.heading.text() == "The packet was not made"
    assert "A file stands where a folder is needed." in page.message.text.text()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "other"))
    click(action(page, "Choose another folder..."))
    wait(page, qtbot)
    assert verify(tmp_path / "other" / FOLDER).is_unchanged


def test_an_earlier_packet_somebody_worked_in_stays_and_another_folder_is_offered(
    brightwater: MainWindow, qtbot: QtBot
) -> None:
    page = page_of(brightwater)
    make(page, qtbot)
    notes = target(page) / FOLDER / "notes.txt"
    notes.write_text("by hand", encoding="utf-8")
    click(page.result.make)
    wait(page, qtbot)
    assert page.message.text.text() == "Somebody worked in the earlier packet; it would be lost: notes.txt."
    assert focused().accessibleName() == "Make it in packets-2"
    press(Qt.Key.Key_Space)
    wait(page, qtbot)
    assert verify(notes.parents[2] / "packets-2" / FOLDER).is_unchanged
    assert notes.read_text(encoding="utf-8") == "by hand"


def test_a_full_disk_leaves_nothing_and_trying_again_works(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(build, "_write", full)
        make(page, qtbot)
    assert "The disk is full." in page.message.text.text()
    assert "Make room on the disk, then try again." in page.message.detail.text()
    assert list(target(page).iterdir()) == []
    click(action(page, "Try again"))
    wait(page, qtbot)
    assert page.state == "result"


def test_a_document_we_fail_to_draw_is_named_and_can_be_left_out(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, render = page_of(brightwater), xlsx.render

    def failing(document: Document, look: Look) -> bytes:
        if document.id == "REG-MTX":
            raise ZeroDivisionError
        return render(document, look)

    monkeypatch.setattr(xlsx, "render", failing)
    make(page, qtbot)
    assert page.message.text.text().startswith('soc2desk failed to write "')
    assert page.message.text.text().endswith('" as Excel. The fault is ours, not yours.')
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert list(target(page).iterdir()) == []
    click(action(page, "Make it without this document"))
    wait(page, qtbot)
    report = verify(target(page) / f"{FOLDER}-part")
    assert report.is_unchanged
    assert report.manifest is not None
    assert not [entry for entry in report.manifest.files if "REG-MTX" in entry.path]


def test_everything_the_keyboard_reaches_has_a_name(
    brightwater: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(brightwater)

    def nameless() -> list[str]:
        return [str(one) for one in focusable(page) if not (one.accessibleName() or getattr(one, "text", str)())]

    page.before.choices.date.show_value("2020-01-01")
    page.before.choices.refresh()
    assert nameless() == []
    page.before.choices.date.show_value("2026-11-25")
    with held(monkeypatch) as free:
        half_made(page, qtbot)
        assert nameless() == []
        free.set()
        wait(page, qtbot)
    assert nameless() == []


def test_a_project_open_to_read_is_packed_and_not_written(
    brightwater: MainWindow, windows: Callable[..., MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    assert brightwater.project is not None
    folder = brightwater.project.session.folder
    other = windows(brightwater.desk)
    other.opening.open_folder(folder)
    click(next(one for one in other.banner.findChildren(QPushButton) if one.text() == "Read only"))
    page = page_of(other)
    page.before.choices.folder.setText(str(tmp_path / "out"))
    make(page, qtbot)
    assert verify(tmp_path / "out" / FOLDER).is_unchanged
    assert other.project is not None
    assert other.project.session.project.document_date is None
    assert not (folder / "backups").exists()
