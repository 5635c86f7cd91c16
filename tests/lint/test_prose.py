"""Sentences as a reader meets them, each with its line."""

from __future__ import annotations

from soc2desk.lint.prose import longest_sentences, sentences
from soc2desk.lint.sheet import spell_out

TEXT = """## @one A heading is no sentence

1. @first The **IT lead** looks at `code` and {{ service | capital }}. See [ref](POL-A/b). [ACC-07]
   - a bullet
   that goes on
2. @second One {% if a %}long and longer{% else %}short{% endif %} end{% if b %}, or not{% endif %}. [GOV-09]

> **Note.** Said once
> over two lines.

| A head | {{ x.name }} |
| --- | --- |
{% for s in systems %}
| {{ s.name }} | {% if a %}yes, all of it{% else %}no{% endif %} |
{% endfor %}
"""


def _read(reading: object) -> list[tuple[str, str]]:
    sheet = spell_out("D", TEXT, "d.md", 1, {})
    return [(one.words, one.where.rpartition(" ")[2]) for one in reading(sheet)]  # type: ignore[operator]


def test_sentences_are_words_and_values_with_their_lines() -> None:
    assert _read(sentences) == [
        ("The IT lead looks at <code> and <service>.", "3"),
        ("See <ref>.", "3"),
        ("a bullet that goes on", "4"),
        ("One long and longer / short end, or not.", "6"),
        ("Note.", "8"),
        ("Said once over two lines.", "8"),
        ("A head", "11"),
        ("<x.name>", "11"),
        ("<s.name>", "14"),
        ("yes, all of it / no", "14"),
    ]


def test_the_longest_reading_takes_one_arm_of_each_if() -> None:
    words = [words for words, _ in _read(longest_sentences)]
    assert "One long and longer end, or not." in words
    assert "yes, all of it" in words


def test_a_value_counts_as_one_word() -> None:
    sheet = spell_out("D", "Kept {{ log_retention_days | amount }} by {{ company }}'s well-known tool.", "d.md", 1, {})
    assert [one.count for one in sentences(sheet)] == [6]


def test_an_if_that_is_not_closed_on_its_line_stops_nothing() -> None:
    sheet = spell_out("D", "{% if a %}One {% else %}two\nthree{% endif %} four.", "d.md", 1, {})
    assert [one.words for one in longest_sentences(sheet)]
