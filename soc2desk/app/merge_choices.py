"""What a person chose for the differences of two copies, read from a file: one line for each, path and side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.domain.merging import Side
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.plain_files import read_text_file

if TYPE_CHECKING:
    from soc2desk.app.merging import Looked


def choices_in(path: Path, looked: Looked) -> dict[str, Side]:
    """Return the choices in a file of lines such as "people.sam.end: theirs".

    Raises UsageProblem with its line for a path that differs in nothing and for what is no side, FileProblem.
    """
    content = read_text_file(path, "The file with the choices cannot be read.")
    located = read_yaml(content, str(path), UsageProblem)
    if not isinstance(located.data, dict):
        raise located.refuse("The file holds no choices.", (), "Write one in each line: people.sam.end: theirs")
    known = {one.path for one in looked.found}
    for name, side in located.data.items():
        if name not in known:
            hint = nearest(name, known) or "soc2desk merge with --show lists the differences by their paths."
            raise located.refuse(f"{name} is no difference between the two copies.", (name,), hint)
        if side not in set(Side):
            raise located.refuse(f"{name} takes mine or theirs, not {side!r}.", (name,), "Write mine or theirs.")
    return {name: Side(str(side)) for name, side in located.data.items()}
