from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.preferences import (
    Look,
    Preferences,
    Settings,
    as_left,
    at_place,
    on_list,
    opened_outside,
    shown_again,
    taken_off,
)
from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the system keep settings in a folder of the test, with no workspace named."""
    monkeypatch.delenv("SOC2DESK_HOME")
    monkeypatch.setattr("soc2desk.storage.places.user_config_dir", lambda *_, **__: str(tmp_path / "config"))
    return tmp_path


def test_the_liked_workspace_and_content_are_taken(at_home: Path) -> None:
    liked = replace(Preferences(), workspace=str(at_home / "clients"), pack=str(at_home / "firm"))
    Settings.read().keep(liked)
    settings = Settings.read()
    assert settings.preferences == liked
    assert (settings.desk().workspace, settings.desk().pack) == (at_home / "clients", at_home / "firm")
    assert not settings.is_portable


def test_folders_named_at_the_start_win(at_home: Path) -> None:
    named = Settings.read(at_home / "stick", at_home / "pack")
    named = named.keep(replace(Preferences(), workspace="/elsewhere", pack="/elsewhere"))
    assert named.file == at_home / "stick" / "preferences.json"
    assert named.is_portable
    assert (named.desk().workspace, named.desk().pack) == (at_home / "stick", at_home / "pack")
    assert Settings.read().preferences == Preferences()


def test_a_stick_carries_its_own_settings(tmp_path: Path) -> None:
    settings = Settings.read().keep(replace(Preferences(), look=Look.DARK))
    assert settings.file == tmp_path / "workspace" / "preferences.json"
    assert settings.is_portable
    assert settings.desk().workspace == tmp_path / "workspace"


def test_what_does_not_change_is_not_written(at_home: Path) -> None:
    settings = Settings.read()
    settings.keep(Preferences())
    assert not settings.file.exists()


def test_settings_that_cannot_be_kept_are_said(at_home: Path) -> None:
    (at_home / "config").write_text("a file", encoding="utf-8")
    settings = Settings.read()
    assert settings.preferences == Preferences()
    with pytest.raises(FileProblem):
        settings.keep(replace(Preferences(), look=Look.DARK))


def test_a_broken_file_is_said_beside_the_usual_settings(at_home: Path) -> None:
    (at_home / "config").mkdir()
    (at_home / "config" / "preferences.json").write_text("{", encoding="utf-8")
    settings = Settings.read()
    assert settings.preferences == Preferences()
    assert settings.problem is not None


def test_a_project_leaves_the_list_and_comes_back(tmp_path: Path) -> None:
    here, away = tmp_path / "acme", tmp_path / "away"
    preferences = opened_outside(taken_off(Preferences(), here), away)
    assert (preferences.hidden, preferences.outside) == ((str(here),), (str(away),))
    assert shown_again(preferences, here).hidden == ()
    gone = taken_off(preferences, away)
    assert (gone.hidden, gone.outside) == ((str(here),), ())
    assert opened_outside(opened_outside(preferences, here), away).outside == (str(away), str(here))


def test_the_last_place_is_remembered_by_project(tmp_path: Path) -> None:
    preferences = at_place(at_place(Preferences(), tmp_path / "a", "answers.company"), tmp_path / "b", "people")
    preferences = at_place(preferences, tmp_path / "a", "pages.packet")
    assert list(preferences.places.items()) == [(str(tmp_path / "b"), "people"), (str(tmp_path / "a"), "pages.packet")]


def test_a_project_that_was_opened_is_on_the_list_wherever_it_lies(tmp_path: Path) -> None:
    workspace, far = tmp_path / "clients", tmp_path / "stick" / "far"
    liked = replace(Preferences(), hidden=(str(workspace / "acme"),))
    assert on_list(liked, workspace / "acme", workspace).hidden == ()
    assert on_list(liked, far, workspace).outside == (str(far),)


def test_how_a_project_was_left_is_remembered_without_forgetting_older_widths(tmp_path: Path) -> None:
    liked = replace(Preferences(), splits={"frame": (250, 580, 350)})
    left = as_left(liked, tmp_path, "answers.company", splits={"frame": ()}, preview=False)
    assert (left.places, left.splits) == ({str(tmp_path): "answers.company"}, liked.splits)
    assert not left.preview_shown
    assert as_left(left, tmp_path, "people", splits={"frame": (1, 2, 3)}, preview=True).splits == {"frame": (1, 2, 3)}
