"""What a place is called, for sentences such as "You were at Access"."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.storage.row_shapes import FILLED_IN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.engagement import Engagement


_OTHERWISE = MappingProxyType(
    {"user_duties": "duty", "disclosed_incidents": "nature", "system_changes": "change", "skills": "area"}
)
_TABLES = (*(section.name for section in FILLED_IN if section.name != "roles"), "remedies")
NAMED_BY = {table: _OTHERWISE.get(table, "name") for table in _TABLES}
"""The field that names a row of each table."""


def place_name(engagement: Engagement, place: str, pages: Mapping[str, str]) -> str:
    """Return the name of a place; empty for one that is not there any more. `pages` are titles by page."""
    kind, _, name = place.partition(".")
    match kind:
        case "pages":
            return pages.get(name, "")
        case "owners" | "control_states" | "promises":
            return _control(engagement, name.partition("/")[0])
        case "self_check":
            item = engagement.catalogue.baseline_item.get(name)
            return f"{item.id} {item.title}" if item else ""
        case "documents" | "approvals":
            return _of_content(engagement, "documents", name.partition("/")[0])
        case "answers" | "criteria" | "not_relevant" | "roles" | "walked_requests":
            return _of_content(engagement, kind, name)
    return _of_row(engagement, kind, name)


def _of_content(engagement: Engagement, kind: str, name: str) -> str:
    catalogue = engagement.catalogue
    titles: Mapping[str, str]
    match kind:
        case "answers":
            titles = {question.id: question.label for question in catalogue.questions.values()}
        case "documents":
            titles = {template.id: template.title for template in catalogue.templates}
        case "walked_requests":
            titles = {request.id: f"{request.id} {request.request}" for request in catalogue.requests}
        case "roles":
            titles = {role.id: role.name for role in catalogue.roles}
        case _:
            titles = {criterion.id: f"{criterion.id} {criterion.title}" for criterion in catalogue.criteria}
    return titles.get(name, "")


def _of_row(engagement: Engagement, kind: str, name: str) -> str:
    if kind == "records":
        return _record(engagement, name.partition(".")[0])
    rows = getattr(engagement.project, kind) if kind in NAMED_BY else ()
    return next((str(getattr(row, NAMED_BY[kind])) for row in rows if row.id == name), "")


def _control(engagement: Engagement, name: str) -> str:
    control = engagement.catalogue.control.get(name)
    if control is not None:
        return f"{control.id} {control.title}"
    return next((family.name for family in engagement.catalogue.families if family.id == name), "")


def _record(engagement: Engagement, name: str) -> str:
    found = next((one for one in engagement.project.records if one.id == name), None)
    return f"{engagement.catalogue.record[found.type].title} {found.occurrence}".strip() if found else ""
