"""The questionnaire from the command line, from a cold start to answers that are taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from soc2desk.cli.main import main
from tests.app.asked_clients import answered_workbook
from tests.app.filled_questionnaires import fill_workbook

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    assert main(["new", "Northpier"]) == 0
    assert main(["set", "northpier", "people.maya-brandt.name=Maya Brandt"]) == 0
    path = tmp_path / "questions.xlsx"
    assert main(["questionnaire", "northpier", "--out", str(path)]) == 0
    return path


def test_a_client_is_asked_shown_taken_and_nothing_is_left_to_take(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered_workbook(file)
    assert main(["set", "northpier", "province=ON"]) == 0
    assert main(["questionnaire", "northpier", "--read", str(file), "--show"]) == 1
    shown = capsys.readouterr().out
    assert "Filled in by Maya Brandt." in shown
    assert "answers.province  clash  [left as it is here]" in shown
    assert "Ontario -> Quebec" in shown
    assert main(["questionnaire", "northpier", "--read", str(file), "--leave", "people.luc-tremblay"]) == 1
    assert main(["questionnaire", "northpier", "--read", str(file), "--take", "answers.province", "--take",
                 "people.luc-tremblay"]) == 0  # fmt: skip
    capsys.readouterr()
    assert main(["questionnaire", "northpier", "--read", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["what"] for one in told["answers"]} == {"same"}
    assert (told["person"], told["not_taken"]) == ("maya-brandt", [])


def test_who_adds_the_unknown_signer_as_told_and_reads_again_has_the_answers_confirmed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered_workbook(file, "Nora Quist")
    capsys.readouterr()
    assert main(["questionnaire", "northpier", "--read", str(file)]) == 1
    assert "Add Nora Quist to the people and read the file again." in capsys.readouterr().out
    assert main(["set", "northpier", "people.nora-quist.name=Nora Quist"]) == 0
    capsys.readouterr()
    assert main(["questionnaire", "northpier", "--read", str(file)]) == 0
    said = capsys.readouterr().out
    assert "answers.province  confirms\n" in said
    assert "Quebec, not confirmed -> Quebec\n" in said
    assert "left as it is here" not in said
    assert main(["questionnaire", "northpier", "--read", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["what"] for one in told["answers"]} == {"same"}


def test_what_cannot_be_read_ends_in_one_and_is_not_taken(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill_workbook(file, {"answers.window_start": "03/04/2027"})
    assert main(["questionnaire", "northpier", "--read", str(file)]) == 1
    said = capsys.readouterr()
    assert "not taken: When does the period begin?" in said.out
    assert "two ways" in said.out
    assert "There was nothing to take." in said.err


def test_what_is_not_meant_is_said(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(file.parent)
    wrong: tuple[tuple[list[str], int], ...] = (
        ([], 2),
        (["--out", "a.pdf"], 2),
        (["--out", "a.docx", "--pages", "comany"], 2),
        (["--out", "a.docx", "--show"], 2),
        (["--read", "a.docx", "--all"], 2),
        (["--read", "nothing.docx"], 5),
        (["--out", "questions.xlsx"], 5),
        (["--read", "questions.xlsx", "--take", "answers.company"], 2),
    )
    for words, code in wrong:
        capsys.readouterr()
        assert main(["questionnaire", "northpier", *words]) == code, words
        assert capsys.readouterr().err, words
    assert list(file.parent.glob("a.*")) == []
