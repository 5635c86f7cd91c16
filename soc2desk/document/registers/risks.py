"""The risk register: only what a person rated, dated and took on, on the scale of the risk management policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Bullets,
    Document,
    Heading,
    Kind,
    ListItem,
    Mark,
    Picture,
    Row,
    Run,
    Table,
    text,
)
from soc2desk.document.pictures.heat_map import PlacedRisk, heat_map
from soc2desk.document.registers.ground import Ground, as_old_as_made, register, row
from soc2desk.document.statements import scenario_runs
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.project import State
from soc2desk.domain.risk_register import concerns, controls_of, kind_of, rated_risks
from soc2desk.domain.risks import Band, Treatment, band

if TYPE_CHECKING:
    from soc2desk.document.blocks import Block, Runs
    from soc2desk.domain.control_states import ControlState
    from soc2desk.domain.risks import Risk

POLICY = "POL-RSK"
"""The document that says in words when a level fits."""


def risk_register(ground: Ground) -> tuple[Document, ...]:
    """Return the risk register; nothing while no risk was rated, for an empty one would say that there is none."""
    rated = rated_risks(ground.engagement)
    if not rated:
        return ()
    blocks = (_picture(rated, ground), *_method(ground), _ratings(rated, ground), _treatments(rated, ground))
    return (as_old_as_made(register(ground, "risks", Audience.AUDITOR, blocks), ground, tables=("risks",)),)


def _picture(rated: tuple[Risk, ...], ground: Ground) -> Picture:
    """Return the risks on a grid, numbered in the order of the table below it."""
    phrases = ground.phrases
    placed = [PlacedRisk(at, one_line(risk.name), risk.likelihood, risk.impact) for at, risk in enumerate(rated, 1)]
    counted = ((one, sum(risk.band is one for risk in placed)) for one in reversed(Band))
    bands = ", ".join(
        phrases["picture.risks.counted"].format(count=count, band=phrases[f"band.{one}"]) for one, count in counted
    )
    points = tuple(
        phrases["picture.risks.point"].format(
            number=risk.number, name=risk.name, likelihood=risk.likelihood, impact=risk.impact,
            score=risk.likelihood * risk.impact, band=phrases[f"band.{risk.band}"],
        )
        for risk in placed
    )  # fmt: skip
    said = phrases["picture.risks.said"].format(count=len(placed), bands=bands)
    return Picture(heat_map(placed, phrases), phrases["picture.risks.title"], said, points, "risk-map")


def _ratings(rated: tuple[Risk, ...], ground: Ground) -> Table:
    keys = (("risk", 7.0), ("risk_kind", 1.5), ("owner", 1.7), ("likelihood", 1.0), ("impact", 0.9), ("score", 1.5))
    columns = [ground.column(key, width) for key, width in keys]
    columns += [ground.column("residual", 1.9)]
    columns += [ground.column(key, 1.2, Kind.DATE) for key in ("rated", "looked_at")]
    rows = tuple(_rating(risk, ground) for risk in rated)
    return Table(tuple(columns), rows, ground.phrases["register.risks.ratings"], "risks")


def _treatments(rated: tuple[Risk, ...], ground: Ground) -> Table:
    keys = (("risk", 3.4), ("treatment", 1.2), ("linked", 4.4), ("action", 4.0))
    columns = [ground.column(key, width) for key, width in keys]
    columns += [ground.column("due", 1.2, Kind.DATE), ground.column("accepted", 2.2)]
    rows = tuple(_treatment(risk, ground) for risk in rated)
    return Table(tuple(columns), rows, ground.phrases["register.risks.treatments"], "treatments")


def _method(ground: Ground) -> tuple[Block, ...]:
    phrases, catalogue = ground.phrases, ground.engagement.catalogue
    said = ["scenario", "score", "bands", "levels", "controls"]
    policy = catalogue.template.get(POLICY)
    if policy is not None and ground.engagement.wants(policy):
        said.insert(3, "policy")
    items = tuple(ListItem(text(phrases[f"register.risks.method_{name}"])) for name in said)
    return (Heading(text(phrases["register.risks.method"])), Bullets(items))


def _rating(risk: Risk, ground: Ground) -> Row:
    kind = kind_of(risk, ground.engagement)
    return row(
        risk.id,
        (Run(f"{_ended(one_line(risk.name))} ", bold=True), *_described(risk, ground)),
        ground.phrases.get(f"risk_kind.{kind}", ""),
        ground.person(risk.owner),
        str(risk.likelihood),
        str(risk.impact),
        _score(risk.score, ground),
        _residual(risk, ground),
        ground.claimed("risks", risk.id, "rated_on", risk.rated_on),
        ground.claimed("risks", risk.id, "reviewed_on", risk.reviewed_on),
    )


def _treatment(risk: Risk, ground: Ground) -> Row:
    phrases, accepted = ground.phrases, _accepted(risk, ground)
    # A colour says that something is missing; how bad a risk is stands in words beside its score.
    missing = not risk.treatment or any(run.mark is Mark.OPEN for run in accepted)
    return row(
        risk.id,
        one_line(risk.name),
        phrases[f"treatment.{risk.treatment}"] if risk.treatment else (Run(phrases["risk.undecided"], mark=Mark.OPEN),),
        _linked(risk, ground),
        one_line(risk.action),
        risk.due.isoformat() if risk.due else "",
        accepted,
        tone="bad" if missing else "",
    )


def _ended(words: str) -> str:
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _described(risk: Risk, ground: Ground) -> Runs:
    if risk.description:
        return text(one_line(risk.description))
    candidate = ground.engagement.catalogue.risk.get(risk.candidate)
    # One that the answers rule out by now would speak of things the company says it does not have.
    stands = candidate is not None and concerns(candidate, ground.engagement)
    return scenario_runs(candidate, ground.engagement) if candidate and stands else ()


def _score(score: int, ground: Ground) -> str:
    return f"{score} {ground.phrases[f'band.{band(score)}']}" if score else ""


def _residual(risk: Risk, ground: Ground) -> str:
    if not risk.residual_score:
        return ""
    return f"{_score(risk.residual_score, ground)} ({risk.residual_likelihood}\u00d7{risk.residual_impact})"


def _linked(risk: Risk, ground: Ground) -> Runs:
    """Return the linked controls, each with its state: one that is only planned lowers nothing yet."""
    runs: list[Run] = []
    for control in controls_of(risk, ground.engagement):
        one = ground.engagement.state[control]
        mark = Mark.OPEN if one.state is State.NOT_CONFIRMED else Mark.NONE
        runs += [Run("; " if runs else ""), Run(f"{control} {_said(one, ground)}", mark=mark)]
    return tuple(run for run in runs if run.text) or text(ground.phrases["value.none"])


def _said(one: ControlState, ground: Ground) -> str:
    """Return the state of a control in a few words; the matrix has since when."""
    phrases = ground.phrases
    if one.state is State.PLANNED and one.start:
        return f"{phrases['state.planned'].lower()} {phrases['state.from']} {one.start.isoformat()}"
    return phrases[f"state.{one.state}"].lower()


def _accepted(risk: Risk, ground: Ground) -> Runs:
    if risk.treatment != Treatment.ACCEPT and not risk.accepted_by:
        return ()
    name = ground.engagement.person_name(risk.accepted_by)
    if not name or risk.accepted_on is None or risk.accepted_on > ground.engagement.day:
        return (Run(ground.phrases["risk.not_accepted"], mark=Mark.OPEN),)
    own = f", {ground.phrases['risk.own_acceptance']}" if risk.accepted_by == risk.owner else ""
    return text(f"{name}, {ground.claimed('risks', risk.id, 'accepted_on', risk.accepted_on)}{own}")
