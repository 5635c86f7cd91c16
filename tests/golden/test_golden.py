"""The printed words of two samples, kept: a change of wording, scope or numbering shows itself in a review.

Rewrite them after a change that is meant: python -m tests.golden.rewrite
"""

from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.document.blocks import Look
from soc2desk.packet.drawing import draw
from tests.composed import of_sample
from tests.golden.as_text import as_text

HERE = Path(__file__).parent
KEPT = ("brightwater", "tamarack")
DRAWN = ("tamarack", "REC-OFF")
"""One short document kept as a whole web page: what the renderer makes of every kind of field."""


@pytest.mark.parametrize("sample", KEPT)
def test_every_document_reads_as_it_was_kept(sample: str) -> None:
    folder = HERE / sample
    written = {f"{document.id}.txt": as_text(document) for document in of_sample(sample).documents}
    assert sorted(written) == sorted(path.name for path in folder.glob("*.txt"))
    for name, text in written.items():
        assert text.splitlines() == (folder / name).read_text(encoding="utf-8").splitlines(), name


def test_a_web_page_is_drawn_as_it_was_kept() -> None:
    sample, wanted = DRAWN
    document = next(one for one in of_sample(sample).documents if one.id == wanted)
    page = draw("html", document, Look()).decode()
    assert page.splitlines() == (HERE / sample / f"{wanted}.html").read_text(encoding="utf-8").splitlines()
