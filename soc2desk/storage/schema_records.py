"""The JSON Schema of records: what the fields of each layout may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soc2desk.storage.codec_records import CHOICE, OCCURRENCE_PATTERN, SIGNATURE, TABLE
from soc2desk.storage.values import DATE_PATTERN, ID_PATTERN, MOMENT_PATTERN

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.records import RecordColumn, RecordField, RecordType

Schema = dict[str, Any]

_DATE: Schema = {"type": "string", "pattern": DATE_PATTERN}
_TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_KINDS: dict[str, Schema] = {
    "date": _DATE,
    "datetime": {"type": "string", "pattern": MOMENT_PATTERN},
    "boolean": {"enum": [True, False, "yes", "no", "true", "false"]},
    "number": {"type": ["number", "string"]},
}


def records_schema(catalogue: Catalogue) -> Schema:
    """Return the schema of the table of records: by its layout, each may hold other fields."""
    known = [_record(layout) for layout in catalogue.records]
    return {
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": {"oneOf": known} if known else False,
    }


def _record(layout: RecordType) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"const": layout.id, "description": layout.title},
            "occurrence": {"type": "string", "pattern": OCCURRENCE_PATTERN},
            "entered_by": {"type": "string"},
            "entered_on": _DATE,
            "changed_on": _DATE,
            "said_on": _object({field.name: _DATE for field in layout.fields}),
            "evidence": {"type": "array", "items": {"type": "string"}},
            "values": _object({field.name: _field(field) for field in layout.fields}),
        },
    }


def _field(field: RecordField) -> Schema:
    if field.kind == TABLE:
        columns = _object({column.name: _scalar(column) for column in field.columns})
        return {"type": "array", "items": columns}
    return _scalar(field)


def _scalar(field: RecordField | RecordColumn) -> Schema:
    if field.kind == CHOICE:
        return {"enum": [*field.choices, "", None]}
    if field.kind == SIGNATURE:
        return {"anyOf": [{"type": "string"}, _object({"by": {"type": "string"}, "on": _DATE})]}
    return {"anyOf": [_KINDS.get(field.kind, _TEXT), {"enum": ["", None]}]}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}
