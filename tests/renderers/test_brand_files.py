"""Where the files of the look are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.renderers.brand_files import base_docx, srgb_profile

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path) -> Path:
    place = folder / "resources" / "brand" / "base.docx"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"x")
    return place


def test_the_file_beside_the_package_serves_a_checkout(tmp_path: Path) -> None:
    place = put(tmp_path)
    assert base_docx(tmp_path / "soc2desk") == place


def test_the_file_inside_an_installed_package_comes_first(tmp_path: Path) -> None:
    put(tmp_path)
    place = put(tmp_path / "soc2desk")
    assert base_docx(tmp_path / "soc2desk") == place


def test_a_missing_file_is_named_with_both_places(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as caught:
        base_docx(tmp_path / "soc2desk")
    where = str(caught.value.where)
    assert str(tmp_path / "resources") in where
    assert str(tmp_path / "soc2desk" / "resources") in where


def test_this_project_has_its_files() -> None:
    assert base_docx().read_bytes().startswith(b"PK")
    assert srgb_profile().read_bytes()[36:40] == b"acsp"
