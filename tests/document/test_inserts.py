"""What an insert stands for, and what is said of a name that stands for nothing."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import Form
from soc2desk.document.inserts import insert, known_inserts
from soc2desk.domain.problems import ContentProblem
from tests.composed import of_sample

ENGAGEMENT = of_sample("tamarack").engagement


def test_every_layout_can_be_inserted_with_its_dates_and_rules() -> None:
    catalogue = ENGAGEMENT.catalogue
    assert len(catalogue.records) == 26
    for record in catalogue.records:
        assert insert(f"record {record.id}", ENGAGEMENT)
        assert insert(f"record-rules {record.id}", ENGAGEMENT)
        assert bool(insert(f"record-due {record.id}", ENGAGEMENT)) == bool(
            [one for one in record.owed_by if one in ENGAGEMENT.state]
        )
        assert record.cadence != "per_event" or not record.owed_by
    assert any(isinstance(block, Form) for block in insert("record access_review", ENGAGEMENT))
    assert {"record access_review", "record-due access_review"} <= set(known_inserts(catalogue))


@pytest.mark.parametrize("name", ["record acess_review", "records access_review", "record", "", "record-due"])
def test_a_name_that_stands_for_nothing_is_refused(name: str) -> None:
    with pytest.raises(ContentProblem, match="nothing to insert"):
        insert(name, ENGAGEMENT)
    with pytest.raises(ContentProblem) as caught:
        insert("record acess_review", ENGAGEMENT)
    assert caught.value.hint == "Did you mean record access_review?"
