"""Whoever receives a packet is told of every byte that differs, by the name of its file."""

from __future__ import annotations

import io
import json
import shutil
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.manifest import from_bytes, seal_of, to_bytes
from soc2desk.packet.members import MANIFEST, MEMBER_LIMIT, SEAL
from soc2desk.packet.verify import WHOLE_ZIP, Report, verify
from tests.packet import samples


def _named(report: Report) -> set[str]:
    return {*report.missing, *report.changed, *report.extra, *report.unreadable}


def _flipped(content: bytes, place: int, bit: int = 0) -> bytes:
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]


def _rezipped(target: Path, files: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(target, "w", method) as archive:
        for path, content in files:
            archive.writestr(zipfile.ZipInfo(path, (2026, 11, 20, 0, 0, 0)), content, method)
    return target


def test_an_untouched_folder_is_unchanged(tmp_path: Path) -> None:
    report = verify(samples.folder(tmp_path))
    assert report.is_unchanged
    assert report == Report(from_bytes(samples.members()[MANIFEST]), unchanged=3)


def test_an_untouched_zip_is_unchanged_and_canonical(tmp_path: Path) -> None:
    report = verify(samples.archive(tmp_path))
    assert report.is_unchanged
    assert (report.is_canonical, report.unchanged) == (True, 3)


def test_every_changed_bit_of_a_zip_is_noticed_and_named(tmp_path: Path) -> None:
    whole = samples.archive(tmp_path).read_bytes()
    target = tmp_path / "changed.zip"
    for place in range(len(whole)):
        target.write_bytes(_flipped(whole, place, place % 8))
        report = verify(target)
        assert not report.is_unchanged, place
        assert _named(report), place


def test_a_changed_byte_of_a_file_in_the_zip_names_that_file(tmp_path: Path) -> None:
    whole = samples.archive(tmp_path).read_bytes()
    target = tmp_path / "changed.zip"
    for path, content in samples.members().items():
        start = whole.index(content)
        for place in (start, start + len(content) // 2, start + len(content) - 1):
            target.write_bytes(_flipped(whole, place))
            assert verify(target).changed == (path,)


def test_a_zip_cut_short_anywhere_is_noticed(tmp_path: Path) -> None:
    whole = samples.archive(tmp_path).read_bytes()
    target = tmp_path / "short.zip"
    for length in range(4, len(whole), 7):
        target.write_bytes(whole[:length])
        assert verify(target).changed == (WHOLE_ZIP,)


def test_every_changed_byte_of_a_folder_names_its_file(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    for path, content in samples.members().items():
        for place in range(len(content)):
            (folder / path).write_bytes(_flipped(content, place, place % 8))
            report = verify(folder)
            assert path in report.changed, (path, place)
            assert not report.is_unchanged
        (folder / path).write_bytes(content)
    assert verify(folder).is_unchanged


def test_a_byte_more_or_less_is_noticed(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    for content in (samples.CONTENTS["index.html"] + b"\n", samples.CONTENTS["index.html"][:-1], b""):
        (folder / "index.html").write_bytes(content)
        assert verify(folder).changed == ("index.html",)
        assert verify(folder).unchanged == 2


def test_missing_and_added_files_are_named(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    (folder / "policies/access-control.pdf").rename(folder / "policies/Access-Control.pdf")
    (folder / "more").mkdir()
    (folder / "more/\x1b[2J.txt").write_bytes(b"")
    report = verify(folder)
    assert report.missing == ("policies/access-control.pdf",)
    assert report.extra == ("more/\\x1b[2J.txt", "policies/Access-Control.pdf")


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    shutil.move(folder / "index.html", tmp_path / "index.html")
    (folder / "index.html").symlink_to(tmp_path / "index.html")
    (folder / "round").symlink_to(folder)
    report = verify(folder)
    assert (report.unreadable, report.extra) == (("index.html",), ("round",))


def test_a_file_one_may_not_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = samples.folder(tmp_path)
    open_file = Path.open

    def refuse(self: Path, mode: str = "r") -> object:
        if self.name == "vendors.xlsx":
            raise PermissionError(13, "Permission denied")
        return open_file(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    report = verify(folder)
    assert (report.unreadable, report.unchanged) == (("registers/vendors.xlsx",), 2)


def test_a_rewritten_list_is_told_by_its_seal(tmp_path: Path) -> None:
    files = samples.members()
    files[MANIFEST] = to_bytes(replace(samples.manifest(), company="Somebody Else"))
    assert MANIFEST in verify(samples.folder(tmp_path, files)).changed


def test_a_list_written_in_another_form_is_told_though_its_seal_fits(tmp_path: Path) -> None:
    files = samples.members()
    files[MANIFEST] = json.dumps(json.loads(files[MANIFEST])).encode()
    files[SEAL] = seal_of(files[MANIFEST])
    assert verify(samples.folder(tmp_path, files)).changed == (MANIFEST,)


def test_a_lost_list_or_seal_is_missing(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    (folder / SEAL).unlink()
    assert verify(folder).missing == (SEAL,)
    (folder / SEAL).write_bytes(samples.members()[SEAL])
    (folder / MANIFEST).unlink()
    report = verify(folder)
    assert (report.missing, report.manifest, report.is_unchanged) == ((MANIFEST,), None, False)


def test_a_comment_before_after_or_inside_the_zip_is_told(tmp_path: Path) -> None:
    target = samples.archive(tmp_path)
    whole = target.read_bytes()
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"hello"
    commented = target.read_bytes()
    for content in (commented, whole + b"\0", b"#!/bin/sh\n" + whole):
        target.write_bytes(content)
        report = verify(target)
        assert (report.changed, report.is_canonical) == ((WHOLE_ZIP,), False)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_same_files_zipped_again_by_another_program_are_told_apart(tmp_path: Path, method: int) -> None:
    again = [("policies/", b""), *samples.members().items()]
    report = verify(_rezipped(tmp_path / "again.zip", again, method))
    assert (report.changed, report.unchanged, report.extra) == ((WHOLE_ZIP,), 3, ())


def test_names_that_leave_their_folder_or_stand_twice_are_extra(tmp_path: Path) -> None:
    more = [("../evil.txt", b"x"), ("/abs.txt", b"x"), ("a\\b.txt", b"x"), ("INDEX.html", b"x")]
    report = verify(_rezipped(tmp_path / "more.zip", [*samples.members().items(), *more]))
    assert set(report.extra) == {name for name, _ in more}
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = _rezipped(tmp_path / "twice.zip", [*samples.members().items(), ("index.html", b"other")])
    assert verify(twice).extra == ("index.html",)
    assert not list(tmp_path.parent.glob("evil*"))


def test_a_zip_bomb_is_not_blown_up(tmp_path: Path) -> None:
    files = samples.members() | {"index.html": bytes(50_000_000)}
    report = verify(_rezipped(tmp_path / "bomb.zip", list(files.items()), zipfile.ZIP_DEFLATED))
    assert report.changed == ("index.html",)


def test_a_packed_zip_is_told_apart_without_being_written_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("soc2desk.packet.opened.write_zip", pytest.fail)
    report = verify(_rezipped(tmp_path / "packed.zip", list(samples.members().items()), zipfile.ZIP_DEFLATED))
    assert report.changed == (WHOLE_ZIP,)


def test_a_member_that_says_it_is_a_link_is_never_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(samples.CONTENTS["index.html"])
    target = tmp_path / "linked.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in samples.members().items():
            info = zipfile.ZipInfo(path, (2026, 11, 20, 0, 0, 0))
            if path == "index.html":
                info.external_attr = (stat.S_IFLNK | 0o777) << 16
                content = bytes(tmp_path / "secret")  # noqa: PLW2901 - where a link would lead
            archive.writestr(info, content)
    assert verify(target).changed == ("index.html",)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["linked.zip", "secret"]


def test_a_list_that_names_more_than_a_packet_holds_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    entries = tuple(
        replace(entry, path=f"policies/{number}.pdf", size=MEMBER_LIMIT)
        for number, entry in enumerate(samples.manifest().files * 3)
    )
    listed = to_bytes(replace(samples.manifest(), files=entries))
    files = samples.members() | {MANIFEST: listed, SEAL: seal_of(listed)}
    with pytest.raises(FileProblem, match="too large"):
        verify(_rezipped(tmp_path / "bomb.zip", list(files.items()), zipfile.ZIP_DEFLATED))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_of_an_unusual_method_are_unreadable(tmp_path: Path, method: int) -> None:
    files = list(samples.CONTENTS.items())
    target = _rezipped(tmp_path / "odd.zip", files, method)
    with zipfile.ZipFile(target, "a") as archive:
        for path in (MANIFEST, SEAL):
            archive.writestr(path, samples.members()[path])
    assert verify(target).unreadable == tuple(sorted(samples.CONTENTS))


def test_what_is_not_a_packet_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "plain.zip").write_bytes(b"not a zip")
    _rezipped(tmp_path / "other.zip", [("word/document.xml", b"<x/>")])
    (tmp_path / "folder").mkdir()
    for name in ("plain.zip", "other.zip", "folder"):
        with pytest.raises(ProjectProblem, match=r"not a soc2desk packet") as caught:
            verify(tmp_path / name)
        assert name in (caught.value.where or "")
        assert caught.value.hint


def test_the_list_of_another_program_is_not_ours(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path, {MANIFEST: b'{"name": "an extension"}'})
    with pytest.raises(ProjectProblem, match="not written by soc2desk"):
        verify(folder)


def test_a_packet_of_a_newer_soc2desk_asks_for_an_update(tmp_path: Path) -> None:
    newer = json.dumps({"format": 4, "product": "soc2desk"}).encode()
    folder = samples.folder(tmp_path, {MANIFEST: newer, SEAL: seal_of(newer)})
    with pytest.raises(ProjectProblem, match="newer"):
        verify(folder)


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="cannot be read"):
        verify(tmp_path / "nowhere.zip")


def test_verifying_writes_nothing(tmp_path: Path) -> None:
    target = samples.archive(tmp_path)
    before = target.read_bytes()
    verify(target)
    assert [path.name for path in tmp_path.iterdir()] == ["packet.zip"]
    assert target.read_bytes() == before
    assert zipfile.is_zipfile(io.BytesIO(before))
