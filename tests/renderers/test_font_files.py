"""Every face the renderers name is brought by a package, with its licence, and can be drawn."""

from __future__ import annotations

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.renderers import font_files, pdf_fonts


@pytest.mark.parametrize("name", sorted(font_files.PACKAGED))
def test_every_face_is_a_file_of_its_package(name: str) -> None:
    assert font_files.path(name).read_bytes()[:4] in {b"\0\1\0\0", b"true"}


@pytest.mark.parametrize("family", sorted(pdf_fonts.FAMILIES))
def test_every_family_has_four_faces_of_its_own(family: str) -> None:
    faces = set(pdf_fonts.FAMILIES[family].values())
    assert len(faces) == 4
    assert faces <= font_files.PACKAGED.keys()


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font_files, "PACKAGED", {"Lost": ("font_that_was_lost", "Lost.ttf")})
    with pytest.raises(FileProblem, match="font-that-was-lost"):
        font_files.path("Lost")
