"""Files of evidence: copied whole or not at all, under names every system takes, and found again."""

from __future__ import annotations

import errno
import hashlib
import os
import tracemalloc
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.evidence import Evidence
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.evidence_files import (
    Copied,
    FileState,
    Kept,
    SameFile,
    check_files,
    file_of,
    hash_files,
    keep_file,
    name_of,
    next_id,
    take_out,
    unnamed_files,
)
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from typing import TypeVar

    T = TypeVar("T")


def finished(steps: Generator[Copied, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def keep(folder: Path, source: Path, name: str = "e-0001-users.csv") -> Kept:
    return finished(keep_file(folder, source, name, {}))


def export(folder: Path, content: bytes = b"name\ndana\n") -> Path:
    path = folder / "Users (final).CSV"
    path.write_bytes(content)
    os.utime(path, (1_750_000_000, 1_750_000_000))
    return path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "acme"
    folder.mkdir()
    return folder


def evidence(kept: Kept) -> Evidence:
    return Evidence("e-0001", "Users", file=kept.file, digest=kept.digest, size=kept.size, file_changed=kept.changed)


def test_a_file_is_copied_byte_for_byte_with_its_hash_size_and_day(project: Path, tmp_path: Path) -> None:
    source = export(tmp_path)
    kept = keep(project, source)
    assert (project / "evidence" / kept.file).read_bytes() == source.read_bytes()
    assert kept.digest == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (kept.size, kept.changed) == (10, date(2025, 6, 15))
    assert source.exists()


@pytest.mark.parametrize(
    ("title", "ending", "expected"),
    [
        ("Liste des accès: Montréal", ".XLSX", "e-0007-er-045-liste-des-acces-montreal.xlsx"),
        ("../../etc/passwd", "", "e-0007-er-045-etc-passwd"),
        ("con", ".csv", "e-0007-er-045-con.csv"),
        ("人事", ".p d?f", "e-0007-er-045.pdf"),
        ("x" * 300, "." + "y" * 40, "e-0007-er-045-" + "x" * 60 + "." + "y" * 10),
    ],
)
def test_a_name_is_one_that_every_system_takes(title: str, ending: str, expected: str, tmp_path: Path) -> None:
    assert name_of("e-0007", "ER-045", title, tmp_path / f"a{ending}") == expected


def test_memory_does_not_grow_with_the_file(project: Path, tmp_path: Path) -> None:
    source = tmp_path / "large.bin"
    with source.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    tracemalloc.start()
    keep(project, source, "e-0001-large.bin")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 * 1024 * 1024


@pytest.mark.skipif(not IS_THOROUGH, reason="reads two gigabytes; make validate does")
def test_a_file_of_two_gigabytes_is_attached(project: Path, tmp_path: Path) -> None:
    source = tmp_path / "large.bin"
    with source.open("wb") as file:
        file.truncate(2 * 1024**3 + 1)
    tracemalloc.start()
    kept = keep(project, source, "e-0001-large.bin")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kept.size == 2 * 1024**3 + 1
    assert peak < 12 * 1024 * 1024


def test_stopped_half_way_nothing_is_left(project: Path, tmp_path: Path) -> None:
    steps = keep_file(project, export(tmp_path, b"x" * 9_000_000), "e-0001-a.csv", {})
    assert next(steps) == Copied(4 * 1024 * 1024, 9_000_000)
    steps.close()
    assert list(project.iterdir()) == []


def test_a_full_disk_is_said_plainly_and_nothing_is_left(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileProblem, match="The disk is full") as caught:
        keep(project, export(tmp_path))
    assert caught.value.hint
    assert list(project.iterdir()) == []


def _folder(at: Path) -> None:
    at.mkdir()


def _link(at: Path) -> None:
    at.symlink_to(at.parent / "elsewhere")


def _pipe(at: Path) -> None:
    os.mkfifo(at)


def _empty(at: Path) -> None:
    at.touch()


@pytest.mark.parametrize(
    ("make", "said"), [(_folder, "folder"), (_link, "link"), (_pipe, "device or a pipe"), (_empty, "empty")]
)
def test_what_is_no_plain_file_is_refused(make: object, said: str, project: Path, tmp_path: Path) -> None:
    make(tmp_path / "odd")  # type: ignore[operator]
    with pytest.raises(FileProblem, match=said):
        keep(project, tmp_path / "odd")
    assert list(project.iterdir()) == []


def test_a_file_that_is_gone_is_a_problem(project: Path, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="It is not there"):
        keep(project, tmp_path / "nowhere.csv")


def test_a_file_that_grows_meanwhile_is_refused(project: Path, tmp_path: Path) -> None:
    source = export(tmp_path)
    steps = keep_file(project, source, "e-0001-a.csv", {})
    next(steps)
    with source.open("ab") as file:
        file.write(b"more")
    with pytest.raises(FileProblem, match="changed while it was copied"):
        finished(steps)
    assert list(project.iterdir()) == []


def test_the_same_file_twice_is_told_with_the_piece_that_holds_it(project: Path, tmp_path: Path) -> None:
    source = export(tmp_path)
    kept = keep(project, source)
    with pytest.raises(SameFile, match="e-0001") as caught:
        finished(keep_file(project, source, "e-0002-users.csv", {kept.digest: "e-0001"}))
    assert caught.value.id == "e-0001"
    assert [path.name for path in (project / "evidence").iterdir()] == [kept.file]


def test_a_file_is_never_written_over(project: Path, tmp_path: Path) -> None:
    keep(project, export(tmp_path))
    with pytest.raises(FileProblem, match="stands there already"):
        keep(project, export(tmp_path, b"other"))
    assert (project / "evidence" / "e-0001-users.csv").read_bytes() == b"name\ndana\n"


def test_files_are_found_there_missing_or_changed(project: Path, tmp_path: Path) -> None:
    one = evidence(keep(project, export(tmp_path)))
    stored = project / "evidence" / one.file
    assert check_files(project, [one, Evidence("e-0002", "No file")]) == {"e-0001": FileState.THERE}
    with stored.open("ab") as file:
        file.write(b"kim\n")
    assert check_files(project, [one]) == {"e-0001": FileState.CHANGED}
    stored.unlink()
    assert check_files(project, [one]) == {"e-0001": FileState.MISSING}


def test_a_change_that_keeps_size_and_day_is_seen_by_reading(project: Path, tmp_path: Path) -> None:
    one = evidence(keep(project, export(tmp_path)))
    stored = project / "evidence" / one.file
    assert finished(hash_files(project, [one])) == {"e-0001": FileState.THERE}
    stored.write_bytes(b"name\nkim!\n")
    os.utime(stored, (1_750_000_000, 1_750_000_000))
    assert check_files(project, [one]) == {"e-0001": FileState.THERE}
    assert finished(hash_files(project, [one])) == {"e-0001": FileState.CHANGED}


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "a/b.csv", "..", "", "a\0b", "A.csv", ".hidden"])
def test_a_name_that_leads_elsewhere_is_no_file_of_ours(name: str, project: Path) -> None:
    (project / "secret.txt").write_text("secret", encoding="utf-8")
    (project / "evidence").mkdir()
    assert file_of(project, name) is None


def test_a_link_put_in_the_folder_is_not_followed(project: Path, tmp_path: Path) -> None:
    one = evidence(keep(project, export(tmp_path)))
    stored = project / "evidence" / one.file
    stored.unlink()
    stored.symlink_to(export(tmp_path))
    assert check_files(project, [one]) == {"e-0001": FileState.MISSING}


def test_what_is_taken_out_is_kept_apart_and_still_found_by_undo(project: Path, tmp_path: Path) -> None:
    one = evidence(keep(project, export(tmp_path)))
    assert take_out(project, one.file)
    assert (project / "evidence" / "removed" / one.file).is_file()
    assert check_files(project, [one]) == {"e-0001": FileState.THERE}
    assert not take_out(project, one.file)


def test_an_id_is_never_used_again(project: Path, tmp_path: Path) -> None:
    assert next_id(project, []) == "e-0001"
    one = evidence(keep(project, export(tmp_path)))
    assert next_id(project, [replace(one, id="e-0041"), Evidence("mine", "x")]) == "e-0042"
    take_out(project, one.file)
    assert next_id(project, []) == "e-0002"
    kept = project / "earlier" / "2027-01-01-to-2027-06-30" / "evidence"
    kept.mkdir(parents=True)
    (kept / "e-0107-er-045-users.csv").write_bytes(b"x")
    assert next_id(project, []) == "e-0108", "an earlier period may be brought back beside it"


def test_files_that_no_piece_names_are_told(project: Path, tmp_path: Path) -> None:
    one = evidence(keep(project, export(tmp_path)))
    (project / "evidence" / "notes.txt").write_text("x", encoding="utf-8")
    assert unnamed_files(project, [one]) == ("notes.txt",)
