"""Settings: each change is kept at once, holds at once, and what cannot be used is not taken."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from soc2desk.app.beginning import begin
from soc2desk.app.own_pack import Wanted, begin_pack
from soc2desk.app.preferences import Look, Preferences, Settings
from soc2desk.app.session import open_session, open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.desktop.settings_page import SettingsPage
from soc2desk.desktop.theme import Look as Worn
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.backups import keep_backup
from soc2desk.storage.locked_file import LEAST_COST
from soc2desk.storage.signing_keys import keep_key, needs_password
from tests.desktop.driving import click, field, focusable, press, write
from tests.drawn import png

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.settings.keys_section import KeysSection
    from soc2desk.desktop.window import MainWindow

PAPER = Path(__file__).resolve().parents[2] / "policy_templates" / "en"


def settings(window: MainWindow) -> SettingsPage:
    """Open the settings."""
    window.show_settings()
    page = window.stack.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the system keep settings and projects in folders of the test, with no workspace named."""
    monkeypatch.delenv("SOC2DESK_HOME", raising=False)
    monkeypatch.setattr("soc2desk.storage.places.user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    monkeypatch.setattr("soc2desk.storage.places.user_documents_dir", lambda: str(tmp_path / "documents"))
    return tmp_path


@pytest.fixture
def free(at_home: Path, windows: Callable[[Desk], MainWindow]) -> MainWindow:
    """Return a window that was started with no workspace named."""
    return windows(Settings.read().desk())


def choosing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_the_look_changes_at_once_and_is_kept(window: MainWindow) -> None:
    page = settings(window)
    click(page.look.buttons[Worn.DARK])
    assert window.theme.tokens.dark
    assert Settings.read().preferences.look is Look.DARK
    assert page.look.note.text() == "Kept."
    window.look_light()
    assert Settings.read().preferences.look is Look.LIGHT


def test_back_and_escape_return_to_where_one_was(brightwater: MainWindow) -> None:
    click(settings(brightwater).back)
    assert brightwater.stack.currentWidget() is brightwater.frame
    settings(brightwater)
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is brightwater.frame
    brightwater.show_home()
    settings(brightwater)
    press(Qt.Key.Key_Escape)
    assert brightwater.stack.currentWidget() is brightwater.home


def test_new_projects_go_to_the_chosen_folder_and_old_ones_stay(
    free: MainWindow, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = new_project(free.desk, "old")
    choosing(monkeypatch, at_home / "clients")
    page = settings(free)
    click(page.workspace.choose)
    assert str(at_home / "clients") in page.workspace.note.text()
    assert free.opening.start_packet("Acme") is None
    assert free.project is not None
    assert free.project.session.folder == at_home / "clients" / "acme"
    assert (old / "project.json").is_file()
    assert Settings.read().desk().workspace == at_home / "clients"
    click(settings(free).workspace.usual)
    assert free.desk.workspace == at_home / "documents" / "soc2desk"


def test_a_folder_that_cannot_be_written_is_not_taken(
    free: MainWindow, at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = at_home / "a file"
    file.write_text("x", encoding="utf-8")
    choosing(monkeypatch, file)
    page = settings(free)
    click(page.workspace.choose)
    assert "no folder" in page.workspace.note.text()
    choosing(monkeypatch, file / "below")
    click(page.workspace.choose)
    assert "Projects cannot be kept in this folder" in page.workspace.note.text()
    assert Settings.read().preferences == Preferences()


def test_a_folder_named_at_the_start_cannot_be_changed_and_says_why(window: MainWindow) -> None:
    page = settings(window)
    assert not page.workspace.choose.isEnabled()
    assert not page.workspace.usual.isEnabled()


def test_the_brand_is_kept_when_the_field_is_left(window: MainWindow) -> None:
    page = settings(window)
    page.brand.prepared_by.setFocus()
    write("Lodgepole  &  Rye")
    press(Qt.Key.Key_Tab)
    write("1F4E79")
    press(Qt.Key.Key_Tab)
    liked = Settings.read().preferences
    assert (liked.prepared_by, liked.accent_color) == ("Lodgepole & Rye", "#1f4e79")


def test_the_look_and_the_logo_of_the_firm_are_kept_and_new_projects_begin_with_them(
    window: MainWindow, tmp_path: Path
) -> None:
    page = settings(window)
    page.brand.look.setFocus()
    press(Qt.Key.Key_End)
    page.brand.look.activated.emit(page.brand.look.currentIndex())
    (tmp_path / "ours.png").write_bytes(png())
    page.brand.take_logo(tmp_path / "ours.png")
    liked = Settings.read().preferences
    assert liked.document_look == "classic"
    assert "firm-logo.png is kept" in page.brand.logo.text()
    begun = begin(Settings.read().desk(), "Acme", liked)
    assert (begun / "firm-logo.png").is_file()
    click(page.brand.remove)
    assert Settings.read().preferences.firm_logo == ""


def test_what_is_no_picture_is_said_and_the_earlier_logo_stays(window: MainWindow, tmp_path: Path) -> None:
    page = settings(window)
    (tmp_path / "ours.png").write_bytes(png())
    page.brand.take_logo(tmp_path / "ours.png")
    (tmp_path / "bad.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script/></svg>")
    page.brand.take_logo(tmp_path / "bad.svg")
    assert "not taken into a logo" in page.brand.note.text()
    assert Settings.read().preferences.firm_logo.endswith("firm-logo.png")


def test_what_is_no_colour_is_said_and_not_kept(window: MainWindow) -> None:
    page = settings(window)
    page.brand.accent.setFocus()
    write("blue")
    press(Qt.Key.Key_Tab)
    assert page.brand.note.text().startswith("This is no colour")
    assert Settings.read().preferences.accent_color == ""


def test_what_is_being_typed_is_kept_when_the_page_is_left(window: MainWindow) -> None:
    page = settings(window)
    page.brand.prepared_by.setFocus()
    write("Lodgepole")
    window.show_home()
    assert Settings.read().preferences.prepared_by == "Lodgepole"


def test_a_brand_is_taken_in_made_the_usual_one_and_removed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "harbour.brand.json"
    said = {"form": 1, "name": "North Harbour", "answers": {"prepared_by": "North Harbour", "company": "Evil"}}
    file.write_text(json.dumps(said), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page = settings(window)
    part = page.brands
    assert part.list.isHidden()
    assert not part.usual.isEnabled()
    click(part.take)
    assert "Left out: company" in part.note.text()
    click(part.usual)
    assert part.list.item(0).text() == "North Harbour: new projects begin with it"
    folder = begin(window.desk, "Acme", Settings.read().preferences)
    assert open_to_read(window.desk, folder).project.answers["prepared_by"].value == "North Harbour"
    click(part.take)
    assert "already" in part.note.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.brand.json"), ""))
    click(part.export)
    assert (tmp_path / "copy.brand.json").is_file()
    click(part.remove)
    assert part.list.isHidden()
    assert Settings.read().preferences.usual_brand == ""


def test_a_look_is_kept_as_a_brand_and_put_on_another_project_after_saying_what_changes(window: MainWindow) -> None:
    desk = window.desk
    old, new = (new_project(desk, name) for name in ("old", "new"))
    for folder, prepared, font in ((old, "North Harbour", "source-serif"), (new, "Somebody", "")):
        with closing(open_session(desk, folder)) as session:
            session.put({("answers", "prepared_by"): prepared}, "x")
            if font:
                session.put({("answers", "document_font"): font}, "x")
            session.save()
    page = settings(window)
    part = page.brands.project
    part.show_of("old", old, is_open=False)
    assert not part.keep.isEnabled()
    part.name.setText("North Harbour")
    click(part.keep)
    assert page.brands.note.text() == "North Harbour is kept."
    part.show_of("new", new, is_open=True)
    assert not part.put.isEnabled()
    assert part.close_project.isVisibleTo(page)
    part.show_of("new", new, is_open=False)
    assert "stays Somebody; the brand has North Harbour" in part.preview.text()
    part.replacing.setChecked(True)
    assert "North Harbour, in place of Somebody" in part.preview.text()
    click(part.put)
    assert page.brands.note.text() == "North Harbour is on new now."
    assert part.preview.text() == "The project looks like this brand already."
    assert open_to_read(desk, new).project.answers["prepared_by"].value == "North Harbour"


def pack(folder: Path, text: str) -> Path:
    target = folder / "policy_templates" / "en" / "policies"
    target.mkdir(parents=True)
    (target / "own.md").write_text(text, encoding="utf-8")
    return folder


def test_templates_that_do_not_parse_are_not_taken_and_the_line_is_shown(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    choosing(monkeypatch, pack(tmp_path / "firm", "---\nid: [\n---\nText\n"))
    page = settings(window)
    click(page.pack.choose)
    qtbot.waitUntil(lambda: "was not taken" in page.pack.note.text())
    assert "own.md, line" in page.pack.faults.toPlainText()
    assert Settings.read().preferences.pack == ""
    assert window.desk.pack is None


def test_an_empty_folder_is_not_taken_for_templates(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "empty").mkdir()
    choosing(monkeypatch, tmp_path / "empty")
    page = settings(window)
    click(page.pack.choose)
    qtbot.waitUntil(lambda: "was not taken" in page.pack.note.text())
    assert "holds no content" in page.pack.faults.toPlainText()


def test_own_templates_are_taken_with_what_should_be_mended_and_given_up_again(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ours = next(path for path in sorted(PAPER.rglob("*.md")) if "acp" in path.name or "access" in path.name)
    target = tmp_path / "firm" / "policy_templates" / "en" / ours.relative_to(PAPER)
    target.parent.mkdir(parents=True)
    target.write_text(ours.read_text(encoding="utf-8") + "\nWe review this as needed.\n", encoding="utf-8")
    choosing(monkeypatch, tmp_path / "firm")
    page = settings(window)
    click(page.pack.choose)
    qtbot.waitUntil(lambda: "is used from now on" in page.pack.note.text(), timeout=20_000)
    assert f"{ours.name}, line" in page.pack.faults.toPlainText()
    assert window.desk.pack == tmp_path / "firm"
    click(page.pack.usual)
    assert window.desk.pack is None
    assert Settings.read().preferences.pack == ""


def test_own_templates_are_begun_with_the_ticked_documents_and_used(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("soc2desk.app.settling.check_pack", lambda *_: ())
    firm = tmp_path / "firm"
    firm.mkdir()
    (firm / "letter.txt").write_text("mine", encoding="utf-8")
    choosing(monkeypatch, firm)
    part = settings(window).pack
    click(part.begin.show_list)
    assert not part.begin.copy.isEnabled()
    row = next(row for row in range(part.begin.list.count()) if "POL-BAK" in part.begin.list.item(row).text())
    part.begin.list.item(row).setCheckState(Qt.CheckState.Checked)
    click(part.begin.copy)
    assert "something else already" in part.note.text()
    (firm / "letter.txt").unlink()
    click(part.begin.copy)
    qtbot.waitUntil(lambda: "is used from now on" in part.note.text())
    assert (firm / "policy_templates/en/policies/backup.md").is_file()
    assert Settings.read().preferences.pack == str(firm)
    assert part.open.isVisibleTo(part)


def changed_on_both_sides(desk: Desk, firm: Path, place: str) -> str:
    """Begin a pack whose copy was changed, as if the shipped text had changed too; return the shipped one."""
    begin_pack(desk.catalogue, firm, Wanted(documents=("POL-BAK", "POL-ACP")))
    shipped = (firm / place).read_text(encoding="utf-8")
    then, mine = (shipped.replace("@purpose Purpose", f"@purpose {title}") for title in ("Aim", "Why we do it"))
    (firm / "originals" / place).write_text(then, encoding="utf-8")
    (firm / place).write_text(mine, encoding="utf-8")
    listing = (firm / "pack.yaml").read_text(encoding="utf-8")
    old, new = (hashlib.sha256(text.encode()).hexdigest() for text in (shipped, then))
    (firm / "pack.yaml").write_text(listing.replace(old, new), encoding="utf-8")
    return shipped


def test_nothing_of_closed_settings_hears_of_another_look(window: MainWindow, qtbot: QtBot) -> None:
    gone: list[bool] = []
    settings(window).destroyed.connect(lambda: gone.append(True))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(gone))
    window.theme.choose(Worn.DARK)


def test_what_own_templates_change_is_shown_and_a_newer_text_taken(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    firm, place = tmp_path / "firm", "policy_templates/en/policies/backup.md"
    shipped = changed_on_both_sides(window.desk, firm, place)
    choosing(monkeypatch, firm)
    monkeypatch.setattr("soc2desk.app.settling.lint", lambda _desk: ())
    page = settings(window)
    assert page.pack.look.isHidden()
    click(page.pack.choose)
    qtbot.waitUntil(lambda: "is used from now on" in page.pack.note.text(), timeout=20_000)
    click(page.pack.look)
    view = page.pack.view
    qtbot.waitUntil(lambda: view.list.count() == 2)
    assert "The shipped text of 1 file changed" in view.told.text()
    text = view.text.toPlainText()
    assert view.list.currentItem().text().startswith(place)
    assert "AimWhy we do it" in text.replace("\n", "")
    assert text.index("What you changed") < text.index("What changed as shipped")
    assert "Aim" in view.text.accessibleDescription()
    click(view.take)
    qtbot.waitUntil(lambda: "No shipped text changed" in view.told.text())
    assert (firm / place).read_text(encoding="utf-8") == shipped
    assert "set-aside" in page.pack.note.text()
    assert not view.take.isEnabled()
    assert not view.mine.isEnabled()


def test_the_number_of_backups_holds_for_the_next_project(window: MainWindow, desk: Desk) -> None:
    page = settings(window)
    page.backups.count.setFocus()
    page.backups.count.setValue(3)
    assert Settings.read().preferences.backups_kept == 3
    assert window.desk.backups_kept == 3


def test_a_backup_is_put_back_once_the_project_is_closed(empty: MainWindow, desk: Desk) -> None:
    assert empty.project is not None
    folder = empty.project.session.folder
    field(empty, "answers.company")
    write("Acme")
    press(Qt.Key.Key_Tab)
    assert open_to_read(desk, folder).project.answers["company"].value == "Acme"
    page = settings(empty)
    assert page.backups.panel is not None
    assert page.backups.panel.list.count() == 1
    assert not page.backups.panel.put_button.isEnabled()
    click(page.backups._close)
    assert page.backups.panel.put_button.isEnabled()
    click(page.backups.panel.put_button)
    assert "company" not in open_to_read(desk, folder).project.answers
    assert page.backups.panel.list.count() == 2


def test_a_damaged_backup_is_said_and_the_project_stays(window: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "acme", sample="tamarack")
    keep_backup(folder, desk.today, 3)
    next((folder / "backups").iterdir()).write_text("{", encoding="utf-8")
    before = (folder / "project.json").read_bytes()
    window.remembered.keep(lambda liked: replace(liked, places={str(folder): "pages.overview"}))
    page = settings(window)
    assert page.backups.panel is not None
    click(page.backups.panel.put_button)
    assert window.banner.notice is not None
    assert window.banner.notice.tone == "bad"
    assert (folder / "project.json").read_bytes() == before


def test_settings_that_cannot_be_written_hold_until_the_window_closes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FileProblem("The settings could not be saved. The disk is full.")

    page = settings(window)
    monkeypatch.setattr("soc2desk.app.preferences.write_preferences", full)
    page.brand.prepared_by.setFocus()
    write("Lodgepole")
    press(Qt.Key.Key_Tab)
    assert "The disk is full" in page.brand.note.text()
    assert window.remembered.preferences.prepared_by == "Lodgepole"
    click(page.look.buttons[Worn.DARK])
    assert window.theme.tokens.dark


def test_only_languages_with_words_are_offered(window: MainWindow) -> None:
    page = settings(window)
    languages = page.language.languages
    assert [languages.itemText(at) for at in range(languages.count())] == ["English"]
    assert not languages.isEnabled()


def test_every_widget_that_takes_the_keyboard_has_a_name(free: MainWindow) -> None:
    page = settings(free)
    nameless = [one for one in focusable(page) if not (one.accessibleName() or getattr(one, "text", str)())]
    assert not nameless


def test_another_window_does_not_undo_what_this_one_kept(windows: Callable[[Desk], MainWindow], desk: Desk) -> None:
    first, second = windows(desk), windows(desk)
    _ = (first.remembered.preferences, second.remembered.preferences)
    first.remembered.keep(lambda liked: replace(liked, prepared_by="Lodgepole"))
    second.remembered.keep(lambda liked: replace(liked, backups_kept=5))
    liked = json.loads((desk.workspace / "preferences.json").read_text(encoding="utf-8"))
    assert (liked["prepared_by"], liked["backups_kept"]) == ("Lodgepole", 5)


@pytest.fixture
def keys(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeysSection:
    """Return the part of keys, where a person chooses one file for all."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "jane.key"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "jane.key.pub"), ""))
    return settings(window).keys


def test_a_key_is_made_trusted_shown_and_trusted_no_longer(keys: KeysSection, tmp_path: Path, qtbot: QtBot) -> None:
    assert keys.none.isVisible()
    keys.name.setText("Jane Doe")
    keys.lock.setChecked(False)
    keys.make.click()
    qtbot.waitUntil(keys.make.isEnabled)
    assert "Hand out jane.key.pub." in keys.note.text()
    assert "can sign as you" in keys.note.text()
    secret = (tmp_path / "jane.key").read_text(encoding="utf-8").split()[-1]
    assert secret not in keys.note.text()
    keys.trust.click()
    assert "compare its fingerprint" in keys.note.text()
    assert keys.list.item(0).text().startswith("Jane Doe\n")
    assert list(Settings.read().preferences.trusted_keys.values()) == ["Jane Doe"]
    keys.look_up.click()
    assert "By its own word a key of Jane Doe" in keys.note.text()
    keys.forget.click()
    assert Settings.read().preferences.trusted_keys == {}
    assert keys.none.isVisible()


def test_a_key_is_under_a_password_unless_one_says_otherwise_and_never_written_over(
    keys: KeysSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    kept = keep_key
    monkeypatch.setattr("soc2desk.app.signing.keep_key", lambda path, key, word: kept(path, key, word, LEAST_COST))
    keys.make.click()
    assert keys.passwords.told.text().startswith("Too short")
    for line in (keys.passwords.first, keys.passwords.again):
        line.setText("four words of mine")
    keys.name.setText("Jane")
    keys.make.click()
    qtbot.waitUntil(keys.make.isEnabled)
    assert needs_password(tmp_path / "jane.key")
    assert keys.passwords.first.text() == ""
    keys.lock.setChecked(False)
    keys.make.click()
    qtbot.waitUntil(keys.make.isEnabled)
    assert "never written over" in keys.note.text()
    assert needs_password(tmp_path / "jane.key")


def test_what_is_no_key_is_said_and_not_trusted(keys: KeysSection, tmp_path: Path) -> None:
    (tmp_path / "jane.key.pub").write_text("ssh-ed25519 AAAA", encoding="utf-8")
    keys.trust.click()
    assert "no key of soc2desk" in keys.note.text()
    assert Settings.read().preferences.trusted_keys == {}
