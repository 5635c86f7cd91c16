"""What the page of the readiness review writes: an owner's answer, a line that was mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from soc2desk.app.session import Plain, Where

WALKED, REMEDIES = "walked_requests", "remedies"


def answer_values(request: str, ready: str, note: str, owner: str, today: date) -> dict[Where, Plain]:
    """Return what an owner's answer of today writes; "" takes an answer out."""
    if not ready:
        return {(WALKED, request): None}
    row: dict[str, Plain] = {"ready": ready, "asked_on": today.isoformat(), "owner": owner, "answer": note.strip()}
    return {(WALKED, request): {name: value for name, value in row.items() if value}}


def closing_values(remedy: str, today: date, *, is_closed: bool) -> dict[Where, Plain]:
    """Return what writes that something was mended today, or that it was not after all."""
    return {(REMEDIES, remedy, "closed_on"): today.isoformat() if is_closed else None}
