"""The ZIP: the same files give the same bytes, on every day and every machine."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.packet.seal import seal_folder, zip_bytes
from tests.packet import samples

if TYPE_CHECKING:
    from pathlib import Path


def test_the_order_the_files_come_in_does_not_matter() -> None:
    files = list(samples.members().items())
    assert zip_bytes(files) == zip_bytes(reversed(files))


def test_the_bytes_are_the_ones_agreed() -> None:
    sealed = zip_bytes([("b/c.txt", b"two"), ("a.txt", b"one")])
    assert hashlib.sha256(sealed).hexdigest() == "8eb082f7235bfe6010c8ee07e260cbdcfa029e1aac9328d3d1486b077e829860"


def test_any_program_reads_back_what_went_in() -> None:
    files = samples.members()
    with zipfile.ZipFile(io.BytesIO(zip_bytes(files.items()))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == sorted(files)


def test_members_are_stored_plainly_with_no_time_and_no_extras() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bytes(samples.members().items()))) as archive:
        for member in archive.infolist():
            assert member.compress_type == zipfile.ZIP_STORED
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert (member.create_system, member.external_attr >> 16) == (3, 0o100644)
            assert (member.extra, member.comment, member.flag_bits) == (b"", b"", 0)


@pytest.mark.parametrize("path", ["/a", "../a", "a/../../b", "é", "x" * 101, "a\\b", "C:/a", ""])
def test_a_name_that_could_leave_its_folder_is_refused(path: str) -> None:
    with pytest.raises(FileProblem):
        zip_bytes([(path, b"")])


def test_a_file_given_twice_is_refused() -> None:
    with pytest.raises(FileProblem, match="same name"):
        zip_bytes([("a", b"1"), ("a", b"1")])


def test_a_sealed_folder_is_the_canonical_zip(tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    seal_folder(samples.folder(tmp_path), target)
    assert target.read_bytes() == zip_bytes(samples.members().items())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.zip", "packet"]


def test_an_earlier_zip_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    target.write_bytes(b"earlier")
    seal_folder(samples.folder(tmp_path), target)
    assert zipfile.is_zipfile(target)


def test_an_earlier_zip_stays_whole_when_the_folder_cannot_be_sealed(tmp_path: Path) -> None:
    target = tmp_path / "out.zip"
    target.write_bytes(b"earlier")
    folder = samples.folder(tmp_path)
    (folder / "é.txt").write_bytes(b"")
    with pytest.raises(FileProblem):
        seal_folder(folder, target)
    assert target.read_bytes() == b"earlier"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.zip", "packet"]


def test_a_disk_that_fills_up_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)
    folder = samples.folder(tmp_path)
    with pytest.raises(FileProblem, match="No space left"):
        seal_folder(folder, tmp_path / "out.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["packet"]


def test_a_folder_with_a_link_is_not_sealed(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    (folder / "secret").symlink_to(tmp_path)
    with pytest.raises(FileProblem, match="not a plain file") as caught:
        seal_folder(folder, tmp_path / "out.zip")
    assert "secret" in (caught.value.where or "")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="could not be written"):
        seal_folder(tmp_path / "nowhere", tmp_path / "out.zip")


def test_the_zip_cannot_stand_inside_its_own_folder(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    with pytest.raises(FileProblem, match="cannot stand in the folder"):
        seal_folder(folder, folder / "out.zip")


def test_a_file_too_large_is_not_sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soc2desk.packet.members.MEMBER_LIMIT", 63)
    with pytest.raises(FileProblem, match="too large") as caught:
        seal_folder(samples.folder(tmp_path), tmp_path / "out.zip")
    assert caught.value.where == "manifest.json"
