"""A lesson holds together: minutes add up, what the workbook asks for happens, and no answer lies with the students."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.lessons import free_folder, prepare_lesson, print_lesson
from soc2desk.document.blocks import Callout, Document, Heading, Table, plain
from soc2desk.document.walk import runs_in
from soc2desk.domain.lessons import LESSONS, Lesson, PaperKind
from soc2desk.domain.problems import FileProblem
from soc2desk.packet.compose import beside
from tests.composed import DAY, after, catalogue, findings, of_sample, seen
from tests.renderers.pdf_reading import pages_of

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = {"", "no", "yes", "kept"}


@cache
def paper(lesson: Lesson, kind: PaperKind) -> Document:
    template = next(one for one in catalogue().lessons if one.id == dict(lesson.papers)[kind])
    return beside(of_sample("brightwater"), template)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def said(document: Document) -> str:
    return " ".join(run.text for run in runs_in(document.blocks))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "elsewhere", DAY)
    vars(made)["catalogue"] = catalogue()
    return made


def done(steps: object) -> Path:
    while True:
        try:
            next(steps)  # type: ignore[call-overload]
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: one.id)
def test_the_minutes_of_a_plan_follow_one_another_and_fill_the_lesson(lesson: Lesson) -> None:
    plan = next(table for table in tables(paper(lesson, PaperKind.PLAN)) if plain_title(table) == "Minutes")
    spans = [tuple(map(int, plain(row.cells[0]).split("\u2013"))) for row in plan.rows]
    assert spans[0][0] == 0
    assert spans[-1][1] == lesson.minutes
    assert all(before[1] == following[0] for before, following in pairwise(spans))


def plain_title(table: Table) -> str:
    return table.columns[0].title


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: one.id)
def test_no_answer_of_the_key_stands_in_the_workbook_or_on_a_board(lesson: Lesson) -> None:
    answers = {
        plain(cell)
        for table in tables(paper(lesson, PaperKind.KEY))
        for row in table.rows
        for cell in row.cells[1:]
        if plain_title(table) != "Person" or "Answer" in [column.title for column in table.columns]
    }
    examples = {plain(one.runs) for one in paper(lesson, PaperKind.KEY).blocks if isinstance(one, Callout)}
    assert len(answers | examples) > 10
    for kind in (PaperKind.BOOK, PaperKind.BOARDS):
        text = said(paper(lesson, kind))
        given = {plain(cell) for table in tables(paper(lesson, kind)) for row in table.rows for cell in row.cells}
        assert not (answers - EMPTY) & given
        assert not [one for one in examples if one in text]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: one.id)
def test_the_lists_of_the_key_are_those_of_the_workbook(lesson: Lesson) -> None:
    lists = [table for table in tables(paper(lesson, PaperKind.BOOK)) if plain_title(table) in {"Person", "Change"}]
    rows = {plain(row.cells[0]) for table in lists for row in table.rows} - {""}
    judged = {
        name
        for table in tables(paper(lesson, PaperKind.KEY))
        if table.columns[1].title == "Answer"
        for row in table.rows
        for name in plain(row.cells[0]).split(", ")
    }
    people = {name for name in rows if re.match(r"[A-Z]\. ", name)}
    assert people == {name for name in judged if re.match(r"[A-Z]\. ", name)}


def rows_of(table: Table, columns: int) -> list[tuple[str, ...]]:
    return [tuple(plain(cell) for cell in row.cells[:columns]) for row in table.rows]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: one.id)
def test_every_row_of_a_list_has_a_place_to_write_what_became_of_it(lesson: Lesson) -> None:
    known = rows_of(
        next(table for table in tables(paper(LESSONS[0], PaperKind.KEY)) if len(table.rows[0].cells) == 3), 3
    )
    sheets = tables(paper(lesson, PaperKind.BOOK))
    leavers = next(table for table in sheets if rows_of(table, 1)[0] == ("A. Moreau",))
    assert rows_of(leavers, 3) == known
    assert len(known) == 8
    assert all(not plain(cell) for row in leavers.rows for cell in row.cells[3:])
    assert len(leavers.columns) == 5
    lists = {plain_title(table): table for table in sheets if len(table.columns) > 4 and table is not leavers}
    for title, given in lists.items():
        answers = next(
            table for table in sheets if plain_title(table) == title and table.columns[-1].title == "How I know"
        )
        assert [name.partition(",")[0] for (name,) in rows_of(given, 1)] == [name for (name,) in rows_of(answers, 1)]


WHOLE = {
    "45": (("Part 1", "H. Novak"),),
    "half-day": (
        ("Part 4", "H. Novak"),
        ("Part 5", "CH-106"),
        ("Part 6", "Second quarter"),
        ("Part 7", "Where it can"),
    ),
}
"""What stands last in a part whose list, questions and room to write are looked at together."""


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda one: one.id)
def test_a_list_its_questions_and_the_room_to_write_stand_on_one_page(
    lesson: Lesson, desk: Desk, tmp_path: Path
) -> None:
    book = done(print_lesson(desk, lesson.id, tmp_path / "papers")) / "for students" / "workbook.pdf"
    pages = pages_of(book.read_bytes())
    for part, last in WHOLE[lesson.id]:
        (where,) = (page for page in pages if f"{part}:" in page)
        assert last in where.partition(f"{part}:")[2]
        assert not [page for page in pages if page is not where and last in page.partition("Part")[0]]


CHANGES = {
    "window_end=2027-01-31": ("FD-37",),
    "people.dana-whitfield.end=2026-10-30": ("FD-02",),
    "categories=security,availability,privacy": ("FD-44", "SD-04", "FD-29"),
    "report_type=type_1": ("SD-01", "FD-29"),
}
"""What the workbooks let students do, and what the keys say that they will see."""
OF_TEXTS = frozenset({"FD-29"})
"""Rules that look at documents, so that these have to be written."""


@pytest.mark.parametrize(("change", "rule"), [(change, rule) for change, rules in CHANGES.items() for rule in rules])
def test_each_change_of_the_workbook_brings_what_the_key_says(change: str, rule: str) -> None:
    made = findings(after("brightwater", change), rule) if rule in OF_TEXTS else seen(rule, change)
    assert made
    assert not findings(of_sample("brightwater"), rule)


def test_the_keys_name_no_other_findings_and_the_plans_no_exercise_that_is_not_there() -> None:
    keys = " ".join(said(paper(lesson, PaperKind.KEY)) for lesson in LESSONS)
    assert set(re.findall(r"(?:FD|SD)-\d\d", keys)) == set().union(*CHANGES.values())
    plans = " ".join(said(paper(lesson, PaperKind.PLAN)) for lesson in LESSONS)
    named = set(re.findall(r"exercise (?:key|open) ([a-z-]+)", plans))
    assert named
    assert named <= {exercise.id for exercise in catalogue().exercises}


def test_boards_are_one_message_a_page_and_papers_say_that_all_is_invented(desk: Desk, tmp_path: Path) -> None:
    made = done(print_lesson(desk, "half-day", tmp_path / "papers"))
    boards = [block for block in paper(LESSONS[1], PaperKind.BOARDS).blocks if isinstance(block, Heading)]
    pages = pages_of((made / "for the wall" / "boards-a4.pdf").read_bytes())
    assert all(page.startswith(plain(board.runs)) for page, board in zip(pages, boards, strict=True))
    workbook = " ".join(pages_of((made / "for students" / "workbook.pdf").read_bytes()))
    assert "Every company and person in it is invented" in workbook
    assert "Helen Marchetti" not in workbook
    assert "Draft" not in workbook


@pytest.mark.parametrize("act", [print_lesson, prepare_lesson])
def test_nothing_is_written_over_and_nothing_half_made_stays(
    desk: Desk, tmp_path: Path, act: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileProblem, match="nothing is written over"):
        done(act(desk, "45", full))  # type: ignore[operator]

    def fails(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("soc2desk.app.lessons.draw", fails)
    with pytest.raises(FileProblem):
        done(act(desk, "45", tmp_path / "new"))  # type: ignore[operator]
    assert {path.name for path in tmp_path.iterdir()} == {"full"}


def test_a_second_lesson_in_one_folder_gets_another_name(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "45").name == "lesson-45"
    (tmp_path / "lesson-45").mkdir()
    assert free_folder(tmp_path, "45").name == "lesson-45-2"
