"""Ids of headings and clauses are unique among all that can print together: links and approvals hang on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.sheet import can_meet
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part

_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")


def ids(catalogue: Catalogue) -> Seen:
    """Yield a fault for each id that stands twice or is not in kebab-case, and each document id used twice."""
    seen: dict[str, str] = {}
    for template, sheet in documents(catalogue):
        if template.id in seen:
            message = f"The document {template.id} is also in {seen[template.id]}."
            yield message, f"{template.path}, line 2", "Give one of them another id."
        seen[template.id] = template.path
        named = [part for part in outline(sheet) if part.name]
        yield from _spelling(named)
        yield from _twice(named)


def _spelling(parts: Iterable[Part]) -> Seen:
    for part in parts:
        if not _KEBAB.match(part.name):
            yield f"The id @{part.name} is not in kebab-case.", part.where, "Use small letters, figures and hyphens."


def _twice(parts: Iterable[Part]) -> Seen:
    before: dict[str, list[Part]] = {}
    for part in parts:
        for other in before.setdefault(part.name, []):
            if can_meet(other.arms, part.arms):
                message = f"The id @{part.name} stands in this document twice; first at {other.where}."
                yield message, part.where, "Give one of them another id."
                break
        before[part.name].append(part)
