"""The words of the window: the same in every language that has them, with fields a value can be put into."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from soc2desk.content.window_words import load_window_words, window_languages
from soc2desk.lint.checks.wording import claimed

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_SOURCE = "en"


def window_words(_catalogue: Catalogue) -> Seen:
    """Yield a fault for each text of the window that is empty, claims too much, or cannot be filled."""
    source = load_window_words(_SOURCE)
    for language in window_languages():
        words = load_window_words(language)
        yield from faults_in(words, source, language)


def faults_in(words: dict[str, str], source: dict[str, str], language: str) -> Seen:
    """Yield the faults of one language; `source` are the words of the language that the others follow."""
    for key, text in words.items():
        yield from ((message, _where(key, language), hint) for message, hint in _faults(text))
        if key not in source:
            yield f"There is no text {key} in {_SOURCE}.", _where(key, language), "Take it out, or mend its key."
        elif _fields(text) != _fields(source[key]):
            hint = f"Write every field that {_SOURCE} has, and no other."
            yield f"The fields of {key} are not those of {_SOURCE}.", _where(key, language), hint
    for key in source.keys() - words.keys():
        yield f"The text {key} is missing in {language}.", _where(key, language), "Translate it."


def _faults(text: str) -> list[tuple[str, str]]:
    found = []
    fields = _fields(text)
    if not text.strip():
        found.append(("The text is empty.", "Write it, or take its key out."))
    if fields is None or not all(name.isidentifier() for name in fields):
        found.append(("A field of the text cannot be filled.", "Write fields as {name}, with small letters."))
    if "!" in text:
        found.append(("The window does not raise its voice.", "End the sentence with a full stop."))
    found += [(f'"{word}" is a claim nobody may make here.', "Say what was done.") for word in claimed(text)]
    return found


def _fields(text: str) -> set[str] | None:
    """Return the names of the fields, None where the braces do not fit."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(form or conversion for _, _, form, conversion in parts):
        return None
    return {name for _, name, _, _ in parts if name is not None}


def _where(key: str, language: str) -> str:
    topic, _, rest = key.partition(".")
    return f"resources/words/{language}/window/{topic}.yaml, {rest}"
