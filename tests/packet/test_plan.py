from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.document.blocks import Audience, Column, Companion, Paragraph, Row, Table, text
from soc2desk.domain.problems import UsageProblem
from soc2desk.packet.members import fault_of_path
from soc2desk.packet.plan import FOLDERS, PRINTED_ROWS, READERS, plan_files, slug
from tests.composed import SAMPLES, of_sample
from tests.packet.making import document

POLICY = document("POL-ACP", "Access control policy")
REGISTER = document("REG-MTX", "Matrix", "register", Audience.AUDITOR)
REPORT = document("REG-RDY", "Readiness report", "register", Audience.INTERNAL)
ALL = (REPORT, REGISTER, POLICY)


def paths(*arguments: object) -> list[str]:
    return [file.path for file in plan_files(ALL, *arguments)]  # type: ignore[arg-type]


def test_documents_are_word_files_and_registers_are_workbooks_and_both_are_pdf() -> None:
    assert paths("auditor") == [
        "01-policies/POL-ACP-access-control-policy.docx",
        "01-policies/POL-ACP-access-control-policy.pdf",
        "06-registers/REG-MTX-matrix.pdf",
        "06-registers/REG-MTX-matrix.xlsx",
    ]


def test_a_register_of_thousands_of_rows_is_a_workbook_alone_and_printed_where_no_workbook_is_asked_for() -> None:
    rows = tuple(Row((text(str(number)),), str(number)) for number in range(PRINTED_ROWS + 1))
    long = replace(REGISTER, blocks=(Table((Column("number", "Number"),), rows, ""),))
    fits = replace(REGISTER, blocks=(Table((Column("number", "Number"),), rows[1:], ""),))
    assert [file.format for file in plan_files((long,), "auditor")] == ["xlsx"]
    assert [file.format for file in plan_files((long,), "auditor", ("pdf",))] == ["pdf"]
    assert [file.format for file in plan_files((long,), "auditor", ("pdf", "html", "xlsx"))] == ["html", "xlsx"]
    assert [file.format for file in plan_files((fits,), "auditor")] == ["pdf", "xlsx"]


def test_what_stands_beside_a_document_comes_in_its_own_format_alone() -> None:
    sheet = Companion("xlsx", "", (Paragraph(text("Rows")),))
    pasted = Companion("md", "Ticket template", (Paragraph(text("Paste me")),))
    record = replace(document("REC-UAR", "Access review", "record"), companions=(sheet, pasted))
    files = plan_files((record,), "auditor")
    assert [file.path.removeprefix("04-records/REC-UAR-") for file in files] == [
        "access-review.docx",
        "access-review.pdf",
        "access-review.xlsx",
        "ticket-template.md",
    ]
    assert [file.document.blocks for file in files[2:]] == [sheet.blocks, pasted.blocks]
    assert [file.format for file in plan_files((record,), "auditor", ("html", "docx"))] == ["docx", "html"]


def test_web_pages_are_made_of_everything_when_asked_for() -> None:
    assert len(paths("auditor", ("html",))) == 2


def test_internal_papers_reach_the_team_alone() -> None:
    for reader in READERS:
        reached = any("REG-RDY" in path for path in paths(reader))
        assert reached == (reader in {"internal", "all"}), reader


def test_only_keeps_documents_by_id() -> None:
    assert paths("auditor", ("docx", "pdf"), ("REG-MTX",)) == ["06-registers/REG-MTX-matrix.pdf"]
    assert paths("auditor", ("pdf",), ("REG-RDY",)) == []


def test_a_format_that_stands_twice_is_made_once() -> None:
    assert paths("auditor", ("pdf", "pdf")) == paths("auditor", ("pdf",))


def test_an_unknown_format_or_document_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageProblem) as caught:
        paths("auditor", ("pfd",))
    assert caught.value.hint == "Did you mean pdf?"
    with pytest.raises(UsageProblem) as caught:
        paths("auditor", ("pdf",), ("POL-AC",))
    assert caught.value.hint == "Did you mean POL-ACP?"
    with pytest.raises(UsageProblem) as caught:
        paths("auditor", ("pdf",), ("nonsense",))
    assert caught.value.hint == "This packet has: POL-ACP, REG-MTX, REG-RDY."


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_file_of_a_sample_can_stand_in_a_packet_once(sample: str) -> None:
    files = plan_files(of_sample(sample).documents, "all", ("docx", "pdf", "xlsx", "html", "md"))
    found = [file.path for file in files]
    assert [fault_of_path(path) for path in found if fault_of_path(path)] == []
    assert len({path.lower() for path in found}) == len(found)
    assert {path.split("/")[0] for path in found} <= set(FOLDERS.values())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Brightwater Labs Inc.", "brightwater-labs-inc"),
        ("Clinique Érable & Fils", "clinique-erable-fils"),
        ("Łódź Ørsted Straße", "lodz-orsted-strasse"),
        ("../../etc/passwd", "etc-passwd"),
        ("株式会社", ""),
        ("---", ""),
    ],
)
def test_a_slug_is_what_one_would_type(words: str, expected: str) -> None:
    assert slug(words) == expected


@given(st.text())
def test_a_slug_with_a_date_is_a_name_on_every_system(words: str) -> None:
    assert fault_of_path(f"{slug(words) or 'packet'}-2026-11-20-internal.zip") is None
