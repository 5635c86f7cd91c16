"""What a person says of a piece of evidence on the command line, as the fields of its row."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    import argparse

    from soc2desk.app.session import Plain

OPTIONS = MappingProxyType(
    {
        "occurrence": ("ID", "the act it shows: control and period, ACC-07/2027-Q1"),
        "name": ("TEXT", "what it is, in a few words (default: the name of the file)"),
        "source": ("TEXT", "the system it comes from"),
        "query": ("TEXT", "the query or filter used there"),
        "covers": ("FROM..UNTIL", "the days it speaks of: 2027-01-01..2027-03-31; FROM.. alone while it still holds"),
        "dated": ("DATE", "the day it bears"),
        "by": ("PERSON", "who provides it, or who accepts or rejects it: an id or a full name"),
        "population": ("LIST", "the list it is a complete copy of, for example terminations"),
        "rows": ("N", "how many rows the list has (counted in CSV and XLSX)"),
        "run-at": ("TIME", "when the list was run: 2027-07-02 09:30"),
        "second-source": ("TEXT", "what the count was compared with"),
        "second-rows": ("N", "how many rows were counted there"),
        "note": ("TEXT", "anything worth keeping"),
        "state": ("STATE", "list only what is not_started, collected, none_occurred, accepted or rejected"),
        "reason": ("TEXT", "why it is rejected"),
        "count": ("N", "how many rows to pick"),
        "seed": ("TEXT", "what the pick is drawn from; the same seed picks the same rows (default: 1)"),
    }
)
"""Every option but the requests, with what stands for its value and what it means."""

_PLAIN = (
    "occurrence", "name", "source", "query", "dated", "by", "population", "rows", "run_at", "second_source",
    "second_rows", "note",
)  # fmt: skip


def said(args: argparse.Namespace) -> dict[str, Plain]:
    """Return the fields that were given; an empty value takes one out. Raises UsageProblem for a period of no shape."""
    fields: dict[str, Plain] = {
        name: getattr(args, name).strip() or None for name in _PLAIN if getattr(args, name) is not None
    }
    if args.request is not None:
        fields["requests"] = list(args.request)
    if args.covers is not None:
        fields |= _covers(args.covers)
    return fields


def _covers(text: str) -> dict[str, Plain]:
    first, dots, last = (part.strip() for part in text.partition(".."))
    if text.strip() and not dots:
        hint = "Write FROM..UNTIL, for example 2027-01-01..2027-03-31."
        raise UsageProblem(f"{text[:40]!r} is no period.", hint=hint)
    return {"covers_from": first or None, "covers_until": last or None}
