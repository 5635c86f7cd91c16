from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.problems import FileProblem
from soc2desk.storage.earlier import EARLIER, bring_back_evidence, earlier_periods, evidence_files, keep_period, let_go

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
