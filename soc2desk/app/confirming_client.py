"""What a client brought, in words: its list of controls, wordings, policies, retired controls and files of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.confirming_words import said_by, shortened
from soc2desk.document.statements import wording_problem
from soc2desk.domain.confirming import Part, Said, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.own_documents import OwnClause


def client_parts(engagement: Engagement) -> Iterator[Part]:
    """Yield the tables of what a client brought, each with who said it and when; an empty one is left out."""
    made: tuple[tuple[str, Callable[[Engagement], Iterable[Said]]], ...] = (
        ("listed_controls", _listed),
        ("control_wordings", _wordings),
        ("retired_controls", _retired),
        ("own_documents", _documents),
        ("own_clauses", _clauses),
        ("client_answers", _answers),
    )
    for name, lines_of in made:
        if lines := tuple(lines_of(engagement)):
            yield Part(name, engagement.catalogue.phrases[f"confirmation.part.{name}"], lines, tells_who=True)


def _listed(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.project.listed_controls:
        details = {
            "criteria": ", ".join(one.criteria),
            "rhythm": one.rhythm,
            "nature": one.nature,
            "held_by": one.owner,
            "evidence": one.evidence,
        }
        said = [phrases[f"confirmation.{key}"].format(what=words) for key, words in details.items() if words]
        yield _decided("listed_controls", f"{one.number} {one.title}".strip(), said, one, engagement)


def _clauses(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.project.own_clauses:
        document = engagement.project.own_document.get(one.document)
        called = f"{document.title if document else one.document}: {one.name}"
        digest = phrases["confirmation.text"].format(text=one.digest)
        yield _decided("own_clauses", called, [digest], one, engagement)


def _decided(
    table: str, called: str, details: list[str], line: ListedControl | OwnClause, engagement: Engagement
) -> Said:
    """Return a line with the controls that it speaks of; until somebody decided, the program only suggests them."""
    phrases, who = engagement.catalogue.phrases, engagement.person_name(line.confirmed_by)
    spoken = phrases["confirmation.speaks_of" if line.controls else "confirmation.speaks_of_none"]
    said = [spoken.format(controls=", ".join(line.controls))]
    if line.gone:
        said.append(phrases["confirmation.gone"])
    said += [*details, phrases["confirmation.in_words"].format(what=shortened(line.text, phrases))]
    # What the newest file does not hold any more asks nobody for a decision.
    undecided = Standing.ENTERED if line.gone else Standing.SUGGESTED
    standing = said_by(who) if line.confirmed_on else undecided
    return Said(f"{table}.{line.id}", called, "; ".join(said), standing, who, line.confirmed_on)


def _wordings(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.project.control_wordings:
        why = wording_problem(one.id, one.text, engagement) if one.id in engagement.state else ""
        aside = f" ({phrases['confirmation.aside'].format(why=why)})" if why else ""
        who = engagement.person_name(one.by)
        place = f"control_wordings.{one.id}"
        yield Said(place, _control(one.id, engagement), f"{one.text}{aside}", Standing.ENTERED, who, one.on)


def _retired(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.project.retired_controls:
        words = phrases["confirmation.retired"].format(day=one.last_day.isoformat(), why=one.reason)
        who = engagement.person_name(one.by)
        place = f"retired_controls.{one.id}"
        yield Said(place, _control(one.id, engagement), words, Standing.ENTERED, who, one.on)


def _documents(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.project.own_documents:
        details = {
            "version": one.version,
            "approved_on": one.approved_on.isoformat() if one.approved_on else "",
            "approved_by": one.approved_by,
            "filed": one.evidence,
            "sum": one.digest,
        }
        words = "; ".join(phrases[f"confirmation.{key}"].format(what=words) for key, words in details.items() if words)
        yield Said(f"own_documents.{one.id}", one.title, words, Standing.ENTERED, "", one.on)


def _answers(engagement: Engagement) -> Iterator[Said]:
    phrases = engagement.catalogue.phrases
    for one in engagement.project.client_answers:
        said = [phrases["confirmation.brought"].format(count=len(one.places))]
        if one.filled_in_by:
            said.append(phrases["confirmation.filled_in"].format(what=one.filled_in_by))
        said.append(phrases["confirmation.sum"].format(what=one.digest))
        who = engagement.person_name(one.person)
        yield Said(f"client_answers.{one.id}", one.file, "; ".join(said), Standing.ENTERED, who, one.entered_on)


def _control(id_: str, engagement: Engagement) -> str:
    """Return a control by id and title, also one that this scope does not need."""
    found = engagement.state.get(id_)
    control = found.control if found else engagement.catalogue.control.get(id_)
    return f"{id_} {control.title}" if control else id_
