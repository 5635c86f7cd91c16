"""A project as one file for a colleague: which files may stand in it, and the list of them that it holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from soc2desk import __version__
from soc2desk.domain.file_names import is_device
from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.cleaning import clean
from soc2desk.storage.evidence_files import EARLIER, EVIDENCE
from soc2desk.storage.exercise_file import EXERCISE_FILE, MOST_OF_MARK, PRACTICE_FILE
from soc2desk.storage.exercise_file import MOST_BYTES as MOST_OF_EXERCISE
from soc2desk.storage.locked_file import NotWhole
from soc2desk.storage.notebook_file import MOST_BYTES as MOST_OF_NOTEBOOK
from soc2desk.storage.notebook_file import NOTEBOOK_FILE
from soc2desk.storage.pictures import MOST_BYTES as MOST_OF_PICTURE
from soc2desk.storage.pictures import PICTURE_FILES
from soc2desk.storage.projects import PROJECT_FILE
from soc2desk.storage.style_files import MOST_BYTES as MOST_OF_STYLE
from soc2desk.storage.style_files import STYLE_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

ENDING = ".soc2desk"
LIST = "sent.json"
"""The member that lists the others. Of the rest of the folder nothing travels: back-ups, drafts and what was undone."""

MOST_FILES = 50_000
MOST_OF_PROJECT = 64 * 1024 * 1024
"""Bytes of a project's file; ten years of evidence take a fifth of it. It is read into memory as a whole."""
MOST_OF_LIST = 32 * 1024 * 1024
MOST_OF_FILE = 16 * 1024**3
"""Bytes of one file of evidence."""

_FORM = 1
_PRACTICE = {PRACTICE_FILE: MOST_OF_MARK, EXERCISE_FILE: MOST_OF_EXERCISE, NOTEBOOK_FILE: MOST_OF_NOTEBOOK}
_BESIDE = {
    PROJECT_FILE: MOST_OF_PROJECT,
    **_PRACTICE,
    STYLE_FILE: MOST_OF_STYLE,
    **dict.fromkeys(PICTURE_FILES, MOST_OF_PICTURE),
}
_PERIOD = rf"{EARLIER}/(?P<period>[a-z0-9][a-z0-9-]{{0,80}})/"
_PATH = re.compile(
    rf"(?:{_PERIOD})?(?:(?P<beside>{'|'.join(map(re.escape, _BESIDE))})"
    rf"|{EVIDENCE}/(?P<stem>[a-z0-9][a-z0-9-]{{0,150}})(?:\.[a-z0-9]{{1,10}})?)"
)
_DIGEST = re.compile("[0-9a-f]{64}")
_LAST_MOMENT = 2**36  # seconds: far beyond any file, and taken by every system
_LONGEST_NAME = 200
ASK_AGAIN = "Ask for the file again from the person who sent it."


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file as it was sent: where it stands in the project's folder, its bytes, its SHA-256.

    `changed` is when it was written last, in seconds since 1970.
    """

    path: str
    size: int
    digest: str
    changed: int


@dataclass(frozen=True, slots=True)
class SentList:
    """What a file for a colleague says of itself. `made_on` is the day by the clock of whoever made it."""

    name: str
    made_on: date
    with_evidence: bool
    files: tuple[SentFile, ...]


def may_travel(path: str) -> bool:
    """Return whether a file of this path may stand in a project that is sent: what is not known is left out."""
    found = _PATH.fullmatch(path)
    return found is not None and not is_device(found["stem"] or "") and not is_device(found["period"] or "")


def most_bytes(path: str) -> int:
    """Return how large the file at a path that may travel can be."""
    found = _PATH.fullmatch(path)
    return _BESIDE.get(found["beside"] or "", MOST_OF_FILE) if found else 0


def list_to_bytes(sent: SentList) -> bytes:
    """Return the list as it is written, the same bytes each time."""
    rows = [{"path": f.path, "size": f.size, "sha256": f.digest, "changed": f.changed} for f in sent.files]
    said = {
        "form": _FORM, "program": __version__, "name": sent.name, "made_on": sent.made_on.isoformat(),
        "with_evidence": sent.with_evidence, "files": rows,
    }  # fmt: skip
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def list_from_bytes(raw: bytes, where: str) -> SentList:
    """Return the list in a file that was sent. Raises NotWhole for none, ProjectProblem for one of a newer soc2desk."""
    try:
        said = json.loads(raw)
        form = said["form"]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise not_whole("Its list of files is damaged.", where) from error
    if isinstance(form, int) and form > _FORM:
        message = "The file was made by a newer soc2desk."
        raise ProjectProblem(message, where=where, hint="Update soc2desk, then take it in again.")
    try:
        return _list(said)
    except (ValueError, KeyError, TypeError) as error:
        raise not_whole("Its list of files is damaged.", where) from error


def _list(said: dict[str, Any]) -> SentList:
    rows = said["files"]
    if said["form"] != _FORM or not isinstance(rows, list) or len(rows) > MOST_FILES:
        raise ValueError("no list")
    files = tuple(SentFile(str(row["path"]), row["size"], str(row["sha256"]), row["changed"]) for row in rows)
    for file in files:
        _check(file)
    paths = [file.path for file in files]
    wanted = {PROJECT_FILE, *(f"{EARLIER}/{period}/{PROJECT_FILE}" for period in periods_of(files))}
    if len(set(paths)) != len(paths) or not wanted <= set(paths):
        raise ValueError("twice or not at all")
    name, made_on = " ".join(clean(str(said["name"])).split())[:_LONGEST_NAME], date.fromisoformat(said["made_on"])
    return SentList(name, made_on, said["with_evidence"] is True, files)


def _check(file: SentFile) -> None:
    numbers = (file.size, most_bytes(file.path)), (file.changed, _LAST_MOMENT)
    fits = all(type(number) is int and 0 <= number <= most for number, most in numbers)
    if not may_travel(file.path) or not fits or not _DIGEST.fullmatch(file.digest):
        raise ValueError(file.path)


def periods_of(files: Iterable[SentFile]) -> tuple[str, ...]:
    """Return the names of the earlier periods among the files, each once."""
    found = (_PATH.fullmatch(file.path) for file in files)
    return tuple(dict.fromkeys(one["period"] for one in found if one and one["period"]))


def not_whole(why: str, where: str) -> NotWhole:
    """Return the problem of a file that is not as it was sent."""
    return NotWhole(f"The file is not as it was sent. {why}", where=where, hint=ASK_AGAIN)
