"""What may stand in a blank form: who, what and by when, named by its source."""

from __future__ import annotations

import pytest

from soc2desk.domain.records import FITTING, SOURCES, Part, Source, source_of


def test_a_source_says_what_it_tells() -> None:
    assert source_of("system.owner") == Source("system", "owner")
    assert [source_of(text).part for text in ("system.owner", "vendor.name", "period.id")] == list(Part)
    assert source_of("role.executive_sponsor").part is Part.WHO
    assert source_of("") is None


@pytest.mark.parametrize("text", ["system", "system.password", "role", "role.", "review.result", "."])
def test_a_source_that_nobody_offers_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text.replace(".", r"\.")):
        source_of(text)


def test_no_kind_of_field_that_tells_what_was_done_can_be_filled_in_advance() -> None:
    fitting = {kind for kinds in FITTING.values() for kind in kinds}
    assert fitting.isdisjoint({"signature", "boolean", "datetime", "number", "table"})
    assert "date" not in FITTING[Part.WHO] | FITTING[Part.WHAT]
    assert set(SOURCES.values()) == set(Part)
