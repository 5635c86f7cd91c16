"""Who teaches finds a note beside every question and every finding, and an example where an auditor would write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.finding_kinds import kind_of_rule

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_RULE, _TITLE = "finding.", ".title"


def taught(catalogue: Catalogue) -> Seen:
    """Yield a fault for each question or rule without its note, and for an example that is missing or too much."""
    notes = catalogue.teaching_note
    for question in catalogue.questions:
        if question not in notes or not notes[question].why.strip():
            hint = f"Say in one sentence why it is asked, as {question} under asked_because in the words for teaching."
            yield f"The question {question} has no teaching note.", f"questions/{question}", hint
    for rule in _rules(catalogue):
        where = f"auditor_writes/{rule}"
        if rule not in notes or not notes[rule].why.strip():
            hint = f"Add {rule} under auditor_writes in the words for teaching."
            yield f"The rule {rule} has no teaching note.", f"findings/{rule}", hint
        elif bool(notes[rule].writes.strip()) is not kind_of_rule(rule, catalogue).is_written_by_auditor:
            hint = "An exception, a design gap and a misstatement have an example under writes, all else has none."
            yield f"The example of {rule} does not fit what its findings are.", where, hint


def _rules(catalogue: Catalogue) -> tuple[str, ...]:
    named = (key for key in catalogue.phrases if key.startswith(_RULE) and key.endswith(_TITLE))
    return tuple(dict.fromkeys((*catalogue.finding, *(key[len(_RULE) : -len(_TITLE)] for key in named))))
