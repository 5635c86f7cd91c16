"""A consultant's usual answers from one client to the next, by command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import Run, tree

if TYPE_CHECKING:
    from pathlib import Path

NAME = "Our usual small SaaS"


def test_usual_answers_go_from_one_client_to_the_next_after_a_look(run: Run, tmp_path: Path) -> None:
    run("new", "first", "--sample", "tamarack")
    run("set", "first", "recheck_count=9", "prepared_by=Atelier Conseil")
    saved = run("preset", "save", "first", NAME)
    assert saved.code == 0
    assert saved.out == f"{tmp_path / 'workspace' / 'presets' / 'our-usual-small-saas.preset.json'}\n"
    assert NAME in run("preset", "list").out
    shown = run("preset", "show", NAME).out
    assert "Atelier Conseil" in shown
    assert "Tamarack" not in shown
    run("new", "second")
    run("set", "second", "recheck_count=5")
    before = tree(tmp_path / "workspace" / "second")
    looked = run("preset", "apply", NAME, "second", "--dry-run")
    assert (looked.code, looked.err) == (0, "Nothing was written.\n")
    assert any(
        line.startswith("recheck_count") and "5 -> 9" in line and "kept" in line for line in looked.out.splitlines()
    )
    assert tree(tmp_path / "workspace" / "second") == before
    assert run("preset", "apply", NAME, "second").code == 0
    told = run("answers", "--project", "second").out
    assert "  recheck_count: 5\n" in told
    assert "  prepared_by:\n    suggested: Atelier Conseil\n" in told
    assert "Tamarack" not in told
    assert run("preset", "apply", NAME, "second", "--also", "recheck_count").err == (
        "Suggested: 1. Each waits for a confirmation.\n"
    )
    assert run("preset", "apply", NAME, "second").err.startswith("Suggested: 0.")
    run("set", "second", "prepared_by=none")
    kept, same = run("preset", "apply", NAME, "second", "--dry-run").out.splitlines()[-2:]
    assert kept.endswith("(left empty here) -> Atelier Conseil  (confirmed here, kept)")
    assert same.endswith("answers are the same already.")


def test_a_preset_is_handed_on_as_a_file_and_read_as_a_strangers(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "theirs.preset.json"
    file.write_text(json.dumps({"form": 1, "name": "Theirs", "answers": {"company": "Evil", "recheck_count": "8"}}))
    run("new", "acme")
    said = run("preset", "show", file, "--json")
    assert json.loads(said.out)["left_out"] == ["company belongs to a client."]
    applied = run("preset", "apply", file, "acme")
    assert applied.err == "Left out: company belongs to a client.\nSuggested: 1. Each waits for a confirmation.\n"
    assert "Evil" not in run("answers", "--project", "acme").out


def test_what_cannot_be_done_with_a_preset_is_said(run: Run, tmp_path: Path) -> None:
    assert "soc2desk preset save" in run("preset", "list").err
    run("new", "acme", "--sample", "tamarack")
    assert run("preset", "show", "nothing").code == 2
    assert run("preset", "save", "acme", NAME).code == 0
    again = run("preset", "save", "acme", NAME)
    assert (again.code, "already" in again.err) == (4, True)
    assert run("preset", "save", "acme", NAME, "--replace").code == 0
    assert run("preset", "apply", NAME, "gone").code == 4
    wrong = run("preset", "apply", NAME, "acme", "--also", "recheck_cuont")
    assert (wrong.code, "recheck_count" in wrong.err) == (2, True)
    (tmp_path / "workspace" / "presets" / "bad.preset.json").write_text("{", encoding="utf-8")
    listed = json.loads(run("preset", "list", "--json").out)
    assert [one["name"] for one in listed] == [None, NAME]
    assert "bad.preset.json" in run("preset", "list").out
