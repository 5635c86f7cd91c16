"""The top policy sends a reader to every policy of the packet, and to none that is not in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Table
from tests.composed import SAMPLES, after, document, of_sample

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition

LEADS = {"policy", "plan"}
WIDE = "categories=security,availability,confidentiality,processing_integrity,privacy"


def named(made: Composition) -> list[str]:
    """Return the documents that the last table of the top policy's own leads to; its revisions stand after it."""
    table = [block for block in document(made, "POL-ISP").blocks if isinstance(block, Table)][-2]
    return [run.target for row in table.rows for cell in row.cells for run in cell if run.target]


def leading(made: Composition) -> set[str]:
    return {one.id for one in made.documents if one.kind in LEADS and one.id != "POL-ISP"}


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_policy_and_plan_of_a_packet_is_named_once(sample: str) -> None:
    made = of_sample(sample)
    found = named(made)
    assert len(found) == len(set(found))
    assert leading(made) - set(found) == set()
    assert set(found) <= {one.id for one in made.documents}


@pytest.mark.parametrize("sample", SAMPLES)
def test_with_every_category_the_documents_of_each_are_named_too(sample: str) -> None:
    made = after(sample, WIDE)
    assert {"POL-PIP", "POL-PRP", "POL-PRN", "POL-DSR"} <= set(named(made))
    assert leading(made) <= set(named(made))


def test_a_firm_that_writes_no_software_is_not_sent_to_rules_for_it() -> None:
    assert "POL-SDL" in named(of_sample("brightwater"))
    assert "POL-SDL" not in named(after("brightwater", "develops_software=no"))
