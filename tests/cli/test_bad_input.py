"""Bad answers, bad places, full disks: a clear error, nothing half-made, nothing lost."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.driving import NAME, ONE, ROOT, SAMPLES, Run, answers, command, half_made, surroundings, tree

TAMARACK = SAMPLES / "tamarack.yaml"
NYSTROM = "  tobias-nystrom: {name: Tobias Nyström,"

# ---- the answers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("  service:", "  servce:", "Did you mean service?"),
        ("answers:", "anwsers:", "Did you mean answers?"),
        ("recheck_count: '3'", "recheck_count: three", "recheck_count must be a whole number"),
        ("province: NS", "province: [NS]", "takes one value, not a list"),
        ("categories: [security]", "categories: [security, security]", "twice"),
        ("categories: [security]", "categories: [securty]", "Did you mean security?"),
        ("holder: tobias-nystrom", "holder: tobias", "names the person"),
        ("window_end: 2027-09-30", "window_end: 2027-06-30", "before the window begins"),
        ("window_end: 2027-09-30", "window_end: 2027-09-31", "a day that no calendar has"),
        (NYSTROM, f"{NYSTROM} email: a@b.example}}\n{NYSTROM}", "stands here twice"),
        ("  tobias-nystrom: {", "  Tobias: {", "no id a row can have"),
        ("company: Tamarack Gauge Co.", "company: &c Tamarack\n  prepared_by: *c", "Anchors"),
        ("company: Tamarack Gauge Co.", "company: !!str Tamarack", "Tags"),
        ("company: Tamarack Gauge Co.", "\tcompany: Tamarack", "A tab stands"),
        ("company: Tamarack Gauge Co.", 'company: "Tamarack', "well-formed YAML"),
        ("format: 1", "format: 2", "newer"),
        ("format: 1", "format: one", "format"),
    ],
)
def test_a_faulty_file_is_refused_with_line_and_reason(
    before: str, after: str, said: str, run: Run, tmp_path: Path
) -> None:
    file = answers(tmp_path / "mine.yaml", (before, after))
    ran = run("build", file, "--out", tmp_path / "out", *ONE)
    assert ran.code == 4
    assert ran.out == ""
    assert said in ran.err
    assert f"where: {file}" in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\n# only a comment\n", "empty"),
        (b"\x00\x01\x02\x03", "binary"),
        (b"PK\x03\x04" + bytes(range(256)), "binary"),
        (b"\xff\xfea\x00", "UTF-8"),
        ("company: \u00c9rable".encode("latin-1"), "UTF-8"),
        (b"just words", "table"),
        (b"[a, list]", "table"),
        (b"a: &x [1]\nb: [*x, *x]", "Anchors"),
        (b"format: 1\n---\nformat: 1\n", "more than one document"),
        (b"[" * 100_000, "nested"),
        (b"format: 1\nanswers: {company: " + b"x" * 200_000 + b"}\n", "100,000"),
    ],
    ids=["empty", "comment", "binary", "zip", "utf-16", "latin-1", "words", "list", "alias", "two", "deep", "long"],
)
def test_what_is_no_answers_file_is_refused(content: bytes, said: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(content)
    ran = run("build", file, "--out", tmp_path / "out", *ONE)
    assert ran.code == 4
    assert said in ran.err
    assert str(file) in ran.err
    assert not (tmp_path / "out").exists()


def test_all_faults_of_a_file_are_said_at_once(run: Run, tmp_path: Path) -> None:
    file = answers(tmp_path / "mine.yaml", ("recheck_count: '3'", "recheck_count: x"), ("province: NS", "province: XX"))
    ran = run("check", file)
    assert ran.code == 4
    assert ran.err.count("where: ") == 2


def test_a_folder_for_an_answers_file_is_said_plainly(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path)
    assert ran.code == 5
    assert str(tmp_path) in ran.err


# ---- the place -------------------------------------------------------------------------------------------------------


def test_a_file_where_a_folder_is_needed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    before = tree(tmp_path)
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        ran = run("build", TAMARACK, "--out", out, *ONE)
        assert ran.code == 5
        assert f"where: {out}" in ran.err
        assert "folder" in ran.err
    assert tree(tmp_path) == before


def test_a_place_nobody_can_write(run: Run) -> None:
    ran = run("build", TAMARACK, "--out", "/proc/packets", *ONE)
    assert ran.code == 5
    assert "/proc/packets" in ran.err


def test_a_folder_one_may_not_write(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", TAMARACK, "--out", out, *ONE).code == 0
    out.chmod(0o555)
    before = tree(out)
    try:
        done = subprocess.run(
            command("build", TAMARACK, "--out", out, *ONE),
            cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False,
            preexec_fn=_lay_down_the_powers_of_root if os.getuid() == 0 else None,
        )  # fmt: skip
    finally:
        out.chmod(0o755)
    assert done.returncode == 5, done.stderr
    assert "You have no right" in done.stderr
    assert str(out) in done.stderr
    assert tree(out) == before


def _lay_down_the_powers_of_root() -> None:
    """Root may write everywhere; without this capability it is a user like others."""
    drop_from_bounding_set, dac_override = 24, 1
    if ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0):
        raise OSError("the capability cannot be laid down")


FOREIGN = {
    "a folder of photos": lambda place: _folder(place, "photo.jpg"),
    "an empty folder": lambda place: place.mkdir(),
    "a folder with another manifest": lambda place: _folder(place, "manifest.json"),
    "a file": lambda place: place.write_text("mine", encoding="utf-8"),
    "a link to nothing": lambda place: place.symlink_to("nowhere"),
}


def _folder(place: Path, name: str) -> None:
    place.mkdir()
    (place / name).write_text('{"name": "mine"}', encoding="utf-8")


EVERYWHERE = [(what, "") for what in FOREIGN] + [
    ("a file", suffix) for suffix in (".zip", "-internal", "-internal.zip")
]
"""Whatever stands in the way is looked at in one place, and every place for one thing: a place is a place."""


@pytest.mark.parametrize(("what", "suffix"), EVERYWHERE)
def test_what_is_not_ours_is_refused_before_anything_is_drawn(what: str, suffix: str, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    FOREIGN[what](out / f"{NAME}{suffix}")
    before = tree(out)
    for extra in ((), ("--no-zip",)):
        ran = run("build", TAMARACK, "--out", out, *ONE, "--only", "POL-ACP", "REG-RDY", "--formats", "html", *extra)
        assert ran.code == 5
        assert "no soc2desk packet stands" in ran.err
        assert f"where: {out / NAME}{suffix}\n" in ran.err
        assert ran.err.startswith("Something"), "something was drawn"
        assert tree(out) == before


def test_somebody_elses_zip_of_our_name_is_refused(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", TAMARACK, "--out", out, *ONE).code == 0
    with zipfile.ZipFile(out / f"{NAME}.zip", "w") as archive:
        archive.writestr("photo.jpg", b"mine")
    before = tree(out)
    for extra in ((), ("--no-zip",)):
        assert run("build", TAMARACK, "--out", out, *ONE, *extra).code == 5
        assert tree(out) == before


def test_work_in_an_earlier_packet_is_not_lost(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", TAMARACK, "--out", out, *ONE)
    (policy,) = (out / NAME).glob("*/POL-ACP*")
    made = policy.read_bytes()
    policy.write_bytes(made + b"edited")
    before = tree(out)
    ran = run("build", TAMARACK, "--out", out, *ONE)
    assert ran.code == 5
    assert policy.name in ran.err
    assert tree(out) == before
    policy.write_bytes(made)
    (out / NAME / "signed letter.pdf").write_bytes(b"mine")
    assert "signed letter.pdf" in run("build", TAMARACK, "--out", out, *ONE).err
    (out / NAME / "signed letter.pdf").unlink()
    (out / NAME / ".DS_Store").write_bytes(b"a file manager was here")
    assert run("build", TAMARACK, "--out", out, *ONE).code == 0


# ---- the disk --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("survives", [0, 1, 2, 3, 4])
def test_a_disk_that_fills_up_leaves_the_earlier_packet(
    survives: int, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run("new", "acme", "--sample", "tamarack")
    run("build", TAMARACK, "--out", out, *ONE)
    before, stored = tree(out), tree(tmp_path / "workspace")
    left = [survives]
    write, opened = Path.write_bytes, Path.open

    def full(path: Path) -> None:
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        left[0] -= 1

    def write_bytes(path: Path, content: bytes) -> int:
        full(path)
        return write(path, content)

    def open_(path: Path, mode: str = "r", *rest: object, **named: object) -> object:
        if "w" in mode and ".making-" in str(path):
            full(path)
        return opened(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    monkeypatch.setattr(Path, "open", open_)
    ran = run("build", "acme", "--out", out, *ONE, "--formats", "html")
    monkeypatch.undo()
    assert ran.code == 5
    assert "full" in ran.err or "No space left" in ran.err
    assert tree(out) == before
    assert tree(tmp_path / "workspace") == stored


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    """Where this system lets us make a tiny disk; the test above fills one by hand everywhere."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount") if sys.platform == "linux" and os.getuid() == 0 else None
    size = "size=32k"
    if not mount or subprocess.run([mount, "-t", "tmpfs", "-o", size, "tmpfs", disk], check=False).returncode:
        return
    try:
        done = subprocess.run(
            command("build", TAMARACK, "--out", disk, *ONE),
            cwd=ROOT, env=surroundings(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 5, done.stderr
        assert "The disk is full." in done.stderr
        assert half_made(disk) == []
        assert tree(disk) == {}
    finally:
        subprocess.run(["umount", disk], check=True)  # noqa: S607 - the partner of mount
