"""The head of a file says what picture it is, and nothing is unpacked for it."""

from __future__ import annotations

import pytest

from soc2desk.domain.pictures import Picture, picture_of
from tests.drawn import art, claiming, jpeg, packed, photo, png


@pytest.mark.parametrize(
    ("raw", "picture"),
    [
        (png(320, 90), Picture("png", 320, 90)),
        (claiming(20_000, 9), Picture("png", 20_000, 9)),
        (jpeg(320, 90), Picture("jpeg", 320, 90)),
        (packed(art(64, 32, "CMYK"), "JPEG", progressive=True), Picture("jpeg", 64, 32)),
        (photo(), Picture("jpeg", 300, 100)),
    ],
)
def test_kind_and_size_stand_in_the_head(raw: bytes, picture: Picture) -> None:
    assert picture_of(raw) == picture


@pytest.mark.parametrize(
    "raw",
    [b"", b"\x89PNG\r\n\x1a\n", png()[:20], b"\xff\xd8\xff", jpeg()[:60], b"\xff\xd8\xff\xe0\0\0" * 40, b"GIF89a"],
)
def test_what_says_no_size_is_no_picture(raw: bytes) -> None:
    assert picture_of(raw) is None


def test_the_name_of_a_file_ends_as_people_write_it() -> None:
    assert [Picture(kind, 1, 1).suffix for kind in ("png", "jpeg")] == ["png", "jpg"]
