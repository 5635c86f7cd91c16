"""Vendors and subservice organizations: what each does and holds, what it was asked for, and when it was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Kind, Row, Table
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from soc2desk.document.blocks import Column
    from soc2desk.domain.vendors import Vendor


def vendors(ground: Ground) -> Document:
    """Return subservice organizations with what is expected of them, then every other vendor."""
    phrases, everyone = ground.phrases, ground.engagement.project.vendors
    first = (("vendor", 1.6), ("service_given", 1.8), ("tier", 0.9), ("data", 2.0), ("location", 1.5))
    reviewed = ground.column("reviewed", 1.2, Kind.DATE)
    ending = (ground.column("report", 2.0), reviewed, ground.column("kept_by", 1.4))
    between = _columns(ground, (("method", 1.0), ("expected", 4.2), ("carries", 1.2)))
    subservice = tuple(_row(v, ground) for v in everyone if v.subservice)
    others = tuple(_row(v, ground) for v in everyone if not v.subservice)
    beginning = _columns(ground, first)
    made = register(
        ground,
        "vendors",
        Audience.AUDITOR,
        (
            Table((*beginning, *between, *ending), subservice, phrases["register.vendors.subservice"], "subservice"),
            Table((*beginning, *ending), others, phrases["register.vendors.others"], "vendors"),
        ),
    )
    return as_old_as_made(made, ground, tables=("vendors",))


def _columns(ground: Ground, keys: tuple[tuple[str, float], ...]) -> tuple[Column, ...]:
    return tuple(ground.column(key, width) for key, width in keys)


def _row(vendor: Vendor, ground: Ground) -> Row:
    phrases = ground.phrases
    own = (
        phrases[f"method.{vendor.method}"] if vendor.method else "",
        "; ".join(vendor.expected_controls),
        ", ".join(c.id for c in ground.engagement.controls if c.state is State.RUN_BY_VENDOR and c.vendor == vendor.id),
    )
    return row(
        vendor.id,
        vendor.name,
        vendor.service,
        phrases[f"tier.{vendor.tier}"],
        _data(vendor, ground),
        vendor.location,
        *(own if vendor.subservice else ()),
        _report(vendor, ground),
        ground.claimed("vendors", vendor.id, "last_review", vendor.last_review),
        ground.person(vendor.owner),
    )


def _data(vendor: Vendor, ground: Ground) -> str:
    """Return the kinds of data it holds, in the company's words beside them."""
    held = [("customer", vendor.holds_customer_data), ("personal", vendor.holds_personal_information)]
    kinds = ", ".join(ground.phrases[f"data.{kind}"] for kind, yes in held if yes)
    return ": ".join(filter(None, (kinds, one_line(vendor.data))))


def _report(vendor: Vendor, ground: Ground) -> str:
    """Return the report with the period it covers, or the day it looks at."""
    days = [day.isoformat() for day in (vendor.report_from, vendor.report_until) if day]
    period = f" {ground.phrases['date.to']} ".join(days)
    return ", ".join(filter(None, (vendor.report, period))) or ground.phrases["vendor.no_report"]
