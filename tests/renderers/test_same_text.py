"""A document says the same in every format: the same words in the same order, with the same numbers before them.

Compared is the text between cover and end, as a reader gets it: a web page, a PDF in the order of its tags, and a Word
file through LibreOffice, which counts as Word does. Heads and feet of pages, drawings, and what an empty space to fill
says of itself are left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Bullets, ListItem, text
from soc2desk.renderers import docx, html, pdf
from tests.composed import SAMPLES, of_sample
from tests.renderers import office
from tests.renderers.every_kind import LOOK, document, register
from tests.renderers.reading_order import fenced, read, text_of_page, text_of_pdf
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.document.blocks import Document

STEPS = Bullets(
    tuple(ListItem(text(f"step {at}"), level) for at, level in enumerate((0, 1, 1, 2, 3, 3, 4, 0, 1))), ordered=True
)
INDENTED = Bullets((ListItem(text("under a clause"), 1), ListItem(text("and another"), 1)), ordered=True)
FEW = ("POL-ACP", "REG-MTX")


@pytest.fixture(autouse=True)
def _with_an_office() -> None:
    if not office.is_here():
        pytest.skip("LibreOffice is not installed: the text of Word files was not compared")


def differing(documents: Iterable[Document], folder: Path) -> list[str]:
    """Return where the formats of a document part, with the words before."""
    marked = {one.id: fenced(one) for one in documents if one.blocks}
    words = office.texts_of({name: docx.render(one, LOOK) for name, one in marked.items()}, folder)
    found = []
    for name, one in marked.items():
        page = read(text_of_page(html.render(one, LOOK)))[1]
        for kind, other in (("PDF", text_of_pdf(pdf.render(one, LOOK))), ("Word", words[name])):
            found += _parting(f"{name} in {kind}", page, read(other)[1])
    return found


def _parting(name: str, page: list[str], other: list[str]) -> list[str]:
    if page == other:
        return []
    pairs = zip([*page, ""], [*other, ""], strict=False)
    at = next((at for at, (one, two) in enumerate(pairs) if one != two), min(len(page), len(other)))
    return [f"{name}: after {page[max(0, at - 5) : at]}: {other[at : at + 5]} and not {page[at : at + 5]}"]


def test_every_kind_of_block_a_policy_and_a_register_say_the_same_in_every_format(tmp_path: Path) -> None:
    shown = replace(document(*document().blocks, STEPS, INDENTED), id="EVERY-KIND")
    few = [one for one in of_sample("tamarack").documents if one.id in FEW]
    assert len(few) == len(FEW)
    found = differing((shown, replace(register(), id="VENDORS"), *few), tmp_path)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.skipif(not IS_THOROUGH, reason="asked for by SOC2DESK_THOROUGH")
@pytest.mark.parametrize("sample", SAMPLES)
def test_all_documents_of_the_samples_say_the_same_in_every_format(sample: str, tmp_path: Path) -> None:
    found = differing(of_sample(sample).documents, tmp_path)
    assert not found, "\n".join(found)
