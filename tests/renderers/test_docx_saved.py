"""What LibreOffice keeps of our Word files when a person opens and saves them there, also in a firm's style."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from soc2desk.document.blocks import Look
from soc2desk.renderers.docx import render
from soc2desk.renderers.docx_reference import reference_from
from tests.renderers import office
from tests.renderers.every_kind import LOOK, document
from tests.renderers.firm_file import firm_file
from tests.renderers.word_file import NS, W, values, words

if TYPE_CHECKING:
    from pathlib import Path

MARKS = (".//w14:checkbox", ".//w:dropDownList", ".//w:date", ".//w:tbl", ".//w:hyperlink", ".//w:drawing")


def body_of(raw: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def headings(whole: etree._Element) -> list[tuple[str, str]]:
    found = []
    for line in whole.iter(f"{W}p"):
        style = "".join(values(line, "w:pPr/w:pStyle"))
        if style.startswith("Heading"):
            found.append((style, words(line)))
    return found


@pytest.mark.skipif(not office.is_here(), reason="LibreOffice is not installed: saving there was not tried")
def test_headings_numbers_tables_and_what_is_to_be_filled_survive_saving_in_libreoffice(tmp_path: Path) -> None:
    made = {
        "ours": render(document(), LOOK),
        "firm": render(document(), Look(reference=reference_from(firm_file()).base)),
    }
    for name, raw in office.saved_again(made, tmp_path).items():
        before, after = body_of(made[name]), body_of(raw)
        assert headings(after) == headings(before)
        for path in MARKS:
            assert len(after.findall(path, NS)) == len(before.findall(path, NS)), path
        assert len(after.findall(".//w:tblHeader", NS)) == len(before.findall(".//w:tblHeader", NS))
        numbered = [line for line in after.iter(f"{W}p") if line.find("w:pPr/w:numPr", NS) is not None]
        assert any("Access is reviewed every" in words(line) for line in numbered)
        instructions = "".join(node.text or "" for node in after.iter(f"{W}instrText"))
        assert "TOC" in instructions
        assert "SEQ Table" in instructions
