from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import ONE, ROOT, SAMPLES, Run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_documents_are_listed_with_counts(run: Run) -> None:
    ran = run("content", "list")
    assert (ran.code, ran.err) == (0, "")
    assert "POL-ACP  policy     staff     Access control policy" in ran.out
    assert "61 criteria" in ran.out
    assert "113 controls" in ran.out


def test_a_program_reads_the_same(run: Run) -> None:
    said = json.loads(run("content", "list", "--json").out)
    assert said["counts"]["criteria"] == 61
    assert {"id", "kind", "title", "audience"} == said["documents"][0].keys()


def test_the_shipped_content_is_sound(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("content", "check").out == "Every check passed.\n"
    # Checked once is enough: this is about how it is said.
    monkeypatch.setattr("soc2desk.app.checking.lint", lambda _desk: ())
    assert run("content", "check", "--quiet").out == ""
    assert json.loads(run("content", "check", "--json").out) == []


def test_a_pack_with_an_unknown_name_is_three_with_file_and_line(run: Run, tmp_path: Path) -> None:
    policies = tmp_path / "policy_templates" / "en" / "policies"
    policies.mkdir(parents=True)
    shipped = ROOT / "policy_templates" / "en" / "policies" / "access-control.md"
    text = shipped.read_text(encoding="utf-8")
    (policies / shipped.name).write_text(text + "\n{{ acess_review_period }}\n", encoding="utf-8")
    ran = run("content", "check", "--pack", tmp_path)
    assert ran.code == 3
    said = ran.out + ran.err
    assert f"access-control.md, line {len(text.splitlines()) + 2}" in said
    assert "access_review_period" in said


def test_of_a_pack_that_steps_outside_the_language_nothing_is_built(run: Run, tmp_path: Path) -> None:
    policies = tmp_path / "firm" / "policy_templates" / "en" / "policies"
    policies.mkdir(parents=True)
    shipped = (ROOT / "policy_templates" / "en" / "policies" / "backup.md").read_text(encoding="utf-8")
    (policies / "backup.md").write_text(shipped + "\n{{ company.__class__ }}\n", encoding="utf-8")
    where = f"backup.md, line {len(shipped.splitlines()) + 2}"
    # The document at fault is not even asked for.
    out = tmp_path / "out"
    built = run("build", SAMPLES / "tamarack.yaml", "--pack", tmp_path / "firm", "--out", out, *ONE)
    assert (built.code, where in built.err, "Getattr is outside" in built.err) == (3, True, True)
    assert not out.exists()


def test_a_pack_that_is_not_there_is_three(run: Run, tmp_path: Path) -> None:
    ran = run("content", "list", "--pack", tmp_path / "nowhere")
    assert (ran.code, ran.out) == (3, "")
    assert str(tmp_path / "nowhere") in ran.err


def test_documents_are_reported_in_numbers(run: Run) -> None:
    ran = run("content", "report")
    assert (ran.code, ran.err) == (0, "")
    heading, *rows = ran.out.splitlines()
    assert heading.split() == ["document", "words", "clauses", "controls", "sentences", "mean", "longest", "grade"]
    assert any(row.startswith("POL-ACP ") for row in rows)
    said = json.loads(run("content", "report", "--json").out)
    assert {"id", "words", "clauses", "controls", "mean", "longest", "longest_where", "grade"} <= said[0].keys()
    assert rows[-1] == f"{len(said)} documents, {sum(one['words'] for one in said)} words"


def test_a_pack_is_begun_changed_and_shown(run: Run, tmp_path: Path) -> None:
    firm = tmp_path / "firm"
    begun = run("content", "new-pack", firm, "--document", "POL-BAK", "POL-ACP", "--words", "controls")
    assert (begun.code, len(begun.out.splitlines())) == (0, 3)
    assert run("content", "new-pack", firm, "--document", "POL-BAK").code == 5
    policy = firm / "policy_templates" / "en" / "policies" / "access-control.md"
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text.replace("System owners review all", "System owners look at all"), encoding="utf-8")
    shown = run("content", "pack", firm, "--words")
    assert (shown.code, shown.err) == (0, "")
    assert "changes: POL-ACP/access-review/review-all" in shown.out
    assert "System owners [-review-]{+look at+} all" in shown.out
    assert shown.out.splitlines()[-1] == "3 files, 1 changed by you, 0 to decide on."


def test_a_text_that_changed_as_shipped_is_one_until_somebody_decided(run: Run, tmp_path: Path) -> None:
    firm = tmp_path / "firm"
    run("content", "new-pack", firm, "--document", "POL-BAK")
    listing = firm / "pack.yaml"
    said = listing.read_text(encoding="utf-8")
    listing.write_text(said.partition("sha256: ")[0] + f"sha256: {'0' * 64}\n", encoding="utf-8")
    policy = firm / "policy_templates" / "en" / "policies" / "backup.md"
    policy.write_text(policy.read_text(encoding="utf-8") + "Ours.\n", encoding="utf-8")
    waiting = run("content", "pack", firm, "--json")
    assert (waiting.code, [one["state"] for one in json.loads(waiting.out)["files"]]) == (1, ["both"])
    kept = run("content", "pack", firm, "--keep-mine", "POL-BAK")
    assert (kept.code, policy.read_text(encoding="utf-8")[-6:]) == (0, "Ours.\n")
    taken = run("content", "pack", firm, "--take-new", "POL-BAK")
    assert (taken.code, "as shipped" in taken.out) == (0, True)
    assert "set-aside" in taken.err
