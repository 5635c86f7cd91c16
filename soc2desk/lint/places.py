"""From the keys of a row ("controls/ACC-07/statement") to the file and line where a person finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.packs import content_files
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.reading.located import Located
    from soc2desk.reading.located import Path as Keys


class Places:
    """The content files of one reading, opened when the first place is asked for."""

    def __init__(self, pack: Path | None, language: str) -> None:
        self.pack, self.language = pack, language
        self._sheets: list[Located] = []

    def find(self, where: str) -> str:
        """Return "file, line N" for keys; anything else, and keys that stand in no file, come back as they are."""
        kind, *keys = where.split("/")
        if not keys or ", line " in where:
            return where
        places = [(len(path), sheet.where(path)) for sheet in self._read() for path in _paths(sheet, kind, keys)]
        return max(places, key=lambda found: found[0])[1] if places else where

    def _read(self) -> list[Located]:
        if not self._sheets:
            files = content_files(self.pack, self.language)
            self._sheets = [read_yaml(f.read(), f.name) for place, f in files.items() if place.endswith(".yaml")]
        return self._sheets


def _paths(sheet: Located, kind: str, keys: list[str]) -> Iterator[Keys]:
    """Yield the longest path of a sheet that leads towards the keys, if it gets to the id at least."""
    if kind == "phrases":
        yield from [path for path in [tuple(keys[0].split("."))] if path in sheet.lines]
        return
    table = sheet.data.get(kind) if isinstance(sheet.data, dict) else None
    if isinstance(table, dict) and keys[0] in table:
        yield _deepest(sheet, (kind, keys[0]), keys[1:])
    elif isinstance(table, list):
        for index, row in enumerate(table):
            if isinstance(row, dict) and row.get("id") == keys[0]:
                yield _deepest(sheet, (kind, index), keys[1:])


def _deepest(sheet: Located, path: Keys, rest: list[str]) -> Keys:
    for key in rest:
        if (*path, key) not in sheet.lines:
            break
        path = (*path, key)
    return path
