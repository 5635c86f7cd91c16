"""The words of a record layout, filled with the company's values, and whether a tool keeps the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run, Runs, plain
from soc2desk.document.fill import fill, runs_of
from soc2desk.document.templates import Source, parse_template
from soc2desk.document.values import one_full_stop, say
from soc2desk.domain.conditions import decide

if TYPE_CHECKING:
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.records import RecordField, RecordType

KEPT = "kept_in_tools"
"""The question that says which records a tool keeps."""


def said(words: str, engagement: Engagement, record: str) -> Runs:
    """Return template text of a layout as runs; values stay marked where open or suggested."""
    if "{" not in words:
        return (Run(words),) if words else ()
    names = engagement.names
    body = parse_template(words, Source(f"records/{record}"), names.stated, {}, deciding=names.known)
    filled = fill(body, names, {}, engagement.catalogue.phrases)
    return one_full_stop(runs_of(filled.skeleton, filled.values))


def plainly(words: str, engagement: Engagement, record: str) -> str:
    """Return template text of a layout as plain words, for labels and helps."""
    return plain(said(words, engagement, record)).strip()


def rules_of(record: RecordType, engagement: Engagement) -> tuple[Runs, ...]:
    """Return the rules that make a record complete, as they hold for this company."""
    filled = (said(rule, engagement, record.id) for rule in record.rules)
    return tuple(runs for runs in filled if plain(runs).strip())


def fields_of(record: RecordType, engagement: Engagement) -> tuple[RecordField, ...]:
    """Return the fields that matter for this company."""
    return tuple(field for field in record.fields if decide(field.when, engagement.names.known) is not False)


def is_kept_in_tool(record: RecordType, engagement: Engagement) -> bool:
    """Return whether the company said that it keeps this record in a tool."""
    kept = engagement.names.known.get(KEPT)
    return bool(record.tool) and isinstance(kept, tuple) and record.id in kept


def tool_of(record: RecordType, engagement: Engagement) -> Run:
    """Return what the tool that keeps a record is called."""
    return say(engagement.names.stated[record.tool], (), engagement.catalogue.phrases)
