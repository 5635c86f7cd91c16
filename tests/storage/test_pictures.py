"""A logo is checked before it is unpacked, kept without what was hidden in it, and read from its own folder alone."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from soc2desk.domain.pictures import Picture, picture_of
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.pictures import MOST_SCANS, check_picture, keep_picture, printable, read_picture
from tests.drawn import PLACE, art, claiming, interlaced, jpeg, noted, packed, photo, png, sixteen_bits

if TYPE_CHECKING:
    from pathlib import Path

WHITE = packed(Image.new("RGB", (100, 100), "white"))
MOVING = packed(art(mode="RGB"), "GIF", save_all=True, append_images=[art(mode="L").convert("RGB")])


def points(raw: bytes) -> Image.Image:
    with Image.open(BytesIO(raw)) as image:
        image.load()
        return image


@pytest.mark.parametrize(
    ("raw", "said", "advice"),
    [
        (b"", "empty", "another file"),
        (b"Dear Sir or Madam", "no picture", "another file"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "not say how large", "as PNG"),
        (b"<svg onload='alert(1)'/>", "SVG picture is damaged", "as PNG"),
        (MOVING, "a GIF file. PNG, JPEG and SVG", "as PNG"),
        (packed(art(mode="RGB"), "BMP"), "a BMP file", "as PNG"),
        (packed(art(mode="RGB"), "TIFF"), "a TIFF file", "as PNG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC", "as PNG"),
        (png()[:200], "damaged", "Save it again"),
        (jpeg()[:-400], "damaged", "Save it again"),
        (png()[:40] + b"\0" * 300, "damaged", "Save it again"),
        (png()[:10], "damaged", "Save it again"),
        (claiming(500, 300), "damaged", "Save it again"),
        (claiming(20_000, 500), "20,000 pixels wide; at most 4,000 fit", "800 pixels wide"),
        (claiming(500, 2**31), "pixels high; at most 4,000 fit", "800 pixels wide"),
        (claiming(60_000, 60_000), "60,000 pixels wide", "800 pixels wide"),
        (png(15, 40), "15 pixels wide; it needs at least 16", "larger"),
        (png(40, 15), "15 pixels high", "larger"),
        (png(3000, 20), "print as a line", "less narrow"),
        (png() + b"\0" * 50 * 1024**2, "50 MB; at most 5 fit", "800 pixels wide"),
        (WHITE, "nothing of it is seen on paper", "white ground"),
        (packed(Image.new("RGBA", (100, 100), (0, 0, 0, 0))), "nothing of it is seen", "white ground"),
    ],
)
def test_what_cannot_stand_on_a_cover_is_refused_with_advice(raw: bytes, said: str, advice: str) -> None:
    with pytest.raises(FileProblem) as caught:
        check_picture(raw)
    assert said in caught.value.message
    assert advice in (caught.value.hint or "")


def test_a_photo_of_thousands_of_turns_is_left_alone_and_a_usual_one_is_fine() -> None:
    target = BytesIO()
    art().convert("RGB").save(target, "JPEG", progressive=True)
    usual = target.getvalue()
    assert usual.count(b"\xff\xda") > 5
    assert check_picture(usual).kind == "jpeg"
    last, end = usual.rindex(b"\xff\xda"), usual.rindex(b"\xff\xd9")
    with pytest.raises(FileProblem, match="far more turns"):
        check_picture(usual[:end] + usual[last:end] * MOST_SCANS + usual[end:])


def test_a_good_picture_is_told_by_kind_and_size() -> None:
    assert check_picture(png()) == Picture("png", 300, 100)
    assert check_picture(jpeg()) == Picture("jpeg", 300, 100)


@pytest.mark.parametrize("raw", [photo(), noted()], ids=["photo", "noted"])
def test_where_a_picture_was_taken_stays_behind(raw: bytes, tmp_path: Path) -> None:
    assert PLACE in raw
    kept = (tmp_path / keep_picture(tmp_path, raw)).read_bytes()
    for fresh in (kept, printable(raw)):
        assert PLACE not in fresh
        assert not {"exif", "comment", "icc_profile", "Comment"} & points(fresh).info.keys()


def test_a_photo_taken_sideways_stands_upright() -> None:
    assert picture_of(printable(photo())) == Picture("jpeg", 100, 300)


@pytest.mark.parametrize(
    "raw",
    [
        png(),
        packed(art().quantize(16)),
        packed(art().convert("LA")),
        packed(art(mode="L")),
        packed(art(mode="1")),
        packed(art(mode="CMYK"), "JPEG"),
        packed(art(mode="L"), "JPEG", progressive=True),
        sixteen_bits(),
        interlaced(),
        jpeg(),
    ],
)
def test_every_make_becomes_one_that_every_format_draws(raw: bytes) -> None:
    fresh = printable(raw)
    made = points(fresh)
    assert (made.mode, made.info.get("interlace", 0), made.info.get("progressive", 0)) == ("RGB", 0, 0)
    assert fresh[24:29] == b"\x08\x02\x00\x00\x00" or made.format == "JPEG"
    assert printable(raw) == fresh


def test_what_is_transparent_is_white_on_paper() -> None:
    made = points(printable(png()))
    assert made.getpixel((140, 99)) == (255, 255, 255)
    assert made.getpixel((50, 50)) == (255, 0, 0)
    assert made.getpixel((250, 50)) == (127, 127, 255)


def test_sixteen_bits_grow_from_black_to_white() -> None:
    made = points(printable(sixteen_bits()))
    assert [made.getpixel((x, 5)) for x in (0, 128, 255)] == [(0, 0, 0), (127, 127, 127), (254, 254, 254)]


def test_a_large_picture_is_made_as_small_as_paper_needs() -> None:
    assert picture_of(printable(png(4000, 4000))) == Picture("png", 480, 480)
    assert picture_of(printable(png(4000, 200))) == Picture("png", 1200, 60)


def test_the_largest_that_may_come_in_may_go_out_again(tmp_path: Path) -> None:
    noise = Image.effect_noise((2000, 2000), 90).convert("RGB")
    name = keep_picture(tmp_path, packed(noise, "JPEG", quality=80))
    assert check_picture(read_picture(tmp_path, name))


def test_one_logo_is_kept_and_another_replaces_it(tmp_path: Path) -> None:
    assert keep_picture(tmp_path, png()) == "logo.png"
    assert points(read_picture(tmp_path, "logo.png")).mode == "RGBA"
    assert keep_picture(tmp_path, jpeg()) == "logo.jpg"
    assert [path.name for path in tmp_path.iterdir()] == ["logo.jpg"]


def test_a_picture_that_is_refused_leaves_the_one_before(tmp_path: Path) -> None:
    keep_picture(tmp_path, png())
    before = (tmp_path / "logo.png").read_bytes()
    with pytest.raises(FileProblem):
        keep_picture(tmp_path, MOVING)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"logo.png": before}


def test_a_folder_that_is_gone_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"could not be saved\. It is not there"):
        keep_picture(tmp_path / "gone", png())


@pytest.mark.parametrize("deeper", [False, True])
@pytest.mark.parametrize(
    "name",
    ["", " ", "..", "../logo.png", "a/../../logo.png", "/etc/hosts", "C:/logo.png", "C:logo.png", "CON", "nul.png"],
)
def test_a_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str, deeper: bool) -> None:  # noqa: FBT001
    (tmp_path / "logo.png").write_bytes(png())
    (tmp_path / "in").mkdir()
    with pytest.raises(FileProblem, match="does not stand where pictures are kept"):
        read_picture(tmp_path / "in", name, deeper=deeper)


def test_a_project_keeps_pictures_in_its_folder_alone_and_an_answers_file_also_below(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "logo.png").write_bytes(png())
    assert read_picture(tmp_path, "brand/logo.png", deeper=True) == png()
    with pytest.raises(FileProblem, match="does not stand where"):
        read_picture(tmp_path, "brand/logo.png")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
def test_a_link_may_lead_to_the_same_folder_and_not_out_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (folder / "real.png").write_bytes(png())
    (folder / "logo.png").symlink_to(folder / "real.png")
    assert read_picture(folder, "logo.png") == png()
    for deeper, name, target in ((False, "out.png", tmp_path / "secret.png"), (True, "up", tmp_path)):
        (folder / name).symlink_to(target)
        with pytest.raises(FileProblem, match="a link that leads elsewhere"):
            read_picture(folder, f"{name}/secret.png" if deeper else name, deeper=deeper)


def test_what_is_not_there_no_file_or_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "large.png").write_bytes(b"\0" * (5 * 1024**2 + 1))
    for name, said in (("none.png", "not there"), ("folder.png", "not there"), ("large.png", "larger than 5 MB")):
        with pytest.raises(FileProblem, match=said) as caught:
            read_picture(tmp_path, name)
        assert caught.value.hint
        assert caught.value.where == str(tmp_path / name)
    with pytest.raises(FileProblem, match=r"No file can be named|not there"):
        read_picture(tmp_path, "lo\0go.png")
