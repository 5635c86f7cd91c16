"""Every command that reads a file a person names says at once that a device is none; nothing is changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.driving import Run, tree

DEVICE = "/dev/zero"
READING = {
    "import": ("import", "acme", "people", DEVICE),
    "lists": ("lists", "read", "acme", DEVICE, "--kind", "changes"),
    "access": ("access", "read", "acme", DEVICE, "--system", "production", "--taken-at", "2026-11-01 09:00"),
    "access decisions": ("access", "decide", "acme", DEVICE),
    "requests": ("requests", "read", "acme", DEVICE),
    "a filled workbook": ("record", "read", "acme", DEVICE),
    "values of a record": ("record", "add", "acme", "access_review", "--from", DEVICE),
    "an answers file": ("new", "other", "--from", DEVICE),
    "a path to check": ("check", DEVICE),
    "prior exceptions": ("roll-forward", "acme", "--issued", "2026-11-01", "--exceptions", DEVICE),
    "evidence": ("evidence", "add", "acme", DEVICE, "--request", "ER-045"),
    "a packet": ("verify", DEVICE),
    "two states": ("compare", DEVICE, "acme"),
    "a project that was sent": ("take-in", DEVICE),
    "another copy": ("merge", "acme", DEVICE),
    "a key": ("keys", "show", DEVICE),
    "a key to trust": ("keys", "trust", DEVICE),
    "a key to sign with": ("sign", "packet.zip", "--key", DEVICE),
    "a password": ("export", "acme", "acme.soc2desk", "--password-file", DEVICE),
}


def projects(folder: Path) -> dict[str, str]:
    """Return the files of a workspace without the locks, which any command may leave."""
    return {name: digest for name, digest in tree(folder).items() if not name.endswith(".lock")}


@pytest.mark.skipif(not Path(DEVICE).is_char_device(), reason="this system has no such device")
@pytest.mark.parametrize("args", READING.values(), ids=READING)
def test_a_device_is_refused_at_once_and_nothing_is_changed(run: Run, tmp_path: Path, args: tuple[str, ...]) -> None:
    run("new", "acme", "--sample", "tamarack")
    before = projects(tmp_path)
    told = run(*args)
    assert told.code == 5, told.err
    assert "a device or a pipe" in told.err
    assert DEVICE in told.err
    assert projects(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="names of this kind are not there")
def test_an_empty_file_is_no_logo_and_takes_none_off(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "brightwater")
    (tmp_path / "empty.png").write_bytes(b"")
    before = projects(tmp_path)
    told = run("set", "acme", f"logo={tmp_path / 'empty.png'}")
    assert told.code == 5
    assert "empty" in told.err
    assert projects(tmp_path) == before
