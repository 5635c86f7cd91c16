"""A release appears whole or not at all, and the same commit gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from soc2desk import __version__
from soc2desk.domain.problems import Problem
from tests.thorough import IS_THOROUGH
from tests.tools.release.made_up import commit, git, put_file, small_project
from tools.release import __main__ as release_tool
from tools.release.audit import Audit
from tools.release.traces import check_traces, hosts

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="a release is made with git")
FILES = {
    "SHA256SUMS", "soc2desk-7.1.0-licences.txt", "soc2desk-7.1.0-pins.txt", "soc2desk-7.1.0-py3-none-any.whl",
    "soc2desk-7.1.0.cdx.json", "soc2desk-7.1.0.tar.gz",
}  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small project at a commit; nobody is asked for weaknesses."""
    monkeypatch.setattr(release_tool, "audit", lambda _: Audit(why_not="no network in tests"))
    return small_project(tmp_path / "some" / "where" / "checkout")


@pytest.mark.skipif(not IS_THOROUGH or not (ROOT / ".git").exists(), reason="make validate makes a release of this one")
def test_this_project_can_be_released(checkout: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(ROOT), str(tmp_path / "this one"))
    target, _ = release_tool.release(tmp_path / "this one", tmp_path / "out")
    assert f"soc2desk-{__version__}.cdx.json" in contents(target)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_release_holds_archives_bill_licences_pins_and_sums_that_match(checkout: Path, tmp_path: Path) -> None:
    target, _ = release_tool.release(checkout, tmp_path / "out")
    made = contents(target)
    assert made.keys() == FILES
    sums = dict(reversed(line.split("  ")) for line in made["SHA256SUMS"].decode().splitlines())
    assert sums == {name: hashlib.sha256(raw).hexdigest() for name, raw in made.items() if name != "SHA256SUMS"}
    bill = json.loads(made["soc2desk-7.1.0.cdx.json"])
    assert {one["name"] for one in bill["components"]} == {"tinydb", "resources/icons/dot.svg"}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["soc2desk-7.1.0"]


def test_the_same_commit_gives_the_same_bytes_in_another_place_with_litter_and_other_times(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = release_tool.release(checkout, tmp_path / "out")
    there = tmp_path / "another place"
    git(tmp_path, "clone", "--quiet", str(checkout), str(there))
    put_file(there / ".git" / "info" / "exclude", "litter.svg\n")
    put_file(there / "resources" / "icons" / "litter.svg", "<svg/>")
    for path in there.rglob("*.*"):
        os.utime(path, (0, 1_000_000_000))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    second, _ = release_tool.release(there, there / "out")
    assert contents(second) == contents(first)


def test_a_release_is_never_put_over_other_bytes_of_the_same_version(checkout: Path, tmp_path: Path) -> None:
    target, _ = release_tool.release(checkout, tmp_path / "out")
    before = contents(target)
    assert contents(release_tool.release(checkout, tmp_path / "out")[0]) == before
    put_file(checkout / "soc2desk" / "new.py", "")
    commit(checkout)
    with pytest.raises(Problem, match="with other bytes"):
        release_tool.release(checkout, tmp_path / "out")
    assert contents(target) == before


def not_committed(project: Path) -> None:
    put_file(project / "soc2desk" / "new.py", "")


def no_pin(project: Path) -> None:
    put_file(project / "constraints.txt", "")
    commit(project)


def a_font_of_unknown_origin(project: Path) -> None:
    put_file(project / "resources" / "Nice.ttf", "font")
    commit(project)


def a_path_of_this_computer(project: Path) -> None:
    put_file(project / "soc2desk" / "made_at.py", f"HERE = '{project}/soc2desk'\n")
    commit(project)


def a_file_that_cannot_be_built(project: Path) -> None:
    put_file(project / "pyproject.toml", "[project]\nname = 'soc2desk'\n")
    commit(project)


def no_git(project: Path) -> None:
    shutil.rmtree(project / ".git")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (not_committed, "not committed"),
        (no_pin, "no line in constraints.txt"),
        (a_font_of_unknown_origin, "where these files come from"),
        (a_path_of_this_computer, r"the computer they were made on. \(soc2desk/made_at.py"),
        (a_file_that_cannot_be_built, "could not be built"),
        (no_git, "made from a checkout with git"),
    ],
)
def test_a_step_that_fails_leaves_nothing(
    checkout: Path, tmp_path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    spoil(checkout)
    with pytest.raises(Problem, match=told):
        release_tool.release(checkout, tmp_path / "new" / "out")
    assert not (tmp_path / "new").exists()


def test_a_known_weakness_leaves_nothing_in_a_folder_that_was_there_and_all_that_was_in_it(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_tool, "audit", lambda _: Audit(known=("tinydb 4: PYSEC-2026-1, mended in 5",)))
    put_file(tmp_path / "out" / "mine.txt", "kept")
    with pytest.raises(Problem, match="PYSEC-2026-1"):
        release_tool.release(checkout, tmp_path / "out")
    assert contents(tmp_path / "out") == {"mine.txt": b"kept"}


def test_who_makes_a_release_is_told_that_nobody_was_asked_and_what_is_brought_along(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release_tool, "ROOT", checkout)
    monkeypatch.setattr("sys.argv", ["release", "--out", str(tmp_path / "out")])
    assert release_tool.main() == 0
    told = capsys.readouterr().out
    assert "NOT AUDITED" in told
    assert "no network in tests" in told
    assert "tinydb==" in told


def test_who_makes_a_release_is_told_what_stands_in_the_way(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release_tool, "ROOT", checkout)
    monkeypatch.setattr("sys.argv", ["release", "--out", str(tmp_path / "out")])
    not_committed(checkout)
    assert release_tool.main() == 1
    assert "No release was made. There are changes that are not committed" in capsys.readouterr().err


def test_the_host_of_an_own_index_is_a_trace_and_that_of_everybody_is_none() -> None:
    words = "global.index-url='https://ana:secret@packages.example.org/simple' https://pypi.org/simple file:///opt/x"
    assert hosts(words.replace("'", " ")) == ["packages.example.org"]
    with pytest.raises(Problem, match=r"lock\.txt"):
        check_traces([("lock.txt", b"from packages.example.org"), ("b.txt", b"")], [b"packages.example.org"])
