"""With whose templates the last packet of a project was made, in a small file beside the project."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_kept_file

if TYPE_CHECKING:
    from pathlib import Path

PAPER_FILE = "templates.json"
_MOST_BYTES = 20_000
_FORMAT = 1
_KEPT = ("folder", "name", "sha256")


@dataclass(frozen=True, slots=True)
class Paper:
    """A firm's own templates as they were: the folder on this computer, its name, the SHA-256 of what differs."""

    folder: str
    name: str
    sha256: str


def read_paper(project: Path) -> Paper | None:
    """Return with what the last packet was made; None for the shipped templates. Raises FileProblem where broken."""
    path = project / PAPER_FILE
    raw = read_kept_file(path, "The note of the templates cannot be read.", _MOST_BYTES)
    if raw is None:
        return None
    try:
        said = json.loads(raw)
        texts = [said[name] for name in _KEPT]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _broken(path) from error
    if not all(isinstance(text, str) and text.isprintable() for text in texts):
        raise _broken(path)
    return Paper(*texts)


def write_paper(project: Path, paper: Paper | None) -> None:
    """Note with what a packet was made; None takes an earlier note away. Raises FileProblem."""
    path = project / PAPER_FILE
    with said_plainly("The note of the templates could not be written.", path):
        if paper is None:
            path.unlink(missing_ok=True)
        else:
            said = {"format": _FORMAT, **asdict(paper)}
            replace_whole(path, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def _broken(path: Path) -> FileProblem:
    hint = "Build the packet with --pack DIR, or with --no-pack for the templates that come with soc2desk."
    return FileProblem("Nothing can be read of the templates of the last packet.", where=str(path), hint=hint)
