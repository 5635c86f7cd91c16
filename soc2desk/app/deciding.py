"""What an answer decides, where it prints nowhere: documents, sections, controls and questions that ask for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.appearance import Appearance, Where
from soc2desk.document.record_words import KEPT
from soc2desk.document.templates import Body, Choice, Loop, Piece, Slot, Source, parse_template
from soc2desk.domain.conditions import names_in
from soc2desk.lint.names import BEHIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.domain.controls import Control
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.policies import Template

_ID = re.compile(r"^(?:#{1,3}|\d+\.)\s+@([a-z0-9][a-z0-9-]*)\s+([^\n{\[]*)", re.MULTILINE)
_HEADING = re.compile(r"^#", re.MULTILINE)

_COVERS = Appearance("pages.documents", Where.COVERS)
_EVERYWHERE = Appearance("pages.packet", Where.EVERYWHERE)
BY_PROGRAM: Mapping[str, tuple[Appearance, ...]] = MappingProxyType(
    {
        "accent_color": (_EVERYWHERE,),
        "auditor_firm": (_COVERS,),
        "categories": (Appearance("pages.scope", Where.SCOPE), _COVERS),
        "confidential_mark": (_EVERYWHERE,),
        "control_set": (Appearance("pages.controls", Where.CONTROL_SET),),
        "document_font": (_EVERYWHERE,),
        "document_look": (_EVERYWHERE,),
        "draft_mark": (_EVERYWHERE,),
        "fieldwork_start": (Appearance("documents.REG-ERL", Where.REQUESTS),),
        "firm_logo": (_COVERS,),
        "footer_line": (_EVERYWHERE,),
        "logo": (_COVERS,),
        "prepared_by": (_COVERS,),
        "report_date": (_COVERS,),
        "report_needed_by": (Appearance("pages.readiness", Where.READINESS),),
        "report_type": (_COVERS, Appearance("documents.REG-ERL", Where.REQUESTS)),
        "second_color": (_EVERYWHERE,),
        "window_end": (_COVERS,),
        "window_start": (_COVERS,),
    }
)
"""Answers that the program itself reads, and what they change."""


def decided(engagement: Engagement, numbers: Mapping[str, str]) -> dict[str, tuple[Appearance, ...]]:
    """Return what each question decides. `numbers` are the printed numbers by the id of each section and clause."""
    found: dict[str, dict[Appearance, None]] = {}
    for name, appearance in _all(engagement, numbers):
        found.setdefault(BEHIND.get(name, name), {})[appearance] = None
    return {name: tuple(places) for name, places in found.items()}


def _all(engagement: Engagement, numbers: Mapping[str, str]) -> Iterator[tuple[str, Appearance]]:
    for name, places in BY_PROGRAM.items():
        yield from ((name, place) for place in places)
    yield from _in_templates(engagement, numbers)
    for control in engagement.catalogue.controls:
        about = Appearance(f"control_states.{control.id}", Where.CONTROL, control.title, control.id)
        yield from ((name, about) for name in asked_by(control))
    for question in engagement.catalogue.questions.values():
        asked = Appearance(f"answers.{question.id}", Where.QUESTION, question.label)
        yield from ((name, asked) for name in names_in(question.when))


def asked_by(control: Control) -> Iterator[str]:
    """Yield every name that decides whether a control applies, what it says and what it meets."""
    yield from names_in(control.applies_when)
    yield from control.uses
    for variant in control.variants:
        yield from names_in(variant.when)
    for extra in control.extra_criteria:
        yield from names_in(extra.when)
    if control.legal_duty is not None:
        yield from names_in(control.legal_duty)


def _in_templates(engagement: Engagement, numbers: Mapping[str, str]) -> Iterator[tuple[str, Appearance]]:
    partials = {partial.name: partial.body for partial in engagement.catalogue.partials}
    names = engagement.names
    for template in engagement.catalogue.templates:
        whole = Appearance(f"documents.{template.id}", Where.DOCUMENT, template.title)
        yield from ((name, whole) for name in names_in(template.when))
        if template.record and engagement.catalogue.record[template.record].tool:
            yield KEPT, _form_of(template, numbers) or whole
        source = Source(template.path, template.first_line)
        body = parse_template(template.body, source, names.stated, partials, deciding=names.known)
        yield from _Walk(template, numbers, whole).through(body)


def _form_of(template: Template, numbers: Mapping[str, str]) -> Appearance | None:
    """Return the section of a record that holds its form, or the list of fields in place of it."""
    before, _, after = template.body.partition(f"\nrecord {template.record}\n")
    names = [found[1] for found in _ID.finditer(before) if _HEADING.match(found[0])] if after else []
    section = f"{template.id}/{names[-1]}" if names else ""
    if section not in numbers:
        return None
    return Appearance(f"documents.{section}", Where.SECTION, template.title, numbers[section])


@dataclass(slots=True)
class _Walk:
    """One walk through a template; remembers the last section or clause it came by."""

    template: Template
    numbers: Mapping[str, str]
    here: Appearance
    _seen: list[str] = field(default_factory=list)

    def through(self, body: Body) -> Iterator[tuple[str, Appearance]]:
        for node in body:
            match node:
                case Piece(text=text):
                    self.pass_by(text)
                case Slot(name=name, field=""):
                    yield name, self.here
                case Loop(body=inner):
                    yield from self.through(inner)
                case Choice():
                    yield from self.choice(node)

    def choice(self, node: Choice) -> Iterator[tuple[str, Appearance]]:
        """Name what stands inside where it is printed, else the place around it."""
        around = self.here
        for branch in node.branches:
            inside = self.first_in(branch.body) or around
            yield from ((name, inside) for name in names_in(branch.condition))
            yield from self.through(branch.body)
        yield from self.through(node.otherwise)

    def first_in(self, body: Body) -> Appearance | None:
        texts: Iterable[str] = (node.text for node in body if isinstance(node, Piece))
        found = (place for text in texts for place in self.places(text))
        return next(found, None)

    def pass_by(self, text: str) -> None:
        for place in self.places(text):
            self.here = place

    def places(self, text: str) -> Iterator[Appearance]:
        """Yield the sections and clauses of a piece that stand in the composed document."""
        for match in _ID.finditer(text):
            known = self.find(match[1])
            if known:
                kind = Where.SECTION if _HEADING.match(match[0]) else Where.CLAUSE
                yield Appearance(f"documents.{known}", kind, self.template.title, self.numbers[known])

    def find(self, name: str) -> str:
        """Return the full id of a section or clause; a clause belongs to the last section passed."""
        section = self.here.place.split("/")[1:2]
        tries = (f"{self.template.id}/{name}", "/".join((self.template.id, *section, name)))
        return next((one for one in tries if one in self.numbers), "")
