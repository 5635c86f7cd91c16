"""What of a document prints for a company, seen from the templates alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import ALWAYS, Condition, decide
from soc2desk.lint.outline import Part, outline
from soc2desk.lint.sheet import Sheet, can_meet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.controls import Control
    from soc2desk.domain.policies import Template
    from soc2desk.lint.companies import Company

_ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Written:
    """A template with its sheet and the catalogue its controls stand in."""

    template: Template
    sheet: Sheet
    catalogue: Catalogue

    def prints(self, company: Company) -> bool:
        """Return whether the document is in the set: wanted, and standing alone or with a clause that prints."""
        stands = self.template.stands_alone or any(self.part_prints(one, company) for one in self.stating())
        return stands and self.is_wanted(company)

    def is_wanted(self, company: Company) -> bool:
        """Return whether its categories and its condition ask for it."""
        return in_scope(self.template.categories, company) and decide(self.template.when, company) is not False

    def always_prints(self, part: Part | None = None) -> bool:
        """Return whether every company has the document, and a part of it, because nothing decides about them."""
        wanted = _ALWAYS in self.template.categories and self.template.when == ALWAYS
        if not wanted or not (self.template.stands_alone or any(map(self._always_states, self.stating()))):
            return False
        if part is None or part.controls:
            return part is None or self._always_states(part)
        inside = [one for one in self.stating() if one.section == part.section]
        return not part.arms and (not inside or any(map(self._always_states, inside)))

    def _always_states(self, clause: Part) -> bool:
        """Whether a clause stands in no if and states a core control of every scope."""
        for one in self._controls(clause):
            if not clause.arms and one.core and _ALWAYS in one.categories and one.applies_when == ALWAYS:
                return True
        return False

    def part_prints(self, part: Part, company: Company) -> bool:
        """Return whether a part of a document that is in the set prints: its ifs hold, its controls are needed."""
        if decide(self.sheet.condition_of(part.arms), company) is False:
            return False
        if part.kind == "clause" and part.controls:
            return any(is_needed(one, company, self.catalogue) for one in self._controls(part))
        return self.section_prints(part, company)

    def section_prints(self, part: Part, company: Company) -> bool:
        """Return whether the section a part stands in prints: one that states controls needs a clause that does."""
        inside = [one for one in self.stating() if one.section == part.section and _could_be_of(one, part)]
        return not inside or any(self.part_prints(one, company) for one in inside)

    def stating(self) -> tuple[Part, ...]:
        """Return the clauses that state controls."""
        return _stating(self.sheet)

    def conditions_of(self, part: Part) -> Iterator[Condition]:
        """Yield every condition on which it depends whether a part prints, the document's own included."""
        yield self.template.when
        yield self.sheet.condition_of(part.arms)
        clauses = [part] if part.controls else [one for one in self.stating() if one.section == part.section]
        for clause in clauses:
            yield self.sheet.condition_of(clause.arms)
            yield from (condition for one in self._controls(clause) for condition in control_conditions(one))

    def _controls(self, part: Part) -> Iterator[Control]:
        return (self.catalogue.control[one] for one in part.controls if one in self.catalogue.control)


def _could_be_of(clause: Part, part: Part) -> bool:
    """Two sections of one id may stand in two arms; a clause belongs to the one it can print with."""
    return can_meet(clause.arms, part.arms)


@lru_cache(maxsize=512)
def _stating(sheet: Sheet) -> tuple[Part, ...]:
    return tuple(part for part in outline(sheet) if part.controls)


def in_scope(categories: tuple[str, ...], company: Company) -> bool:
    """Return whether what is made for these categories is made for a company."""
    chosen = company["categories"]
    return _ALWAYS in categories or (isinstance(chosen, tuple) and bool(set(categories) & set(chosen)))


def is_selected(control: Control, company: Company, catalogue: Catalogue) -> bool:
    """Return whether the scope and the set of controls bring a control in, and it meets a criterion there."""
    chosen = company["categories"]
    if not in_scope(control.categories, company) or not isinstance(chosen, tuple):
        return False
    asked = bool(set(control.categories) & set(chosen)) or control.core or company["control_set"] == "full"
    return asked and any(catalogue.criterion[one].category in chosen for one in criteria_of(control, company))


def criteria_of(control: Control, company: Company) -> tuple[str, ...]:
    """Return every criterion a control meets for a company, in scope or not."""
    extra = (one.criterion for one in control.extra_criteria if decide(one.when, company))
    return (*control.criteria, *extra)


def is_needed(control: Control, company: Company, catalogue: Catalogue) -> bool:
    """Return whether a control is selected or asked for by law, and the answers let it apply."""
    by_law = control.legal_duty is not None and decide(control.legal_duty, company) is True
    applies = decide(control.applies_when, company) is not False
    return applies and (by_law or is_selected(control, company, catalogue))


def control_conditions(control: Control) -> Iterator[Condition]:
    """Yield every condition on which it depends whether a control is needed."""
    yield control.applies_when
    yield from (one.when for one in control.extra_criteria)
    if control.legal_duty is not None:
        yield control.legal_duty
