"""The notes for those who teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.joining import words
from soc2desk.domain.problems import nearest
from soc2desk.domain.teaching import TeachingNote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.content.joining import Reading
    from soc2desk.domain.questions import Page


def read_teaching(pages: Iterable[Page], reading: Reading) -> tuple[TeachingNote, ...]:
    """Return the note of every question and rule. One for a question or rule that does not exist is a problem."""
    asked = frozenset(question.id for page in pages for question in page.questions)
    said = words(reading, "asked_because")
    written = words(reading, "auditor_writes")
    rules = words(reading, "findings").keys() | {
        key.split(".")[1] for key in reading.phrases if key.startswith("finding.") and key.endswith(".title")
    }
    for found, known, what in ((said, asked, "question"), (written, rules, "rule")):
        reading.problems.extend(
            one.refuse(
                f"There is a teaching note for a {what} {one.id}, which does not exist.", hint=nearest(one.id, known)
            )
            for one in found.values()
            if one.id not in known
        )
    questions = (TeachingNote(one.id, one.value) for one in said.values())
    findings = (TeachingNote(one.id, one.value.why, one.value.writes) for one in written.values())
    return (*questions, *findings)
