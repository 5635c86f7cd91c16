"""The table of revisions tells which texts were approved, and never more than is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from soc2desk.document.blocks import Heading, Table, plain
from soc2desk.domain.project import Approval
from tests.composed import composed, document, of_sample, sample


def rows(approval: Approval | None) -> list[list[str]]:
    """Return the table at the end of a policy of a sample with this approval of it."""
    before = sample("brightwater")
    others = tuple(one for one in before.approvals if one.id != "POL-ACP")
    made = composed(replace(before, approvals=(*others, approval) if approval else others))
    heading, table = document(made, "POL-ACP").blocks[-2:]
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def recorded() -> Approval:
    return sample("brightwater").approval["POL-ACP"]


def test_an_approved_text_bears_its_version_the_day_it_was_recorded_and_who_approved() -> None:
    assert rows(recorded()) == [["1.0", "16 November 2026", "This text was approved", "Helen Marchetti"]]


def test_a_text_that_changed_since_is_not_shown_as_approved() -> None:
    assert rows(replace(recorded(), text="0" * 64)) == [
        ["\u2013", "16 November 2026", "An earlier text was approved", "Helen Marchetti"],
        ["1.0", "\u2013", "The present text, which nobody has approved yet", "\u2013"],
    ]


def test_a_text_that_nobody_approved_says_so() -> None:
    assert rows(None) == [["1.0", "\u2013", "The present text, which nobody has approved yet", "\u2013"]]


def test_an_earlier_decision_stands_beside_the_day_of_record_as_what_the_company_says() -> None:
    ((_, day, said, by),) = rows(
        replace(recorded(), decided_on=date(2026, 3, 2), minutes="Board 2026-03", entered_by="dana-whitfield")
    )
    assert day == "16 November 2026"
    assert "the company says that it was decided on 2 March 2026 (minutes: Board 2026-03)" in said
    assert by == "Helen Marchetti; entered by Dana Whitfield"


@pytest.mark.parametrize(("sample_name", "doc_id"), [("clinique-erable", "POL-PRN"), ("brightwater", "REC-UAR")])
def test_customers_and_forms_have_no_table_of_revisions(sample_name: str, doc_id: str) -> None:
    last = document(of_sample(sample_name), doc_id).blocks[-1]
    assert not (isinstance(last, Table) and last.id == "revisions")
