"""Who asks for more gets it: every page says what to do, every question has help, every term is found in one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_SENTENCE = re.compile(r"[.?]\"?(?=\s|$)")
_FEWEST, _MOST = 2, 5


def helped(catalogue: Catalogue) -> Seen:
    """Yield a fault for each page, question or term that would leave a person without an explanation."""
    for page in catalogue.pages:
        if not page.intro.strip():
            hint = "Write one sentence of instruction under intro in the words of the interview."
            yield f"The page {page.id} does not say what to do.", f"pages/{page.id}", hint
    for question in catalogue.questions.values():
        if not question.help.strip():
            hint = f"Add {question.id} under help in the words."
            yield f"The question {question.id} has no help.", f"questions/{question.id}", hint
        elif not _FEWEST <= len(_SENTENCE.findall(question.help)) <= _MOST:
            message = f"The help for {question.id} is not {_FEWEST} to {_MOST} sentences long."
            yield message, f"help/{question.id}", "Say what is meant, who cares, and what to do when it is not done."


def terms_told_apart(catalogue: Catalogue) -> Seen:
    """Yield a fault for each term that cannot be found, or whose words or id belong to something else."""
    owners: dict[str, str] = {}
    for term in catalogue.terms:
        where = f"terms/{term.id}"
        if term.id in catalogue.questions or term.id in catalogue.criterion:
            hint = "Give the term another id: both are jumped to by it."
            yield f"The term {term.id} has the id of a question or criterion.", where, hint
        if not term.words or not all(word.strip() for word in term.words):
            yield f"Nothing leads to the term {term.id}.", where, "List its spellings under words."
        for word in term.words:
            first = owners.setdefault(word.casefold(), term.id)
            if first != term.id:
                yield f'"{word}" leads to {first} and to {term.id}.', where, "Keep it in one of the two."
