"""The words of the tables, and the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.joining import words
from soc2desk.domain.problems import nearest
from soc2desk.domain.tables import ColumnWords, TableWords
from soc2desk.domain.terms import Term

if TYPE_CHECKING:
    from soc2desk.content.found import Found
    from soc2desk.content.joining import Reading
    from soc2desk.content.words import ColumnFileWords, TableFileWords, TermWords
    from soc2desk.domain.questions import Question


def read_tables(reading: Reading) -> tuple[TableWords, ...]:
    """Return the words of every table, and note their ids as known for the pages that show them."""
    found = words(reading, "tables")
    reading.known["table"] = frozenset(found)
    return tuple(_table(one) for one in found.values())


def _table(one: Found[TableFileWords]) -> TableWords:
    said = one.value
    columns = tuple(_column(id_, column) for id_, column in said.columns.items())
    return TableWords(one.id, said.title, said.intro, said.one, said.add, said.empty, columns)


def _column(id_: str, said: ColumnFileWords) -> ColumnWords:
    choices, labels = tuple(said.choices), tuple(said.choices.values())
    return ColumnWords(id_, said.label, said.heading, said.help, choices, labels)


def read_helps(reading: Reading, questions: dict[str, Question]) -> dict[str, str]:
    """Return the longer text of each question by its id. One for a question that does not exist is a problem."""
    found = words(reading, "help")
    reading.problems.extend(
        one.refuse(f"There is help for a question {one.id}, which does not exist.", hint=nearest(one.id, questions))
        for one in found.values()
        if one.id not in questions
    )
    return {one.id: one.value for one in found.values()}


def read_terms(reading: Reading, questions: frozenset[str]) -> tuple[Term, ...]:
    """Return the glossary. A place to look further that is no term, question or criterion is a problem."""
    found = words(reading, "terms")
    known = questions | reading.known["criterion"] | found.keys()
    for one in found.values():
        _check_see(one, known, reading)
    said = ((one.id, one.value) for one in found.values())
    return tuple(Term(id_, word.term, word.meaning, word.words, word.see) for id_, word in said)


def _check_see(one: Found[TermWords], known: frozenset[str], reading: Reading) -> None:
    for index, id_ in enumerate(one.value.see):
        if id_ not in known:
            message = f"{one.id} leads to {id_}, which is no term, question or criterion."
            reading.problems.append(one.refuse(message, "see", index, hint=nearest(id_, known)))
