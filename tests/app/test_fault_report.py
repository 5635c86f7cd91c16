"""A report of a fault goes to strangers: it holds where in the program it happened, and nothing that a person typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import soc2desk
from soc2desk.app.fault_report import LONGEST, report_of, where_of
from soc2desk.reading.convert import decode_json

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWER = "Northwind Secret Ltd"


class Quoting(Exception):
    """Says what it was given."""


def caught(act: Callable[[], object]) -> BaseException:
    """Return what an act of somebody fails with."""
    try:
        act()
    except Exception as fault:  # noqa: BLE001 - whatever it is, a report is made of it
        return fault
    raise AssertionError("nothing failed")


def quoting() -> None:
    company = ANSWER
    try:
        {}[company]
    except KeyError as cause:
        raise Quoting(f"{company} cannot be used") from cause


def test_neither_the_words_of_a_fault_nor_of_its_causes_nor_any_value_is_in_a_report() -> None:
    report = report_of(caught(quoting))
    assert "Northwind" not in report
    assert "test_fault_report.py:" in report
    assert " in quoting\n" in report
    assert report.endswith("Quoting")


def test_a_report_names_the_version_and_no_folder_of_the_person() -> None:
    report = report_of(caught(lambda: decode_json(None, int, ANSWER)))  # type: ignore[arg-type]
    assert report.startswith(f"soc2desk {soc2desk.__version__}, Python ")
    assert "soc2desk/reading/convert.py:" in report
    assert str(Path.home()) not in report
    assert str(Path(soc2desk.__file__).parents[1]) not in report
    assert "Northwind" not in report


def test_the_last_place_in_the_program_is_told_and_none_where_there_is_none() -> None:
    assert where_of(caught(lambda: decode_json(None, int, ANSWER))).startswith("soc2desk/reading/convert.py:")  # type: ignore[arg-type]
    assert where_of(caught(quoting)) == ""


def test_a_fault_without_end_is_cut() -> None:
    def deeper() -> None:
        deeper()

    assert len(report_of(caught(deeper))) <= LONGEST
