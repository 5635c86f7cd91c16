"""The evidence index for the auditor, and how to collect evidence, for the team alone. An empty one is left out."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Callout, Document, Kind, Row, Run, Table, text
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.evidence_rules import asked_by
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.tools_named import recipes_here

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.document.blocks import Column, Runs
    from soc2desk.domain.recipes import Recipe

INDEX = "REG-EVI"
NO_PATHS: Mapping[str, str] = MappingProxyType({})


SHOWN_DIGITS = 16
"""Of a SHA-256 as many digits as tell files apart at a glance; the list of all files holds it whole."""


def evidence_index(ground: Ground, paths: Mapping[str, str] = NO_PATHS) -> tuple[Document, ...]:
    """Return the index of the evidence that was not rejected; nothing while there is none.

    It bears the day on which it is made, so that nothing in it is younger. `paths` are places of files in the packet
    by the ids of pieces; without one a file is not in this packet.
    """
    listed = [item for item in ground.engagement.project.evidence if item.state is not Standing.REJECTED]
    if not listed:
        return ()
    rows = tuple(_index_row(item, paths.get(item.id, ""), ground) for item in listed)
    table = Table(_index_columns(ground), rows, ground.phrases["register.evidence.rows"], "evidence")
    made = register(ground, "evidence", Audience.AUDITOR, (table,))
    made = replace(made, date=max(ground.made_on, ground.date))
    return (as_old_as_made(made, replace(ground, date=made.date), (item.received for item in listed)),)


def _index_columns(ground: Ground) -> tuple[Column, ...]:
    keys = (
        ("evidence", 0.9), ("request", 1.2), ("occurrence", 1.4), ("what", 3.0), ("source", 2.0), ("query", 3.0),
        ("covers", 2.0),
    )  # fmt: skip
    return (
        *(ground.column(key, width) for key, width in keys),
        ground.column("dated", 1.2, Kind.DATE),
        ground.column("received", 1.2, Kind.DATE),
        ground.column("rows", 0.8, Kind.NUMBER),
        ground.column("state", 1.3),
        ground.column("file", 2.6),
        ground.column("sha256", 2.2),
    )


def _index_row(item: Evidence, path: str, ground: Ground) -> Row:
    requests = ", ".join(request.id for request in asked_by(item, ground.engagement))
    return row(
        item.id,
        item.id,
        requests,
        item.occurrence,
        one_line(item.name),
        item.source,
        item.query,
        _covers(item, ground),
        item.dated.isoformat() if item.dated else "",
        item.received.isoformat() if item.received else "",
        "" if item.rows is None else str(item.rows),
        ground.phrases[f"evidence.state.{item.state}"],
        _file(item, path, ground),
        item.digest[:SHOWN_DIGITS],
    )


def _covers(item: Evidence, ground: Ground) -> str:
    first, last = item.covers_from, item.covers_until
    if first and last and first != last:
        return f"{first.isoformat()} {ground.phrases['date.to']} {last.isoformat()}"
    if first and not last:
        return f"{ground.phrases['state.from']} {first.isoformat()}"
    return last.isoformat() if last else ""


def _file(item: Evidence, path: str, ground: Ground) -> Runs:
    if path:
        return (Run(path.rpartition("/")[2], target=f"../{path}"),)
    return text(ground.phrases["evidence.not_in_packet" if item.file else "evidence.no_file"])


def recipes(ground: Ground) -> tuple[Document, ...]:
    """Return how to collect what is asked for, from the tools that the answers name; nothing while none is known."""
    found = recipes_here(ground.engagement)
    if not found:
        return ()
    columns = tuple(
        ground.column(key, width)
        for key, width in (("request", 0.9), ("asked", 3.0), ("tool", 1.5), ("how", 6.0), ("shows", 3.6))
    )
    columns = (*columns, ground.column("written_on", 1.2, Kind.DATE))
    table = Table(columns, tuple(_recipe_row(one, ground) for one in found), "", "recipes")
    note = Callout(text(ground.phrases["evidence.try_first"]), "warn", ground.phrases["evidence.try_title"])
    return (register(ground, "recipes", Audience.INTERNAL, (note, table)),)


def _recipe_row(one: Recipe, ground: Ground) -> Row:
    asked = ground.engagement.catalogue.request[one.request].request
    return row(one.id, one.request, asked, one.tool, (Run(one.how, code=True),), one.shows, one.dated)
