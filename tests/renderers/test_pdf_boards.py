"""Boards: one message a page, whole, on either size of paper, tagged like every PDF of ours."""

from __future__ import annotations

import pypdfium2
import pytest

from soc2desk.document.blocks import Block, Heading, Look, Paragraph, text
from soc2desk.renderers import pdf_boards
from tests.renderers.pdf_reading import document, pages_of, tags_of

LONG = "Nobody approves their own change, and nobody reviews their own access, however small the company may be."


def board(words: str, below: str = "Why that is so.") -> tuple[Block, ...]:
    return Heading(text(words)), Paragraph(text(below))


def rendered(*blocks: Block, larger: float = 1.0) -> bytes:
    return pdf_boards.render(document(*blocks), Look(), larger)


def test_each_message_has_a_page_with_what_stands_below_it() -> None:
    data = rendered(*board("First."), *board("Second.", "And why."))
    first, second = pages_of(data)
    assert first.startswith("First. Why that is so.")
    assert second.startswith("Second. And why.")
    assert tags_of(data).count(b"H1") == 2


@pytest.mark.parametrize("larger", [1.0, pdf_boards.LARGER])
def test_a_long_message_stays_on_its_page_on_both_sizes(larger: float) -> None:
    data = rendered(*board(LONG, LONG), larger=larger)
    (page,) = pypdfium2.PdfDocument(data)
    width, height = page.get_size()
    assert round(width) == round(842 * larger)
    words = page.get_textpage()
    boxes = [words.get_charbox(at) for at in range(words.count_chars())]
    seen = [(left, bottom, right, top) for left, bottom, right, top in boxes if right > left]
    assert min(min(left, bottom) for left, bottom, _, _ in seen) > 0
    assert max(right for _, _, right, _ in seen) < width
    assert max(top for _, _, _, top in seen) < height
    assert pages_of(data)[0].startswith(f"{LONG} {LONG}")


def test_the_same_boards_are_the_same_bytes() -> None:
    assert rendered(*board("First.")) == rendered(*board("First."))
