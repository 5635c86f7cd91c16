"""A record that claims a day long before it was entered is kept, and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from soc2desk.domain.entered_late import claimed, days_late
from soc2desk.domain.kept_records import KeptRecord, Signature
from tests.composed import catalogue
from tests.domain.filled_records import filled

REVIEW = catalogue().record["access_review"]


@pytest.mark.parametrize(("entered", "days", "late"), [(25, 10, False), (26, 11, True), (10, -5, False)])
def test_more_than_ten_days_between_the_claim_and_the_entry_are_told(entered: int, days: int, *, late: bool) -> None:
    record = replace(filled(REVIEW, review_date=date(2027, 3, 15)), entered_on=date(2027, 3, entered))
    found = days_late(record, REVIEW)
    assert found is not None
    assert (found.field, found.claimed, found.days, found.is_late) == ("review_date", date(2027, 3, 15), days, late)


def test_a_record_that_grows_counts_from_its_last_name() -> None:
    layout = catalogue().record["incident_log"]
    record = replace(filled(layout, closed_by=Signature("ana", date(2027, 3, 1))), entered_on=date(2027, 3, 20))
    found = days_late(record, layout)
    assert found is not None
    assert (found.field, found.days) == ("closed_by", 19)


def test_nothing_is_said_of_a_record_without_a_day() -> None:
    assert days_late(KeptRecord("one", "access_review", entered_on=date(2027, 3, 20)), REVIEW) is None
    assert days_late(replace(filled(REVIEW), entered_on=None), REVIEW) is None


def test_every_layout_with_a_day_or_a_signature_has_the_day_that_it_claims() -> None:
    without = {one.id for one in catalogue().records if not claimed(one)}
    assert without == {"control_self_assessment", "privacy_breach_register"}
    for layout in catalogue().records:
        kinds = {field.kind for field in layout.fields if field.name == claimed(layout)}
        assert kinds <= {"date", "datetime", "signature"}
        assert bool(kinds) is bool(claimed(layout))
