"""Headings of columns that say more about people than any list here needs, in English and French."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Whole words alone: a device has a health and an age, and a change can be an emergency.
_WORDS = (
    "salary salaries wage wages compensation payroll bonus birth birthday birthdate dob gender sex marital religion "
    "ethnicity race nationality citizenship medical sick sickness illness disability diagnosis pregnancy screening "
    "criminal conviction convictions sin ssn passport iban bank spouse children salaire naissance sexe nationalité "
    "santé maladie invalidité judiciaire passeport bancaire"
)
_PAIRS = (
    "background check|background result|police check|record check|credit check|social insurance|social security|"
    "national insurance|tax id|tax number|pay rate|pay grade|pay band|home address|home phone|personal phone|"
    "personal email|private phone|private email|private address|emergency contact|next of kin|health notes|"
    "health condition|health card|performance rating|driver licence|driver license|drivers license|"
    "adresse personnelle|téléphone personnel|état civil|assurance sociale"
)
_PRIVATE = re.compile(rf"\b(?:{'|'.join((*_WORDS.split(), *_PAIRS.split('|')))})\b")
_BOUND = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\W]+")


def private_headings(headings: Iterable[str]) -> tuple[str, ...]:
    """Return the headings whose words tell of somebody's pay, health, origin, past or private life."""
    return tuple(one for one in headings if _PRIVATE.search(" ".join(_BOUND.split(one)).casefold()))
