"""The names a statement or condition may use besides the questions of the interview."""

from __future__ import annotations

DERIVED = frozenset(
    {
        "type_2",
        "fully_remote",
        "small_firm",
        "one_person",
        "has_subservices",
        "has_personal_vendors",
        "has_notice_vendors",
        "holds_personal",
        "period_over",
        "retired_in_period",
    }
)
"""Worked out from answers and rows; for conditions only, nothing of them prints."""

TABLES = frozenset(
    {
        "systems",
        "vendors",
        "subservices",
        "personal_vendors",
        "notice_vendors",
        "roles",
        "user_controls",
        "user_responsibilities",
    }
)
"""What a document may loop over."""
