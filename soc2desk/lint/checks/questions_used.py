"""A question is asked because something depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.conditions import names_in
from soc2desk.lint.names import BEHIND
from soc2desk.lint.sheets import documents, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

USED_BY_CODE = {
    "auditor_firm": "stands on the registers and the index",
    "report_needed_by": "compared with the end of what is examined",
    "accent_color": "the colour of headings and tables in every format",
    "confidential_mark": "stands at the head of every page",
    "control_set": "decides whether controls of the full set are needed",
    "document_font": "the letters of every format",
    "document_look": "the type, covers, tables and headings of every format",
    "draft_mark": "whether pages of a draft say so in a frame",
    "fieldwork_start": "the day evidence requests are due",
    "firm_logo": "stands on the covers",
    "footer_line": "stands at the foot of every page",
    "kept_in_tools": "decides which records become a list of fields and a text to paste",
    "logo": "stands on the covers",
    "prepared_by": "stands on the covers",
    "report_date": "the day of a Type I report",
    "second_color": "the colour of short rules and of the bars of notes",
    "window_end": "the last day of a Type II report",
    "window_start": "the first day of a Type II report",
}
"""Questions whose answer the program itself reads, and for what."""


def questions_used(catalogue: Catalogue) -> Seen:
    """Yield a fault for each question whose answer changes nothing."""
    used = {BEHIND.get(name, name) for name in _used(catalogue)} | USED_BY_CODE.keys()
    for question in catalogue.questions:
        if question not in used:
            message = f"Nothing uses the answer to {question}."
            yield message, f"questions/{question}", "Print it in a document or statement, or take the question out."


def _used(catalogue: Catalogue) -> Iterator[str]:
    for sheet in sheets(catalogue):
        yield from (*sheet.guards, *sheet.asked, *(slot.name for slot in sheet.slots))
    for question in catalogue.questions.values():
        yield from names_in(question.when)
    for control in catalogue.controls:
        yield from (control.cadence_from, *control.uses, *names_in(control.applies_when))
        yield from (name for extra in control.extra_criteria for name in names_in(extra.when))
        yield from names_in(control.legal_duty) if control.legal_duty else ()
    yield from (name for template, _ in documents(catalogue) for name in names_in(template.when))
