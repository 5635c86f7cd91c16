"""Rows and words as found in files: each knows its place, so every error names file and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.convert import convert
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from soc2desk.content.packs import ContentFile
    from soc2desk.domain.problems import Problem
    from soc2desk.reading.located import Located, Path

T = TypeVar("T")

Files = dict[str, "ContentFile"]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from a file, and where it stands."""

    id: str
    value: T
    located: Located
    path: Path

    def where(self, *more: str | int) -> str:
        """Return file and line of the value, or of something in it."""
        return self.located.where((*self.path, *more))

    def refuse(self, message: str, *more: str | int, hint: str | None = None) -> Problem:
        """Return (not raise) a problem about the value, or about something in it."""
        return self.located.refuse(message, (*self.path, *more), hint)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One file, read and converted."""

    located: Located
    content: T


def read_sheets(files: Files, stem: str, shape: type[T], kind: str) -> list[Sheet[T]]:
    """Return the files whose place begins with `stem`, converted; at least one must be there."""
    chosen = [file for place, file in files.items() if place.startswith(stem)]
    if not chosen:
        raise ContentProblem(f"The content has no file {stem}.", hint="Install the program again.")
    return [_sheet(file, shape, kind) for file in chosen]


def _sheet(file: ContentFile, shape: type[T], kind: str) -> Sheet[T]:
    located = read_yaml(file.read(), file.name)
    return Sheet(located, convert(located, shape, kind))
