"""The key of a class in a file that the instructor keeps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.domain.variants import ClassKey
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.exercise_file import named
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_text_file

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = 1
_MOST_BYTES = 10_000


def write_class_key(path: Path, key: ClassKey) -> None:
    """Write a key into a new file. Raises FileProblem for one that is there already."""
    said = {"soc2desk_class_key": _FORMAT, "exercise": key.exercise, "class": key.class_name, "seed": key.seed}
    with said_plainly("The key could not be written.", path):
        if path.exists():
            message = "A file of this name stands there already; nothing was written."
            raise FileProblem(message, where=str(path), hint="Choose another name: a key in use is never replaced.")
        replace_whole(path, (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())


def read_class_key(path: Path) -> ClassKey:
    """Return the key in a file. Raises ProjectProblem for what is none, FileProblem."""
    return class_key_from(read_text_file(path, "The key cannot be read.", _MOST_BYTES), str(path))


def class_key_from(raw: bytes, where: str) -> ClassKey:
    """Return the key in the bytes of a file. Raises ProjectProblem for what is none."""
    try:
        said = json.loads(raw if len(raw) <= _MOST_BYTES else b"")
        said = said if said["soc2desk_class_key"] == _FORMAT else {}
        return ClassKey(named(said["exercise"]), named(said["class"]), named(said["seed"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "A key is made with: soc2desk exercise key."
        raise ProjectProblem("This is no key of a class.", where=where, hint=hint) from error
