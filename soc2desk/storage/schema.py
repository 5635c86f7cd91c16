"""A JSON Schema of the answers file, built from the questions, for editors that complete and check while typing."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.own_controls import OWN_FAMILY, OWN_PATTERN
from soc2desk.domain.project import FORMAT
from soc2desk.domain.questions import PROMISES, Question, QuestionKind
from soc2desk.storage.cleaning import LONGEST_TEXT
from soc2desk.storage.codec_answers import COLORS, FROM, NOT_YET, NOTHING, PLANNED, SUGGESTED
from soc2desk.storage.row_fields import Field, Holds, Keys, Section
from soc2desk.storage.row_shapes import ANSWERS, DOCUMENT_DATE, NOT_RELEVANT, RECORDS, ROW_SECTIONS
from soc2desk.storage.schema_records import records_schema
from soc2desk.storage.values import (
    CLAIM_PATTERN,
    COLOR_PATTERN,
    DATE_PATTERN,
    DIGEST_PATTERN,
    DURATION_PATTERN,
    ID_PATTERN,
    LARGEST_NUMBER,
    MOMENT_PATTERN,
    NUMBER_PATTERN,
    PICTURE_PATTERN,
    SECTION_PATTERN,
    SIZE_PATTERN,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue

Schema = dict[str, Any]

# What a YAML reader of the older kind makes of an unquoted word.
_READ_AS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}

_TEXT: Schema = {"type": ["string", "number", "boolean"], "maxLength": LONGEST_TEXT}
_TEXTS: Schema = {"type": "array", "minItems": 1, "items": _TEXT}
_NUMBER: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 0, "maximum": LARGEST_NUMBER},
        {"type": "string", "pattern": NUMBER_PATTERN},
    ]
}
_DATE: Schema = {"type": "string", "pattern": DATE_PATTERN, "format": "date"}
_DURATION: Schema = {"type": "string", "pattern": DURATION_PATTERN}


def schema(catalogue: Catalogue) -> Schema:
    """Return the schema. Values may stand as text or as their own type; an empty value is an unanswered one."""
    optional = [criterion.id for criterion in catalogue.criteria if criterion.category != "security"]
    properties: Schema = {
        "format": {"enum": [FORMAT, str(FORMAT)], "description": "The format of this file."},
        DOCUMENT_DATE: _or_empty({**_DATE, "description": "The date that stands on the documents."}),
        ANSWERS: _table({id_: _question(question) for id_, question in catalogue.questions.items()}),
        **{section.name: _rows(section, catalogue) for section in ROW_SECTIONS},
        NOT_RELEVANT: _table(dict.fromkeys(optional, _or_empty(_TEXT))),
        RECORDS: _or_empty(records_schema(catalogue)),
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Answers for soc2desk"}
    # A copy, so that nobody who changes one schema changes the parts of the next.
    return deepcopy({**head, **_strict(properties), "required": ["format"]})


def _strict(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _table(properties: Schema) -> Schema:
    return _or_empty(_strict(properties))


def _or_empty(inner: Schema) -> Schema:
    described = {"description": inner["description"]} if "description" in inner else {}
    bare = {key: value for key, value in inner.items() if key != "description"}
    return {**described, "anyOf": [bare, {"enum": [None, ""]}]}


def _choice(choices: Iterable[str]) -> Schema:
    allowed: list[str | int | bool] = []
    for choice in choices:
        allowed.append(str(choice))
        if choice.isdecimal():
            allowed.append(int(choice))
        elif choice.casefold() in _READ_AS:
            allowed.append(_READ_AS[choice.casefold()])
    return {"enum": allowed}


def _question(question: Question) -> Schema:
    value = _value(question)
    allowed = [value, _object({SUGGESTED: value}, SUGGESTED)]
    if question.kind in PROMISES:
        allowed += [{"const": NOT_YET}, _object({PLANNED: value, FROM: _or_empty(_DATE)}, PLANNED)]
    if question.optional:
        allowed.append({"const": NOTHING})
    described = " ".join(text for text in (question.label, question.why) if text)
    return {"description": described, "anyOf": [*allowed, {"enum": [None, ""]}]}


def _object(properties: Schema, required: str) -> Schema:
    return {**_strict(properties), "required": [required]}


def _value(question: Question) -> Schema:
    if question.id in COLORS:
        return {"type": "string", "pattern": COLOR_PATTERN}
    match question.kind:
        case QuestionKind.CHOICE:
            return _choice(question.choices)
        case QuestionKind.CADENCE:
            return _choice(question.choices or tuple(Cadence))
        case QuestionKind.MANY:
            return _several(_choice(question.choices))
        case _:
            return _SIMPLE[question.kind]


def _rows(section: Section[Any], catalogue: Catalogue) -> Schema:
    row = _or_empty(
        {
            **_strict({name: _field(field, catalogue) for name, field in section.fields.items()}),
            "required": [name for name, field in section.fields.items() if field.required],
        }
    )
    if section.keys in _SHAPES:
        own = {"type": "object", "propertyNames": {"pattern": _SHAPES[section.keys]}, "additionalProperties": row}
        return _or_empty(own)
    named = _strict(dict.fromkeys(_keys(section.keys, catalogue), row))
    if section.keys in {Keys.CONTROL, Keys.STATED}:
        named["patternProperties"] = {OWN_PATTERN: row}
    return _or_empty(named)


def _keys(keys: Keys, catalogue: Catalogue) -> list[str]:
    match keys:
        case Keys.ROLE:
            return list(catalogue.role)
        case Keys.DOCUMENT:
            return list(catalogue.template)
        case Keys.REQUEST:
            return list(catalogue.request)
        case Keys.BASELINE:
            return list(catalogue.baseline_item)
        case Keys.STATED:
            return [*(family.id for family in catalogue.families), OWN_FAMILY, *catalogue.control]
        case _:
            return list(catalogue.control)


def _field(field: Field, catalogue: Catalogue) -> Schema:
    match field.holds:
        case Holds.CHOICE | Holds.LEVEL:
            inner = _choice(field.choices)
        case Holds.ROLE:
            inner = _choice(catalogue.role)
        case Holds.WRITTEN:
            inner = _choice(catalogue.template)
        case Holds.CANDIDATE:
            inner = _choice(catalogue.risk)
        case Holds.CRITERIA:
            inner = _several(_choice(catalogue.criterion))
        case Holds.CONTROLS:
            own = {"type": "string", "pattern": OWN_PATTERN}
            inner = _several({"anyOf": [_choice(catalogue.control), own]})
        case Holds.REQUESTS:
            inner = _several(_choice(catalogue.request))
        case simple:
            inner = _FIELDS[simple]
    allowed = {**inner, "description": field.means[:1].upper() + field.means[1:] + "."}
    return allowed if field.required else _or_empty(allowed)


def _several(inner: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "uniqueItems": True, "items": inner}


_YES_NO = _choice(("yes", "no"))
_YES_NO["enum"] += ["true", "false"]

_SIMPLE: dict[QuestionKind, Schema] = {
    QuestionKind.TEXT: _TEXT,
    QuestionKind.LONG_TEXT: _TEXT,
    QuestionKind.YES_NO: _YES_NO,
    QuestionKind.NUMBER: _NUMBER,
    QuestionKind.DURATION: _DURATION,
    QuestionKind.DATE: _DATE,
    QuestionKind.LIST: _TEXTS,
    QuestionKind.PICTURE: {"type": "string", "pattern": PICTURE_PATTERN},
}

_SHAPES = {
    Keys.OWN: ID_PATTERN,
    Keys.OWN_CONTROL: OWN_PATTERN,
    Keys.SECTION: SECTION_PATTERN,
    Keys.CLAIM: CLAIM_PATTERN,
}
"""The tables whose ids the catalogue does not list, with the shape of one."""

_ROW_ID: Schema = {"type": "string", "pattern": ID_PATTERN}
_FIELDS: dict[Holds, Schema] = {
    Holds.TEXT: _TEXT,
    Holds.YES_NO: _YES_NO,
    Holds.DATE: _DATE,
    Holds.ENTRIES: _TEXTS,
    Holds.PERSON: _ROW_ID,
    Holds.VENDOR: _ROW_ID,
    Holds.SYSTEM: _ROW_ID,
    Holds.NUMBER: _NUMBER,
    Holds.BYTES: {"type": ["integer", "string"], "minimum": 0, "pattern": SIZE_PATTERN},
    Holds.MOMENT: {"type": "string", "pattern": MOMENT_PATTERN},
    Holds.DIGEST: {"type": "string", "pattern": DIGEST_PATTERN},
}
