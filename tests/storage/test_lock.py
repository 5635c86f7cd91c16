"""One person at a time."""

from __future__ import annotations

import errno
import getpass
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.storage.lock import LOCK_TEXT, open_alone, written_alone

NOW = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001

_SAID = r"is open on .+ \(.+, since 2026-11-22 09:30\)"

_HOLDS_IT = """
import sys
from datetime import datetime
from pathlib import Path
from soc2desk.storage.lock import open_alone
with open_alone(Path(sys.argv[1]), datetime(2026, 11, 22, 9, 30)):
    print("open", flush=True)
    sys.stdin.readline()
"""


def _other_program(folder: Path) -> subprocess.Popen[str]:
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLDS_IT, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    return other


def test_a_project_open_in_another_program_says_where_who_and_since_when(tmp_path: Path) -> None:
    with _other_program(tmp_path) as other:
        with pytest.raises(ProjectProblem, match=_SAID) as caught, open_alone(tmp_path, NOW):
            pytest.fail("Two programs had the project open.")
        other.communicate("close\n")
    assert caught.value.hint == "Close it there, then try again."
    with open_alone(tmp_path, NOW):
        assert (tmp_path / LOCK_TEXT).exists()


def test_a_project_open_elsewhere_cannot_be_written(tmp_path: Path) -> None:
    with _other_program(tmp_path) as other:
        with pytest.raises(ProjectProblem, match="is open on"), written_alone(tmp_path):
            pytest.fail("It was written.")
        other.communicate("close\n")


def test_a_program_that_was_ended_holds_nothing(tmp_path: Path) -> None:
    with _other_program(tmp_path) as other:
        other.kill()
        other.wait()
    assert (tmp_path / LOCK_TEXT).exists()
    with open_alone(tmp_path, NOW):
        pass
    assert not (tmp_path / LOCK_TEXT).exists()


def test_the_same_program_does_not_open_a_project_twice(tmp_path: Path) -> None:
    with (
        open_alone(tmp_path, NOW),
        pytest.raises(ProjectProblem, match="since 2026-11-22 09:30"),
        open_alone(tmp_path, NOW),
    ):
        pytest.fail("It was opened twice.")


def test_saving_inside_an_open_project_does_not_wait_for_itself(tmp_path: Path) -> None:
    with open_alone(tmp_path, NOW):
        with written_alone(tmp_path):
            pass
        assert (tmp_path / LOCK_TEXT).exists()


def test_a_fault_inside_leaves_the_project_closed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), open_alone(tmp_path, NOW):
        _ = 1 / 0
    assert not (tmp_path / LOCK_TEXT).exists()
    with open_alone(tmp_path, NOW):
        pass


@pytest.mark.parametrize("text", ["", "one line", "\x00\n\x01\n\x02", None])
def test_a_text_that_says_nothing_is_no_fault(tmp_path: Path, text: str | None) -> None:
    with open_alone(tmp_path, NOW):
        said = tmp_path / LOCK_TEXT
        said.unlink() if text is None else said.write_text(text, encoding="utf-8")
        with pytest.raises(ProjectProblem, match="is open in another program"), open_alone(tmp_path, NOW):
            pytest.fail("It was opened twice.")


def test_a_person_without_a_name_is_somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> NoReturn:
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))

    monkeypatch.setattr(getpass, "getuser", nameless)
    with open_alone(tmp_path, NOW):
        assert (tmp_path / LOCK_TEXT).read_text(encoding="utf-8").splitlines()[1] == "somebody"


def test_a_folder_that_is_a_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "acme").write_text("", encoding="utf-8")
    with pytest.raises(FileProblem, match="could not be locked"), open_alone(tmp_path / "acme", NOW):
        pytest.fail("It was opened.")


def test_when_the_text_cannot_be_written_the_lock_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_options: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(FileProblem, match="The disk is full"), open_alone(tmp_path, NOW):
        pytest.fail("It was opened.")
    monkeypatch.undo()
    with open_alone(tmp_path, NOW):
        pass
