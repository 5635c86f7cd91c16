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
    """The content files of one reading; each is opened when a place in it is asked for."""

    def __init__(self, pack: Path | None, language: str) -> None:
        self.pack, self.language = pack, language
        self._raw: dict[str, bytes] = {}
        self._read: dict[str, Located] = {}

    def find(self, where: str) -> str:
        """Return "file, line N" for keys; anything else, and keys that stand in no file, come back as they are."""
        kind, *keys = where.split("/")
        if not keys or ", line " in where:
            return where
        sheets = self._with(keys[0].rpartition(".")[2])
        places = [(len(path), sheet.where(path)) for sheet in sheets for path in _paths(sheet, kind, keys)]
        return max(places, key=lambda found: found[0])[1] if places else where

    def _with(self, word: str) -> Iterator[Located]:
        """Yield the files that hold a word; reading only those keeps a long list of faults quick."""
        if not self._raw:
            files = content_files(self.pack, self.language).values()
            self._raw = {file.name: file.read() for file in files if file.place.endswith(".yaml")}
        for name, raw in self._raw.items():
            if word.encode() in raw:
                if name not in self._read:
                    self._read[name] = read_yaml(raw, name)
                yield self._read[name]


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
