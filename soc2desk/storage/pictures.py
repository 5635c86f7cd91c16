"""A company's logo as a file: checked before it is unpacked, drawn anew so that nothing hidden in it travels."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NoReturn

from soc2desk.domain.file_names import is_device
from soc2desk.domain.pictures import Picture, picture_of
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import write_out
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.values import quoted
from soc2desk.storage.vector_pictures import as_points, is_vector

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 4_000
LEAST_PIXELS = 16
MOST_TIMES_AS_LONG = 20
MOST_SCANS = 100
"""Turns in which a JPEG gets sharper; usual are ten. Thousands in a small file take minutes to draw."""
PICTURES = ("logo", "firm_logo")
"""The questions whose answers are pictures in the project's folder."""
PICTURE_FILES = ("logo.png", "logo.jpg", "firm-logo.png", "firm-logo.jpg")
PRINTED = (1_200, 480)
"""The most pixels that stand on a cover: 600 dots an inch where the logo is largest."""

_SCAN = b"\xff\xda"
_WORKING = "PNG, JPEG and SVG pictures work."
_SMALLER = "Save it smaller, for example 800 pixels wide."
_DAMAGED = "The picture is damaged or not complete."
_AGAIN = "Save it again from the program it was made with, as PNG, and choose that file."
_SEEN = 235  # of 255: what is lighter is not seen on paper
_QUALITY = 95
_OTHERS = (
    (rb"GIF8", "a GIF"),
    (rb"RIFF....WEBP", "a WebP"),
    (rb"BM", "a BMP"),
    (rb"II\*\0|MM\0\*", "a TIFF"),
    (rb"....ftyp(?:heic|heix|mif1|msf1|avif)", "a HEIC or AVIF"),
    (rb"%PDF", "a PDF"),
)


def check_picture(raw: bytes) -> Picture:
    """Return what a picture is. Raises FileProblem for one that cannot stand on a cover, saying why and what to do."""
    raw = _points(raw)
    said = _said(raw)
    _draw_anew(raw, said)
    return said


def keep_picture(folder: Path, raw: bytes, question: str = "logo") -> str:
    """Keep a picture as the answer to one of PICTURES and return the name of its file; one before it is replaced.

    What is kept is drawn anew: where and with what a photo was taken stays behind.
    """
    raw = _points(raw)
    said = _said(raw)
    image = _draw_anew(raw, said)
    image.thumbnail(PRINTED)
    fresh = _written(image, said.kind)
    stem = question.replace("_", "-")
    name = f"{stem}.{said.suffix}"
    with said_plainly("The picture could not be saved.", folder / name):
        _replace(folder / name, fresh)
        for other in PICTURE_FILES:
            if other != name and other.startswith(f"{stem}."):
                (folder / other).unlink(missing_ok=True)
    return name


def read_picture(folder: Path, name: str, *, deeper: bool = False) -> bytes:
    """Return a picture that stands in a folder, or with `deeper` also in a folder inside it.

    Raises FileProblem for any other place, links that lead out included, and for what is not there or too large.
    """
    path = _inside(folder, name, deeper=deeper)
    with said_plainly("The picture cannot be read.", path):
        if not path.is_file():
            _refuse(f"The picture {quoted(name)} is not there.", path, "Put it back there, or choose a logo again.")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        _refuse(f"The picture is larger than {MOST_BYTES // 1024**2} MB.", path, _SMALLER)
    return raw


def printable(raw: bytes) -> bytes:
    """Return a picture as covers take it: plain PNG or JPEG in red, green and blue, on white, of a sensible size."""
    raw = _points(raw)
    said = _said(raw)
    image = _on_white(_draw_anew(raw, said))
    image.thumbnail(PRINTED)
    return _written(image, said.kind)


def _points(raw: bytes) -> bytes:
    """Return a picture as points: an SVG is drawn, any other is as it is."""
    return as_points(raw) if is_vector(raw) else raw


def _said(raw: bytes) -> Picture:
    """Return what the head of a picture says, once its size is one that may be unpacked."""
    if len(raw) > MOST_BYTES:
        _refuse(f"The picture takes {len(raw) / 1024**2:,.0f} MB; at most {MOST_BYTES // 1024**2} fit.", hint=_SMALLER)
    said = picture_of(raw)
    if said is None:
        _refuse_kind(raw)
    for way, pixels in (("wide", said.width), ("high", said.height)):
        if pixels > MOST_PIXELS:
            _refuse(f"The picture is {pixels:,} pixels {way}; at most {MOST_PIXELS:,} fit.", hint=_SMALLER)
        if pixels < LEAST_PIXELS:
            hint = "Choose a larger one, for example 800 pixels wide."
            _refuse(f"The picture is {pixels:,} pixels {way}; it needs at least {LEAST_PIXELS}.", hint=hint)
    if max(said.width, said.height) > MOST_TIMES_AS_LONG * min(said.width, said.height):
        _refuse("The picture is so long and narrow that it would print as a line.", hint="Choose a less narrow one.")
    if said.kind == "jpeg" and raw.count(_SCAN) > MOST_SCANS:
        _refuse("The picture is drawn in far more turns than a camera or a program writes.", hint=_AGAIN)
    return said


def _refuse_kind(raw: bytes) -> NoReturn:
    if not raw:
        _refuse("The file is empty.", hint="Choose another file.")
    if raw.startswith((b"\x89PNG", b"\xff\xd8")):
        _refuse(_DAMAGED, hint=_AGAIN)
    other = next((name for start, name in _OTHERS if re.match(start, raw[:400], re.DOTALL | re.IGNORECASE)), "")
    if other:
        _refuse(f"This is {other} file. {_WORKING}", hint="Save or export it as PNG, then choose that file.")
    _refuse(f"This file is no picture that can be printed. {_WORKING}", hint="Choose another file.")


def _refuse(message: str, place: Path | None = None, hint: str = "") -> NoReturn:
    raise FileProblem(message, where=str(place) if place else None, hint=hint or None)


def _draw_anew(raw: bytes, said: Picture) -> Image:
    """Return the points of a picture, upright, in eight bits a colour, with nothing else that stood in its file."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - half a megabyte that only a logo needs

    try:
        with Image.open(BytesIO(raw), formats=("PNG", "JPEG", "MPO")) as opened:
            # What a picture says of its size is checked before; what unpacking makes of it must agree.
            if opened.size != (said.width, said.height):
                _refuse(_DAMAGED, hint=_AGAIN)
            image = ImageOps.exif_transpose(opened)
        plain = _eight_bits(image)
    except FileProblem:
        raise
    except Exception as error:  # whatever a broken file breaks in the reader, it is the file that is broken
        raise FileProblem(_DAMAGED, hint=_AGAIN) from error
    if _on_white(plain).convert("L").point(lambda value: value <= _SEEN).getbbox() is None:
        message = "The picture is white, or so light that nothing of it is seen on paper."
        _refuse(message, hint="Choose the version that is made for a white ground.")
    return plain


def _eight_bits(image: Image) -> Image:
    if image.mode.startswith("I") or image.mode == "F":
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    seen_through = "A" in image.getbands() or "a" in image.getbands() or "transparency" in image.info
    return image.convert("RGBA" if seen_through else "RGB")


def _on_white(image: Image) -> Image:
    if image.mode == "RGB":
        return image.copy()
    from PIL import Image  # noqa: PLC0415 - loaded by then

    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _written(image: Image, kind: str) -> bytes:
    """Return the file of a picture. The points are put in a picture of their own, so no profile or note goes along."""
    from PIL import Image  # noqa: PLC0415 - loaded by then

    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    target = BytesIO()
    if kind == "jpeg":
        bare.save(target, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    else:
        bare.save(target, "PNG", optimize=True)
    return target.getvalue()


def _inside(folder: Path, name: str, *, deeper: bool) -> Path:
    """Return the file of a name, once it stands where it may."""
    for flavour in (PurePosixPath(name), PureWindowsPath(name)):
        long = len(flavour.parts) != 1 and not deeper
        outside = flavour.is_absolute() or flavour.drive or ".." in flavour.parts or any(map(is_device, flavour.parts))
        if not name.strip() or outside or long:
            hint = "Put it beside the answers." if deeper else "Choose the logo again; a copy of it is kept."
            _refuse(f"The picture {quoted(name)} does not stand where pictures are kept.", folder, hint)
    try:
        home, real = Path(os.path.realpath(folder)), Path(os.path.realpath(folder / name))
    except ValueError:  # a name that no system can hold
        _refuse(f"No file can be named {quoted(name)}.", folder, "Choose a logo again.")
    if not real.is_relative_to(home):
        _refuse(f"The picture {quoted(name)} is a link that leads elsewhere.", folder, "Put the picture itself there.")
    return folder / name


def _replace(path: Path, raw: bytes) -> None:
    # Unlike a project's own file, a link of this name is not followed: it is replaced by the picture.
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(raw)
            write_out(file)
        fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink()
