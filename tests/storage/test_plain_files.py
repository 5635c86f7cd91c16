"""Files that a person names: what would wait for ever or never end is not opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.batch_files import STATE_FILE, read_state
from soc2desk.storage.exercise_file import EXERCISE_FILE, PRACTICE_FILE, practised, said_variant
from soc2desk.storage.lock import LOCK_TEXT, who_has
from soc2desk.storage.plain_files import LARGEST_TEXT, check_plain, read_text_file
from soc2desk.storage.projects import PROJECT_FILE, names

NO_PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


@NO_PIPES
def test_a_pipe_is_told_before_anybody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "users.csv"
    os.mkfifo(pipe)
    leading = tmp_path / "link.csv"
    leading.symlink_to(pipe)
    for path in (pipe, leading):
        with pytest.raises(FileProblem, match="a device or a pipe") as caught:
            check_plain(path)
        assert (caught.value.where, caught.value.hint) == (str(path), "Save it as a file first, and name that.")


@NO_PIPES
def test_a_pipe_in_a_project_stops_no_list_of_projects_and_no_batch(tmp_path: Path) -> None:
    folder = tmp_path / "acme"
    folder.mkdir()
    for name in (PROJECT_FILE, PRACTICE_FILE, EXERCISE_FILE, LOCK_TEXT, STATE_FILE):
        os.mkfifo(folder / name)
    (summary,) = names(tmp_path)
    assert "a device or a pipe" in str(summary.problem)
    assert (practised(folder), said_variant(folder), who_has(folder)) == ("practice", None, None)
    with pytest.raises(FileProblem, match="a device or a pipe"):
        read_state(folder)


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(b"format: 1\n")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    assert read_text_file(tmp_path / "link.yaml", "It cannot be read.") == b"format: 1\n"


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"It cannot be read\. It is a folder\.") as caught:
        read_text_file(tmp_path, "It cannot be read.")
    assert caught.value.hint


def test_no_more_is_read_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(LARGEST_TEXT * 3)
    assert len(read_text_file(large, "It cannot be read.")) == LARGEST_TEXT + 1
