"""Tags, the archive and the list of a workspace, by command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from soc2desk.app.shelf import Order, Shown
from soc2desk.cli.commands.projects_command import ORDERS, SHOWN
from tests.cli.driving import Run

if TYPE_CHECKING:
    from pathlib import Path


def test_a_client_is_found_by_its_tag_and_by_words(run: Run) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("new", "boreal")
    assert run("tag", "acme", "saas", "Law 25").out == "saas\nLaw 25\n"
    assert run("tag", "boreal", "hosting", "--quiet").out == "hosting\n"
    assert run("projects", "--tag", "SAAS").out == "acme  Tamarack Gauge Co.  [saas, Law 25]\n"
    assert run("projects", "--search", "host bor").out == "boreal  boreal  [hosting]\n"
    assert run("tag", "acme", "--off", "saas,law 25").err == "No tags.\n"
    nothing = run("projects", "--tag", "saas")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No project fits.\n")


def test_an_archived_client_is_listed_when_it_is_asked_for_and_works_as_before(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    run("new", "boreal")
    assert run("archive", "acme").err == "acme: in the archive.\n"
    assert run("projects").out == "boreal  boreal\n"
    assert run("projects", "--state", "archived").out == "acme  Tamarack Gauge Co.\n"
    assert run("answers", "--project", "acme").code == 0
    assert run("export", "acme", tmp_path / "acme.soc2desk").code == 0
    assert run("archive", "acme", "boreal", "--back").err == "acme, boreal: back on the list.\n"
    assert len(run("projects").out.splitlines()) == 2


def test_what_is_due_next_comes_first_with_its_day(run: Run) -> None:
    run("new", "acme")
    run("new", "zebra", "--sample", "brightwater")
    first, second = run("projects", "--sort", "next").out.splitlines()
    assert first.startswith("zebra  Brightwater Labs Inc.  20")
    assert second == "acme  acme"
    said = {one["id"]: one for one in json.loads(run("projects", "--json").out)}
    assert said["acme"]["due"] is None
    assert said["zebra"]["due"]["day"] == first.split("  ")[2].split()[0]
    assert (said["zebra"]["tags"], said["zebra"]["archived"]) == ([], False)
    assert run("projects", "--state", "not_started").out == "acme  acme\n"


def test_what_cannot_be_filed_is_said_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    run("new", "acme")
    assert run("tag", "acem", "x").code == 4
    assert run("tag", "acme", "fine", "a,b").code == 2
    assert run("archive", "acme", "gone").code == 4
    assert sorted(path.name for path in (tmp_path / "workspace" / "acme").iterdir()) == ["project.json"]


def test_the_command_knows_every_state_and_order() -> None:
    assert (set(SHOWN), set(ORDERS)) == (set(Shown), set(Order))
