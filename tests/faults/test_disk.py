"""A disk that is full, may not be written or refuses a name: it is said, what stood there stays, and later it works."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.batch import clients_at
from soc2desk.app.home import cards
from soc2desk.app.preferences import Preferences
from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.projects import open_folder
from tests.faults.acts import ACTS, desk, list_of
from tests.faults.beginning import anew
from tests.faults.promises import PROMISES
from tests.packet.making import files_in

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
WAYS = (("attach", "rename"), ("roll", "rename"), ("packet", "rename"))
"""How acts give something its name. What is replaced is looked at in tests/storage/test_atomic_json.py."""
ALL = ("save", "attach", "roll", "packet")
OURS = (".lock", ".lock.txt", ".bak")

is_root = pytest.mark.skipif(
    not sys.platform.startswith("linux") or os.geteuid() != 0, reason="rights are taken away as root takes them"
)


class Done(BaseException):
    """Ends an act that goes on for ever after its first report."""


def once(act: str, place: Path) -> str:
    """Do an act until its first report, and return that."""
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        raise Done

    with pytest.raises(Done):
        ACTS[act](place, Random(1), say)  # noqa: S311 - nothing secret
    return said[0]


def kept(place: Path) -> dict[str, bytes]:
    """Return what stands in a place, without what a program writes first in any case: locks and copies."""
    found = files_in(place)
    return {name: raw for name, raw in found.items() if not name.endswith(OURS) and "/backups/" not in name}


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[None]:
    """Lay a real disk of so many bytes over a place."""
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=False).returncode:  # noqa: S607
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", place], check=True)  # noqa: S607


def fill_up(file: Path) -> None:
    """Take all the room that is left."""
    with suppress(OSError), file.open("wb", buffering=0) as taken:
        while True:
            taken.write(b"x" * 4096)


@contextmanager
def as_nobody() -> Iterator[None]:
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@is_root
@pytest.mark.parametrize("act", ALL)
def test_a_disk_that_is_full_costs_nothing_and_the_act_is_done_when_there_is_room(
    tmp_path: Path, begun: Path, act: str
) -> None:
    place = tmp_path / "place"
    with small_disk(place, 4_000_000):
        anew(act, begun, place)
        before = kept(place)
        fill_up(place / "fill")
        with pytest.raises(FileProblem, match="The disk is full"):
            ACTS[act](place, Random(1), pytest.fail)  # noqa: S311 - nothing secret
        (place / "fill").unlink()
        assert kept(place) == before
        PROMISES[act](place, (once(act, place),))


@is_root
@pytest.mark.parametrize("act", ALL)
def test_a_folder_that_may_not_be_written_is_said_and_stays_as_it_is(tmp_path: Path, begun: Path, act: str) -> None:
    place = tmp_path / "place"
    anew(act, begun, place)
    list_of(place).touch()
    list_of(place).chmod(0o666)
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    before = kept(place)
    with as_nobody(), pytest.raises(FileProblem, match="You have no right"):
        ACTS[act](place, Random(1), pytest.fail)  # noqa: S311 - nothing secret
    assert kept(place) == before
    PROMISES[act](place, (once(act, place),))


@pytest.mark.parametrize(("act", "way"), WAYS)
def test_a_name_that_the_disk_refuses_costs_nothing(
    tmp_path: Path, begun: Path, monkeypatch: pytest.MonkeyPatch, act: str, way: str
) -> None:
    place = tmp_path / "place"
    anew(act, begun, place)
    before = kept(place)

    def refused(*_: object) -> Path:
        raise OSError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, way, refused)
        with pytest.raises(FileProblem, match="You have no right"):
            ACTS[act](place, Random(1), pytest.fail)  # noqa: S311 - nothing secret
    assert kept(place) == before
    PROMISES[act](place, (once(act, place),))


@is_root
def test_a_right_that_is_lost_between_two_saves_keeps_the_answers_until_it_is_back(tmp_path: Path) -> None:
    at = desk(tmp_path / "place")
    folder = new_project(at, "acme")
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    for path in (folder, *folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    with as_nobody():
        session = open_session(at, folder)
        session.put({("answers", "company"): "First"}, "Company")
        assert session.save()
        folder.chmod(0o555)
        session.put({("answers", "company"): "Second"}, "Company")
        with pytest.raises(FileProblem, match="You have no right"):
            session.save()
        assert session.is_dirty
        assert open_folder(folder, at.catalogue).project.answers["company"].value == "First"
        folder.chmod(0o755)
        assert session.save()
        session.close()
    assert open_folder(folder, at.catalogue).project.answers["company"].value == "Second"


@is_root
def test_a_folder_that_may_not_be_looked_into_stands_in_the_list_and_stops_no_other(tmp_path: Path) -> None:
    at = desk(tmp_path / "place")
    for name in ("acme", "secret"):
        new_project(at, name)
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(above.stat().st_mode | 0o055)
    (at.workspace / "secret").chmod(0)
    with as_nobody():
        told = {card.folder.name: card.problem for card in cards(at, Preferences())}
        assert [one.name for one in clients_at(at, [])] == ["acme", "secret"]
    assert told["acme"] is None
    assert "You have no right" in str(told["secret"])
