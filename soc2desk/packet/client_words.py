"""What became of the client's own words for controls: used, set aside, overtaken, or silent about a value of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.statements import limits_left_out, values_of, wording_problem
from soc2desk.domain.in_own_words import statement_hash
from soc2desk.readiness.rule import Statements

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement


def judge_statements(engagement: Engagement) -> Statements:
    """Return what our rules need to know of the words that a client has for controls of this scope."""
    wordings = [one for one in engagement.project.control_wordings if one.id in engagement.state]
    problems = {one.id: wording_problem(one.id, one.text, engagement) for one in wordings}
    library = engagement.catalogue.control
    left_out = {one.id: limits_left_out(one, engagement) for one in engagement.controls if one.applies}
    return Statements(
        {control: why for control, why in problems.items() if why},
        tuple(one.id for one in wordings if one.replaced != statement_hash(library[one.id])),
        {
            control: values_of(names, engagement)
            for control, names in left_out.items()
            if names and not problems.get(control)
        },
    )
