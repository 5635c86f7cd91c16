"""An auditor holds one list of a room against another: what differs is a fault of the key, and nothing else is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.rooms.make import company_of, make_room
from soc2desk.domain.rooms.room import Listing, Paper
from soc2desk.domain.variants import Variant
from tests.composed import catalogue, sample
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.rooms.room import Room

EXERCISES = tuple(catalogue().exercise)
STUDENTS = ("Ann", "Bo", "Cy", "") if IS_THOROUGH else ("Ann",)
USERS = {"sign-in": "access/users-sign-in.csv", "changes": "access/users-changes.csv"}


@pytest.fixture(params=[(exercise, student) for exercise in EXERCISES for student in STUDENTS], scope="module")
def room(request: pytest.FixtureRequest) -> Room:
    exercise, student = request.param
    one, variant = catalogue().exercise[exercise], Variant(exercise, student, "K2QT-7M4X" if student else "")
    return make_room(company_of(one, sample(one.sample), variant, catalogue().rooms), variant)


def lines(room: Room, file: str) -> list[dict[str, str]]:
    (piece,) = [one for one in room.pieces if one.file == file and isinstance(one, Listing)]
    return [dict(zip(piece.headings, row, strict=True)) for row in piece.rows]


def faults_at(room: Room) -> set[tuple[str, str]]:
    return {(place.file, place.item) for one in room.answers for place in one.places}


def on_at(user: dict[str, str], left: dict[str, str], day: date) -> bool:
    last = left.get(user["Display name"])
    return user["Created"] <= day.isoformat() and (last is None or day.isoformat() <= last)


def left_out(room: Room) -> Iterator[tuple[str, str, str]]:
    """Yield each account that was on at the day of a review and stands there with other rights, or not at all."""
    left = {one["Name"]: one["End date"] for one in lines(room, "people/staff-list.csv") if one["End date"]}
    for review in lines(room, "access/reviews.csv"):
        sheet = review["Worksheet or note"]
        if not review["Done on"]:
            continue
        users = USERS["sign-in" if "sign-in" in sheet else "changes"]
        seen = {one["Login"]: one["Role"] for one in lines(room, sheet)}
        for user in lines(room, users):
            login, day = user["Login"], date.fromisoformat(review["Done on"])
            if on_at(user, left, day) and seen.get(login) != user["Role"]:
                yield sheet, users, login


def test_each_review_holds_every_account_of_its_day_with_the_rights_it_has(room: Room) -> None:
    known = faults_at(room)
    assert [
        (sheet, login) for sheet, users, login in left_out(room) if not {(sheet, ""), (users, login)} <= known
    ] == []


def test_a_shared_account_that_a_review_kept_is_found_there_too(room: Room) -> None:
    for answer in room.answers:
        if answer.fault.plant == "shared_administrator":
            logins = {place.item for place in answer.places}
            files = {place.file for place in answer.places}
            assert len(logins) == 1
            assert {one["Worksheet or note"] for one in lines(room, "access/reviews.csv")
                    if "sign-in" in one["Worksheet or note"]} <= files  # fmt: skip


def test_everybody_of_the_staff_list_was_trained_those_who_left_as_well(room: Room) -> None:
    trained = {one["Name"] for one in lines(room, "people/training.xlsx") if one["Course"] == "Security awareness"}
    staff = {one["Name"]: one for one in lines(room, "people/staff-list.csv")}
    assert set(staff) - trained == set()
    for one in lines(room, "people/training.xlsx"):
        assert staff[one["Name"]]["Start date"] <= one["Completed on"] <= (staff[one["Name"]]["End date"] or "9999")


def test_those_who_oversee_met_as_often_as_promised_and_speak_of_no_attack_still_to_come(room: Room) -> None:
    company = sample(room_sample(room)).answers
    body, period = (company.get(name) for name in ("oversight_body", "oversight_period"))
    papers = [one for one in room.pieces if isinstance(one, Paper) and one.file.startswith("meetings/oversight")]
    each = period is not None and period.value == "quarterly"
    assert len(papers) == (0 if body is None or body.value is None else 2 if each else 1)
    attack = date.fromisoformat(lines(room, "watching/log-of-one-day.csv")[0]["Time"][:10])
    for paper in papers:
        if "attack" in " ".join(paper.lines):
            assert said_day(dict(paper.facts)["Held on"]) > attack


def test_scans_are_of_systems_that_the_company_runs_itself(room: Room) -> None:
    bought = {one.name for one in sample(room_sample(room)).systems if not one.purpose.startswith(("runs", "make"))}
    assert not bought & {one["Asset"] for one in lines(room, "watching/scan-findings.csv")}


def test_each_suspended_account_of_somebody_who_left_is_known_to_be_sound(room: Room) -> None:
    sound = {(one.place.file, one.place.item) for one in room.sounds}
    left = {one["Name"] for one in lines(room, "people/leavers.csv")}
    for file in USERS.values():
        for user in lines(room, file):
            if user["Display name"] in left:
                assert (user["Status"] == "Suspended") == ((file, user["Login"]) in sound)


def room_sample(room: Room) -> str:
    title = next(one.title for one in room.pieces if one.file == "00-read-me.md")
    return next(one.sample for one in catalogue().exercises if one.title == title)


def said_day(words: str) -> date:
    day, month, year = words.split()
    return date(int(year), catalogue().rooms["months"].index(month) + 1, int(day))
