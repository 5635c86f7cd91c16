"""Whatever is examined, of whichever kind and set: no document is left a shell, and none speaks of what is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Clause, Heading
from tests.composed import after, catalogue, words
from tests.thorough import some_of
from tests.unfit import bare_places, hanging_colons, small_beginnings, unfit_in

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document

CATEGORIES = ("availability", "processing_integrity", "confidentiality", "privacy")
SCOPES = tuple(chosen for size in range(len(CATEGORIES) + 1) for chosen in combinations(CATEGORIES, size))
KINDS = {
    "type_1": ("report_type=type_1", "report_date=2027-06-30"),
    "type_2": ("report_type=type_2",),
}
SPEAKS_OF = {
    "availability": r"recovery (?:time|target)|uptime|capacity",
    "processing_integrity": r"processing integrity|reconciles? runs|control totals?",
    "confidentiality": r"retention schedule|confidentiality (?:criteria|category)",
    "privacy": r"privacy criteria|\bP\d\.\d|consent log",
}
OFFERED = "PRC-PIA"
"""Written wherever information about people is handled; where nothing asks for it, it says that it promises nothing."""


def opening(one: Document) -> str:
    """Return the first two sections of a document: what it is for, and what it covers."""
    heads = [at for at, block in enumerate(one.blocks) if isinstance(block, Heading)]
    end = heads[2] if len(heads) > 2 else len(one.blocks)
    return words(replace(one, blocks=one.blocks[:end], cover=()))


ALL = tuple(product(SCOPES, KINDS, ("lean", "full")))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chosen", "kind", "size"), some_of(ALL, 5), ids=lambda one: one if isinstance(one, str) else "+".join(one)
)
def test_a_packet_of_this_scope_holds_together(chosen: tuple[str, ...], kind: str, size: str) -> None:
    scope = f"categories=[{', '.join(('security', *chosen))}]"
    answers = ("customer_deletion_days=60", "dsr_days=30")
    made = after.__wrapped__("brightwater", scope, f"control_set={size}", *KINDS[kind], *answers)
    lost = catalogue().phrases["reference.elsewhere"]
    assert (unfit_in(made), small_beginnings(made), hanging_colons(made)) == ([], [], [])
    assert [(one.id, bare) for one in made.documents for bare in bare_places(one)] == []
    assert [one.id for one in made.documents if lost in words(one)] == []
    rules = [one for one in made.documents if one.kind in {"policy", "plan", "procedure"} and one.id != OFFERED]
    assert [one.id for one in rules if not any(isinstance(block, Clause) for block in one.blocks)] == []
    left_out = "|".join(SPEAKS_OF[category] for category in CATEGORIES if category not in chosen)
    if left_out:
        assert [
            (one.id, re.findall(left_out, opening(one))) for one in rules if re.search(left_out, opening(one))
        ] == []
