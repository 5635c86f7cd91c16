"""A document written from a few lines, for a sample company after some changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.fill import Filled, fill
from soc2desk.document.markdown import parse
from soc2desk.document.templates import Source, parse_template
from soc2desk.document.write import Written, write
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.policies import Template
from tests.composed import DAY, catalogue, changed, sample

if TYPE_CHECKING:
    from soc2desk.document.blocks import Block
    from soc2desk.domain.project import Project


BARRED = {"name": "A | B", "purpose": "", "owner": "", "data": ""}
"""A system whose name holds a bar."""


def engagement(*changes: str, project: Project | str = "brightwater") -> Engagement:
    """Return a sample's engagement after these changes."""
    start = sample(project) if isinstance(project, str) else project
    return decide_engagement(catalogue(), changed(start, *changes) if changes else start, DAY)


def template(body: str, doc_id: str = "POL-ANY", **others: object) -> Template:
    """Return a policy with this body."""
    made = Template(
        doc_id, "Any policy", "policy", "staff", "it_lead", "executive_sponsor", "annual", "1.0", "any.md", body, 1
    )
    return replace(made, **others)  # type: ignore[arg-type]


def written(body: str, *changes: str, **others: object) -> Written:
    """Return a document that has something to say."""
    made = write(template(body, **others), engagement(*changes))
    assert made is not None
    return made


def filled(text: str, *changes: str, made: Engagement | None = None) -> Filled:
    """Return a text with its values behind tokens."""
    given = made or engagement(*changes)
    names = given.names
    body = parse_template(text, Source("any.md"), names.stated, {}, deciding=names.known)
    return fill(body, names, {"systems": (BARRED,)}, catalogue().phrases)


def blocks(text: str, *changes: str, made: Engagement | None = None) -> tuple[Block, ...]:
    """Return the blocks of a text, before anything is left out."""
    return tuple(part.block for part in parse(filled(text, *changes, made=made), "ANY", "any.md"))
