"""A class is marked from whatever its students handed in; what is broken is a row that says why."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.class_work import ClassMarked, class_key, mark_class
from soc2desk.app.desk import Desk
from soc2desk.app.exercising import make_class_key, open_exercise
from soc2desk.app.marking_papers import check_wishes, table, write_papers
from soc2desk.app.planting import answer_key
from soc2desk.app.sending import send
from soc2desk.app.transfer import change, new_project
from soc2desk.document.feedback_page import feedback_page
from soc2desk.domain.exercises import Place
from soc2desk.domain.notebook import Notebook, Noted
from soc2desk.domain.problems import Problem
from soc2desk.domain.variants import ClassKey, Variant
from soc2desk.storage.exercise_file import practised
from soc2desk.storage.notebook_file import write_notebook
from tests.composed import DAY, catalogue
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Generator

    from soc2desk.app.class_work import StudentMarked
    from soc2desk.domain.exercises import AnswerKey

KEY = ClassKey("two-people", "Group B", "seven green bicycles")
ALL = len(catalogue().exercise["two-people"].faults)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "workspace", DAY)


def variant(student: str) -> Variant:
    return Variant(KEY.exercise, student, KEY.code)


def notes(key: AnswerKey, count: int) -> tuple[Noted, ...]:
    """Return notes on the first faults of a key, as a careful student writes them."""
    return tuple(
        Noted(str(at), one.places[0], one.fault.finding, one.fault.control, words=f"Seen {at}")
        for at, one in enumerate(key.answers[:count])
    )


def done(steps: Generator[object, None, ClassMarked]) -> ClassMarked:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def of(found: ClassMarked, student: str) -> StudentMarked:
    return next(row for row in found.students if row.student == student)


def notebook_alone(target: Path, book: Notebook) -> None:
    """Write a notebook as a student hands it in without its copy."""
    scratch = target.with_suffix("")
    scratch.mkdir()
    write_notebook(scratch, book)
    (scratch / "notebook.json").rename(target)
    scratch.rmdir()


@pytest.fixture
def handed(desk: Desk, tmp_path: Path) -> Path:
    """Return the folder of a class: a copy, a file with a mended copy, two notebooks, and two things that are none."""
    folder = tmp_path / "class"
    folder.mkdir()
    zoe, ann = variant("Zoë"), variant("Ann")
    copy, key = open_exercise(desk, zoe), answer_key(desk, zoe)
    wrong = Noted("9", Place("tickets/tickets.csv", "T-1"), "FD-08")
    write_notebook(copy, Notebook("two-people", "Zoë", zoe.number, (*notes(key, 2), wrong)))
    shutil.copytree(copy, folder / "zoe", ignore=shutil.ignore_patterns("room", "*.lock"))
    write_notebook(copy, Notebook("two-people", "Zoë", zoe.number))
    change(desk, copy.name, [(f"commitments_made.{key.answers[0].places[0].item}.controls", "COM-01")])
    list(send(desk, copy, folder / "zoe-mended.soc2desk", with_evidence=False))
    theirs = notes(answer_key(desk, ann), ALL)
    notebook_alone(folder / "ann.json", Notebook("two-people", "Ann", ann.number, theirs))
    notebook_alone(folder / "bo.json", Notebook("two-people", "Bo", ann.number, theirs))
    notebook_alone(folder / "con.json", Notebook("two-people", "con", variant("con").number))
    (folder / "broken.soc2desk").write_bytes(b"PK\x03\x04 and no more")
    (folder / "essay.txt").write_text("I saw nothing.", "utf-8")
    return folder


def test_a_class_is_marked_from_folders_files_and_notebooks(desk: Desk, handed: Path, tmp_path: Path) -> None:
    found = done(mark_class(desk, KEY, handed))
    rows = {row.file: row for row in found.students}
    counts = {
        file: (len(one.found), len(one.missed), len(one.alarms))
        for file, row in rows.items() if (one := row.marked) is not None
    }  # fmt: skip
    assert counts["zoe"] == (2, ALL - 2, 1)
    assert counts["ann.json"] == (ALL, 0, 0)
    mended = rows["zoe-mended.soc2desk"].marked
    assert mended is not None
    assert [(one.answer.fault.finding, one.row) for one in mended.found] == [("FD-50", None)]
    assert {file for file, row in rows.items() if row.problem} == {"broken.soc2desk", "essay.txt"}
    assert [key for key, _ in rows["zoe"].doubts] == ["twice"]
    assert rows["ann.json"].doubts == ()
    assert set(rows["bo.json"].doubts) == {("other_variant", "Ann"), ("copied", "Ann")}
    out = tmp_path / "marks"
    list(write_papers(desk, found, out, ("html",)))
    lines = list(csv.reader((out / "marks.csv").read_text("utf-8-sig").splitlines()))
    assert len(lines) == len(found.students) + 1
    assert [row[2:5] for row in lines if row[6] == "zoe"] == [["2", str(ALL - 2), "1"]]
    pages = {path.name: path.read_text("utf-8") for path in (out / "feedback").iterdir()}
    assert set(pages) == {"zoe.html", "zoe-2.html", "ann.html", "bo.html", "student-con.html"}, "con is a device"
    assert "How to find it" in pages["zoe.html"]
    assert "Why it does not count: This exercise has no fault there." in pages["zoe.html"]
    assert "Seen 1" in pages["ann.html"]
    assert "How to find it" not in pages["ann.html"]
    with pytest.raises(Problem, match="exists already"):
        list(write_papers(desk, found, out))
    check_wishes(out.with_name("more"), ("html",), handed)
    with pytest.raises(Problem, match="do not go among what was handed in"):
        check_wishes(handed / "zoe" / ".." / "marks", ("html",), handed)


def test_a_folder_for_each_student_is_marked_by_the_one_work_in_it(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    for name in ("Ann", "Bo", "Di"):
        (folder / name).mkdir(parents=True)
    ann = variant("Ann")
    write_notebook(folder / "Ann", Notebook("two-people", "Ann", ann.number, notes(answer_key(desk, ann), 1)))
    (folder / "Ann" / "remarks.txt").write_text("Here it is.", "utf-8")
    for file in ("one.json", "two.json"):
        notebook_alone(folder / "Bo" / file, Notebook("two-people", "Bo", variant("Bo").number))
    first, *others = done(mark_class(desk, KEY, folder)).students
    assert (first.file, first.student, first.doubts) == ("Ann/notebook.json", "Ann", ())
    assert first.marked is not None
    assert len(first.marked.found) == 1
    assert [(one.file, one.problem.message) for one in others if one.problem] == [
        ("Bo", "There are 2 pieces of work in this folder."),
        ("Di", "This is no copy of an exercise."),
    ]


def test_a_copy_that_changed_hands_tells_for_whom_it_was_made(desk: Desk, tmp_path: Path) -> None:
    handed = tmp_path / "class"
    for name in ("Ann", "Bo"):
        made = handed / name
        made.mkdir(parents=True)
        shutil.copytree(open_exercise(desk, variant("Ann")), made, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("room", "*.lock"))  # fmt: skip
    said = json.loads((handed / "Bo" / "exercise.json").read_text("utf-8"))
    (handed / "Bo" / "exercise.json").write_text(json.dumps({**said, "student": "Bo"}), "utf-8")
    found = done(mark_class(desk, KEY, handed))
    assert of(found, "Ann").doubts == ()
    assert of(found, "Bo").doubts == (("other_variant", "Ann"),)
    marks = of(found, "Bo").marked
    assert marks is not None
    assert marks.found == (), "what was planted for Bo never stood in the project of Ann, so nobody mended it"
    other = done(mark_class(desk, ClassKey("two-people", "Group C", "other words"), handed))
    assert "another class" in str(of(other, "Ann").problem), (
        "or each student would have the answers by a key of one's own"
    )
    assert of(other, "Ann").marked is None
    wrong = done(mark_class(desk, ClassKey("who-let-this-in", "Group B", "seven green bicycles"), handed))
    assert all(row.problem for row in wrong.students)


def test_only_what_is_still_there_can_have_been_mended(desk: Desk, tmp_path: Path) -> None:
    copy = open_exercise(desk, variant("Ann"))
    fault = answer_key(desk, variant("Ann")).answers[0]
    change(desk, copy.name, [(f"commitments_made.{fault.places[0].item}.controls", "COM-01")])
    mended, emptied, swapped = (tmp_path / "class" / name for name in ("1-mended", "2-emptied", "3-swapped"))
    for one in (mended, emptied, swapped):
        shutil.copytree(copy, one, ignore=shutil.ignore_patterns("room", "*.lock"))
    said = json.loads((mended / "exercise.json").read_text("utf-8"))
    del said["project"]
    (mended / "exercise.json").write_text(json.dumps(said), "utf-8")
    tables = json.loads((copy / "project.json").read_text("utf-8"))
    (emptied / "project.json").write_text(json.dumps({**tables, "commitments_made": {}}), "utf-8")
    sound = new_project(desk, "sound", sample=catalogue().exercise[KEY.exercise].sample)
    shutil.copy(sound / "project.json", swapped / "project.json")
    found = done(mark_class(desk, KEY, tmp_path / "class"))
    first, second, third = (marked for row in found.students if (marked := row.marked) is not None)
    assert [one.answer.fault for one in first.found] == [fault.fault], "its file is from before it named the project"
    assert second.found == third.found == ()
    assert second.gone == third.gone == {fault.fault.id}
    doubts = [[key for key, _ in row.doubts] for row in found.students]
    assert doubts == [["twice"], ["twice"], ["other_project", "twice"]]
    lines = table(found, catalogue().phrases)
    assert [row[8] for row in lines[1:]] == ["mended", "taken away, not mended", "taken away, not mended"]
    assert "Nothing was put right by that" in str(feedback_page("Ann", "", "", second, "", catalogue().phrases))


def test_what_is_no_class_and_no_key_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(Problem):
            done(mark_class(desk, KEY, folder))
    made = make_class_key(desk, "two-people", "Group B", "seven green bicycles", tmp_path / "b.key")
    assert made == KEY == class_key(tmp_path / "b.key")
    with pytest.raises(Problem, match="stands there already"):
        make_class_key(desk, "two-people", "Group B", "others words", tmp_path / "b.key")
    with pytest.raises(Problem, match="fewer than 8"):
        make_class_key(desk, "two-people", "Group B", "short", tmp_path / "c.key")
    for raw in (b"", b"[]", b"{}", b'{"soc2desk_class_key": 2}', b"[" * 9_000, b'{"soc2desk_class_key": 1, "seed": 3}'):
        (tmp_path / "bad.key").write_bytes(raw)
        with pytest.raises(Problem, match="no key of a class"):
            class_key(tmp_path / "bad.key")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_pipes_newer_files_and_odd_names_are_rows_that_say_so(desk: Desk, tmp_path: Path) -> None:
    copy = tmp_path / "class" / "ann"
    copy.mkdir(parents=True)
    other = shutil.copytree(open_exercise(desk, variant("Bo")), tmp_path / "class" / "bo",
                            ignore=shutil.ignore_patterns("room", "*.lock", "project.json"))  # fmt: skip
    newer = shutil.copytree(other, tmp_path / "class" / "cy")
    (newer / "exercise.json").write_text('{"format": 2, "exercise": "two-people"}', "utf-8")
    for path in (tmp_path / "a.key", copy / "exercise.json", copy / "practice.txt", other / "project.json"):
        os.mkfifo(path)
    Path(os.fsdecode(os.fsencode(tmp_path / "class") + b"/zo\xeb\n.JSON")).write_text('{"format": 1}', "utf-8")
    with pytest.raises(Problem, match="a device or a pipe"):
        class_key(tmp_path / "a.key")
    assert practised(copy) == "practice"
    found = done(mark_class(desk, KEY, tmp_path / "class"))
    told = {row.file: row.problem.message for row in found.students if row.problem}
    assert told == {
        "ann": "This is no copy of an exercise.",
        "bo": "This is no file that can be read, but a device or a pipe.",
        "cy": "The copy was made by a newer soc2desk.",
        "zo? .JSON": "This notebook belongs to no exercise.",
    }
    list(write_papers(desk, found, tmp_path / "marks", ("html",)))
    assert "zo? .JSON" in (tmp_path / "marks" / "marks.csv").read_text("utf-8-sig")


def test_a_shot_at_every_line_is_told_and_words_alone_are_left_to_the_instructor(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    shots = tuple(Noted(str(n), Place("tickets/tickets.csv", "", n), "FD-08") for n in range(3, 12))
    words = Noted("w", words="A <b>leaver</b> can still sign in.")
    number = variant("Dee").number
    notebook_alone(tmp_path / "class" / "dee.json", Notebook("two-people", "Dee", number, (*shots, words)))
    for name in ("one.json", "two.json"):
        notebook_alone(tmp_path / "class" / name, Notebook("two-people", "", "", (words,)))
    found = done(mark_class(desk, KEY, tmp_path / "class"))
    assert of(found, "Dee").doubts == (("scattered", "9"), ("unread", "1"))
    nameless = [row for row in found.students if not row.student]
    assert [(row.problem.message, row.doubts) for row in nameless if row.problem] == [("It bears no name.", ())] * 2
    list(write_papers(desk, found, tmp_path / "marks", ("html",)))
    page = (tmp_path / "marks" / "feedback" / "dee.html").read_text("utf-8")
    assert "A &lt;b&gt;leaver&lt;/b&gt; can still sign in." in page
    assert "Notes in words alone" in page


@pytest.mark.skipif(not IS_THOROUGH, reason="make validate marks a class of thirty")
def test_a_class_of_thirty_is_marked(desk: Desk, tmp_path: Path) -> None:
    handed = tmp_path / "class"
    handed.mkdir()
    for number in range(30):
        one = variant(f"Student {number:02}")
        folder = open_exercise(desk, one)
        key = answer_key(desk, one)
        write_notebook(folder, Notebook(KEY.exercise, one.student, one.number, notes(key, number % (ALL + 1))))
        shutil.copytree(folder, handed / folder.name, ignore=shutil.ignore_patterns("*.lock"))
    (handed / "practice-two-people-student-07" / "notebook.json").write_text("{", "utf-8")
    (handed / "practice-two-people-student-08" / "project.json").write_text("{", "utf-8")
    found = done(mark_class(desk, KEY, handed))
    assert len(found.students) == 30
    assert [row.file[-2:] for row in found.students if row.problem] == ["07", "08"]
    for row in found.students:
        if row.marked is not None:
            assert len(row.marked.found) == int(row.student[-2:]) % (ALL + 1)
            assert row.marked.alarms == row.doubts == ()
    list(write_papers(desk, found, tmp_path / "marks"))
    assert len(list((tmp_path / "marks" / "feedback").iterdir())) == 28
    assert len(table(found, catalogue().phrases)) == 31
