"""The confirmation sheet from the packet page: written beside the window, said with what waits, never over another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from soc2desk.app import confirming
from soc2desk.desktop.pages.packet_page import PacketPage
from tests.desktop.driving import click

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.window import MainWindow


def said(window: MainWindow) -> str:
    return "" if window.banner.notice is None else window.banner.notice.text


def test_the_sheet_is_written_where_it_is_asked_for_and_a_second_one_replaces_none(
    brightwater: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One format shows as much of the page as three.
    monkeypatch.setattr(confirming.save_confirmation, "__defaults__", (("xlsx",),))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "sheets"))
    brightwater.go("pages.packet")
    assert brightwater.frame is not None
    page = brightwater.frame.page
    assert isinstance(page, PacketPage)
    click(page.before.sheet)
    qtbot.waitUntil(lambda: page.shell.project.work is None, timeout=30_000)
    (file,) = (tmp_path / "sheets").iterdir()
    assert file.name.startswith("confirmation-sheet-brightwater")
    assert "The confirmation sheet is written." in said(brightwater)
    content = file.read_bytes()
    click(page.before.sheet)
    qtbot.waitUntil(lambda: page.shell.project.work is None, timeout=30_000)
    assert "stands there already" in said(brightwater)
    assert file.read_bytes() == content
