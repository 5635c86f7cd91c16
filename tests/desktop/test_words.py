"""Every text the window asks for exists, and every text that exists is asked for."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.content.window_words import load_window_words
from soc2desk.desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
READERS = ("desktop", "app")


@cache
def texts() -> dict[str, str]:
    return load_window_words()


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    paths = [path for folder in READERS for path in sorted((ROOT / "soc2desk" / folder).rglob("*.py"))]
    return tuple((path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def asked(node: ast.expr) -> str:
    """Return a pattern of the keys that an expression may be; empty for one that cannot be told from the code."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[^.]+(?:[.][^.]+)*"
                 for part in node.values)  # fmt: skip
        return "".join(parts)
    return ""


def calls() -> Iterator[tuple[str, str]]:
    for name, tree in trees():
        for node in ast.walk(tree) if name.startswith("soc2desk/desktop/") else ():
            if isinstance(node, ast.Call) and node.args and _is_words(node.func):
                yield name, asked(node.args[0])


def _is_words(function: ast.expr) -> bool:
    named = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    return named in {"words", "_words"}


def test_every_text_that_is_asked_for_exists() -> None:
    # Most are named whole; only the others are looked for as patterns.
    whole = {re.escape(key) for key in texts()}
    missing = [
        f"{name}: {pattern}"
        for name, pattern in calls()
        if pattern and pattern not in whole and not any(re.fullmatch(pattern, key) for key in texts())
    ]
    assert missing == []


def test_every_text_is_asked_for_somewhere() -> None:
    patterns = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr):
                patterns.add(asked(node))
    # A pattern that begins with what is not told would be any text at all.
    known = [re.compile(pattern) for pattern in patterns if r"\." in pattern and not pattern.startswith("[")]
    # A text of several forms is asked for by what they share: "packet.files" for packet.files.one and .many.
    forms = {key: key.rpartition(".")[0] for key in texts()}
    idle = [
        key for key in texts()
        if not any(pattern.fullmatch(key) for pattern in known)
        and not (key.endswith((".one", ".many", ".none")) and any(p.fullmatch(forms[key]) for p in known))
    ]  # fmt: skip
    assert idle == []


def test_what_a_person_typed_is_never_read_as_a_field() -> None:
    words = Words({"a.b": "Hello {name}"})
    assert words("a.b", name="{name} {0} {x.y}") == "Hello {name} {0} {x.y}"


def test_doubled_words_are_longer_and_hold_their_values() -> None:
    words = Words({"a.b": "Hello {name}"}, doubled=True)
    assert words("a.b", name="Mo") == "Hello Mo Hello Mo"
    assert words.of("") == ""


def test_a_text_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Words({})("nothing.here")
