"""Rules about sections that a person worded anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import Desk
from soc2desk.app.wording import edited, kept, restored
from soc2desk.domain.project import Edit
from tests.composed import DAY, composed, document, findings, sample, words

if TYPE_CHECKING:
    from soc2desk.domain.project import Project

DESK = Desk(Path("nowhere"), DAY)
SECTION = "POL-ACP/purpose"
BASE = sample("brightwater")
MINE = edited(DESK, BASE, SECTION, "Why {{ company }} has this policy.", BASE.people[0].id)


def test_a_sample_with_a_good_wording_has_none_of_the_three() -> None:
    made = composed(MINE)
    assert "Why Brightwater Labs Inc. has this policy." in words(document(made, "POL-ACP"))
    assert [f for f in made.findings if f.rule in {"SD-10", "SD-11", "SD-12"}] == []


def test_sd_10_a_wording_that_can_no_longer_be_used_gives_way_to_the_template() -> None:
    edit = replace(MINE.edit[SECTION], text="Why {{ compny }} has it.")
    made = composed(replace(BASE, edits=(edit,)))
    (finding,) = findings(made, "SD-10")
    assert (finding.severity, finding.place, finding.about) == ("high", f"documents.{SECTION}", SECTION)
    assert 'Access control policy, Purpose: The name "compny" stands behind no question.' in finding.message
    assert document(made, "POL-ACP") == document(composed(BASE), "POL-ACP")
    assert findings(composed(restored(replace(BASE, edits=(edit,)), SECTION)), "SD-10") == ()


def test_sd_10_a_wording_of_a_section_or_document_that_is_gone() -> None:
    gone = tuple(Edit(id_, "Words.", "0" * 64, DAY) for id_ in ("POL-ACP/old-section", "POL-OLD/scope"))
    made = composed(replace(BASE, edits=gone))
    assert {f.about for f in findings(made, "SD-10")} == {"POL-ACP/old-section", "POL-OLD/scope"}
    assert made.documents[0] == composed(BASE).documents[0]


def test_sd_11_the_template_changed_under_a_wording_until_a_person_looked() -> None:
    old = replace(BASE, edits=(replace(MINE.edit[SECTION], replaced="0" * 64),))
    (finding,) = findings(composed(old), "SD-11")
    assert (finding.severity, finding.place) == ("medium", f"documents.{SECTION}")
    assert "Access control policy, Purpose" in finding.message
    assert "Why Brightwater" in words(document(composed(old), "POL-ACP"))
    assert findings(composed(kept(DESK, old, SECTION)), "SD-11") == ()


def test_sd_12_a_wording_that_takes_the_last_clause_of_a_control_away() -> None:
    made = composed(BASE)
    policies = {one.id for one in made.documents if one.kind in {"policy", "plan", "procedure"}}
    said = (one for one in made.clauses if one.document in policies and "CHG-06" in one.controls)
    *others, last = dict.fromkeys(one.id.rpartition("/")[0] for one in said)
    left = BASE
    for section in others:
        left = edited(DESK, left, section, "We test elsewhere.", "")
    assert _about("CHG-06", left) == set()
    cut = edited(DESK, left, last, "We test elsewhere.", "")
    assert f"documents.{last}" in _about("CHG-06", cut)
    again = edited(DESK, cut, last, "1. Tests run elsewhere. [CHG-06]", "")
    assert _about("CHG-06", again) == set()


def _about(control: str, project: Project) -> set[str]:
    found = [one for one in findings(composed(project), "SD-12") if control in one.controls]
    assert all(one.severity == "medium" and control in one.message for one in found)
    return {one.place for one in found}


def test_sd_12_is_quiet_while_another_document_states_the_control() -> None:
    cut = edited(DESK, BASE, "REC-OFF/complete", "Look it over.", "")
    assert findings(composed(cut), "SD-12") == ()
    assert "REC-OFF" in {one.id for one in composed(cut).documents}
