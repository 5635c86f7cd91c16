"""What a clause may claim today: it prints only for a control that stands behind it, and says so when it is ahead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Block, Clause, Heading, Mark, Run, plain
from soc2desk.document.parts import Part
from soc2desk.document.values import say_date
from soc2desk.domain.control_states import last_of
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.names import Stated

_WORST_FIRST = (State.NOT_CONFIRMED, State.PLANNED, State.IN_PLACE, State.RUN_BY_VENDOR)


@dataclass(frozen=True, slots=True)
class Standing:
    """A clause that prints, the controls behind it, and the state it was printed in."""

    clause: str
    controls: tuple[str, ...]
    state: State


def said_elsewhere(parts: Iterable[Part], engagement: Engagement) -> dict[str, tuple[str, ...]]:
    """Return the sections whose every living control a policy of the client's own states, with these controls.

    Each section and clause stands by its id. A section that states no control is nobody's but ours.
    """
    if not engagement.own_clauses:
        return {}
    sections: dict[str, dict[str, None]] = {}
    clauses: dict[str, tuple[str, str, tuple[str, ...]]] = {}
    for part in parts:
        if isinstance(part.block, Clause) and (behind := _behind(part.block, engagement)):
            ids = tuple(one.id for one in behind)
            sections.setdefault(part.section, {}).update(dict.fromkeys(ids))
            clauses[part.block.id] = (part.block.id, part.section, ids)
    covered = {name: tuple(ids) for name, ids in sections.items() if ids.keys() <= engagement.own_clauses.keys()}
    return covered | {id_: ids for id_, section, ids in clauses.values() if section in covered}


def keep_standing(
    parts: tuple[Part, ...], engagement: Engagement, elsewhere: Collection[str] = ()
) -> tuple[tuple[Part, ...], tuple[Standing, ...]]:
    """Return the parts that may print, clauses worded by their state, and where each clause stands.

    A clause with controls prints only if one of them is needed and applies. A section that states controls prints
    only if one of its clauses does; sections that state none always print. Those said `elsewhere` do not.
    """
    behind = {part.block.id: _behind(part.block, engagement) for part in parts if isinstance(part.block, Clause)}
    dead = {name for name, (claims, living) in _claims(parts, behind).items() if claims and not living}
    dead |= set(elsewhere)
    kept: list[Part] = []
    standings: list[Standing] = []
    for part in parts:
        block = part.block
        if part.section in dead or (part.clause and behind[part.clause] == ()):
            continue
        if isinstance(block, Clause) and (controls := behind[block.id]):
            standing = Standing(block.id, tuple(one.id for one in controls), _state(block, controls, engagement))
            standings.append(standing)
            block = _worded(block, standing, controls, engagement)
        kept.append(part if block is part.block else Part(block, part.section, part.clause))
    return tuple(_without_bare_subheadings(kept)), tuple(standings)


def _behind(clause: Clause, engagement: Engagement) -> tuple[ControlState, ...] | None:
    """Return the living controls of a clause; None for a clause that names no control."""
    if not clause.controls:
        return None
    found = (engagement.state.get(control) for control in clause.controls)
    return tuple(one for one in found if one is not None and one.applies)


def _claims(parts: Iterable[Part], behind: dict[str, tuple[ControlState, ...] | None]) -> dict[str, tuple[int, int]]:
    """Count, for each section, its clauses with controls and those of them that may print."""
    counts: dict[str, tuple[int, int]] = {}
    for part in parts:
        if isinstance(part.block, Clause) and (controls := behind[part.block.id]) is not None:
            claims, living = counts.get(part.section, (0, 0))
            counts[part.section] = (claims + 1, living + bool(controls))
    return counts


def _state(clause: Clause, controls: tuple[ControlState, ...], engagement: Engagement) -> State:
    states = {one.state for one in controls}
    worst = next(state for state in _WORST_FIRST if state in states)
    if worst is not State.NOT_CONFIRMED and _ahead(clause, engagement):
        return State.PLANNED
    return worst


def _ahead(clause: Clause, engagement: Engagement) -> list[Stated]:
    names = (name for run in clause.runs for name in run.names)
    found = (engagement.names.stated.get(name) for name in names)
    return [one for one in found if one is not None and one.is_promise_ahead]


def _worded(clause: Clause, standing: Standing, controls: tuple[ControlState, ...], engagement: Engagement) -> Clause:
    start = _start(clause, controls, engagement)
    lead = state_lead(standing.state, controls, engagement, start, said=plain(clause.runs))
    if not lead and standing.controls == clause.controls:
        return clause
    return replace(clause, controls=standing.controls, runs=(*lead, *clause.runs))


def _start(clause: Clause, controls: tuple[ControlState, ...], engagement: Engagement) -> date | None:
    """Return the day from which all of a planned clause holds; None where a part of it has no day yet."""
    planned = [one.start for one in controls if one.state is State.PLANNED]
    ahead = [one.answer.start if one.answer else None for one in _ahead(clause, engagement)]
    return last_of([*planned, *filter(None, ahead)] if planned else ahead)


def state_lead(
    state: State,
    controls: tuple[ControlState, ...],
    engagement: Engagement,
    start: date | None = None,
    *,
    said: str = "",
) -> tuple[Run, ...]:
    """Return the words that stand before a clause of this state; none for a control in place.

    `start` is the day from which a planned clause holds, None for no day. `said` is the clause itself: a vendor that
    it names already is not named before it.
    """
    phrases = engagement.catalogue.phrases
    match state:
        case State.NOT_CONFIRMED:
            return (Run(f"[{phrases['lead.not_confirmed']}] ", mark=Mark.OPEN),)
        case State.PLANNED:
            words = f"{phrases['lead.planned_from']} {say_date(start, phrases)}" if start else phrases["lead.planned"]
            return (Run(f"{words}: ", mark=Mark.PLANNED),)
        case State.RUN_BY_VENDOR:
            names = dict.fromkeys(engagement.vendor_name(one.vendor) for one in controls)
            vendors = [name for name in names if name and name not in said]
            return (Run(f"{phrases['lead.run_by']} {', '.join(vendors)}: "),) if vendors else ()
    return ()


def _without_bare_subheadings(parts: list[Part]) -> Iterator[Part]:
    """Drop a subheading that nothing follows any more."""
    for i, part in enumerate(parts):
        after: Block | None = parts[i + 1].block if i + 1 < len(parts) else None
        bare = after is None or (
            isinstance(after, Heading) and isinstance(part.block, Heading) and after.level <= part.block.level
        )
        if not (isinstance(part.block, Heading) and bare):
            yield part
