"""YAML as plain data with line numbers: every scalar stays text, and nothing clever is let in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.located import Located, Path, Plain
from soc2desk.reading.utf8 import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.problems import Problem

_MOST_BYTES = 5_000_000
_DEEPEST = 40
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(
    source: str | bytes, name: str, problem: type[Problem] = ContentProblem, *, first_line: int = 1
) -> Located:
    """Return the one document in `source` as dicts, lists, text and None, with the line of every value.

    `name` is how errors call the file; `first_line` is the line of the file at which `source` begins. A plain empty
    value or ~ is None, everything else is text: a company called No stays "No". Raises `problem` with file and line
    for anchors, aliases, merge keys, tags, duplicate keys, several documents, binary data, and what is no YAML.
    """
    text = _as_text(source, name, problem)
    growing = _Growing(name, problem, first_line)
    try:
        for event in _events(text):
            growing.take(event)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error, text, growing) from error
    except (yaml.YAMLError, ValueError) as error:
        # The fast parser reports a character it cannot read without a mark.
        hint = "Save the file as plain text in UTF-8."
        raise problem("The file holds characters that YAML does not allow.", where=name, hint=hint) from error
    return growing.done()


def _events(text: str) -> Iterator[yaml.Event]:
    return yaml.parse(text, Loader=_LOADER)


def _as_text(source: str | bytes, name: str, problem: type[Problem]) -> str:
    raw = source if isinstance(source, bytes) else source.encode("utf-8", "replace")
    if len(raw) > _MOST_BYTES:
        raise problem("The file is larger than 5 MB, which no file of this kind is.", where=name)
    return decode(raw, name, problem)


def _not_yaml(error: yaml.MarkedYAMLError, text: str, growing: _Growing) -> Problem:
    lines = text.splitlines()
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    # A quote or bracket that is never closed is noticed behind the last line; what opened it is in the context.
    line = next((one for one in marks if one < len(lines)), marks[0] if marks else 0)
    written = lines[line] if line < len(lines) else ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        return growing.refuse("A tab stands at the beginning of the line.", line, "Indent with spaces.")
    said = (error.problem or "something is missing").strip()
    return growing.refuse(f"This is not well-formed YAML: {said}.", line, "Look for a missing quote, colon or space.")


def _line_of(event: yaml.Event) -> int:
    """Lines are counted from 0 here, as the parser does."""
    return event.start_mark.line if event.start_mark else 0


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end was not seen yet, and the key its next value belongs to."""

    holder: dict[str, Plain] | list[Plain]
    path: Path
    key: str | None = None


class _Growing:
    """The data read so far. Built from parser events, so a bomb of aliases is refused before it grows."""

    def __init__(self, name: str, problem: type[Problem], first_line: int) -> None:
        self._name = name
        self._problem = problem
        self._first_line = first_line
        self._open: list[_Open] = []
        self._root: list[Plain] = []
        self._lines: dict[Path, int] = {}
        self._documents = 0

    def refuse(self, message: str, line: int, hint: str | None = None) -> Problem:
        """Return the problem for a line counted from 0 in the text read."""
        return self._problem(message, where=f"{self._name}, line {line + self._first_line}", hint=hint)

    def done(self) -> Located:
        """Return what was read. Raises the problem class for an empty file."""
        if not self._root or self._root[0] is None:
            raise self._problem("The file is empty.", where=self._name)
        return Located(self._root[0], self._lines, self._name, self._problem)

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser."""
        self._forbid(event)
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._begin({}, event)
            case yaml.SequenceStartEvent():
                self._begin([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
            case yaml.DocumentStartEvent():
                self._documents += 1
            case _:
                pass

    def _forbid(self, event: yaml.Event) -> None:
        line = _line_of(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = "Write the value out, or quote it."
            raise self.refuse("Anchors (&) and aliases (*) cannot be used here.", line, hint)
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None):
            hint = "Quote the value if it begins with an exclamation mark."
            raise self.refuse("Tags (!) cannot be used here.", line, hint)
        if isinstance(event, yaml.DocumentStartEvent) and self._documents:
            raise self.refuse("The file holds more than one document.", line, "Keep one, without further --- lines.")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        line = _line_of(event)
        plain = event.style in {None, ""}
        top = self._open[-1] if self._open else None
        if top is not None and isinstance(top.holder, dict) and top.key is None:
            self._key(top, event.value, line, plain=plain)
        else:
            self._put(None if plain and event.value in {"", "~"} else event.value, line)

    def _key(self, top: _Open, key: str, line: int, *, plain: bool) -> None:
        if plain and key in {"", "<<"}:
            raise self.refuse("A key is missing here, or it is a merge key (<<).", line, "Write each key out.")
        if key in top.holder:
            raise self.refuse(f"The key {key} stands here twice.", line, "Keep one of the two.")
        top.key = key
        self._lines[*top.path, key] = line + self._first_line

    def _begin(self, holder: dict[str, Plain] | list[Plain], event: yaml.CollectionStartEvent) -> None:
        line = _line_of(event)
        if self._open and isinstance(self._open[-1].holder, dict) and self._open[-1].key is None:
            raise self.refuse("A key must be a single word or text.", line)
        if len(self._open) >= _DEEPEST:
            raise self.refuse(f"The data is nested more than {_DEEPEST} levels deep.", line)
        self._open.append(_Open(holder, self._put(holder, line)))

    def _put(self, value: Plain, line: int) -> Path:
        if not self._open:
            self._root.append(value)
            self._lines[()] = line + self._first_line
            return ()
        top = self._open[-1]
        if isinstance(top.holder, list):
            top.holder.append(value)
            path: Path = (*top.path, len(top.holder) - 1)
        else:
            path = (*top.path, str(top.key))
            top.holder[str(top.key)] = value
            top.key = None
        self._lines.setdefault(path, line + self._first_line)
        return path
