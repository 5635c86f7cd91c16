"""Rules about the company's own answers on the Canadian baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.self_answers import Has
from soc2desk.domain.self_check import at_odds
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def answer_against_state(situation: Situation) -> Iterator[Finding]:
    """Yield each control that is said to be in place while the self-check says that it is not done."""
    items = situation.engagement.catalogue.baseline_item
    for one in at_odds(situation.engagement):
        yield see(
            situation, "SD-31", f"self_check.{one.item}", about=one.control, controls=(one.control,),
            item=one.item, title=items[one.item].title, control=one.control,
        )  # fmt: skip


def not_applicable_without_reason(situation: Situation) -> Iterator[Finding]:
    """Yield each item that is said not to apply without a reason."""
    items = situation.engagement.catalogue.baseline_item
    for one in situation.engagement.project.self_check:
        if one.answer is Has.NOT_APPLICABLE and not one.reason:
            yield see(situation, "SD-32", f"self_check.{one.id}", about=one.id, item=one.id, title=items[one.id].title)
