"""A schedule as calendar files (RFC 5545) that Outlook, Google and Apple import, and update when imported again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from soc2desk.domain.file_names import file_name
from soc2desk.exports.calendar_words import act_words, own_line, step_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.schedule import Schedule
    from soc2desk.exports.calendar_words import Said

PRODUCT = "-//soc2desk//Schedule//EN"
REMIND_DAYS = 3
_FIRST = date(2020, 1, 1)
"""Before any schedule of ours; the days since then count the versions of an event."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """How calendar files are wanted. `owner` sets the ids of events apart from those of another company.

    `remind` asks for an alarm some days before what is due once a month or less often.
    """

    owner: str
    remind: bool = False


def calendar_files(schedule: Schedule, engagement: Engagement, wanted: Wanted) -> dict[str, bytes]:
    """Return a calendar for all and one for each person with something to do, by name of file."""
    phrases = engagement.catalogue.phrases
    everything = f"{file_name(phrases['calendar.everything'], _LONGEST)}.ics"
    files = {everything: calendar_file(schedule, engagement, wanted)}
    for person in schedule.people():
        name = file_name(engagement.person_name(person), _LONGEST) or file_name(person, _LONGEST) or "person"
        free = next(one for one in _names(name) if one not in files)
        files[free] = calendar_file(schedule.of_person(person), engagement, wanted, person)
    return files


def _names(name: str) -> Iterator[str]:
    yield f"{name}.ics"
    count = 2
    while True:
        yield f"{name}-{count}.ics"
        count += 1


def calendar_file(schedule: Schedule, engagement: Engagement, wanted: Wanted, person: str = "") -> bytes:
    """Return one calendar file. An event takes a whole day, blocks no time, and invites nobody.

    Its id is made of control and period or of the milestone: what is imported again moves and never doubles.
    """
    phrases, company = engagement.catalogue.phrases, own_line(engagement.answer_text("company"))
    name = phrases["calendar.name_of" if person else "calendar.name"]
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    called = name.format(company=company, name=own_line(engagement.person_name(person)))
    calendar.add("x-wr-calname", called.strip(": "))
    for day, said in _events(schedule, engagement):
        calendar.add_component(_event(day, said, schedule.day, engagement, wanted))
    return bytes(calendar.to_ical())


def _events(schedule: Schedule, engagement: Engagement) -> Iterator[tuple[date, Said]]:
    for step in schedule.steps:
        if step.due is not None:
            yield step.due, step_words(step, engagement)
    for one in schedule.occurrences:
        yield one.due, act_words(one, engagement)


def _event(day: date, said: Said, made: date, engagement: Engagement, wanted: Wanted) -> Event:
    # No time of day and no clock: the same schedule of the same day is the same file.
    stamp = datetime.combine(made, time(), UTC)
    event = Event()
    event.add("uid", f"{said.id}.{file_name(wanted.owner, _LONGEST) or 'schedule'}@soc2desk")
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max((made - _FIRST).days, 0))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", said.title)
    event.add("description", said.description)
    event.add("categories", ["SOC 2", said.category])
    if wanted.remind and said.is_rare:
        event.add_component(_alarm(said, engagement))
    return event


def _alarm(said: Said, engagement: Engagement) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    words = engagement.catalogue.phrases["calendar.remind"]
    alarm.add("description", words.format(days=REMIND_DAYS, what=said.title))
    alarm.add("trigger", timedelta(days=-REMIND_DAYS))
    return alarm
