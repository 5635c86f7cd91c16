"""Requests and acts owed as lines to work through: where each stands, who owns it, and what was put by for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.app.evidence_files import found_files
from soc2desk.document.registers.ground import Ground
from soc2desk.document.registers.requests import request_owner
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence_states import Flag, Progress, Standings, flags, standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from soc2desk.app.desk import Desk, Source
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.owed import Owed
    from soc2desk.domain.requests import EvidenceRequest

    FilesOf = Callable[[Iterable[Evidence]], Mapping[str, str]]
    """Says of which pieces of these the file is "missing" or "changed", by id."""

__all__ = ["EvidenceRow", "Flag", "Piece", "Progress", "evidence_rows", "loose_pieces"]

REQUEST, ACT = "request", "act"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence with what somebody should look at."""

    item: Evidence
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One line: a request (ER-045) or an act owed (ACC-07/2027-Q1). `owner` is a person id, empty for nobody.

    `first` and `last` are the days of an act; None for a request.
    """

    id: str
    kind: str
    title: str
    section: str
    owner: str
    state: Progress
    pieces: tuple[Piece, ...] = ()
    controls: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def needs_a_look(self) -> bool:
        """Whether something about a piece is flagged."""
        return any(piece.flags for piece in self.pieces)


def engagement_of(desk: Desk, source: Source) -> Engagement:
    """Return every decision about a project or an answers file as of today."""
    return decide_engagement(desk.catalogue, source.project, desk.today)


def look_over_evidence(desk: Desk, source: Source) -> tuple[Engagement, tuple[EvidenceRow, ...], tuple[Piece, ...]]:
    """Return the lines of a project, and the pieces that stand on none, with how their files were found."""
    engagement, found = engagement_of(desk, source), found_files(source.folder, source.project)
    rows = evidence_rows(engagement, lambda _: found)
    stands = standings(engagement)
    rest = (Piece(one, flags(one, engagement, stands, found.get(one.id, ""))) for one in loose_pieces(engagement, rows))
    return engagement, rows, tuple(rest)


def evidence_rows(engagement: Engagement, files: FilesOf) -> tuple[EvidenceRow, ...]:
    """Return a line for every request, each followed by the acts owed that it asks for; then acts that none asks for.

    `files` is asked for the pieces on these lines alone: those of former years may be ten times as many.
    """
    found = standings(engagement)
    pieces = _by_line(engagement, found, files)
    ground = Ground(engagement, engagement.day.isoformat())
    rows: list[EvidenceRow] = []
    placed: set[str] = set()
    for request in engagement.requests:
        rows.append(_of_request(request, pieces, found, ground))
        acts = [act for act in _acts_of(request, found) if act.period.id not in placed]
        placed.update(act.period.id for act in acts)
        rows += [_of_act(act, request.section, pieces, found, engagement) for act in acts]
    rest = [act for act in found.owed if act.period.id not in placed]
    rows += [_of_act(act, "", pieces, found, engagement) for act in rest]
    return tuple(rows)


def loose_pieces(engagement: Engagement, rows: Iterable[EvidenceRow]) -> tuple[Evidence, ...]:
    """Return the pieces that stand on no line: their request or act is not asked for as the answers are now."""
    shown = {piece.item.id for row in rows for piece in row.pieces}
    return tuple(item for item in engagement.project.evidence if item.id not in shown)


def _by_line(engagement: Engagement, found: Standings, files: FilesOf) -> dict[str, list[Piece]]:
    """Return the pieces by each request that is asked for and each act owed that they name."""
    named: dict[str, list[Evidence]] = {}
    for item in engagement.project.evidence:
        for line in (*item.requests, item.occurrence):
            if line in found.requests or line in found.acts:
                named.setdefault(line, []).append(item)
    items = {item.id: item for kept in named.values() for item in kept}
    how = files(items.values())
    pieces = {id_: Piece(item, flags(item, engagement, found, how.get(id_, ""))) for id_, item in items.items()}
    return {line: [pieces[item.id] for item in kept] for line, kept in named.items()}


def _of_request(
    request: EvidenceRequest, pieces: Mapping[str, list[Piece]], found: Standings, ground: Ground
) -> EvidenceRow:
    return EvidenceRow(
        request.id,
        REQUEST,
        request.request,
        request.section,
        request_owner(request, ground),
        found.requests[request.id],
        tuple(pieces.get(request.id, ())),
        tuple(ground.engagement.asked_for(request)),
    )


def _acts_of(request: EvidenceRequest, found: Standings) -> tuple[Owed, ...]:
    # Lists and settings are run once for the window, not once a period.
    return () if request.kind in {"population", "configuration_export"} else found.owed_by(request.controls)


def _of_act(
    act: Owed, section: str, pieces: Mapping[str, list[Piece]], found: Standings, engagement: Engagement
) -> EvidenceRow:
    control, period = engagement.worked[act.control].control, act.period
    return EvidenceRow(
        period.id,
        ACT,
        control.title,
        section,
        act.owner,
        found.acts[period.id],
        tuple(pieces.get(period.id, ())),
        (act.control,),
        period.start,
        period.end,
    )
