"""Small documents, an easel that can fail, and orders: what the tests of making packets share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Column, Document, Look, Paragraph, Row, Run, Table
from soc2desk.document.registers.ground import Ground
from soc2desk.packet.build import Made, Order, bench, build, hand_over
from soc2desk.packet.drawing import Easel
from soc2desk.packet.plan import plan_files
from tests.composed import DAY, of_sample

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from soc2desk.domain.steps import Step

NAME = "acme-2026-11-20"


def document(
    doc_id: str, title: str = "A title", kind: str = "policy", audience: Audience = Audience.STAFF
) -> Document:
    """Return a document of one sentence and one small table."""
    says = (Run(f"What {doc_id} says."),)
    table = Table((Column("what", "What"),), (Row((says,)),), "A table", "a-table")
    return Document(doc_id, title, kind, audience, "Acme", "2026-11-20", (Paragraph(says), table))


def order(out: Path, name: str = NAME, *, documents: Sequence[Document] = (), with_zip: bool = True) -> Order:
    """Return an order for these documents as web pages; for one small policy without."""
    files = plan_files(documents or (document("POL-ONE"),), "auditor", ("html",))
    return Order(out, name, "auditor", files, "0" * 64, zip=with_zip)


def make(*orders: Order, easel: Easel | None = None, steps: list[Step] | None = None) -> tuple[Made, ...]:
    """Make and hand over what was ordered; `steps` takes down what was said on the way."""
    composition = of_sample("tamarack")
    ground = Ground(composition.engagement, DAY.isoformat(), composition.clauses)
    with bench(orders):
        making = build(orders, composition, ground, Look(), easel or Easel(None))
        while True:
            try:
                step = next(making)
            except StopIteration as end:
                hand_over(orders)
                return end.value  # type: ignore[no-any-return]
            if steps is not None:
                steps.append(step)


def files_in(out: Path) -> dict[str, bytes]:
    """Return every file under a folder, hidden ones too, with what it holds."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
