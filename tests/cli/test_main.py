from __future__ import annotations

import importlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from soc2desk.cli import main as line
from tests.cli.driving import ROOT, Run, alone, command, surroundings

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.first_sight import FirstSight

HEAVY = {"docx", "jinja2", "lxml", "PySide6", "reportlab", "rich", "tinydb", "xlsxwriter", "yaml"}


def test_alone_and_with_the_command_desk_it_opens_the_window(tmp_path: Path) -> None:
    opened: list[tuple[Path, Path | None]] = []

    def show(sight: FirstSight, folder: Path | None) -> int:
        opened.append((sight.desk.workspace, folder))
        return 0

    workspace = str(tmp_path)
    assert line.main(["--workspace", workspace, "new", "acme", "--quiet"]) == 0
    for typed in ([], ["desk"], ["desk", "Acme"], ["desk", str(tmp_path / "acme")]):
        assert line.main(["--workspace", workspace, *typed], lambda: show) == 0
    assert opened == [(tmp_path, folder) for folder in (None, None, tmp_path / "acme", tmp_path / "acme")]


def test_without_a_display_the_window_says_so_in_one_sentence(tmp_path: Path) -> None:
    bare = {name: value for name, value in surroundings(SOC2DESK_HOME=str(tmp_path)).items()
            if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}  # fmt: skip
    done = subprocess.run([sys.executable, "-m", "soc2desk"], cwd=ROOT, env=bare, capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("There is no display here")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", line.COMMANDS)
def test_every_command_has_help(name: str, run: Run) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"usage: soc2desk {name}")
    assert "--workspace DIR" in ran.out
    assert "--quiet" in ran.out


def loaded_by(asked: str, wanted: str) -> str:
    shown = (
        "import sys\nfrom soc2desk.cli.main import main\n"
        f"try:\n    main({asked})\nexcept SystemExit:\n    pass\nprint(sorted({wanted}))"
    )
    done = subprocess.run([sys.executable, "-c", shown], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_help_loads_no_heavy_library() -> None:
    assert loaded_by("['--help']", f"{HEAVY!r} & set(sys.modules)") == "[]"


def test_a_command_that_is_named_loads_no_other_one() -> None:
    commands = "name for name in sys.modules if name.endswith('_command')"
    assert loaded_by("['tag', '--help']", commands) == "['soc2desk.cli.commands.tag_command']"


@pytest.mark.parametrize(
    "arguments",
    [("bild",), ("check",), ("build", "x"), ("verify", "a", "b"), ("set", "p", "a=1", "--nonsense"), ("approve", "p")],
)
def test_wrong_usage_is_two_with_the_way_to_the_help(arguments: tuple[str, ...], run: Run) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert "--help" in ran.err
    assert "Traceback" not in ran.err


def test_what_is_not_understood_is_named_with_its_command(run: Run) -> None:
    ran = run("verify", "somewhere", "--fast")
    assert ran.code == 2
    assert ran.err == "This is not understood: --fast.\nSee: soc2desk verify --help\n"


def test_the_version_is_printed(run: Run) -> None:
    ran = run("--version")
    assert (ran.code, ran.out.split()[0]) == (0, "soc2desk")


def test_the_workspace_may_be_named_before_or_after_the_command_or_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    run("new", "acme", "--workspace", one)
    monkeypatch.setenv("SOC2DESK_HOME", str(other))
    run("new", "boreal")
    assert run("--workspace", one, "projects").out == "acme  acme\n"
    assert run("projects", "--workspace", one).out == "acme  acme\n"
    assert run("projects").out == "boreal  boreal\n"


def test_quiet_may_stand_before_or_after_the_command(run: Run) -> None:
    assert run("--quiet", "new", "acme").out == ""
    assert run("new", "boreal", "--quiet").out == ""
    assert run("new", "cedar").out != ""


def test_a_workspace_that_is_a_file_is_said_plainly(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a-file"
    file.write_text("mine", encoding="utf-8")
    for arguments in (("projects",), ("new", "acme")):
        ran = run(*arguments, "--workspace", file)
        assert ran.code == 5
        assert str(file) in ran.err
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_fault_of_ours_is_a_sentence_and_a_stack_only_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError("what a person answered")

    monkeypatch.setattr(importlib.import_module("soc2desk.cli.commands.projects_command"), "run", broken)
    ran = run("projects")
    assert ran.code == 70
    assert "ZeroDivisionError at soc2desk/cli/main.py:" in ran.err
    assert "Traceback" not in ran.err
    assert "answered" not in ran.err
    monkeypatch.setenv("SOC2DESK_DEBUG", "1")
    asked = run("projects").err
    assert "Traceback" in asked
    assert "what a person answered" in asked


def test_ctrl_c_is_a_note_and_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(importlib.import_module("soc2desk.cli.commands.projects_command"), "run", stopped)
    ran = run("projects")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.startswith("Stopped.")
    assert run("projects", "--quiet").err == ""


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        command("schema"), cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as going:
        assert going.stdout is not None
        assert going.stderr is not None
        going.stdout.close()
        complaints = going.stderr.read()
        assert going.wait() == 0
    assert complaints == b""


def test_a_terminal_without_accents_gets_escapes_and_no_fault() -> None:
    done = alone("new", "x", "--sample", "nö", PYTHONIOENCODING="ascii", PYTHONUTF8="")
    assert done.returncode == 2
    assert "n\\xf6" in done.stderr
