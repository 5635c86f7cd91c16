"""A reader is never sent to what is not there: a reference prints only for those who have its target."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience
from soc2desk.domain.conditions import decide
from soc2desk.lint.companies import companies
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents
from soc2desk.lint.standing import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.conditions import Condition
    from soc2desk.lint.companies import Company
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part
    from soc2desk.lint.sheet import Row

_REFERENCE = re.compile(r"\[ref\]\((?P<target>[^):]*)\)")

SEEN_BY = {
    "customer": frozenset({Audience.CUSTOMER}),
    "staff": frozenset({Audience.CUSTOMER, Audience.STAFF}),
    "auditor": frozenset({Audience.CUSTOMER, Audience.STAFF, Audience.AUDITOR}),
    "internal": frozenset(Audience),
}
"""By the audience of a document: the audiences whose documents all of its readers hold as well."""

_HINT = "Put the reference into an {% if %} that holds only where the target prints, or refer to another place."


@dataclass(frozen=True, slots=True)
class _Reference:
    """One [ref](...): where it stands, and the document and parts it leads to (none for the document itself)."""

    source: Written
    part: Part
    condition: Condition
    where: str
    target: str
    document: Written
    parts: tuple[Part, ...]

    @property
    def is_safe(self) -> bool:
        """Whether nothing decides about the target, so that nobody has to be asked."""
        if not self.parts:
            return self.document.always_prints()
        return any(self.document.always_prints(part) for part in self.parts)

    def conditions(self) -> Iterator[Condition]:
        """Yield all on which it depends whether the reference and its target print."""
        yield self.condition
        yield from self.source.conditions_of(self.part)
        yield self.document.template.when
        for part in self.parts:
            yield from self.document.conditions_of(part)

    def prints(self, company: Company) -> bool:
        """Return whether a company reads the reference."""
        holds = decide(self.condition, company) is not False
        return holds and self.source.is_wanted(company) and self.source.part_prints(self.part, company)

    def leads_somewhere(self, company: Company) -> bool:
        """Return whether a company has the target."""
        return self.document.prints(company) and (
            not self.parts or any(self.document.part_prints(part, company) for part in self.parts)
        )


def references_print(catalogue: Catalogue) -> Seen:
    """Yield a fault for each reference that some reader or some company has without its target.

    The packet would say "a document outside this packet" there, or name the document without the place.
    """
    for one in _references(catalogue):
        yield from _readers(one)
        company = None if one.is_safe else _lost(one, catalogue)
        if company is not None:
            yield f"{one.target} does not print with {company.told(company)}.", one.where, _HINT


def _readers(one: _Reference) -> Seen:
    audience, other = one.source.template.audience, one.document.template.audience
    if other not in SEEN_BY.get(audience, ()):
        message = f"{one.document.template.id} is for the audience {other}; not all readers of this document have it."
        yield message, one.where, "Say it in words, or refer to a document that every reader of this one has."


def _lost(one: _Reference, catalogue: Catalogue) -> Company | None:
    """Return a company that reads the reference and has no target; the one with the fewest answers first."""
    asked = (company for company in companies(one.conditions(), catalogue) if one.prints(company))
    return next((company for company in asked if not one.leads_somewhere(company)), None)


def _references(catalogue: Catalogue) -> Iterator[_Reference]:
    written = {template.id: Written(template, sheet, catalogue) for template, sheet in documents(catalogue)}
    named: dict[str, list[Part]] = {}
    for one in written.values():
        for part in outline(one.sheet):
            if part.name:
                named.setdefault(part.full, []).append(part)
    for source in written.values():
        for part in outline(source.sheet):
            for row in part.rows:
                yield from _of_row(source, part, row, written, named)


def _of_row(
    source: Written, part: Part, row: Row, written: dict[str, Written], named: dict[str, list[Part]]
) -> Iterator[_Reference]:
    for found in _REFERENCE.finditer(row.words):
        target = found["target"]
        document = written.get(target.partition("/")[0])
        if document is not None and (target in written or target in named):
            condition = source.sheet.condition_of(row.arms_at(found.start()))
            yield _Reference(source, part, condition, row.where, target, document, tuple(named.get(target, ())))
