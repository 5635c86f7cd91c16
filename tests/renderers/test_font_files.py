from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.renderers import font_files


def test_every_face_lies_beside_the_licence_it_comes_under() -> None:
    folder = font_files.folder()
    faces = {path.stem.split("-")[0] for path in folder.glob("*.ttf")}
    assert faces == {"DeskSans", "DeskMono", "DejaVuSans", "DroidSansFallback"}
    assert all((folder / f"{face}-LICENSE.txt").is_file() for face in faces)


def test_missing_fonts_are_named_with_both_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(font_files, "__file__", str(tmp_path / "package" / "renderers" / "font_files.py"))
    with pytest.raises(FileProblem) as raised:
        font_files.folder()
    assert str(tmp_path / "package" / "resources" / "fonts") in str(raised.value)
    assert str(tmp_path / "resources" / "fonts") in str(raised.value)
