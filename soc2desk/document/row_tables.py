"""The tables a template may walk through, as plain words of the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.vendors import Vendor

Rows = tuple["Mapping[str, str]", ...]
OVERSIGHT = "oversight_body"
"""The role, and the question on it: a company without such a body is not described as having one."""


def tables_of(engagement: Engagement) -> dict[str, Rows]:
    """Return each table by the name that templates use, its rows as words."""
    project, phrases = engagement.project, engagement.catalogue.phrases
    return {
        "vendors": tuple(_vendor(one, phrases) for one in project.vendors),
        "subservices": tuple(_vendor(one, phrases) for one in project.vendors if one.subservice),
        "personal_vendors": tuple(_vendor(one, phrases) for one in project.vendors if one.holds_personal_information),
        "notice_vendors": tuple(_vendor(one, phrases) for one in project.vendors if one.is_named_in_notice),
        "systems": tuple(
            {"name": s.name, "purpose": s.purpose, "owner": engagement.person_name(s.owner), "data": s.data}
            for s in project.systems
            if s.in_scope
        ),
        "roles": tuple(
            {"name": role.name, "duties": role.duties}
            for role in engagement.catalogue.roles
            if role.id != OVERSIGHT or engagement.names.known["oversight_body"] or _held(OVERSIGHT, engagement)
        ),
        "user_controls": tuple(
            {"duty": one.duty, "criteria": ", ".join(one.criteria)} for one in project.user_duties if one.needed
        ),
        "user_responsibilities": tuple({"duty": one.duty} for one in project.user_duties if not one.needed),
    }


def _held(role: str, engagement: Engagement) -> bool:
    holding = engagement.project.role.get(role)
    return holding is not None and bool(holding.holder)


def _vendor(vendor: Vendor, phrases: Mapping[str, str]) -> Mapping[str, str]:
    return {
        "name": vendor.name,
        "service": vendor.service,
        "tier": phrases[f"tier.{vendor.tier}"],
        "location": vendor.location,
        "method": phrases.get(f"method.{vendor.method}", ""),
        "subservice": phrases["answer.yes" if vendor.subservice else "answer.no"],
    }
