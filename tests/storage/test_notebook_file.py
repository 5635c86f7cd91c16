from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.exercises import Place
from soc2desk.domain.notebook import LONGEST_WORDS, MOST_ROWS, Notebook, Noted
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.storage.chair_file import CHAIR_FILE, read_chair
from soc2desk.storage.notebook_file import NOTEBOOK_FILE, notebook_from, read_notebook, write_notebook
from soc2desk.storage.tabletop_file import TABLETOP_FILE, read_play

if TYPE_CHECKING:
    from pathlib import Path

ROW = Noted(
    "1", Place("access/users-code.csv", "vmarkovic", 14), "FD-60", "ACC-08", "CC6.2", "ER-054",
    "Left in June, and the account is on.", date(2026, 11, 26),
)  # fmt: skip
BOOK = Notebook("gone-but-not-out", "Zoë Martin", "V-AAAA-BBBB", (ROW,))


def test_what_was_noted_is_read_again_and_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    write_notebook(tmp_path, BOOK)
    assert read_notebook(tmp_path) == BOOK
    assert [path.name for path in tmp_path.iterdir()] == [NOTEBOOK_FILE]


def test_a_folder_without_a_notebook_has_an_empty_one(tmp_path: Path) -> None:
    assert read_notebook(tmp_path) == Notebook()


def test_rows_are_added_changed_and_taken_away_by_their_id() -> None:
    second = Noted(BOOK.next_id, words="Another one.")
    both = BOOK.with_row(second)
    assert [row.id for row in both.rows] == ["1", "2"]
    assert both.with_row(Noted("1", words="New")).rows[0].words == "New"
    assert both.without("1").rows == (second,)


def test_what_is_no_notebook_is_said_with_its_place_and_never_stops_the_program(tmp_path: Path) -> None:
    bad = (
        b"", b"{", b"[]", b"null", b'{"format": 2}', b'{"format": 1, "rows": 3}', b"\xff\xfe", b"[" * 100_000,
        b'{"format": 1, "rows": [{"line": "x"}]}', b" " * 4_000_001,
        b'{"format": 1, "rows": [' + b",".join([b"{}"] * (MOST_ROWS + 1)) + b"]}",
    )  # fmt: skip
    for raw in bad:
        (tmp_path / NOTEBOOK_FILE).write_bytes(raw)
        with pytest.raises(Problem) as caught:
            read_notebook(tmp_path)
        assert NOTEBOOK_FILE in str(caught.value.where)


def test_what_a_hostile_notebook_holds_is_made_plain() -> None:
    raw = (
        b'{"format": 1, "student": "A\\u202eB\\nC", "rows": [{"line": -4, "file": "x\\u0000y", "noted_on": "soon"},'
        b'{"id": "1", "line": 99999999999}, {"id": "1", "words": "twice"}]}'
    )
    book = notebook_from(raw, "there")
    assert book.student == "AB C"
    assert [(row.id, row.place, row.noted_on) for row in book.rows] == [
        ("row-1", Place("xy"), None), ("1", Place(), None),
    ]  # fmt: skip


def test_words_without_end_are_cut_and_rows_without_end_are_refused(tmp_path: Path) -> None:
    write_notebook(tmp_path, Notebook(rows=(Noted("1", words="a" * 9_000),)))
    assert len(read_notebook(tmp_path).rows[0].words) == LONGEST_WORDS
    with pytest.raises(ProjectProblem, match="500 rows"):
        write_notebook(tmp_path, Notebook(rows=tuple(Noted(str(n)) for n in range(MOST_ROWS + 1))))
    assert len(read_notebook(tmp_path).rows) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize("name", [NOTEBOOK_FILE, CHAIR_FILE, TABLETOP_FILE])
def test_a_pipe_in_the_place_of_a_file_is_refused_and_never_waited_for(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    read = {NOTEBOOK_FILE: read_notebook, CHAIR_FILE: read_chair, TABLETOP_FILE: read_play}[name]
    with pytest.raises(FileProblem, match="a device or a pipe"):
        read(tmp_path)
