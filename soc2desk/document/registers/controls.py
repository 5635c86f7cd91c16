"""The control-owner matrix (for the auditor and for the team), criteria coverage, and the description of controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import (
    Audience,
    Block,
    Callout,
    Clause,
    Document,
    Heading,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    plain,
    text,
)
from soc2desk.document.registers.ground import Ground, footer, register, row, scope_facts, tone
from soc2desk.document.registers.retired import retired_in_period
from soc2desk.document.standing import Standing, state_lead
from soc2desk.domain.control_states import left_out_by_set
from soc2desk.domain.in_own_policies import place_in_own
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from soc2desk.domain.control_states import ControlState

DESCRIPTION = "DSC"
"""The id of the description of controls; its clauses are DSC/<family>/<control>."""


def describe_controls(ground: Ground) -> tuple[Document, tuple[Standing, ...]]:
    """Return the description of controls and where its clauses stand.

    Planned controls and those that do not apply are not in it: a description states what is performed. In a draft,
    a control nobody confirmed yet stands marked.
    """
    phrases, catalogue = ground.phrases, ground.engagement.catalogue
    blocks: list[Block] = [
        Heading(text(phrases["description.about"]), 1, f"{DESCRIPTION}/about"),
        Paragraph(text(phrases["description.intro"])),
        *_draft_note(ground),
    ]
    standings: list[Standing] = []
    for family in catalogue.families:
        described = [one for one in ground.engagement.controls if one.control.family == family.id and _described(one)]
        if described:
            blocks.append(Heading(text(family.name), 1, f"{DESCRIPTION}/{family.id.lower()}"))
        for one in described:
            clause = f"{DESCRIPTION}/{family.id.lower()}/{one.id.lower()}"
            lead = state_lead(one.state, (one,), ground.engagement, said=plain(ground.statements[one.id]))
            title = Run(f"{one.control.title}. ", bold=True)
            blocks.append(Clause(clause, (title, *lead, *ground.statements[one.id]), controls=(one.id,)))
            blocks.append(Paragraph(_meets(one, ground), "under"))
            standings.append(Standing(clause, (one.id,), one.state))
    return _description(ground, tuple(blocks)), tuple(standings)


def _draft_note(ground: Ground) -> tuple[Block, ...]:
    """Say that marked controls are no claim, or that there is nothing to describe."""
    states = {one.state for one in ground.engagement.controls if _described(one)}
    notes = ["description.unconfirmed"] if State.NOT_CONFIRMED in states else []
    notes += [] if states else ["description.nothing"]
    return tuple(Paragraph((Run(ground.phrases[note], mark=Mark.OPEN),)) for note in notes)


def _described(one: ControlState) -> bool:
    if one.by_law or one.proposed_away:
        return False
    return one.state in {State.IN_PLACE, State.RUN_BY_VENDOR, State.NOT_CONFIRMED}


def _meets(one: ControlState, ground: Ground) -> tuple[Run, ...]:
    role = ground.engagement.catalogue.role[one.control.owner].name
    nature = ground.phrases[f"nature.{one.control.nature}"]
    words = f"{', '.join(one.criteria)} · {nature} · {ground.phrases['description.owner']}: {role}"
    if one.since:
        words += f" · {ground.phrases['state.in_place']} {ground.phrases['state.since']} {one.since.isoformat()}"
    return text(words)


def _description(ground: Ground, blocks: tuple[Block, ...]) -> Document:
    phrases = ground.phrases
    return Document(
        id=DESCRIPTION,
        title=phrases["description.title"],
        kind="report",
        audience=Audience.AUDITOR,
        company=ground.company,
        date=ground.date,
        blocks=blocks,
        cover=scope_facts(ground),
        status=ground.status,
        version=ground.engagement.catalogue.version,
        footer=footer(ground),
    )


def auditor_matrix(ground: Ground) -> Document:
    """Return the control-owner matrix as an auditor may read it: only controls in place or run by a vendor.

    A reviewer stands in it only where the control's statement itself contains a review; anywhere else the column
    would be a promise nobody asked for.
    """
    keys = (
        ("control", 1.1), ("title", 2.2), ("criteria", 1.4), ("statement", 7.5), ("nature", 1.3), ("state", 1.6),
        ("owner", 1.6), ("backup", 1.6), ("reviewer", 1.5), ("frequency", 1.3), ("clause", 4.2), ("evidence", 5.0),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_matrix_row(one, ground) for one in ground.engagement.controls if one.is_shown)
    table = Table(columns, rows, ground.phrases["register.matrix.title"], "matrix")
    return register(ground, "matrix", Audience.AUDITOR, (*_asked_by_law(ground), table, *retired_in_period(ground)))


def _asked_by_law(ground: Ground) -> tuple[Callout, ...]:
    """Say which clauses of the policies state duties that the law sets outside the criteria in scope."""
    duties = [one.id for one in ground.engagement.controls if one.by_law and one.id in ground.clauses_of]
    if not duties:
        return ()
    words = ground.phrases["register.matrix.law"].format(duties=", ".join(duties))
    return (Callout(text(words), "law", ground.phrases["law.title"]),)


def _matrix_row(one: ControlState, ground: Ground) -> Row:
    owners = ground.engagement.owners[one.id]
    reviews = "review" in plain(ground.statements[one.id]).lower()
    return row(
        one.id,
        one.control.printed,
        one.control.title,
        ", ".join(one.criteria),
        ground.statements[one.id],
        ground.phrases[f"nature.{one.control.nature}"],
        ground.state(one),
        ground.person(owners.owner),
        ground.person_or_blank(owners.backup),
        ground.person_or_blank(owners.reviewer) if reviews else "",
        ground.rhythm(one),
        ground.places(one.id, most=3),
        _asked(one, ground),
    )


def _asked(one: ControlState, ground: Ground) -> str:
    ids = [request.id for request in ground.requests_of.get(one.id, ())]
    what = "; ".join(item.what for item in one.control.evidence[:2])
    return f"{', '.join(ids[:4])}: {what}" if ids else what


def team_matrix(ground: Ground) -> Document:
    """Return the same for the team: every state, every reviewer, record, and the Canadian baseline beside it."""
    keys = (
        ("control", 1.1), ("criteria", 1.4), ("statement", 8.5), ("state", 2.0), ("owner", 1.6), ("backup", 1.6),
        ("reviewer", 1.6), ("frequency", 1.3), ("clause", 4.5), ("record", 2.2), ("baseline", 1.3),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_team_row(one, ground) for one in ground.engagement.controls)
    blocks: list[Block] = [Table(columns, rows, ground.phrases["register.team.title"], "team")]
    if any(one.by_law for one in ground.engagement.controls):
        blocks.insert(0, Callout(text(ground.phrases["register.team.law"]), "law", ground.phrases["law.title"]))
    if left_out := _left_out(ground):
        blocks.append(left_out)
    return register(ground, "team", Audience.INTERNAL, tuple(blocks))


def _left_out(ground: Ground) -> Table | None:
    """Return the controls of the full set that the lean one leaves out, with the reason; None for the full set."""
    engagement, reason = ground.engagement, ground.phrases["left_out.lean"]
    controls = left_out_by_set(engagement.catalogue, engagement.project, engagement.names, engagement.scope)
    in_scope = engagement.scope.criteria
    met = {one.id: [criterion for criterion in in_scope if criterion in one.criteria] for one in controls}
    rows = tuple(row(one.id, one.printed, one.title, ", ".join(met[one.id]), reason) for one in controls)
    keys = (("control", 1.0), ("title", 4.0), ("criteria", 2.0), ("reason", 3.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    return Table(columns, rows, ground.phrases["register.team.left_out"], "left-out") if rows else None


def _team_row(one: ControlState, ground: Ground) -> Row:
    owners = ground.engagement.owners[one.id]
    records = {record.id: record.title for record in ground.engagement.catalogue.records}
    return row(
        one.id,
        one.control.printed,
        ", ".join(one.criteria) or ground.phrases["law.title"],
        (Run(f"{one.control.title}.", bold=True), *((Run(" "), *ground.statements[one.id]) if one.applies else ())),
        _proposed(one, ground),
        ground.person(owners.owner),
        ground.person_or_blank(owners.backup),
        ground.person_or_blank(owners.reviewer),
        ground.rhythm(one),
        ground.places(one.id, most=3),
        ", ".join(records[record] for record in one.control.records),
        ", ".join(one.control.cccs),
        tone=tone(one),
    )


def _proposed(one: ControlState, ground: Ground) -> tuple[Run, ...]:
    if one.proposed_away:
        return (*ground.state(one), Run(f" {ground.phrases['state.proposed_away']}"))
    return ground.state(one)


def coverage(ground: Ground) -> Document:
    """Return every criterion in scope with the controls, clauses and requests behind it, then those left out."""
    keys = (("criterion", 1.0), ("title", 3.0), ("controls", 4.5), ("owner", 3.0), ("clause", 3.0), ("requests", 3.0))
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_coverage_row(criterion, ground) for criterion in ground.engagement.scope.criteria)
    blocks: list[Block] = [Table(columns, rows, ground.phrases["register.coverage.title"], "coverage")]
    if left_out := ground.engagement.scope.left_out:
        reasons = tuple(
            row(c, c, ground.engagement.catalogue.criterion[c].title, why) for c, why in sorted(left_out.items())
        )
        short = (("criterion", 1.0), ("title", 3.0), ("reason", 6.0))
        columns = tuple(ground.column(key, width) for key, width in short)
        blocks.append(Table(columns, reasons, ground.phrases["register.coverage.left_out"], "left-out"))
    return register(ground, "coverage", Audience.AUDITOR, tuple(blocks))


def _first_place(one: ControlState, ground: Ground) -> str:
    """Return the first place that states a control: in a policy of the client's own, else in ours."""
    if own := ground.engagement.own_clauses.get(one.id):
        return place_in_own(own[0], ground.engagement.project)
    return next((f"{entry.document} {entry.number}" for entry in ground.clauses_of.get(one.id, ())), "")


def _coverage_row(criterion: str, ground: Ground) -> Row:
    behind = ground.engagement.coverage[criterion]
    owners = dict.fromkeys(ground.engagement.person_name(ground.engagement.owners[one.id].owner) for one in behind)
    clauses = dict.fromkeys(_first_place(one, ground) for one in behind)
    requests = dict.fromkeys(request.id for one in behind for request in ground.requests_of.get(one.id, ()))
    listed = ", ".join(f"{one.control.printed} {one.control.title}" for one in behind)
    return row(
        criterion,
        criterion,
        ground.engagement.catalogue.criterion[criterion].title,
        listed or (Run(ground.phrases["coverage.none"], mark=Mark.OPEN),),
        ", ".join(filter(None, owners)),
        "; ".join(filter(None, clauses)),
        ", ".join(requests),
        tone="" if behind else "bad",
    )
