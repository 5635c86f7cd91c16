from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.first_sight import first_sight
from soc2desk.app.preferences import Look, Preferences, Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_picture_has_the_desk_of_all_settings(tmp_path: Path) -> None:
    Settings.read().keep(replace(Preferences(), look=Look.DARK, pack=str(tmp_path / "firm"), windows={"1x1": "AA"}))
    sight = first_sight()
    assert (sight.look, dict(sight.windows), sight.named) == ("dark", {"1x1": "AA"}, None)
    assert sight.desk == Settings.read().desk()


def test_a_workspace_named_at_the_start_wins(tmp_path: Path) -> None:
    sight = first_sight(tmp_path / "stick")
    assert (sight.desk.workspace, sight.named, sight.look) == (tmp_path / "stick", tmp_path / "stick", "")
