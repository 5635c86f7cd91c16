"""The pages of the window, and which of them shows a place."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

HOME, OVERVIEW, SETTINGS = "home", "overview", "settings"
SCOPE, CONTROLS, DOCUMENTS, READINESS, PACKET = "scope", "controls", "documents", "readiness", "packet"
SELF_CHECK, ALREADY = "self_check", "already"
PROMISES, SCHEDULE, RECORDS, EVIDENCE = "promises", "schedule", "records", "evidence"
LISTS, TRAINING, WALK = "lists", "training", "walk"
TABLETOP = "tabletop"
CHANGES, MERGE, NEXT_PERIOD = "changes", "merge", "next_period"
ASK = "ask"

AFTERWARDS = (CHANGES, MERGE, NEXT_PERIOD)
"""The pages for what comes after a packet, or from a colleague. They have no state: nothing on them is to be done."""

ASKING = (ASK,)
"""The pages on which others are asked for what only they know. They have no state: the questions have one."""

CHECKING = (SELF_CHECK, SCOPE, CONTROLS, ALREADY, DOCUMENTS, READINESS)
"""The pages on which a person looks over what follows from the answers. Questions of the interview page scope too."""

RUNNING = (PROMISES, SCHEDULE, RECORDS, EVIDENCE, LISTS, TRAINING, TABLETOP, WALK)
"""The pages on which a person keeps what was promised: what is owed, what was done, and what shows it."""

_PAGE_OF = MappingProxyType(
    {
        "owners": CONTROLS,
        "self_check": SELF_CHECK,
        "control_states": CONTROLS,
        "own_controls": CONTROLS,
        "control_wordings": CONTROLS,
        "listed_controls": ALREADY,
        "retired_controls": ALREADY,
        "missing": ALREADY,
        "own_clauses": ALREADY,
        "own_documents": ALREADY,
        "listed_controls_file": LISTS,
        "criteria": SCOPE,
        "not_relevant": SCOPE,
        "approvals": DOCUMENTS,
        "documents": DOCUMENTS,
        "edits": DOCUMENTS,
        "promises": PROMISES,
        "earlier_reports": NEXT_PERIOD,
        "retests": NEXT_PERIOD,
        "completions": TRAINING,
        "courses": TRAINING,
        "records": RECORDS,
        "evidence": EVIDENCE,
        "requests": EVIDENCE,
        "occurrences": EVIDENCE,
        "user_exports": LISTS,
        "seen_in_lists": LISTS,
        "auditor_requests": LISTS,
        "walked_requests": WALK,
        "remedies": WALK,
        "client_answers": ASK,
    }
)


def interview_pages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the pages of questions, but the one that stands with the criteria."""
    return tuple(page.id for page in catalogue.pages if page.id != SCOPE)


def window_pages(catalogue: Catalogue) -> tuple[str, ...]:
    """Return every page of an open project that has a state, in the order of the list at the left."""
    return (*interview_pages(catalogue), *CHECKING, *RUNNING, PACKET)


def page_of(catalogue: Catalogue, place: str) -> str:
    """Return the page that shows a place; the overview for a place nobody knows, "" for help, which is on every page.

    A place is a table or another kind of thing, a dot and an id: answers.company, people.dana-whitfield.
    """
    kind, _, name = place.partition(".")
    match kind:
        case "pages":
            return name if name in {*window_pages(catalogue), *ASKING, *AFTERWARDS, HOME, SETTINGS} else OVERVIEW
        case "answers":
            return _page_of_question(catalogue, name)
        case "help":
            return _page_of_question(catalogue, name) if name in catalogue.questions else ""
        case _:
            with_table = (page.id for page in catalogue.pages if kind in page.tables)
            return _PAGE_OF.get(kind) or next(with_table, OVERVIEW)


def _page_of_question(catalogue: Catalogue, question: str) -> str:
    found = (page.id for page in catalogue.pages if any(one.id == question for one in page.questions))
    return next(found, OVERVIEW)
