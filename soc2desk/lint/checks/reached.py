"""No criterion is left alone: in every scope, and in the small set of controls too, one at least serves it."""

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


def reached(catalogue: Catalogue) -> Seen:
    """Yield a fault for each criterion that no control serves in the smallest scope that examines it.

    Larger scopes only add controls. A control that some companies leave out does not count unless others stand in.
    """
    for criterion in catalogue.criteria:
        scope = (SECURITY, criterion.category)
        for lean in (True, False):
            if not any(_serves(control, criterion, scope, lean=lean) for control in catalogue.controls):
                chosen = "lean" if lean else "full"
                message = f"No control of the {chosen} set serves {criterion.id} for every company that needs it."
                yield message, f"criteria/{criterion.id}", "Name the criterion in a control without an operating condition."
                break


def _serves(control: Control, criterion: Criterion, scope: tuple[str, ...], *, lean: bool) -> bool:
    if control.applies_when != ALWAYS or criterion.id not in _criteria(control, scope):
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
