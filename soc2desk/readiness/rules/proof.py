"""Rules about evidence: something for each act, from the right days, complete, and made when it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.entered_late import days_late
from soc2desk.domain.evidence import Standing
from soc2desk.domain.evidence_rules import (
    PROOFS,
    Lies,
    asked_by,
    controls_of,
    counts_differ,
    lies,
    made_late,
    missing_proofs,
    none_shown,
    says_none,
)
from soc2desk.domain.owed import looked_at
from soc2desk.readiness.acts import (
    grouped,
    is_examined,
    is_in_tool,
    missed,
    named,
    ran,
    records_of,
    rhythm_of,
    shown_for,
)
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.kept_records import KeptRecord

KEPT = "MON-01"
"""The control that evidence is put by for."""
SPOKEN_FOR = frozenset(
    {
        "ACC-07", "AST-01", "BCP-02", "BCP-04", "GOV-02", "GOV-05", "GOV-07", "HRS-04", "HRS-05", "IRS-04", "MON-02",
        "MON-04", "NET-01", "RSK-01", "VEN-04",
    }
)  # fmt: skip
"""Controls of which another rule says that an act is missing."""
SPOKEN_FOR_BY_PERIOD = frozenset({"ACC-07", "AST-01", "BCP-04", "GOV-02", "GOV-07", "NET-01"})
"""Those of which the other rule speaks period by period, also up to the day on which the control was retired."""
SPOKEN_FOR_AS_RECORDS = {"LOG-02": "log_review_record", "VUL-01": "vulnerability_scan_review"}
"""The same, unless a tool keeps these records."""
POPULATION = "population"
SIGN_OFF, RAN = "control_owner_signoff", "yes"


def nothing_stored(situation: Situation) -> Iterator[Finding]:
    """Yield each control with a rhythm and the periods for which nothing is stored."""
    engagement = situation.engagement
    for one in engagement.worked.values():
        periods = () if _is_spoken_for(one, engagement) else missed(situation, one.id)
        if periods:
            listed = named((period.name for period in periods), engagement)
            yield see(
                situation, "FD-36", engagement.place_of(one.id), about=one.id, controls=(one.id,), control=one.id,
                title=one.control.title, listed=listed,
            )  # fmt: skip


def _is_spoken_for(one: ControlState, engagement: Engagement) -> bool:
    layout = SPOKEN_FOR_AS_RECORDS.get(one.id)
    by_period = SPOKEN_FOR if one.until is None else SPOKEN_FOR_BY_PERIOD
    return one.id in by_period or (layout is not None and not is_in_tool(engagement, layout))


def outside_window(situation: Situation) -> Iterator[Finding]:
    """Yield evidence of work that speaks of no day of the window, and is not of a kind that may."""
    engagement = situation.engagement
    found = [one for one in _standing(engagement) if lies(one, engagement) is Lies.OUTSIDE]
    yield from _each("FD-55", found, situation)


def only_said(situation: Situation) -> Iterator[Finding]:
    """Yield the controls that an owner says ran, or evidence without a file speaks of, with nothing to look at."""
    engagement = situation.engagement
    unseen = {item.id for item in _standing(engagement) if not item.file and not item.is_list}
    bare = sorted(control for control in _said_to_run(engagement) if not _can_be_seen(control, unseen, engagement))
    for group in grouped(bare):
        about = group[0] if len(group) == 1 else KEPT
        yield see(
            situation, "FD-56", engagement.place_of(group[0]), about=about, controls=group,
            listed=named(group, engagement),
        )  # fmt: skip


def _said_to_run(engagement: Engagement) -> set[str]:
    """Return the controls that somebody claims to have performed in what is examined."""
    found = set()
    for record in records_of(engagement, SIGN_OFF):
        if record.day("signed") is not None:
            found |= {str(line.get("control", "")) for line in record.lines("controls") if line.get("ran") == RAN}
    for item in _standing(engagement):
        found |= set(() if says_none(item) else controls_of(item, engagement))
    return {control for control in found if ran(engagement, control)}


def _can_be_seen(control: str, unseen: set[str], engagement: Engagement) -> bool:
    """Return whether a record stands for a control, or a piece of evidence that is not one of the `unseen` ones."""
    return any(one.source not in unseen for one in shown_for(engagement, control))


def list_not_proven(situation: Situation) -> Iterator[Finding]:
    """Yield the complete lists that do not prove to be complete, each with what it lacks."""
    engagement = situation.engagement
    lacking = [one for one in _standing(engagement) if _lacks(one, engagement)]
    if len({_why(one, engagement) for one in lacking}) == 1:
        yield from _each("FD-67", lacking, situation, why=_why(lacking[0], engagement))
        return
    for one in lacking:
        yield from _each("FD-67", [one], situation, why=_why(one, engagement))


def _lacks(item: Evidence, engagement: Engagement) -> tuple[str, ...]:
    """Return the proofs that a list lacks, and that two counts differ."""
    if not item.is_list and any(request.kind == POPULATION for request in asked_by(item, engagement)):
        return tuple(name for name in PROOFS if getattr(item, name) in {None, ""})
    return (*missing_proofs(item), *(("counts",) if counts_differ(item) else ()))


def _why(item: Evidence, engagement: Engagement) -> str:
    phrases = engagement.catalogue.phrases
    return ", ".join(phrases[f"finding.FD-67.{name}"] for name in _lacks(item, engagement))


def made_afterwards(situation: Situation) -> Iterator[Finding]:
    """Yield evidence and records that were written long after the day they claim, and no system's time says so."""
    engagement = situation.engagement
    late = [
        one
        for one in _standing(engagement)
        if made_late(one) is not None and one.dated is not None and is_examined(engagement, one.dated)
    ]
    yield from _each("FD-68", late, situation)
    timed = {one.id for one in engagement.project.evidence if one.timestamp}
    records = [one for one in engagement.project.records if not timed & set(one.evidence) and _is_late(one, engagement)]
    for group in grouped(records):
        about = group[0].id if len(group) == 1 else "records"
        listed = named((_label(one, engagement) for one in group), engagement)
        yield see(situation, "FD-68", f"records.{group[0].id}", about=about, controls=(KEPT,), listed=listed)


def _is_late(record: KeptRecord, engagement: Engagement) -> bool:
    late = days_late(record, engagement.catalogue.record[record.type])
    return late is not None and late.is_late and is_examined(engagement, late.claimed)


def _label(record: KeptRecord, engagement: Engagement) -> str:
    return f"{engagement.catalogue.record[record.type].title} {record.id}"


def nothing_shows_nothing(situation: Situation) -> Iterator[Finding]:
    """Yield the controls for events that have neither an event nor an empty list run after the window was over."""
    engagement = situation.engagement
    window = looked_at(engagement)
    if window is None or engagement.day <= window[1]:
        return
    empty = {item.id: item for item in engagement.project.evidence if says_none(item)}
    bare = [
        one.id
        for one in engagement.worked.values()
        if ran(engagement, one.id)
        and rhythm_of(one) is Cadence.PER_EVENT
        and not _tells(one.id, empty, engagement, window)
    ]
    for group in grouped(bare):
        about = group[0] if len(group) == 1 else KEPT
        yield see(
            situation, "FD-70", engagement.place_of(group[0]), about=about, controls=group,
            listed=named(group, engagement),
        )  # fmt: skip


def _tells(control: str, empty: Mapping[str, Evidence], engagement: Engagement, window: tuple[date, date]) -> bool:
    """Return whether something of the window, or one of the `empty` lists run after it, stands for a control."""
    return any(
        none_shown(empty[one.source], window[1]) if one.source in empty else one.touches(*window)
        for one in shown_for(engagement, control)
    )


def _standing(engagement: Engagement) -> tuple[Evidence, ...]:
    return tuple(one for one in engagement.project.evidence if one.state is not Standing.REJECTED)


def _each(rule: str, items: Sequence[Evidence], situation: Situation, **words: str) -> Iterator[Finding]:
    engagement = situation.engagement
    for group in grouped(items):
        about = group[0].id if len(group) == 1 else KEPT
        controls = [c for c in controls_of(group[0], engagement) if c in engagement.worked] if len(group) == 1 else []
        listed = named((one.name for one in group), engagement)
        yield see(
            situation, rule, f"evidence.{group[0].id}", about=about, controls=controls or (KEPT,), listed=listed,
            **words,
        )  # fmt: skip
