"""What of a row belongs together, what tells two rows of one id apart, and which fields name other rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.clock import TAKEN_DOWN
from soc2desk.storage.client_shapes import (
    CLIENT_ANSWERS,
    CONTROL_WORDINGS,
    OWN_CLAUSES,
    OWN_DOCUMENTS,
    RETIRED_CONTROLS,
)
from soc2desk.storage.codec_rows import CHOSEN
from soc2desk.storage.row_fields import Holds, Keys
from soc2desk.storage.row_shapes import (
    ANSWERS,
    APPROVALS,
    DOCUMENT_DATE,
    EDITS,
    NOT_RELEVANT,
    OWN_CONTROLS,
    OWNERS,
    RECORDS,
    ROW_SECTIONS,
    SELF_CHECK,
    STATES,
)

if TYPE_CHECKING:
    from soc2desk.reading.located import Plain

    Row = Mapping[str, Plain]

VALUES, SAID_ON = "values.", "said_on."
"""How the fields inside a record are written in one row with the others."""
CHANGED_ON = "changed_on"

WHOLE = frozenset(
    {ANSWERS, NOT_RELEVANT, DOCUMENT_DATE, STATES.name, SELF_CHECK.name, EDITS.name, APPROVALS.name}
    | {"walked_requests", "completions", "user_exports", "skills", "earlier_reports"}
    | {CONTROL_WORDINGS.name, RETIRED_CONTROLS.name, OWN_DOCUMENTS.name, CLIENT_ANSWERS.name}
)
"""Tables whose rows are one statement: half of one and half of another would be said by nobody."""

TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "people": (("start", "end"), ("absent_from", "absent_until")),
        "vendors": (("subservice", "method"), ("report", "report_from", "report_until", "bridge_until")),
        "own_controls": (("title", "statement"),),
        "risks": (
            ("likelihood", "impact", "rated_on", "residual_likelihood", "residual_impact"),
            ("accepted_by", "accepted_on"),
        ),
        "exceptions": (("requested_by", "approved_by", "approved_on", "ends_on", "closed_on"),),
        "evidence": (
            ("file", "digest", "size", "file_changed", "received"),
            ("state", "reviewed_by", "reviewed_on", "reason"),
            ("covers_from", "covers_until"),
            ("rows", "run_at", "second_source", "second_rows"),
        ),
        "certificates": (("issued_on", "expires_on"),),
        "auditor_requests": (("requests", "matched", "confirmed_by", "confirmed_on"),),
        "listed_controls": (("controls", "matched", "confirmed_by", "confirmed_on"),),
        "own_clauses": (
            ("controls", "matched", "confirmed_by", "confirmed_on"),
            ("document", "heading", "number", "text", "digest"),
        ),
        "seen_in_lists": (("answer", "settled_on", "settled_by"),),
        "remedies": (("name", "controls", "request", "finding", "closed_on"),),
        "retests": (("how", "shown_on", "evidence"),),
        RECORDS: (("type", "occurrence", "entered_by", "entered_on"),),
    }
)
"""Fields that are chosen together; every other one stands alone."""

ENDED_IN: Mapping[str, str] = MappingProxyType({RETIRED_CONTROLS.name: STATES.name})
"""The tables that end what another one says is there: one side's end, and what the other says of it, do not fit."""

MARKED_BY = MappingProxyType({OWN_CLAUSES.name: "confirmed_on"})
"""The field that makes a row count as somebody's word on a file; who has not seen the file says so here too."""

_SECTIONS = {section.name: section for section in ROW_SECTIONS}
EXISTING = frozenset({section.name for section in ROW_SECTIONS if section.keys in CHOSEN} | {RECORDS})
"""Tables whose rows exist by themselves; in the others a row that says nothing is none."""
_KEYED = frozenset(section.name for section in ROW_SECTIONS if section.keys in {Keys.SECTION, Keys.CLAIM})
_TOLD_BY = MappingProxyType({"own_controls": ("title",), "user_exports": ("system", "taken_at")})
_DIGEST = "digest"

_POINTING = {Holds.PERSON: "people", Holds.VENDOR: "vendors", Holds.SYSTEM: "systems", Holds.CONTROLS: "own_controls"}
_BY_TEXT = {
    ("user_exports", "evidence"): "evidence",
    ("user_exports", "leavers"): "people",
    ("seen_in_lists", "evidence"): "evidence",
    ("completions", "evidence"): "evidence",
    ("certificates", "evidence"): "evidence",
    ("retests", "evidence"): "evidence",
    ("retests", "report"): "earlier_reports",
    ("own_documents", "evidence"): "evidence",
    ("own_clauses", "document"): "own_documents",
    (RECORDS, "evidence"): "evidence",
    (RECORDS, "entered_by"): "people",
}
POINTS_TO: Mapping[tuple[str, str], str] = MappingProxyType(
    _BY_TEXT
    | {
        (section.name, name): _POINTING[field.holds]
        for section in ROW_SECTIONS
        for name, field in section.fields.items()
        if field.holds in _POINTING
    }
)
"""The table whose rows a field names, by table and field."""
OCCURRENCES = frozenset({("evidence", "occurrence"), (RECORDS, "occurrence")})
"""Fields that begin with the id of a control: OWN-03/2026-Q3."""
KEYED_BY_CONTROL = (STATES.name, OWNERS.name, CONTROL_WORDINGS.name, RETIRED_CONTROLS.name)
OWN = OWN_CONTROLS.name


def groups_of(table: str, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what is chosen together, by its first field, for the fields that stand in some rows of a table."""
    there = list(dict.fromkeys(names))
    known = {name: group for group in TOGETHER.get(table, ()) for name in group}
    found: dict[str, tuple[str, ...]] = {}
    for name in there:
        if name.startswith(VALUES):
            found[name] = (name, SAID_ON + name.removeprefix(VALUES))
        elif not name.startswith(SAID_ON) and (table, name) != (RECORDS, CHANGED_ON):
            group = known.get(name, (name,))
            found[group[0]] = group
    return found


def says_days(table: str, name: str) -> bool:
    """Return whether a field holds a day that the program took down."""
    return name in TAKEN_DOWN.get(table, ()) or name.startswith(SAID_ON)


def thing_of(table: str, row: Row) -> str:
    """Return what a row is about, by what is required of it, whatever its id is."""
    if table == RECORDS:
        said = {name: value for name, value in row.items() if not name.startswith(SAID_ON) and name != CHANGED_ON}
        return _written(said)
    if table == "evidence" and row.get(_DIGEST):
        return _written(row[_DIGEST])
    section = _SECTIONS[table]
    told_by = _TOLD_BY.get(table) or tuple(name for name, field in section.fields.items() if field.required)
    return _written([row.get(name) for name in told_by])


def _written(value: Plain | Row) -> str:
    return json.dumps(value, sort_keys=True)


def same_thing(table: str, one: Row, other: Row) -> bool:
    """Return whether two rows that got one id on two computers are about the same thing."""
    if table == RECORDS:
        return _same_record(one, other)
    if table in _KEYED:
        return True
    return thing_of(table, one) == thing_of(table, other)


def _same_record(one: Row, other: Row) -> bool:
    """What was made for one period is one record; of an event, where more of the two agrees than differs."""
    if one.get("type") != other.get("type") or one.get("occurrence") != other.get("occurrence"):
        return False
    if one.get("occurrence"):
        return True
    shared = [name for name in one if name.startswith(VALUES) and name in other]
    agreed = sum(one[name] == other[name] for name in shared)
    return agreed * 2 >= len(shared)
