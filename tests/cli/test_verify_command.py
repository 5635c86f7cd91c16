from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import DAY, Run, tree

if TYPE_CHECKING:
    from pathlib import Path


def flip(file: Path, at: int = -1) -> None:
    """Change one bit of one byte."""
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def test_a_packet_as_it_was_made_is_unchanged(built: Path, run: Run) -> None:
    for place in sorted(built.iterdir()):
        ran = run("verify", place)
        assert (ran.code, ran.err) == (0, ""), place
        assert ran.out.startswith(f"Unchanged since {DAY}.")
        assert run("verify", place, "--quiet").out == ""


def test_one_byte_of_any_file_is_named(packet: Path, run: Run) -> None:
    files = {path.relative_to(packet).as_posix(): path for path in packet.rglob("*") if path.is_file()}
    guards = {"manifest.json", "manifest.sha256"}
    for name in sorted(guards) + sorted(files.keys() - guards)[:: len(files) // 6]:
        before = files[name].read_bytes()
        flip(files[name], len(before) // 2)
        ran = run("verify", packet, "--json")
        assert ran.code == 1, name
        assert name in json.loads(ran.out)["changed"]
        files[name].write_bytes(before)
    assert run("verify", packet).code == 0
    for name in files.keys() - guards:
        flip(files[name], files[name].stat().st_size // 2)
    assert json.loads(run("verify", packet, "--json").out)["changed"] == sorted(files.keys() - guards)


def test_one_byte_of_any_file_of_the_zip_is_named(packet: Path, run: Run) -> None:
    archive = packet.with_name(f"{packet.name}.zip")
    before = archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        places = [(member.filename, member.header_offset + 30 + len(member.filename)) for member in opened.infolist()]
    for name, at in places[:: len(places) // 6]:
        flip(archive, at)
        ran = run("verify", archive)
        assert ran.code == 1, name
        assert f"changed: {name}\n" in ran.out
        archive.write_bytes(before)


def test_what_is_missing_or_extra_is_named(packet: Path, run: Run) -> None:
    gone = next((packet / "01-policies").iterdir())
    gone.unlink()
    (packet / "02-plans" / "plan of mine.txt").write_text("mine", encoding="utf-8")
    ran = run("verify", packet)
    assert ran.code == 1
    assert f"missing: 01-policies/{gone.name}\n" in ran.out
    assert "extra: 02-plans/plan of mine.txt\n" in ran.out
    said = json.loads(run("verify", packet, "--json").out)
    assert said["unchanged"] is False
    assert said["missing"] == [f"01-policies/{gone.name}"]
    assert said["extra"] == ["02-plans/plan of mine.txt"]


def test_a_name_cannot_paint_the_terminal(packet: Path, run: Run) -> None:
    (packet / "\x1b[31mred").write_text("mine", encoding="utf-8")
    ran = run("verify", packet)
    assert "\x1b" not in ran.out
    assert "extra: \\x1b[31mred" in ran.out


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not ours", b"\x00" * 64])
def test_a_foreign_file_is_four(content: bytes, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "thing.zip"
    file.write_bytes(content)
    ran = run("verify", file)
    assert ran.code in {1, 4}
    assert ran.code == 4 or "changed: (the ZIP itself)" in ran.out
    assert file.read_bytes() == content


def test_a_foreign_folder_is_four_and_a_missing_one_five(tmp_path: Path, run: Run) -> None:
    (tmp_path / "photos").mkdir()
    ran = run("verify", tmp_path / "photos")
    assert ran.code == 4
    assert "not a soc2desk packet" in ran.err
    ran = run("verify", tmp_path / "nowhere")
    assert ran.code == 5
    assert str(tmp_path / "nowhere") in ran.err


def test_verifying_writes_nothing(packet: Path, run: Run) -> None:
    before = tree(packet.parent)
    run("verify", packet)
    run("verify", packet.with_name(f"{packet.name}.zip"))
    assert tree(packet.parent) == before
