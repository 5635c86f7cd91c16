"""What a file of a pack changes, by the ids that people know it by: documents, clauses, controls, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.reading.located import Plain

_DOCUMENT = re.compile(r"^id:[ \t]*(?P<id>[A-Z0-9-]+)[ \t]*$", re.MULTILINE)
_NAMED = re.compile(r"^(?P<head>##+|[0-9]{1,9}[.)])[ \t]+@(?P<id>[a-z0-9][a-z0-9-]*)")
_HEADER = "header"
_SECTION = "##"


@dataclass(frozen=True, slots=True)
class Overridden:
    """Ids whose text a pack changes, adds or leaves out, in reading order."""

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def overridden(name: str, before: str, after: str) -> Overridden:
    """Return what differs between a shipped text and a pack's. `name` is the file that a problem names.

    Raises ContentProblem with file and line for YAML that cannot be read.
    """
    old, new = (_parts(name, text) for text in (before, after))
    return Overridden(
        tuple(key for key in new if key in old and old[key] != new[key]),
        tuple(key for key in new if key not in old),
        tuple(key for key in old if key not in new),
    )


def document_id(text: str) -> str:
    """Return the id that a document's header gives; empty for a piece without a header."""
    found = _DOCUMENT.search(text.split("\n---", 1)[0]) if text.startswith("---") else None
    return found["id"] if found else ""


def _parts(name: str, text: str) -> dict[str, str]:
    return dict(_leaves(read_yaml(text, name).data) if name.endswith(".yaml") else _stretches(text))


def _stretches(text: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a document from one written id to the next."""
    document = document_id(text)
    section, name, lines = "", _HEADER, list[str]()
    for line in text.split("\n"):
        found = _NAMED.match(line)
        if found:
            yield _joined(document, section, name), "\n".join(lines).rstrip()
            lines = []
            is_section = found["head"] == _SECTION
            section, name = (found["id"], "") if is_section else (section, found["id"])
        lines.append(line)
    yield _joined(document, section, name), "\n".join(lines).rstrip()


def _joined(*names: str) -> str:
    return "/".join(name for name in names if name)


def _leaves(data: Plain, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every value by its keys; a row of a list goes by its id, another one by its position."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list) and any(isinstance(row, dict) for row in data):
        for number, row in enumerate(data, 1):
            known = row.get("id") if isinstance(row, dict) else None
            yield from _leaves(row, f"{path}.{known or number}")
    else:
        yield path, repr(data)
