"""Word files: valid packages, the same bytes each time, and the front of a document."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from soc2desk.document.blocks import Document, Fact, Look, PageBreak, Paragraph, text
from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers.docx import render
from tests.renderers.word_file import NS, W, body, everything, found, made, parts, section, values, words


def test_every_part_of_the_package_is_well_formed_and_declared() -> None:
    package = parts(everything())
    types = package["[Content_Types].xml"].decode()
    for name, data in package.items():
        etree.fromstring(data)
        assert name == "[Content_Types].xml" or name.endswith(".rels") or f'PartName="/{name}"' in types
    assert not [name for name in package if "vba" in name.lower() or name.endswith(".bin")]


def test_every_relationship_leads_to_a_part_or_a_safe_address() -> None:
    package = parts(everything())
    for relation in etree.fromstring(package["word/_rels/document.xml.rels"]):
        target = str(relation.get("Target"))
        safe = relation.get("TargetMode") == "External" and target.startswith(("https://", "mailto:"))
        assert safe or f"word/{target}" in package
    known = {relation.get("Id") for relation in etree.fromstring(package["word/_rels/document.xml.rels"])}
    links = found(etree.fromstring(package["word/document.xml"]), ".//w:hyperlink[@r:id]")
    used = {link.get(f"{{{NS['r']}}}id") for link in links}
    assert len(used) == 1
    assert used <= known


def test_bookmarks_and_controls_have_ids_of_their_own() -> None:
    whole = body(everything())
    names = values(whole, ".//w:bookmarkStart", "name")
    assert len({name.lower() for name in names}) == len(names) >= 10
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)
    for path, name in ((".//w:bookmarkStart", "id"), (".//w:sdtPr/w:id", "val")):
        ids = values(whole, path, name)
        assert len(set(ids)) == len(ids) > 0
    assert set(values(whole, ".//w:hyperlink[@w:anchor]", "anchor")) <= set(names)
    assert all(len(title) <= 64 for title in values(whole, ".//w:alias"))


def test_every_style_that_is_used_is_in_the_file() -> None:
    package = parts(everything())
    styles = set(values(etree.fromstring(package["word/styles.xml"]), "w:style", "styleId"))
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        part = etree.fromstring(package[name])
        used = {value for kind in ("pStyle", "rStyle", "tblStyle") for value in values(part, f".//w:{kind}")}
        assert used <= styles


def test_another_process_makes_the_same_bytes() -> None:
    code = (
        "import hashlib; from soc2desk.renderers.docx import render; from soc2desk.document.blocks import Look;"
        "from tests.renderers.word_file import everything;"
        "print(hashlib.sha256(render(everything(), Look())).hexdigest())"
    )
    own = hashlib.sha256(render(everything(), Look())).hexdigest()
    root = Path(__file__).resolve().parents[2]
    elsewhere = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "PYTHONPATH": str(root)}
    there = subprocess.run([sys.executable, "-c", code], env=elsewhere, capture_output=True, check=True)
    assert there.stdout.decode().strip() == own


def test_the_zip_tells_nothing_of_the_machine_or_the_hour() -> None:
    with zipfile.ZipFile(io.BytesIO(render(made(), Look()))) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 3)}


def test_a_policy_has_a_cover_page_whose_contents_lead_to_its_sections() -> None:
    pages = (Paragraph(text("Access is asked for in a ticket. " * 300)),)
    blocks = (section("1"), *pages, section("2"), section("3"))
    document = replace(made(*blocks), cover=(Fact("Owner", text("Ann")),), version="2")
    whole = body(document)
    names = values(whole, ".//w:bookmarkStart", "name")
    assert values(whole, ".//w:hyperlink", "anchor") == names
    assert [words(link) for link in found(whole, ".//w:hyperlink")] == ["1Section", "2Section", "3Section"]
    assert len(found(whole, "w:body/w:sectPr/w:titlePg")) == 1
    for shown in ("Maple Inc.", "Access", "Draft", "Version 2", "Owner", "Ann", "Contents"):
        assert shown in words(whole)
    (instruction,) = found(whole, ".//w:instrText")
    assert str(instruction.text).split() == ["TOC", "\\o", '"1-1"', "\\n", "\\h", "\\z", "\\u"]
    assert values(whole, ".//w:fldChar", "fldCharType") == ["begin", "separate", "end"]
    assert not values(whole, ".//w:fldChar[@w:dirty]", "dirty")
    assert b"updateFields" not in parts(document)["word/settings.xml"]


def test_a_record_has_no_cover_page_and_few_sections_no_contents() -> None:
    whole = body(replace(made(section("1"), section("2"), kind="record"), cover=(Fact("Owner", text("Ann")),)))
    assert found(whole, ".//w:titlePg") == []
    assert "Contents" not in words(whole)
    assert "Ann" in words(whole)


def test_a_final_document_says_no_draft() -> None:
    package = parts(replace(made(), status="Final"))
    assert all("Draft" not in words(etree.fromstring(package[f"word/{name}.xml"])) for name in ("document", "header1"))


def test_every_page_has_title_footer_and_page_number() -> None:
    package = parts(replace(made(), footer="Draft of Maple"))
    assert "Access" in words(etree.fromstring(package["word/header1.xml"]))
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = etree.fromstring(package[name])
        assert words(footer) == "Draft of MaplePage 1 of 1"
        assert values(footer, ".//w:fldSimple", "instr") == [" PAGE ", " NUMPAGES "]


def test_a_register_lies_on_its_side() -> None:
    (size,) = found(body(replace(made(), landscape=True)), ".//w:pgSz")
    assert [size.get(f"{W}{name}") for name in ("w", "h", "orient")] == ["15840", "12240", "landscape"]


def test_page_breaks_make_no_empty_pages() -> None:
    line = Paragraph(text("x"))
    breaks = [made(PageBreak(), line), made(line, PageBreak(), PageBreak(), line), made(line, PageBreak())]
    covered = replace(made(PageBreak(), line), cover=(Fact("a", ()),))
    used = [values(body(document), ".//w:pStyle").count("PageStart") for document in (*breaks, covered)]
    assert used == [1, 1, 0, 1]


def test_the_properties_name_the_document_and_no_hour() -> None:
    document = replace(made(), title="T" * 400, keywords=("SOC 2", "access"), language="fr-CA")
    properties = docx.Document(io.BytesIO(render(document, Look(prepared_by="Ann")))).core_properties
    assert len(properties.title) == 255
    assert (properties.author, properties.last_modified_by) == ("Maple Inc.", "Ann")
    assert (properties.keywords, properties.category, properties.language) == ("SOC 2, access", "policy", "fr-CA")
    assert {str(properties.created), str(properties.modified)} == {"2026-11-22 00:00:00+00:00"}
    assert b'w:lang w:val="fr-CA"' in parts(document)["word/styles.xml"]


@pytest.mark.parametrize(("colour", "drawn"), [("#7a2048", b"7A2048"), ("#1f5fa8", b"1F5FA8")])
def test_headings_wear_the_colour_of_the_firm(colour: str, drawn: bytes) -> None:
    styles = parts(made(), Look(accent=colour))["word/styles.xml"]
    assert drawn in styles
    assert (b"1F5FA8" in styles) == (drawn == b"1F5FA8")


def test_a_pale_colour_is_darkened_until_it_reads_on_white() -> None:
    styles = etree.fromstring(parts(made(), Look(accent="#ffe066"))["word/styles.xml"])
    (colour,) = values(styles, "w:style[@w:styleId='Heading1']/w:rPr/w:color")
    assert sum(int(colour[at : at + 2], 16) for at in (0, 2, 4)) < 400
    assert colour.startswith(max(colour[0:2], colour[2:4], colour[4:6]))


@pytest.mark.parametrize("colour", ["", "blue", "#12345", '#1234"/>'])
def test_a_colour_that_is_none_is_refused(colour: str) -> None:
    with pytest.raises(ContentProblem, match="colour"):
        render(made(), Look(accent=colour))


@pytest.mark.parametrize("date", ["", "22 November 2026", "2026-02-30"])
def test_a_date_that_is_none_is_refused(date: str) -> None:
    with pytest.raises(ContentProblem, match="date"):
        render(replace(made(), date=date), Look())


def test_only_a_document_of_more_than_a_few_pages_has_its_contents_on_a_page_of_their_own() -> None:
    def lists_contents(document: Document) -> bool:
        return any(style == "TOCHeading" for style in values(body(document), ".//w:pStyle"))

    said = Paragraph(text("Access is asked for in a ticket and granted by somebody else. " * 8))
    few = replace(
        made(*(block for at in "123456" for block in (section(at), said))), cover=(Fact("Owner", text("IT")),)
    )
    many = replace(few, blocks=tuple(block for at in "123456" for block in (section(at), *(said,) * 4)))
    assert (lists_contents(few), lists_contents(many)) == (False, True)
