"""Rows joined with their words, and every id they name checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from soc2desk.content.found import Found
from soc2desk.content.known_names import DERIVED
from soc2desk.domain.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from soc2desk.content.found import Files, Sheet
    from soc2desk.content.words import WordsFile
    from soc2desk.domain.problems import Problem
    from soc2desk.domain.questions import Question


_PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,59}")


def _derived() -> dict[str, Question | None]:
    return dict.fromkeys(DERIVED)


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of the content: what is read from, and what grows while it goes on.

    `known` holds the ids there are by what they are called (criterion, role, control ...); `names` every name a
    condition or statement may use, None for one that no question asks; `problems` what is wrong so far.
    """

    files: Files
    texts: Sequence[Sheet[WordsFile]] = ()
    phrases: dict[str, str] = field(default_factory=dict)
    known: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[str, Question | None] = field(default_factory=_derived)
    problems: list[Problem] = field(default_factory=list)


def rows(sheets: Sequence[Sheet[Any]], key: str, kind: str, reading: Reading) -> list[Found[Any]]:
    """Return the rows under `key` of all sheets and note their ids as known. An id that stands twice is a problem."""
    found: dict[str, Found[Any]] = {}
    for sheet in sheets:
        for index, row in enumerate(getattr(sheet.content, key)):
            one = Found(row if isinstance(row, str) else row.id, row, sheet.located, (key, index))
            check_plain_id(one, reading)
            if one.id in found:
                message = f"The {kind} {one.id} stands here and in {found[one.id].where()}."
                reading.problems.append(one.refuse(message, hint="Keep one of the two."))
            found[one.id] = one
    reading.known[kind] = frozenset(found)
    return list(found.values())


def check_plain_id(one: Found[Any], reading: Reading) -> None:
    """Note a problem for an id that could lead somewhere where it becomes part of the name of a file."""
    if not _PLAIN_ID.fullmatch(one.id):
        hint = "Write letters a to z, digits, hyphens, underscores and full stops; begin with a letter or a digit."
        reading.problems.append(one.refuse("This is no id.", hint=hint))


def words(reading: Reading, key: str) -> dict[str, Found[Any]]:
    """Return the words under `key` by id. An id with words in two files is a problem."""
    found: dict[str, Found[Any]] = {}
    for sheet in reading.texts:
        for id_, value in getattr(sheet.content, key).items():
            one = Found(id_, value, sheet.located, (key, id_))
            if id_ in found:
                reading.problems.append(one.refuse(f"{id_} has words here and in {found[id_].where()}."))
            found[id_] = one
    return found


def join(found: list[Found[Any]], key: str, kind: str, reading: Reading) -> Iterator[tuple[Found[Any], Found[Any]]]:
    """Yield each row with its words under `key`. Rows without words, and words without a row, are problems."""
    texts = words(reading, key)
    ids = {one.id for one in found}
    reading.problems.extend(
        text.refuse(f"There are words for a {kind} {text.id}, which does not exist.", hint=nearest(text.id, ids))
        for text in texts.values()
        if text.id not in ids
    )
    for one in found:
        if one.id in texts:
            yield one, texts[one.id]
        else:
            hint = nearest(one.id, texts.keys() - ids)
            reading.problems.append(one.refuse(f"The {kind} {one.id} has no words.", hint=hint))


def check_ids(one: Found[Any], name: str, kind: str, reading: Reading, also: Collection[str] = ()) -> None:
    """Note a problem for each id in a field of a row (one text or several) that is neither known nor in `also`."""
    value = getattr(one.value, name)
    known = reading.known[kind].union(also)
    for index, id_ in enumerate((value,) if isinstance(value, str) else value):
        if id_ and id_ not in known:
            message = f"{one.id} names the {kind} {id_}, which does not exist."
            reading.problems.append(one.refuse(message, name, index, hint=nearest(id_, known)))


def check_categories(one: Found[Any], reading: Reading) -> None:
    """Note a problem for each category of a row that is neither one of the five nor "always"."""
    check_ids(one, "categories", "category", reading, ("always",))
