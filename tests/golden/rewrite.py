"""Writes the kept words anew: python -m tests.golden.rewrite. Read the difference before you keep it."""

from __future__ import annotations

import sys

from soc2desk.document.blocks import Look
from soc2desk.packet.drawing import draw
from tests.composed import of_sample
from tests.golden.as_text import as_text
from tests.golden.test_golden import DRAWN, HERE, KEPT


def main() -> int:
    """Rewrite every kept text; one whose document is gone is removed."""
    for sample in KEPT:
        folder = HERE / sample
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for document in of_sample(sample).documents:
            (folder / f"{document.id}.txt").write_text(as_text(document), encoding="utf-8")
    sample, wanted = DRAWN
    document = next(one for one in of_sample(sample).documents if one.id == wanted)
    (HERE / sample / f"{wanted}.html").write_bytes(draw("html", document, Look()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
