"""A client's own policies on the command line: read, shown, marked, taken out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import SAMPLES
from tests.renderers.own_policy import put_policy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.driving import Run


def test_a_consultant_takes_the_policy_that_is_there_and_marks_it(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    said = ("--title", "Our policy", "--version", "3.1", "--approved-on", "2026-03-01")
    looked = run("policies", "read", "acme", put_policy(tmp_path), *said, "--dry-run")
    assert "our-policy-4-2  check  ACC-07  4.2 Access reviews" in looked.out
    assert json.loads(run("policies", "list", "acme", "--json").out) == [], "nothing was written"
    assert run("policies", "read", "acme", put_policy(tmp_path), *said).code == 0
    assert run("policies", "mark", "acme", "our-policy-4-2", "--by", "Dana Whitfield").code == 0
    sections = json.loads(run("policies", "sections", "acme", "our-policy", "--json").out)
    assert {one["id"]: one["controls"] for one in sections if one["confirmed_by"]} == {"our-policy-4-2": ["ACC-07"]}
    by_title = run("policies", "sections", "acme", "our POLICY", "--json").out
    assert json.loads(by_title) == sections
    mistyped = run("policies", "sections", "acme", "our-polcy")
    assert (mistyped.code, mistyped.out, "Did you mean our-policy?" in mistyped.err) == (2, "", True)
    assert "our-policy  Our policy  3.1  approved on 2026-03-01  e-0001" in run("policies", "list", "acme").out
    assert run("policies", "drop", "acme", "our-policy").code == 0
    assert run("policies", "sections", "acme").out == ""


def test_what_is_no_policy_is_refused(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    assert run("policies", "read", "acme", put_policy(tmp_path, b"no Word file")).code == 5
    assert run("policies", "read", "acme", tmp_path / "nowhere.docx").code == 5
    assert run("policies", "mark", "acme").code == 2
