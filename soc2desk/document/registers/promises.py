"""What the documents promise: who does what, how often, where it says so, since when, and what would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Document, Fact, Mark, Row, Run, Runs, Table, text
from soc2desk.document.registers.ground import in_ranges, register, row
from soc2desk.document.statements import limits_left_out, values_of

if TYPE_CHECKING:
    from soc2desk.document.registers.ground import Ground
    from soc2desk.domain.promises import Promise

SHOWN_REQUESTS, SHOWN_PLACES = 3, 8


def promise_list(ground: Ground) -> Document:
    """Return the list of promises, for the team alone: an auditor reads the documents themselves."""
    keys = (
        ("control", 0.9), ("promise", 5.0), ("how_often", 1.6), ("owner", 1.5), ("said_in", 2.4), ("state", 1.5),
        ("shown_by", 2.6),
    )  # fmt: skip
    columns = tuple(ground.column(key, width) for key, width in keys)
    rows = tuple(_row(promise, ground) for promise in ground.promises)
    table = Table(columns, rows, ground.phrases["register.promises.title"], "promises")
    facts = (Fact(ground.phrases["cover.promises"], text(str(len(rows)))),)
    blocks = (table, *_in_own_words(ground), *_in_own_policies(ground))
    return register(ground, "promises", Audience.INTERNAL, blocks, facts)


def _in_own_words(ground: Ground) -> tuple[Table, ...]:
    """Return the controls in the client's own words that leave out a value of ours; nothing where none does.

    What such words promise is theirs to say: no program reads it.
    """
    left_out = ((one, limits_left_out(one, ground.engagement)) for one in ground.engagement.controls if one.applies)
    rows = tuple(
        row(
            one.id,
            one.control.printed,
            ground.statements[one.id],
            values_of(names, ground.engagement),
        )
        for one, names in left_out
        if names
    )
    columns = (ground.column("control", 1.2), ground.column("own_words", 6.0), ground.column("left_out", 3.0))
    return (Table(columns, rows, ground.phrases["register.promises.own_words"], "own-words"),) if rows else ()


def _in_own_policies(ground: Ground) -> tuple[Table, ...]:
    """Return the controls that policies of the client's own state; what is promised there, no program reads."""
    own = [one for one in ground.engagement.controls if one.applies and one.id in ground.engagement.own_clauses]
    said = ground.phrases["own_policy.as_it_says"]
    rows = tuple(row(one.id, one.control.printed, said, ground.own_places(one.id)) for one in own)
    columns = (ground.column("control", 1.2), ground.column("how_often", 3.0), ground.column("said_in", 6.0))
    return (Table(columns, rows, ground.phrases["register.promises.own_policies"], "own-policies"),) if rows else ()


def _row(promise: Promise, ground: Ground) -> Row:
    return row(
        promise.id,
        promise.control,
        promise.sayings[0].text,
        (Run(promise.amount, mark=Mark.SUGGESTED if promise.suggested else Mark.NONE),),
        ground.person(promise.owner),
        said_in(promise, ground.phrases["places.more"]),
        promise_state(promise, ground),
        shown_by(promise, ground),
        tone="warn" if promise.start or promise.state == "planned" else "",
    )


def said_in(promise: Promise, more: str = "") -> str:
    """Return every place that says it: "POL-ACP 4.1-4.3; PRC-ARV 2.1"; with words for `more`, at most a few of them."""
    numbers: dict[str, list[str]] = {}
    for saying in promise.sayings:
        numbers.setdefault(saying.document, []).append(saying.number)
    said = [f"{document} {in_ranges(found)}" for document, found in numbers.items()]
    if more and len(said) > SHOWN_PLACES:
        said = [*said[:SHOWN_PLACES], more.format(count=len(said) - SHOWN_PLACES)]
    return "; ".join(said)


def promise_state(promise: Promise, ground: Ground) -> Runs:
    """Return whether it is kept since a day, planned from one, or not confirmed by anybody."""
    phrases = ground.phrases
    words = phrases[f"state.{promise.state}"]
    if promise.since:
        words += f" {phrases['state.since']} {promise.since.isoformat()}"
    if promise.start:
        words += f" {phrases['state.from']} {promise.start.isoformat()}"
    marks = {"not_confirmed": Mark.OPEN, "planned": Mark.PLANNED}
    return text(words, mark=marks.get(promise.state, Mark.NONE))


def shown_by(promise: Promise, ground: Ground) -> str:
    """Return what would prove it: its records by title, and the requests that ask for it."""
    titles = [ground.engagement.catalogue.record[record].title for record in promise.records]
    requests = list(promise.requests[:SHOWN_REQUESTS])
    more = len(promise.requests) - len(requests)
    if more > 0:
        requests.append(ground.phrases["places.more"].format(count=more))
    return "; ".join((*titles, ", ".join(requests)) if requests else titles)
