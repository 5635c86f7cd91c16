"""A value prints in a form that fits its kind; yes / no, pictures and derived names print in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.questions import QuestionKind
from soc2desk.lint.names import kind_of, known_names
from soc2desk.lint.sheets import sheets

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.sheet import Slot

_CADENCE = frozenset({QuestionKind.CADENCE})
FITS = {
    "each": _CADENCE,
    "adjective": _CADENCE,
    "noun": _CADENCE,
    "amount": frozenset({QuestionKind.NUMBER}),
    "listed": frozenset({QuestionKind.LIST, QuestionKind.MANY}),
    "capital": frozenset(QuestionKind),
}
"""The kinds of question each filter is made for."""


def printed(catalogue: Catalogue) -> Seen:
    """Yield a fault for each name that prints nothing, and each filter that does not fit."""
    known = known_names(catalogue)
    for sheet in sheets(catalogue):
        for slot in sheet.slots:
            if slot.field:
                yield from _of_row(slot)
            elif slot.name in known:
                yield from _of_name(slot, kind_of(slot.name, catalogue))


def _of_row(slot: Slot) -> Seen:
    for name in slot.filters:
        if name != "capital":
            yield f"Fields of a row are words; {name} changes nothing.", slot.where, f"Write {slot.name}.{slot.field}."


def _of_name(slot: Slot, kind: QuestionKind | None) -> Seen:
    if kind is QuestionKind.PICTURE:
        yield f"{slot.name} is a picture; the covers show it.", slot.where, "Take the name out of the text."
        return
    if kind is None or kind is QuestionKind.YES_NO:
        hint = f"Write {{% if {slot.name} %}} words {{% endif %}}."
        yield f"{slot.name} decides and has no words of its own; it cannot be printed.", slot.where, hint
        return
    for name in slot.filters:
        if kind not in FITS.get(name, frozenset(QuestionKind)):
            message = f"The filter {name} does not fit {slot.name}, which is of the kind {kind}."
            fitting = [one for one, kinds in FITS.items() if kind in kinds]
            yield message, slot.where, f"Fitting: {', '.join(fitting)}."
