from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.app.checking import at_least, look_over
from soc2desk.app.desk import Desk, Source
from soc2desk.domain.findings import Severity
from tests.composed import DAY, changed, sample

if TYPE_CHECKING:
    from pathlib import Path


def test_answers_are_looked_over_as_of_today_or_another_day(tmp_path: Path) -> None:
    desk = Desk(tmp_path, DAY)
    leaving = changed(sample("tamarack"), "people.tobias-nystrom.end=2026-12-31")
    source = Source(leaving, "acme")
    assert "FD-02" not in {finding.rule for finding in look_over(desk, source).findings}
    later = look_over(desk, source, date(2027, 1, 1)).findings
    assert "FD-02" in {finding.rule for finding in at_least(later, Severity.HIGH)}
    assert {finding.severity for finding in at_least(later, Severity.HIGH)} == {Severity.HIGH}
