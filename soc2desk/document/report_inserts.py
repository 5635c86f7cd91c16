"""The computed blocks of the parts of a report that management writes.

Only controls in place or run by a vendor stand in them: a planned one there would be a misstatement.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    text,
)
from soc2desk.document.system_picture import system_picture
from soc2desk.document.values import say_date
from soc2desk.domain.expected import LONGEST_BRIDGE, expected_report
from soc2desk.domain.retired import retired_in_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.engagement import Engagement

Told = tuple[date, *tuple[str, ...]]
"""A day and what is told of it."""
ASPECTS = MappingProxyType(
    {
        "environment": ("GOV", "HRS"),
        "communication": ("COM",),
        "risk": ("RSK",),
        "monitoring": ("MON",),
        "activities": (),
    }
)
"""The parts of internal control that a description tells, with the families of controls behind them; the rest last."""
CHANGE_COLUMNS = (("day", 1.2), ("change", 4.0), ("effect", 4.0))
LISTED_COLUMNS = (*CHANGE_COLUMNS[:2], ("effect_outside", 4.0))
SPEAKERS = ("executive_sponsor", "security_lead", "it_lead")
"""Roles whose holders a firm speaks with about the engagement."""
BASIS, BASIS_OF = ("RSK", "MON"), ("CC3.", "CC4.")
"""Families of controls, and criteria that they serve, by which management knows whether its statements are true."""


def _columns(engagement: Engagement, *keys: tuple[str, float]) -> tuple[Column, ...]:
    return tuple(Column(key, engagement.catalogue.phrases[f"column.{key}"], width) for key, width in keys)


def _described(engagement: Engagement) -> list[ControlState]:
    return [one for one in engagement.controls if one.is_shown and not one.by_law]


def _nothing_yet(engagement: Engagement) -> Runs:
    return (Run(engagement.catalogue.phrases["coverage.none"], mark=Mark.OPEN),)


def _listed(controls: Iterable[ControlState]) -> str:
    return ", ".join(one.control.printed for one in controls)


def control_aspects(engagement: Engagement) -> tuple[Block, ...]:
    """Return where each part of internal control is described: the controls by aspect."""
    named = {family for families in ASPECTS.values() for family in families}
    nobody, rows = _nothing_yet(engagement), []
    for aspect, families in ASPECTS.items():
        inside = [
            one
            for one in _described(engagement)
            if one.control.family in families or (not families and one.control.family not in named)
        ]
        rows.append(_row(engagement.catalogue.phrases[f"aspect.{aspect}"], text(_listed(inside)) or nobody))
    return (Table(_columns(engagement, ("aspect", 2.0), ("controls", 5.0)), tuple(rows)),)


def criteria_controls(engagement: Engagement) -> tuple[Block, ...]:
    """Return each criterion in scope with the controls that are there to meet it."""
    nobody = _nothing_yet(engagement)
    rows = tuple(
        Row((text(criterion), text(engagement.catalogue.criterion[criterion].title), text(_listed(behind)) or nobody))
        for criterion, behind in engagement.coverage.items()
    )
    return (Table(_columns(engagement, ("criterion", 1.0), ("title", 3.5), ("controls", 4.0)), rows),)


def criteria_left_out(engagement: Engagement) -> tuple[Block, ...]:
    """Return the criteria of chosen categories that do not apply, with the reasons, or a sentence that all do."""
    left_out, catalogue = engagement.scope.left_out, engagement.catalogue
    if not left_out:
        return (Paragraph(text(catalogue.phrases["report.all_apply"])),)
    rows = tuple(_row(c, catalogue.criterion[c].title, why) for c, why in sorted(left_out.items()))
    return (Table(_columns(engagement, ("criterion", 1.0), ("title", 3.0), ("reason", 5.0)), rows),)


def subservice_controls(engagement: Engagement) -> tuple[Block, ...]:
    """Return, for each subservice organization, the controls expected of it, or those it brings in."""
    phrases = engagement.catalogue.phrases
    blocks: list[Block] = []
    for vendor in engagement.project.vendors:
        if not vendor.subservice:
            continue
        words = phrases["report.inclusive" if vendor.method == "inclusive" else "report.carve_out"]
        blocks.append(Heading(text(words.format(name=vendor.name)), 2, f"RPT-SYS/{vendor.id}"))
        items = tuple(ListItem(text(one)) for one in vendor.expected_controls)
        missing = Paragraph((Run(phrases["report.none_expected"], mark=Mark.OPEN),))
        blocks.append(Bullets(items) if items else missing)
        if carried := [one for one in _described(engagement) if one.vendor == vendor.id]:
            blocks.append(Paragraph(text(phrases["report.carried"].format(controls=_listed(carried)))))
    return tuple(blocks)


def engagement_people(engagement: Engagement) -> tuple[Block, ...]:
    """Return who speaks for the company: the holders of the roles that decide; a marked gap for nobody."""
    phrases, project = engagement.catalogue.phrases, engagement.project
    nobody = (Run(phrases["person.nobody"], mark=Mark.OPEN),)
    rows = []
    for role in SPEAKERS:
        holding = project.role.get(role)
        person = project.person.get(holding.holder) if holding else None
        name, job, email = (person.name, person.title, person.email) if person else ("", "", "")
        rows.append(_row(engagement.catalogue.role[role].name, text(name) or nobody, job, email))
    columns = _columns(engagement, ("role", 2.0), ("name", 2.2), ("job", 2.4), ("email", 3.0))
    return (Table(columns, tuple(rows)),)


def assertion_basis(engagement: Engagement) -> tuple[Block, ...]:
    """Return the controls in place by which management knows what it states; a marked gap where there are none."""
    basis = [
        one
        for one in _described(engagement)
        if one.control.family in BASIS and any(criterion.startswith(BASIS_OF) for criterion in one.control.criteria)
    ]
    phrases = engagement.catalogue.phrases
    if not basis:
        return (Paragraph((Run(phrases["report.no_basis"], mark=Mark.OPEN),)),)
    lead = Paragraph(text(phrases["report.basis"]))
    return (lead, Bullets(tuple(ListItem(text(f"{one.control.printed} {one.control.title}")) for one in basis)))


def controls_begun(engagement: Engagement) -> tuple[Block, ...]:
    """Return the controls that came into place after the first day of the period."""
    scope, phrases = engagement.scope, engagement.catalogue.phrases
    first, last = scope.start, scope.end
    begun = [one for one in _described(engagement) if one.since and first and first < one.since <= (last or one.since)]
    rows = tuple(
        _row(say_date(one.since, phrases), f"{one.control.printed} {one.control.title}") for one in begun if one.since
    )
    columns = _columns(engagement, ("start_day", 1.5), ("control", 5.0))
    return (Paragraph(text(phrases["report.begun"])), Table(columns, rows))


def period_changes(engagement: Engagement) -> tuple[Block, ...]:
    """Return the changes told for the period, oldest first."""
    told = [(one.changed_on, one.change, one.effect) for one in engagement.project.system_changes]
    words = engagement.catalogue.phrases["report.retired"]
    told += [
        (gone.last_day, words.format(control=one.control.printed, title=one.control.title, reason=gone.reason), "")
        for one, gone in retired_in_period(engagement)
    ]
    return _told(engagement, [one for one in told if _in_period(one[0], engagement)], *LISTED_COLUMNS)


def period_incidents(engagement: Engagement) -> tuple[Block, ...]:
    """Return the incidents that the description tells, oldest first."""
    told = [
        (one.happened_on, one.nature, one.extent, one.outcome)
        for one in engagement.project.disclosed_incidents
        if _in_period(one.happened_on, engagement)
    ]
    if not told:
        return (Paragraph(text(engagement.catalogue.phrases["report.no_incident"])),)
    return _told(engagement, told, ("day", 1.2), ("happened", 3.0), ("extent", 2.5), ("outcome", 3.0))


def _in_period(day: date, engagement: Engagement) -> bool:
    scope = engagement.scope
    if scope.is_type_2:
        return (scope.start or day) <= day <= (scope.end or day)
    return day <= (scope.as_of or day)


def bridge_span(engagement: Engagement) -> tuple[Block, ...]:
    """Return the time the letter is for, with a warning where it is longer than readers take one for."""
    end, phrases = _prior_end(engagement), engagement.catalogue.phrases
    if end is None:
        return ()
    day = say_date(engagement.day, phrases)
    blocks: list[Block] = [
        Paragraph(text(phrases["report.bridge"].format(start=say_date(end, phrases), end=day))),
    ]
    gap = (engagement.day - end).days
    if gap > LONGEST_BRIDGE or gap < 1:
        words = phrases["report.bridge_long" if gap > 0 else "report.bridge_early"]
        blocks.append(Callout(text(words), "warn", phrases["report.bridge_title"]))
    return tuple(blocks)


def bridge_changes(engagement: Engagement) -> tuple[Block, ...]:
    """Return the changes since the last report, oldest first."""
    told = [(one.changed_on, one.change, one.effect) for one in engagement.project.system_changes]
    return _told(engagement, _after_report(told, engagement), *CHANGE_COLUMNS)


def bridge_incidents(engagement: Engagement) -> tuple[Block, ...]:
    """Return the incidents to disclose since the last report, oldest first."""
    told = [(one.happened_on, one.nature, one.outcome) for one in engagement.project.disclosed_incidents]
    return _told(engagement, _after_report(told, engagement), ("day", 1.2), ("happened", 4.0), ("outcome", 4.0))


def report_month(engagement: Engagement) -> tuple[Block, ...]:
    """Return the month in which the report is expected; a sentence without one where the plan cannot hold it."""
    expected, phrases = expected_report(engagement), engagement.catalogue.phrases
    if expected.month is None:
        return (Paragraph(text(phrases["report.no_month"])),)
    month = f"{phrases[f'month.{expected.month.month}']} {expected.month.year}"
    return (Paragraph(text(phrases["report.month"].format(month=month))),)


def _after_report(told: Sequence[Told], engagement: Engagement) -> list[Told]:
    end = _prior_end(engagement)
    return [one for one in told if end is None or one[0] > end]


def _told(engagement: Engagement, told: Sequence[Told], *keys: tuple[str, float]) -> tuple[Block, ...]:
    phrases = engagement.catalogue.phrases
    rows = tuple(_row(say_date(day, phrases), *words) for day, *words in sorted(told))
    return (Table(_columns(engagement, *keys), rows),)


def _prior_end(engagement: Engagement) -> date | None:
    answer = engagement.names.stated["prior_report_end"].answer
    return answer.value if answer is not None and isinstance(answer.value, date) else None


def _row(*cells: Runs | str) -> Row:
    return Row(tuple(text(cell) if isinstance(cell, str) else cell for cell in cells))


REPORT_INSERTS: Mapping[str, Callable[[Engagement], tuple[Block, ...]]] = MappingProxyType(
    {
        "control-aspects": control_aspects,
        "criteria-controls": criteria_controls,
        "criteria-left-out": criteria_left_out,
        "subservice-controls": subservice_controls,
        "assertion-basis": assertion_basis,
        "engagement-people": engagement_people,
        "controls-begun": controls_begun,
        "period-changes": period_changes,
        "period-incidents": period_incidents,
        "bridge-span": bridge_span,
        "bridge-changes": bridge_changes,
        "bridge-incidents": bridge_incidents,
        "report-month": report_month,
        "system-picture": system_picture,
    }
)
"""The inserts of report parts by name."""
