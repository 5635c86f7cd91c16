"""Several PDFs joined in one: pages, tags, bookmarks, links and numbers of all of them, and nothing lost."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from soc2desk.document.blocks import Clause, Heading, Paragraph, Run, text
from soc2desk.domain.problems import ContentProblem
from soc2desk.packet.counting import pages_in
from soc2desk.packet.merge_pdf import Part, Stamp, merged
from soc2desk.renderers import pdf_fonts
from tests.renderers.pdf_reading import LONG, register, rendered

BESIDE = (("ONE", "../01-policies/one.pdf"), ("TWO", "../06-registers/two.pdf"))


@cache
def parts() -> tuple[Part, Part, Part]:
    """A front with a link to each of two documents: one of several pages, with a link inside, and a register."""
    leads = (Run("to one", target="ONE"), Run(" and "), Run("to two", target="TWO/withdrawn"))
    head = Heading(text("Contents"))
    front = Part("front", "Front", rendered(head, Paragraph(leads), title="The whole", beside=BESIDE))
    back = Paragraph((Run("see the first", target="ONE/first"),))
    first = (Heading(text("First section"), 1, "s1"), Clause("ONE/first", text(LONG), "1.1"))
    second = (Heading(text("Second section"), 1, "s2"), Heading(text("Below"), 2, "s3"), Paragraph(text(LONG * 12)))
    one = Part("01-policies/one.pdf", "One (1)", rendered(*first, *second, back, id="ONE", title="One"))
    across = Paragraph((Run("where it is written", target="ONE/first"),))
    two = rendered(across, register(3), id="TWO", title="Two", landscape=True, beside=BESIDE)
    return front, one, Part("06-registers/two.pdf", "Two Ωμέγα", two)


def whole(*more: Part) -> bytes:
    front, one, two = parts()
    face = pdf_fonts.face(pdf_fonts.chain()[0])
    stamp = Stamp(
        lambda page, of: f"Packet page {page} of {of}",
        face.font.face.name.decode(),
        lambda words: pdf_fonts.width_of_drawn(face, words),
    )
    return merged(front, (one, two, *more), stamp)


@cache
def made() -> bytes:
    return whole()


def lengths() -> list[int]:
    return [pages_in(part.content) for part in parts()]


def texts() -> list[str]:
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(made())]


def opened() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(made()))


def test_every_page_of_every_document_is_there_in_order_and_says_what_it_said() -> None:
    said = [
        " ".join(page.get_textpage().get_text_range().split())
        for part in parts()
        for page in pypdfium2.PdfDocument(part.content)
    ]
    assert [now.replace(f" Packet page {at} of {len(said)}", "") for at, now in enumerate(texts(), 1)] == said


def test_each_page_bears_its_number_in_the_whole_beside_its_own() -> None:
    assert all(f"Packet page {at} of {len(texts())}" in said for at, said in enumerate(texts(), 1))
    assert "Page 1 of" in texts()[0]
    labels = pypdfium2.PdfDocument(made())
    assert [labels.get_page_label(at) for at in range(len(labels))] == [str(at + 1) for at in range(len(labels))]


def test_numbers_of_pages_are_no_text_of_the_documents() -> None:
    with opened() as file:
        for page in file.pages:
            stamp = page.obj.Contents[1].read_bytes()
            assert stamp.startswith(b"/Artifact ")
            assert stamp.endswith(b"EMC")


def test_a_register_stays_lying() -> None:
    with opened() as file:
        wide = [float(page.obj.MediaBox[2]) > float(page.obj.MediaBox[3]) for page in file.pages]
    front, one, two = lengths()
    assert wide == [False] * (front + one) + [True] * two


def test_links_of_the_front_lead_to_the_first_page_of_each_document() -> None:
    front, one, _ = lengths()
    with opened() as file:
        links = [link for page in list(file.pages)[:front] for link in page.obj.get("/Annots", ())]
        assert [page_of(file, link.Dest) for link in links] == [front, front + one]
        assert not any("/A" in link for link in links)


def test_a_link_inside_a_document_leads_to_its_place_there() -> None:
    front, one, _ = lengths()
    with opened() as file:
        (link,) = [link for page in list(file.pages)[front : front + one] for link in page.obj.get("/Annots", ())]
        assert page_of(file, link.Dest) == front + 1


def test_a_link_to_a_clause_of_another_document_leads_to_its_place_in_the_whole() -> None:
    front, one, two = lengths()
    with opened() as file:
        (link,) = [link for page in list(file.pages)[front + one :] for link in page.obj.get("/Annots", ())]
        assert page_of(file, link.Dest) == front + 1
        assert float(link.Dest[3]) > 100
    assert two >= 1


def test_alone_such_a_link_leads_to_the_file_beside() -> None:
    with pikepdf.open(BytesIO(parts()[2].content)) as file:
        (link,) = file.pages[0].obj.Annots
        assert (link.A.S, str(link.A.F), str(link.A.D)) == ("/GoToR", "../01-policies/one.pdf", "ONE/first")
    with pikepdf.open(BytesIO(parts()[1].content)) as file:
        assert "ONE/first" in [str(name) for name in list(file.Root.Names.Dests.Names)[::2]]


def page_of(file: pikepdf.Pdf, place: pikepdf.Object) -> int:
    return next(at for at, page in enumerate(file.pages) if page.obj.objgen == place[0].objgen)


def test_bookmarks_are_two_levels_deep_and_lead_to_the_right_pages() -> None:
    front, one, _ = lengths()
    document = pypdfium2.PdfDocument(made())
    found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert [title for level, title, _ in found if level == 0] == ["Front", "One (1)", "Two Ωμέγα"]
    below = [(title, page) for level, title, page in found if level == 1]
    assert ("First section", front + 1) in below
    assert ("Second section", front + 1) in below
    assert {level for level, _, _ in found} == {0, 1}
    assert [page for level, _, page in found if level == 0] == [0, front, front + one]


def test_every_key_of_a_page_or_link_leads_to_its_own_tags() -> None:
    with opened() as file:
        numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
        tree = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        assert list(tree) == sorted(tree)
        for page in file.pages:
            for element in tree[int(page.obj.StructParents)]:
                assert any(page.obj.objgen == one for one in pages_of(element))
            for link in page.obj.get("/Annots", ()):
                assert tree[int(link.StructParent)].S == "/Link"
        assert int(file.Root.StructTreeRoot.ParentTreeNextKey) == len(tree)


def pages_of(element: pikepdf.Object) -> list[tuple[int, int]]:
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    named = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
    return [one.Pg.objgen for one in (element, *named) if "/Pg" in one]


def test_each_document_is_a_part_of_one_tree() -> None:
    with opened() as file:
        root = file.Root.StructTreeRoot.K
        assert root.S == "/Document"
        assert [part.S for part in root.K] == ["/Part"] * 3
        assert all(part.P.objgen == root.objgen for part in root.K)


def test_equal_fonts_are_held_once() -> None:
    front, one, _ = parts()
    again = Part("three", "Three", one.content)
    assert len(whole(again)) - len(made()) < len(one.content) / 4
    assert b"%PDF" in front.content


def test_the_title_language_and_kind_are_those_of_the_front() -> None:
    with opened() as file:
        assert str(file.docinfo["/Title"]) == "The whole"
        assert str(file.Root.Lang) == "en-CA"
        assert b"<pdfaid:part>2</pdfaid:part>" in file.Root.Metadata.read_bytes()
        assert len(file.Root.OutputIntents) == 1


def test_the_same_documents_give_the_same_bytes() -> None:
    assert whole() == made()


@pytest.mark.parametrize(
    "content",
    [b"", b"no PDF", b"%PDF-1.7\n%%EOF", parts()[1].content[:5_000]],
    ids=["nothing", "text", "empty", "cut off"],
)
def test_a_document_that_cannot_be_read_is_named(content: bytes) -> None:
    with pytest.raises(ContentProblem) as caught:
        whole(Part("bad", "A bad document", content))
    assert caught.value.where == "A bad document"


def test_a_document_without_tags_is_refused() -> None:
    made_elsewhere = BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(made_elsewhere)
    with pytest.raises(ContentProblem, match="not tagged"):
        whole(Part("bad", "A bad document", made_elsewhere.getvalue()))
