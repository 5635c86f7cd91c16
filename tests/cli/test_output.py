from __future__ import annotations

import io
import json
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from soc2desk.cli.output import Output
from soc2desk.domain.problems import FileProblem, ProjectProblem, SeveralProblems
from soc2desk.domain.steps import Step

if TYPE_CHECKING:
    from collections.abc import Generator


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def steps(cleaned: list[str] | None = None) -> Generator[Step, None, str]:
    try:
        yield Step(1, 2, "A policy (pdf)")
        yield Step(2, 2, "[bold]A plan[/nonsense] (docx)")
    finally:
        if cleaned is not None:
            cleaned.append("cleaned")
    return "made"


def test_a_pipe_gets_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert Output().follow(steps(), "Making") == "made"
    said = capsys.readouterr()
    assert said.err.splitlines() == ["1 of 2  A policy (pdf)", "2 of 2  [bold]A plan[/nonsense] (docx)"]
    assert said.out == ""


@pytest.mark.parametrize("output", [Output(quiet=True), Output(as_json=True)])
def test_quiet_and_json_get_no_progress(output: Output, capsys: pytest.CaptureFixture[str]) -> None:
    assert output.follow(steps(), "Making") == "made"
    assert capsys.readouterr() == ("", "")


def test_a_terminal_gets_a_bar_in_which_brackets_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert Output().follow(steps(), "Making") == "made"
    assert "1 of 2" not in screen.getvalue()
    assert "\x1b[" in screen.getvalue()


def test_the_bar_runs_no_thread_since_processes_are_forked_beneath_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    before = threading.active_count()

    def counting() -> Generator[Step, None, int]:
        yield Step(1, 1, "A policy (pdf)")
        return threading.active_count()

    assert Output().follow(counting(), "Making") == before


def test_an_act_cleans_up_before_the_command_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    cleaned: list[str] = []

    def closed(_: str) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(sys.stderr, "write", closed)
    with pytest.raises(BrokenPipeError):
        Output().follow(steps(cleaned), "Making")
    assert cleaned == ["cleaned"]


def test_a_name_cannot_paint_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output()
    output.say("a\x1b[2Jb\rc\u202ed\tZoë\nnext")
    output.note("\x9bm")
    output.problem(FileProblem("It cannot be read.", where="\x1b]0;title\x07.csv"))
    told = capsys.readouterr()
    assert told.out == "a\\x1b[2Jb\\rc\\u202ed\tZoë\nnext\n"
    assert told.err == "\\x9bm\nIt cannot be read.\n  where: \\x1b]0;title\\x07.csv\n"


def test_several_problems_are_all_said(capsys: pytest.CaptureFixture[str]) -> None:
    several = SeveralProblems([ProjectProblem("One.", where="a, line 1", hint="Mend it."), ProjectProblem("Two.")])
    Output().problem(several)
    assert capsys.readouterr().err == "One.\n  where: a, line 1\n  Mend it.\nTwo.\n"
    Output(as_json=True).problem(several)
    said = json.loads(capsys.readouterr().out)
    assert [problem["message"] for problem in said["problems"]] == ["One.", "Two."]


def test_json_stays_json_where_the_system_knows_no_accents(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii"))
    Output().json({"company": "Érable 🍁"})
    assert json.loads(raw.getvalue().decode("ascii")) == {"company": "Érable 🍁"}


def test_a_file_is_written_in_utf_8_whatever_the_system_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "cp1252"))
    Output().raw("company: Érable 🍁\n")
    assert raw.getvalue().decode("utf-8") == "company: Érable 🍁\n"
