"""Small rules of which the rules of records are made: filled in, each line, one day after another, two people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Duration
from soc2desk.domain.cadences import Cadence, next_day
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.owed import fiscal_start, looked_at
from soc2desk.domain.period_names import period_named
from soc2desk.domain.record_lacks import Lack, Looked, has

if TYPE_CHECKING:
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.working_days import WorkingDays

Rule = Callable[[Looked], Iterator[Lack]]
"""A printed rule as a function: it yields what is missing or wrong in one record."""


def by_eye(_looked: Looked) -> Iterator[Lack]:
    """Yield nothing: only a person who looks can tell whether such a rule holds."""
    return iter(())


def filled(*names: str) -> Rule:
    """Ask for fields that say something."""
    return lambda looked: looked.missing(*names)


def each_line(field: str, *columns: str) -> Rule:
    """Ask every line of a table for these columns."""

    def rule(looked: Looked) -> Iterator[Lack]:
        yield from looked.missing(field)
        for number, line in looked.lines(field):
            yield from (looked.lack("missing", field, number, one) for one in columns if not has(line.get(one)))

    return rule


def any_of_line(field: str, *columns: str) -> Rule:
    """Ask every line of a table for one of these columns at least."""

    def rule(looked: Looked) -> Iterator[Lack]:
        for number, line in looked.lines(field):
            if not any(has(line.get(one)) for one in columns):
                yield looked.lack("missing", field, number, columns[0])

    return rule


def in_order(earlier: str, later: str) -> Rule:
    """Ask that the day of one field is not after that of another."""

    def rule(looked: Looked) -> Iterator[Lack]:
        first, second = looked.record.day(earlier), looked.record.day(later)
        if first and second and second < first:
            yield looked.lack("too_early", later, day=second, other=first)

    return rule


def differ(field: str, other: str) -> Rule:
    """Ask for two people."""

    def rule(looked: Looked) -> Iterator[Lack]:
        one, two = who(looked.record, field), who(looked.record, other)
        if one and one == two:
            yield looked.lack("same_person", field, who=name_of(looked, one))

    return rule


def said_yes(name: str) -> Rule:
    """Ask for a yes."""

    def rule(looked: Looked) -> Iterator[Lack]:
        yield from looked.missing(name)
        if looked.record.said(name) is False:
            yield looked.lack("not_yes", name)

    return rule


def within(later: str, earlier: str, question: str) -> Rule:
    """Ask that so many days, as answered, lie between two days at most."""

    def rule(looked: Looked) -> Iterator[Lack]:
        first, second = looked.record.day(earlier), looked.record.day(later)
        stated = looked.engagement.names.stated.get(question)
        days = looked.number(question)
        if first is None or second is None or days is None or stated is None:
            return
        is_working = stated.question is not None and stated.question.unit == "working_days"
        last = looked.working_days.add_business_days(first, days) if is_working else first + timedelta(days=days)
        if second > last:
            yield looked.lack("too_late", later, day=second, last=last)

    return rule


def together(*rules: Rule) -> Rule:
    """Ask for all of several."""
    return lambda looked: (lack for rule in rules for lack in rule(looked))


def when(decides: Callable[[Looked], bool], rule: Rule, otherwise: Rule = by_eye) -> Rule:
    """Ask only where something holds."""
    return lambda looked: rule(looked) if decides(looked) else otherwise(looked)


def not_later_than(field: str, base: str, control: str) -> Rule:
    """Ask that a day ahead lies no further from another than the rhythm of a control."""

    def rule(looked: Looked) -> Iterator[Lack]:
        first, ahead = looked.record.day(base), looked.record.day(field)
        state = looked.engagement.state.get(control)
        value = state.cadence.value if state and state.cadence else None
        last = next_day(first, value) if first and isinstance(value, str) and value in set(Cadence) else None
        if ahead and last and ahead > last:
            yield looked.lack("too_late", field, day=ahead, last=last)

    return rule


def inside_period(name: str, *fields: str) -> Rule:
    """Ask that days fall into the period that the record names."""

    def rule(looked: Looked) -> Iterator[Lack]:
        start = fiscal_start(looked.engagement)
        period = period_named(looked.record.text(name) or looked.record.occurrence, start)
        for field in fields if period else ():
            day = looked.record.day(field)
            if period and day and not period.start <= day <= period.end:
                yield looked.lack("outside", field, day=day, first=period.start, last=period.end)

    return rule


def inside_window(field: str) -> Rule:
    """Ask for a day that lies in what is examined; for a Type I report one that is not after its date."""

    def rule(looked: Looked) -> Iterator[Lack]:
        seen, day = looked_at(looked.engagement), looked.record.day(field)
        if seen is None or day is None:
            return
        first = seen[0] if looked.engagement.scope.is_type_2 else date.min
        if not first <= day <= seen[1]:
            message = "outside" if first > date.min else "too_late"
            yield looked.lack(message, field, day=day, first=first, last=seen[1])

    return rule


def deadline(begin: datetime, limit: Duration, working_days: WorkingDays) -> datetime:
    """Return the last moment of a length of time: a business day ends with the day itself."""
    match limit.unit:
        case "hours":
            return begin + timedelta(hours=limit.amount)
        case "days":
            return begin + timedelta(days=limit.amount)
        case _:
            return datetime.combine(working_days.add_business_days(begin.date(), limit.amount), time(23, 59))


def who(record: KeptRecord, field: str) -> str:
    """Return who stands in a field or signed it; empty for nobody."""
    value = record.values.get(field)
    return value.by if isinstance(value, Signature) else record.text(field)


def name_of(looked: Looked, person: str) -> str:
    """Return the name of a person; of somebody outside the words that were written."""
    return looked.engagement.person_name(person) or person


def person_of(looked: Looked, words: object) -> str:
    """Return the id of the person that a cell names, by id or by full name; empty for nobody known."""
    people = looked.engagement.project.person
    if not isinstance(words, str) or words in people:
        return words if isinstance(words, str) else ""
    return next((one.id for one in people.values() if one.name.casefold() == words.strip().casefold()), "")
