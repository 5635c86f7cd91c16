"""Fonts of this computer, asked only for letters that no packaged face has: Chinese, Japanese, Korean, emoji and more.

Only TrueType outlines can go into a PDF of ours, and only fonts that allow it. The order of search does not depend on
how a folder lists its files, so the same computer draws the same bytes. What a font holds is read once in a process.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import uharfbuzz

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

EXTRA = "SOC2DESK_FONTS"
"""The environment's name for a folder of fonts that is asked before all others."""

_BROUGHT = (("paperang_p2_fonts_cjk", "fonts"),)
"""Packages of fonts that are used where somebody installed them."""
_FIRST = (
    "droidsansfallbackfull", "droidsansfallback", "wqy-microhei", "wqy-zenhei", "notosanssc", "notosansjp",
    "notosanskr", "msyh", "simsun", "yugothm", "meiryo", "msgothic", "malgun", "arial unicode",
    "hiragino", "applegothic",
    "notoemoji", "symbola", "seguisym", "seguiemj", "dejavusans", "notosans", "arial",
)  # fmt: skip
"""Beginnings of file names, the most complete faces first."""
_OTHER_CUTS = re.compile("bold|italic|oblique|condensed|light|black|thin|medium|mono|serif", re.IGNORECASE)
_ENDINGS = {".ttf", ".ttc"}
_LARGEST = 80_000_000  # bytes; beyond, reading one name would cost seconds
_RESTRICTED = 0x0002  # a licence that allows no embedding, in the second field of table OS/2
_STACKED = (*range(0x0900, 0x0E00), *range(0x0F00, 0x10A0), *range(0x1780, 0x1800))
"""Scripts of India, Tibet, Burma and Cambodia: no use in a face that has no rules to join them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A face in a file: the file, and which of the faces in it."""

    path: Path
    index: int = 0


def places_with(char: str) -> Iterator[Place]:
    """Yield the faces of this computer that have a character, the one that is liked best first."""
    code = ord(char)
    return (place for place in _places() if code in _letters(place))


@cache
def _places() -> tuple[Place, ...]:
    found: dict[Path, None] = {}
    for folder in _folders():
        found.update(dict.fromkeys(sorted(_files(folder), key=_rank)))
    return tuple(Place(path, index) for path in found for index in range(_faces_in(path)))


def _folders() -> Iterator[Path]:
    """Yield where fonts are kept: what the person names, packages, then the system's own places."""
    yield from (Path(part) for part in os.environ.get(EXTRA, "").split(os.pathsep) if part)
    for package, inside in _BROUGHT:
        spec = find_spec(package)
        yield from (Path(folder) / inside for folder in (spec.submodule_search_locations or () if spec else ()))
    yield from _folders_of(sys.platform)


def _folders_of(system: str) -> tuple[Path, ...]:
    if system == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts"
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", own)
    home = Path.home()
    if system == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts")
    own = Path(os.environ.get("XDG_DATA_HOME", "") or home / ".local" / "share") / "fonts"
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own, home / ".fonts")


def _files(folder: Path) -> Iterator[Path]:
    """Yield the font files in a folder and below; what cannot be read is left out."""
    for above, _, names in os.walk(folder):
        for name in names:
            path = Path(above) / name
            if path.suffix.lower() in _ENDINGS and path.is_file():
                yield path


def _rank(path: Path) -> tuple[int, bool, str, str]:
    """Return the place of a file in the order of search: known names first, upright faces of usual weight first."""
    name = path.name.casefold()
    liked = next((at for at, start in enumerate(_FIRST) if name.startswith(start)), len(_FIRST))
    return liked, _OTHER_CUTS.search(name) is not None, name, str(path)


def _faces_in(path: Path) -> int:
    """Return how many faces a file holds; none for one that is too large or cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            return 0
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return 0
    return min(int.from_bytes(head[8:12], "big"), 32) if head[:4] == b"ttcf" else 1


@cache
def _letters(place: Place) -> Container[int]:
    """Return the codes of the characters of a face; none where it cannot be embedded."""
    try:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(place.path)), place.index)
        if "glyf" not in face.table_tags or _is_restricted(face):
            return ()
        codes: Container[int] = face.unicodes
        if "GSUB" not in face.table_tags:
            codes -= uharfbuzz.Set(_STACKED)
    except (OSError, ValueError, uharfbuzz.HarfBuzzError):
        return ()
    return codes


def _is_restricted(face: uharfbuzz.Face) -> bool:
    about = face.reference_table("OS/2").data
    return bool(int.from_bytes(about[8:10], "big") & _RESTRICTED)
