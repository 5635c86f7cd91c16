"""The candidate risks a person may take over: which concern the company, and the rows they become, without a rating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.rows import fresh_id
from soc2desk.document.blocks import plain
from soc2desk.document.statements import scenario_runs, sign_runs
from soc2desk.domain.risk_register import concerns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.engagement import Engagement

TABLE = "risks"


@dataclass(frozen=True, slots=True)
class Offered:
    """One candidate as it is offered, with the company's own values: `kind` in words, `shows` an early sign."""

    id: str
    kind: str
    title: str
    scenario: str
    shows: str


def offered_risks(engagement: Engagement) -> tuple[Offered, ...]:
    """Return the candidates that concern the company and stand in no row yet, in the order of the content."""
    taken = {risk.candidate for risk in engagement.project.risks}
    phrases = engagement.catalogue.phrases
    return tuple(
        Offered(
            one.id,
            phrases[f"risk_kind.{one.kind}"],
            one.title,
            plain(scenario_runs(one, engagement)),
            plain(sign_runs(one, engagement)),
        )
        for one in engagement.catalogue.risks
        if one.id not in taken and concerns(one, engagement)
    )


def rows_for(engagement: Engagement, candidates: Iterable[str]) -> dict[Where, Plain]:
    """Return what taking candidates over writes: a row each with its name, and nothing that only a person can say."""
    taken = {risk.id for risk in engagement.project.risks}
    puts: dict[Where, Plain] = {}
    for id_ in candidates:
        title = engagement.catalogue.risk[id_].title
        row = fresh_id(title, taken, TABLE)
        taken.add(row)
        puts[TABLE, row] = {"name": title, "candidate": id_}
    return puts
