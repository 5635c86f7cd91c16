"""Projects in a workspace: made, opened, saved and listed, and what is refused."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.domain.answers import Answer
from soc2desk.domain.people import Person
from soc2desk.domain.problems import FileProblem, ProjectProblem, SeveralProblems
from soc2desk.domain.project import Project
from soc2desk.storage.projects import Stored, create, names, open_project, save
from tests.storage.any_project import projects
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

ACME = Project(answers={"company": Answer("Acme")}, people=(Person("dana", "Dana Whitfield"),))
OTHER = Project(answers={"company": Answer("Acme Ltd.")})


@pytest.fixture
def acme(tmp_path: Path, catalogue: Catalogue) -> Stored:
    """A project called Acme, opened."""
    create(tmp_path, "Acme", ACME, catalogue)
    return open_project(tmp_path, "Acme", catalogue)


def _json(folder: Path) -> Any:
    return json.loads((folder / "project.json").read_bytes())


def test_a_project_that_was_created_opens_equal(tmp_path: Path, catalogue: Catalogue) -> None:
    folder = create(tmp_path / "new" / "place", "Acme Inc.", ACME, catalogue)
    stored = open_project(tmp_path / "new" / "place", "acme-inc", catalogue)
    assert (stored.project, stored.name, stored.folder) == (ACME, "Acme Inc.", folder)


@settings(max_examples=400 if IS_THOROUGH else 40)
@given(data=st.data())
def test_any_project_opens_equal(
    data: st.DataObject, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project, workspace = data.draw(projects(catalogue)), tmp_path_factory.mktemp("any")
    create(workspace, "any", project, catalogue)
    assert open_project(workspace, "any", catalogue).project == project


def test_the_file_says_its_format_and_the_program(acme: Stored) -> None:
    [meta] = _json(acme.folder)["meta"].values()
    assert meta["format"] == "1"
    assert meta["program"]


def test_a_saved_change_is_there_when_opened_again(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    saved = save(acme, OTHER, catalogue)
    again = open_project(tmp_path, "acme", catalogue)
    assert again.project == saved.project == OTHER
    assert again.revision == saved.revision != acme.revision


def test_one_save_is_one_replacement(acme: Stored, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    targets: list[str] = []
    real = os.replace
    monkeypatch.setattr(os, "replace", lambda old, new: (targets.append(Path(new).name), real(old, new)))
    save(acme, OTHER, catalogue)
    assert targets == ["project.json.bak", "project.json"]


def test_what_could_not_be_opened_again_is_never_written(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    before = (acme.folder / "project.json").read_bytes()
    with pytest.raises(ProjectProblem, match="at most 100,000 fit") as told:
        save(acme, Project(answers={"company": Answer("A" * 100_001)}), catalogue)
    assert told.value.where == "answers.company"
    assert (acme.folder / "project.json").read_bytes() == before
    saved = save(acme, Project(answers={"company": Answer("Acme\x07 Ltd.")}), catalogue)
    assert saved.project == open_project(tmp_path, "Acme", catalogue).project, "what is held is what was written"


def test_saving_what_is_saved_writes_nothing(acme: Stored, catalogue: Catalogue) -> None:
    assert save(acme, ACME, catalogue) == acme
    assert not (acme.folder / "project.json.bak").exists()


def test_several_saves_follow_one_another(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    save(save(acme, OTHER, catalogue), ACME, catalogue)
    assert open_project(tmp_path, "acme", catalogue).project == ACME


def test_of_two_people_saving_the_second_is_refused_and_the_first_kept(
    acme: Stored, tmp_path: Path, catalogue: Catalogue
) -> None:
    second = open_project(tmp_path, "acme", catalogue)
    save(acme, OTHER, catalogue)
    with pytest.raises(ProjectProblem, match="changed by another program"):
        save(second, Project(), catalogue)
    assert open_project(tmp_path, "acme", catalogue).project == OTHER


def test_nothing_is_saved_while_another_program_has_the_project_open(
    acme: Stored, tmp_path: Path, catalogue: Catalogue
) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLDS_IT, str(acme.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(ProjectProblem, match="The project acme is open on"):
            save(acme, OTHER, catalogue)
        other.communicate("close\n")
    assert open_project(tmp_path, "acme", catalogue) == acme


_HOLDS_IT = """
import sys
from datetime import datetime
from pathlib import Path
from soc2desk.storage.lock import open_alone
with open_alone(Path(sys.argv[1]), datetime(2026, 11, 22, 9, 30)):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_full_disk_leaves_the_saved_project(
    acme: Stored, tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(os, call, _full)
    with pytest.raises(FileProblem, match="The disk is full"):
        save(acme, OTHER, catalogue)
    monkeypatch.undo()
    assert open_project(tmp_path, "acme", catalogue) == acme


def _full(*_args: object, **_options: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_project_that_could_not_be_written_leaves_no_folder(
    tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(FileProblem):
        create(tmp_path, "Acme", ACME, catalogue)
    assert list(tmp_path.iterdir()) == []


def test_a_project_is_never_created_over_another(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    for name in ("Acme", "ACME", "  acme!"):
        with pytest.raises(ProjectProblem, match="The name acme is taken"):
            create(tmp_path, name, OTHER, catalogue)
    assert open_project(tmp_path, "acme", catalogue) == acme


def test_a_folder_in_other_letters_takes_the_name_too(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "ACME").mkdir()
    with pytest.raises(ProjectProblem, match="is taken"):
        create(tmp_path, "acme", ACME, catalogue)


def test_a_workspace_that_is_a_file_is_said_plainly(tmp_path: Path, catalogue: Catalogue) -> None:
    workspace = tmp_path / "work"
    workspace.write_text("", encoding="utf-8")
    with pytest.raises(FileProblem, match="A file stands where a folder is needed"):
        create(workspace, "Acme", ACME, catalogue)
    with pytest.raises(FileProblem):
        names(workspace)


def test_a_name_that_was_mistyped_brings_the_nearest(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(ProjectProblem, match="There is no project acmee") as caught:
        open_project(tmp_path, "Acmee", catalogue)
    assert caught.value.hint == f"Did you mean {acme.folder.name}?"


def test_a_name_like_none_brings_the_list_and_an_empty_workspace_says_so(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(ProjectProblem) as caught:
        open_project(tmp_path / "nowhere", "acme", catalogue)
    assert caught.value.hint == "No project was created here yet."
    create(tmp_path, "Tamarack", ACME, catalogue)
    with pytest.raises(ProjectProblem) as caught:
        open_project(tmp_path, "xyz", catalogue)
    assert caught.value.hint == "Projects here: tamarack."


def test_a_name_like_none_of_many_projects_brings_the_way_to_search_them(
    acme: Stored, tmp_path: Path, catalogue: Catalogue
) -> None:
    for number in range(40):
        copytree(acme.folder, tmp_path / f"client-{number}")
    with pytest.raises(ProjectProblem) as caught:
        open_project(tmp_path, "xyz", catalogue)
    assert caught.value.hint == "There are 41 projects here: soc2desk projects --search WORDS finds one."


def test_a_name_cannot_lead_out_of_the_workspace(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with pytest.raises(ProjectProblem, match="There is no project acme"):
        open_project(inside, f"../{acme.folder.name}", catalogue)


def test_projects_are_listed_by_folder_with_their_company(acme: Stored, tmp_path: Path, catalogue: Catalogue) -> None:
    create(tmp_path, "Zebra", Project(), catalogue)
    (tmp_path / "holiday pictures").mkdir()
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    assert [(line.name, line.company, line.problem) for line in names(tmp_path)] == [
        ("Acme", "Acme", None),
        ("Zebra", "", None),
    ]
    assert names(tmp_path)[0].folder == acme.folder


def test_a_workspace_that_is_not_there_has_no_projects(tmp_path: Path) -> None:
    assert names(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"people": {"1": {"id"', "no complete JSON"),
        ("{}", "does not say what it is"),
        ('{"meta": {"1": {"format": "1"}, "2": {"format": "1"}}}', "does not say what it is"),
        ('{"meta": {"1": {"format": 1}}}', "does not say what it is"),
        ('{"meta": {"1": {"name": "Acme"}}}', "does not say its format"),
        ('{"meta": {"1": {"format": "2"}}}', "newer soc2desk"),
        ('{"meta": {"1": {"format": "1"}}, "people": {"1": {"name": "Dana"}}}', "A row of the table people has no id"),
        ('{"meta": {"1": {"format": "1"}}, "people": {"1": {"id": "a", "name": 5}}}', "holds what is no text"),
        (
            '{"meta": {"1": {"format": "1"}}, "people": {"1": {"id": "a", "name": "A"}, "2": {"id": "a"}}}',
            "Two rows of the table people have the id a",
        ),
    ],
)
def test_a_broken_project_is_listed_with_its_problem_and_not_opened(
    acme: Stored, tmp_path: Path, catalogue: Catalogue, text: str, said: str
) -> None:
    (acme.folder / "project.json").write_text(text, encoding="utf-8")
    [line] = names(tmp_path)
    assert line.name == "acme"
    assert line.problem is not None
    assert said in line.problem.message
    with pytest.raises(ProjectProblem, match=said):
        open_project(tmp_path, "acme", catalogue)


def test_a_project_of_which_only_the_version_before_is_left_is_listed(
    acme: Stored, tmp_path: Path, catalogue: Catalogue
) -> None:
    save(acme, OTHER, catalogue)
    (acme.folder / "project.json").unlink()
    [line] = names(tmp_path)
    assert line.problem is not None
    assert "missing" in line.problem.message
    assert "project.json.bak" in (line.problem.hint or "")


def test_the_version_before_opens_after_renaming_it_as_the_hint_says(
    acme: Stored, tmp_path: Path, catalogue: Catalogue
) -> None:
    save(acme, OTHER, catalogue)
    file = acme.folder / "project.json"
    file.write_text("{", encoding="utf-8")
    (acme.folder / "project.json.bak").replace(file)
    assert open_project(tmp_path, "acme", catalogue) == acme


def test_a_wrong_value_in_the_file_is_refused_with_the_file_named(
    acme: Stored, tmp_path: Path, catalogue: Catalogue
) -> None:
    data = _json(acme.folder)
    data["people"]["1"]["end"] = "soon"
    (acme.folder / "project.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ProjectProblem, match=r"people\.dana\.end must be a date") as caught:
        open_project(tmp_path, "acme", catalogue)
    assert "acme/project.json" in (caught.value.where or "")


_KEYS = st.sampled_from(["meta", "1", "2", "id", "format", "people", "answers", "value"])
_SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=15,
)


@given(text=_SHAPES.map(json.dumps))
def test_any_json_in_the_file_is_a_problem_or_a_project_and_never_a_fault(
    text: str, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory
) -> None:
    workspace = tmp_path_factory.mktemp("any")
    (workspace / "acme").mkdir()
    (workspace / "acme" / "project.json").write_text(text, encoding="utf-8")
    assert len(names(workspace)) == 1
    with suppress(ProjectProblem, SeveralProblems):
        open_project(workspace, "acme", catalogue)
