"""A key stands in a file that nobody else can read, under a password where one is wanted, and is never written over."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem
from soc2desk.storage.locked_file import LEAST_COST, WrongPassword
from soc2desk.storage.signing_keys import (
    is_signed_by,
    keep_key,
    needs_password,
    new_key,
    read_key,
    read_public,
    signed,
)

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "four words of mine"  # noqa: S105 - a password of a test


def test_a_key_is_read_as_it_was_kept_and_its_public_part_needs_no_password(tmp_path: Path) -> None:
    key = new_key("  Jane Doe, Northlight CPA ")
    public = keep_key(tmp_path / "jane.key", key)
    assert read_key(tmp_path / "jane.key") == key
    assert read_public(public) == read_public(tmp_path / "jane.key") == key.public
    assert key.public.name == "Jane Doe, Northlight CPA"
    assert key.secret.hex() not in public.read_text(encoding="utf-8")
    assert key.secret.hex() not in repr(key)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights another way")
def test_nobody_else_can_read_the_file_of_a_key(tmp_path: Path) -> None:
    keep_key(tmp_path / "jane.key", new_key("Jane Doe"))
    assert stat.S_IMODE((tmp_path / "jane.key").stat().st_mode) == 0o600


def test_a_key_under_a_password_opens_with_it_alone(tmp_path: Path) -> None:
    key, path = new_key("Jane Doe"), tmp_path / "jane.key"
    keep_key(path, key, PASSWORD, LEAST_COST)
    assert needs_password(path)
    assert key.secret.hex() not in path.read_text(encoding="utf-8")
    assert read_key(path, PASSWORD) == key
    for wrong in ("", "four words of yours"):
        with pytest.raises(WrongPassword):
            read_key(path, wrong)


def test_two_keys_differ_and_each_signs_for_itself_alone() -> None:
    one, other = new_key("Jane Doe"), new_key("Jane Doe")
    assert one.public.fingerprint != other.public.fingerprint
    signature = signed(one, b"a list")
    assert is_signed_by(one.public.key, b"a list", signature)
    assert not is_signed_by(other.public.key, b"a list", signature)
    assert not is_signed_by(one.public.key, b"another list", signature)


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "jane.key.pub").write_text("mine", encoding="utf-8")
    with pytest.raises(FileProblem, match="never written over"):
        keep_key(tmp_path / "jane.key", new_key("Jane Doe"))
    assert [path.name for path in tmp_path.iterdir()] == ["jane.key.pub"]


@pytest.mark.parametrize("name", ["", "  ", "Jane\nDoe", "x" * 121, "Jane\u202eeoD\u200e"])
def test_a_name_that_is_no_line_is_refused(name: str) -> None:
    with pytest.raises(UsageProblem, match="one line"):
        new_key(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soc2desk signing key 1\n",
        "soc2desk signing key 1\nname: J\npublic: xyz\nsecret: 00\n",
        f"soc2desk signing key 1\nname: J\npublic: {'0' * 64}\nsecret: {'1' * 64}\n",
        f"soc2desk signing key 1\nname: J\npublic: {'0' * 64}\nsecret: nothing\n",
        f"soc2desk signing key 1\nname: J\npublic: {'0' * 64}\nlocked: ####\n",
        f"soc2desk public key 1\nname: J\npublic: {'0' * 64}\n",
        "x" * 5000,
    ],
)
def test_what_is_no_key_to_sign_with_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.key"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProjectProblem, match=r"no key|damaged"):
        read_key(path)
