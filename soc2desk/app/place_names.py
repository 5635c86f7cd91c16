"""What a place is called, for sentences such as "You were at Access"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.engagement import Engagement


def place_name(engagement: Engagement, place: str, pages: Mapping[str, str]) -> str:
    """Return the name of a place; empty for one that is not there any more. `pages` are titles by page."""
    kind, _, name = place.partition(".")
    catalogue, project = engagement.catalogue, engagement.project
    match kind:
        case "pages":
            return pages.get(name, "")
        case "answers":
            question = catalogue.questions.get(name)
            return question.label if question else ""
        case "documents" | "approvals":
            template = catalogue.template.get(name.partition("/")[0])
            return template.title if template else name
        case "owners" | "control_states":
            return _control(engagement, name)
        case "criteria" | "not_relevant":
            criterion = catalogue.criterion.get(name)
            return f"{criterion.id} {criterion.title}" if criterion else ""
        case "roles":
            role = catalogue.role.get(name)
            return role.name if role else ""
        case _:
            rows = {row.id: row.name for row in (*project.people, *project.vendors, *project.systems)}
            return rows.get(name, "")


def _control(engagement: Engagement, name: str) -> str:
    control = engagement.catalogue.control.get(name)
    if control is not None:
        return f"{control.id} {control.title}"
    return next((family.name for family in engagement.catalogue.families if family.id == name), "")
