"""A firm's usual answers at Home: kept as a preset, looked at for another client, and suggested there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from soc2desk.app.transfer import change, new_project
from soc2desk.desktop.home.apply_preset_panel import ApplyPresetPanel
from soc2desk.desktop.home.save_preset_panel import SavePresetPanel
from soc2desk.domain.answers import Answer
from soc2desk.storage.lock import open_alone
from tests.desktop.driving import click, focusable, focused, press, write
from tests.desktop.test_home_page import choose, names, panel, read, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow

NAME = "Our usual small SaaS"


@pytest.fixture
def clients(windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot) -> MainWindow:
    """Return a window over a client that is answered and one that has just begun."""
    new_project(desk, "first", sample="tamarack")
    change(desk, "first", [("prepared_by", "Atelier Conseil"), ("recheck_count", "9")])
    new_project(desk, "second")
    change(desk, "second", [("recheck_count", "4")])
    window = windows(desk)
    read(window, qtbot)
    return window


def saved(window: MainWindow) -> Path:
    choose(window, "preset_save", names(window).index("Tamarack Gauge Co."))
    write(NAME)
    press(Qt.Key.Key_Return)
    return window.home.projects.presetting.desk.workspace / "presets" / "our-usual-small-saas.preset.json"


def asked(window: MainWindow) -> ApplyPresetPanel:
    choose(window, "preset_apply", names(window).index("second"))
    found = panel(window)
    assert isinstance(found, ApplyPresetPanel)
    return found


def test_usual_answers_are_kept_under_a_name_and_a_taken_one_is_replaced_when_asked_again(clients: MainWindow) -> None:
    file = saved(clients)
    assert "The preset Our usual small SaaS is saved." in said(clients)
    before = file.read_bytes()
    assert b"Atelier Conseil" in before
    assert b"Tamarack" not in before
    choose(clients, "preset_save", names(clients).index("second"))
    found = panel(clients)
    assert isinstance(found, SavePresetPanel)
    assert focused() is found.name
    (held,) = found.lines.texts()
    assert held[0] == f"The preset holds: {len(held) - 1}"
    write(NAME)
    press(Qt.Key.Key_Return)
    assert "already" in found.fault.text()
    assert found.save_button.text() == "Replace it"
    assert file.read_bytes() == before
    click(found.save_button)
    assert file.read_bytes() != before
    assert clients.home.projects.panel is None


def test_a_preset_is_looked_at_suggested_and_undone_in_one_step(clients: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    saved(clients)
    before = desk.source("second").project
    found = asked(clients)
    told = {lines[0].partition(":")[0]: lines[1:] for lines in found.lines.texts()}
    (kept,) = told["Confirmed here, kept unless you tick them"]
    assert kept.endswith("| 4 | 9")
    assert any(line.endswith("| Atelier Conseil") for line in told["Nothing entered here yet"])
    assert "recheck_count" not in found.lines.ticked()
    assert desk.source("second").project == before
    count = len(found.lines.ticked())
    assert found.take_button.text() == f"Suggest {count}"
    click(found.take_button)
    read(clients, qtbot)
    after = desk.source("second").project.answers
    assert after["recheck_count"] == Answer(4)
    assert after["prepared_by"] == Answer("Atelier Conseil", confirmed=False)
    assert not [name for name, one in after.items() if one.confirmed and name not in before.answers]
    assert f"{count} answers of {NAME} are suggested to second." in said(clients)
    choose(clients, "open", names(clients).index("second"))
    assert clients.project is not None
    assert clients.project.session.undo() == f"Preset {NAME} suggested"
    assert clients.project.session.project == before


def test_a_confirmed_answer_is_replaced_when_its_line_is_ticked_by_keyboard(clients: MainWindow, desk: Desk) -> None:
    saved(clients)
    found = asked(clients)
    lines = found.lines
    heads = [lines.lines.item(row) for row in range(lines.lines.rowCount())]
    confirmed = next(head for head in heads if head.text().startswith("Confirmed"))
    lines.setFocus()
    lines.setCurrentIndex(lines.lines.indexFromItem(confirmed.child(0, 0)))
    press(Qt.Key.Key_Space)
    assert "recheck_count" in lines.ticked()
    click(found.take_button)
    assert desk.source("second").project.answers["recheck_count"] == Answer(9, confirmed=False)


def test_a_strangers_preset_is_shown_without_what_may_not_stand_in_it(
    clients: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.preset.json"
    theirs.write_text(json.dumps({"name": "<b>Theirs</b>", "answers": {"company": "Evil", "owner_change_days": "8"}}))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    found = asked(clients)
    assert found.told.text().startswith("There are no presets yet.")
    assert not found.take_button.isVisible()
    click(found.open_button)
    assert "<b>Theirs</b>" in found.told.text()
    assert "left out: 1" in found.told.text()
    assert found.lines.ticked() == {"owner_change_days"}
    theirs.write_text("{", encoding="utf-8")
    click(found.open_button)
    assert found.fault.text()
    assert not found.take_button.isVisible()
    assert "Evil" not in (desk.workspace / "second" / "project.json").read_text(encoding="utf-8")


def test_a_project_that_is_open_elsewhere_is_said_and_left_alone(clients: MainWindow, desk: Desk) -> None:
    from datetime import datetime

    saved(clients)
    before = desk.source("second").project
    found = asked(clients)
    with open_alone(desk.workspace / "second", datetime(2026, 11, 25, 9)):  # noqa: DTZ001 - as it is written down
        click(found.take_button)
    assert "open" in found.fault.text()
    assert clients.home.projects.panel is found
    assert desk.source("second").project == before


@pytest.mark.parametrize("act", ["preset_save", "preset_apply"])
def test_every_widget_of_a_panel_has_a_name_and_escape_closes_it(act: str, clients: MainWindow) -> None:
    saved(clients)
    choose(clients, act)
    assert not [one for one in focusable(clients.home) if not (one.accessibleName() or getattr(one, "text", str)())]
    press(Qt.Key.Key_Escape)
    assert clients.home.projects.panel is None
