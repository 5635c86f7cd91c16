"""The whole packet as one PDF, as a person meets it in the folder."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from soc2desk.document.blocks import Document, Look, Paragraph, Run
from soc2desk.document.registers.ground import Ground
from soc2desk.packet.build import Order
from soc2desk.packet.counting import pages_in, words_in
from soc2desk.packet.drawing import draw
from soc2desk.packet.plan import plan_files
from soc2desk.packet.verify import verify
from soc2desk.packet.whole import WHOLE, whole_packet
from tests.composed import of_sample
from tests.packet.making import NAME, document, make

if TYPE_CHECKING:
    from pathlib import Path

CHOSEN = ("POL-ACP", "POL-IRP", "REC-UAR", "REG-MTX")


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packet of four documents of a sample, in PDF and as text to paste."""
    out = tmp_path_factory.mktemp("whole")
    make(ordered(out, chosen()))
    return out / NAME


@cache
def chosen() -> tuple[Document, ...]:
    return tuple(one for one in of_sample("tamarack").documents if one.id in CHOSEN)


def ordered(out: Path, documents: tuple[Document, ...], *, in_one: bool = True) -> Order:
    files = plan_files(documents, "auditor", ("pdf", "html"))
    return Order(out, NAME, "auditor", files, "0" * 64, zip=False, in_one=in_one)


def listed(packet: Path) -> dict[str, dict[str, object]]:
    return {entry["path"]: entry for entry in json.loads((packet / "manifest.json").read_text("utf-8"))["files"]}


def test_it_holds_the_front_and_every_pdf_of_the_packet(packet: Path) -> None:
    whole = pypdfium2.PdfDocument(packet / WHOLE)
    single = [len(pypdfium2.PdfDocument(path)) for path in packet.glob("0*/*.pdf")]
    titles = [mark.get_title() for mark in whole.get_toc() if mark.level == 0]
    assert titles[1:] == [one.title for one in sorted(chosen(), key=lambda one: path_of(packet, one.id))]
    assert len(whole) - sum(single) == front_pages(whole)


def front_pages(whole: pypdfium2.PdfDocument) -> int:
    return [mark.get_dest().get_index() for mark in whole.get_toc() if mark.level == 0][1]


def path_of(packet: Path, doc_id: str) -> str:
    return next(path for path in listed(packet) if f"/{doc_id}-" in path and path.endswith(".pdf"))


def test_its_contents_name_the_page_on_which_each_document_begins(packet: Path) -> None:
    whole = pypdfium2.PdfDocument(packet / WHOLE)
    front = " ".join(page_text(whole, at) for at in range(front_pages(whole)))
    for one in chosen():
        pages = int(str(listed(packet)[path_of(packet, one.id)]["pages"]))
        begins = next(at for at in range(len(whole)) if at >= front_pages(whole) and starts(whole, at, one))
        assert f"{one.id} {one.title} {pages} {begins + 1}" in front


def starts(whole: pypdfium2.PdfDocument, at: int, one: Document) -> bool:
    return "Page 1 of" in page_text(whole, at) and one.title in page_text(whole, at)


def page_text(whole: pypdfium2.PdfDocument, at: int) -> str:
    return " ".join(whole[at].get_textpage().get_text_range().split())


def test_document_control_tells_owner_and_approval_as_each_cover_does(packet: Path) -> None:
    whole = pypdfium2.PdfDocument(packet / WHOLE)
    front = " ".join(page_text(whole, at) for at in range(front_pages(whole)))
    (policy,) = (one for one in chosen() if one.id == "POL-ACP")
    facts = {fact.label: "".join(run.text for run in fact.runs) for fact in policy.cover}
    assert facts["Document owner"] in front
    assert facts["Approval"] in front


def test_the_list_of_files_counts_words_and_pages(packet: Path) -> None:
    for path, entry in listed(packet).items():
        if path.endswith(".pdf"):
            assert entry["pages"] == len(pypdfium2.PdfDocument(packet / path))
            assert isinstance(entry["words"], int)
            assert entry["words"] > 100
        elif path.endswith(".html"):
            assert entry["pages"] == 0


def test_the_index_leads_to_it_and_the_packet_with_it_is_found_unchanged(packet: Path) -> None:
    assert f'href="./{WHOLE}"' in (packet / "index.html").read_text("utf-8")
    assert verify(packet).is_unchanged


def test_one_document_alone_is_its_own_whole(tmp_path: Path) -> None:
    make(ordered(tmp_path, chosen()[:1]))
    assert not (tmp_path / NAME / WHOLE).exists()
    assert WHOLE not in (tmp_path / NAME / "index.html").read_text("utf-8")


def test_it_is_left_out_where_nobody_wants_it(tmp_path: Path) -> None:
    make(ordered(tmp_path, (document("POL-ONE"), document("POL-TWO")), in_one=False))
    assert not (tmp_path / NAME / WHOLE).exists()


@pytest.mark.parametrize("style", ["modern", "classic"])
def test_its_numbers_are_set_in_the_letters_of_the_look(style: str) -> None:
    ground = Ground(of_sample("tamarack").engagement, "2026-11-20")
    look = Look(style=style)
    files = plan_files((document("POL-ONE"), document("POL-TWO")), "auditor", ("pdf",))
    drawn = [(file, draw("pdf", file.document, look)) for file in files]
    content, pages = whole_packet(drawn, "auditor", ground, look)
    assert f"Packet page 1 of {pages}" in page_text(pypdfium2.PdfDocument(content), 0)


def test_words_are_what_stands_between_spaces() -> None:
    said = (Paragraph((Run("One two,"), Run(" x"))),)
    assert words_in(replace(chosen()[0], blocks=said)) == 3


def test_what_is_no_pdf_has_no_pages() -> None:
    assert pages_in(b"PK /Type /Pages /Count 7") == 0
