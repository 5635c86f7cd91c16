"""What a company adopts, and what is long, has a page for its cover; the rest begins at once."""

from __future__ import annotations

import pytest

from soc2desk.document.blocks import Heading, Paragraph, text
from soc2desk.renderers.covers import has_cover
from tests.renderers.pdf_reading import document

SHORT = (Heading(text("Where our report stands"), 1), Paragraph(text("You asked about it.")))
LONG = tuple(Heading(text(f"Part {number}"), 1) for number in range(6))


def test_only_the_long_parts_of_a_report_have_a_cover() -> None:
    assert not has_cover(document(*SHORT, kind="report"))
    assert has_cover(document(*LONG, kind="report"))


@pytest.mark.parametrize("kind", ["policy", "plan", "procedure"])
def test_what_is_adopted_has_a_cover_however_short(kind: str) -> None:
    assert has_cover(document(*SHORT, kind=kind))


def test_a_form_begins_at_once() -> None:
    assert not has_cover(document(*LONG, kind="record"))


def test_a_wide_page_has_no_cover() -> None:
    assert not has_cover(document(*LONG, kind="policy", landscape=True))
