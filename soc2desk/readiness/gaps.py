"""Acts that were owed and that nothing shows, as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.readiness.acts import grouped, missed, named
from soc2desk.readiness.rule import Situation, see

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.findings import Finding


def each_missed(situation: Situation, rule: str, control: str, why: str = "") -> Iterator[Finding]:
    """Yield the periods for which a control owes an act that nothing shows, in one where there are many.

    `why` names the words of the reason, for a rule that has several.
    """
    engagement = situation.engagement
    for group in grouped(missed(situation, control)):
        about = group[0].id if len(group) == 1 else control
        listed = named((period.name for period in group), engagement)
        words = {"why": engagement.catalogue.phrases[why].format(listed=listed)} if why else {"listed": listed}
        yield see(situation, rule, engagement.place_of(control), about=about, controls=(control,), **words)
