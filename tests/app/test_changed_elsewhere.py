"""Another program wrote the project that is open here: nothing is written over, and both states can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.app.bringing import bring, get_ready
from soc2desk.app.changed_elsewhere import keep_beside, seen_changed, take_theirs
from soc2desk.app.comparing import compare_with_now
from soc2desk.app.merging import Side, look
from soc2desk.app.session import Session, open_session, open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.domain.answers import Answer
from soc2desk.domain.problems import ChangedElsewhere, ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.storage.lock import forget_lock
from soc2desk.storage.projects import open_folder, save
from tests.faults import acts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.desk import Desk

COMPANY = ("answers", "company")
THEIRS, MINE = "Theirs Ltd.", "Mine Ltd."


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return acts.desk(tmp_path)


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    """Return an open project with something typed that is not saved, whose file another program wrote meanwhile."""
    opened = open_session(desk, new_project(desk, "acme"))
    other = open_folder(opened.folder, desk.catalogue)
    # The lock is this program's own here; a computer that slept or a synced folder asks for none.
    save(other, Project({"company": Answer(THEIRS)}), desk.catalogue)
    opened.put({COMPANY: MINE}, "Company")
    yield opened
    opened.close()


def company(desk: Desk, folder: Path) -> object:
    return open_to_read(desk, folder).project.answers["company"].value


def test_what_was_typed_is_never_written_over_the_other_state(session: Session, desk: Desk) -> None:
    for _ in range(2):
        with pytest.raises(ChangedElsewhere, match="changed by another program; nothing was written"):
            session.save()
    assert company(desk, session.folder) == THEIRS
    assert session.project.answers["company"].value == MINE


def test_the_change_is_seen_before_anything_is_saved_and_not_seen_twice(session: Session, desk: Desk) -> None:
    assert seen_changed(session)
    take_theirs(session)
    assert not seen_changed(session)
    session.put({COMPANY: "Third Ltd."}, "Company")
    session.save()
    assert not seen_changed(session)
    assert company(desk, session.folder) == "Third Ltd."


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_file_that_is_gone_is_no_change_by_another(session: Session, tmp_path: Path, gone: str) -> None:
    path = session.folder / "project.json" if gone == "file" else session.folder
    path.rename(tmp_path / "elsewhere")
    assert not seen_changed(session)


def test_both_states_are_brought_together_and_saved_over_the_one_that_was_seen(session: Session, desk: Desk) -> None:
    session.put({("people", "sam"): {"name": "Sam Roy"}}, "Sam")
    mine = session.project
    looked = look(session, session.folder / "project.json")
    assert [one.path for one in looked.found if one.must_choose] == ["answers.company"]
    bring(session, acts.ended(get_ready(session, looked, {"answers.company": Side.THEIRS})), "both")
    session.save()
    saved = open_folder(session.folder, desk.catalogue).project
    assert (saved.answers["company"].value, list(saved.person)) == (THEIRS, ["sam"])
    session.undo()
    session.save()
    assert open_folder(session.folder, desk.catalogue).project == mine


def test_mine_is_kept_as_a_project_of_its_own_beside_theirs(session: Session, desk: Desk) -> None:
    made = keep_beside(session)
    assert made.name == f"acme-mine-{desk.today.isoformat()}"
    assert company(desk, made) == MINE
    assert session.project.answers["company"].value == THEIRS
    assert not session.is_dirty
    assert company(desk, session.folder) == THEIRS


def test_theirs_is_taken_and_what_was_not_saved_is_kept_among_the_backups(session: Session, desk: Desk) -> None:
    kept = take_theirs(session)
    assert kept is not None
    assert kept.parent == session.folder / "backups"
    assert company(desk, kept) == MINE
    assert session.project.answers["company"].value == THEIRS
    session.put({COMPANY: "Third Ltd."}, "Company")
    assert session.save()


def test_the_other_state_can_be_compared_with_this_one(session: Session, desk: Desk) -> None:
    found, _ = compare_with_now(desk, str(session.folder / "project.json"), session.source)
    assert found.changes


def test_another_state_that_cannot_be_read_loses_nothing_of_this_one(session: Session, desk: Desk) -> None:
    (session.folder / "project.json").write_text("{", encoding="utf-8")
    with pytest.raises(ProjectProblem, match="damaged"):
        take_theirs(session)
    assert session.project.answers["company"].value == MINE


def test_a_laptop_that_slept_while_another_took_over_does_not_write_over_it(session: Session, desk: Desk) -> None:
    take_theirs(session)
    forget_lock(session.folder)
    awake = open_folder(session.folder, desk.catalogue)
    save(awake, Project({"company": Answer("Fourth Ltd.")}), desk.catalogue)
    session.put({COMPANY: MINE}, "Company")
    with pytest.raises(ChangedElsewhere):
        session.save()
    assert company(desk, session.folder) == "Fourth Ltd."
