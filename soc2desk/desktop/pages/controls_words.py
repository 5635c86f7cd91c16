"""How the table and the panel say where a control stands, who holds it and what is odd about it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.control_rows import Column, Odd
from soc2desk.app.proposals import NOT_YET
from soc2desk.desktop.dates import said_date
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from soc2desk.app.control_rows import ControlRow, Held
    from soc2desk.app.proposals import Reason
    from soc2desk.desktop.words import Words

ICONS: Mapping[State, tuple[str, str]] = MappingProxyType(
    {
        State.IN_PLACE: ("check-circle", "good"),
        State.RUN_BY_VENDOR: ("handshake", "good"),
        State.PLANNED: ("calendar", "accent"),
        State.DOES_NOT_APPLY: ("minus", "muted"),
        State.NOT_CONFIRMED: ("help", "warn"),
    }
)
"""The icon and the colour of each state; its words always stand with them."""

_WHERE: Mapping[Column, tuple[Odd, ...]] = MappingProxyType(
    {
        Column.STATE: (Odd.AT_ODDS, Odd.CLAIMED_EARLY, Odd.NO_SUBSERVICE),
        Column.OWNER: (Odd.NOBODY, Odd.OWNER_LEFT),
        Column.BACKUP: (Odd.BACKUP_LEFT, Odd.BACKUP_IS_OWNER),
        Column.REVIEWER: (Odd.REVIEWER_LEFT, Odd.REVIEWER_IS_OWNER),
    }
)
"""The column in which each odd thing is seen."""

BAD = frozenset({Odd.NOBODY, Odd.OWNER_LEFT})
"""What must be mended; the rest should be."""
QUIET = frozenset({Odd.PROPOSED_AWAY, Odd.BY_LAW})
"""What is worth knowing and no fault."""
RULE_OF: Mapping[Odd, str] = MappingProxyType(
    {
        Odd.NOBODY: "FD-01",
        Odd.CLAIMED_EARLY: "FD-66",
        Odd.NO_SUBSERVICE: "SD-06",
        Odd.AT_ODDS: "SD-09",
    }
)
"""The rule that says the same, so that it is said once."""


def state_words(row: ControlRow, words: Words) -> str:
    """Return the state of a control with its day or its vendor."""
    if Odd.PROPOSED_AWAY in row.odd:
        return words("controls.state.proposed")
    match row.state:
        case State.IN_PLACE if row.since:
            return words("controls.state.in_place_since", day=said_date(row.since, words))
        case State.PLANNED if row.start:
            return words("controls.state.planned_from", day=said_date(row.start, words))
        case State.RUN_BY_VENDOR if row.vendor and row.since:
            return words("controls.state.run_by_since", vendor=row.vendor, day=said_date(row.since, words))
        case State.RUN_BY_VENDOR if row.vendor:
            return words("controls.state.run_by", vendor=row.vendor)
    return words(f"controls.state.{row.state}")


def holder_words(held: Held, words: Words, *, needed: bool) -> str:
    """Return who holds a part of a control; "Nobody" only where somebody is needed."""
    if not held.person:
        return words("controls.cell.nobody") if needed else ""
    return words("controls.cell.left", name=held.name) if held.left else held.name


def cell_words(row: ControlRow, column: Column, words: Words) -> str:
    """Return what stands in a cell."""
    match column:
        case Column.CONTROL:
            return words("controls.cell.control", id=row.printed, title=row.title)
        case Column.CRITERIA:
            return ", ".join(row.criteria) or words("controls.cell.law")
        case Column.STATE:
            return state_words(row, words)
        case Column.RHYTHM:
            return words(f"controls.rhythm.{row.rhythm}") if row.rhythm else words("controls.cell.open")
    held: Held = getattr(row, column)
    return holder_words(held, words, needed=column is Column.OWNER and row.applies)


def odd_in(row: ControlRow, column: Column) -> tuple[Odd, ...]:
    """Return what is odd in one cell, the worst first."""
    return tuple(odd for odd in _WHERE.get(column, ()) if odd in row.odd)


def odd_words(odd: Odd, row: ControlRow, words: Words) -> str:
    """Return the sentence for one odd thing."""
    names = {"owner": row.owner.name, "backup": row.backup.name, "reviewer": row.reviewer.name}
    return words(f"controls.odd.{odd}", **names)


def tone_of(odd: Odd) -> str:
    """Return how much an odd thing matters, as findings do: high, medium or low."""
    if odd in QUIET:
        return "low"
    return "high" if odd in BAD else "medium"


def cell_icon(row: ControlRow, column: Column) -> tuple[str, str] | None:
    """Return the icon of a cell and its colour: what is odd there, else the state; None for none."""
    odd = odd_in(row, column)
    if odd:
        return ("alert-circle", "bad") if odd[0] in BAD else ("alert-triangle", "warn")
    return ICONS[row.state] if column is Column.STATE else None


def cell_aloud(row: ControlRow, column: Column, words: Words) -> str:
    """Return a cell as a screen reader says it, with what is odd there."""
    shown = cell_words(row, column, words)
    return ". ".join((shown, *(odd_words(odd, row, words) for odd in odd_in(row, column))))


def now_words(row: ControlRow, words: Words) -> str:
    """Return where a control stands and who said so."""
    state = state_words(row, words)
    if row.reason and not row.applies:
        state = words("controls.now.reason", state=state, reason=row.reason.rstrip("."))
    if not row.confirmed_by or row.confirmed_on is None:
        return words("controls.now.nobody", state=state)
    key = "said" if row.own_word else "said_family"
    return words(f"controls.now.{key}", state=state, person=row.confirmed_by, day=said_date(row.confirmed_on, words))


def mixed_words(rows: Collection[ControlRow], words: Words) -> str:
    """Return where several controls stand: the state they share, or how many are in each."""
    by_state: dict[str, int] = {}
    for row in rows:
        name = words(f"controls.state.{row.state}")
        by_state[name] = by_state.get(name, 0) + 1
    if len(by_state) == 1:
        return f"{next(iter(by_state))}."
    counted = (words("controls.now.count", count=count, state=name.lower()) for name, count in by_state.items())
    return words("controls.now.mixed", states=", ".join(counted))


def reasons_words(reasons: Collection[Reason], words: Words, key: str) -> str:
    """Return the answers behind a proposal as sentences: `key` is "reason" for the panel, "plain" for documents."""
    said = (
        words(
            f"controls.proposal.{key}",
            question=words.of(reason.label),
            answer=words("controls.proposal.not_yet") if reason.answer == NOT_YET else words.of(reason.answer),
        )
        for reason in reasons
    )
    return " ".join(said) or words("controls.proposal.unknown")


def counted(key: str, ids: Collection[str], words: Words) -> str:
    """Return words that name one control or count several: `key` ends in _one and _many in the words."""
    if len(ids) == 1:
        return words(f"controls.{key}_one", id=next(iter(ids)))
    return words(f"controls.{key}_many", count=len(ids))


def listed(ids: Collection[str], words: Words, most: int = 12) -> str:
    """Return ids in a row, at most so many, and how many more there are."""
    first = ", ".join(list(ids)[:most])
    if len(ids) <= most:
        return words("controls.panel.listed", ids=first)
    return words("controls.panel.more", ids=first, count=len(ids) - most)
