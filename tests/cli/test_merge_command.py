"""Two copies of one project are brought together from a terminal: shown first, applied when somebody chose."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from soc2desk.cli.main import main
from soc2desk.storage import locked_file, sending
from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "people.renee-claire-muise.title"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where Ana's and Ben's copies stand, made once: both changed one answer, and each something else."""
    place = tmp_path_factory.mktemp("copies")
    here, there = ("--workspace", str(place / "workspace")), ("--workspace", str(place / "there"))
    theirs = ("company=Tamarack B", "people.sam.name=Sam Roy", "owners.ACC-07.owner=sam")
    for command in (
        ("new", "Tamarack", "--sample", "tamarack", *here),
        ("export", "tamarack", str(place / "to-ben.soc2desk"), *here),
        ("take-in", str(place / "to-ben.soc2desk"), *there),
        ("set", "tamarack", f"{TITLE}=President", "company=Tamarack A", *here),
        ("set", "tamarack", *theirs, *there),
        ("export", "tamarack", str(place / "ben.soc2desk"), *there),
    ):
        assert main([*command, "--quiet"]) == 0
    return place


@pytest.fixture
def copies(made: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return Ana's folder, in the workspace, and a file from Ben."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "workspace" / "tamarack", tmp_path / "ben.soc2desk"


def test_what_differs_is_shown_side_by_side_and_nothing_is_changed(copies: tuple[Path, Path], run: Run) -> None:
    folder, file = copies
    before = tree(folder)
    for options in (("--show",), ()):
        shown = run("merge", "tamarack", file, *options)
        assert shown.code == 1
        assert "answers.company  What is the company called?\n    [choose] Both changed it." in shown.out
        assert f"{'Tamarack A':46} | Tamarack B" in shown.out
        assert "[theirs is taken] It was changed in the other copy alone." in shown.out
        assert "not there" in shown.out
        assert "nothing was changed" in shown.err.lower()
    assert tree(folder) == before


def test_for_one_side_both_are_brought_together_and_the_next_time_there_is_nothing_to_bring(
    copies: tuple[Path, Path], run: Run
) -> None:
    folder, file = copies
    theirs = file.read_bytes()
    done = run("merge", "tamarack", file, "--take", "mine")
    assert (done.code, "2 differences taken from ben.soc2desk" in done.out) == (0, True)
    said = (folder / "project.json").read_text(encoding="utf-8")
    assert ("Tamarack A" in said, "Sam Roy" in said, '"President"' in said) == (True, True, True)
    again = run("merge", "tamarack", file)
    assert (again.code, again.out) == (0, "ben.soc2desk brings nothing: all that is in it stands here.\n")
    assert file.read_bytes() == theirs


def test_choices_stand_in_a_file_and_one_that_is_none_is_told_with_its_line(
    copies: tuple[Path, Path], run: Run, tmp_path: Path
) -> None:
    folder, file = copies
    chosen = tmp_path / "choices.yaml"
    for text, said in (
        ("people.sam: yours\n", "takes mine or theirs"),
        ("people.sem: mine\n", "is no difference"),
        ("- mine\n", "holds no choices"),
        ("answers.company: theirs\nanswers.company: mine\n", "twice"),
    ):
        chosen.write_text(text, encoding="utf-8")
        refused = run("merge", "tamarack", file, "--choices", chosen)
        assert (refused.code, said in refused.err) == (2, True), refused.err
    chosen.write_text("vendors.*: mine\n", encoding="utf-8")
    refused = run("merge", "tamarack", file, "--choices", chosen)
    assert (refused.code, "vendors.* is no difference" in refused.err) == (2, True)
    chosen.write_text("answers.*: theirs\npeople.*: theirs\n", encoding="utf-8")
    shown = json.loads(run("merge", "tamarack", file, "--choices", chosen, "--show", "--json").out)
    said = {one["path"]: one["chosen"] for one in shown["differences"]}
    assert said["answers.company"] == "theirs"
    lines = ("answers.*: mine", "answers.company: theirs", "people.sam: mine", "owners.ACC-07.owner: mine")
    chosen.write_text("\n".join(lines), encoding="utf-8")
    assert run("merge", "tamarack", file, "--choices", chosen).code == 0
    said = (folder / "project.json").read_text(encoding="utf-8")
    assert ("Tamarack B" in said, "Sam Roy" in said) == (True, False)


def test_choices_that_do_not_fit_together_are_refused_and_nothing_is_changed(
    copies: tuple[Path, Path], run: Run, tmp_path: Path
) -> None:
    folder, file = copies
    (tmp_path / "choices.yaml").write_text("answers.company: mine\npeople.sam: mine\n", encoding="utf-8")
    before = tree(folder)
    refused = run("merge", "tamarack", file, "--choices", tmp_path / "choices.yaml")
    assert (refused.code, 'names the person "sam"' in refused.err) == (4, True)
    assert tree(folder) == before


def test_each_difference_is_asked_on_a_terminal_alone(
    copies: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = copies
    refused = run("merge", "tamarack", file, "--take", "ask")
    assert (refused.code, "no terminal" in refused.err) == (2, True)
    answers = iter(("?", "", "theirs"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert run("merge", "tamarack", file, "--take", "ask").code == 0
    assert "Tamarack B" in (folder / "project.json").read_text(encoding="utf-8")


def test_a_program_reads_the_differences_and_what_was_taken(copies: tuple[Path, Path], run: Run) -> None:
    _, file = copies
    shown = json.loads(run("merge", "tamarack", file, "--json").out)
    assert {one["path"]: one["chosen"] for one in shown["differences"]} == {
        "answers.company": None, TITLE: "mine", "people.sam": "theirs", "owners.ACC-07.owner": "theirs",
    }  # fmt: skip
    done = json.loads(run("merge", "tamarack", file, "--take", "theirs", "--json").out)
    assert done == {"same": False, "taken": ["answers.company", "people.sam", "owners.ACC-07.owner"], "missing": []}


def test_a_copy_under_a_password_a_folder_and_another_client(
    copies: tuple[Path, Path], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = sending.LockedWriter
    monkeypatch.setattr(sending, "LockedWriter", lambda file, password, _: kept(file, password, locked_file.LEAST_COST))
    there, locked, password = tmp_path / "there", tmp_path / "locked.soc2desk", tmp_path / "password.txt"
    password.write_text("four words of mine\n", encoding="utf-8")
    given = ("--password-file", password)
    assert run("export", "tamarack", locked, "--password", *given, "--workspace", there).code == 0
    assert run("merge", "tamarack", locked).code == 2
    assert run("merge", "tamarack", locked, "--show", *given).code == 1
    assert run("merge", "tamarack", there / "tamarack", "--show").code == 1
    shutil.rmtree(there)
    assert run("new", "Birch", "--sample", "brightwater").code == 0
    refused = run("merge", "tamarack", tmp_path / "workspace" / "birch")
    assert (refused.code, "a copy of another project, of Brightwater" in refused.err) == (4, True)


def test_a_name_in_a_copy_paints_no_terminal(copies: tuple[Path, Path], run: Run, tmp_path: Path) -> None:
    _, file = copies
    assert run("set", "tamarack", "legal_name=\x1b[31mRed", "--workspace", tmp_path / "there").code in {0, 4}
    assert "\x1b" not in run("merge", "tamarack", tmp_path / "there" / "tamarack").out
    assert file.exists()
