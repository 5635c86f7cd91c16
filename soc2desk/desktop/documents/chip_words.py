"""What a label in a wording says: a value as it reads now, a condition in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.wording_pieces import Kind

if TYPE_CHECKING:
    from soc2desk.app.wording_pieces import Piece
    from soc2desk.desktop.words import Words
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.conditions import Condition

LONGEST = 48
"""The most letters that a label shows; what it stands for is told in full beside the text."""
_ALSO_SAID = frozenset({"open", "suggested", "planned"})


@dataclass(frozen=True, slots=True)
class Face:
    """How a label looks and reads. `tone` is value, open, suggested, planned, rule or quiet; `told` is said in full."""

    short: str
    tone: str
    told: str


def face_of(piece: Piece, words: Words, catalogue: Catalogue) -> Face:
    """Return the face of a piece of a wording."""
    if piece.kind is Kind.VALUE:
        return _value(piece, words)
    if piece.kind is Kind.ID:
        return Face(piece.source, "quiet", words("documents.chip.id", name=piece.name))
    if piece.kind is Kind.CONTROL:
        return Face(piece.name, "quiet", words("documents.chip.control", name=piece.name, words=piece.words))
    said = _tag(piece, words, catalogue)
    return Face(shortened(said), "rule", said)


def _value(piece: Piece, words: Words) -> Face:
    shown = " ".join(piece.words.split()) or piece.name
    tone = piece.mark if piece.mark in _ALSO_SAID else "value"
    short = words(f"documents.chip.{tone}", words=shortened(shown))
    return Face(short, tone, words("documents.editor.stands", label=piece.label, words=shown))


def _tag(piece: Piece, words: Words, catalogue: Catalogue) -> str:
    match piece.kind:
        case Kind.IF | Kind.ELIF if piece.condition is not None:
            return words(f"documents.chip.{piece.kind}", condition=condition_words(piece.condition, words, catalogue))
        case Kind.FOR:
            return words("documents.chip.for", table=words(f"documents.table.{piece.name}"))
        case Kind.FIELD:
            return words("documents.chip.field", field=words(f"documents.field.{piece.name}"))
        case Kind.INCLUDE:
            return words("documents.chip.include", name=piece.name)
    return words(f"documents.chip.{piece.kind}")


def shortened(text: str) -> str:
    """Return a text cut at the longest that a label takes."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"


def condition_words(condition: Condition, words: Words, catalogue: Catalogue) -> str:
    """Return a condition in words: "there is an office and software is developed here"."""
    op, parts = condition.op, condition.of
    if op in {"and", "or"}:
        return _joined(condition, words, catalogue)
    if op == "not" and parts[0].op != "name":
        return words("documents.chip.not", one=condition_words(parts[0], words, catalogue))
    if op in {"name", "not"}:
        name = condition if op == "name" else parts[0]
        return _yes_or_no(str(name.value), words, catalogue, holds=op == "name")
    if op in {"constant", "list"}:
        return ", ".join(str(one.value) for one in (parts or (condition,)))
    return _compared(condition, words, catalogue)


def _joined(condition: Condition, words: Words, catalogue: Catalogue) -> str:
    first, *others = (condition_words(one, words, catalogue) for one in condition.of)
    for other in others:
        first = words(f"documents.chip.{condition.op}", one=first, other=other)
    return first


def _yes_or_no(name: str, words: Words, catalogue: Catalogue, *, holds: bool) -> str:
    key = f"documents.condition.{name}.{'is' if holds else 'isnt'}"
    if key in words:
        return words(key)
    value = words(f"documents.chip.{'yes' if holds else 'no'}")
    return words("documents.chip.is", question=_label(name, catalogue), value=value)


def _compared(condition: Condition, words: Words, catalogue: Catalogue) -> str:
    left, right = condition.of
    positive = condition.op in {"==", "in"}
    if condition.op in {"in", "not in"} and right.op == "name" and right.value == "categories":
        named = {one.id: one.name for one in catalogue.categories}
        category = named.get(str(left.value), str(left.value))
        return words(f"documents.chip.{'examined' if positive else 'not_examined'}", category=category)
    if condition.op in {"in", "not in"} and left.op == "constant" and right.op == "name":
        key = f"documents.chip.{'holds' if positive else 'holds_not'}"
        return words(key, question=_label(str(right.value), catalogue), value=_choice(right, left, catalogue))
    if left.op != "name" or condition.op not in {"==", "!=", "in", "not in"}:
        one, other = (condition_words(side, words, catalogue) for side in (left, right))
        return f"{one} {condition.op} {other}"
    key = "documents.chip.is" if positive else "documents.chip.is_not"
    return words(key, question=_label(str(left.value), catalogue), value=_choice(left, right, catalogue))


def _choice(left: Condition, right: Condition, catalogue: Catalogue) -> str:
    question = catalogue.questions.get(str(left.value))
    values = right.of if right.op == "list" else (right,)
    labels = (question.choice_label(str(one.value)) if question else str(one.value) for one in values)
    return ", ".join(labels)


def _label(name: str, catalogue: Catalogue) -> str:
    question = catalogue.questions.get(name)
    return question.label if question else name
