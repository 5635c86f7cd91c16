"""Exercises and marks on the command line, from a cold start to the table."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from soc2desk.domain.exercises import Place
from soc2desk.domain.notebook import Notebook, Noted
from soc2desk.storage.exercise_file import variant_of
from soc2desk.storage.notebook_file import write_notebook
from tests.composed import catalogue
from tests.renderers.pdf_reading import words_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run


def test_the_answers_of_a_copy_are_told_and_written_as_a_paper(run: Run, tmp_path: Path) -> None:
    copy = ("what-was-promised", "--student", "Zoe", "--code", "K2QT-7M4X")
    told = run("exercise", "answers", *copy, "--out", tmp_path / "kept" / "answers.pdf", "--json")
    rows = json.loads(told.out)["answers"]
    faults = catalogue().exercise["what-was-promised"].faults
    assert [row["fault"] for row in rows] == [fault.title for fault in faults]
    assert all(row["where"] and "{item}" not in row["writes"] for row in rows)
    paper = words_of((tmp_path / "kept" / "answers.pdf").read_bytes())
    assert all(row["fault"] in paper for row in rows)
    assert "What looks like a fault and is none" in paper
    assert run("exercise", "answers", "what-was-promissed").code == 2


def test_a_class_goes_from_the_key_to_the_marks(run: Run, tmp_path: Path) -> None:
    key, home = tmp_path / "b.key", tmp_path / "class"
    made = run("exercise", "key", "two-people", "--class", "B", "--seed", "seven green bicycles", "--out", key)
    code = re.findall("[A-Z2-7]{4}-[A-Z2-7]{4}", made.out)[0]
    opened = run("--workspace", home, "exercise", "open", "two-people", "--student", "Zoe", "--code", code)
    assert (opened.code, "variant V-" in opened.out) == (0, True)
    (folder,) = home.iterdir()
    variant = variant_of(folder)
    assert variant is not None
    place = Place("changes/changes.csv", "", 3)
    write_notebook(folder, Notebook("two-people", "Zoe", variant.number, (Noted("1", place, "FD-08", words="=1+1"),)))
    (home / "essay.txt").write_text("nothing", "utf-8")
    out = tmp_path / "marks"
    marked = run("mark", key, home, "--out", out, "--formats", "html", "--json")
    assert marked.code == 1
    rows = {row["file"]: row for row in json.loads(marked.out)["students"]}
    assert rows[folder.name]["found"] + rows[folder.name]["false_alarms"] == 1
    assert rows["essay.txt"]["problem"] == "This is nothing that can be marked."
    assert sorted(path.name for path in out.iterdir()) == ["feedback", "marks.csv", "marks.xlsx"]
    again = run("mark", key, home, "--out", out)
    assert (again.code, "exists already" in again.err) == (4, True)
    over = run("--workspace", home, "exercise", "start-over", "two-people", "--student", "Zoe", "--code", code)
    assert (over.code, (folder / "notebook-1.json").is_file()) == (0, True)


def test_exercises_are_listed_and_labs_are_written(run: Run, tmp_path: Path) -> None:
    listed = run("exercise", "list", "--json")
    assert [one["id"] for one in json.loads(listed.out)] == list(catalogue().exercise)
    assert "Gone, but not out" in run("exercise", "list").out
    labs = run("exercise", "labs", "--out", tmp_path / "labs")
    assert labs.code == 0
    assert sorted(path.name for path in (tmp_path / "labs").iterdir()) == ["access", "change", "incident", "logging"]
    assert all((folder / "task.docx").is_file() for folder in (tmp_path / "labs").iterdir())


def test_what_cannot_be_opened_says_what_there_is(run: Run, tmp_path: Path) -> None:
    wrong = run("exercise", "open", "two-peeple")
    assert (wrong.code, "Did you mean two-people?" in wrong.err) == (2, True)
    assert run("exercise", "start-over", "two-people", "--student", "Nobody").code == 4
    assert run("exercise", "room", "two-people", "--out", tmp_path).code == 4
    assert run("mark", tmp_path / "no.key", tmp_path / "class", "--out", tmp_path / "m").code == 5
    assert run("mark", tmp_path / "no.key", tmp_path / "class", "--out", tmp_path / "m", "--formats", "odt").code == 2
