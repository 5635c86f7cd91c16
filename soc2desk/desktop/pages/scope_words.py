"""Sentences about what a choice of scope brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.scope_reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.scope_change import Named, ScopeChange
    from soc2desk.desktop.words import Words
    from soc2desk.domain.engagement import Engagement

SHOWN = 6
"""How many names stand in a sentence before the others are counted."""


def listed(change: ScopeChange, words: Words) -> str:
    """Return "4 controls, 2 documents and 11 evidence requests"; empty where nothing comes."""
    counts = {
        "controls": len(change.controls),
        "documents": len(change.documents),
        "requests": len(change.requests),
        "questions": len(change.questions),
        "acts": change.acts,
    }
    parts = [
        words(f"scope.{name}.{'one' if count == 1 else 'many'}", count=count, hours=change.hours)
        for name, count in counts.items()
        if count > 0
    ]
    if len(parts) < 2:  # noqa: PLR2004 - two are joined by a word
        return "".join(parts)
    return words("scope.and", first=", ".join(parts[:-1]), last=parts[-1])


def asked(change: ScopeChange, name: str, words: Words, *, inside: bool) -> str:
    """Return what happens when a category is taken in, or out."""
    topic, what = "scope.adding" if inside else "scope.taking", listed(change, words)
    text = words(f"{topic}.text", name=name, listed=what) if what else words(f"{topic}.empty", name=name)
    kept = words(f"{topic}.kept", count=len(change.kept)) if change.kept else ""
    return f"{text} {kept}".strip()


def named(change: ScopeChange, words: Words) -> str:
    """Return the names of what comes or goes, the controls and the documents, each in a line."""
    lines = []
    if change.controls:
        names, left = _names(change.controls), len(change.controls) - SHOWN
        key = "scope.named_more" if left > 0 else "scope.named"
        lines.append(words(key, listed=names, count=left))
    if change.documents:
        lines.append(words("scope.documents_named", listed=", ".join(title for _, title in change.documents)))
    return "\n".join(lines)


def _names(things: Iterable[Named]) -> str:
    return ", ".join(f"{id_} {title}" for id_, title in list(things)[:SHOWN])


def said(engagement: Engagement, category: str, words: Words) -> str:
    """Return what a person said that speaks to a category, a line each; empty where they said nothing."""
    key = f"scope.signs.{category}"
    found = reasons(engagement, category, words(key) if key in words else "")
    return "\n".join(words(f"scope.reason.{one.key}", **one.values) for one in found)
