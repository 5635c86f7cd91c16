"""A scenario in the words of a company, and its two sheets: the facilitator's and the participants'."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Callout,
    Column,
    Document,
    Fact,
    Heading,
    Kind,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Table,
    text,
)
from soc2desk.document.record_words import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.document.blocks import Block
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.tabletops import Play, Tabletop, Turn

_LINES = 22
"""Empty lines for decisions on the participants' sheet: as many as a page of their own holds in every format."""


def filled_tabletop(tabletop: Tabletop, engagement: Engagement) -> Tabletop:
    """Return a scenario in the words that hold for this company, as plain text."""

    def say(words: str) -> str:
        return " ".join(plainly(words, engagement, f"tabletops/{tabletop.id}").split())

    turns = tuple(
        replace(one, title=say(one.title), says=say(one.says), ask=say(one.ask), good=say(one.good))
        for one in tabletop.turns
    )
    return replace(
        tabletop, title=say(tabletop.title), about=say(tabletop.about), objectives=say(tabletop.objectives), turns=turns
    )


def plan_words(places: tuple[str, ...], engagement: Engagement) -> str:
    """Return the sections of a plan that a turn tries, in words: the plan by its title and the section."""
    template = engagement.catalogue.template
    said = (place.partition("/") for place in places)
    return "; ".join(f"{template[plan].title}: {section.replace('-', ' ')}" for plan, _, section in said)


def role_names(roles: tuple[str, ...], engagement: Engagement) -> str:
    """Return what roles are called, one after the other."""
    names = {role.id: role.name for role in engagement.catalogue.roles}
    return ", ".join(names.get(role, role) for role in roles)


def facilitator_sheet(tabletop: Tabletop, play: Play, engagement: Engagement) -> Document:
    """Return everything: what is read out when, what is asked, and what a good answer holds. `tabletop` is filled."""
    phrases = engagement.catalogue.phrases
    blocks: list[Block] = [
        Paragraph(text(tabletop.about), "lead"),
        Callout(text(phrases["tabletop.rules"]), "note", phrases["tabletop.rules_title"]),
        _seats(play, engagement),
    ]
    for turn in tabletop.turns:
        blocks += _turn(turn, engagement)
    blocks.append(Heading(text(phrases["tabletop.end_title"]), 1))
    blocks.append(Paragraph(text(phrases["tabletop.end"])))
    return _sheet("facilitator", tabletop, blocks, engagement)


def participants_sheet(tabletop: Tabletop, play: Play, engagement: Engagement) -> Document:
    """Return what the players may see: what it is about, who sits where, and lines for what they decide."""
    phrases = engagement.catalogue.phrases
    keys = (("minute", 0.6), ("decision", 3.6), ("by", 1.2))
    columns = tuple(Column(key, phrases[f"tabletop.column.{key}"], width, Kind.TEXT) for key, width in keys)
    blocks: list[Block] = [
        Paragraph(text(tabletop.about), "lead"),
        Paragraph((Run(phrases["tabletop.objectives"], bold=True), Run(f" {tabletop.objectives}"))),
        Callout(text(phrases["tabletop.players"]), "note", phrases["tabletop.rules_title"]),
        _seats(play, engagement),
        # One side to read and one to write on: roles are more or fewer, and a table cut in two is hard to use.
        PageBreak(),
        Table(columns, (), phrases["tabletop.decisions"], "decisions", blank_rows=_LINES, to_fill=True),
    ]
    return _sheet("participants", tabletop, blocks, engagement)


def _sheet(kind: str, tabletop: Tabletop, blocks: list[Block], engagement: Engagement) -> Document:
    phrases = engagement.catalogue.phrases
    return Document(
        id=f"tabletop-{tabletop.id}-{kind}",
        title=tabletop.title,
        kind="page",
        audience=Audience.INTERNAL,
        company=engagement.answer_text("company"),
        date=engagement.day.isoformat(),
        blocks=tuple(blocks),
        cover=(
            Fact(phrases["tabletop.fact.for"], text(phrases[f"tabletop.for.{kind}"])),
            Fact(phrases["tabletop.fact.minutes"], text(str(tabletop.minutes))),
            Fact(phrases["tabletop.fact.made"], text(engagement.day.isoformat())),
        ),
        status="",
        subtitle=phrases[f"tabletop.for.{kind}"],
        footer=phrases["tabletop.invented"],
    )


def _seats(play: Play, engagement: Engagement) -> Table:
    phrases = engagement.catalogue.phrases
    columns = (
        Column("role", phrases["tabletop.column.role"], 1.4),
        Column("person", phrases["tabletop.column.person"], 2.0),
    )
    nobody = phrases["tabletop.nobody"]
    rows = tuple(
        Row((text(role_names((one.role,), engagement)), text(engagement.person_name(one.person) or nobody)), one.role)
        for one in play.seats
    )
    return Table(columns, rows, phrases["tabletop.seats"], "seats")


def _turn(turn: Turn, engagement: Engagement) -> Iterator[Block]:
    phrases: Mapping[str, str] = engagement.catalogue.phrases
    yield Heading(text(phrases["tabletop.turn"].format(minute=turn.minute, title=turn.title)), 1)
    yield Callout(text(turn.says), "note", phrases["tabletop.read_out"])
    said = (
        ("asks", role_names(turn.asks, engagement)),
        ("ask", turn.ask),
        ("good", turn.good),
        ("plan", plan_words(turn.plan, engagement)),
    )
    for key, words in said:
        if words:
            yield Paragraph((Run(phrases[f"tabletop.{key}"], bold=True), Run(f" {words}")))
