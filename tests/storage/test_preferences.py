from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.preferences import (
    Look,
    Preferences,
    fitting,
    read_preferences,
    write_preferences,
)

SOME = Preferences(
    workspace="/clients",
    look=Look.DARK,
    language="en-CA",
    accent_color="#1f4e79",
    prepared_by="Érable & Fils",
    backups_kept=30,
    hidden=("/clients/a", "/clients/b"),
    windows={"1920x1080": "AAEC"},
    places={"/clients/a": "answers.company"},
    splits={"frame": (250, 640, 300)},
    preview_shown=False,
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "preferences.json"
    write_preferences(file, SOME)
    assert read_preferences(file) == (SOME, None)
    assert [path.name for path in file.parent.iterdir()] == ["preferences.json"]


def test_without_a_file_all_is_usual_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "preferences.json") == (Preferences(), None)
    assert list(tmp_path.iterdir()) == []


BROKEN = [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"{}", b'{"format": "1"}', b'{"format": 2, "look": "dark"}',
          b'{"format": 1, "look": "pink"}', b'{"format": 1, "hidden": "x"}', b'{"format": 1, "backups_kept": true}',
          b'{"format": 1, "splits": {"a": [1.5]}}', b"[" * 100_000, b" " * 2_000_001,
          b'{"format": 1, "backups_kept": 1e400}']  # fmt: skip


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_a_file_that_cannot_be_used_is_kept_under_another_name_and_all_is_usual(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(raw)
    preferences, problem = read_preferences(file)
    assert preferences == Preferences()
    assert problem is not None
    assert problem.hint is not None
    assert "preferences.set-aside-1.json" in problem.hint
    assert (tmp_path / "preferences.set-aside-1.json").read_bytes() == raw
    assert read_preferences(file) == (Preferences(), None)


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    for raw in (b"one", b"two"):
        file.write_bytes(raw)
        read_preferences(file)
    kept = [tmp_path / f"preferences.set-aside-{number}.json" for number in (1, 2)]
    assert [path.read_bytes() for path in kept] == [b"one", b"two"]


def test_a_folder_in_the_place_of_the_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    preferences, problem = read_preferences(tmp_path / "preferences.json")
    assert preferences == Preferences()
    assert isinstance(problem, FileProblem)


def test_unknown_keys_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_text('{"format": 1, "look": "dark", "token": "x", "window": {"a": 1}}', encoding="utf-8")
    assert read_preferences(file) == (Preferences(look=Look.DARK), None)
    write_preferences(file, read_preferences(file)[0])
    assert "token" not in json.loads(file.read_text(encoding="utf-8"))


def test_values_stay_within_what_the_program_can_use() -> None:
    wild = Preferences(
        language="../../etc", accent_color="red", backups_kept=-3, hidden=("", "a", "a"), prepared_by="x" * 9999,
        splits={"frame": (-5, 10**9, *range(20))}, windows={str(n): "x" for n in range(2000)},
    )  # fmt: skip
    tame = fitting(wild)
    assert (tame.language, tame.accent_color, tame.backups_kept, tame.hidden) == ("en", "", 1, ("a",))
    assert tame.prepared_by == ""
    assert tame.splits["frame"][:2] == (0, 20_000)
    assert len(tame.windows) == 500
    assert "1999" in tame.windows
    assert fitting(replace(SOME, backups_kept=10_000)).backups_kept == 365
    assert fitting(SOME) == SOME


def test_a_path_that_is_no_text_is_not_remembered(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    write_preferences(file, Preferences(outside=("/p/\udcff", "/p/a"), places={"/p/\udcff": "people"}))
    assert read_preferences(file) == (Preferences(outside=("/p/a",)), None)


def test_a_failed_write_is_said_and_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(FileProblem, match="settings could not be saved"):
        write_preferences(tmp_path / "file" / "preferences.json", SOME)
    file = tmp_path / "preferences.json"
    write_preferences(file, SOME)
    (tmp_path / ".preferences.json.new").mkdir()
    with pytest.raises(FileProblem):
        write_preferences(file, Preferences())
    assert read_preferences(file)[0] == SOME
