"""Which tools the answers name, and the recipes that fit them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.recipes import Recipe

TOOL_QUESTIONS = (
    "identity_provider", "ticket_system", "source_control", "endpoint_management", "logging_tool", "monitoring_tool",
    "backup_tool", "password_manager", "hr_system", "change_system", "cloud_provider",
)  # fmt: skip
"""The questions whose answers name tools, beside the systems and vendors."""


def recipes_here(engagement: Engagement, requests: Iterable[str] = ()) -> tuple[Recipe, ...]:
    """Return the recipes for what is asked for here, from the tools that the answers name, in the order of requests.

    `requests` keeps those for some requests; none for all.
    """
    said = _said(engagement)
    wanted = frozenset(requests)
    order = {request.id: at for at, request in enumerate(engagement.requests)}
    found = (
        one
        for one in engagement.catalogue.recipes
        if one.request in order and (not wanted or one.request in wanted) and _is_named(one, said)
    )
    return tuple(sorted(found, key=lambda one: order[one.request]))


def _said(engagement: Engagement) -> str:
    project = engagement.project
    answers = (project.answers.get(name) for name in TOOL_QUESTIONS)
    texts = [str(answer.value) for answer in answers if answer and answer.value]
    texts += [system.name for system in project.systems] + [vendor.name for vendor in project.vendors]
    return "\n".join(texts).casefold()


def _is_named(one: Recipe, said: str) -> bool:
    return any(_whole(name).search(said) for name in one.names)


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name.casefold())}(?!\w)")
