"""What an insert block of a template stands for: blocks computed from the engagement, by name.

A new insert is a function from an engagement to blocks and its line in INSERTS, or, for what is made of a record's
layout, a function of both and its line in OF_RECORDS.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.document.record_due import record_due
from soc2desk.document.record_forms import record_form, record_rules
from soc2desk.document.report_inserts import REPORT_INSERTS
from soc2desk.document.training_inserts import COURSE, TRAINING_INSERTS, course_head
from soc2desk.domain.courses import COURSES
from soc2desk.domain.problems import ContentProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soc2desk.document.blocks import Block
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordType

OF_RECORDS: dict[str, Callable[[RecordType, Engagement], tuple[Block, ...]]] = {
    "record": record_form,
    "record-due": record_due,
    "record-rules": record_rules,
}
"""Inserts made of a layout: the word, then the id of the record, such as `record access_review`."""

INSERTS: Mapping[str, Callable[[Engagement], tuple[Block, ...]]] = MappingProxyType(
    {**REPORT_INSERTS, **TRAINING_INSERTS}
)
"""Computed blocks by the name that stands for them."""


def insert(name: str, engagement: Engagement) -> tuple[Block, ...]:
    """Return the blocks that a name stands for. Raises ContentProblem for a name nobody gave."""
    word, _, what = name.partition(" ")
    record = engagement.catalogue.record.get(what)
    if word in OF_RECORDS and record is not None:
        return OF_RECORDS[word](record, engagement)
    if word == COURSE and (course := next((one for one in COURSES if one.id == what), None)):
        return course_head(course, engagement)
    if name in INSERTS:
        return INSERTS[name](engagement)
    known = known_inserts(engagement.catalogue)
    raise ContentProblem(f'There is nothing to insert by the name "{name}".', hint=nearest(name, known))


def known_inserts(catalogue: Catalogue) -> tuple[str, ...]:
    """Return every name that an insert block may hold."""
    return (
        *INSERTS,
        *(f"{word} {record.id}" for word in OF_RECORDS for record in catalogue.records),
        *(f"{COURSE} {one.id}" for one in COURSES),
    )
