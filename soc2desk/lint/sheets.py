"""Every text of the content that may hold values: documents with what they include, and statements of controls."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import names_in
from soc2desk.lint.sheet import Sheet, spell_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.controls import Control
    from soc2desk.domain.policies import Partial, Template
    from soc2desk.domain.records import RecordType

_ALWAYS = "always"


def documents(catalogue: Catalogue) -> Iterator[tuple[Template, Sheet]]:
    """Yield every document with its sheet."""
    for template in catalogue.templates:
        yield template, _document(template, catalogue.partials)


def statements(catalogue: Catalogue) -> Iterator[tuple[Control, Sheet]]:
    """Yield every wording of every control with its sheet."""
    for control in catalogue.controls:
        for field, text, names in wordings(control):
            yield control, _statement(control, text, field, names | control_guards(control))


def wordings(control: Control) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield the field, text and deciding names of each wording of a control."""
    yield "statement", control.statement, frozenset()
    for variant in control.variants:
        yield "variants", variant.statement, frozenset(names_in(variant.when))


def sheets(catalogue: Catalogue) -> Iterator[Sheet]:
    """Yield all of them."""
    for _, sheet in documents(catalogue):
        yield sheet
    for _, sheet in statements(catalogue):
        yield sheet
    yield from records(catalogue)


def records(catalogue: Catalogue) -> Iterator[Sheet]:
    """Yield every label, help and rule of the record layouts as a sheet."""
    for record in catalogue.records:
        for field, text, names in record_texts(record):
            yield _record(record.id, text, f"records/{record.id}/{field}", names)


def record_texts(record: RecordType) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield the place, text and deciding names of each text of a layout that may hold values."""
    for rule in record.rules:
        yield "rules", rule, frozenset()
    for field in record.fields:
        names = frozenset(names_in(field.when))
        for text in (field.label, field.help, field.needed, field.by):
            yield f"fields/{field.name}", text, names
        for column in field.columns:
            for text in (column.label, column.help):
                yield f"fields/{field.name}/columns/{column.name}", text, names


def control_guards(control: Control) -> frozenset[str]:
    """Return the names that decide whether a control is there at all."""
    return frozenset({*names_in(control.applies_when), *_scoped(control.categories)})


def _scoped(categories: tuple[str, ...]) -> tuple[str, ...]:
    return () if _ALWAYS in categories else ("categories",)


@lru_cache(maxsize=256)
def _document(template: Template, partials: tuple[Partial, ...]) -> Sheet:
    pieces = {partial.name: partial for partial in partials}
    guards = frozenset({*names_in(template.when), *_scoped(template.categories)})
    return spell_out(template.id, template.body, template.path, template.first_line, pieces, guards=guards)


@lru_cache(maxsize=2048)
def _record(id_: str, text: str, path: str, guards: frozenset[str]) -> Sheet:
    return spell_out(id_, text, path, 0, {}, guards=guards)


def _statement(control: Control, text: str, field: str, guards: frozenset[str]) -> Sheet:
    path = f"controls/{control.id}/{field}"
    return spell_out(control.id, text, path, 0, {}, guards=guards, control=control.id)
