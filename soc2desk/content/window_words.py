"""The words of the window by dotted id, from a JSON twin while it was made from the same files.

They stand apart from the catalogue: the window opens with them before any content is read, without the parsers.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.content import shipped
from soc2desk.content.cache import cache_folder, keep
from soc2desk.domain.problems import ContentProblem, FileProblem, SeveralProblems, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.domain.problems import Problem
    from soc2desk.reading.located import Located, Plain
    from soc2desk.reading.located import Path as Keys

WINDOW = "window"
_SHAPE = "1"
"""Changes when these files are read another way, so that no older twin is taken for a new one."""


def window_languages() -> tuple[str, ...]:
    """Return the languages that have words of the window, in the order of their codes."""
    folders = sorted((shipped.resources() / "words").glob(f"*/{WINDOW}"))
    return tuple(folder.parent.name for folder in folders if _topics(folder))


def load_window_words(language: str = "en") -> dict[str, str]:
    """Return every text of the window by its dotted id, <topic>.<key>, where the topic is the name of its file.

    Raises ContentProblem, or SeveralProblems, with file and line.
    """
    sources = _sources(language)
    mark = _mark_of(sources)
    cached = _cached(language)
    for twin in (_shipped(language), cached):
        words = _read_twin(twin, mark)
        if words is not None:
            return words
    words = _read(sources, language)
    keep(cached, _encode(words, mark))
    return words


def write_window_twin(target: Path, language: str = "en") -> None:
    """Write the JSON twin to a file, for the package that is shipped. Raises ContentProblem."""
    sources = _sources(language)
    target.write_bytes(_encode(_read(sources, language), _mark_of(sources)))


def _shipped(language: str) -> Path:
    return shipped.resources() / f"window-words-{language}.json"


def _cached(language: str) -> Path:
    whose = hashlib.sha256(str(shipped.resources()).encode()).hexdigest()[:12]
    return cache_folder() / f"window-words-{language}-{whose}.json"


def _topics(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yaml")) if not path.name.startswith(".")]


def _sources(language: str) -> dict[str, bytes]:
    """Return the bytes of each file by its topic. The language is a word a person may have typed: it is looked up."""
    known = window_languages()
    if language not in known:
        hint = nearest(language, known) or "The language en is shipped."
        raise ContentProblem(f"The window has no words in the language {language}.", hint=hint)
    paths = _topics(shipped.resources() / "words" / language / WINDOW)
    return {path.stem: _bytes_of(path, language) for path in paths}


def _bytes_of(path: Path, language: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        raise FileProblem(message, where=_name(path.stem, language)) from error


def _name(topic: str, language: str) -> str:
    return f"resources/words/{language}/{WINDOW}/{topic}.yaml"


def _mark_of(sources: dict[str, bytes]) -> str:
    digest = hashlib.sha256(f"{__version__} {_SHAPE}".encode())
    for topic, content in sources.items():
        digest.update(f"\n{topic}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _encode(words: dict[str, str], mark: str) -> bytes:
    return json.dumps({"mark": mark, "sha256": _digest(words), "words": words}, ensure_ascii=False).encode()


def _digest(words: object) -> str:
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def _read_twin(path: Path, mark: str) -> dict[str, str] | None:
    """Return the words of a twin made from these sources and not touched since, None for any other."""
    try:
        twin = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(twin, dict) or twin.get("mark") != mark or twin.get("sha256") != _digest(twin.get("words")):
        return None
    words: dict[str, str] = twin["words"]
    return words


def _read(sources: dict[str, bytes], language: str) -> dict[str, str]:
    # The parser is needed only when a file changed since the twin was made.
    from soc2desk.reading.yaml_lines import read_yaml  # noqa: PLC0415

    words: dict[str, str] = {}
    problems: list[Problem] = []
    for topic, content in sources.items():
        _add(words, topic, read_yaml(content, _name(topic, language)), problems)
    if problems:
        raise problems[0] if len(problems) == 1 else SeveralProblems(problems)
    return words


def _add(words: dict[str, str], topic: str, located: Located, problems: list[Problem]) -> None:
    for path, text in _leaves(located.data, ()):
        key = ".".join((topic, *map(str, path)))
        if not path:
            problems.append(located.refuse("The file should hold keys, each with a text.", path))
        elif not isinstance(text, str):
            problems.append(located.refuse(f"The word {key} should be text.", path, "Write a text in quotation marks."))
        elif key in words:
            problems.append(located.refuse(f"The word {key} stands here for the second time.", path))
        else:
            words[key] = text


def _leaves(data: Plain, path: Keys) -> Iterator[tuple[Keys, Plain]]:
    """Yield what is no mapping, with the keys that lead to it."""
    if not isinstance(data, dict):
        yield path, data
        return
    for key, value in data.items():
        yield from _leaves(value, (*path, key))
