"""The PDF renderer as a reader of the file meets it: words, pages, links, tags, and nothing that text can break."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from soc2desk.document.blocks import (
    Audience,
    Block,
    Bullets,
    Callout,
    Checklist,
    Clause,
    Column,
    Document,
    Fact,
    Form,
    FormField,
    Heading,
    Kind,
    ListItem,
    Look,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Run,
    SignOff,
    Table,
    text,
)
from soc2desk.domain.problems import FileProblem
from soc2desk.renderers import font_files, pdf

LONG = "The owner of each system reviews who has access and removes what is no longer needed. " * 8


def _document(*blocks: Block, **changes: object) -> Document:
    made = Document(
        id="POL-ACP",
        title="Access control policy",
        kind="policy",
        audience=Audience.AUDITOR,
        company="Northwind Cloud Inc.",
        date="2026-11-22",
        blocks=blocks,
        cover=(Fact("Owner", text("Head of Engineering")),),
        version="1.2",
        footer="Confidential",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def _render(*blocks: Block, **changes: object) -> bytes:
    return pdf.render(_document(*blocks, **changes), Look())


def _pages(data: bytes) -> list[str]:
    """Return the text of each page with any white space as one space."""
    pages = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


def _words(data: bytes) -> str:
    return " ".join(_pages(data))


def _tags(data: bytes) -> list[bytes]:
    return re.findall(rb"/S /(\w+) /P", data)


def _register(rows: int) -> Table:
    columns = (Column("id", "Control", 0.1), Column("text", "What is done", 5), Column("due", "Next due", 0.1))
    made = (Row((text(f"ACC-{at:02d}"), text(LONG), text("2026-11-22")), id=f"ACC-{at:02d}") for at in range(rows))
    return Table(columns, tuple(made), title="All controls", id="controls")


def test_the_cover_states_title_company_facts_version_and_that_it_is_a_draft() -> None:
    first = _pages(_render(Paragraph(text("Body."))))[0]
    for words in ("Northwind Cloud Inc.", "Access control policy", "Owner", "Head of Engineering", "Draft", "1.2"):
        assert words in first
    assert "Body." not in first


def test_a_record_starts_on_its_first_page() -> None:
    assert "Body." in _pages(_render(Paragraph(text("Body.")), kind="record"))[0]


def test_pages_are_letter_size_upright_or_on_their_side() -> None:
    upright, side = (pypdfium2.PdfDocument(_render(landscape=flat))[0].get_size() for flat in (False, True))
    assert upright == (612, 792)
    assert side == (792, 612)


def test_every_page_says_which_it_is_and_of_how_many() -> None:
    pages = _pages(_render(*(Paragraph(text(LONG)) for _ in range(20))))
    assert len(pages) > 2
    for at, page in enumerate(pages, start=1):
        assert f"Page {at} of {len(pages)}" in page
        assert "Confidential" in page


def test_headings_clauses_and_lists_keep_their_numbers_and_control_ids() -> None:
    found = _words(
        _render(
            Heading(text("Reviews"), number="4"),
            Clause("POL-ACP/reviews/quarterly", text("Access is reviewed."), "4.2", ("ACC-07", "ACC-08")),
            Bullets((ListItem(text("first")), ListItem(text("inner"), 1), ListItem(text("second"))), ordered=True),
        )
    )
    assert "4 Reviews" in found
    assert "4.2 Access is reviewed. [ACC-07, ACC-08]" in found
    assert "1. first a. inner 2. second" in found


def test_lists_to_tick_forms_and_signature_lines_show_their_labels() -> None:
    found = _words(
        _render(
            Checklist((ListItem(text("The list was exported.")),)),
            Callout(text("Keep it short."), "warn", "Note well"),
            Form(
                (
                    FormField("Reviewer", Kind.PERSON, "Who looked", text("Amélie Tremblay")),
                    FormField("Result", Kind.CHOICE, choices=("No change", "Changes made")),
                    FormField("Leavers found", Kind.BOOLEAN, required=False),
                )
            ),
            SignOff(("Policy owner",)),
        )
    )
    for words in ("The list was exported.", "Note well Keep it short.", "Reviewer Who looked Amélie Tremblay"):
        assert words in found
    for words in ("No change Changes made", "(optional)", "Yes No", "Role Name Signature Date", "Policy owner"):
        assert words in found


def test_a_page_break_starts_a_page_and_two_of_them_leave_no_empty_one() -> None:
    pages = _pages(_render(Paragraph(text("One.")), PageBreak(), PageBreak(), Paragraph(text("Two."))))
    assert ["One." in pages[1], "Two." in pages[2], len(pages)] == [True, True, 3]


def test_a_table_repeats_its_head_on_every_page_but_is_heard_once() -> None:
    data = _render(_register(20), kind="register", landscape=True)
    pages = _pages(data)
    assert len(pages) > 2
    assert all("What is done" in page for page in pages)
    assert _tags(data).count(b"TH") == 3
    assert _tags(data).count(b"TR") == 21


def test_ids_and_dates_are_never_broken_however_narrow_their_column() -> None:
    found = _words(_render(_register(12)))
    for at in range(12):
        assert re.search(rf"\bACC-{at:02d}\b", found)
    assert found.count("2026-11-22") >= 12


def test_a_cell_taller_than_a_page_goes_on_with_all_its_words() -> None:
    cell = " ".join(f"w{at:04d}" for at in range(3000))
    table = Table((Column("a", "Id"), Column("b", "Story", 2)), (Row((text("A-1"), text(cell))),))
    found = re.findall(r"w\d{4}", _words(_render(table)))
    assert found == cell.split()


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(28, 48):
        fill = [Paragraph(text(f"Line {at}.")) for at in range(lines)]
        pages = _pages(_render(*fill, Heading(text("Last heading")), Paragraph(text("After it."))))
        assert [page for page in pages if "Last heading" in page] == [page for page in pages if "After it." in page]


def test_the_bookmarks_are_the_headings_in_their_order_and_depth() -> None:
    data = _render(
        Heading(text("Scope"), 1, "a", "1"), Heading(text("Who"), 2, "b", "1.1"), Heading(text("Rules"), 1, "c", "2")
    )
    entries = [(entry.level, entry.get_title()) for entry in pypdfium2.PdfDocument(data).get_toc()]
    assert entries == [(0, "Access control policy"), (1, "1 Scope"), (2, "1.1 Who"), (1, "2 Rules")]


def test_links_lead_to_clauses_of_this_document_and_to_safe_addresses_only() -> None:
    targets = (
        "POL-ACP/a",
        "https://example.com/é(",
        "mailto:a@example.com",
        "javascript:alert(1)",
        "file:///etc/x",
        "POL-X",
    )
    runs = tuple(Run(f"link{at} ", target=target) for at, target in enumerate(targets))
    data = _render(Clause("POL-ACP/a", text("Here."), "1.1"), Paragraph(runs))
    assert data.count(b"/Subtype /Link") == 3
    assert data.count(b"/StructParent ") == 3
    assert b"https://example.com/%C3%A9\\(" in data
    for forbidden in (b"javascript", b"file:", b"POL-X"):
        assert forbidden not in data
    assert all(f"link{at}" in _words(data) for at in range(len(targets)))


def test_the_file_says_its_title_language_and_what_each_part_is() -> None:
    data = _render(Heading(text("One")), Paragraph(text("Two.")), Bullets((ListItem(text("Three.")),)), _register(1))
    assert b"/MarkInfo << /Marked true >>" in data
    assert b"/DisplayDocTitle true" in data
    assert b"/Lang (en-CA)" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert {b"H1", b"H2", b"P", b"L", b"LI", b"Lbl", b"LBody", b"Table", b"TR", b"TH", b"TD"} <= set(_tags(data))
    assert b"/Scope /Column" in data


def test_words_at_the_end_of_a_line_stay_apart_for_those_who_listen() -> None:
    listened = _heard(_render(Paragraph(text(LONG)), Callout(text(LONG), title="Note")))
    assert LONG.strip() in listened
    assert "Note " + LONG.strip() in listened


def test_a_row_is_read_cell_by_cell() -> None:
    columns = (Column("a", "What"), Column("b", "Why"))
    row = Row((text("first cell " * 20), text("second cell " * 20)))
    assert ("first cell " * 20).strip() + "second cell" in _heard(_render(Table(columns, (row,))))


def _heard(data: bytes) -> str:
    """Return the text of the file as it stands in it, with no space but those that were written."""
    raw = pypdfium2.raw
    found = []
    for page in pypdfium2.PdfDocument(data):
        texts = page.get_textpage()
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            size = raw.FPDFTextObj_GetText(item, texts, None, 0)
            buffer = (raw.FPDF_WCHAR * (size // 2))()
            raw.FPDFTextObj_GetText(item, texts, buffer, size)
            found.append(bytes(buffer).decode("utf-16-le").rstrip("\0"))
    return "".join(found)


@pytest.mark.parametrize(
    "words",
    ["AT&T <b>bold", "{{ x }} {% y %}", "<img src=/etc/passwd>", "(a) \\ (b", "Société Łódź Ωμέγα Привет", "→ ✓ ☐ “q”"],
)
def test_text_is_never_read_as_markup(words: str) -> None:
    table = Table((Column("a", words),), (Row((text(words),)),), title=words)
    data = _render(Heading(text(words)), Paragraph(text(words)), table, title=words, company=words, footer=words)
    assert _words(data).count(words) >= 7


@pytest.mark.parametrize(
    ("words", "seen"),
    [("中文公司名称 日本語テスト", "中文公司名称"), ("עברית", "עברית"), ("مرحبا", "مرحبا")],
    ids=["east asian", "hebrew", "arabic"],
)
def test_other_scripts_are_drawn_with_an_embedded_face_and_can_be_copied(words: str, seen: str) -> None:
    data = _render(Paragraph(text(words)))
    assert seen in _words(data)
    assert data.count(b"/FontFile2") == data.count(b"/Type /FontDescriptor")


def test_a_sign_no_face_has_keeps_its_text_in_the_file() -> None:
    operators = _operators(_render(Paragraph(text("smile \U0001f600"))))
    assert b"ActualText <FEFF" + "\U0001f600".encode("utf-16-be").hex().encode() in operators


def _operators(data: bytes) -> bytes:
    streams = re.findall(rb"/FlateDecode /Length \d+ >>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    return b"".join(zlib.decompress(stream) for stream in streams)


def test_controls_and_half_characters_are_left_out() -> None:
    found = _words(_render(Paragraph(text("a\x00b\x0bc\x1bd \ud800 e\u202ef")), keywords=("\udfff",)))
    assert "ab cd" in found
    assert "ef" in found


@pytest.mark.parametrize("blank", [(), (Run(""),), (Run("   "),), (Run("\n\n"),)])
def test_blocks_without_words_do_no_harm(blank: tuple[Run, ...]) -> None:
    data = _render(
        Heading(blank), Paragraph(blank), Clause("c", blank), Bullets((ListItem(blank),)), Checklist((ListItem(blank),)),
        Table((Column("a", ""),), (Row((blank,)), Row(()))), Table((), ()), Callout(blank), Form(()), SignOff(()),
        Form((FormField("", value=blank),)), cover=(), company="", subtitle="", status="", footer="",
    )  # fmt: skip
    assert len(_pages(data)) == 2


def test_a_word_of_ten_thousand_letters_is_cut_and_stays_on_the_page() -> None:
    table = Table((Column("a", "Id"), Column("b", "Long")), (Row((text("ACC-07"), text("W" * 10_000))),))
    document = pypdfium2.PdfDocument(_render(Paragraph(text("x" * 10_000)), table))
    assert sum(page.get_textpage().get_text_range().count("W") for page in document) == 10_000
    assert sum(page.get_textpage().get_text_range().count("x") for page in document) == 10_000
    for page in document:
        edges = [item.get_bounds() for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
        assert all(left >= 60 and bottom >= 30 and right <= 552 and top <= 762 for left, bottom, right, top in edges)


def test_marked_phrases_are_underlined_as_well_as_coloured() -> None:
    plainly = _operators(_render(Paragraph((Run("[who approves]"),))))
    for mark in (Mark.OPEN, Mark.SUGGESTED):
        marked = _operators(_render(Paragraph((Run("[who approves]", mark=mark),))))
        assert marked.count(b" re f") == plainly.count(b" re f") + 2


def test_an_accent_that_is_no_colour_gives_the_usual_one() -> None:
    document = _document(Heading(text("One")))
    assert pdf.render(document, Look("red; drop")) == pdf.render(document, Look())
    assert pdf.render(document, Look("#7a1f1f")) != pdf.render(document, Look())


def test_the_same_document_gives_the_same_bytes_in_any_process() -> None:
    script = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1]);"
        "from test_pdf import _render, _register, LONG, Paragraph, Heading, text;"
        "print(hashlib.sha256(_render(Heading(text('One')), Paragraph(text(LONG)), _register(3))).hexdigest())"
    )
    here = Path(__file__).parent
    found = set()
    for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(here.parent.parent)}
        command = [sys.executable, "-c", script, str(here)]
        found.add(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)  # noqa: S603
    assert len(found) == 1


def test_missing_fonts_are_named_with_both_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(font_files, "__file__", str(tmp_path / "package" / "renderers" / "font_files.py"))
    with pytest.raises(FileProblem) as raised:
        font_files.folder()
    assert str(tmp_path / "package" / "resources" / "fonts") in str(raised.value)
    assert str(tmp_path / "resources" / "fonts") in str(raised.value)
