"""What a rule about work done looks at: whether it was promised, whether its time is over, and what shows it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar

from soc2desk.domain.answers import Duration, Practice
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.due import Period, periods
from soc2desk.domain.owed import fiscal_start, looked_at, owed
from soc2desk.domain.performed import Shown, act_day, is_filled_in
from soc2desk.domain.project import State
from soc2desk.readiness.dates import A_YEAR, has_begun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from soc2desk.domain.answers import Value
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.readiness.rule import Situation

Item = TypeVar("Item")

MOST = 6
"""So many alike stand on lines of their own; more become one finding."""
NAMED = 3
"""So many are named; the others are counted."""
KEPT = "kept_in_tools"


def runs(engagement: Engagement, control: str) -> bool:
    """Return whether the company itself runs a control today, by its own word, and an auditor examines it."""
    one = engagement.state.get(control)
    return one is not None and one.state is State.IN_PLACE and not one.by_law


def ran(engagement: Engagement, control: str) -> bool:
    """Return whether a control runs today, or did in the period until it was retired."""
    one = engagement.worked.get(control)
    return one is not None and one.state is State.IN_PLACE and not one.by_law


def ran_on(engagement: Engagement, control: str, day: date) -> bool:
    """Return whether a control that runs today, or did in the period, was in place on a day."""
    one = engagement.worked.get(control)
    if one is None or not ran(engagement, control):
        return False
    return (one.since is None or one.since <= day) and (one.until is None or day <= one.until)


def is_examined(engagement: Engagement, day: date) -> bool:
    """Return whether a day that is over lies in what is examined; for a Type I report in the year before its date."""
    window = looked_at(engagement)
    if window is None or day > engagement.day:
        return False
    first = window[0] if engagement.scope.is_type_2 else window[1] - A_YEAR
    return first <= day <= window[1]


def counts(engagement: Engagement, control: str, day: date | None) -> bool:
    """Return whether an auditor would hold what happened on a day against a control."""
    return day is not None and ran_on(engagement, control, day) and is_examined(engagement, day)


def promised(engagement: Engagement, question: str) -> Value | None:
    """Return the value of an answer that the company gave itself and keeps today; None for anything else."""
    stated = engagement.names.stated.get(question)
    answer = stated.answer if stated is not None and not stated.hidden else None
    if answer is None or not answer.confirmed or answer.practice is not Practice.DONE:
        return None
    return answer.value


def last_moment(begin: datetime, limit: Duration, situation: Situation) -> datetime:
    """Return the end of a limit in its own unit; a business day ends with the day itself."""
    match limit.unit:
        case "hours":
            return begin + timedelta(hours=limit.amount)
        case "days":
            return begin + timedelta(days=limit.amount)
        case _:
            last = situation.working_days.add_business_days(begin.date(), limit.amount)
            return datetime.combine(last, time.max)


def last_day(begin: date, question: str, situation: Situation) -> date | None:
    """Return the last day of a number of days that was promised, in its unit; None where none was."""
    count = promised(situation.engagement, question)
    if not isinstance(count, int):
        return None
    asked = situation.engagement.names.stated[question].question
    if asked is not None and asked.unit == "working_days":
        return situation.working_days.add_business_days(begin, count)
    return begin + timedelta(days=count)


def is_in_tool(engagement: Engagement, layout: str) -> bool:
    """Return whether records of a layout are kept in a tool, so that none of them is expected here."""
    value = promised(engagement, KEPT)
    return isinstance(value, tuple) and layout in value


def records_of(engagement: Engagement, layout: str) -> tuple[KeptRecord, ...]:
    """Return the records of a layout, in the order entered."""
    return tuple(record for record in engagement.project.records if record.type == layout)


def missed(situation: Situation, control: str) -> tuple[Period, ...]:
    """Return the periods that are over and for which a control that runs, or did, owes an act that nothing shows.

    Nobody owes a rhythm that nobody confirmed, nor an act whose period reaches beyond what is examined.
    """
    asked = over(situation, control)
    shown = tuple(shown_for(situation.engagement, control)) if asked else ()
    return tuple(period for period in asked if not is_shown(period, shown))


def over(situation: Situation, control: str) -> tuple[Period, ...]:
    """Return the periods that are over and in which a control that ran owes an act, by a rhythm somebody confirmed."""
    engagement = situation.engagement
    if not ran(engagement, control) or not has_begun(engagement):
        return ()
    return _examined(situation, control) if engagement.scope.is_type_2 else _last_before(engagement, control)


def _examined(situation: Situation, control: str) -> tuple[Period, ...]:
    engagement = situation.engagement
    window = looked_at(engagement)
    acts = owed(engagement, (control,), situation.working_days)
    return tuple(
        act.period
        for act in acts
        if window and not act.suggested and act.period.end <= window[1] and act.period.end < engagement.day
    )


def _last_before(engagement: Engagement, control: str) -> tuple[Period, ...]:
    """Return the last whole period before the date of a Type I report in which a control was in place throughout."""
    one, window = engagement.state[control], looked_at(engagement)
    rhythm = rhythm_of(one)
    if window is None or one.since is None or rhythm is None:
        return ()
    until = min(window[1], engagement.day - timedelta(days=1))
    found = periods(control, rhythm, until - 2 * A_YEAR, until, fiscal_start(engagement))
    whole = [period for period in found if period.end <= until and period.start >= one.since]
    return tuple(whole[-1:])


def rhythm_of(one: ControlState) -> Cadence | None:
    """Return the rhythm of a control that the company confirmed; None where it has none."""
    value = one.cadence.value if one.cadence is not None and one.cadence.confirmed else None
    return Cadence(value) if isinstance(value, str) and value in set(Cadence) else None


def shown_for(engagement: Engagement, control: str) -> Iterator[Shown]:
    """Yield what shows a control, and the records kept for it that were made for an act of another control."""
    yield from engagement.shown.get(control, ())
    kept = engagement.worked[control].control.records
    for record in engagement.project.records:
        other, _, name = record.occurrence.partition("/")
        if record.type in kept and other not in {"", control}:
            yield from _shown_too(record, f"{control}/{name}", engagement)


def _shown_too(record: KeptRecord, occurrence: str, engagement: Engagement) -> Iterator[Shown]:
    day, layout = act_day(record), engagement.catalogue.record[record.type]
    if day is not None and day <= engagement.day and is_filled_in(record, layout, engagement.names.known):
        yield Shown(record.id, day, day, occurrence)
        yield Shown(record.id, day, day)


def is_shown(period: Period, shown: Iterable[Shown]) -> bool:
    """Return whether one of these was made for a period, or speaks of its days and was made for none."""
    wanted = period.id
    return any(one.occurrence == wanted if one.occurrence else one.touches(period.start, period.end) for one in shown)


def grouped(items: Sequence[Item], most: int = MOST) -> Iterator[tuple[Item, ...]]:
    """Yield each item alone, or all as one where there are so many that nobody reads them line by line."""
    if len(items) > most:
        yield tuple(items)
    else:
        yield from ((item,) for item in items)


def named(names: Iterable[str], engagement: Engagement) -> str:
    """Return the first names, and how many more there are."""
    each = tuple(dict.fromkeys(names))
    listed, more = ", ".join(each[:NAMED]), len(each) - NAMED
    return engagement.catalogue.phrases["finding.more"].format(listed=listed, count=more) if more > 0 else listed


def is_on_staff(engagement: Engagement, person: str) -> bool:
    """Return whether a person does more here than to oversee: a director of the board has no account and no course."""
    held = {one.id for one in engagement.project.roles if person in {one.holder, one.backup}}
    return held != {"oversight_body"}


def person_in(engagement: Engagement, words: object) -> str:
    """Return the id of the person that a cell names by id or by full name; empty for nobody known."""
    if not isinstance(words, str):
        return ""
    people = engagement.project.person
    wanted = words.strip().casefold()
    return words if words in people else next((p.id for p in people.values() if p.name.casefold() == wanted), "")
