"""The picture of the boundary in the description: systems in scope, who runs them, and which data goes where.

It holds what was confirmed and nothing else: an open or suggested answer leaves its place out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.boundary import Held, Party, Surroundings, boundaries
from soc2desk.document.values import say
from soc2desk.domain.own_controls import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.systems import System
    from soc2desk.domain.vendors import Vendor

_INCLUSIVE = "inclusive"


def system_picture(engagement: Engagement) -> tuple[Picture, ...]:
    """Return the picture, in parts where it is taller than a page; none while no system is in scope."""
    systems = [one for one in engagement.project.systems if one.in_scope]
    if not systems:
        return ()
    phrases, parties = engagement.catalogue.phrases, tuple(_parties(systems, engagement))
    around = Surroundings(
        _said("service", engagement) or phrases["open.service"], _said("service_users", engagement),
        _said("data_kinds", engagement),
    )  # fmt: skip
    sketches = boundaries(around, parties, phrases)
    title = phrases["picture.boundary.title"]
    said = phrases["picture.boundary.said"].format(
        service=around.service, systems=len(systems), parties=sum(bool(party.name) for party in parties)
    )
    points = tuple(_points(around, parties, engagement))
    titles = [title] if len(sketches) == 1 else _parts(title, len(sketches), phrases)
    told = [(said, points), *((name, ()) for name in titles[1:])]
    return tuple(
        Picture(sketch, name, *words, id=f"RPT-SYS/picture-{at}")
        for at, (sketch, name, words) in enumerate(zip(sketches, titles, told, strict=True), 1)
    )


def _parts(title: str, count: int, phrases: Mapping[str, str]) -> list[str]:
    part = phrases["picture.boundary.part"]
    return [part.format(title=title, part=at, parts=count) for at in range(1, count + 1)]


def _said(name: str, engagement: Engagement) -> str:
    """Return an answer in words; nothing for one that is open, suggested or ahead."""
    stated = engagement.names.stated[name]
    if stated.answer is None or stated.is_suggested or stated.is_promise_ahead:
        return ""
    return one_line(say(stated, (), engagement.catalogue.phrases).text)


def _parties(systems: list[System], engagement: Engagement) -> Iterator[Party]:
    """Yield who runs systems in scope, and who is relied on or holds customer data without running one."""
    vendors = engagement.project.vendors
    known = {vendor.id for vendor in vendors}
    own = tuple(_held(one) for one in systems if one.vendor not in known)
    if own:
        yield Party(systems=own)
    for vendor in vendors:
        mine = tuple(_held(one) for one in systems if one.vendor == vendor.id)
        if mine or vendor.subservice or vendor.holds_customer_data:
            data = "" if mine else _held_by(vendor, engagement)
            inside = vendor.subservice and vendor.method == _INCLUSIVE
            yield Party(vendor.name, one_line(vendor.service), _tag(vendor, engagement), data, mine, inside)


def _held_by(vendor: Vendor, engagement: Engagement) -> str:
    """Return what an organization holds in the company's words, else the kinds of data that were ticked."""
    ticked = [("customer", vendor.holds_customer_data), ("personal", vendor.holds_personal_information)]
    phrases = engagement.catalogue.phrases
    return one_line(vendor.data) or ", ".join(phrases[f"data.{kind}"] for kind, yes in ticked if yes)


def _held(system: System) -> Held:
    return Held(one_line(system.name), one_line(system.purpose), one_line(system.data))


def _tag(vendor: Vendor, engagement: Engagement) -> str:
    phrases = engagement.catalogue.phrases
    if not vendor.subservice:
        return phrases["picture.boundary.vendor"]
    method = phrases[f"method.{vendor.method}"].lower() if vendor.method else phrases["picture.boundary.open"]
    return phrases["picture.boundary.subservice"].format(method=method)


def _points(around: Surroundings, parties: tuple[Party, ...], engagement: Engagement) -> Iterator[str]:
    phrases = engagement.catalogue.phrases
    if around.users:
        used = phrases["picture.boundary.used_by"].format(users=around.users)
        yield phrases["picture.boundary.used_with"].format(said=used, data=around.data) if around.data else used
    for party in parties:
        systems = "; ".join(_told(one, phrases) for one in party.systems)
        if not party.name:
            company = engagement.answer_text("company") or phrases["open.company"]
            yield phrases["picture.boundary.own"].format(company=company, systems=systems)
            continue
        key = "runs" if systems else "gets" if party.data else "none"
        said = phrases[f"picture.boundary.{key}"]
        yield said.format(name=party.name, tag=party.tag, systems=systems, data=party.data)


def _told(one: Held, phrases: Mapping[str, str]) -> str:
    return phrases["picture.boundary.system"].format(name=one.name, data=one.data) if one.data else one.name
