"""Words become names that every system takes."""

from __future__ import annotations

import pytest

from soc2desk.domain.file_names import file_name, is_device


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


@pytest.mark.parametrize(
    "name", ["con", "NUL", "Aux.txt", "prn.tar.gz", "com0", "COM9.md", "lpt¹", "CONIN$", "con .txt", "nul."]
)
def test_what_windows_takes_for_a_device_is_told(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "con-x.md", "com10", "com", "auxiliary", "a.con", "my nul", "", "."])
def test_names_that_only_look_like_devices_are_names(name: str) -> None:
    assert not is_device(name)
