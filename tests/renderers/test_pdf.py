"""The PDF renderer as a reader of the file meets it: words, pages, links, tags, and nothing that text can break."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pypdfium2

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Checklist,
    Clause,
    Column,
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
from soc2desk.renderers import pdf
from soc2desk.renderers.brand_files import srgb_profile
from tests.renderers.pdf_reading import (
    LONG,
    document,
    operators_of,
    pages_of,
    register,
    rendered,
    tags_of,
    words_of,
)


def test_the_cover_states_title_company_facts_version_and_that_it_is_a_draft() -> None:
    first = pages_of(rendered(Paragraph(text("Body."))))[0]
    for words in ("Northwind Cloud Inc.", "Access control policy", "Owner", "Head of Engineering", "Draft", "1.2"):
        assert words in first
    assert "Body." not in first


def test_a_record_starts_on_its_first_page() -> None:
    assert "Body." in pages_of(rendered(Paragraph(text("Body.")), kind="record"))[0]


def test_pages_are_letter_size_upright_or_on_their_side() -> None:
    upright, side = (pypdfium2.PdfDocument(rendered(landscape=flat))[0].get_size() for flat in (False, True))
    assert upright == (612, 792)
    assert side == (792, 612)


def test_every_page_says_which_it_is_and_of_how_many() -> None:
    pages = pages_of(rendered(*(Paragraph(text(LONG)) for _ in range(20))))
    assert len(pages) > 2
    for at, page in enumerate(pages, start=1):
        assert f"Page {at} of {len(pages)}" in page
        assert "Confidential" in page


def test_headings_clauses_and_lists_keep_their_numbers_and_control_ids() -> None:
    found = words_of(
        rendered(
            Heading(text("Reviews"), number="4"),
            Clause("POL-ACP/reviews/quarterly", text("Access is reviewed."), "4.2", ("ACC-07", "ACC-08")),
            Bullets((ListItem(text("first")), ListItem(text("inner"), 1), ListItem(text("second"))), ordered=True),
        )
    )
    assert "4 Reviews" in found
    assert "4.2 Access is reviewed. [ACC-07, ACC-08]" in found
    assert "1. first a. inner 2. second" in found


def test_lists_to_tick_forms_and_signature_lines_show_their_labels() -> None:
    found = words_of(
        rendered(
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
    pages = pages_of(rendered(Paragraph(text("One.")), PageBreak(), PageBreak(), Paragraph(text("Two."))))
    assert ["One." in pages[1], "Two." in pages[2], len(pages)] == [True, True, 3]


def test_a_table_repeats_its_head_on_every_page_but_is_heard_once() -> None:
    data = rendered(register(20), kind="register", landscape=True)
    pages = pages_of(data)
    assert len(pages) > 2
    assert all("What is done" in page for page in pages)
    assert tags_of(data).count(b"TH") == 3
    assert tags_of(data).count(b"TR") == 21


def test_ids_and_dates_are_never_broken_however_narrow_their_column() -> None:
    found = words_of(rendered(register(12)))
    for at in range(12):
        assert re.search(rf"\bACC-{at:02d}\b", found)
    assert found.count("2026-11-22") >= 12


def test_a_cell_taller_than_a_page_goes_on_with_all_its_words() -> None:
    cell = " ".join(f"w{at:04d}" for at in range(3000))
    table = Table((Column("a", "Id"), Column("b", "Story", 2)), (Row((text("A-1"), text(cell))),))
    found = re.findall(r"w\d{4}", words_of(rendered(table)))
    assert found == cell.split()


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(28, 48):
        fill = [Paragraph(text(f"Line {at}.")) for at in range(lines)]
        pages = pages_of(rendered(*fill, Heading(text("Last heading")), Paragraph(text("After it."))))
        assert [page for page in pages if "Last heading" in page] == [page for page in pages if "After it." in page]


def test_the_bookmarks_are_the_headings_in_their_order_and_depth() -> None:
    data = rendered(
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
    data = rendered(Clause("POL-ACP/a", text("Here."), "1.1"), Paragraph(runs))
    assert data.count(b"/Subtype /Link") == 3
    assert data.count(b"/StructParent ") == 3
    assert b"https://example.com/%C3%A9\\(" in data
    for forbidden in (b"javascript", b"file:", b"POL-X"):
        assert forbidden not in data
    assert all(f"link{at}" in words_of(data) for at in range(len(targets)))


def test_the_file_says_its_title_language_and_what_each_part_is() -> None:
    data = rendered(Heading(text("One")), Paragraph(text("Two.")), Bullets((ListItem(text("Three.")),)), register(1))
    assert b"/MarkInfo << /Marked true >>" in data
    assert b"/DisplayDocTitle true" in data
    assert b"/Lang (en-CA)" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert {b"H1", b"H2", b"P", b"L", b"LI", b"Lbl", b"LBody", b"Table", b"TR", b"TH", b"TD"} <= set(tags_of(data))
    assert b"/Scope /Column" in data


def test_marked_phrases_are_underlined_as_well_as_coloured() -> None:
    plainly = operators_of(rendered(Paragraph((Run("[who approves]"),))))
    for mark in (Mark.OPEN, Mark.SUGGESTED):
        marked = operators_of(rendered(Paragraph((Run("[who approves]", mark=mark),))))
        assert marked.count(b" re f") == plainly.count(b" re f") + 2


def test_an_accent_that_is_no_colour_gives_the_usual_one() -> None:
    made = document(Heading(text("One")))
    assert pdf.render(made, Look("red; drop")) == pdf.render(made, Look())
    assert pdf.render(made, Look("#7a1f1f")) != pdf.render(made, Look())


def test_the_same_document_gives_the_same_bytes_in_any_process() -> None:
    script = (
        "import hashlib; from tests.renderers.pdf_reading import *;"
        "from soc2desk.document.blocks import Heading, Paragraph;"
        "print(hashlib.sha256(rendered(Heading(text('One')), Paragraph(text(LONG)), register(3))).hexdigest())"
    )
    root = str(Path(__file__).parent.parent.parent)
    found = set()
    for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": root}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True, cwd=root)
        found.add(done.stdout)
    assert len(found) == 1


def test_the_date_in_the_file_is_the_documents_own() -> None:
    assert b"/CreationDate (D:20261122)" in rendered(Paragraph(text("One.")))
    assert b"/CreationDate (D:2000" in rendered(Paragraph(text("One.")), date="soon")


def test_the_head_of_a_table_never_stands_alone_at_the_foot_of_a_page() -> None:
    table = Table((Column("a", "Headword"), Column("b", "What")), (Row((text("Firstword"), text("Something."))),))
    for lines in range(28, 48):
        fill = [Paragraph(text(f"Line {at}.")) for at in range(lines)]
        pages = pages_of(rendered(*fill, table))
        assert [page for page in pages if "Headword" in page] == [page for page in pages if "Firstword" in page]
        assert "Line" in pages[-1] or "Headword" in pages[-1]


def test_a_file_says_that_it_is_made_for_listening_and_for_keeping() -> None:
    data = rendered(Paragraph(text("Kept & read")), title="Kept & read")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"<xmp:CreateDate>2026-11-22</xmp:CreateDate>" in data
    assert b'<rdf:li xml:lang="x-default">Kept &amp; read</rdf:li>' in data


def test_colours_are_said_to_be_those_of_one_known_space() -> None:
    data = rendered(Paragraph(text("Red")))
    profile = srgb_profile().read_bytes()
    (number,) = re.findall(rb"/OutputIntents \[<< [^>]*/DestOutputProfile (\d+) 0 R >>\]", data)
    (packed,) = re.findall(rb"\n" + number + rb" 0 obj\n<< /N 3 [^>]*>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    assert zlib.decompress(packed) == profile


def test_every_stream_ends_on_a_line_of_its_own_and_is_as_long_as_it_says() -> None:
    data = rendered(Paragraph(text("Zoé Ωμέγα")))
    streams = re.findall(rb"/Length (\d+)[^>]*>>\nstream\n(.*?)\nendstream", data, re.DOTALL)
    assert len(streams) == data.count(b"\nendstream") == data.count(b"endstream")
    assert all(int(length) == len(content) for length, content in streams)


def test_pages_are_labelled_with_the_numbers_they_print() -> None:
    document = pypdfium2.PdfDocument(rendered(Paragraph(text(LONG * 20))))
    assert [document.get_page_label(at) for at in range(len(document))] == list("12345")


def test_numbers_of_a_column_and_its_head_end_on_one_line_at_the_right() -> None:
    columns = (Column("name", "Name"), Column("count", "Amounts", 1, Kind.NUMBER), Column("end", "End"))
    rows = (Row((text("a"), text("77"), text("x"))), Row((text("b"), text("1,234"), text("y"))))
    page = pypdfium2.PdfDocument(rendered(Table(columns, rows), kind="record"))[0]
    texts = page.get_textpage()
    ends = [right_edge(texts, words) for words in ("77", "1,234", "Amounts")]
    assert max(ends) - min(ends) < 1.0


def right_edge(texts: pypdfium2.PdfTextPage, words: str) -> float:
    """Return where words end on a page, in points from its left edge."""
    at, count = texts.search(words, match_case=True).get_next()
    return float(texts.get_charbox(at + count - 1)[2])
