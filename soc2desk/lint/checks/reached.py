"""No criterion is left alone: in every scope, and in the lean set of controls too, one at least serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import ALWAYS, Condition, decide, names_in
from soc2desk.domain.criteria import SECURITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.controls import Control
    from soc2desk.domain.criteria import Criterion
    from soc2desk.lint.fault import Seen

MAY_NOT_MATTER = {
    "P2.1": "A company that handles information only for its customers offers no choices of its own.",
    "P3.2": "A company that handles information only for its customers asks nobody for consent.",
}
"""Criteria that some companies leave out, with the reason: a control with an operating condition is enough."""


def reached(catalogue: Catalogue) -> Seen:
    """Yield a fault for each criterion that no control serves in the smallest scope that examines it.

    Larger scopes only add controls. A control with an operating condition does not count: some companies leave it out.
    """
    for criterion in catalogue.criteria:
        scope = (SECURITY, criterion.category)
        for lean in (True, False):
            if not any(_serves(control, criterion, scope, lean=lean) for control in catalogue.controls):
                chosen = "lean" if lean else "full"
                message = f"No control of the {chosen} set serves {criterion.id} for every company that needs it."
                yield message, f"criteria/{criterion.id}", "Name it in a control without an operating condition."
                break


def _serves(control: Control, criterion: Criterion, scope: tuple[str, ...], *, lean: bool) -> bool:
    everywhere = control.applies_when == ALWAYS or criterion.id in MAY_NOT_MATTER
    if not everywhere or criterion.id not in _criteria(control, scope):
        return False
    chosen = bool(set(control.categories) & set(scope))
    return chosen or ("always" in control.categories and (control.core or not lean))


def _criteria(control: Control, scope: tuple[str, ...]) -> Iterator[str]:
    yield from control.criteria
    for extra in control.extra_criteria:
        if _holds(extra.when, scope):
            yield extra.criterion


def _holds(condition: Condition, scope: tuple[str, ...]) -> bool:
    """Whether a condition on the scope alone holds; one on anything else does not hold for every company."""
    return {*names_in(condition)} <= {"categories"} and decide(condition, {"categories": scope}) is True
