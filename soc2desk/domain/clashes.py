"""Promises that cannot both be kept: answers against each other, commitments and own wordings against answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Duration
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.names import cadence_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.commitments import CommitmentMade
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.names import Stated
    from soc2desk.domain.project import Edit

DAY = 24
_UNITS = {
    "minute": 1 / 60,
    "hour": 1,
    "day": DAY,
    "working day": DAY,
    "business day": DAY,
    "week": 7 * DAY,
    "month": 30 * DAY,
    "year": 365 * DAY,
}
"""Hours of a unit; a working day is counted as one day, the least that it can take."""
_INTERVALS = {
    Cadence.CONTINUOUS: 0,
    Cadence.DAILY: DAY,
    Cadence.WEEKLY: 7 * DAY,
    Cadence.MONTHLY: 31 * DAY,
    Cadence.QUARTERLY: 92 * DAY,
    Cadence.SEMI_ANNUAL: 184 * DAY,
    Cadence.ANNUAL: 366 * DAY,
}
"""Hours that may lie between two acts of a rhythm."""

MORE_IS_KEPT = frozenset({"log_retention_days"})
"""Limits that are lengths of keeping: there the longer word is the harder to keep."""

_FIGURE = re.compile(
    r"(\d{1,5}(?:[.,]\d+)?)\s*-?\s*((?:business |working )?(?:minute|hour|day|week|month|year))s?\b", re.IGNORECASE
)
_TYPED = (
    (Cadence.DAILY, r"daily|every (?:working )?day|each (?:working )?day"),
    (Cadence.WEEKLY, r"weekly|every week|each week|once a week"),
    (Cadence.MONTHLY, r"monthly|every month|each month|once a month"),
    (Cadence.QUARTERLY, r"quarterly|every quarter|each quarter|every three months"),
    (Cadence.SEMI_ANNUAL, r"half-yearly|semi-?annual(?:ly)?|twice a year|every six months"),
    (Cadence.ANNUAL, r"yearly|annual(?:ly)?|every year|each year|once a year"),
)
_RHYTHMS = tuple((cadence, re.compile(rf"(?<![\w-])(?:{words})\b", re.IGNORECASE)) for cadence, words in _TYPED)
_CONTROLS = re.compile(r"\[((?:[A-Z]{2,4}-\d{2,3}(?:,\s*)?)+)\]\s*$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers of which the first may not take longer than the second; `why` names the words of the reason."""

    shorter: str
    longer: str
    why: str


PAIRS = (
    Pair("involuntary_removal_limit", "access_removal_limit", "let_go_first"),
    Pair("critical_patch_days", "high_patch_days", "critical_first"),
    Pair("backup_frequency", "rpo_hours", "loss_between_backups"),
    Pair("privileged_review_period", "access_review_period", "administrators_first"),
    Pair("log_review_period", "log_retention_days", "gone_before_looked_at"),
)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two things said of one matter: the names or ids of both, and the value or the words of each.

    `control` is the control they are about, `why` names the words of the reason, empty where it needs none.
    """

    first: str
    first_value: object
    second: str
    second_value: object
    control: str = ""
    why: str = ""


def answers_that_clash(engagement: Engagement) -> Iterator[Clash]:
    """Yield the pairs of answers that cannot both be kept. One that is open, or does not matter, promises nothing."""
    for pair in PAIRS:
        shorter, longer = (engagement.names.stated.get(name) for name in (pair.shorter, pair.longer))
        first, second = _hours_of(shorter), _hours_of(longer)
        if first is not None and second is not None and first > second:
            control = next((one.id for one in engagement.controls if pair.shorter in _names_of(one)), "")
            yield Clash(pair.shorter, _value(shorter), pair.longer, _value(longer), control, pair.why)


def commitments_that_clash(engagement: Engagement) -> Iterator[Clash]:
    """Yield the commitments that name a shorter time (or a longer keeping) than every limit of their controls."""
    for made in engagement.project.commitments_made:
        told = hours_in(made.figure)
        limits = tuple(_limits(made, engagement)) if told is not None else ()
        if limits and all(_is_harder(told or 0, name, hours) for _, name, hours in limits):
            control, name, _ = limits[0]
            yield Clash(made.id, made.figure, name, _value(engagement.names.stated[name]), control)


def wordings_that_clash(edit: Edit, engagement: Engagement) -> Iterator[Clash]:
    """Yield each clause of an own wording that types a rhythm which is none of its controls'."""
    for line in edit.text.splitlines():
        controls = _CONTROLS.search(line)
        typed = [(cadence, found[0]) for cadence, words in _RHYTHMS if (found := words.search(line))]
        if not controls or not typed:
            continue
        ids = re.findall(r"[A-Z]{2,4}-\d{2,3}", controls[1])
        behind = [engagement.state[one] for one in ids if one in engagement.state]
        known = {value for one in behind for value in _rhythms(one, engagement)}
        if known and not known & {cadence for cadence, _ in typed}:
            first = behind[0]
            yield Clash(edit.id, typed[0][1], cadence_name(first.id), next(iter(sorted(known))), first.id)


def hours_in(words: str) -> float | None:
    """Return the hours of the first length of time in some words ("within 4 hours"); None where there is none."""
    found = _FIGURE.search(words)
    return float(found[1].replace(",", ".")) * _UNITS[found[2].lower()] if found else None


def _limits(made: CommitmentMade, engagement: Engagement) -> Iterator[tuple[str, str, float]]:
    for control in made.controls:
        one = engagement.state.get(control)
        for name in one.control.uses if one is not None and one.applies else ():
            stated = engagement.names.stated.get(name)
            hours = None if isinstance(_value(stated), Cadence) else _hours_of(stated)
            if hours is not None:
                yield control, name, hours


def _is_harder(told: float, name: str, hours: float) -> bool:
    return told > hours if name in MORE_IS_KEPT else told < hours


def _names_of(one: ControlState) -> frozenset[str]:
    return frozenset({*one.control.uses, one.control.cadence_from})


def _rhythms(one: ControlState, engagement: Engagement) -> Iterator[Cadence]:
    values: list[object] = [one.cadence.value if one.cadence else None]
    values += [_value(engagement.names.stated.get(name)) for name in one.control.uses]
    for value in values:
        # The rhythm of an answer is a plain text where it came from a usual value.
        if isinstance(value, str) and value in {str(cadence) for cadence, _ in _RHYTHMS}:
            yield Cadence(value)


def _value(stated: Stated | None) -> object:
    return stated.answer.value if stated is not None and stated.answer is not None and not stated.hidden else None


def _hours_of(stated: Stated | None) -> float | None:
    value = _value(stated)
    if isinstance(value, Duration):
        return value.amount * _UNITS[value.unit.removesuffix("s")]
    if isinstance(value, str) and value in set(_INTERVALS):
        return _INTERVALS[Cadence(value)]
    unit = (stated.question.unit if stated and stated.question else "").replace("_", " ").removesuffix("s")
    return value * _UNITS[unit] if isinstance(value, int) and unit in _UNITS else None
