"""Every control is asked about."""

from __future__ import annotations

from dataclasses import replace

from tests.lint.broken import seen, shipped


def test_a_control_nobody_asks_about_is_named_by_its_row() -> None:
    requests = tuple(replace(r, report_types=("type_1",)) if "ACC-07" in r.controls else r for r in shipped().requests)
    faults = seen("asked-for", replace(shipped(), requests=requests))
    mine = next(fault for fault in faults if "ACC-07" in fault.message)
    assert "type_2" in mine.message
    assert mine.where.startswith("resources/controls/acc.yaml, line ")


def test_a_control_with_a_request_for_each_report_is_left_alone() -> None:
    assert seen("asked-for", shipped()) == ()
