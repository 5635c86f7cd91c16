"""Control statements as printed: the template line of a control, filled with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Runs, text
from soc2desk.document.fill import fill, runs_of
from soc2desk.document.templates import Source, parse_template
from soc2desk.document.values import one_full_stop
from soc2desk.domain.own_controls import one_line

if TYPE_CHECKING:
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement


def statement_runs(one: ControlState, engagement: Engagement) -> Runs:
    """Return the statement of a control as runs; values stay marked where open or suggested.

    That of a company's own control is text as it was typed, and no template.
    """
    if one.id in engagement.project.own_control:
        return text(one_line(one.statement))
    source = Source(f"statement of {one.id}")
    names = engagement.names
    body = parse_template(one.statement, source, names.stated, {}, deciding=names.known)
    filled = fill(body, names, {}, engagement.catalogue.phrases)
    return one_full_stop(runs_of(filled.skeleton, filled.values))
