"""The self-check on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.driving import SAMPLES

if TYPE_CHECKING:
    from tests.cli.driving import Run


def test_answers_proposals_and_what_lies_beyond_are_said(run: Run) -> None:
    run("new", "acme")
    run("set", "acme", "self_check.BC.1.2=yes", "self_check.BC.1.2.evidence=A binder")
    ran = run("baseline", "acme")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 of 42 items answered.\n  BC.1.2  Yes: A binder\n")
    assert "a printed copy.  [answers.offline_copy_form]" in ran.out
    assert "CC7.2" in ran.out
    assert "An answer here confirms no control." in ran.out


def test_a_program_reads_every_item(run: Run) -> None:
    said = json.loads(run("baseline", SAMPLES / "prairie-hosting.yaml", "--json").out)
    assert said["answered"] == 16
    assert len(said["items"]) == 47
    row = next(item for item in said["items"] if item["item"] == "BC.9.6")
    assert (row["answer"], row["note"]) == ("not_applicable", "Nobody pays us by card.")
    assert said["beyond"][0] == "CC1.1"


def test_an_unknown_item_is_refused(run: Run) -> None:
    run("new", "acme")
    ran = run("set", "acme", "self_check.BC.99=yes")
    assert ran.code == 4
    assert "There is no baseline item 'BC.99'." in ran.err
