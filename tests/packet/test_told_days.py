"""Days that an answers file tells are printed as told, wherever a document says when something was entered."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from soc2desk.document.blocks import plain
from soc2desk.packet.compose import Composition
from tests.composed import composed, document, of_sample, sample, table, words
from tests.entered import entered, evidence

TOLD = "the day is as the file of answers says"
NOTE = "as the file of answers says them"
TAKEN = {"person": "dana-whitfield", "course": "TRN-01", "on": "2026-11-05", "entered_on": "2026-11-06"}
ROWS = {"evidence.e-1": evidence("A list", received="2026-11-03"), "completions.one": TAKEN}


@cache
def from_a_file() -> Composition:
    return composed(replace(entered(sample("brightwater"), ROWS), days_are_told=True))


def approval_on(made: Composition) -> str:
    return next(plain(fact.runs) for fact in document(made, "POL-ACP").cover if fact.label == "Approval")


def test_an_approval_that_a_file_tells_of_bears_its_day_as_told_on_cover_in_revisions_and_in_the_register() -> None:
    made = from_a_file()
    assert approval_on(made).startswith("Recorded approval of this text by ")
    assert TOLD in approval_on(made)
    assert TOLD in table(made, "POL-ACP", "revisions")["approved"]["revision"]
    assert TOLD in table(made, "REG-POL", "policies")["POL-ACP"]["approval"]


def test_a_lapsed_approval_of_a_file_is_told_as_well() -> None:
    project = replace(sample("brightwater"), days_are_told=True)
    lapsed = tuple(replace(one, text="0" * 64) for one in project.approvals)
    made = composed(replace(project, approvals=lapsed))
    assert "Text changed since" in approval_on(made)
    assert TOLD in approval_on(made)
    assert TOLD in table(made, "REG-POL", "policies")["POL-ACP"]["approval"]


def test_each_register_that_prints_entered_days_says_that_a_file_tells_them() -> None:
    made = from_a_file()
    for register in ("REG-POL", "REG-EVI", "REG-TRN", "REG-RSK", "REG-EXC", "REG-SVA", "REG-SUB"):
        assert NOTE in words(document(made, register)), register


def test_the_days_themselves_stay_as_they_are() -> None:
    made = from_a_file()
    assert table(made, "REG-EVI", "evidence")["e-1"]["received"] == "2026-11-03"
    assert table(made, "REG-TRN", "taken")["one"]["entered"] == "2026-11-06"


def test_nothing_of_it_stands_where_this_program_took_the_days_down() -> None:
    said = "".join(words(one) for one in of_sample("brightwater").documents)
    assert TOLD not in said
    assert NOTE not in said
