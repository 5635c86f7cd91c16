"""What refers to another document leads to its file beside, in every format that has links."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pikepdf
import pytest

from soc2desk.packet.build import Order
from soc2desk.packet.neighbours import with_neighbours
from soc2desk.packet.plan import plan_files
from soc2desk.renderers.beside import ways_from
from tests.composed import of_sample
from tests.packet.making import NAME, document, make

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = ("POL-ACP", "POL-IRP", "POL-BCP", "PRC-UAR", "REG-MTX", "REC-UAR")


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("beside")
    chosen = tuple(one for one in of_sample("tamarack").documents if one.id in CHOSEN)
    files = plan_files(chosen, "auditor", ("pdf", "docx", "html", "xlsx"))
    make(Order(out, NAME, "auditor", files, "0" * 64, zip=False))
    return out / NAME


def test_links_of_web_pages_lead_to_a_page_beside_and_to_the_clause_in_it(packet: Path) -> None:
    found = 0
    for page in packet.glob("0*/*.html"):
        for link in re.findall(r'href="(\.\./[^"]*)"', page.read_text("utf-8")):
            path, _, anchor = unescape(link).partition("#")
            target = (page.parent / path).resolve()
            assert target.is_relative_to(packet)
            assert not anchor or f'id="{unquote(anchor)}"' in target.read_text("utf-8")
            found += 1
    assert found > 20


def test_links_of_pdfs_lead_to_a_named_place_of_a_file_beside(packet: Path) -> None:
    found = 0
    for path in packet.glob("0*/*.pdf"):
        for file, name in links(path):
            assert name in places((path.parent / file).resolve())
            found += 1
    assert found > 20


def links(path: Path) -> list[tuple[str, str]]:
    with pikepdf.open(path) as file:
        actions = [link.A for page in file.pages for link in page.obj.get("/Annots", ()) if "/A" in link]
        return [(str(one.F), str(one.D)) for one in actions if one.S == "/GoToR"]


def places(path: Path) -> set[str]:
    with pikepdf.open(BytesIO(path.read_bytes())) as file:
        return {str(name) for name in list(file.Root.Names.Dests.Names)[::2]}


def test_links_of_word_files_lead_to_files_beside(packet: Path) -> None:
    found = 0
    for path in packet.glob("0*/*.docx"):
        with zipfile.ZipFile(path) as file:
            told = file.read("word/_rels/document.xml.rels").decode()
        for target in re.findall(r'Target="(\.\./[^"]*)"', told):
            assert (path.parent / target).is_file()
            found += 1
    assert found > 3


def test_what_stands_in_no_file_beside_is_no_link() -> None:
    policy = document("POL-ONE")
    (alone,) = with_neighbours(plan_files((policy,), "auditor", ("pdf",)))
    assert ways_from(alone)("POL-TWO/a") == ""
    assert ways_from(alone)("POL-ONE/a") == "../01-policies/POL-ONE-a-title.pdf"


def test_a_format_leads_to_its_own_kind_first_and_to_what_can_be_read_else() -> None:
    both = (document("POL-ONE"), document("REG-ONE", kind="register"))
    files = plan_files(both, "auditor", ("pdf", "docx", "xlsx"))
    ways = {
        file.path.rpartition(".")[2] + file.document.id: ways_from(one)("REG-ONE")[-4:]
        for file, one in zip(files, with_neighbours(files), strict=True)
    }
    assert ways == {
        "docxPOL-ONE": ".pdf", "pdfPOL-ONE": ".pdf", "pdfREG-ONE": ".pdf", "xlsxREG-ONE": ".pdf",
    }  # fmt: skip
