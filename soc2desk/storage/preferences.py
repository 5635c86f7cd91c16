"""What a person likes, in one small file: read so that nothing in it can stop the program, written as a whole."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from soc2desk.domain.looks import STYLES
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.reading.convert import decode_json
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.signing_keys import LONGEST_NAME, is_key
from soc2desk.storage.values import COLOR_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

T = TypeVar("T")

FORMAT = 1
FEWEST_BACKUPS, MOST_BACKUPS = 1, 365
SMALLEST_TYPE, LARGEST_TYPE = 60, 220
"""The size of type in the presenter view, in percent of what fits an ordinary projector."""

_LANGUAGE = re.compile("[a-z]{2}(-[A-Z]{2})?")
_ORDER = re.compile("[a-z]{0,20}")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_LONGEST = 4096
_MOST_ROWS = 500
_MOST_BYTES = 2_000_000
_MOST_KEPT = 99
_WIDEST, _MOST_AREAS = 20_000, 8


class Look(StrEnum):
    """The colours of the window: as the system has them, or one of our two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Preferences:
    """What a person likes. Paths are texts; empty means the usual place, nothing or nobody.

    `firm_logo` is the file of the logo that new projects begin with. `hidden` are folders taken from the list of
    projects, `outside` projects opened from elsewhere, the newest first.
    `windows` holds the window's place by size of screen, `places` the last place by project folder, `splits` the
    widths of divided areas by their name. `trusted_keys` holds the names of those whose signatures are known, by their
    public keys. `usual_brand` is the file of the brand that new projects begin with. `list_order` is what comes first
    in the list of projects, `presenter_size` the size of type in the presenter view, in percent.
    """

    workspace: str = ""
    look: Look = Look.SYSTEM
    language: str = "en"
    pack: str = ""
    accent_color: str = ""
    prepared_by: str = ""
    document_look: str = ""
    firm_logo: str = ""
    usual_brand: str = ""
    backups_kept: int = 14
    hidden: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    windows: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    splits: dict[str, tuple[int, ...]] = field(default_factory=dict)
    preview_shown: bool = True
    list_order: str = ""
    teaching_notes: bool = False
    presenter_size: int = 100
    trusted_keys: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Format:
    """The one key that is read before all others."""

    format: int


def read_preferences(path: Path) -> tuple[Preferences, Problem | None]:
    """Return the preferences of a file, with what was wrong beside them; defaults where nothing can be read.

    A file that cannot be used is kept under another name.
    """
    try:
        raw = _raw(path)
        return (Preferences(), None) if raw is None else (_decoded(raw, path), None)
    except FileProblem as problem:
        return Preferences(), problem
    except ProjectProblem as problem:
        return Preferences(), _set_aside(path, problem)


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Write preferences as a whole, at once. Raises FileProblem; the file is then as it was."""
    data = {"format": FORMAT, **asdict(fitting(preferences))}
    with said_plainly("The settings could not be saved.", path):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, (json.dumps(data, ensure_ascii=True, indent=1) + "\n").encode())


def fitting(preferences: Preferences) -> Preferences:
    """Return preferences with every value inside what the program can use."""
    given = preferences
    return replace(
        given,
        workspace=_short(given.workspace),
        language=given.language if _LANGUAGE.fullmatch(given.language) else "en",
        pack=_short(given.pack),
        accent_color=given.accent_color.lower() if re.fullmatch(COLOR_PATTERN, given.accent_color) else "",
        prepared_by=_short(given.prepared_by),
        document_look=given.document_look if given.document_look in STYLES else "",
        firm_logo=_short(given.firm_logo),
        usual_brand=_short(given.usual_brand),
        backups_kept=min(max(given.backups_kept, FEWEST_BACKUPS), MOST_BACKUPS),
        hidden=_paths(given.hidden),
        outside=_paths(given.outside),
        windows=_texts(given.windows),
        places=_texts(given.places),
        list_order=given.list_order if _ORDER.fullmatch(given.list_order) else "",
        splits={name: _sizes(sizes) for name, sizes in _newest(given.splits) if _short(name)},
        presenter_size=min(max(given.presenter_size, SMALLEST_TYPE), LARGEST_TYPE),
        trusted_keys=_keys(given.trusted_keys),
    )


def _raw(path: Path) -> bytes | None:
    with said_plainly("The settings cannot be read; the usual ones are taken.", path):
        try:
            with path.open("rb") as file:
                return file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            return None


def _decoded(raw: bytes, path: Path) -> Preferences:
    if len(raw) > _MOST_BYTES:
        raise ProjectProblem("The settings file is far too large.", where=str(path))
    written = decode_json(raw, _Format, str(path), ProjectProblem).format
    if written != FORMAT:
        raise ProjectProblem("The settings were written by another version of soc2desk.", where=str(path))
    return fitting(decode_json(raw, Preferences, str(path), ProjectProblem))


def _set_aside(path: Path, problem: Problem) -> Problem:
    """Keep a file that cannot be used under the first free name, and say so."""
    names = (path.with_name(f"{path.stem}.set-aside-{number}{path.suffix}") for number in range(1, _MOST_KEPT))
    free = next((name for name in names if not name.exists()), None)
    hint = "The usual settings are taken."
    if free is not None:
        with suppress(OSError):
            path.replace(free)
            hint = f"The usual settings are taken; the file is kept as {free.name}, in the same folder."
    return ProjectProblem(problem.message, where=str(path), hint=hint)


def _sizes(sizes: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(min(max(size, 0), _WIDEST) for size in sizes[:_MOST_AREAS])


def _short(text: str) -> str:
    # A path that is no Unicode text could not be read again.
    return text.strip() if len(text) <= _LONGEST and not _UNFIT.search(text) else ""


def _paths(paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for path in map(_short, paths) if path))[:_MOST_ROWS]


def _texts(texts: dict[str, str]) -> dict[str, str]:
    return {name: _short(text) for name, text in _newest(texts) if _short(name) and _short(text)}


def _keys(keys: dict[str, str]) -> dict[str, str]:
    named = {key: clean(name)[:LONGEST_NAME] for key, name in _newest(keys) if is_key(key)}
    return {key: name for key, name in named.items() if name and name.isprintable()}


def _newest(table: Mapping[str, T]) -> list[tuple[str, T]]:
    """Return the rows written last; older ones are of projects and screens long gone."""
    return list(table.items())[-_MOST_ROWS:]
