"""The shipped content with one thing changed, and what a check says of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from soc2desk.content.load import load
from soc2desk.domain.policies import Partial, Template
from soc2desk.lint.check import CHECKS, lint

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Fault

PATH = "policy_templates/en/policies/visitors.md"
FIRST_LINE = 12


@cache
def shipped() -> Catalogue:
    return load()


def document(body: str, **changes: object) -> Template:
    """A document whose first line of text is line 12 of its file."""
    usual = Template(
        id="POL-VIS",
        title="Visitors",
        kind="policy",
        audience="staff",
        owner="it_lead",
        approver="executive_sponsor",
        review="annual",
        version="1.0",
        path=PATH,
        body=body,
        first_line=FIRST_LINE,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


def written(*lines: str, pieces: dict[str, str] | None = None, **changes: object) -> Catalogue:
    """The shipped content with one document of these lines in place of ours."""
    partials = tuple(
        Partial(name, f"policy_templates/en/_partials/{name}", text) for name, text in (pieces or {}).items()
    )
    return replace(shipped(), templates=(document("\n".join(lines), **changes),), partials=partials, lessons=())


def with_control(id_: str, **changes: object) -> Catalogue:
    """The shipped content with one control changed."""
    controls = (replace(c, **changes) if c.id == id_ else c for c in shipped().controls)  # type: ignore[arg-type]
    return replace(shipped(), controls=tuple(controls))


def with_question(id_: str, **changes: object) -> Catalogue:
    """The shipped content with one question changed."""
    pages = (
        replace(page, questions=tuple(replace(q, **changes) if q.id == id_ else q for q in page.questions))  # type: ignore[arg-type]
        for page in shipped().pages
    )
    return replace(shipped(), pages=tuple(pages))


def seen(check: str, catalogue: Catalogue) -> tuple[Fault, ...]:
    """What one check says."""
    return lint(catalogue, checks=tuple(pair for pair in CHECKS if pair[0] == check))


def at(line: int) -> str:
    """A line of the document, as faults name it."""
    return f"{PATH}, line {line}"
