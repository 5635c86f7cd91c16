"""What stands round a document's text, and what a reader outside does not need."""

from __future__ import annotations

from soc2desk.document.blocks import Audience, Clause
from tests.composed import clauses, document, of_sample


def test_documents_for_customers_print_no_ids_of_controls_and_the_matrix_keeps_them() -> None:
    made = of_sample("clinique-erable")
    notice = document(made, "POL-PRN")
    assert notice.audience is Audience.CUSTOMER
    assert [block.id for block in notice.blocks if isinstance(block, Clause) and block.controls] == []
    stated = {control for entry in made.clauses if entry.document == "POL-PRN" for control in entry.controls}
    assert {"PRV-03", "PRV-06"} <= stated
    assert ("POL-PRN/rights/see", ("PRV-06",)) in {(entry.id, entry.controls) for entry in made.clauses}


def test_documents_for_staff_keep_the_ids() -> None:
    assert any(clause.controls for clause in clauses(of_sample("clinique-erable"), "POL-PRP").values())


def test_a_cover_for_customers_names_no_criteria_and_no_approval_and_a_public_notice_no_examination() -> None:
    made = of_sample("clinique-erable")
    labels = {one.id: [fact.label for fact in one.cover] for one in made.documents}
    assert labels["POL-PRN"] == ["Service"]
    assert labels["RPT-LTR"] == ["Service", "Categories", "Report"]
    assert {"Approval", "Criteria served", "Document owner"} <= set(labels["POL-PRP"])
    assert document(made, "POL-PRN").keywords == ()
