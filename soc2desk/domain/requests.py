"""What an auditor asks for, and the lists items are picked from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceRequest:
    """One line of the evidence request list. The wording of a report type is empty where it is not asked for.

    `in_force` says that what was made before the period still answers it: a text, training, a screening, an approval.
    """

    id: str
    section: str
    request: str
    kind: str
    report_types: tuple[str, ...]
    categories: tuple[str, ...]
    phase: str
    criteria: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    sample_from: str = ""
    in_force: bool = False
    period_type_1: str = ""
    period_type_2: str = ""
    good_shows: str = ""
    reject_if: str = ""


@dataclass(frozen=True, slots=True)
class Population:
    """A complete list of items from which an auditor picks."""

    id: str
    name: str
    controls: tuple[str, ...]
