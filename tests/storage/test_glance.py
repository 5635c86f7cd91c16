from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.storage.glance import Glance, glance
from soc2desk.storage.preferences import Look, Preferences, write_preferences

if TYPE_CHECKING:
    from pathlib import Path


def test_it_sees_what_the_whole_file_says(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    written = Preferences(workspace="/clients", look=Look.DARK, pack="/firm", windows={"1920x1080": "AAEC"})
    write_preferences(file, written)
    assert glance(file) == Glance("/clients", "/firm", "dark", "en", {"1920x1080": "AAEC"})


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 200_000, b'{"look": 4, "windows": [1]}'])
def test_a_file_that_cannot_be_used_says_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(content)
    assert glance(file) == Glance()
    assert glance(tmp_path) == glance(tmp_path / "none") == Glance()


def test_a_value_of_another_kind_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    file.write_text('{"look": "dark", "workspace": ["x"], "windows": {"a": 1, "b": "AAEC"}}', encoding="utf-8")
    assert glance(file) == Glance(look="dark", windows={"b": "AAEC"})
