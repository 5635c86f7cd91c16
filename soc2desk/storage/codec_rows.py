"""Rows (people, vendors, systems, states ...) between plain text and typed values, by their shapes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from soc2desk.domain.criteria import SECURITY
from soc2desk.domain.own_controls import OWN_FAMILY, OWN_PATTERN
from soc2desk.storage.codec_answers import value_to_plain
from soc2desk.storage.read_before import NOTHING_BEFORE, Before
from soc2desk.storage.row_fields import Field, Holds, Keys, Section
from soc2desk.storage.row_shapes import NOT_RELEVANT, OWN_CONTROLS, PEOPLE, SYSTEMS, VENDORS
from soc2desk.storage.values import (
    CLAIM_PATTERN,
    DIGEST_PATTERN,
    SECTION_PATTERN,
    NotFitting,
    day,
    did_you_mean,
    entries,
    is_empty,
    many_of,
    matching,
    moment,
    number,
    one_of,
    one_value,
    quoted,
    row_id,
    size,
    yes_no,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.reading.located import Plain
    from soc2desk.storage.gathering import Gathering

R = TypeVar("R")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that rows may be named by and may point to."""

    keys: Mapping[Keys, Collection[str]]
    people: Collection[str]
    vendors: Collection[str]
    criteria: Collection[str]
    systems: Collection[str]
    candidates: Collection[str]
    requests: Collection[str]


def known_ids(gathering: Gathering, catalogue: Catalogue) -> Known:
    """Return every id that rows of this file may use. A person in a faulty row still counts as known."""
    families = (*(family.id for family in catalogue.families), OWN_FAMILY)
    controls = (*catalogue.control, *_ids(gathering, OWN_CONTROLS.name))
    keys: dict[Keys, Collection[str]] = {
        Keys.ROLE: catalogue.role,
        Keys.CONTROL: controls,
        Keys.STATED: (*families, *controls),
        Keys.DOCUMENT: catalogue.template,
        Keys.BASELINE: catalogue.baseline_item,
        Keys.REQUEST: catalogue.request,
    }
    people, vendors, systems = (_ids(gathering, section.name) for section in (PEOPLE, VENDORS, SYSTEMS))
    return Known(keys, people, vendors, catalogue.criterion, systems, catalogue.risk, catalogue.request)


def rows_from(
    gathering: Gathering, section: Section[R], known: Known, before: Before = NOTHING_BEFORE
) -> tuple[R, ...]:
    """Return the rows of one table in the order written; what does not fit is gathered.

    What stands as it stood `before` is not read again.
    """
    given = gathering.data.get(section.name)
    whole = before.whole(given)
    if whole is not None:
        return whole
    table = gathering.table((section.name,), given)
    _check_same_by_case(gathering, section.name, table)
    old = before.by_id()
    rows = (
        old[id_] if id_ in old and before.stands(id_, raw) else _row(gathering, section, id_, raw, known)
        for id_, raw in table.items()
    )
    return tuple(row for row in rows if row is not None)


def row_to_plain(row: object, section: Section[Any]) -> dict[str, Plain]:
    """Return a row as it is written in a file: only what differs from a row that says nothing."""
    unsaid = section.defaults()
    values = ((name, getattr(row, attribute), attribute) for name, attribute in section.attributes())
    return {name: value_to_plain(value) for name, value, attribute in values if value != unsaid.get(attribute)}


def not_relevant_from(gathering: Gathering, catalogue: Catalogue) -> dict[str, str]:
    """Return why criteria of optional categories are left out, by criterion id."""
    table = gathering.table((NOT_RELEVANT,), gathering.data.get(NOT_RELEVANT))
    reasons: dict[str, str] = {}
    for id_, raw in table.items():
        path = (NOT_RELEVANT, id_)
        criterion = catalogue.criterion.get(id_)
        if criterion is None:
            gathering.refuse_unknown(path, "criterion", catalogue.criterion)
        elif criterion.category == SECURITY:
            gathering.refuse(path, "belongs to security, whose criteria are never left out.", "Take the line out.")
        elif not is_empty(raw):
            reasons[id_] = gathering.take(path, partial(one_value, raw)) or ""
    return reasons


def _ids(gathering: Gathering, name: str) -> Collection[str]:
    table = gathering.data.get(name)
    return table if isinstance(table, dict) else ()


def _check_same_by_case(gathering: Gathering, name: str, table: dict[str, Plain]) -> None:
    seen: dict[str, str] = {}
    for id_ in table:
        twin = seen.setdefault(id_.casefold(), id_)
        if twin != id_:
            gathering.refuse((name, id_), f"and {twin} are one id in different letters.", "Keep one of the two.")


def _row(gathering: Gathering, section: Section[R], id_: str, raw: Plain, known: Known) -> R | None:
    path = (section.name, id_)
    before = len(gathering.problems)
    _check_id(gathering, section, path, known)
    table = gathering.table(path, raw)
    if raw is not None and raw is not table:
        return None
    values = _fields(gathering, section, path, table, known)
    for name, message, hint in section.check(values):
        gathering.refuse((*path, name), message, hint)
    # A role or a control with nobody written beside it says nothing.
    says_nothing = not values and section.keys not in CHOSEN
    if says_nothing or len(gathering.problems) > before:
        return None
    named = {section.fields[name].attribute or name: value for name, value in values.items()}
    return section.made(id=id_, **named)


def _check_id(gathering: Gathering, section: Section[R], path: Path, known: Known) -> None:
    if section.keys in CHOSEN:
        gathering.take(path, lambda: CHOSEN[section.keys](path[-1]))
    elif path[-1] not in known.keys[section.keys]:
        gathering.refuse_unknown(path, section.keys, known.keys[section.keys])


def _fields(
    gathering: Gathering, section: Section[R], path: Path, table: dict[str, Plain], known: Known
) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, raw in table.items():
        if name not in section.fields:
            gathering.refuse((*path, name), f"is no field of a {section.row}.", did_you_mean(name, section.fields))
        elif not is_empty(raw):
            value = gathering.take((*path, name), partial(_value, raw, section.fields[name], known))
            if value is not None:
                values[name] = value
    _check_required(gathering, section, path, table)
    return values


def _check_required(gathering: Gathering, section: Section[R], path: Path, table: dict[str, Plain]) -> None:
    wanted = section.keys in CHOSEN or any(not is_empty(raw) for raw in table.values())
    for name, field in section.fields.items():
        if field.required and wanted and is_empty(table.get(name)):
            gathering.refuse(path, f"has no {name}.", f"Add {name}: {field.means}.")


def _value(raw: Plain, field: Field, known: Known) -> object:
    match field.holds:
        case Holds.CHOICE:
            chosen = one_of(raw, field.choices)
            # The choice itself, which may be more than its text: a state, a rhythm.
            return next(choice for choice in field.choices if choice == chosen)
        case Holds.LEVEL:
            return int(one_of(raw, field.choices))
        case Holds.CRITERIA:
            return many_of(raw, known.criteria)
        case Holds.CONTROLS:
            return many_of(raw, known.keys[Keys.CONTROL], as_written=field.as_written)
        case Holds.REQUESTS:
            return many_of(raw, known.requests, as_written=field.as_written)
    return _pointing_or_simple(raw, field.holds, known)


def _pointing_or_simple(raw: Plain, holds: Holds, known: Known) -> object:
    simple = _SIMPLE.get(holds)
    if simple is not None:
        return simple(raw)
    listed = {
        Holds.ROLE: known.keys[Keys.ROLE],
        Holds.WRITTEN: known.keys[Keys.DOCUMENT],
        Holds.CANDIDATE: known.candidates,
    }
    if holds in listed:
        return one_of(raw, listed[holds])
    match holds:
        case Holds.PERSON:
            return _pointing(raw, known.people, "person", PEOPLE.name)
        case Holds.VENDOR:
            return _pointing(raw, known.vendors, "vendor", VENDORS.name)
        case _:
            return _pointing(raw, known.systems, "system", SYSTEMS.name)


def _pointing(raw: Plain, known: Collection[str], what: str, table: str) -> str:
    id_ = one_value(raw)
    if id_ not in known:
        message = f"names the {what} {quoted(id_)}, and {table} has no such row."
        raise NotFitting(message, did_you_mean(id_, known) or f"Add a row to {table} first.")
    return id_


def _own_control_id(raw: str) -> str:
    return matching(raw, OWN_PATTERN, "an id such as OWN-01", "Number your own controls OWN-01, OWN-02 and so on.")


def _section_id(raw: str) -> str:
    return matching(raw, SECTION_PATTERN, "the id of a section", "Write it as document and section: POL-ACP/scope.")


def _claim(raw: str) -> str:
    hint = "Take the line out: the program keeps these days itself."
    return matching(raw, CLAIM_PATTERN, "a claimed day such as risks.staff-leave.rated_on", hint)


CHOSEN: Mapping[Keys, Callable[[str], str]] = MappingProxyType(
    {Keys.OWN: row_id, Keys.OWN_CONTROL: _own_control_id, Keys.SECTION: _section_id, Keys.CLAIM: _claim}
)
"""The tables whose ids the catalogue does not list, with what checks the shape of one."""

_SIMPLE: Mapping[Holds, Callable[[Plain], object]] = MappingProxyType(
    {
        Holds.TEXT: one_value,
        Holds.YES_NO: yes_no,
        Holds.DATE: day,
        Holds.ENTRIES: entries,
        Holds.NUMBER: number,
        Holds.BYTES: size,
        Holds.MOMENT: moment,
        Holds.DIGEST: lambda raw: matching(raw, DIGEST_PATTERN, "a SHA-256 of 64 small hexadecimal digits"),
    }
)
