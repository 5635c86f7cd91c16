"""A client's own Word policy read into sections, whoever made the file."""

from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document

from soc2desk.domain.problems import FileProblem
from soc2desk.renderers.docx_sections import MOST_SECTIONS, sections_in
from tests.renderers.office import OFFICE, is_here
from tests.renderers.own_policy import LEAVERS, REVIEWS, own_policy, put_policy, saved, with_body
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path


def test_sections_stand_under_their_headings_with_lists_and_tables_as_text() -> None:
    found = {one.heading: one for one in sections_in(own_policy())}
    assert [(one.number, one.heading) for one in found.values()] == [
        ("", ""), ("4", "Access"), ("4.2", "Access reviews"), ("4.3", "Leavers"), ("5", "Canteen"),
    ]  # fmt: skip
    assert found["Access reviews"].text == f"{REVIEWS}\n{{{{ company }}}} & <b>others</b>"
    assert found["Leavers"].text == f"{LEAVERS}\nHR\ntells IT"
    assert found[""].text == "Information Security Policy\nVersion 3.1, approved by the board."


@pytest.mark.parametrize("style", ["Title", "Normal"])
def test_a_title_alone_before_the_first_heading_is_no_section(style: str) -> None:
    made = Document()
    made.add_paragraph("Access Control Policy", style=style)
    if style == "Title":
        made.add_paragraph("Who may see what.", style="Subtitle")
    made.add_heading("Reviews", 1)
    made.add_paragraph(REVIEWS)
    assert [one.heading for one in sections_in(saved(made))] == ["Reviews"]


def test_a_sentence_before_the_first_heading_is_read_and_so_is_a_document_of_one_line() -> None:
    made = Document()
    made.add_paragraph(LEAVERS)
    assert [one.text for one in sections_in(saved(made))] == [LEAVERS]
    made.add_heading("Reviews", 1)
    made.add_paragraph(REVIEWS)
    assert [one.text for one in sections_in(saved(made))] == [LEAVERS, REVIEWS]
    title_only = Document()
    title_only.add_paragraph("Access Control Policy", style="Title")
    title_only.add_heading("Reviews", 1)
    with pytest.raises(FileProblem, match="no text"):
        sections_in(saved(title_only))


def test_the_same_section_has_the_same_digest_and_another_text_another() -> None:
    first, again, other = (sections_in(raw)[2] for raw in (own_policy(), own_policy(), own_policy("We look.")))
    assert first.digest == again.digest != other.digest


def test_a_document_without_styles_is_parted_by_its_numbered_lines() -> None:
    made = Document()
    for line in ("1. Purpose", "We keep things safe.", "2.1 Access reviews", REVIEWS, "2027 was a year of change"):
        made.add_paragraph(line)
    found = sections_in(saved(made))
    assert [(one.number, one.heading) for one in found] == [("1", "Purpose"), ("2.1", "Access reviews")]
    assert found[1].text.endswith("2027 was a year of change")


def test_numbers_that_word_counts_itself_are_counted() -> None:
    made = Document()
    for level, words in ((1, "Purpose"), (1, "Access"), (2, "Reviews"), (2, "Leavers")):
        made.add_heading(words, level)
        made.add_paragraph(f"About {words}.")
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    styles = [f'<w:pStyle w:val="Heading{level}"/>' for level in (1, 2)]
    raw = with_body(saved(made), {style: style + number for style in styles})
    assert [one.number for one in sections_in(raw)] == ["1", "2", "2.1", "2.2"]


def test_what_was_deleted_under_tracked_changes_is_not_there_and_what_was_added_is() -> None:
    gone = '<w:del w:id="1" w:author="x"><w:r><w:delText>never</w:delText><w:t>never</w:t></w:r></w:del>'
    come = '<w:ins w:id="2" w:author="x"><w:r><w:t> Added.</w:t></w:r></w:ins>'
    raw = with_body(own_policy(), {"(?<=tasted\\.</w:t></w:r>)": gone + come})
    assert sections_in(raw)[-1].text == "The menu is tasted. Added."


def bomb() -> bytes:
    """Return a small file that unpacks to more than may be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (21 * 1024 * 1024))
    return out.getvalue()


def long_one() -> bytes:
    made = Document()
    for at in range(MOST_SECTIONS + 1):
        made.add_heading(f"Section {at}", 1)
    made.add_paragraph("Text.")
    return saved(made)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "not a Word document"),
        (b"PK\x03\x04", "damaged"),
        (bomb(), "holds more than"),
        (saved(Document()), "no text"),
        (long_one(), "at most 400"),
        (with_body(own_policy(), {"<w:document ": '<!DOCTYPE x [<!ENTITY y "z">]><w:document '}), "DOCTYPE|damaged"),
    ],
    ids=["empty", "pdf", "broken", "bomb", "blank", "long", "doctype"],
)
def test_what_is_no_policy_is_refused_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(FileProblem, match=said):
        sections_in(raw)


@pytest.mark.skipif(not IS_THOROUGH or not is_here(), reason="opens an office program")
def test_another_program_that_saves_the_file_changes_no_section(tmp_path: Path) -> None:
    path = put_policy(tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert sections_in((tmp_path / "out" / "isp.docx").read_bytes()) == sections_in(own_policy())
