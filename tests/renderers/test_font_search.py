"""Fonts of the computer: which are found, which are passed over, and in which order they are asked."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from soc2desk.renderers import font_files, font_search
from tests.renderers.made_font import made_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ROCKET = "\U0001f680"


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is the only one with fonts on this computer."""
    monkeypatch.setenv(font_search.EXTRA, str(tmp_path))
    monkeypatch.setattr(font_search, "_folders_of", lambda _: ())
    monkeypatch.setattr(font_search, "_BROUGHT", ())
    font_search._places.cache_clear()
    yield tmp_path
    font_search._places.cache_clear()


def names(letter: str) -> list[str]:
    return [place.path.name for place in font_search.places_with(letter)]


def test_a_font_is_found_by_its_letters_wherever_it_lies_in_a_folder(fonts: Path) -> None:
    (fonts / "deep" / "down").mkdir(parents=True)
    made_font(fonts / "deep" / "down" / "Pictures.TTF", ROCKET)
    assert names(ROCKET) == ["Pictures.TTF"]
    assert names("\u4e2d") == []


def test_upright_faces_are_asked_before_bold_ones_and_known_names_before_others(fonts: Path) -> None:
    for name in ("aaa-Bold.ttf", "zzz.ttf", "Symbola.ttf", "aaa-Regular.ttf"):
        made_font(fonts / name, ROCKET)
    assert names(ROCKET) == ["Symbola.ttf", "aaa-Regular.ttf", "zzz.ttf", "aaa-Bold.ttf"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: made_font(folder / "curves.ttf", ROCKET, outlines="CFF"),
        lambda folder: made_font(folder / "locked.ttf", ROCKET, embedding=2),
        lambda folder: (folder / "broken.ttf").write_bytes(made_font(folder / "x.bin", ROCKET).read_bytes()[:300]),
        lambda folder: (folder / "none.ttf").write_bytes(b""),
        lambda folder: (folder / "text.ttc").write_text("no font at all"),
        lambda folder: (folder / "folder.ttf").mkdir(),
        lambda folder: (folder / "lost.ttf").symlink_to(folder / "gone"),
    ],
    ids=["other outlines", "no embedding allowed", "cut off", "empty", "text", "folder", "lost link"],
)
def test_a_file_that_cannot_be_used_is_passed_over(fonts: Path, spoil: Callable[[Path], object]) -> None:
    if sys.platform == "win32" and spoil.__code__.co_names[-1] == "symlink_to":
        pytest.skip("making links needs a right that Windows gives to few")
    spoil(fonts)
    made_font(fonts / "zz-good.ttf", ROCKET)
    assert names(ROCKET) == ["zz-good.ttf"]


def test_a_face_without_rules_to_join_letters_is_no_face_for_scripts_of_india(fonts: Path) -> None:
    made_font(fonts / "boxes.ttf", "\u0915\u4e2d")
    shutil.copy(font_files.path("Devanagari-Regular"), fonts / "joins.ttf")
    assert names("\u0915") == ["joins.ttf"]
    assert names("\u4e2d") == ["boxes.ttf"]


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_each_system_keeps_its_fonts_in_folders_of_its_own(system: str) -> None:
    found = [str(folder) for folder in font_search._folders_of(system)]
    assert found
    assert all("font" in folder.casefold() for folder in found)
