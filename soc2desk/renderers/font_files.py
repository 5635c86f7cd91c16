"""Where the font files of the program are: inside the packages of fonts it depends on, used as they come."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import uharfbuzz

from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

_SANS, _SERIF, _ROBOTO = "font_source_sans_pro", "font_source_serif_pro", "font_roboto"
_ARIMO, _ARABIC, _MONO = "fontpkg_arimo", "fontpkg_ibm_plex_sans_arabic", "fontpkg_ibm_plex_mono"
_THAI, _DEVANAGARI = "fontpkg_sarabun", "fontpkg_mukta"

PACKAGED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "SourceSans-Regular": (_SANS, "SourceSansPro-Regular.ttf"),
        "SourceSans-Bold": (_SANS, "SourceSansPro-Semibold.ttf"),
        "SourceSans-Italic": (_SANS, "SourceSansPro-It.ttf"),
        "SourceSans-BoldItalic": (_SANS, "SourceSansPro-SemiboldIt.ttf"),
        "SourceSerif-Regular": (_SERIF, "SourceSerifPro-Regular.ttf"),
        "SourceSerif-Bold": (_SERIF, "SourceSerifPro-Semibold.ttf"),
        "SourceSerif-Italic": (_SERIF, "SourceSerifPro-It.ttf"),
        "SourceSerif-BoldItalic": (_SERIF, "SourceSerifPro-SemiboldIt.ttf"),
        "Roboto-Regular": (_ROBOTO, "Roboto-Regular.ttf"),
        "Roboto-Bold": (_ROBOTO, "Roboto-Bold.ttf"),
        "Roboto-Italic": (_ROBOTO, "Roboto-Italic.ttf"),
        "Roboto-BoldItalic": (_ROBOTO, "Roboto-BoldItalic.ttf"),
        "Mono-Regular": (_MONO, "IBMPlexMono-Regular.ttf"),
        "Arimo-Regular": (_ARIMO, "Arimo[wght].ttf"),
        "Arimo-Italic": (_ARIMO, "Arimo-Italic[wght].ttf"),
        "Arabic-Regular": (_ARABIC, "IBMPlexSansArabic-Regular.ttf"),
        "Arabic-Bold": (_ARABIC, "IBMPlexSansArabic-Bold.ttf"),
        "Thai-Regular": (_THAI, "Sarabun-Regular.ttf"),
        "Thai-Bold": (_THAI, "Sarabun-Bold.ttf"),
        "Devanagari-Regular": (_DEVANAGARI, "Mukta-Regular.ttf"),
        "Devanagari-Bold": (_DEVANAGARI, "Mukta-Bold.ttf"),
    }
)
"""Each face by our name: the package that brings it, and its file there."""


@cache
def letters(name: str) -> uharfbuzz.Set:
    """Return the codes of the characters of a face of PACKAGED, without reading more of its file."""
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path(name)))).unicodes


@cache
def path(name: str) -> Path:
    """Return the file of a face of PACKAGED. Raises FileProblem naming the package when it is not installed."""
    package, file = PACKAGED[name]
    spec = find_spec(package)
    for folder in spec.submodule_search_locations or () if spec else ():
        found = Path(folder) / "files" / file
        if found.is_file():
            return found
    raise FileProblem(
        "A font of the program is missing.",
        where=f"{package}/files/{file}",
        hint=f"Install the program again, or the package {package.replace('_', '-')} alone.",
    )
