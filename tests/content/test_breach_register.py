"""The register of incidents holds what the regulation of Quebec asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

EIGHT = {
    "information": ("information", "cannot be described"),
    "circumstances": ("circumstances",),
    "incident_date": ("date or period of the incident",),
    "aware_date": ("date or period", "aware"),
    "people_count": ("number of people",),
    "harm_assessment": ("why there is, or is not", "risk of serious"),
    "notices": ("notices",),
    "measures": ("measures",),
}
"""Each kind of content by its field, with words without which its label would ask for something else."""


@pytest.mark.parametrize("name", EIGHT)
def test_each_of_the_eight_kinds_of_content_has_its_field(catalogue: Catalogue, name: str) -> None:
    record = next(one for one in catalogue.records if one.id == "privacy_breach_register")
    field = next(one for one in record.fields if one.name == name)
    assert field.required
    for word in EIGHT[name]:
        assert word in field.label.casefold()


def test_notices_to_regulators_people_and_the_public_have_their_dates_and_reasons(catalogue: Catalogue) -> None:
    record = next(one for one in catalogue.records if one.id == "privacy_breach_register")
    field = next(one for one in record.fields if one.name == "notices")
    said = repr(field).casefold()
    assert [word for word in ("regulators", "people", "public", "reason") if word not in said] == []


def test_it_is_kept_for_the_longer_of_the_two_times(catalogue: Catalogue) -> None:
    record = next(one for one in catalogue.records if one.id == "privacy_breach_register")
    said = repr(record).casefold()
    assert "five years" in said or "5 years" in said
    assert "24 months" in said
