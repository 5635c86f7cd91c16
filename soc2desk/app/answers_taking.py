"""The answers of a client taken in: one step that can be undone, with the file they came from and today's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.rows import fresh_id
from soc2desk.domain.question_codes import state_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from soc2desk.app.answers_proposed import AnswersPlan
    from soc2desk.app.session import Session, Where
    from soc2desk.domain.client_answers import ClientAnswers
    from soc2desk.reading.located import Plain

SOURCES = "client_answers"
LABEL = "Answers of the client"


def puts_of(session: Session, plan: AnswersPlan, chosen: Collection[str]) -> dict[Where, Plain]:
    """Return everything that taking the chosen places writes: the values, and which file they came from."""
    puts = plan.puts(chosen)
    return {**puts, **_source(session, plan, puts)} if puts else {}


def _source(session: Session, plan: AnswersPlan, puts: Mapping[Where, Plain]) -> dict[Where, Plain]:
    before = next((one for one in session.project.client_answers if one.digest == plan.digest), None)
    known = [one.id for one in session.project.client_answers]
    id_ = before.id if before else fresh_id(plan.file.rpartition(".")[0], known, "answers")
    brought = {".".join(path): state_of(".".join(path), value) for path, value in puts.items()}
    earlier = dict(_parted(place) for place in before.places) if before else {}
    places: list[Plain] = [f"{place} {state}" for place, state in {**earlier, **brought}.items()]
    row: dict[str, Plain] = {
        "file": plan.file,
        "digest": plan.digest,
        "filled_in_by": plan.signer,
        "person": plan.person,
        "places": places,
        "entered_on": session.desk.today.isoformat(),
    }
    return {(SOURCES, id_): {name: value for name, value in row.items() if value}}


def still_as_answered(values: Mapping[str, Plain], source: ClientAnswers) -> Iterator[str]:
    """Yield the places that a file brought and nobody changed since, as the plain form of a project holds them."""
    for place, state in map(_parted, source.places):
        table, _, id_ = place.partition(".")
        rows = values.get(table)
        held = rows.get(id_) if isinstance(rows, dict) else None
        if held is not None and state_of(place, held) == state:
            yield place


def _parted(place: str) -> tuple[str, str]:
    name, _, state = place.rpartition(" ")
    return name, state
