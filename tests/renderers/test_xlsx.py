"""The workbook: opens cleanly, is the same every time, and has a sheet for each table."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from soc2desk.document.blocks import (
    Column,
    Document,
    Paragraph,
    text,
)
from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers import xlsx
from tests.renderers.every_kind import LOOK, document, register
from tests.renderers.workbook_file import opened, table_of


@pytest.mark.parametrize("made", [document(), register(), register(table_of(Column("a", "A")))])
def test_a_validator_of_the_format_finds_nothing(made: Document, tmp_path: Path) -> None:
    target = tmp_path / "made.xlsx"
    target.write_bytes(xlsx.render(made, LOOK))
    assert OpenXmlValidator().validate(target).errors == []


def test_the_bytes_are_the_same_in_another_process_and_time_zone() -> None:
    program = (
        "import hashlib; from soc2desk.renderers import xlsx; from tests.renderers.every_kind import LOOK, document;"
        "print(hashlib.sha256(xlsx.render(document(), LOOK)).hexdigest())"
    )
    elsewhere = os.environ | {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"}
    there = subprocess.run([sys.executable, "-c", program], env=elsewhere, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == hashlib.sha256(xlsx.render(document(), LOOK)).hexdigest()


def test_the_properties_say_what_it_is_and_hold_no_time_of_day() -> None:
    properties = opened(register()).properties
    assert properties.title == "Vendor register"
    assert properties.creator == "A & B Advisers <LLP>"
    assert properties.created == properties.modified == datetime(2026, 11, 20)  # noqa: DTZ001


def test_a_document_with_nothing_for_a_sheet_is_refused() -> None:
    with pytest.raises(ContentProblem, match="no table") as caught:
        xlsx.render(document(Paragraph(text("Only words."))), LOOK)
    assert caught.value.where == "POL-ACP"
    with pytest.raises(ContentProblem, match="year-month-day"):
        xlsx.render(replace(register(), date="soon"), LOOK)


def test_sheets_stand_in_order_with_names_excel_takes() -> None:
    titles = [
        "Controls [all]: a/b\\c*?",
        "controls all a b c",
        "",
        "About",
        "'quoted'",
        "x" * 40,
        "X" * 40,
        "\U0001f512" * 20,
    ]
    made = opened(register(*(table_of(Column("a", "A"), title=title) for title in titles)))
    assert made.sheetnames == [
        "About",
        "Controls all a b c",
        "controls all a b c (2)",
        "Table 3",
        "About (2)",
        "quoted",
        "x" * 31,
        "X" * 27 + " (2)",
        "\U0001f512" * 15,
    ]


def test_a_workbook_for_europe_is_set_for_its_paper() -> None:
    assert opened(register())["About"].page_setup.paperSize == 1
    assert opened(replace(register(), language="fr-FR"))["About"].page_setup.paperSize == 9
