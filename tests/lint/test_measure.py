"""Documents in numbers."""

from __future__ import annotations

import pytest

from soc2desk.lint.measure import measure, syllables
from tests.lint.broken import at, shipped, written

LINES = (
    "## @one One",
    "",
    "1. @a The IT lead looks. [ACC-07] [ACC-01]",
    "2. @b {{ company }} keeps the list{% if has_office %} in the office{% else %}s{% endif %}. It is short. [ACC-07]",
    "",
    "| A | B |",
    "| --- | --- |",
    "| one cell | {{ service }} |",
)


def test_a_document_is_counted_as_it_reads() -> None:
    (one,) = measure(written(*LINES))
    assert (one.words, one.clauses, one.controls, one.sentences) == (20, 2, 2, 3)
    assert (one.longest, one.longest_where) == (7, at(15))
    assert one.mean == 4.7


def test_a_document_without_sentences_is_counted_too() -> None:
    (one,) = measure(written("## @one One"))
    assert (one.words, one.sentences, one.mean, one.longest, one.grade) == (1, 0, 0.0, 0, 0.0)


def test_long_words_and_sentences_are_harder_to_read() -> None:
    (easy,) = measure(written("## @one One", "", "The cat sat on the mat. We saw it."))
    (hard,) = measure(written("## @one One", "", "Organizational accountability necessitates documentation."))
    assert easy.grade < 3
    assert hard.grade > 12


def test_our_documents_can_be_read_by_most_people() -> None:
    assert [one.id for one in measure(shipped()) if one.grade > 13] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("made", 1), ("asked", 1), ("granted", 2), ("rules", 1), ("changes", 2), ("table", 2), ("policy", 3)],
)
def test_syllables_are_those_one_hears(word: str, count: int) -> None:
    assert syllables(word) == count


def test_figures_and_values_have_syllables_too() -> None:
    assert syllables("27001") == 1
    assert syllables("<company>") == 2
