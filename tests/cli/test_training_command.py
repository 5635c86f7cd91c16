"""Training on the command line: who needs what, and entering what was done, with the day of entering beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import SAMPLES

if TYPE_CHECKING:
    from tests.cli.driving import Run

DANA = "dana-whitfield"


def test_who_needs_which_course_is_told(run: Run) -> None:
    ran = run("training", "list", SAMPLES / "brightwater.yaml", "--person", DANA)
    assert (ran.code, ran.err) == (0, "")
    assert "Dana Whitfield: TRN-03 " in ran.out
    assert ran.out.rstrip().endswith("overdue or to be repeated.")


def test_a_course_is_entered_with_todays_date_beside_its_own(run: Run) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    ran = run("training", "add", "acme", DANA, "TRN-03", "--on", "2026-09-01", "--hours", "4", "--result", "9 of 10")
    assert ran.code == 0
    said = json.loads(run("training", "list", "acme", "--person", DANA, "--json").out)["courses"]
    assert next(one for one in said if one["course"] == "TRN-03")["taken_on"] == "2026-09-01"
    text = run("answers", "--project", "acme").out
    entered = text[text.index("completions:") :]
    assert "entered_on: 2026-09-01" not in entered
    assert "entered_on: 20" in entered


def test_a_course_is_shown_by_evidence_that_is_there(run: Run) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    ran = run("training", "add", "acme", DANA, "TRN-03", "--on", "2026-09-01", "--evidence", "../x")
    assert (ran.code, 'no piece of evidence "../x"' in ran.err) == (4, True)


def test_certificates_and_skills_are_kept(run: Run) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    assert run("training", "certificate", "acme", DANA, "Security+", "--expires", "2029-01-31").code == 0
    assert run("training", "skill", "acme", DANA, "access_identity", "--before", "1").code == 0
    assert run("training", "skill", "acme", DANA, "access_identity", "--after", "2").code == 0
    text = run("answers", "--project", "acme").out
    assert "Security+" in text
    assert text.count("area: access_identity") == 1
    assert "before: '1'" in text or "before: 1" in text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("add", "acme", "dana-whitfeld", "TRN-03", "--on", "2026-09-01"), "dana-whitfield"),
        (("add", "acme", DANA, "TRN-33", "--on", "2026-09-01"), "TRN-"),
        (("add", "acme", DANA, "TRN-03", "--on", "2190-09-01"), "still to come"),
        (("add", "acme", DANA, "TRN-03", "--on", "1999-09-01"), "began on"),
        (("certificate", "acme", DANA, "S+", "--issued", "2026-01-31", "--expires", "2025-01-31"), "before it was"),
        (("skill", "acme", DANA, "cooking"), "access_identity"),
    ],
)
def test_what_cannot_be_entered_is_told_and_nothing_is_kept(run: Run, given: tuple[str, ...], said: str) -> None:
    run("new", "acme", "--from", SAMPLES / "brightwater.yaml")
    before = run("answers", "--project", "acme").out
    ran = run("training", *given)
    assert ran.code == 4
    assert said in ran.err
    assert run("answers", "--project", "acme").out == before
