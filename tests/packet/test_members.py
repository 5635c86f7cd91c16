"""What a packet may hold: names every system can keep, nothing that points outside."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.packet.members import (
    MEMBER_LIMIT,
    TOTAL_LIMIT,
    check_paths,
    check_size,
    fault_of_path,
    list_folder,
    printable,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", ["a", "01 Policies/Access Control Policy (v1.0).pdf", "a/b/c.json", "x" * 100, ".x"])
def test_ordinary_names_are_taken(path: str) -> None:
    assert fault_of_path(path) is None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "x" * 101,
        "politique-é.pdf",
        "/etc/passwd",
        "a//b",
        "a/",
        "../a",
        "a/../b",
        "./a",
        "a\\b",
        "C:/a",
        "C:a",
        "a\0b",
        "a\nb",
        "what?.pdf",
        "NUL",
        "a/con.txt",
        "com1.pdf",
        "trailing.",
        "trailing /b",
    ],
)
def test_a_name_some_system_refuses_is_told_with_its_reason(path: str) -> None:
    assert fault_of_path(path)
    with pytest.raises(FileProblem, match="cannot have this name"):
        check_paths([path])


@pytest.mark.parametrize("twins", [("a.txt", "a.txt"), ("Policies/A.txt", "policies/a.TXT")])
def test_two_files_of_one_name_are_refused(twins: tuple[str, str]) -> None:
    with pytest.raises(FileProblem, match="same name") as caught:
        check_paths(["first.txt", *twins])
    assert caught.value.where == " and ".join(twins)


def test_sizes_up_to_the_limits_are_taken_and_more_is_refused() -> None:
    check_size("a", MEMBER_LIMIT, TOTAL_LIMIT)
    with pytest.raises(FileProblem, match="256 MiB"):
        check_size("a", MEMBER_LIMIT + 1, MEMBER_LIMIT + 1)
    with pytest.raises(FileProblem, match="1 GiB"):
        check_size("a", 1, TOTAL_LIMIT + 1)


def test_a_listing_follows_no_link_and_names_what_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "a.txt").write_bytes(b"a")
    (tmp_path / "B.txt").write_bytes(b"b")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.txt").symlink_to(tmp_path / "B.txt")
    listing = list_folder(tmp_path)
    assert listing.files == ("B.txt", "inside/a.txt")
    assert listing.odd == ("link.txt", "round")


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.txt").write_bytes(b"a")
    scandir = os.scandir

    def refuse(place: Path | os.DirEntry[str]) -> object:
        if os.fspath(place).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)
    assert list_folder(tmp_path).closed == ("shut",)
    assert list_folder(tmp_path).files == ("a.txt",)


def test_folders_in_one_another_without_end_are_named_and_not_gone_into(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(450):
        deep = deep / "a"
    deep.mkdir(parents=True)
    (deep / "b").write_text("x", encoding="utf-8")
    listing = list_folder(tmp_path)
    assert listing.files == ()
    assert [set(name) for name in listing.closed] == [{"a", "/"}]


def test_a_name_that_would_move_the_cursor_is_shown_as_an_escape() -> None:
    assert printable("plain name.txt") == "plain name.txt"
    assert printable("a\x1b[2Jb") == "a\\x1b[2Jb"
    assert printable("a\udc80") == "a\\udc80"
