"""Where something is mended, in words: the page of the window and what to look for on it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.engagement import Engagement

PAGES = MappingProxyType(
    {
        "owners": "controls",
        "control_states": "controls",
        "self_check": "self_check",
        "criteria": "scope",
        "approvals": "documents",
        "documents": "documents",
        "records": "records",
        "evidence": "evidence",
        "user_exports": "lists",
        "seen_in_lists": "lists",
    }
)
"""The page on which a kind of place stands. Answers and rows stand on the page of the interview that asks for them."""
KEPT = ("controls", "training", "walk", "schedule")
"""The other pages to which a finding may lead as a whole."""
_NAMED_BY = MappingProxyType({"user_duties": "duty", "disclosed_incidents": "nature", "system_changes": "change"})
"""The field that tells a row from others, where it is not its name."""


def mended_at(engagement: Engagement, place: str) -> str:
    """Return a place as a reader would look for it: "Controls and owners: ACC-07"."""
    kind, _, name = place.partition(".")
    page = _page(engagement.catalogue, kind, name)
    thing = _thing(engagement, kind, name)
    return f"{page}: {thing}" if page and thing else page or thing or place


def _page(catalogue: Catalogue, kind: str, name: str) -> str:
    asked = {"pages": name}.get(kind) or PAGES.get(kind, "")
    own = next((page.title for page in catalogue.pages if page.id == asked or kind in page.tables), "")
    if kind == "answers":
        own = next((page.title for page in catalogue.pages if any(one.id == name for one in page.questions)), "")
    return catalogue.phrases.get(f"mended_at.{asked}", own)


def _thing(engagement: Engagement, kind: str, name: str) -> str:
    match kind:
        case "records":
            return _record(engagement, name)
        case "approvals" | "documents":
            return name.partition("/")[0]
        case "criteria" | "self_check":
            return name
    titles = _titles(engagement.catalogue, kind)
    return _row(engagement, kind, name) if titles is None else titles.get(name, name)


def _titles(catalogue: Catalogue, kind: str) -> Mapping[str, str] | None:
    """Return what things of the content are called; None for what the company entered."""
    match kind:
        case "pages":
            return {page.id: "" for page in catalogue.pages} | dict.fromkeys(KEPT, "")
        case "answers":
            return {one.id: one.label for one in catalogue.questions.values()}
        case "roles":
            return {one.id: one.name for one in catalogue.roles}
        case "owners" | "control_states":
            return {one.id: one.name for one in catalogue.families}
    return None


def _record(engagement: Engagement, name: str) -> str:
    found = engagement.project.record.get(name)
    return f"{engagement.catalogue.record[found.type].title} {found.occurrence}".strip() if found else name


def _row(engagement: Engagement, kind: str, name: str) -> str:
    if kind == "evidence":
        # There may be thousands, with thousands of findings about them.
        piece = engagement.project.piece.get(name)
        return piece.name if piece else ""
    rows = getattr(engagement.project, kind, ())
    found = next((row for row in rows if row.id == name), None)
    return str(getattr(found, _NAMED_BY.get(kind, "name"), "")) if found is not None else ""
