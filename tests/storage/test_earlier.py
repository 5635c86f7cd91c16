from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.earlier import (
    bring_back_evidence,
    earlier_periods,
    evidence_files,
    forget_period,
    keep_period,
    let_go,
)
from soc2desk.storage.evidence_files import EARLIER

if TYPE_CHECKING:
    from pathlib import Path

PERIOD = "2027-01-01-to-2027-06-30"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "acme"
    (folder / "evidence" / "below").mkdir(parents=True)
    (folder / "project.json").write_text("{}", encoding="utf-8")
    (folder / "logo.png").write_bytes(b"logo")
    (folder / "evidence" / "old.csv").write_text("old", encoding="utf-8")
    (folder / "evidence" / "below" / "kept.csv").write_text("kept", encoding="utf-8")
    return folder


def held(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_period_is_kept_whole_and_nothing_is_taken_away(project: Path) -> None:
    before = held(project)
    kept = keep_period(project, PERIOD, {"below/kept.csv"})
    assert held(kept.folder) == before
    assert {name: text for name, text in held(project).items() if not name.startswith(EARLIER)} == before
    assert [one.name for one in earlier_periods(project)] == [PERIOD]


def test_a_link_to_a_file_elsewhere_brings_nothing_of_it_in(project: Path) -> None:
    secret = project.parent / "secret"
    secret.write_text("of nobody else", encoding="utf-8")
    for name in ("logo.png", "evidence/old.csv"):
        (project / name).unlink()
        (project / name).symlink_to(secret)
    kept = keep_period(project, PERIOD, ())
    assert sorted(held(kept.folder)) == ["evidence/below/kept.csv", "project.json"]


def test_a_file_that_goes_on_is_a_copy_of_its_own(project: Path) -> None:
    kept = keep_period(project, PERIOD, {"below/kept.csv"})
    (project / "evidence" / "below" / "kept.csv").write_text("changed", encoding="utf-8")
    assert (kept.folder / "evidence" / "below" / "kept.csv").read_text(encoding="utf-8") == "kept"


def test_what_leaves_stays_with_the_kept_period_and_can_be_brought_back(project: Path) -> None:
    kept = keep_period(project, PERIOD, {"below/kept.csv"})
    let_go(project, ["old.csv", "never-there.csv"])
    assert evidence_files(project) == ("below/kept.csv",)
    (project / "evidence" / "below" / "kept.csv").write_text("newer", encoding="utf-8")
    bring_back_evidence(project, kept)
    assert (project / "evidence" / "old.csv").read_text(encoding="utf-8") == "old"
    assert (project / "evidence" / "below" / "kept.csv").read_text(encoding="utf-8") == "newer"


def test_what_an_interrupted_act_left_is_made_anew_and_another_state_gets_another_name(project: Path) -> None:
    first = keep_period(project, PERIOD, ())
    assert keep_period(project, PERIOD, ()) == first
    (project / "project.json").write_text('{"other": 1}', encoding="utf-8")
    assert keep_period(project, PERIOD, ()).name == f"{PERIOD}-2"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights are not refused here")
def test_where_nothing_can_be_written_nothing_stays(project: Path) -> None:
    project.chmod(0o500)
    try:
        with pytest.raises(FileProblem, match="nothing was changed"):
            keep_period(project, PERIOD, ())
    finally:
        project.chmod(0o700)
    assert not (project / EARLIER).exists()


def test_without_evidence_there_is_none_to_list(tmp_path: Path) -> None:
    assert evidence_files(tmp_path) == ()
    assert earlier_periods(tmp_path) == ()


def test_half_a_file_is_never_left_under_the_name_of_the_whole_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep_period(project, PERIOD, ())
    let_go(project, ["old.csv"])

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"o")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copy2", full)
        with pytest.raises(FileProblem, match="The disk is full"):
            bring_back_evidence(project, kept)
    assert evidence_files(project) == ("below/kept.csv",)
    bring_back_evidence(project, kept)
    assert (project / "evidence" / "old.csv").read_text(encoding="utf-8") == "old"


def test_a_period_that_was_kept_stays_until_its_new_copy_is_whole(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep_period(project, PERIOD, ())
    before = held(first.folder)
    monkeypatch.setattr(shutil, "copy2", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(FileProblem):
        keep_period(project, PERIOD, ())
    assert held(first.folder) == before


def test_a_period_is_taken_back_only_where_the_project_did_not_go_on(project: Path) -> None:
    kept = keep_period(project, PERIOD, ())
    (project / "project.json").write_text('{"other": 1}', encoding="utf-8")
    forget_period(project, kept)
    assert earlier_periods(project) == (kept,)
    (project / "project.json").write_text("{}", encoding="utf-8")
    forget_period(project, kept)
    assert not (project / EARLIER).exists()
    assert (project / "evidence" / "old.csv").is_file()
