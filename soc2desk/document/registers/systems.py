"""The inventory of systems: what is in scope and what is not, who answers for it, and who runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Callout, Document, Row, Run, Table
from soc2desk.document.registers.ground import Ground, register, row
from soc2desk.document.values import say

if TYPE_CHECKING:
    from soc2desk.document.blocks import Runs
    from soc2desk.domain.systems import System

DEVICES = "endpoint_management"
"""The answer that names the tool in which devices are listed."""
_SLOT = "{source}"


def inventory(ground: Ground) -> Document:
    """Return every system the company listed, those in scope first. Devices stay in the tool that manages them."""
    phrases, everything = ground.phrases, ground.engagement.project.systems
    keys = (("system", 2.2), ("purpose", 2.6), ("data", 2.4), ("owner", 1.8), ("run_by", 1.8), ("second_factor", 2.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    tables = []
    for scoped, id_ in ((True, "in_scope"), (False, "outside")):
        rows = tuple(_row(one, ground) for one in everything if one.in_scope is scoped)
        if rows or scoped:
            tables.append(Table(columns, rows, phrases[f"register.assets.{id_}"], id_))
    note = Callout(_devices(ground), "note", phrases["register.assets.devices_title"])
    return register(ground, "assets", Audience.AUDITOR, (note, *tables))


def _devices(ground: Ground) -> Runs:
    """Return the sentence about devices with the tool's name, marked while nobody named one."""
    before, _, after = ground.phrases["register.assets.devices"].partition(_SLOT)
    named = say(ground.engagement.names.stated[DEVICES], (), ground.phrases)
    return (Run(before), named, Run(after))


def _row(system: System, ground: Ground) -> Row:
    phrases = ground.phrases
    factor = "on" if system.mfa else "off" if system.privileged_or_remote else "not_needed"
    return row(
        system.id,
        system.name,
        system.purpose,
        system.data,
        ground.person(system.owner),
        ground.engagement.vendor_name(system.vendor) or phrases["asset.own"],
        phrases[f"second_factor.{factor}"],
        tone="bad" if factor == "off" and system.in_scope else "",
    )
