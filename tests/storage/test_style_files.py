"""The Word file beside a project: kept whole, read as it was, and nothing from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.style_files import MOST_BYTES, STYLE_FILE, drop_style, keep_style, kept_style, word_file_at

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_kept_is_read_and_taken_away_again(tmp_path: Path) -> None:
    assert kept_style(tmp_path) == b""
    keep_style(tmp_path, b"one")
    keep_style(tmp_path, b"two")
    assert kept_style(tmp_path) == b"two"
    assert [path.name for path in tmp_path.iterdir()] == [STYLE_FILE]
    assert drop_style(tmp_path)
    assert not drop_style(tmp_path)


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="not there"):
        word_file_at(tmp_path / "none.docx")
    with pytest.raises(FileProblem, match="not there"):
        word_file_at(tmp_path)
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileProblem, match="larger than 10 MB"):
        word_file_at(large)


def test_a_link_beside_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.docx").write_bytes(b"words")
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / STYLE_FILE).symlink_to(tmp_path / "elsewhere.docx")
    with pytest.raises(FileProblem, match="link"):
        kept_style(folder)
