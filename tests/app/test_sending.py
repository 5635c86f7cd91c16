"""A project that somebody sent brings nothing but a project: no other file, no other place, no more than it says."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import sys
import tracemalloc
import zipfile
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import open_desk
from soc2desk.app.sending import NeedsPassword, NotWhole, WrongPassword, send, take_in
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem
from soc2desk.storage import sending, taking_in
from soc2desk.storage.evidence_files import keep_file
from soc2desk.storage.locked_file import HEADER, LEAST_COST
from soc2desk.storage.projects import create, open_folder
from soc2desk.storage.sending import sending_of, write_sent
from soc2desk.storage.sent_list import LIST, may_travel
from tests.cli.driving import tree
from tests.composed import catalogue, sample
from tests.entered import entered, evidence
from tests.faults.older_format import OLD_NAME, older_format

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk

PASSWORD = "four words of mine"  # noqa: S105 - a password of a test
USERS = b"login\nkim\n"
NAME = "e-0001-er-045-users.csv"
FILE = {"file": NAME, "digest": hashlib.sha256(USERS).hexdigest(), "size": str(len(USERS)), "received": "2026-11-19"}
DAY = date(2026, 11, 20)
MUTATIONS = int(os.environ.get("SOC2DESK_MUTATIONS", "300")) // 3


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = open_desk(tmp_path / "there")
    made.__dict__["catalogue"] = catalogue()
    return made


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """Return the folder of a project with a piece of evidence, and an earlier period."""
    (tmp_path / "users.csv").write_bytes(USERS)
    os.utime(tmp_path / "users.csv", (1_790_000_000, 1_790_000_000))
    project = entered(sample("tamarack"), {"evidence.e-0001": evidence("Users", **FILE)})
    folder = create(tmp_path / "here", "Acme", project, catalogue())
    for _ in keep_file(folder, tmp_path / "users.csv", NAME, {}):
        pass
    shutil.copytree(folder, folder / "earlier" / "2026-01-01-to-2026-06-30")
    return folder


def sent(folder: Path, target: Path, password: str = "") -> Path:
    """Write the file for a colleague with a key that takes no time to make."""
    for _ in write_sent(target, sending_of(folder, catalogue(), with_evidence=True), DAY, password, LEAST_COST):
        pass
    return target


def taken(desk: Desk, path: Path, password: str = "", name: str = "") -> Path:
    steps = take_in(desk, path, name=name, password=password)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value.folder  # type: ignore[no-any-return]


def without_origin(folder: Path) -> dict[str, str]:
    """Return a folder without what taking in adds: where the project came from, and the state that came."""
    added = ("origin.json", "backups/")
    return {name: said for name, said in tree(folder).items() if not name.startswith(added)}


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, files: dict[str, bytes], *, relist: bool = True, method: int = zipfile.ZIP_STORED) -> Path:
    """Write a file as a stranger would: any members, with a list that names them."""
    if relist:
        said = json.loads(files[LIST])
        said["files"] = [
            {"path": name, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest(), "changed": 1}
            for name, raw in files.items()
            if name != LIST
        ]
        files = {**files, LIST: json.dumps(said).encode()}
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, raw in files.items():
            archive.writestr(zipfile.ZipInfo(name), raw, method)
    return path


def nothing_made(desk: Desk) -> bool:
    return not desk.workspace.exists() or [path.name for path in desk.workspace.iterdir() if path.is_dir()] == []


def test_a_project_comes_whole_with_its_earlier_periods_and_the_days_of_its_files(acme: Path, desk: Desk) -> None:
    path = sent(acme, acme.parent / "acme.soc2desk")
    folder = taken(desk, path)
    assert without_origin(folder) == tree(acme)
    assert int((folder / "evidence" / NAME).stat().st_mtime) == 1_790_000_000
    assert path.stat().st_mode & 0o077 == 0, "nobody else on this computer reads it"


def test_a_file_called_like_a_notebook_travels_with_an_exercise_alone(acme: Path, desk: Desk) -> None:
    (acme / "notebook.json").write_text('{"format": 1, "student": "private"}', "utf-8")
    path = sent(acme, acme.parent / "acme.soc2desk")
    assert "notebook.json" not in members(path)
    foreign = packed(acme.parent / "foreign.soc2desk", {**members(path), "notebook.json": b'{"format": 1}'})
    assert not (taken(desk, foreign) / "notebook.json").exists()


def test_the_same_project_gives_the_same_bytes(acme: Path) -> None:
    one, other = (sent(acme, acme.parent / f"{name}.soc2desk") for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_a_locked_file_tells_wrong_password_cut_short_and_changed_apart(acme: Path, desk: Desk, tmp_path: Path) -> None:
    path = sent(acme, tmp_path / "acme.soc2desk", PASSWORD)
    raw = path.read_bytes()
    changed = raw[: HEADER + 40] + bytes([raw[HEADER + 40] ^ 1]) + raw[HEADER + 41 :]
    cases = (
        (raw, "", NeedsPassword, "under a password"),
        (raw, "four words of yours", WrongPassword, "not the one"),
        (raw[:-30], PASSWORD, NotWhole, "cut short"),
        (changed, PASSWORD, NotWhole, "was changed"),
        (raw + b"more", PASSWORD, NotWhole, "added"),
    )
    for content, password, problem, words in cases:
        path.write_bytes(content)
        with pytest.raises(problem, match=words):
            taken(desk, path, password)
        assert nothing_made(desk)
    path.write_bytes(raw)
    assert without_origin(taken(desk, path, PASSWORD)) == tree(acme)


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt", "/etc/out", "evidence/../../out", "evidence\\out.csv", "C:out", "evidence/con.csv", "notes.txt",
        "backups/project-2026-01-01.json", "origin.json", "project.lock", ".hidden", "evidence/", "evidence/a/b.csv",
        "Evidence/e-0002.csv", "evidence/E-0001-er-045-users.csv", "earlier/../project.json", "earlier/x/notes.txt",
        "earlier/nul/project.json", "evidence/e-0002.csv\0.png", "PROJECT.JSON", "evidence/" + "a" * 300,
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_a_project_is_not_taken_and_nothing_is_made(
    acme: Path, desk: Desk, tmp_path: Path, name: str
) -> None:
    assert not may_travel(name)
    files = members(sent(acme, tmp_path / "acme.soc2desk"))
    path = packed(tmp_path / "odd.soc2desk", {**files, name: b"out"})
    before = tree(tmp_path)
    with pytest.raises(Problem):
        taken(desk, path)
    assert {key for key in tree(tmp_path) if key not in before} <= {"there/", "there/.taking-in.lock"}


def test_a_link_a_packed_member_a_double_and_what_no_list_names_are_refused(
    acme: Path, desk: Desk, tmp_path: Path
) -> None:
    files = members(sent(acme, tmp_path / "acme.soc2desk"))
    odd = tmp_path / "odd.soc2desk"
    packed(odd, {**files, "evidence/e-0002.csv": b"0" * 5_000_000}, method=zipfile.ZIP_DEFLATED)
    refused = [odd.read_bytes()]
    packed(odd, {**files, "evidence/e-0002.csv": b"more"}, relist=False)
    refused.append(odd.read_bytes())
    packed(odd, {name: raw for name, raw in files.items() if name != "project.json"})
    refused.append(odd.read_bytes())
    packed(odd, files)
    with zipfile.ZipFile(odd, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(zipfile.ZipInfo("project.json"), b"{}")
    refused.append(odd.read_bytes())
    link = zipfile.ZipInfo("evidence/e-0002.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(odd, "w") as archive:
        for name, raw in files.items():
            archive.writestr(zipfile.ZipInfo(name), raw)
        archive.writestr(link, b"/etc/passwd")
    refused.append(odd.read_bytes())
    for raw in refused:
        odd.write_bytes(raw)
        with pytest.raises(NotWhole):
            taken(desk, odd)
        assert nothing_made(desk)


def test_members_that_lie_over_one_another_cannot_be_more_than_their_file(
    acme: Path, desk: Desk, tmp_path: Path
) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(zipfile.ZipInfo("evidence/e-0001.csv"), b"0" * 100_000)
        (one,) = archive.infolist()
        for number in range(2, 200):
            other = zipfile.ZipInfo(f"evidence/e-{number:04}.csv")
            other.CRC, other.compress_size, other.file_size = one.CRC, one.compress_size, one.file_size
            other.header_offset = one.header_offset
            archive.filelist.append(other)
    path = tmp_path / "odd.soc2desk"
    path.write_bytes(target.getvalue())
    with pytest.raises(NotWhole, match="never writes"):
        taken(desk, path)
    assert nothing_made(desk)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"S2DLOCK", b"hello" * 99])
def test_what_is_no_file_of_ours_is_said_to_be_none(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.soc2desk"
    path.write_bytes(content)
    with pytest.raises(ProjectProblem):
        taken(desk, path, PASSWORD)
    assert nothing_made(desk)


@pytest.mark.parametrize(
    "said", [b"[]", b"{}", b'{"form": 2}', b'{"form": 1, "files": 3}', b"[" * 90_000, b'{"form": true}', b"\xff"]
)
def test_a_list_that_is_none_is_told(acme: Path, desk: Desk, tmp_path: Path, said: bytes) -> None:
    files = members(sent(acme, tmp_path / "acme.soc2desk"))
    path = packed(tmp_path / "odd.soc2desk", {**files, LIST: said}, relist=False)
    with pytest.raises(ProjectProblem, match=r"list of files|newer soc2desk"):
        taken(desk, path)


def test_a_project_a_picture_or_a_style_that_cannot_be_read_stops_it_and_nothing_stays(
    acme: Path, desk: Desk, tmp_path: Path
) -> None:
    files = members(sent(acme, tmp_path / "acme.soc2desk"))
    period = "earlier/2026-01-01-to-2026-06-30/"
    for name, raw in (
        ("project.json", b"{"),
        ("project.json", files["project.json"].replace(b'"format": "', b'"format": "9')),
        (f"{period}project.json", b"[]"),
        ("logo.png", b"<svg/>"),
        ("firm-logo.jpg", b"\x89PNG\r\n\x1a\n"),
        ("style.docx", b"PK no Word file"),
    ):
        path = packed(tmp_path / "odd.soc2desk", {**files, name: raw})
        with pytest.raises(Problem):
            taken(desk, path)
        assert nothing_made(desk), name


def test_a_project_of_an_older_soc2desk_is_taken_in_as_one_of_today_and_of_a_newer_one_refused(
    acme: Path, desk: Desk, tmp_path: Path
) -> None:
    path = sent(acme, tmp_path / "acme.soc2desk")
    with older_format():
        folder = taken(desk, path)
        assert open_folder(folder, catalogue()).project.answers["service"].value == OLD_NAME
        newer = sent(folder, tmp_path / "newer.soc2desk")
    with pytest.raises(ProjectProblem, match="newer soc2desk"):
        taken(desk, newer, name="Newer")
    assert [one.name for one in desk.workspace.iterdir() if one.is_dir()] == ["acme"]


def test_the_name_in_a_file_is_text_on_one_line_and_can_paint_nothing(acme: Path, desk: Desk, tmp_path: Path) -> None:
    files = members(sent(acme, tmp_path / "acme.soc2desk"))
    said = json.loads(files[LIST])
    said["name"] = "../Evil\n\x1b[31m\u202e name "
    path = packed(tmp_path / "odd.soc2desk", {**files, LIST: json.dumps(said).encode()})
    folder = taken(desk, path)
    assert folder == desk.workspace / "evil-31m-name"
    assert open_folder(folder, catalogue()).name == "../Evil [31m name"


def test_a_file_from_a_clock_that_runs_ahead_is_not_taken(acme: Path, desk: Desk, tmp_path: Path) -> None:
    ahead = {"evidence.e-0001": evidence("Users", **{**FILE, "received": "2090-01-01"})}
    folder = create(tmp_path / "ahead", "Ahead", entered(sample("tamarack"), ahead), catalogue())
    with pytest.raises(ProjectProblem, match="clock"):
        taken(desk, sent(folder, tmp_path / "ahead.soc2desk"))
    assert nothing_made(desk)


def test_whatever_one_does_to_a_file_it_is_refused_or_gives_the_very_same_project(
    acme: Path, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = sent(acme, tmp_path / "acme.soc2desk").read_bytes()
    locked = sent(acme, tmp_path / "locked.soc2desk", PASSWORD).read_bytes()
    whole, refused = tree(acme), 0
    odd = tmp_path / "odd.soc2desk"
    for number in range(MUTATIONS):
        chance = Random(number)  # noqa: S311 - nothing secret
        is_locked = number % 10 == 0  # making the key takes a moment
        raw = bytearray(locked if is_locked else plain)
        at = chance.randrange(len(raw)) if chance.random() < 0.5 else len(raw) - 1 - chance.randrange(900)
        match chance.randrange(4):
            case 0 | 1:
                raw[at] ^= 1 << chance.randrange(8)
            case 2:
                del raw[at:]
            case _:
                raw[at:at] = chance.randbytes(1 + chance.randrange(40))
        odd.write_bytes(raw)
        try:
            folder = taken(desk, odd, PASSWORD if is_locked else "", f"Try {number}")
        except Problem:
            refused += 1
            continue
        assert not is_locked, number
        assert {name: said for name, said in without_origin(folder).items() if name != "project.json"} == {
            name: said for name, said in whole.items() if name != "project.json"
        }
        assert open_folder(folder, catalogue()).project == open_folder(acme, catalogue()).project
        shutil.rmtree(folder)
    assert nothing_made(desk)
    assert refused > MUTATIONS // 2
    with capsys.disabled():
        sys.__stderr__.write(
            f"\n{MUTATIONS} changed files for a colleague: {refused} refused, no other project taken in\n"
        )


def test_what_stops_in_the_middle_leaves_nothing_on_either_side(
    acme: Path, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sent(acme, tmp_path / "acme.soc2desk")
    steps = take_in(desk, path)
    next(steps)
    steps.close()
    assert nothing_made(desk)
    before = tree(tmp_path)
    going = send(desk, acme, tmp_path / "other.soc2desk", with_evidence=True)
    next(going)
    going.close()
    assert tree(tmp_path) == before

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sending.os, "fsync", full)
    with pytest.raises(FileProblem, match="disk is full"):
        list(send(desk, acme, tmp_path / "other.soc2desk", with_evidence=True))
    monkeypatch.setattr(taking_in.os, "fsync", full)
    with pytest.raises(FileProblem, match="disk is full"):
        taken(desk, path)
    assert tree(tmp_path) == before


def test_what_a_stopped_program_left_is_gone_after_the_next_time_and_never_listed(
    acme: Path, desk: Desk, tmp_path: Path
) -> None:
    from soc2desk.storage.projects import names

    left = desk.workspace / ".taking-in-other"
    shutil.copytree(acme, left)
    assert names(desk.workspace) == ()
    (tmp_path / ".acme.soc2desk.new").write_bytes(b"half")
    taken(desk, sent(acme, tmp_path / "acme.soc2desk"))
    assert not left.exists()
    assert not (tmp_path / ".acme.soc2desk.new").exists()


def test_a_file_that_is_written_to_while_it_is_copied_stops_it(acme: Path, desk: Desk, tmp_path: Path) -> None:
    big = acme / "evidence" / NAME
    big.write_bytes(b"0" * 9_000_000)
    steps = send(desk, acme, tmp_path / "acme.soc2desk", with_evidence=True)
    while next(steps).what != f"evidence/{NAME}":
        pass
    with big.open("ab") as file:
        file.write(b"more")
    with pytest.raises(FileProblem, match="changed while it was copied"):
        list(steps)
    assert not (tmp_path / "acme.soc2desk").exists()


def test_a_project_that_is_saved_while_it_is_copied_stops_it(acme: Path, desk: Desk, tmp_path: Path) -> None:
    steps = send(desk, acme, tmp_path / "acme.soc2desk", with_evidence=True)
    next(steps)
    file = acme / "project.json"
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(FileProblem, match="changed by another program"):
        list(steps)
    assert not (tmp_path / "acme.soc2desk").exists()


@pytest.mark.parametrize("password", ["", PASSWORD], ids=["open", "locked"])
def test_memory_does_not_grow_with_the_evidence(acme: Path, desk: Desk, tmp_path: Path, password: str) -> None:
    large = 48 * 1024**2
    with (acme / "evidence" / NAME).open("wb") as file:
        file.truncate(large)
    _ = desk.catalogue
    tracemalloc.start()
    try:
        taken(desk, sent(acme, tmp_path / "acme.soc2desk", password), password)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < large / 2
