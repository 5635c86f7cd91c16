"""The project file is whole at every moment, and nobody's change is written over."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import IO, Any, NoReturn

import pytest
from tinydb import TinyDB

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.storage.atomic_json import NO_FILE, AtomicJson

OLD = {"people": {"1": {"id": "dana"}}}
NEW = {"people": {"1": {"id": "sam"}}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project file that was written once."""
    file = tmp_path / "project.json"
    AtomicJson(file).write(OLD)
    return file


def _names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def _fail(number: int) -> NoReturn:
    raise OSError(number, os.strerror(number))


def test_what_is_written_is_read(path: Path) -> None:
    assert AtomicJson(path).read() == OLD


def test_a_file_that_is_not_there_yet_reads_as_nothing(tmp_path: Path) -> None:
    assert AtomicJson(tmp_path / "project.json").read() is None


def test_it_serves_tinydb_as_a_storage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "project.json", storage=AtomicJson) as database:
        database.table("people").insert({"id": "dana"})
        database.table("people").insert({"id": "sam"})
    with TinyDB(tmp_path / "project.json", storage=AtomicJson) as database:
        assert [row["id"] for row in database.table("people")] == ["dana", "sam"]


def test_the_version_before_is_kept_beside(path: Path) -> None:
    AtomicJson(path).write(NEW)
    assert json.loads(path.read_bytes()) == NEW
    assert json.loads(path.with_name("project.json.bak").read_bytes()) == OLD
    assert _names(path.parent) == ["project.json", "project.json.bak"]


def test_accents_are_saved_as_they_read(path: Path) -> None:
    AtomicJson(path).write({"people": {"1": {"name": "Renée"}}})
    assert "Renée" in path.read_text(encoding="utf-8")


def test_the_rights_of_the_file_stay(path: Path) -> None:
    path.chmod(0o600)
    AtomicJson(path).write(NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.with_name("project.json.bak").stat().st_mode) == 0o600


def test_a_link_stays_a_link_and_the_real_file_is_written(path: Path) -> None:
    link = path.with_name("link.json")
    link.symlink_to(path)
    AtomicJson(link).write(NEW)
    assert link.is_symlink()
    assert json.loads(path.read_bytes()) == NEW


def test_a_change_by_another_program_is_not_written_over(path: Path) -> None:
    mine, theirs = AtomicJson(path), AtomicJson(path)
    theirs.write(NEW)
    with pytest.raises(ProjectProblem, match="changed by another program"):
        mine.write({"people": {}})
    assert json.loads(path.read_bytes()) == NEW
    assert _names(path.parent) == ["project.json", "project.json.bak"]


def test_after_reading_the_other_change_writing_is_possible_again(path: Path) -> None:
    mine = AtomicJson(path)
    AtomicJson(path).write(NEW)
    mine.read()
    mine.write({"people": {}})
    assert json.loads(path.read_bytes()) == {"people": {}}


def test_a_file_that_vanished_is_said_and_not_written_again(path: Path) -> None:
    storage = AtomicJson(path)
    path.unlink()
    with pytest.raises(ProjectProblem, match="not where it was opened"):
        storage.write(NEW)
    assert _names(path.parent) == []


def test_a_new_file_is_not_written_where_one_appeared_meanwhile(path: Path) -> None:
    with pytest.raises(ProjectProblem, match="changed by another program"):
        AtomicJson(path, revision=NO_FILE).write(NEW)
    assert json.loads(path.read_bytes()) == OLD


@pytest.mark.parametrize("call", ["replace", "fsync"])
@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "You have no right"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, "The system says"),
    ],
)
def test_when_the_system_refuses_the_old_file_stays_and_nothing_is_left_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    storage = AtomicJson(path)
    before, revision = path.read_bytes(), storage.revision
    monkeypatch.setattr(os, call, lambda *_args, **_options: _fail(number))
    with pytest.raises(FileProblem) as caught:
        storage.write(NEW)
    monkeypatch.undo()
    assert said in caught.value.message
    assert caught.value.where == str(path)
    assert caught.value.exit_code == 5
    assert path.read_bytes() == before
    assert _names(path.parent) == ["project.json"]
    assert storage.revision == revision
    storage.write(NEW)
    assert json.loads(path.read_bytes()) == NEW


def test_a_full_disk_while_the_text_is_written_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage, before = AtomicJson(path), path.read_bytes()
    real_open = Path.open

    def open_on_a_full_disk(self: Path, mode: str = "r", **options: Any) -> IO[Any]:
        return real_open(Path("/dev/full") if "w" in mode else self, mode, **options)

    monkeypatch.setattr(Path, "open", open_on_a_full_disk)
    with pytest.raises(FileProblem, match="The disk is full"):
        storage.write(NEW)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert _names(path.parent) == ["project.json"]


def test_a_fault_on_the_last_replacement_keeps_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    storage, before, real = AtomicJson(path), path.read_bytes(), os.replace

    def only_the_backup(source: Path, target: Path) -> None:
        real(source, target) if Path(target).suffix == ".bak" else _fail(errno.EACCES)

    monkeypatch.setattr(os, "replace", only_the_backup)
    with pytest.raises(FileProblem, match="no right"):
        storage.write(NEW)
    assert path.read_bytes() == before
    assert _names(path.parent) == ["project.json", "project.json.bak"]


def test_a_file_where_a_folder_should_be_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("not a folder", encoding="utf-8")
    with pytest.raises(FileProblem, match="A file stands where a folder is needed"):
        AtomicJson(tmp_path / "folder" / "project.json")


def test_a_folder_where_the_file_should_be_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "project.json").mkdir()
    with pytest.raises(FileProblem, match="cannot be read"):
        AtomicJson(tmp_path / "project.json")


def test_a_folder_that_cannot_be_settled_is_no_reason_to_report_a_failure(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", lambda *_args, **_options: _fail(errno.EINVAL))
    AtomicJson(path).write(NEW)
    monkeypatch.undo()
    assert json.loads(path.read_bytes()) == NEW


def test_a_program_ended_before_the_replacement_leaves_the_old_file_and_the_next_one_writes(path: Path) -> None:
    before = path.read_bytes()
    ended = subprocess.run([sys.executable, "-c", _ENDS_EARLY, str(path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    assert AtomicJson(path).read() == OLD
    AtomicJson(path).write(NEW)
    assert json.loads(path.read_bytes()) == NEW
    assert _names(path.parent) == ["project.json", "project.json.bak"]


_ENDS_EARLY = """
import os, signal, sys
from soc2desk.storage.atomic_json import AtomicJson
os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
AtomicJson(sys.argv[1]).write({"people": {}})
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no complete JSON"),
        ('{"people": {"1": {"id"', "no complete JSON"),
        ('{"people": {}} trailing', "no complete JSON"),
        ("[" * 100_000, "no complete JSON"),
        ("[]", "does not hold the tables"),
        ('"text"', "does not hold the tables"),
        ('{"people": []}', "does not hold the tables"),
        ('{"people": {"one": {}}}', "does not hold the tables"),
        ('{"people": {"1": "dana"}}', "does not hold the tables"),
    ],
)
def test_a_damaged_file_is_refused_and_names_the_version_before(path: Path, text: str, said: str) -> None:
    AtomicJson(path).write(NEW)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectProblem, match=said) as caught:
        AtomicJson(path).read()
    assert "project.json.bak" in (caught.value.hint or "")
    assert caught.value.where == str(path)


def test_a_damaged_file_in_another_encoding_is_refused(path: Path) -> None:
    path.write_bytes(b'{"people": {"1": {"name": "\xff\xfe\xe9"}}}')
    with pytest.raises(ProjectProblem, match="no complete JSON") as caught:
        AtomicJson(path).read()
    assert caught.value.hint == "Restore it from your own backup."
