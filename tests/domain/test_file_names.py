"""Words become names that every system takes."""

from __future__ import annotations

import pytest

from soc2desk.domain.file_names import file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Access control policy", "access-control-policy"),
        ("Clinique de l'Érable inc.", "clinique-de-l-erable-inc"),
        ("Straße & Søn, Łódź", "strasse-son-lodz"),
        ("..//..", ""),
        ("日本", ""),
    ],
)
def test_words_become_letters_digits_and_hyphens(words: str, name: str) -> None:
    assert file_name(words, 60) == name


def test_a_long_name_is_cut_without_a_hyphen_at_its_end() -> None:
    assert file_name("one two three", 8) == "one-two"
