"""The words of a language: texts by id, and the small phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.found import Sheet
from soc2desk.content.words import WordsFile
from soc2desk.reading.convert import convert
from soc2desk.reading.yaml_lines import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.content.found import Files
    from soc2desk.domain.problems import Problem
    from soc2desk.reading.located import Located, Path, Plain

Phrases = dict[str, str]

_THEMES = frozenset(
    {
        "criteria",
        "controls",
        "requests",
        "policies",
        "records",
        "baseline",
        "findings",
        "interview",
        "help",
        "risks",
        "law",
        "milestones",
        "exercises",
        "rooms",
        "tabletops",
        "teaching",
    }
)
"""Files named after these (or beginning so: controls-acme.yaml) hold texts by id; every other one holds phrases."""


def read_words(files: Files, language: str, problems: list[Problem]) -> tuple[list[Sheet[WordsFile]], Phrases]:
    """Return the texts by id and the phrases by dotted id. A phrase in two files is added to the problems."""
    texts: list[Sheet[WordsFile]] = []
    phrases: Phrases = {}
    stem = f"resources/words/{language}/"
    for place, file in files.items():
        if not place.startswith(stem):
            continue
        located = read_yaml(file.read(), file.name)
        theme = place.removeprefix(stem).removesuffix(".yaml").partition("-")[0]
        if theme in _THEMES:
            texts.append(Sheet(located, convert(located, WordsFile, "file of words")))
        else:
            _add_phrases(phrases, located, problems)
    return texts, phrases


def _add_phrases(phrases: Phrases, located: Located, problems: list[Problem]) -> None:
    for path, text in _leaves(located.data, ()):
        key = ".".join(str(step) for step in path)
        if not isinstance(text, str):
            problems.append(located.refuse(f"The phrase {key} should be text.", path))
        elif key in phrases:
            problems.append(located.refuse(f"The phrase {key} stands here for the second time.", path))
        else:
            phrases[key] = text


def _leaves(data: Plain, path: Path) -> Iterator[tuple[Path, Plain]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    else:
        yield path, data
