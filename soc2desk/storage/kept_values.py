"""What nobody sets like other values, because the program keeps it itself: days of entering, files, decisions."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.client_shapes import (
    CLIENT_ANSWERS,
    CONTROL_WORDINGS,
    LISTED_CONTROLS,
    OWN_CLAUSES,
    OWN_DOCUMENTS,
    RETIRED_CONTROLS,
)
from soc2desk.storage.programme_shapes import (
    AUDITOR_REQUESTS,
    COMPLETIONS,
    EVIDENCE,
    REMEDIES,
    SEEN_IN_LISTS,
    USER_EXPORTS,
    WALKED_REQUESTS,
)
from soc2desk.storage.row_shapes import APPROVALS, EDITS, ENTRY_DAYS, RECORDS, SELF_CHECK, STATES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from soc2desk.reading.located import Plain

KEPT_TABLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        APPROVALS.name: (
            "An approval cannot be set like other values.",
            "Record an approval with its own command, which keeps the day and the text itself.",
        ),
        EDITS.name: (
            "The wording of a section cannot be set like other values.",
            "Change it in the window, which checks the text and keeps the day and the text that it replaces.",
        ),
        CONTROL_WORDINGS.name: (
            "The wording of a control cannot be set like other values.",
            "Write it with soc2desk controls word, which checks the text and keeps the day and what it replaces.",
        ),
        RETIRED_CONTROLS.name: (
            "A retired control cannot be set like other values.",
            "Retire it with soc2desk controls retire, which keeps the day of entering; controls return brings it back.",
        ),
        EVIDENCE.name: (
            "Evidence cannot be set like other values.",
            "Attach it with soc2desk evidence add, which keeps the file, the day and the hash itself.",
        ),
        ENTRY_DAYS.name: (
            "The day on which something was entered cannot be set.",
            "Set the day itself, with soc2desk set or in the window: the program keeps when that was done.",
        ),
        RECORDS: (
            "A record cannot be set like other values.",
            "Enter it with soc2desk record, which keeps the day itself.",
        ),
    }
)
"""Tables of which nothing is set or taken out by a path, with what to say to somebody who would."""

_ENTERED = MappingProxyType(
    {
        COMPLETIONS.name: (
            "A course that was taken cannot be set like other values.",
            "Enter it with soc2desk training add, which keeps the day of entering; an empty value takes a line out.",
        ),
        USER_EXPORTS.name: (
            "What a list of users showed cannot be set like other values.",
            "Read the list with soc2desk access read; an empty value takes a whole line out.",
        ),
        SEEN_IN_LISTS.name: (
            "What a list showed cannot be set like other values.",
            "Read the list with soc2desk lists read, and answer a line with soc2desk lists settle.",
        ),
        AUDITOR_REQUESTS.name: (
            "A request of the auditor cannot be set like other values.",
            "Read the list with soc2desk requests read, and confirm a line with soc2desk requests confirm.",
        ),
        OWN_DOCUMENTS.name: (
            "A policy of your own cannot be set like other values.",
            "Read it with soc2desk policies read, which keeps the file, the day and the hash itself.",
        ),
        OWN_CLAUSES.name: (
            "A section of a policy of your own cannot be set like other values.",
            "Read the policy with soc2desk policies read, and mark a section with soc2desk policies mark.",
        ),
        LISTED_CONTROLS.name: (
            "A line of your own list of controls cannot be set like other values.",
            "Read the list with soc2desk controls read, and decide on a line with soc2desk controls match.",
        ),
        WALKED_REQUESTS.name: (
            "What an owner answered cannot be set like other values.",
            "Write it down with soc2desk readiness answer, which keeps the day itself.",
        ),
        CLIENT_ANSWERS.name: (
            "What a client's file brought cannot be set like other values.",
            "Read the file with soc2desk questionnaire --read; an empty value takes a whole line out.",
        ),
    }
)
"""Tables whose rows bear a day of the program's: a whole row may be taken out, and nothing else is set."""

SAID_TODAY = MappingProxyType({STATES.name: "confirmed_on", SELF_CHECK.name: "on"})
"""Days on which something was said to the program: today's, or left out."""

_CLOSED = "closed_on"
_PATH_OF_ROW = 2


def refuse_kept(path: str, section: str) -> None:
    """Raise UsageProblem for a path into a table of which nothing is set."""
    if section in KEPT_TABLES:
        message, hint = KEPT_TABLES[section]
        raise UsageProblem(message, where=path, hint=hint)


def refuse_kept_value(path: str, steps: tuple[str, ...], value: Plain, today: date) -> None:
    """Raise UsageProblem for a value that would stand for something the program took down, or for another day."""
    section, is_row = steps[0], len(steps) == _PATH_OF_ROW
    if section in _ENTERED and not (is_row and value is None):
        message, hint = _ENTERED[section]
        raise UsageProblem(message, where=path, hint=hint)
    if section == REMEDIES.name and _named(_CLOSED, steps, value) is not None:
        hint = "Close it with soc2desk readiness close, which takes today."
        raise UsageProblem("The day on which something was mended cannot be set.", where=path, hint=hint)
    said = _named(SAID_TODAY[section], steps, value) if section in SAID_TODAY else None
    if said is not None and said.strip() != today.isoformat():
        message = f"What is said now is said today, {today.isoformat()}, and not on {said.strip()[:20]}."
        raise UsageProblem(message, where=path, hint="Leave the day out: today is taken.")


def _named(field: str, steps: tuple[str, ...], value: Plain) -> str | None:
    """Return the text that a change gives a field, be it by its own path or in a whole row; None for none."""
    if isinstance(value, dict):
        value = value.get(field)
    elif steps[-1] != field or len(steps) == _PATH_OF_ROW:
        return None
    return None if value is None else str(value)
