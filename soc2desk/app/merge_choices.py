"""What a person chose for the differences of two copies, read from a file: one line for each, path and side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.merging import chosen_for
from soc2desk.domain.merging import Side
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.plain_files import read_text_file

GROUP = ".*"
"""What ends the path of a whole table, or of a whole row, in such a file."""

if TYPE_CHECKING:
    from soc2desk.app.merging import Looked


def choices_in(path: Path, looked: Looked) -> dict[str, Side]:
    """Return the choices in a file of lines such as "people.sam.end: theirs".

    "people.*: theirs" is said of all people that wait for a choice and have no line of their own.
    Raises UsageProblem with its line for a path that differs in nothing and for what is no side, FileProblem.
    """
    content = read_text_file(path, "The file with the choices cannot be read.")
    located = read_yaml(content, str(path), UsageProblem)
    if not isinstance(located.data, dict):
        raise located.refuse("The file holds no choices.", (), "Write one in each line: people.sam.end: theirs")
    paths = [one.path for one in looked.found]
    groups = {name: {one for one in paths if one.startswith(name[:-1])} for name in located.data if _is_group(name)}
    known = {*paths, *(name for name, among in groups.items() if among)}
    for name, side in located.data.items():
        if name not in known:
            hint = nearest(name, paths) or "soc2desk merge with --show lists the differences by their paths."
            raise located.refuse(f"{name} is no difference between the two copies.", (name,), hint)
        if side not in set(Side):
            raise located.refuse(f"{name} takes mine or theirs, not {side!r}.", (name,), "Write mine or theirs.")
    said = {name: Side(str(side)) for name, side in located.data.items()}
    chosen = {name: side for name, side in said.items() if name not in groups}
    # The nearer group first: people.sam.* before people.*, whatever their order in the file.
    for name in sorted(groups, key=len, reverse=True):
        chosen = chosen_for(looked, said[name], chosen, groups[name])
    return chosen


def _is_group(name: str) -> bool:
    return name.endswith(GROUP)
