"""A firm's Word file on the page of the look: chosen, told what is left out of it, refused in words, taken away."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.desktop.fields import word_style
from soc2desk.desktop.open_project import OpenProject
from soc2desk.desktop.pages.question_page import QuestionPage
from soc2desk.desktop.shell import Shell
from tests.desktop.driving import click, field, focused, press
from tests.renderers.firm_file import STRANGER, firm_file, spoiled

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.fields.word_style import WordStyle
    from soc2desk.desktop.window import MainWindow


def part(window: MainWindow) -> WordStyle:
    field(window, "answers.document_look")
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, QuestionPage)
    assert page.word_style is not None
    return page.word_style


def kept(window: MainWindow) -> Path:
    assert window.project is not None
    return window.project.session.folder / "style.docx"


def written(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def test_a_file_is_chosen_and_taken_away_with_keys_and_its_text_stays_behind(
    empty: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = written(tmp_path / "my firm & co.docx", firm_file())
    monkeypatch.setattr(word_style.QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    style = part(empty)
    assert style.state.text().startswith("No Word file is kept")
    assert not style.remove.isVisible()
    for _ in range(10):
        if focused() is style.choose:
            break
        press(Qt.Key.Key_Tab)
    assert focused() is style.choose
    press(Qt.Key.Key_Space)
    assert "my firm & co.docx" in style.state.text()
    with zipfile.ZipFile(kept(empty)) as archive:
        assert all(STRANGER.encode() not in archive.read(name) for name in archive.namelist())
    press(Qt.Key.Key_Tab)
    assert focused() is style.remove
    press(Qt.Key.Key_Space)
    assert not kept(empty).exists()
    assert "taken away" in style.state.text()
    assert focused() is style.choose


def test_what_is_left_out_of_a_file_is_said_in_words(empty: MainWindow, tmp_path: Path) -> None:
    style = part(empty)
    style.take(written(tmp_path / "odd.docm", spoiled()))
    assert "Left out of the Word file: its macros." in style.note.said
    assert style.note.isVisible()
    style.take_away()
    assert style.note.isHidden()


def test_a_closed_choice_of_a_file_changes_nothing(empty: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_style.QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    style = part(empty)
    click(style.choose)
    assert style.state.text().startswith("No Word file is kept")
    assert not kept(empty).exists()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old kind (.doc)"),
        (b"", "empty"),
        (b"PK\x03\x04cut", "damaged"),
        (None, "there"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_with_what_to_do_and_the_earlier_style_stays(
    empty: MainWindow, tmp_path: Path, raw: bytes | None, said: str
) -> None:
    style = part(empty)
    style.take(written(tmp_path / "good.docx", firm_file()))
    before = kept(empty).read_bytes()
    bad = tmp_path / "bad.docx"
    style.take(bad if raw is None else written(bad, raw))
    (sentence,) = style.note.said
    assert said in sentence
    assert sentence.count(". ") >= 1
    assert kept(empty).read_bytes() == before
    assert style.state.text().startswith("A style is kept")
    assert style.remove.isVisible()
    style.take(tmp_path / "good.docx")
    assert all("Left out" in one for one in style.note.said)


def test_a_style_kept_before_is_seen_when_the_project_is_opened(empty: MainWindow) -> None:
    kept(empty).write_bytes(b"no longer a Word file")
    style = part(empty)
    assert style.state.text().startswith("A style is kept")
    click(style.remove)
    assert not kept(empty).exists()


def test_each_button_has_a_name_and_tells_how_it_stands(empty: MainWindow) -> None:
    style = part(empty)
    assert style.choose.accessibleName() == "Your firm's own Word file: Choose a Word file"
    assert style.remove.accessibleName() == "Your firm's own Word file: Take it away"
    assert style.choose.accessibleDescription().startswith("No Word file is kept")


def test_a_project_to_be_read_only_shows_its_style_and_keeps_it(window: MainWindow, tmp_path: Path) -> None:
    folder = new_project(window.desk, "acme")
    own = written(folder / "style.docx", firm_file()).read_bytes()
    project = OpenProject(open_to_read(window.desk, folder), window)
    asked = next(page for page in window.desk.catalogue.pages if page.id == "brand")
    page = QuestionPage(Shell(window.words, window.theme, project, window), asked)
    style = page.word_style
    assert style is not None
    assert style.state.text().startswith("A style is kept")
    assert not style.choose.isEnabled()
    assert not style.remove.isEnabled()
    style.take(written(tmp_path / "other.docx", spoiled()))
    style.take_away()
    assert (folder / "style.docx").read_bytes() == own
    project.release()
