"""A packet made with a firm's own templates says so, wherever somebody looks."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.checking import look_over
from soc2desk.app.desk import open_desk
from soc2desk.storage.paper_file import Paper, write_paper
from tests.cli.driving import NAME, ONE, SAMPLES, Run

if TYPE_CHECKING:
    from pathlib import Path

TAMARACK = SAMPLES / "tamarack.yaml"
ACCESS = "policy_templates/en/policies/access-control.md"


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def pack(tmp_path: Path, run: Run) -> Path:
    """Return a pack with one policy that a firm words otherwise."""
    folder = tmp_path / "northfirm"
    assert run("content", "new-pack", folder, "--document", "POL-ACP").code == 0
    change(folder / ACCESS, "## @purpose Purpose", "## @purpose Why we have it")
    return folder


def test_a_packet_names_the_own_templates_it_was_made_with_and_one_without_names_none(
    run: Run, tmp_path: Path, pack: Path
) -> None:
    assert run("build", TAMARACK, "--out", tmp_path / "own", *ONE, "--pack", pack).code == 0
    assert run("build", TAMARACK, "--out", tmp_path / "shipped", *ONE).code == 0
    packet, shipped = (tmp_path / out / NAME for out in ("own", "shipped"))
    mark = json.loads((packet / "manifest.json").read_bytes())["templates"]
    assert mark.startswith("northfirm sha256:")
    assert mark.endswith("documents:1 files:1")
    assert "templates" not in json.loads((shipped / "manifest.json").read_bytes())
    digits = mark.split("sha256:")[1][:12]
    assert f"northfirm, SHA-256 begins {digits}" in (packet / "index.html").read_text(encoding="utf-8")
    assert "northfirm" not in (shipped / "index.html").read_text(encoding="utf-8")
    assert f"Made with own templates: {mark}" in run("verify", packet).out
    assert json.loads(run("verify", packet, "--json").out)["templates"] == mark
    assert "own templates" not in run("verify", shipped).out
    compared = run("compare", shipped, packet).err
    assert f"made with different templates: those that come with soc2desk, and {mark}" in compared


def test_own_words_are_found_until_they_are_approved_and_an_approval_of_the_shipped_text_lapses(
    run: Run, tmp_path: Path, pack: Path
) -> None:
    run("new", "acme", "--sample", "tamarack")
    owner = next(iter(open_desk().source("acme").project.people)).id
    assert run("approve", "acme", "POL-ACP", "--by", owner).code == 0
    desk = open_desk()
    before, after = (look_over(one, one.source("acme")) for one in (desk, replace(desk, pack=pack)))
    assert ("POL-ACP" in before.unapproved, "POL-ACP" in after.unapproved) == (False, True)
    (found,) = [one for one in after.findings if one.rule == "SD-72"]
    assert "line 12 of northfirm/policy_templates/en/policies/access-control.md" in found.message
    write_paper(tmp_path / "workspace" / "acme", Paper(str(pack), "northfirm", "0" * 64))
    assert "SD-72" in run("check", "acme").out
    assert run("approve", "acme", "POL-ACP", "--by", owner).code == 0
    assert "SD-72" not in run("check", "acme").out


def test_a_project_keeps_to_the_templates_of_its_last_packet(run: Run, tmp_path: Path, pack: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    assert run("build", "acme", "--out", tmp_path / "first", *ONE, "--pack", pack).code == 0
    again = run("build", "acme", "--out", tmp_path / "again", *ONE)
    assert "Made with the own templates northfirm, as the last packet" in again.err
    first, second = ((tmp_path / out / NAME / "manifest.json").read_bytes() for out in ("first", "again"))
    assert first == second
    wishes = ("--formats", "md", "--no-zip", "--no-whole", "--jobs", "1")
    assert run("batch", "acme", "--out", tmp_path / "all", *wishes).code == 0
    (manifest,) = (path for path in (tmp_path / "all").glob("*/*/manifest.json") if "-internal" not in str(path))
    assert "northfirm" in manifest.read_text(encoding="utf-8")
    pack.rename(tmp_path / "away")
    gone = run("build", "acme", "--out", tmp_path / "gone", *ONE)
    assert (gone.code, (tmp_path / "gone").exists()) == (2, False)
    assert "own templates northfirm, and their folder is not there" in gone.err
    shipped = run("build", "acme", "--out", tmp_path / "shipped", *ONE, "--no-pack")
    assert "northfirm; this one was not" in shipped.err
