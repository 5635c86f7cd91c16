from __future__ import annotations

import pytest

from soc2desk.domain.passwords import Strength, strength


@pytest.mark.parametrize(
    ("password", "found"),
    [
        ("", Strength.REFUSED),
        ("seven77", Strength.REFUSED),
        ("          ", Strength.REFUSED),
        ("Winter26", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefabcdefabcdefabcdef", Strength.WEAK),
        ("maple river 9", Strength.FAIR),
        ("maple river kettle moon", Strength.STRONG),
    ],
)
def test_a_password_is_judged_by_its_length_and_by_how_much_it_repeats(password: str, found: Strength) -> None:
    assert strength(password) is found
