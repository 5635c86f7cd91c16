"""Whoever is asked for evidence reads what a good one shows and what an auditor sends back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

SAID = (
    ("good_shows", "what a good one shows", "Name the source, the period or date, who and when."),
    ("reject_if", "what is sent back", "Name what an auditor would refuse."),
)
"""The words a request needs, what a person calls them, and what to write."""


def good_shown(catalogue: Catalogue) -> Seen:
    """Yield a fault for each evidence request without words of its own for a good one or for one sent back."""
    for request in catalogue.requests:
        for field, called, hint in SAID:
            if not getattr(request, field).strip():
                yield f"{request.id} does not say {called}.", f"requests/{request.id}/{field}", hint
