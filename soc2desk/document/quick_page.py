"""The five-minute answer as one page: what can be there by when, what it asks for, and what it assumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Column, Document, Fact, Heading, Paragraph, Row, Run, Table, text
from soc2desk.document.timeline_chart import timeline_chart
from soc2desk.document.values import say_date
from soc2desk.domain.quick_answer import (
    LEAST_READINESS,
    LEAST_REPORT_AFTER,
    MANY_PEOPLE,
    PREPARING,
    READINESS,
    REPORT_AFTER,
    Stand,
    Verdict,
    Wish,
)
from soc2desk.domain.quick_effort import WEEKLY_HOURS
from soc2desk.domain.timelines import ChartRow, DayMark, Span, SpanLook

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from soc2desk.document.blocks import Block
    from soc2desk.domain.quick_answer import QuickAnswer, Way
    from soc2desk.domain.quick_effort import Effort

    Phrases = Mapping[str, str]

_WIDTHS = {"report": 2.2, "examined": 3.4, "fieldwork": 1.9, "month": 1.7, "short": 1.7, "by": 1.5}
_TONES = {Verdict.HELD: "good", Verdict.TIGHT: "warn", Verdict.NOT_HELD: "bad"}


def quick_page(answer: QuickAnswer, effort: Effort, phrases: Phrases) -> Document:
    """Return the page for whoever decides on time and people."""
    return Document(
        id="quick-answer",
        title=phrases["quick.title"],
        kind="page",
        audience=Audience.INTERNAL,
        company="",
        date=answer.question.today.isoformat(),
        blocks=tuple(_blocks(answer, effort, phrases)),
        cover=_facts(answer, phrases),
        status="",
        subtitle=phrases["quick.subtitle"],
        footer=phrases["quick.subtitle"],
    )


def _facts(answer: QuickAnswer, phrases: Phrases) -> tuple[Fact, ...]:
    asked = answer.question
    wanted = "quick.wish.earliest" if asked.wish is Wish.EARLIEST else f"quick.report.{asked.wish}"
    return (
        Fact(phrases["quick.fact.needed"], text(say_date(asked.needed_by, phrases))),
        Fact(phrases["quick.fact.wanted"], text(phrases[wanted])),
        Fact(phrases["quick.fact.people"], text(f"{asked.people:,}")),
        Fact(phrases["quick.fact.stand"], text(phrases[f"quick.stand.{asked.stand}"])),
        Fact(phrases["quick.fact.made"], text(say_date(asked.today, phrases))),
    )


def _blocks(answer: QuickAnswer, effort: Effort, phrases: Phrases) -> Iterator[Block]:
    yield Paragraph((Run(say_verdict(answer, phrases), bold=True),), "lead")
    yield _table(answer, phrases)
    yield from timeline_chart(_rows(answer, phrases), phrases, phrases["quick.chart.title"])
    yield Heading(text(phrases["quick.effort.title"]), 2)
    yield Paragraph(text(say_effort(answer, effort, phrases)))
    yield Paragraph(text(_sources(effort, phrases)), "small")
    yield Heading(text(phrases["quick.assumes.title"]), 2)
    yield Paragraph(text(" ".join(_assumed(answer, phrases))), "small")


def say_verdict(answer: QuickAnswer, phrases: Phrases) -> str:
    """Return in one or two sentences whether the wish can be held, and if not what can."""
    wished, instead = answer.wished, answer.instead
    words = {"report": phrases[f"quick.report.{wished.wish}"], "needed": say_date(answer.question.needed_by, phrases)}
    latest = answer.latest_start if answer.verdict is Verdict.HELD else answer.last_call
    if latest is not None:
        return phrases[f"quick.verdict.{answer.verdict}"].format(**words, latest=say_date(latest, phrases))
    month = _month(wished.short.month, phrases)
    if instead is None:
        first = answer.ways[0]
        words["report"] = phrases[f"quick.report.{first.wish}"]
        month, usual = _month(first.short.month, phrases), _month(first.usual.month, phrases)
        return phrases["quick.verdict.none"].format(**words, month=month, usual=usual)
    named, pace = phrases[f"quick.report.{instead.wish}"], phrases[f"quick.pace.{instead.verdict}"]
    return phrases["quick.verdict.instead"].format(**words, instead=named, pace=pace, month=month)


def _table(answer: QuickAnswer, phrases: Phrases) -> Table:
    columns = tuple(Column(key, phrases[f"quick.dates.{key}"], width) for key, width in _WIDTHS.items())
    title = phrases["quick.dates.title"].format(today=say_date(answer.question.today, phrases))
    return Table(columns, tuple(_row(way, answer, phrases) for way in answer.ways), title, "earliest")


def _row(way: Way, answer: QuickAnswer, phrases: Phrases) -> Row:
    usual = way.usual
    examined = say_date(usual.start, phrases)
    if usual.end != usual.start:
        examined += f" \u2013 {say_date(usual.end, phrases)}"
    cells = (
        text(phrases[f"quick.short.{way.wish}"], bold=way is answer.wished),
        text(examined),
        text(say_date(usual.fieldwork, phrases)),
        text(_month(usual.month, phrases)),
        text(_month(way.short.month, phrases)),
        text(phrases[f"quick.by.{way.verdict}"]),
    )
    return Row(cells, id=way.wish, tone=_TONES[way.verdict])


def _rows(answer: QuickAnswer, phrases: Phrases) -> list[ChartRow]:
    asked, first = answer.question, answer.ways[0].usual
    rows = [ChartRow(phrases["quick.chart.prepare"], (Span(asked.today, first.start),))]
    for way in answer.ways:
        dates = way.usual
        label = phrases[f"quick.short.{way.wish}"]
        until = (Span(dates.fieldwork, dates.report),)
        if dates.end == dates.start:
            rows.append(ChartRow(label, until, (DayMark(dates.start),)))
        else:
            rows.append(ChartRow(label, (Span(dates.start, dates.end, SpanLook.WINDOW), *until)))
    return [*rows, ChartRow(phrases["quick.chart.needed"], (), (DayMark(asked.needed_by),))]


def say_effort(answer: QuickAnswer, effort: Effort, phrases: Phrases) -> str:
    """Return the hours and people in a sentence."""
    key = "quick.effort.alone" if effort.alone else "quick.effort.sharing"
    report = phrases[f"quick.report.{answer.wished.wish}"]
    numbers = {"low": effort.low, "high": effort.high, "people": effort.people, "everybody": effort.everybody}
    return phrases[key].format(report=report, **numbers)


def _sources(effort: Effort, phrases: Phrases) -> str:
    lines = [phrases[f"quick.effort.{one.id}"].format(count=one.count, hours=one.hours) for one in effort.lines]
    return phrases["quick.effort.lines"].format(lines="; ".join(lines), weekly=WEEKLY_HOURS)


def _assumed(answer: QuickAnswer, phrases: Phrases) -> Iterator[str]:
    asked = answer.question
    yield phrases["quick.assumes.plan"].format(days=PREPARING[asked.stand])
    yield phrases["quick.assumes.review"].format(readiness=READINESS, least=LEAST_READINESS)
    yield phrases["quick.assumes.report"].format(after=REPORT_AFTER, least=LEAST_REPORT_AFTER)
    yield phrases["quick.assumes.firm"]
    if asked.people >= MANY_PEOPLE:
        yield phrases["quick.assumes.many"].format(people=f"{asked.people:,}")
    if asked.stand is Stand.REPORT:
        yield phrases["quick.assumes.next"]


def _month(day: date, phrases: Phrases) -> str:
    return f"{phrases[f'month.{day.month}']} {day.year}"
