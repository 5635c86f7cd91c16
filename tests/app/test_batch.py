"""Many clients at once, with what goes wrong put in the place of the work: one that fails stops no other."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import batch_crew, batch_work
from soc2desk.app.batch import Finished, clients_at, make_packets, practice_left_out
from soc2desk.app.desk import Desk
from soc2desk.app.make_packet import Wishes
from soc2desk.app.shelf import archive
from soc2desk.domain.problems import FileProblem, OpenElsewhere, ProjectProblem, UsageProblem
from soc2desk.domain.project import Project
from soc2desk.packet.build import Made
from soc2desk.storage.exercise_file import mark_practice
from soc2desk.storage.projects import create
from tests.cli.driving import answers, half_made
from tests.composed import DAY, catalogue

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from soc2desk.app.desk import Source
    from soc2desk.domain.steps import Step

MAKING = ".making-one"
HARM = {
    "ended": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "faulty": lambda: 1 / 0,
    "hungry": lambda: (_ for _ in ()).throw(MemoryError),
    "locked": lambda: (_ for _ in ()).throw(OpenElsewhere("The project is open.", hint="Close it there.")),
    "no-room": lambda: (_ for _ in ()).throw(FileProblem("The disk is full.", where="here")),
}


def fake(_: Desk, source: Source, wishes: Wishes) -> Generator[Step, None, tuple[Made, ...]]:
    """Do what a packet's making does to the disk and no more; some clients come to harm in the middle of it."""
    (wishes.out / MAKING).mkdir(parents=True)
    yield from ()
    harm = HARM.get(source.name)
    if harm is not None:
        harm()
    (wishes.out / MAKING).rename(wishes.out / "packet")
    return (Made(wishes.out / "packet", None, 1, "f" * 64),)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "workspace", DAY)
    made.__dict__["catalogue"] = catalogue()
    return made


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    """Return a folder in which five clients come to harm and two do not."""
    folder = tmp_path / "clients"
    folder.mkdir()
    for name in ("acme", *HARM, "zeta"):
        answers(folder / f"{name}.yaml")
    return folder


def followed(steps: Generator[Step, None, Finished]) -> Finished:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


@pytest.mark.parametrize("jobs", [1, 2])
def test_whatever_happens_to_one_client_the_others_get_their_packets(
    jobs: int, desk: Desk, clients: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "make_packet", fake)
    wishes = Wishes(tmp_path / "out", jobs=jobs)
    finished = followed(make_packets(desk, clients_at(desk, [str(clients)]), wishes))
    assert not finished.is_good
    said = {row.client.name: (row.became.value, row.reason) for row in finished.rows}
    assert list(said) == ["acme", "ended", "faulty", "hungry", "locked", "no-room", "zeta"]
    assert said["acme"] == said["zeta"] == ("built", "")
    assert said["ended"] == ("failed", "The process that made this packet was ended, by the system or by somebody.")
    assert said["faulty"][1].startswith("soc2desk met a fault of its own: ZeroDivisionError")
    assert "memory" in said["hungry"][1]
    assert said["locked"] == ("failed", "The project is open.")
    assert said["no-room"] == ("failed", "The disk is full.")
    assert half_made(tmp_path / "out" / "ended") == []


def test_a_process_that_made_many_packets_gives_way_to_a_fresh_one(
    desk: Desk, clients: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(_: Desk, source: Source, wishes: Wishes) -> Generator[Step, None, tuple[Made, ...]]:
        yield from ()
        return (Made(wishes.out / "packet", None, 1, str(os.getpid())),)

    monkeypatch.setattr(batch_work, "make_packet", told)
    monkeypatch.setattr(batch_crew, "MOST_CLIENTS", 3)
    finished = followed(make_packets(desk, clients_at(desk, [str(clients)]), Wishes(tmp_path / "out", jobs=1)))
    processes = [row.made.packets[0].fingerprint for row in finished.rows if row.made]
    assert [processes.count(one) for one in dict.fromkeys(processes)] == [3, 3, 1]


def test_what_is_no_client_is_told_before_anything_is_made(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "empty", tmp_path / "gone.yaml", tmp_path / "gone" / "away"):
        with pytest.raises(UsageProblem):
            clients_at(desk, [str(place)])
    with pytest.raises(UsageProblem):
        clients_at(desk, [])
    with pytest.raises(ProjectProblem, match="There is no project acme"):
        clients_at(desk, ["acme"])


def test_a_client_in_the_archive_is_left_out_unless_it_is_named_and_no_packet_goes_into_a_project(desk: Desk) -> None:
    folders = {name: create(desk.workspace, name, Project(), catalogue()) for name in ("acme", "zeta")}
    archive(folders["acme"], away=True)
    assert [one.name for one in clients_at(desk, [])] == ["zeta"]
    assert [one.name for one in clients_at(desk, [str(desk.workspace)])] == ["zeta"]
    assert [one.name for one in clients_at(desk, ["acme"])] == ["acme"]
    (row,) = followed(make_packets(desk, clients_at(desk, []), Wishes(desk.workspace, jobs=1))).rows
    assert (row.reason, row.hint) == (
        "This folder is a project, and packets do not go into it.",
        "Take a folder with --out that holds no projects.",
    )
    archive(folders["zeta"], away=True)
    with pytest.raises(UsageProblem):
        clients_at(desk, [])


def test_practice_copies_are_left_out_and_counted_unless_they_are_named(desk: Desk) -> None:
    folders = {name: create(desk.workspace, name, Project(), catalogue()) for name in ("acme", "trial", "try-out")}
    for name in ("trial", "try-out"):
        mark_practice(folders[name], "tamarack")
    clients = clients_at(desk, [])
    assert [one.name for one in clients] == ["acme"]
    assert practice_left_out(desk, [], clients) == 2
    places = [str(desk.workspace), "trial"]
    clients = clients_at(desk, places)
    assert {one.name for one in clients} == {"acme", "trial"}
    assert practice_left_out(desk, places, clients) == 1
    folders["acme"].rename(desk.workspace.parent / "acme")
    with pytest.raises(UsageProblem, match="only 2 practice copies"):
        clients_at(desk, [])


def test_a_link_takes_no_clients_name_and_one_to_a_client_of_the_list_is_not_made_twice(
    desk: Desk, clients: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "make_packet", fake)
    away = answers(tmp_path / "away.yaml")
    (clients / "a-link.yaml").symlink_to(clients / "acme.yaml")
    (clients / "Zeta.yml").symlink_to(away)
    (clients / "beta.yaml").symlink_to(away)
    found = [one for one in clients_at(desk, [str(clients)]) if one.name not in HARM]
    rows = followed(make_packets(desk, found, Wishes(tmp_path / "out", jobs=1))).rows
    assert [(row.client.name, row.client.is_link, row.became.value) for row in rows] == [
        ("a-link", True, "same"),
        ("acme", False, "built"),
        ("beta", True, "built"),
        ("zeta", True, "same"),
        ("zeta", False, "built"),
    ]
    assert rows[0].reason == "This link leads to the same project as acme."
    assert not (tmp_path / "out" / "a-link").exists()


def test_a_client_of_whom_nothing_is_answered_is_told_apart_from_one_with_questions_open(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "make_packet", fake)
    for name, text in (("blank", ""), ("begun", "answers:\n  company: Acme\n")):
        (tmp_path / f"{name}.yaml").write_text(f"format: 1\n{text}", encoding="utf-8")
    places = [str(answers(tmp_path / "done.yaml")), str(tmp_path / "blank.yaml"), str(tmp_path / "begun.yaml")]
    made = {row.client.name: row.made for row in followed(
        make_packets(desk, clients_at(desk, places), Wishes(tmp_path / "out", jobs=1))).rows}  # fmt: skip
    blank, begun, done = (made[name] for name in ("blank", "begun", "done"))
    assert blank is not None
    assert begun is not None
    assert done is not None
    assert [one.is_empty for one in (blank, begun, done)] == [True, False, False]
    assert (blank.answered, begun.answered, done.open_questions) == (0, 1, 0)
    assert blank.open_questions == blank.questions > 50


def test_a_client_that_is_named_twice_is_made_once(desk: Desk, clients: Path) -> None:
    named = [str(clients), str(clients / "acme.yaml"), f"{clients}/../clients/acme.yaml"]
    assert [one.name for one in clients_at(desk, named)].count("acme") == 1


def test_a_folder_that_is_another_clients_or_was_there_before_is_left_alone(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "make_packet", fake)
    here, there, out = (tmp_path / name for name in ("here", "there", "out"))
    for folder in (here, there, out / "beta"):
        folder.mkdir(parents=True)
    first, second, third = (answers(at) for at in (here / "acme.yaml", there / "Acme.yaml", there / "beta.yaml"))

    def batch(*places: Path) -> Finished:
        return followed(make_packets(desk, clients_at(desk, list(map(str, places))), Wishes(out, jobs=1)))

    assert batch(first).is_good
    rows = batch(second, third).rows
    assert [row.became for row in rows] == ["failed", "failed"]
    assert str(first) in rows[0].reason
    assert "no batch made it" in rows[1].reason
    assert list((out / "beta").iterdir()) == []
    (out / "acme").rename(out / "away")
    (out / "acme").symlink_to(out / "beta")
    assert [row.became for row in batch(first).rows] == ["failed"], "a link leads out of the folder"
    assert list((out / "beta").iterdir()) == []
    assert [row.became for row in batch(first, second).rows] == ["failed", "failed"], "both would be acme"


def test_another_batch_in_the_same_folder_is_refused(
    desk: Desk, clients: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch_work, "make_packet", fake)
    monkeypatch.setattr("soc2desk.storage.lock._PATIENCE_SECONDS", 0.0)
    here = clients_at(desk, [str(clients / "acme.yaml")])
    going = make_packets(desk, here, Wishes(tmp_path / "out", jobs=1))
    next(going)
    with pytest.raises(ProjectProblem, match="Another batch"):
        next(make_packets(desk, here, Wishes(tmp_path / "out")))
    going.close()
