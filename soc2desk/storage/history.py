"""What can be undone: each change as the plain values before and after it, kept for the next start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.problems import Problem
from soc2desk.storage.atomic_json import AtomicJson, Tables
from soc2desk.storage.file_seals import is_sealed, with_seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.reading.located import Plain

HISTORY_FILE = "history.json"
KEPT = 50
"""How many changes survive a restart."""

_WHOLE = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a project's plain form. `id` is empty where the section itself is the value; None is absent."""

    section: str
    id: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Order:
    """The ids of a section before and after a change that added, removed or moved some."""

    section: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One change a person made, with the name they know it by.

    `brings` is the revision of another copy that it was brought together with, empty for every other change.
    """

    label: str
    changes: tuple[Change, ...]
    orders: tuple[Order, ...] = ()
    brings: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """What can be undone and what can be done again, the newest last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


def step_between(label: str, before: Mapping[str, Plain], after: Mapping[str, Plain]) -> Step | None:
    """Return what changed from one plain form of a project to the next; None when nothing did."""
    changes: list[Change] = []
    orders: list[Order] = []
    for section in dict.fromkeys((*before, *after)):
        old, new = before.get(section), after.get(section)
        # The same object first: to compare thousands of equal rows takes as long as to look for what changed.
        if old is new or (old == new and _ids(old) == _ids(new)):
            continue
        if isinstance(old, dict | None) and isinstance(new, dict | None):
            changes += _within(section, old or {}, new or {})
            if _ids(old) != _ids(new):
                orders.append(Order(section, _ids(old), _ids(new)))
        else:
            changes.append(Change(section, _WHOLE, old, new))
    return Step(label, tuple(changes), tuple(orders)) if changes or orders else None


def _within(section: str, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[Change]:
    for id_ in dict.fromkeys((*old, *new)):
        if old.get(id_) != new.get(id_):
            yield Change(section, id_, old.get(id_), new.get(id_))


def _ids(section: Plain) -> tuple[str, ...]:
    return tuple(section) if isinstance(section, dict) else ()


def taken_back(plain: Mapping[str, Plain], step: Step) -> dict[str, Plain]:
    """Return the plain form as it was before a step."""
    values = ((one.section, one.id, one.before) for one in step.changes)
    return _with(plain, values, {order.section: order.before for order in step.orders})


def done_again(plain: Mapping[str, Plain], step: Step) -> dict[str, Plain]:
    """Return the plain form as it is after a step."""
    values = ((one.section, one.id, one.after) for one in step.changes)
    return _with(plain, values, {order.section: order.after for order in step.orders})


def _with(
    plain: Mapping[str, Plain], values: Iterable[tuple[str, str, Plain]], orders: Mapping[str, tuple[str, ...]]
) -> dict[str, Plain]:
    made = dict(plain)
    for section, id_, value in values:
        if id_ == _WHOLE:
            _put(made, section, value)
            continue
        there = made.get(section)
        inner = dict(there) if isinstance(there, dict) else {}
        _put(inner, id_, value)
        made[section] = inner
    for section, ids in orders.items():
        there = made.get(section)
        if isinstance(there, dict):
            made[section] = {id_: there[id_] for id_ in (*ids, *there) if id_ in there}
    return {name: part for name, part in made.items() if part != {}}


def _put(holder: dict[str, Plain], key: str, value: Plain) -> None:
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value


def write_history(folder: Path, revision: str, steps: Steps, day: date) -> None:
    """Keep the newest changes beside the project whose file has this revision. Raises Problems like any write."""
    tables: Tables = {
        "meta": {"1": {"revision": revision, "day": day.isoformat()}},
        "done": _table(steps.done),
        "undone": _table(steps.undone),
    }
    AtomicJson(folder / HISTORY_FILE).write(with_seal(tables))


def read_history(folder: Path, revision: str, day: date) -> Steps:
    """Return the changes kept for the project's file as it stands.

    None when that was changed since, when something else than this program wrote them, or where none are good. What was
    undone on another day cannot be done again: it would come with the days on which it was first entered.
    """
    try:
        tables = AtomicJson(folder / HISTORY_FILE).read()
    except Problem:
        # Only a comfort: the project itself is whole, so nobody needs to hear of it.
        return Steps()
    meta = tables.get("meta", {}).get("1", {}) if tables else {}
    # Undoing a step that an editor wrote could bring an older day in, as if this program had taken it down.
    if tables is None or meta.get("revision") != revision or not is_sealed(tables):
        return Steps()
    try:
        steps = Steps(_steps(tables.get("done", {})), _steps(tables.get("undone", {})))
        return steps if meta.get("day") == day.isoformat() else Steps(steps.done)
    except (KeyError, TypeError, ValueError):
        return Steps()


def _table(steps: tuple[Step, ...]) -> dict[str, dict[str, Plain]]:
    rows: dict[str, dict[str, Plain]] = {}
    for number, step in enumerate(steps[-KEPT:], 1):
        changes: list[Plain] = [[one.section, one.id, one.before, one.after] for one in step.changes]
        orders: list[Plain] = [[one.section, list(one.before), list(one.after)] for one in step.orders]
        brings = {"brings": step.brings} if step.brings else {}
        rows[str(number)] = {"label": step.label, "changes": changes, "orders": orders, **brings}
    return rows


def _steps(table: Mapping[str, Mapping[str, Plain]]) -> tuple[Step, ...]:
    return tuple(_step(table[key]) for key in sorted(table, key=int))


def _step(row: Mapping[str, Plain]) -> Step:
    changes, orders = row["changes"], row["orders"]
    if not isinstance(changes, list) or not isinstance(orders, list):
        message = "a step holds lists"
        raise TypeError(message)
    return Step(
        str(row["label"]),
        tuple(Change(str(section), str(id_), before, after) for section, id_, before, after in map(_listed, changes)),
        tuple(Order(str(section), _texts(before), _texts(after)) for section, before, after in map(_listed, orders)),
        str(row.get("brings") or ""),
    )


def _listed(value: Plain) -> list[Plain]:
    if not isinstance(value, list):
        message = "a change is a list"
        raise TypeError(message)
    return value


def _texts(value: Plain) -> tuple[str, ...]:
    return tuple(map(str, _listed(value)))
