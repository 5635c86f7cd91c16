"""The small words of the language and the code that prints them: neither has what the other does not know."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from soc2desk.domain.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z_]+(\.[\w-]+)+")


@dataclass(frozen=True)
class Asked:
    """What code asks for: whole keys, patterns of keys, and every text it holds."""

    keys: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)


def is_phrases(node: ast.expr) -> bool:
    return (isinstance(node, ast.Name) and node.id == "phrases") or (
        isinstance(node, ast.Attribute) and node.attr == "phrases"
    )


def asked_of_phrases(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield what stands in phrases[...] and as the first argument of phrases.get(...)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and is_phrases(node.value):
            yield node.slice
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_phrases(node.func.value):
            yield from node.args[:1]


def pattern_of(node: ast.JoinedStr) -> str:
    parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"([\w-]+)" for p in node.values)
    return "".join(parts)


def texts_in(tree: ast.AST) -> Iterator[str]:
    yield from (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def look_at(sources: Iterable[str]) -> tuple[Asked, Asked]:
    """Return all that the code could ask for, and what it asks for in so many words."""
    all_, sure = Asked(), Asked()
    for source in sources:
        tree = ast.parse(source)
        all_.texts.update(texts_in(tree))
        all_.patterns.update(pattern_of(n) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr))
        for asked in asked_of_phrases(tree):
            inside = [n for n in ast.walk(asked) if isinstance(n, ast.JoinedStr)]
            sure.patterns.update(pattern_of(n) for n in inside)
            pieces = {id(c) for n in inside for c in ast.walk(n)}
            plain = (n for n in ast.walk(asked) if isinstance(n, ast.Constant) and id(n) not in pieces)
            sure.keys.update(n.value for n in plain if isinstance(n.value, str) and KEY.fullmatch(n.value))
    return all_, sure


def ids_of(catalogue: Catalogue) -> set[str]:
    """Return the ids of the content and the months: what code puts into a key beside words of its own."""
    asked = (text for question in catalogue.questions.values() for text in (question.id, question.unit))
    requests = (text for request in catalogue.requests for text in (request.id, request.kind, request.sample_from))
    return {*asked, *requests, *(str(month) for month in range(1, 13))}


def is_read(key: str, asked: Asked, ids: Collection[str]) -> bool:
    """A key is read as it stands, or by a pattern of its group whose gaps take words of the code and ids."""
    group = re.escape(key.partition(".")[0] + ".")
    patterns = (pattern for pattern in asked.patterns if pattern.startswith(group))
    fits = (found for pattern in patterns if (found := re.fullmatch(pattern, key)))
    return key in asked.texts or any(asked.texts.union(ids).issuperset(found.groups()) for found in fits)


def never_read(phrases: Iterable[str], asked: Asked, ids: Collection[str] = ()) -> list[str]:
    return sorted(key for key in phrases if not is_read(key, asked, ids))


def not_there(phrases: Iterable[str], asked: Asked) -> list[str]:
    known = list(phrases)
    gone = [pattern for pattern in asked.patterns if not any(re.fullmatch(pattern, key) for key in known)]
    return sorted([*(key for key in asked.keys if key not in known), *gone])


@pytest.fixture(scope="module")
def code() -> tuple[Asked, Asked]:
    return look_at(path.read_text(encoding="utf-8") for path in sorted((ROOT / "soc2desk").rglob("*.py")))


def test_every_phrase_is_read_by_some_code(code: tuple[Asked, Asked], catalogue: Catalogue) -> None:
    assert never_read(catalogue.phrases, code[0], ids_of(catalogue)) == []


def test_every_phrase_that_code_asks_for_exists(code: tuple[Asked, Asked], catalogue: Catalogue) -> None:
    assert code[1].keys, "the code asks for no phrase by name: this test looks in the wrong place"
    assert not_there(catalogue.phrases, code[1]) == []


SMALL = """
print(phrases["cover.open"], phrases[f"state.{one.state}"], phrases.get("list.and"), phrases[f"month.{day}"])
STATES = ("in_place", "sent")
"""


def test_a_phrase_nobody_reads_is_seen() -> None:
    phrases = ("cover.open", "list.and", "state.in_place", "state.forgotten", "cover.gone", "phase.sent", "month.5")
    assert never_read(phrases, look_at([SMALL])[0], {"5"}) == ["cover.gone", "phase.sent", "state.forgotten"]


def test_a_phrase_that_does_not_exist_is_seen() -> None:
    assert not_there(["cover.open", "month.5"], look_at([SMALL])[1]) == ["list.and", r"state\.([\w-]+)"]
