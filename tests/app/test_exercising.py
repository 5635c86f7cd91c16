"""A copy of an exercise: made for a student, the same each time, other rows for others, and set back at will."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.access_reading import plan_access
from soc2desk.app.access_wish import AccessWish
from soc2desk.app.desk import Desk
from soc2desk.app.exercising import ROOM, folder_of, open_exercise, start_over, variant_for, write_room
from soc2desk.app.list_reading import ListWish, plan_list
from soc2desk.app.planting import answer_key, planted
from soc2desk.app.session import open_session
from soc2desk.app.transfer import change
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.notebook import Notebook, Noted
from soc2desk.domain.problems import Problem
from soc2desk.domain.rooms.make import company_of, make_room
from soc2desk.domain.rooms.room import Listing, Room
from soc2desk.domain.variants import Variant
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
from soc2desk.storage.backups import backups
from soc2desk.storage.notebook_file import read_notebook, write_notebook
from tests.composed import DAY, catalogue, composed, of_sample, sample
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

CODE = "K2QT-7M4X"
EXERCISES = tuple(catalogue().exercise)
thorough = pytest.mark.skipif(not IS_THOROUGH, reason="make validate goes through all of it")
AFTER = datetime(2026, 10, 2, 9, 0)  # noqa: DTZ001 - as a person types it


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "workspace", DAY)


def of(exercise: str, student: str = "") -> Variant:
    return Variant(exercise, student, CODE if student else "")


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_fault_of_every_exercise_stands_where_its_key_says(exercise: str, desk: Desk) -> None:
    room, key = room_of(exercise, "Zoë"), answer_key(desk, of(exercise, "Zoë"))
    lists = {piece.file: piece for piece in room.pieces if isinstance(piece, Listing)}
    files = {piece.file for piece in room.pieces}
    assert {one.fault.id for one in key.answers} == {fault.id for fault in catalogue().exercise[exercise].faults}
    for answer in key.answers:
        assert answer.places
        for place in answer.places if answer.fault.plant else ():
            assert place.file in files
            assert (place.line > 0) == (place.item != "")
            rows = lists[place.file].rows if place.item else ()
            assert not place.item or place.item in {row[0] for row in rows}
            assert set(place.alone) <= set(place.cells)
            assert all(sum(word in row for row in rows) == 1 for word in place.alone)
        assert not answer.fault.plant or answer.places[0].file in answer.fault.files
    for sound in room.sounds:
        assert sound.place.line > 0
        assert sound.place not in {place for answer in key.answers for place in answer.places}


def room_of(exercise: str, student: str) -> Room:
    one = catalogue().exercise[exercise]
    company = company_of(one, sample(one.sample), of(exercise, student), catalogue().rooms)
    return make_room(company, of(exercise, student))


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_project_shows_the_planted_findings_and_no_other(
    exercise: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Approvals need all documents, which take a second: the thorough test composes them.
    monkeypatch.setattr("soc2desk.app.planting._approved", lambda _, project: project)
    made = planted(desk, of(exercise, "Zoë"))
    wanted = {
        (answer.fault.finding, place.item)
        for answer in made.key.answers if answer.fault.is_in_project for place in answer.places
    }  # fmt: skip
    before = {(one.rule, one.about) for one in seen(made.exercise.sample)}
    after = check(Situation(decide_engagement(catalogue(), made.project, DAY)))
    new = {(one.rule, one.about) for one in after if one.kind.is_written_by_auditor} - before
    assert {one for one in new if one[0] not in {"FD-24", "FD-29"}} == wanted


def seen(name: str) -> tuple[object, ...]:
    return check(Situation(decide_engagement(catalogue(), sample(name), DAY)))


@thorough
@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_documents_of_a_planted_project_are_approved_and_show_nothing_else(exercise: str, desk: Desk) -> None:
    made = planted(desk, of(exercise, "Zoë"))
    wanted = {
        (answer.fault.finding, place.item)
        for answer in made.key.answers if answer.fault.is_in_project for place in answer.places
    }  # fmt: skip
    before = {(one.rule, one.about) for one in of_sample(made.exercise.sample).findings}
    found = composed(made.project).findings
    assert {(one.rule, one.about) for one in found if one.kind.is_written_by_auditor} - before == wanted


def test_the_same_student_gets_the_same_files_and_another_student_others(desk: Desk, tmp_path: Path) -> None:
    zoe = tmp_path / "zoe"
    assert write_room(desk, zoe, of("a-whole-rehearsal", "Zoë")) == len(files_of(zoe)) >= 25
    write_room(desk, tmp_path / "again", of("a-whole-rehearsal", "Zoë"))
    assert files_of(zoe) == files_of(tmp_path / "again")
    for file, raw in files_of(zoe).items():
        assert b"nvented for practice" in raw or not file.endswith((".csv", ".md")), file
    mine, other = room_of("a-whole-rehearsal", "Zoë"), room_of("a-whole-rehearsal", "Ann")
    assert [piece.file for piece in mine.pieces] == [piece.file for piece in other.pieces]
    same = {one.file for one, two in zip(mine.pieces, other.pieces, strict=True) if one == two}
    assert same <= {"00-read-me.md", *(file for file in files_of(zoe) if "report-cover" in file)}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_variants_have_the_same_kinds_of_faults_on_other_rows(desk: Desk) -> None:
    keys = [answer_key(desk, of("a-whole-rehearsal", f"Student {number}")) for number in range(6)]
    assert len({tuple(one.fault.id for one in key.answers) for key in keys}) == 1
    places = [tuple(one.places[0] for one in key.answers) for key in keys]
    assert len(set(places)) == len(keys)
    assert answer_key(desk, of("a-whole-rehearsal", "Student 3")) == keys[3]


@pytest.mark.parametrize("exercise", ["gone-but-not-out", "two-people"])
def test_our_own_readers_find_what_was_planted_and_nothing_more(exercise: str, desk: Desk) -> None:
    read_by_readers(exercise, desk)


@thorough
@pytest.mark.parametrize("exercise", EXERCISES)
@pytest.mark.parametrize("student", ["", "Ann", "Bo", "Cy"])
def test_the_readers_find_what_was_planted_in_every_exercise(exercise: str, student: str, desk: Desk) -> None:
    read_by_readers(exercise, desk, student)


READ = {
    "changes/changes.csv": "changes",
    "watching/alerts.csv": "alerts",
    "backups/backup-jobs.csv": "backup_jobs",
    "people/devices.csv": "devices",
    "access/access-requests.csv": "access_grants",
    "watching/scan-findings.csv": "vulnerabilities",
}


def read_by_readers(exercise: str, desk: Desk, student: str = "Zoë") -> None:
    folder = open_exercise(desk, of(exercise, student))
    key = answer_key(desk, of(exercise, student))
    planted_in = {(place.file, place.item) for one in key.answers for place in one.places}
    session = open_session(desk, folder)
    one = catalogue().exercise[exercise]
    company = company_of(one, session.project, of(exercise, student), catalogue().rooms)
    systems = [system.id for system in company.systems]
    for file, kind in READ.items():
        plan = plan_list(session, folder / ROOM / file, ListWish(kind, AFTER))
        assert not plan.survey.broken
        assert {(file, fault.item) for _, fault in plan.faults} == {one for one in planted_in if one[0] == file}, file
    for file, system in zip(("access/users-sign-in.csv", "access/users-changes.csv"), systems, strict=True):
        plan = plan_access(session, folder / ROOM / file, AccessWish(system, AFTER))
        odd = {*plan.seen.shared_admins, *(one.account.user for one in plan.seen.lines
                                           if one.person in plan.seen.leavers)}  # fmt: skip
        left_out = {place.item for one in key.answers if one.fault.plant == "review_leaves_out"
                    for place in one.places}  # fmt: skip
        wanted = {item for where, item in planted_in if where == file} - left_out
        assert odd == wanted, file
        assert set(plan.seen.unknown) == set(plan.seen.shared_admins)
        assert not plan.seen.several
    session.close()


def test_each_student_has_a_folder_and_comes_back_to_it(desk: Desk) -> None:
    zoe = of("two-people", "Zoë")
    folder = open_exercise(desk, zoe)
    assert folder.name == "practice-two-people-zoe"
    write_notebook(folder, Notebook("two-people", "Zoë", zoe.number, (Noted("1", words="Seen."),)))
    assert open_exercise(desk, zoe) == folder
    # The name decides on the rows without its accents and capitals, so it finds the work of the day before so too.
    for typed in ("zoe", "ZOË"):
        assert open_exercise(desk, of("two-people", typed)) == folder
        assert folder_of(desk, of("two-people", typed)) == folder
    assert read_notebook(folder).rows[0].words == "Seen."
    (folder / ROOM / "00-read-me.md").write_text("mine", "utf-8")
    change(desk, folder.name, [("service", "Mine")])
    start_over(desk, folder)
    assert read_notebook(folder) == Notebook()
    assert "Seen." in (folder / "notebook-1.json").read_text("utf-8")
    assert "mine" not in (folder / ROOM / "00-read-me.md").read_text("utf-8")
    assert desk.source(folder.name).project == planted(desk, zoe).project
    assert "Mine" in backups(folder)[0].path.read_text("utf-8")


def test_what_cannot_be_opened_is_said_and_leaves_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for wrong in (
        ("two-peeple", "", ""),
        ("two-people", "", CODE),
        ("two-people", "A", "K2"),
        ("two-people", "x" * 90, ""),
    ):
        with pytest.raises(Problem):
            variant_for(desk, *wrong)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(Problem, match="disk is full"):
        open_exercise(desk, of("two-people", "Zoë"))
    assert list(desk.workspace.iterdir()) == []


def test_a_folder_that_is_no_exercise_is_never_set_back(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no copy of an exercise"):
        start_over(desk, tmp_path)
    with pytest.raises(Problem, match="exists already"):
        write_room(desk, tmp_path, of("two-people"))


def test_no_made_up_name_of_a_room_is_that_of_somebody_in_a_sample() -> None:
    first = {name.casefold() for name in catalogue().rooms["first_names"]}
    for name in ("brightwater", "clinique-erable", "prairie-hosting", "tamarack"):
        assert not first & {one.email.partition("@")[0] for one in sample(name).people}
