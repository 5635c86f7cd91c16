from __future__ import annotations

from dataclasses import replace
from datetime import date

from soc2desk.document.blocks import Audience
from soc2desk.domain.auditing import EarlierReport, Retest
from tests.composed import composed, document, of_sample, sample, table

REPORT = EarlierReport("report-2026-09-30", "type_1", date(2026, 9, 30), date(2026, 9, 30), date(2026, 10, 31))
LATE = Retest("retest-1", "Two reviews were late", REPORT.id, ("ACC-07",), "Both on time this year")
SHOWN = replace(LATE, id="retest-2", name="A leaver kept access", shown_on=date(2026, 11, 10))


def test_without_an_exception_there_is_no_register_and_no_claim() -> None:
    assert "REG-RTS" not in {one.id for one in of_sample("tamarack").documents}


def test_each_exception_stands_with_its_report_its_owner_and_whether_it_was_shown() -> None:
    made = composed(replace(sample("brightwater"), earlier_reports=(REPORT,), retests=(LATE, SHOWN)))
    assert document(made, "REG-RTS").audience is Audience.INTERNAL
    rows = table(made, "REG-RTS", "retests")
    assert rows["retest-1"]["earlier_report"] == "Type I, 2026-09-30"
    assert rows["retest-1"]["state"] == "Still to be shown"
    assert rows["retest-1"]["owner"]
    assert rows["retest-2"]["state"] == "Shown on 2026-11-10"


def test_a_day_still_to_come_has_shown_nothing() -> None:
    ahead = replace(LATE, shown_on=date(2099, 1, 1))
    made = composed(replace(sample("brightwater"), retests=(ahead,)))
    assert table(made, "REG-RTS", "retests")["retest-1"]["state"] == "Still to be shown"
