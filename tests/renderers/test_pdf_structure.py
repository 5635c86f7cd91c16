"""A PDF read aloud: every word of the document once, in its order and apart from the next, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from soc2desk.document.blocks import (
    Bullets,
    Callout,
    Checklist,
    Clause,
    Form,
    FormField,
    Heading,
    Kind,
    ListItem,
    Look,
    Paragraph,
    Run,
    Table,
    plain,
    text,
)
from soc2desk.renderers import pdf
from soc2desk.renderers.letters import as_sent
from tests.composed import SAMPLES, of_sample
from tests.renderers import every_kind
from tests.renderers.pdf_reading import LONG, register, rendered
from tests.renderers.pdf_structure import heard_in, unmarked
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.document.blocks import Block, Document

READ = ("P", "H2", "H3", "H4", "LBody", "TH", "TD")
SENTENCE = 60
"""Letters: what is longer is no name that stands on a cover too."""
SHORT = ("POL-ACP", "REC-UAR", "REG-SUB", "TRN-01")


def documents() -> list[Document]:
    """Return a document with every kind of block, and documents of the samples: all of them in a long run."""
    of_samples = [one for name in SAMPLES for one in of_sample(name).documents] if IS_THOROUGH else []
    short = [one for one in of_sample("tamarack").documents if one.id in SHORT]
    return [every_kind.document(), every_kind.register(), *(of_samples or short)]


def written(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the words of blocks as somebody would read them aloud; not of forms and pictures."""
    for block in blocks:
        match block:
            case Heading() | Clause():
                controls = f"  [{', '.join(block.controls)}]" if isinstance(block, Clause) and block.controls else ""
                yield f"{block.number} {plain(block.runs)}{controls}" if block.number else plain(block.runs) + controls
            case Paragraph():
                yield plain(block.runs)
            case Callout():
                yield f"{block.title} {plain(block.runs)}".lstrip()
            case Bullets() | Checklist():
                yield from (plain(item.runs) for item in block.items)
            case Table():
                yield from (column.title for column in block.columns)
                yield from (plain(cell) for row in block.rows for cell in row.cells)


def said(words: str) -> str:
    """Return words with single spaces: how wide a space is cannot be heard."""
    return " ".join(words.split())


@pytest.mark.parametrize("document", documents(), ids=lambda one: f"{one.id}-{one.kind}-{one.company}")
def test_every_word_is_heard_once_in_its_order(document: Document) -> None:
    blocks = as_sent(document).blocks
    heard = [said(tag.words) for tag in heard_in(pdf.render(document, Look())).walk() if tag.name in READ]
    wanted = [words for words in map(said, written(blocks)) if words and every_kind.HOSTILE[:8] not in words]
    at = 0
    for words in wanted:
        assert words in heard[at:], f"{words!r} is not heard after {heard[max(at - 1, 0)]!r}"
        at = heard.index(words, at) + 1
    sentences = {words for words in wanted if len(words) > SENTENCE}
    assert [words for words in sentences if heard.count(words) != wanted.count(words)] == []


@pytest.mark.parametrize("document", documents(), ids=lambda one: f"{one.id}-{one.kind}-{one.company}")
def test_whatever_is_on_a_page_is_part_of_the_text_or_said_to_be_decoration(document: Document) -> None:
    assert unmarked(pdf.render(document, every_kind.LOOK)) == []


def test_poppler_hears_a_document_as_we_do(tmp_path: Path) -> None:
    program = shutil.which("pdfinfo")
    if program is None:
        pytest.skip("pdfinfo is not here")
    place = tmp_path / "a.pdf"
    place.write_bytes(rendered(Heading(text("Reviews"), number="1"), Clause("c", text(LONG), "1.1"), register(2)))
    done = subprocess.run([program, "-struct-text", str(place)], capture_output=True, check=True, text=True)
    told = [line.strip().strip('"').replace("\u00a0", " ") for line in done.stdout.splitlines()]
    assert f"1.1 {LONG}".strip() in [line.strip() for line in told]
    assert [line.strip() for line in told].count(LONG.strip()) == 2


def test_an_inner_list_is_heard_after_the_item_that_it_belongs_to() -> None:
    items = tuple(ListItem(text(words), level) for words, level in (("one", 0), ("in one", 1), ("two", 0)))
    for block in (Bullets(items), Bullets(items, ordered=True), Checklist(items)):
        tree = heard_in(rendered(block))
        assert [tag.words for tag in tree.walk() if tag.name == "LBody"] == ["one", "in one", "two"]
        (outer,) = [tag for tag in tree.kids if tag.name == "L"]
        assert [tag.name for tag in outer.kids] == ["LI", "LI"]
        assert [tag.name for tag in outer.kids[0].walk()].count("L") == 1


def test_labels_hints_and_choices_of_a_form_are_words_of_their_own() -> None:
    fields = (
        FormField("Day of the review", Kind.DATE, "The day it was done"),
        FormField("Result", Kind.CHOICE, choices=("Kept", "Removed")),
        FormField("Parts", Kind.CHOICE, choices=tuple(f"Part{at}" for at in range(8))),
    )
    heard = [said(tag.words) for tag in heard_in(rendered(Form(fields))).walk()]
    assert "Day of the review The day it was done year-month-day" in heard
    assert "Kept Removed" in heard
    assert " ".join(f"Part{at}" for at in range(8)) in heard


def test_days_of_a_chart_and_words_of_a_picture_are_heard_apart_and_the_figure_is_told() -> None:
    tags = list(heard_in(pdf.render(every_kind.document(every_kind.WINDOW, every_kind.PICTURE), Look())).walk())
    heard = [said(tag.words) for tag in tags]
    assert "ACC-07 Review 2027-03-31, 2027-06-30" in heard
    assert "examined overdue" in heard
    assert "Users & <staff> data Service" in heard
    told = [tag.said for tag in tags if tag.name == "Figure"]
    assert told[0] == every_kind.WINDOW.said
    assert told[1].startswith(every_kind.PICTURE.said)


def test_heads_of_columns_and_of_rows_say_what_they_are_heads_of() -> None:
    heads = [tag for tag in heard_in(rendered(register(3))).walk() if tag.name == "TH"]
    assert {tag.scope for tag in heads if said(tag.words) in {"Control", "What is done", "Next due"}} == {"Column"}
    assert {tag.scope for tag in heads if said(tag.words) == "Owner"} == {"Row"}


@pytest.mark.parametrize("document", documents(), ids=lambda one: f"{one.id}-{one.kind}-{one.company}")
def test_headings_leave_out_no_level(document: Document) -> None:
    levels = [int(tag.name[1]) for tag in heard_in(pdf.render(document, Look())).walk() if tag.name[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_belongs_to_an_element_says_where_it_leads_and_leads_there() -> None:
    end = Clause("POL-ACP/end", text("The last clause of all."), "9.9")
    lead = Paragraph((Run("see the end", target="POL-ACP/end"), Run(" or "), Run("us", target="https://example.com")))
    data = rendered(lead, *(Paragraph(text(LONG * 2)) for _ in range(12)), end)
    with pikepdf.open(BytesIO(data)) as file:
        (page, inside), (_, outside) = [(page, link) for page in file.pages for link in page.obj.get("/Annots", ())]
        keys = list(file.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, keys[::2]), keys[1::2], strict=True))
        for link in (inside, outside):
            owner = owners[int(link.StructParent)]
            assert owner.S == "/Link"
            assert [kid.Obj.objgen for kid in owner.K if not isinstance(kid, int)] == [link.objgen]
        assert (str(inside.Contents), str(outside.A.URI)) == ("see the end", "https://example.com")
        assert page.index == 1
        led = next(at for at, one in enumerate(file.pages) if one.obj.objgen == inside.Dest[0].objgen)
        top = float(inside.Dest[3])
    last = pypdfium2.PdfDocument(data)[led].get_textpage()
    at, _ = last.search("The last clause of all").get_next()
    assert last.get_charbox(at)[3] <= top <= last.get_charbox(at)[3] + 30


def test_the_tree_names_every_stretch_of_a_page_by_its_number() -> None:
    with pikepdf.open(BytesIO(rendered(*(Paragraph(text(LONG)) for _ in range(14)), register(9)))) as file:
        keys = list(file.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, keys[::2]), keys[1::2], strict=True))
        for page in file.pages:
            for number, element in enumerate(owners[int(page.obj.StructParents)]):
                mine = [kid for kid in element.K if kid == number or _is_content(kid, number, page)]
                assert mine, f"page {page.index + 1}, stretch {number}"


def _is_content(kid: pikepdf.Object | int, number: int, page: pikepdf.Page) -> bool:
    return not isinstance(kid, int) and kid.get("/MCID") == number and kid.Pg.objgen == page.obj.objgen


def test_every_font_is_in_the_file_with_the_words_its_letters_stand_for() -> None:
    with pikepdf.open(BytesIO(pdf.render(every_kind.document(), Look()))) as file:
        fonts = [font for page in file.pages for font in page.obj.Resources.Font.values()]
        assert len(fonts) > 2
        for font in fonts:
            assert "/ToUnicode" in font
            described = font.get("/FontDescriptor") or font.DescendantFonts[0].FontDescriptor
            assert len(described.FontFile2.read_bytes()) > 500
