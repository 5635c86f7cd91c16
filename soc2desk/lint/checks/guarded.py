"""A value whose question may be hidden prints only where something decides that it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import names_in
from soc2desk.lint.names import question_behind, with_conditions
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import control_guards, documents, records, statements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part
    from soc2desk.lint.sheet import Sheet, Slot


def guarded(catalogue: Catalogue) -> Seen:
    """Yield a fault for each value that would print as an open phrase for a company that is never asked for it.

    Only the clear cases: nothing around the value (if, front matter, the clause's controls) speaks of its question or
    of what decides whether it is asked.
    """
    for _, sheet in documents(catalogue):
        for part in outline(sheet):
            around = sheet.guards | _of_controls(_stated_near(part, sheet), catalogue)
            for row in part.rows:
                yield from _slots(row.slots, around, catalogue)
    for control, sheet in statements(catalogue):
        yield from _slots(sheet.slots, sheet.guards | control_guards(control), catalogue)
    for sheet in records(catalogue):
        yield from _slots(sheet.slots, sheet.guards, catalogue)


def _slots(slots: Iterable[Slot], around: frozenset[str], catalogue: Catalogue) -> Seen:
    for slot in slots:
        question = None if slot.field else question_behind(slot.name, catalogue)
        deciding = frozenset(names_in(question.when)) if question else frozenset()
        if question and deciding and not with_conditions(around | slot.guards, catalogue) & {*deciding, question.id}:
            message = f"{slot.name} is not asked of every company, and prints here for all of them."
            yield message, slot.where, f"Put it inside {{% if {' or '.join(sorted(deciding))} %}}."


def _stated_near(part: Part, sheet: Sheet) -> tuple[str, ...]:
    """The controls of a clause; for anything else those of its section, which prints with them."""
    if part.kind == "clause":
        return part.controls
    return tuple(c for other in outline(sheet) if other.section == part.section for c in other.controls)


def _of_controls(controls: tuple[str, ...], catalogue: Catalogue) -> frozenset[str]:
    found = (catalogue.control[control] for control in controls if control in catalogue.control)
    return frozenset(name for control in found for name in control_guards(control))
