from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.domain.exercises import Answer, AnswerKey, Place, PlantedFault, Planting, Sound
from soc2desk.domain.marking import copied_from, mark
from soc2desk.domain.notebook import Notebook, Noted
from tests.composed import catalogue

USERS = "access/users-changes.csv"
ROOM = PlantedFault("on", "FD-60", "ACC-08", "CC6.2", "ER-045", "t", "w", "y", "h", (), "leaver_can_sign_in", (USERS,))
MEETING = PlantedFault("missed", "FD-62", "GOV-07", "CC4.2", "ER-020", "t", "w", "y", "h", (), "meeting_missed", ("m",))
OWNER = PlantedFault("owner", "FD-02", "GOV-04", "CC1.3", "", "t", "w", "y", "h", (Planting(("vic-marlow",)),))
KEY = AnswerKey(
    catalogue().exercises[0],
    "V-1",
    (
        Answer(OWNER, (Place("", "vic-marlow"),)),
        Answer(
            ROOM,
            (Place(USERS, "bo", 14, ("Bo Stone", "Active"), ("Bo Stone",)), Place("people/leavers.csv", "Bo Stone", 5)),
        ),
        Answer(MEETING, (Place("meetings/management-2026-q3.docx"),)),
    ),
    (Sound(Place(USERS, "cy", 20), "It is suspended."),),
)


def marked(*rows: Noted, mended: tuple[str, ...] = ()) -> tuple[list[str], list[str], list[str], int]:
    found = mark(KEY, Notebook(rows=tuple(replace(row, id=str(n)) for n, row in enumerate(rows))), mended)
    return (
        [one.answer.fault.id for one in found.found],
        [one.fault.id for one in found.missed],
        [one.why for one in found.alarms],
        found.repeated,
    )


@pytest.mark.parametrize(
    "row",
    [
        Noted("", Place(USERS, "bo"), "FD-60"),
        Noted("", Place(USERS, "", 14)),
        Noted("", Place("room/Access/Users-Changes.csv", "", 14), control="ACC-08"),
        Noted("", Place("people/leavers.csv", "bo stone"), criterion="CC6.2"),
        Noted("", Place(USERS, "BO"), request="ER-045"),
        # Under whichever request a student looked at the line: several ask for the same list.
        Noted("", Place(USERS, "BO"), request="ER-054"),
        Noted("", Place(USERS, "bo"), control="acc 08"),
        # In words of one's own, with the line that it stands in.
        Noted("", Place(USERS, "the account bo", 14), "FD-60"),
        Noted("", Place(USERS, "Bo Stone"), "FD-60"),
        Noted("", Place(USERS, "active", 14), "FD-60"),
    ],
)
def test_a_line_is_found_by_number_or_name_with_anything_right_said_of_it(row: Noted) -> None:
    assert marked(row) == (["on"], ["owner", "missed"], [], 0)


@pytest.mark.parametrize(
    "row",
    [
        Noted("", Place(USERS, "bob"), "FD-60"),
        Noted("", Place(USERS, "the accounts of bob and bo"), "FD-60"),
        Noted("", Place(USERS, "the account bob", 14), "FD-60"),
        # A word that stands in other lines of the file too names none of them.
        Noted("", Place(USERS, "Active"), "FD-60"),
        Noted("", Place(USERS, "", 15), "FD-60"),
        Noted("", Place("access/users-sign-in.csv", "bo", 14), "FD-60"),
        Noted("", Place(USERS, "bo", 14), "FD-08", "CHG-02"),
        Noted("", Place(USERS), "FD-60"),
        Noted("", finding="FD-60"),
    ],
)
def test_another_line_and_another_kind_of_fault_are_false_alarms(row: Noted) -> None:
    assert marked(row) == ([], ["owner", "on", "missed"], [""], 0)


def test_of_a_whole_file_and_of_the_project_the_note_has_to_say_what_is_wrong() -> None:
    paper = Place("meetings/management-2026-q3.docx")
    assert marked(Noted("", paper))[0] == []
    assert marked(Noted("", paper, "FD-62"))[0] == ["missed"]
    assert marked(Noted("", Place(item="Vic Marlow"), "FD-02"))[0] == ["owner"]
    assert marked(Noted("", control="GOV-04"))[0] == ["owner"]
    assert marked(Noted("", Place(item="somebody else"), "FD-02"))[0] == []


def test_a_fault_of_the_project_may_be_noted_at_the_line_of_a_file_that_names_its_row() -> None:
    leaver = Place("people/leavers.csv", "Vic Marlow", 7)
    assert marked(Noted("", leaver, "FD-02", "GOV-04"))[0] == ["owner"]
    assert marked(Noted("", leaver, "FD-60"))[0] == []
    assert marked(Noted("", Place("people/leavers.csv", "Bo Stone", 5), "FD-02"))[0] == []
    assert marked(Noted("", Place("people/leavers.csv"), "FD-02"))[0] == []


def test_what_was_mended_counts_and_what_was_noted_twice_is_no_false_alarm() -> None:
    row = Noted("", Place(USERS, "bo"), "FD-60")
    assert marked(row, row, mended=("owner",)) == (["owner", "on"], ["missed"], [], 1)


def test_a_false_alarm_on_what_was_made_to_look_odd_is_told_why_it_is_sound() -> None:
    assert marked(Noted("", Place(USERS, "cy"), "FD-60"))[2] == ["It is suspended."]


def test_a_note_in_words_alone_is_left_to_the_instructor_and_is_no_false_alarm() -> None:
    row = Noted("1", words="Bo left in May and can still sign in.", request="ER-045")
    found = mark(KEY, Notebook(rows=(row,)))
    assert (found.unread, found.alarms, len(found.missed)) == ((row,), (), 3)


@pytest.mark.parametrize(
    ("row", "near"),
    [
        (Noted("", Place(USERS), "FD-60"), "line"),
        (Noted("", Place(USERS)), "line"),
        (Noted("", Place(USERS, "bo", 14), "FD-08", "CHG-02"), "kind"),
        (Noted("", Place("meetings/management-2026-q3.docx")), "kind"),
        (Noted("", Place(USERS, "di", 9)), ""),
        (Noted("", Place(USERS), "FD-08"), ""),
        (Noted("", Place("tickets/tickets.csv"), "FD-60"), ""),
        (Noted("", control="ACC-08"), ""),
    ],
)
def test_of_a_note_beside_a_fault_nobody_says_that_all_is_well_there(row: Noted, near: str) -> None:
    (alarm,) = mark(KEY, Notebook(rows=(row,))).alarms
    assert (alarm.near, alarm.why) == (near, "")


def test_two_notes_that_fit_somebody_else_tell_whose_they_are() -> None:
    other = replace(KEY, answers=(
        Answer(ROOM, (Place(USERS, "di", 9),)), Answer(replace(ROOM, id="on-2"), (Place(USERS, "ed", 11),)),
    ))  # fmt: skip
    rows = (Noted("1", Place(USERS, "di"), "FD-60"), Noted("2", Place(USERS, "ed"), "FD-60"))
    both, one = mark(KEY, Notebook(rows=rows)), mark(KEY, Notebook(rows=rows[:1]))
    assert copied_from(both, {"Ann": KEY, "Bo": other}) == "Bo"
    assert copied_from(one, {"Bo": other}) == ""
    assert copied_from(both, {}) == ""
