"""The names a statement or condition may use besides the questions of the interview."""

from __future__ import annotations

DERIVED = frozenset({"type_2", "fully_remote", "small_firm", "has_subservices", "holds_personal", "period_over"})
"""Worked out from answers and rows; for conditions only, nothing of them prints."""

TABLES = frozenset(
    {
        "systems",
        "vendors",
        "subservices",
        "roles",
        "user_controls",
        "user_responsibilities",
    }
)
"""What a document may loop over."""
