"""Where references lead that would point to a text of ours which a policy of the client's own takes the place of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.numbering import Place
from soc2desk.document.write import written as as_written
from soc2desk.domain.in_own_policies import place_in_own
from soc2desk.domain.policies import TO_APPROVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.document.write import Written
    from soc2desk.domain.engagement import Engagement


def places_in_own(engagement: Engagement, written: tuple[Written, ...]) -> dict[str, Place]:
    """Return the client's own place for each section, clause and document of ours that is not written for it."""
    if not engagement.own_clauses:
        return {}
    found: dict[str, Place] = {}
    for one in written:
        found |= _of_sections(one, engagement)
    there = {one.template.id for one in written}
    for template in engagement.catalogue.templates:
        if template.id in there or template.kind not in TO_APPROVE or not engagement.wants(template):
            continue
        one = as_written(template, engagement)
        if one.elsewhere and not one.standings:
            stated = (control for controls in one.elsewhere.values() for control in controls)
            found[template.id] = Place("", _titles(stated, engagement), "")
            found |= _of_sections(one, engagement)
    return found


def _of_sections(one: Written, engagement: Engagement) -> dict[str, Place]:
    return {
        id_: Place("", place_in_own(engagement.own_clauses[controls[0]][0], engagement.project), "")
        for id_, controls in one.elsewhere.items()
    }


def _titles(controls: Iterable[str], engagement: Engagement) -> str:
    documents = (clause.document for control in controls for clause in engagement.own_clauses[control][:1])
    return ", ".join(dict.fromkeys(engagement.project.own_document[one].title for one in documents))
