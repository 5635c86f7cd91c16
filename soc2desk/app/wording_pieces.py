"""The text of a section taken apart, so that values, ids and conditions can be shown as what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark
from soc2desk.document.sections import TAG
from soc2desk.document.templates import FILTERS, TABLES
from soc2desk.document.values import say
from soc2desk.domain.conditions import Condition, names_in
from soc2desk.domain.names import Stated, cadence_name
from soc2desk.domain.problems import ContentProblem
from soc2desk.domain.questions import QuestionKind
from soc2desk.reading.expressions import parse_condition
from soc2desk.storage.cleaning import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement

__all__ = ["LONGEST_TEXT", "Insertable", "Kind", "Piece", "insertables", "pieces", "whole_piece"]

_VALUE = re.compile(r"\{\{[-+]?\s*(?P<name>\w+)(?P<filters>(?:\s*\|\s*\w+)*)\s*[-+]?\}\}")
_FIELD = re.compile(r"\{\{[-+]?\s*\w+\.(?P<field>\w+)\s*[-+]?\}\}")
_DECIDING = re.compile(r"\{%[-+]?\s*(?P<word>if|elif)\s(?P<condition>.*?)[-+]?%\}", re.DOTALL)
_LOOP = re.compile(r"\{%[-+]?\s*for\s+\w+\s+in\s+(?P<table>\w+)\s*[-+]?%\}")
_PLAIN_TAG = re.compile(r"\{%[-+]?\s*(?P<word>else|endif|endfor)\s*[-+]?%\}")
_INCLUDE = re.compile(r"\{%[-+]?\s*include\s+['\"](?P<name>[\w.-]+)['\"]\s*[-+]?%\}")
_CONTROL = r"[A-Z]{3}-\d{2,3}"
_OTHERS = re.compile(
    rf"(?:(?<=^)|(?<=\n))(?P<before> {{0,3}}(?:\d{{1,9}}[.)]|\#{{3}})[ \t]+)(?P<id>@[a-z0-9][a-z0-9-]*)(?=\s)"
    rf"|(?P<control>\[{_CONTROL}\](?!\())"
    "|(?P<sign>[\ufffc\ufdd0\ufdd1])"
)
"""What is no tag and no plain text either. The signs are those that Qt gives a meaning of its own."""
_USUAL_FILTER = {
    QuestionKind.CADENCE: " | each",
    QuestionKind.NUMBER: " | amount",
    QuestionKind.MANY: " | listed",
    QuestionKind.LIST: " | listed",
}


class Kind(StrEnum):
    """What a piece of a text is."""

    TEXT = "text"
    VALUE = "value"
    FIELD = "field"
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    ENDIF = "endif"
    FOR = "for"
    ENDFOR = "endfor"
    INCLUDE = "include"
    COMMENT = "comment"
    ID = "id"
    CONTROL = "control"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. `source` is exactly what stands in the text.

    `name` is the name of a value, field, table or piece, or the id of a control; `words` the present value, or the
    question where it has none; `mark` is open, suggested or planned, empty for a confirmed value; `label` the question
    behind a value. `condition` is what an if asks for.
    """

    kind: Kind
    source: str
    name: str = ""
    words: str = ""
    mark: str = ""
    label: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Insertable:
    """A value that can be put into a text: what is written, the question behind it, and how it reads at present."""

    source: str
    label: str
    words: str
    mark: str


def pieces(text: str, engagement: Engagement) -> tuple[Piece, ...]:
    """Return a text taken apart, nothing left out: the sources put together again are the text.

    A tag that means nothing here stays text.
    """
    found: list[Piece] = []
    end = 0
    for tag in TAG.finditer(text):
        found += _without_tags(text[end : tag.start()], engagement, starts=_begins_line(text, end))
        found.append(_of_tag(tag[0], engagement) or Piece(Kind.TEXT, tag[0]))
        end = tag.end()
    found += _without_tags(text[end:], engagement, starts=_begins_line(text, end))
    return tuple(_joined(found))


def whole_piece(text: str, engagement: Engagement) -> Piece | None:
    """Return the one piece that a text is; None for plain text, or for several pieces."""
    found = pieces(text, engagement)
    return found[0] if len(found) == 1 and found[0].kind is not Kind.TEXT else None


def insertables(engagement: Engagement) -> tuple[Insertable, ...]:
    """Return every value that a text may print, in the order of the questions; what only decides is left out."""
    return tuple(
        Insertable(f"{{{{ {name}{_filter(stated)} }}}}", *_said(name, _filter(stated), engagement))
        for name, stated in engagement.names.stated.items()
        if not stated.is_yes_no
    )


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _joined(found: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, neighbouring texts as one."""
    held = ""
    for piece in found:
        if piece.kind is Kind.TEXT:
            held += piece.source
            continue
        if held:
            yield Piece(Kind.TEXT, held)
            held = ""
        yield piece
    if held:
        yield Piece(Kind.TEXT, held)


def _without_tags(text: str, engagement: Engagement, *, starts: bool) -> Iterator[Piece]:
    end = 0
    # A letter before it hides that the text goes on in the middle of a line.
    shift = 0 if starts else 1
    for found in _OTHERS.finditer(f"{'x' * shift}{text}"):
        at = found.start("id") if found["id"] else found.start()
        piece = _other(found, engagement)
        yield Piece(Kind.TEXT, text[end : at - shift])
        yield piece
        end = found.end() - shift
    yield Piece(Kind.TEXT, text[end:])


def _other(found: re.Match[str], engagement: Engagement) -> Piece:
    if found["id"]:
        return Piece(Kind.ID, found["id"], found["id"][1:])
    if found["sign"]:
        return Piece(Kind.SIGN, found["sign"])
    control = engagement.catalogue.control.get(found["control"][1:-1])
    if control is None:
        return Piece(Kind.TEXT, found["control"])
    return Piece(Kind.CONTROL, found["control"], control.id, control.title)


def _of_tag(source: str, engagement: Engagement) -> Piece | None:
    if source.startswith("{#"):
        return Piece(Kind.COMMENT, source, words=source[2:-2].strip())
    if source.startswith("{{"):
        return _of_value(source, engagement)
    if plain := _PLAIN_TAG.fullmatch(source):
        return Piece(Kind(plain["word"]), source)
    if loop := _LOOP.fullmatch(source):
        return Piece(Kind.FOR, source, loop["table"]) if loop["table"] in TABLES else None
    if include := _INCLUDE.fullmatch(source):
        known = {partial.name for partial in engagement.catalogue.partials}
        return Piece(Kind.INCLUDE, source, include["name"]) if include["name"] in known else None
    deciding = _DECIDING.fullmatch(source)
    condition = _condition(deciding["condition"], engagement) if deciding else None
    return Piece(Kind(deciding["word"]), source, condition=condition) if deciding and condition else None


def _condition(text: str, engagement: Engagement) -> Condition | None:
    try:
        condition = parse_condition(text.strip(), "")
    except ContentProblem:
        return None
    return condition if set(names_in(condition)) <= engagement.names.known.keys() else None


def _of_value(source: str, engagement: Engagement) -> Piece | None:
    field = _FIELD.fullmatch(source)
    if field:
        known = {name for fields in TABLES.values() for name in fields}
        return Piece(Kind.FIELD, source, field["field"]) if field["field"] in known else None
    value = _VALUE.fullmatch(source)
    if value is None or value["name"] not in engagement.names.stated:
        return None
    if not set(_filters(value["filters"])) <= set(FILTERS):
        return None
    label, words, mark = _said(value["name"], value["filters"], engagement)
    return Piece(Kind.VALUE, source, value["name"], words, mark, label)


def _filters(written: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in written.split("|") if one.strip())


def _said(name: str, filters: str, engagement: Engagement) -> tuple[str, str, str]:
    """Return the question behind a name, its present words without marks, and the mark."""
    stated, phrases = engagement.names.stated[name], engagement.catalogue.phrases
    run = say(stated, _filters(filters), phrases)
    mark = "" if run.mark is Mark.NONE else str(run.mark)
    label = label_of(name, engagement)
    if stated.answer is None:
        return label, label, mark
    if not stated.answer.confirmed:
        run = say(replace(stated, answer=replace(stated.answer, confirmed=True)), _filters(filters), phrases)
    return label, run.text, mark


def label_of(name: str, engagement: Engagement) -> str:
    """Return the question behind a name, or what a control's rhythm is called; the name where it has neither."""
    question = engagement.names.stated[name].question
    if question is not None:
        return question.label
    for control in engagement.catalogue.controls:
        if cadence_name(control.id) == name:
            return engagement.catalogue.phrases["wording.rhythm"].format(control=control.id, title=control.title)
    return name


def _filter(stated: Stated) -> str:
    kind = stated.question.kind if stated.question else QuestionKind.CADENCE
    return _USUAL_FILTER.get(kind, "")
