"""The logo: dropped, pasted or chosen, seen on a cover at once; what is no picture leaves the earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage

from soc2desk.desktop.fields.picture import PictureEditor
from tests.desktop.driving import click, field, focused, press

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.desktop.fields.frame import FieldFrame
    from soc2desk.desktop.window import MainWindow

RED = "#cc3300"


def logo(window: MainWindow) -> tuple[FieldFrame, PictureEditor]:
    asked = field(window, "answers.logo")
    assert isinstance(asked.editor, PictureEditor)
    return asked, asked.editor


def drawn(width: int = 400, height: int = 200, colour: str = RED) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def saved(path: Path, width: int = 400, height: int = 200) -> Path:
    assert drawn(width, height).save(str(path))
    return path


def shows(editor: PictureEditor, colour: str) -> bool:
    """Return whether a colour is seen anywhere on the cover."""
    image = editor.area.grab().toImage()
    wanted = QColor(colour).rgb()
    return any(image.pixel(x, y) == wanted for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def answered(window: MainWindow) -> object:
    assert window.project is not None
    answer = window.project.session.project.answers.get("logo")
    return answer.value if answer else None


def test_a_picture_that_is_dropped_is_kept_and_seen_on_the_cover_at_once(empty: MainWindow, tmp_path: Path) -> None:
    _, editor = logo(empty)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(saved(tmp_path / "ours.png")))])
    where, action = QPointF(5, 5), Qt.DropAction.CopyAction
    editor.area.dropEvent(QDropEvent(where, action, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert answered(empty) == "logo.png"
    assert empty.project is not None
    assert (empty.project.session.folder / "logo.png").is_file()
    assert shows(editor, RED)


def test_a_picture_can_be_pasted_and_taken_away_with_keys_alone(empty: MainWindow) -> None:
    _, editor = logo(empty)
    assert focused() is editor.area
    QGuiApplication.clipboard().setImage(drawn())
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert answered(empty) == "logo.png"
    assert editor.remove.isVisible()
    press(Qt.Key.Key_Delete)
    assert answered(empty) is None
    assert not shows(editor, RED)
    assert focused() is editor.area
    empty.undo()
    assert answered(empty) == "logo.png"
    assert shows(editor, RED)


def test_a_click_asks_for_a_file(empty: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from soc2desk.desktop.fields import picture

    chosen = str(saved(tmp_path / "ours.jpg"))
    monkeypatch.setattr(picture.QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    _, editor = logo(empty)
    click(editor.choose)
    assert answered(empty) == "logo.jpg"


@pytest.mark.parametrize("kind", ["text", "svg", "cut", "huge", "gone"])
def test_what_is_no_picture_is_said_at_the_field_and_the_earlier_one_stays(
    brightwater: MainWindow, tmp_path: Path, kind: str
) -> None:
    asked, editor = logo(brightwater)
    assert brightwater.project is not None
    folder = brightwater.project.session.folder
    before = (folder / "logo.png").read_bytes()
    path = tmp_path / "new.png"
    match kind:
        case "text":
            path.write_bytes(b"nothing")
        case "svg":
            path.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
        case "cut":
            path.write_bytes(saved(path).read_bytes()[:60])
        case "huge":
            raw = bytearray(saved(path).read_bytes())
            raw[16:24] = (20_000).to_bytes(4, "big") * 2
            path.write_bytes(bytes(raw))
        case _:
            pass
    editor.take(path)
    assert len(editor.note.said) == 1
    assert editor.note.said[0].count(".") >= 2
    assert (folder / "logo.png").read_bytes() == before
    assert asked.stored() == "logo.png"
    editor.take(saved(tmp_path / "good.png"))
    assert editor.note.isHidden()


def test_an_empty_clipboard_is_said(empty: MainWindow) -> None:
    _, editor = logo(empty)
    QGuiApplication.clipboard().setText("words")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.note.said == ("There is no picture to paste.",)


def test_a_logo_that_vanished_is_said_where_it_is_asked(brightwater: MainWindow) -> None:
    assert brightwater.project is not None
    (brightwater.project.session.folder / "logo.png").unlink()
    _, editor = logo(brightwater)
    assert "is not there" in editor.note.said[0]


def test_the_cover_follows_the_colour(empty: MainWindow) -> None:
    _, editor = logo(empty)
    assert empty.project is not None
    assert not shows(editor, "#118844")
    assert empty.project.put({("answers", "accent_color"): "#118844"}, "colour") is None
    assert shows(editor, "#118844")


def test_the_place_says_in_words_whether_a_picture_is_there(brightwater: MainWindow) -> None:
    _, editor = logo(brightwater)
    assert editor.area.accessibleDescription().startswith("On the cover: a picture.")
    press(Qt.Key.Key_Delete)
    assert editor.area.accessibleDescription().startswith("On the cover: no picture yet.")
