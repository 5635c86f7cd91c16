"""A column that says too much about people is known by its heading, and what machines and changes have is not."""

from __future__ import annotations

import pytest

from soc2desk.storage.exports.private_words import private_headings


@pytest.mark.parametrize(
    "heading",
    ["Salary", "annualSalary", "DATE OF BIRTH", "birth_date", "birthDate", "SIN", "Background-check", "Home address",
     "Emergency contact", "Sick days", "Date de naissance", "État civil", "PayGrade"],
)  # fmt: skip
def test_private_columns_are_known_however_they_are_written(heading: str) -> None:
    assert private_headings(("Login", heading)) == (heading,)


@pytest.mark.parametrize(
    "heading",
    ["Login", "Password age", "Health status", "Emergency", "Since", "Status", "Address", "Phone", "Last sign-in", "",
     "Business unit", "Trace", "Sexton", "Backup"],
)  # fmt: skip
def test_other_columns_are_left_in_peace(heading: str) -> None:
    assert private_headings((heading,)) == ()
