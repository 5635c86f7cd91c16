"""What an insert block of a template stands for: blocks computed from the engagement, by name.

A new insert is a function from an engagement to blocks and its line in INSERTS, or a word in front of an id.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.document.record_forms import record_form
from soc2desk.document.report_inserts import REPORT_INSERTS
from soc2desk.domain.problems import ContentProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.document.blocks import Block
    from soc2desk.domain.engagement import Engagement

RECORD = "record"
"""An insert of a record's form: the word, then the id of the record, such as `record access_review`."""

INSERTS: Mapping[str, Callable[[Engagement], tuple[Block, ...]]] = MappingProxyType({**REPORT_INSERTS})
"""Computed blocks by the name that stands for them."""


def insert(name: str, engagement: Engagement) -> tuple[Block, ...]:
    """Return the blocks that a name stands for. Raises ContentProblem for a name nobody gave."""
    word, _, what = name.partition(" ")
    if word == RECORD:
        found = next((one for one in engagement.catalogue.records if one.id == what), None)
        if found is not None:
            return record_form(found, engagement)
    elif name in INSERTS:
        return INSERTS[name](engagement)
    known = [*INSERTS, *(f"{RECORD} {one.id}" for one in engagement.catalogue.records)]
    raise ContentProblem(f'There is nothing to insert by the name "{name}".', hint=nearest(name, known))
