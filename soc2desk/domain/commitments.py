"""Commitments: what customers were told, word for word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommitmentMade:
    """One commitment. `name` holds its words; `made_in` the contract or page, `figure` the number it names.

    `controls` stand behind it; `watched_by` is the person who would notice that it is missed.
    """

    id: str
    name: str
    made_in: str = ""
    made_to: str = ""
    figure: str = ""
    controls: tuple[str, ...] = ()
    watched_by: str = ""
