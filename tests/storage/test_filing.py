"""How a project is filed: a small file of the consultant's own, which nothing can break and nothing hands on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.filing import FILING, LONGEST_TAG, MOST_TAGS, UNFILED, Filing, read_filing, tags_of, write_filing
from soc2desk.storage.sent_list import may_travel

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_filed_is_read_again_and_leaves_no_other_file(tmp_path: Path) -> None:
    filed = Filing(("Année 2", "year-end"), archived=True)
    write_filing(tmp_path, filed)
    assert read_filing(tmp_path) == filed
    assert [path.name for path in tmp_path.iterdir()] == [FILING]
    assert not may_travel(FILING)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b"null", b'{"tags": 7}', b'{"tags": {"a": 1}, "archived": "yes"}', b"\xff\xfe", b"[" * 9_000,
     b'{"tags": ["' + b"a" * 30_000 + b'"]}', b'{"archived": 1}', b'{"tags": [1, null, ["x"], "  ", ","]}'],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_nothing_and_stops_nothing(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / FILING).write_bytes(raw)
    assert read_filing(tmp_path) == UNFILED


def test_nothing_is_read_from_a_pipe_or_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a" / FILING).mkdir(parents=True)
    (tmp_path / "b").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "b" / FILING)
    assert read_filing(tmp_path / "a") == read_filing(tmp_path / "b") == read_filing(tmp_path / "c") == UNFILED


def test_a_tag_is_short_of_one_line_and_stands_once() -> None:
    assert tags_of(["  Law\n25 ", "law 25", "a,b", "\u202egpj", ""]) == ("Law 25", "a b", "gpj")
    assert [len(tag) for tag in tags_of(["x" * 99])] == [LONGEST_TAG]
    assert len(tags_of(map(str, range(99)))) == MOST_TAGS


def test_no_file_elsewhere_is_written_through_a_link(tmp_path: Path) -> None:
    mine, folder = tmp_path / "mine.txt", tmp_path / "acme"
    mine.write_text("letters", encoding="utf-8")
    folder.mkdir()
    (folder / FILING).symlink_to(mine)
    write_filing(folder, Filing(("a",)))
    assert mine.read_text(encoding="utf-8") == "letters"
    assert read_filing(folder).tags == ("a",)


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        write_filing(tmp_path / "gone", Filing(("a",)))
