"""What a client wrote beside the answers: remarks, lines and pages of their own, told so that nobody overlooks them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.app.answer_cells import bare
from soc2desk.app.answers_proposed import Unread
from soc2desk.app.asking import labels_of
from soc2desk.domain.question_codes import codes_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.catalogue import Catalogue

MOST_TOLD = 20
_LONGEST = 300
_FORMS = ("title", "example", "usual", "only_if", "unit")
"""Phrases that are printed with something in them."""
_FIELD = re.compile(r"\{[^}]*\}")


def beside_answers(loose: Iterable[tuple[str, str]], catalogue: Catalogue) -> Iterator[Unread]:
    """Yield what stands where no answer is read and was not printed there; of very many lines, how many there are."""
    phrases = catalogue.phrases
    printed = frozenset(bare(line) for words in _printed(catalogue) for line in words.split("\n"))
    forms = [re.compile(_form(phrases[f"asked.{key}"])) for key in _FORMS]
    told = 0
    for where, words in loose:
        said = bare(words)
        is_code = all(word in codes_in(words) for word in words.replace("-", " ").split())
        if is_code or said in printed or any(form.fullmatch(said) for form in forms):
            continue
        told += 1
        if told <= MOST_TOLD:
            message = phrases["asked.told.beside_said"].format(words=f'"{" ".join(words.split())[:_LONGEST]}"')
            yield Unread(phrases["asked.told.beside"], where or phrases["asked.told.beside_where"], message)
    if told > MOST_TOLD:
        message = phrases["asked.told.beside_more"].format(count=told - MOST_TOLD)
        yield Unread(phrases["asked.told.beside"], phrases["asked.told.beside_where"], message)


def _form(phrase: str) -> str:
    """Return how a phrase with fields reads, whatever stands in them."""
    return ".+".join(re.escape(bare(part)) for part in _FIELD.split(phrase))


def _printed(catalogue: Catalogue) -> Iterator[str]:
    yield from (words for key, words in catalogue.phrases.items() if key.startswith("asked."))
    for page in catalogue.pages:
        yield from (page.title, page.intro)
        for question in page.questions:
            yield from (question.label, question.why, question.unit_label, *labels_of(question))
        for table in page.tables:
            yield from (catalogue.table[table].title, catalogue.table[table].intro)
