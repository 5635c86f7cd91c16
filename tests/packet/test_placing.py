from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.packet.members import MANIFEST
from soc2desk.packet.placing import Move, archive_of, check_place, put_in_place
from tests.packet import samples
from tests.packet.making import files_in


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """Return a packet's folder with its ZIP beside it."""
    samples.archive(tmp_path)
    return samples.folder(tmp_path)


def refusal(folder: Path) -> FileProblem:
    with pytest.raises(FileProblem) as caught:
        check_place(folder)
    assert caught.value.hint
    return caught.value


def test_an_empty_place_and_a_packet_of_ours_may_be_taken(tmp_path: Path, ours: Path) -> None:
    check_place(tmp_path / "nothing-here")
    check_place(tmp_path / "no" / "such" / "folder")
    check_place(ours)


def test_a_folder_a_file_or_a_link_of_somebody_else_is_refused(tmp_path: Path, ours: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(ours)
    (tmp_path / "nowhere").symlink_to("gone")
    for name in ("folder", "file", "link", "nowhere"):
        assert refusal(tmp_path / name).where == str(tmp_path / name)


def test_a_zip_of_somebody_else_is_refused_even_beside_a_packet_of_ours(ours: Path) -> None:
    for content in (b"", b"mine", b"PK\x03\x04mine", samples.zip_bytes([("photo.jpg", b"mine")])):
        archive_of(ours).write_bytes(content)
        assert refusal(ours).where == str(archive_of(ours))
    archive_of(ours).unlink()
    archive_of(ours).mkdir()
    assert refusal(ours).where == str(archive_of(ours))


def test_a_packet_somebody_worked_in_is_refused_and_the_file_is_named(ours: Path) -> None:
    file = ours / "policies" / "access-control.pdf"
    before = file.read_bytes()
    file.write_bytes(b"edited")
    assert "policies/access-control.pdf" in refusal(ours).message
    file.write_bytes(before)
    (ours / "notes of mine.txt").write_text("mine", encoding="utf-8")
    assert "notes of mine.txt" in refusal(ours).message


def test_a_zip_somebody_changed_is_refused(ours: Path) -> None:
    content = bytearray(archive_of(ours).read_bytes())
    content[100] ^= 1
    archive_of(ours).write_bytes(content)
    assert refusal(ours).where == str(archive_of(ours))


def test_what_file_managers_leave_and_what_is_missing_is_no_reason_to_refuse(ours: Path) -> None:
    (ours / ".DS_Store").write_bytes(b"")
    (ours / "policies" / "Thumbs.db").write_bytes(b"")
    (ours / "policies" / "~$access-control.docx").write_bytes(b"")
    (ours / "policies" / "access-control.pdf").unlink()
    check_place(ours)


def test_a_damaged_list_is_refused(ours: Path) -> None:
    (ours / MANIFEST).write_text("{}", encoding="utf-8")
    refusal(ours)


def test_an_earlier_packet_set_aside_by_an_interrupted_run_is_put_back(ours: Path) -> None:
    before = files_in(ours)
    ours.rename(ours.with_name(f".old-{ours.name}"))
    check_place(ours)
    assert files_in(ours) == before
    (ours.with_name(f".old-{ours.name}")).mkdir()
    check_place(ours)
    assert not ours.with_name(f".old-{ours.name}").exists()


def set_aside(place: Path) -> Path:
    return place.rename(place.with_name(f".old-{place.name}"))


def test_the_zip_of_an_earlier_packet_never_comes_back_beside_the_folder_of_a_new_one(
    tmp_path: Path, ours: Path
) -> None:
    set_aside(archive_of(ours))
    set_aside(ours)
    samples.folder(tmp_path, samples.members({"index.html": b"<!DOCTYPE html><title>New</title>"}))
    check_place(ours)
    assert [path.name for path in tmp_path.iterdir()] == [ours.name]
    # One that stood without its folder before is of another packet too.
    samples.archive(tmp_path)
    set_aside(archive_of(ours))
    check_place(ours)
    assert [path.name for path in tmp_path.iterdir()] == [ours.name]


def test_a_zip_that_was_set_aside_before_its_folder_comes_back(ours: Path) -> None:
    before = archive_of(ours).read_bytes()
    set_aside(archive_of(ours))
    check_place(ours)
    assert archive_of(ours).read_bytes() == before


def test_all_moves_are_made_and_nothing_is_left(tmp_path: Path) -> None:
    moves = three_moves(tmp_path)
    put_in_place(moves)
    assert files_in(tmp_path) == {"packet/new.txt": b"new", "second/new.txt": b"new", "second.zip": b"new"}


@pytest.mark.parametrize("fails_at", range(6))
@pytest.mark.parametrize("failure", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("when", ["before the renaming", "after it"])
def test_all_moves_are_made_or_none(
    fails_at: int,
    failure: type[BaseException],
    when: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moves = three_moves(tmp_path)
    before = files_in(tmp_path)
    rename, done = Path.rename, [0]

    def failing(self: Path, target: Path) -> Path:
        fails = done[0] == fails_at
        done[0] += 1
        if fails and when == "before the renaming":
            raise failure
        moved = rename(self, target)
        if fails:
            raise failure
        return moved

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(failure):
        put_in_place(moves)
    monkeypatch.undo()
    assert files_in(tmp_path) == before


def three_moves(tmp_path: Path) -> list[Move]:
    """Return moves over an earlier folder and ZIP: with a ZIP taken away, and a folder that comes new."""
    for name in (".making-packet", "packet", ".making-second", "second"):
        (tmp_path / name).mkdir()
        content = b"new" if name.startswith(".") else b"old"
        (tmp_path / name / f"{content.decode()}.txt").write_bytes(content)
    (tmp_path / "packet.zip").write_bytes(b"old")
    (tmp_path / "second.zip").write_bytes(b"old")
    (tmp_path / ".making-second.zip").write_bytes(b"new")
    return [
        Move(tmp_path / ".making-packet", tmp_path / "packet"),
        Move(None, tmp_path / "packet.zip"),
        Move(tmp_path / ".making-second", tmp_path / "second"),
        Move(tmp_path / ".making-second.zip", tmp_path / "second.zip"),
    ]
