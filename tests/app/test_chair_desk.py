"""A student sits in the auditor's chair: on a practice copy, and on a packet that somebody mailed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.chair_case import open_case, read_file, read_list
from soc2desk.app.chair_desk import (
    Wanted,
    book_of,
    draw,
    hand_in,
    keep,
    known_names,
    note,
    place_of,
    remove,
    take_up,
    undo,
)
from soc2desk.app.desk import Desk
from soc2desk.app.exercising import open_exercise, start_over, variant_for
from soc2desk.app.planting import answer_key
from soc2desk.domain.chair import ChairBook, Deviation, Outcome
from soc2desk.domain.marking import mark
from soc2desk.domain.notebook import Notebook, Noted
from soc2desk.domain.problems import Problem, ProjectProblem, UsageProblem
from soc2desk.storage.chair_file import CHAIR_FILE, read_chair
from soc2desk.storage.notebook_file import notebook_from, read_notebook, write_notebook
from tests.composed import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.chair_case import Case

TODAY = date(2026, 11, 26)
LEAVERS = "room/people/leavers.csv"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Path]:
    """Return a desk with one practice copy, made once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Desk, "catalogue", property(lambda _: catalogue()))
        desk = Desk(tmp_path_factory.mktemp("class"), TODAY)
        return desk, open_exercise(desk, variant_for(desk, "gone-but-not-out", "Ana Roy"))


@pytest.fixture
def desk(shared: tuple[Desk, Path], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(Desk, "catalogue", property(lambda _: catalogue()))
    return shared[0]


@pytest.fixture
def case(desk: Desk, shared: tuple[Desk, Path]) -> Case:
    """Return the case of the practice copy, with nothing done yet."""
    for name in ("chair.json", "chair-before.json", "notebook.json"):
        (shared[1] / name).unlink(missing_ok=True)
    return open_case(desk, shared[1].name)


def test_the_copy_shows_its_requests_and_the_files_of_its_room(case: Case) -> None:
    assert (case.exercise, case.student, case.home) == ("gone-but-not-out", "Ana Roy", case.source)
    assert "ER-054" in case.request
    assert LEAVERS in case.lists
    assert len([name for name in case.files if name.startswith("room/")]) > 20


def test_a_list_is_read_below_its_note_and_headings_with_its_own_lines(case: Case) -> None:
    listed = read_list(case, LEAVERS)
    raw = read_file(case, LEAVERS).decode("utf-8-sig").splitlines()
    assert len(listed.headings) > 2
    assert listed.total == len(listed.rows) == len(raw) - 2
    assert listed.rows[0][0] in raw[listed.lines[0] - 1]


def test_a_file_of_the_room_is_known_by_its_place_in_the_room_where_nothing_else_is_called_so(
    desk: Desk, case: Case
) -> None:
    short = LEAVERS.removeprefix("room/")
    assert read_list(case, short) == read_list(case, LEAVERS)
    assert draw(desk, case, Wanted("ER-054", short, "why", 2, "maple")).file == LEAVERS
    assert note(desk, case, Deviation("", place_of(short), words="x")).place.file == LEAVERS
    both = replace(case, files=(*case.files, short))
    assert both.named(short) == short
    assert case.named("people/none.csv") == "people/none.csv"


def test_a_seed_draws_the_same_items_and_a_choice_by_hand_says_so(desk: Desk, case: Case) -> None:
    wanted = Wanted("ER-054", LEAVERS, "A handful of leavers.", 3, "maple")
    first, again = draw(desk, case, wanted), draw(desk, case, wanted)
    assert first.items == again.items
    assert len(first.items) == 3
    by_hand = draw(desk, case, Wanted("ER-054", LEAVERS, "The two newest.", items=(2, 1, 2)))
    assert (by_hand.items, by_hand.seed) == ((1, 2), "")
    assert [one.id for one in book_of(case).samples] == ["1", "2", "3"]
    assert book_of(case).tested("ER-054") is Outcome.OPEN


def test_every_step_is_kept_at_once_and_the_last_one_can_be_taken_back(case: Case) -> None:
    take_up(case, "ER-054", Outcome.CLEAN)
    take_up(case, "ER-001", Outcome.NOT_TESTED, "No time.")
    assert [one.id for one in undo(case).chosen] == ["ER-054"]
    assert [one.id for one in undo(case).chosen] == ["ER-054", "ER-001"]
    assert read_chair(case.home) == book_of(case)


def test_a_fault_noted_in_the_chair_is_found_when_the_notebook_is_marked(
    desk: Desk, case: Case, tmp_path: Path
) -> None:
    key = answer_key(desk, variant_for(desk, "gone-but-not-out", "Ana Roy"))
    answer = next(one for one in key.answers if any(place.item and place.file for place in one.places))
    place = next(place for place in answer.places if place.item and place.file)
    row = Deviation(
        "", place_of(f"room/{place.file}", place.item), control=answer.fault.control, expected="Off.", found="On."
    )
    noted = note(desk, case, row)
    kept = read_notebook(case.home)
    assert (kept.exercise, kept.student, kept.variant) == (case.exercise, "Ana Roy", case.variant)
    assert kept.rows[0].words == "Off.\nOn."
    assert [one.answer.fault.id for one in mark(key, kept).found] == [answer.fault.id]
    file = hand_in(case, tmp_path / "ana.json")
    assert notebook_from(file.read_bytes(), "ana") == kept
    remove(case, noted.id)
    assert read_notebook(case.home).rows == ()


def test_the_line_that_a_list_shows_is_the_line_by_which_the_key_finds_it(desk: Desk, case: Case) -> None:
    key = answer_key(desk, variant_for(desk, "gone-but-not-out", "Ana Roy"))
    places = [place for answer in key.answers for place in answer.places if place.line and place.item]
    found = 0
    for place in places:
        listed = read_list(case, f"room/{place.file}")
        row = listed.rows[listed.lines.index(place.line)]
        found += any(cell == place.item for cell in row)
    assert found == len(places) > 0


def test_rows_that_stood_in_the_notebook_before_are_kept(desk: Desk, case: Case) -> None:
    write_notebook(case.home, Notebook(case.exercise, "Ana Roy", case.variant, (Noted("1", words="By hand."),)))
    note(desk, case, Deviation("", words="In the chair."))
    assert [row.words for row in read_notebook(case.home).rows] == ["By hand.", "In the chair."]


WRONG = (
    lambda _, case: take_up(case, "ER-999"),
    lambda _, case: take_up(case, "ER-054", Outcome.NOT_TESTED),
    lambda desk, case: draw(desk, case, Wanted("ER-054", LEAVERS, "why", 0, "seed")),
    lambda desk, case: draw(desk, case, Wanted("ER-054", LEAVERS, "why", 5, "")),
    lambda desk, case: draw(desk, case, Wanted("ER-054", LEAVERS, "", 5, "seed")),
    lambda desk, case: draw(desk, case, Wanted("ER-054", LEAVERS, "why", items=(10_000,))),
    lambda desk, case: draw(desk, case, Wanted("ER-054", "room/meetings/oversight.md", "why", 5, "seed")),
    lambda desk, case: draw(desk, case, Wanted("ER-054", "../project.json", "why", 5, "seed")),
    lambda desk, case: note(desk, case, Deviation("")),
    lambda desk, case: note(desk, case, Deviation("", place_of("room/none.csv"), words="x")),
    lambda desk, case: note(desk, case, Deviation("", place_of(LEAVERS, line=9_999), words="x")),
    lambda desk, case: note(desk, case, Deviation("", request="ER-999", words="x")),
    lambda desk, case: note(desk, case, Deviation("", control="access", words="x")),
    lambda desk, case: note(desk, case, Deviation("", control="ACC-88", words="x")),
    lambda desk, case: note(desk, case, Deviation("", criterion="CC99.1", words="x")),
    lambda desk, case: note(desk, case, Deviation("", finding="something odd", words="x")),
    lambda _, case: remove(case, "77"),
)


def test_a_name_is_kept_by_its_id_however_it_was_typed(desk: Desk, case: Case) -> None:
    title = catalogue().control["ACC-08"].title
    typed = Deviation("", place_of(LEAVERS), "fd 60", title.upper(), " cc6.2 ", words="x")
    made = note(desk, case, typed)
    assert (made.finding, made.control, made.criterion) == ("FD-60", "ACC-08", "CC6.2")
    assert {fault.finding for one in catalogue().exercises for fault in one.faults} <= set(known_names(desk)["finding"])


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_what_cannot_be_is_refused_with_a_way_on_and_nothing_is_kept(desk: Desk, case: Case, number: int) -> None:
    with pytest.raises(UsageProblem) as refused:
        WRONG[number](desk, case)
    assert refused.value.hint
    assert not (case.home / CHAIR_FILE).exists()


def test_every_kind_of_fault_that_an_exercise_has_can_be_noted(desk: Desk) -> None:
    known = known_names(desk)
    for exercise in desk.catalogue.exercises:
        for fault in exercise.faults:
            assert (fault.control in known["control"], fault.criterion in known["criterion"]) == (True, True)
            assert fault.finding in known["finding"]


def test_of_an_exercise_a_control_is_noted_by_its_number_however_it_was_typed(desk: Desk, case: Case) -> None:
    """The notebook is marked by numbers: a title that stood there alone would be marked as a false alarm."""
    title = desk.catalogue.control["ACC-08"].title
    for typed in ("acc-08", title, f" {title.upper()} ", "ACC-08"):
        assert note(desk, case, Deviation("", control=typed, words="On.")).control == "ACC-08"
    assert {row.control for row in read_notebook(case.home).rows} == {"ACC-08"}
    packet = replace(case, exercise="")
    assert note(desk, packet, Deviation("", control="7.1", words="On.")).control == "7.1", "a client has own numbers"


def test_nothing_is_handed_in_over_a_file_or_from_an_empty_chair(case: Case, tmp_path: Path) -> None:
    with pytest.raises(ProjectProblem):
        hand_in(case, tmp_path / "a.json")
    keep(case, replace(ChairBook(), student="Ana"))
    take_up(case, "ER-054")
    (tmp_path / "a.json").write_text("mine")
    for name in ("a.json", "a.txt"):
        with pytest.raises(Problem):
            hand_in(case, tmp_path / name)
    assert (tmp_path / "a.json").read_text() == "mine"


def test_starting_over_empties_the_chair_and_keeps_what_was_done(desk: Desk, case: Case) -> None:
    note(desk, case, Deviation("", words="Mine."))
    start_over(desk, case.source)
    assert book_of(case).deviations == ()
    take_up(case, "ER-054")
    assert read_notebook(case.home).rows == ()
    assert "Mine." in (case.home / "chair-1.json").read_text()


@pytest.mark.parametrize("raw", ["{", '{"format": 9}', '{"format": 1, "samples": [{"id": 3}]}'])
def test_a_damaged_book_is_a_sentence_and_stays(case: Case, raw: str) -> None:
    (case.home / CHAIR_FILE).write_text(raw)
    with pytest.raises(ProjectProblem):
        take_up(case, "ER-054")
    assert (case.home / CHAIR_FILE).read_text() == raw


def test_numbers_that_no_list_has_are_left_out_of_a_book(case: Case) -> None:
    data = {
        "format": 1,
        "samples": [{"id": "1", "total": 3, "items": [-1, 2, 9]}],
        "chosen": [{"id": "a\u202eb", "tested": "x"}],
    }
    (case.home / CHAIR_FILE).write_text(json.dumps(data))
    book = book_of(case)
    assert book.samples[0].items == (2,)
    assert (book.chosen[0].id, book.chosen[0].tested) == ("ab", Outcome.OPEN)
