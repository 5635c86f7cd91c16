from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from soc2desk.app.desk import DEMO_SAMPLE, Desk, date_from_environment, open_desk
from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem


def test_projects_are_kept_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_desk(tmp_path / "here").workspace == tmp_path / "here"
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "there"))
    assert open_desk().workspace == tmp_path / "there"
    monkeypatch.setenv("SOC2DESK_HOME", "  ")
    assert open_desk().workspace.name == "soc2desk"


def test_a_name_is_a_project_and_a_path_is_a_file(tmp_path: Path) -> None:
    desk = Desk(tmp_path, date(2026, 11, 20))
    with pytest.raises(ProjectProblem, match="There is no project acme"):
        desk.source("acme")
    for file in ("acme.yaml", "acme.YML", "./acme", "some/acme"):
        with pytest.raises(FileProblem):
            desk.source(file)


def test_the_demo_is_one_of_the_samples(tmp_path: Path) -> None:
    desk = Desk(tmp_path, date(2026, 11, 20))
    assert DEMO_SAMPLE in desk.samples()
    assert desk.sample(DEMO_SAMPLE).is_file()
    with pytest.raises(UsageProblem) as caught:
        desk.sample("zzz")
    assert caught.value.hint is not None
    assert DEMO_SAMPLE in caught.value.hint


def test_days_in_a_file_are_told_and_those_in_a_shipped_sample_are_not(tmp_path: Path) -> None:
    desk = Desk(tmp_path, date(2026, 11, 20))
    sample = desk.sample(DEMO_SAMPLE)
    copy = tmp_path / sample.name
    copy.write_bytes(sample.read_bytes())
    assert desk.answers_file(copy).project.days_are_told
    assert not desk.answers_file(sample).project.days_are_told


def test_the_date_of_the_environment_is_in_utc() -> None:
    assert date_from_environment({}) is None
    assert date_from_environment({"SOURCE_DATE_EPOCH": " "}) is None
    assert date_from_environment({"SOURCE_DATE_EPOCH": "0"}) == date(1970, 1, 1)
    assert date_from_environment({"SOURCE_DATE_EPOCH": "86399"}) == date(1970, 1, 1)
    assert date_from_environment({"SOURCE_DATE_EPOCH": "86400"}) == date(1970, 1, 2)


@pytest.mark.parametrize("given", ["x", "-1", "1.0", "1e9", "1_0", "٣", "9" * 25])
def test_a_date_of_the_environment_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(UsageProblem, match="SOURCE_DATE_EPOCH"):
        date_from_environment({"SOURCE_DATE_EPOCH": given})
