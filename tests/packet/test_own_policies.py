"""What a client's own policy states is not written again, and whatever points there leads to the client's document."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.document.walk import runs_in
from soc2desk.domain.in_own_policies import own_clauses_of
from tests.composed import composed, document, findings, of_sample, sample, table
from tests.entered import entered, evidence

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition
    from soc2desk.reading.located import Plain

DAY = date(2027, 5, 20)
FILE = evidence("Information Security Policy", file="e-1-policy.docx", digest="0" * 64, size="9")
POLICY: dict[str, Plain] = {
    "title": "Information Security Policy", "version": "3.1", "on": "2026-11-02", "digest": "0" * 64,
    "evidence": "e-1",
}  # fmt: skip


def section(number: str, heading: str, controls: list[Plain]) -> dict[str, Plain]:
    row: dict[str, Plain] = {"document": "isp", "heading": heading, "number": number, "text": "{{ x }}"}
    return row | {
        "digest": "0" * 64,
        "controls": controls,
        "confirmed_by": "priya-natarajan",
        "confirmed_on": "2026-11-02",
    }


def stated(doc: str) -> list[Plain]:
    found = [one for one in of_sample("brightwater").clauses if one.document == doc]
    return list(dict.fromkeys(control for one in found for control in one.controls))


@cache
def partly() -> Composition:
    rows = {
        "own_documents.isp": POLICY,
        "own_clauses.one": section("4.2", "Access <reviews>", ["ACC-07"]),
        "evidence.e-1": FILE,
    }
    return composed(entered(sample("brightwater"), rows), DAY)


@cache
def wholly() -> Composition:
    rows = {
        "own_documents.isp": POLICY | {"approved_on": "2026-03-01", "approved_by": "The board"},
        "own_clauses.one": section("4.2", "Access", stated("POL-ACP")),
        "evidence.e-1": FILE,
    }
    return composed(entered(sample("brightwater"), rows), DAY)


def test_a_section_prints_only_where_a_control_is_left_to_it() -> None:
    before = {one.id for one in of_sample("brightwater").clauses}
    gone = {one.rpartition("/")[0] for one in before - {one.id for one in partly().clauses}}
    assert gone
    for section_id in gone:
        left = [one for one in of_sample("brightwater").clauses if one.id.rpartition("/")[0] == section_id]
        assert {control for one in left for control in one.controls} == {"ACC-07"}
    assert "POL-ACP" in {one.id for one in partly().documents}


def test_the_matrix_and_coverage_name_the_clients_own_section_first() -> None:
    assert table(partly(), "REG-MTX", "matrix")["ACC-07"]["clause"].startswith(
        "Information Security Policy, 4.2 Access <reviews>; "
    )
    assert "Information Security Policy, 4.2" in table(partly(), "REG-COV", "coverage")["CC6.2"]["clause"]


def test_a_policy_whose_every_control_stands_there_is_not_written_and_references_lead_to_the_clients() -> None:
    assert "POL-ACP" not in {one.id for one in wholly().documents}
    runs = [run for one in wholly().documents for run in runs_in(one.blocks)]
    assert not [run for run in runs if run.target.partition("/")[0] == "POL-ACP"]
    led = {run.text for run in runs if run.text.startswith("Information Security Policy") and not run.target}
    assert {"Information Security Policy", "Information Security Policy, 4.2 Access"} <= led
    assert "POL-ACP" not in wholly().hashes, "nobody approves what is not written"


def test_the_register_of_policies_states_version_approval_file_and_sections() -> None:
    row = table(wholly(), "REG-POL", "own-policies")["isp"]
    assert (row["version"], row["own_file"]) == ("3.1", "E-1, SHA-256 " + "0" * 16)
    assert row["own_approval"].startswith("2026-03-01")
    assert row["own_approval"].endswith("by The board")
    assert row["own_sections"].startswith("4.2 Access: ")
    assert table(partly(), "REG-POL", "own-policies")["isp"]["own_approval"] == "nobody said"


def test_the_list_of_promises_invents_no_rhythm_for_it() -> None:
    row = table(partly(), "REG-PRM", "own-policies")["ACC-07"]
    assert row["how_often"] == "as your own document says"


def test_a_control_stated_and_approved_there_is_approved() -> None:
    assert wholly().levels.controls["ACC-05"].level.rank >= 2
    assert document(wholly(), "DSC") is not None
    assert findings(wholly(), "SD-88") == ()


def test_a_section_that_nobody_named_marked_or_of_which_no_file_is_kept_covers_nothing() -> None:
    marked = section("4.2", "Access", ["ACC-07"])
    nobody = {name: value for name, value in marked.items() if name != "confirmed_by"}
    another = FILE | {"digest": "1" * 64}
    for clause, piece in ((nobody, FILE), (marked, another)):
        rows = {"own_documents.isp": POLICY, "own_clauses.one": clause, "evidence.e-1": piece}
        assert own_clauses_of(entered(sample("brightwater"), rows)) == {}
    rows = {"own_documents.isp": POLICY, "own_clauses.one": marked}
    assert own_clauses_of(entered(sample("brightwater"), rows)) == {}
    assert list(own_clauses_of(entered(sample("brightwater"), rows | {"evidence.e-1": FILE}))) == ["ACC-07"]
