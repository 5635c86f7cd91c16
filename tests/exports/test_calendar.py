"""Calendar files hold the schedule day for day, and what is imported again moves and never doubles."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest
import vobject
from icalendar import Calendar

from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.schedule import Schedule, decide_schedule
from soc2desk.exports.calendar import Wanted, calendar_file, calendar_files
from soc2desk.reading.days_off import days_off
from tests.composed import DAY, SAMPLES, catalogue, changed, sample

EVERYTHING = "schedule-for-all.ics"
HOSTILE = "people.dana-whitfield.name=BEGIN:VEVENT; Dana, O\\N\nEND:VCALENDAR"


Made = tuple[Schedule, dict[str, bytes]]


@cache
def made(*changes: str, name: str = "brightwater", day: date = DAY, remind: bool = False) -> Made:
    engagement = decide_engagement(catalogue(), changed(sample(name), *changes), day)
    schedule = decide_schedule(engagement, days_off(engagement))
    return schedule, calendar_files(schedule, engagement, Wanted(name, remind))


def events(content: bytes) -> dict[str, date]:
    """Return the day of each event by its id, as icalendar reads it back."""
    found = [(str(one["UID"]), one["DTSTART"].dt) for one in Calendar.from_ical(content).walk("VEVENT")]
    assert len(dict(found)) == len(found), "an id stands twice"
    return dict(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_two_libraries_read_the_days_of_the_schedule_back(name: str) -> None:
    schedule, files = made(name=name)
    due = sorted([step.due for step in schedule.steps if step.due] + [one.due for one in schedule.occurrences])
    assert sorted(events(files[EVERYTHING]).values()) == due
    read = vobject.readOne(files[EVERYTHING].decode())
    assert sorted(event.dtstart.value for event in read.vevent_list) == due
    assert {event.dtend.value - event.dtstart.value for event in read.vevent_list} == {timedelta(1)}


def test_the_files_of_people_are_parts_of_the_one_for_all() -> None:
    schedule, files = made()
    everything = events(files[EVERYTHING])
    parts = [events(content) for name, content in files.items() if name != EVERYTHING]
    assert len(parts) == len(schedule.people())
    assert all(part.items() <= everything.items() for part in parts)
    assert sum(len(part) for part in parts) == len(everything), "everything here has somebody to do it"
    assert "dana-whitfield.ics" in files


def test_ids_stay_when_unrelated_answers_change_and_when_the_window_moves() -> None:
    before = events(made()[1][EVERYTHING])
    assert before == events(made("service=Another", "people.new={name: N}")[1][EVERYTHING])
    moved = events(made("window_start=2027-02-01", "window_end=2027-07-31")[1][EVERYTHING])
    same = "acc-07-2027-q1.brightwater@soc2desk"
    assert before[same] == moved[same] == date(2027, 3, 31)
    opens = "ms-12-type-2.brightwater@soc2desk"
    assert (before[opens], moved[opens]) == (date(2027, 1, 1), date(2027, 2, 1))


def test_a_later_file_has_a_higher_sequence_and_the_same_day_gives_the_same_bytes() -> None:
    first = made()[1][EVERYTHING]
    made.cache_clear()
    assert made()[1][EVERYTHING] == first
    later = made(day=date(2026, 11, 27))[1][EVERYTHING]
    numbers = [Calendar.from_ical(one).walk("VEVENT")[0]["SEQUENCE"] for one in (first, later)]
    assert numbers[0] < numbers[1]
    assert b"DTSTAMP:20261120T000000Z" in first


def test_an_event_blocks_no_time_invites_nobody_and_says_what_to_do() -> None:
    _, files = made()
    found = {str(one["UID"]): one for one in Calendar.from_ical(files[EVERYTHING]).walk("VEVENT")}
    review = found["acc-07-2027-q1.brightwater@soc2desk"]
    assert review["TRANSP"] == "TRANSPARENT"
    assert review["SUMMARY"].startswith("ACC-07 ")
    assert "Access review" in review["DESCRIPTION"]
    assert "2027-01-01 to 2027-03-31" in review["DESCRIPTION"]
    assert not [one for one in found.values() if "ATTENDEE" in one or "ORGANIZER" in one or one.walk("VALARM")]
    assert b"@brightwater.example" not in files[EVERYTHING]


def test_reminders_come_three_days_before_what_is_rare() -> None:
    found = Calendar.from_ical(made(remind=True)[1][EVERYTHING]).walk("VEVENT")
    with_alarm = {str(one["UID"]) for one in found if one.walk("VALARM")}
    assert "acc-07-2027-q1.brightwater@soc2desk" in with_alarm
    assert not [uid for uid in with_alarm if uid.startswith(("bcp-03-", "log-02-"))], "daily and weekly ones"
    (alarm,) = next(one for one in found if one.walk("VALARM")).walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(days=-3)


def test_hostile_words_stay_words() -> None:
    own = (
        "own_controls.OWN-01={title: 'A; b, c\\d BEGIN:VEVENT', statement: It is done., criteria: [CC6.1], "
        "cadence: monthly, nature: manual, evidence: A log.}"
    )
    schedule, files = made(HOSTILE, own, "company='X: Y; Z, \"q\"'")
    before = len(schedule.occurrences) + sum(step.due is not None for step in schedule.steps)
    read = vobject.readOne(files[EVERYTHING].decode())
    assert len(read.vevent_list) == before
    titles = {event.summary.value for event in read.vevent_list}
    assert any("A; b, c\\d BEGIN:VEVENT" in title for title in titles)
    assert all(len(line) <= 75 for line in files[EVERYTHING].splitlines()), "folded"


def test_two_people_of_one_name_have_a_file_each_and_a_name_without_latin_letters_too() -> None:
    _, files = made("people.yuki-tanabe.name=Dana Whitfield", "people.priya-natarajan.name=田中")
    assert {"dana-whitfield.ics", "dana-whitfield-2.ics", "priya-natarajan.ics"} <= set(files)


def test_nothing_to_do_is_a_calendar_without_events() -> None:
    engagement = decide_engagement(catalogue(), sample("brightwater"), DAY)
    nobody = decide_schedule(engagement, days_off(engagement)).of_person("nobody-here")
    assert events(calendar_file(nobody, engagement, Wanted("x"), "nobody-here")) == {}
