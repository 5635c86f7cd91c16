"""Rows and words as found in files: each knows its place, so every error names file and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from soc2desk.domain.problems import ContentProblem, nearest
from soc2desk.reading.convert import convert
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from soc2desk.content.packs import ContentFile
    from soc2desk.domain.problems import Problem
    from soc2desk.reading.located import Located, Path

T = TypeVar("T")
S = TypeVar("S")

Files = dict[str, "ContentFile"]
Known = dict[str, frozenset[str]]
"""The ids there are, by what they are called: criterion, role, control ..."""


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


def rows(sheets: list[Sheet[Any]], key: str, kind: str, problems: list[Problem]) -> list[Found[Any]]:
    """Return the rows under `key` of all sheets; an id that stands twice is added to the problems."""
    found: dict[str, Found[Any]] = {}
    for sheet in sheets:
        for index, row in enumerate(getattr(sheet.content, key)):
            one = Found(row if isinstance(row, str) else row.id, row, sheet.located, (key, index))
            if one.id in found:
                first = found[one.id].where()
                problems.append(one.refuse(f"The {kind} {one.id} stands here and in {first}.", hint="Keep one of the two."))
            found[one.id] = one
    return list(found.values())


def words(sheets: list[Sheet[Any]], key: str, problems: list[Problem]) -> dict[str, Found[Any]]:
    """Return the words under `key` of all sheets by id; an id with words in two files is added to the problems."""
    found: dict[str, Found[Any]] = {}
    for sheet in sheets:
        for id_, value in getattr(sheet.content, key).items():
            one = Found(id_, value, sheet.located, (key, id_))
            if id_ in found:
                problems.append(one.refuse(f"{id_} has words here and in {found[id_].where()}."))
            found[id_] = one
    return found


def join(
    found: list[Found[S]], texts: Mapping[str, Found[T]], kind: str, problems: list[Problem]
) -> Iterator[tuple[Found[S], Found[T]]]:
    """Yield each row with its words. Rows without words, and words without a row, are added to the problems."""
    ids = {one.id for one in found}
    problems.extend(
        text.refuse(f"There are words for a {kind} {text.id}, which does not exist.", hint=nearest(text.id, ids))
        for text in texts.values()
        if text.id not in ids
    )
    for one in found:
        if one.id in texts:
            yield one, texts[one.id]
        else:
            problems.append(one.refuse(f"The {kind} {one.id} has no words.", hint=nearest(one.id, texts.keys() - ids)))


def check_ids(one: Found[Any], field: str, kind: str, ids: Collection[str], problems: list[Problem]) -> None:
    """Add a problem for each id in a field of a row (a text or several) that is not among those known."""
    value = getattr(one.value, field)
    for index, id_ in enumerate((value,) if isinstance(value, str) else value):
        if id_ and id_ not in ids:
            message = f"{one.id} names the {kind} {id_}, which does not exist."
            problems.append(one.refuse(message, field, index, hint=nearest(id_, ids)))


def ids_of(found: list[Found[Any]]) -> frozenset[str]:
    """Return the ids of rows."""
    return frozenset(one.id for one in found)
