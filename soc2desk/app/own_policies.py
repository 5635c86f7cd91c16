"""A client's own policy: read from its Word file, kept with it, and marked section by section by a person."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from soc2desk.app.attaching_lists import attach_list
from soc2desk.app.control_deciding import NONE_OF_OURS, controls_named
from soc2desk.app.control_list import matcher_of
from soc2desk.app.rows import fresh_id
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.counted import counted
from soc2desk.domain.own_controls import one_line
from soc2desk.domain.problems import UsageProblem, nearest
from soc2desk.storage.cleaning import clean
from soc2desk.storage.style_files import word_file_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from soc2desk.app.session import Plain, Session, Where
    from soc2desk.domain.own_documents import OwnClause, OwnDocument, ReadSection
    from soc2desk.domain.project import Project

DOCUMENTS, CLAUSES = "own_documents", "own_clauses"
POLICIES = "ER-021"
"""The evidence request that policies answer."""
LONGEST_MATCHED = 20_000
LONGEST_TEXT, LONGEST_TITLE, LONGEST_SAID = 2_000, 120, 200
FRONT = "(before the first heading)"

Values = dict["Where", "Plain"]


@dataclass(frozen=True, slots=True)
class PolicySaid:
    """What the client says of a policy; a title left out is the name of the file."""

    title: str = ""
    version: str = ""
    approved_on: date | None = None
    approved_by: str = ""


@dataclass(frozen=True)
class PolicyPlan:
    """What taking a policy would do: nothing is written yet. `lines` are its sections as rows, by their ids."""

    path: Path
    document: str
    row: dict[str, Plain]
    lines: Mapping[str, dict[str, Plain]]
    gone: tuple[str, ...]
    told: tuple[str, ...]


def plan_policy(session: Session, path: Path, said: PolicySaid) -> PolicyPlan:
    """Return a policy with its sections matched with our controls. Raises Problems for what cannot be read or said."""
    from soc2desk.renderers.docx_sections import sections_in

    refuse_behind(session.project, session.desk.today)
    _refuse_ahead(said, session)
    raw = word_file_at(path)
    sections = sections_in(raw)
    title = one_line(clean(said.title))[:LONGEST_TITLE] or one_line(clean(path.stem))[:LONGEST_TITLE]
    before = next((one for one in session.project.own_documents if one.title.casefold() == title.casefold()), None)
    taken = session.project.own_document.keys()
    document = before.id if before else fresh_id(title, taken, "policy")
    row: dict[str, Plain] = {"title": title, "on": session.desk.today.isoformat(), "digest": sha256(raw).hexdigest()}
    row |= _said(said, before)
    lines = dict(_lines(session, document, sections))
    gone = tuple(one.id for one in session.project.own_clauses if one.document == document and one.id not in lines)
    return PolicyPlan(path, document, row, lines, gone, tuple(_told(session, lines, gone)))


def take_policy(session: Session, plan: PolicyPlan) -> Values:
    """Return the values that take a policy in, after its file was copied into the project as evidence."""
    said: dict[str, Plain] = {"name": str(plan.row["title"])}
    if any(one.id == POLICIES for one in session.engagement.requests):
        said["requests"] = [POLICIES]
    if "approved_on" in plan.row:
        said["dated"] = plan.row["approved_on"]
    evidence, attached = attach_list(session, plan.path, said)
    values: Values = {**attached, (DOCUMENTS, plan.document): {**plan.row, "evidence": evidence}}
    values |= {(CLAUSES, id_): line for id_, line in plan.lines.items()}
    return values | {(CLAUSES, id_, "gone"): "yes" for id_ in plan.gone}


def marked(session: Session, section: str, controls: Sequence[str], by: str) -> Values:
    """Return the values by which a person says, today, which controls a section states; "none" for none of them.

    Those proposed where none is named. Raises UsageProblem for what is not there.
    """
    clause = clause_of(session.project, section)
    refuse_behind(session.project, session.desk.today)
    wanted = controls_named(session, controls, clause.controls)
    if not wanted and list(controls) != [NONE_OF_OURS]:
        raise UsageProblem("Nothing is proposed for this section.", hint='Say which controls it states, or "none".')
    base = (CLAUSES, clause.id)
    return {
        (*base, "controls"): list(dict.fromkeys(wanted)) or None,
        (*base, "confirmed_by"): by or None,
        (*base, "confirmed_on"): session.desk.today.isoformat(),
    }


def policy_of(project: Project, name: str) -> OwnDocument:
    """Return a policy by its id, or by its title where only one bears it. Raises UsageProblem for none."""
    if name in project.own_document:
        return project.own_document[name]
    titled = [one for one in project.own_documents if one.title.casefold() == one_line(name).casefold()]
    if len(titled) == 1:
        return titled[0]
    known = (*project.own_document, *(one.title for one in project.own_documents))
    hint = nearest(name, known) or "See: soc2desk policies list PROJECT"
    if titled:
        hint = f"Several are called so; name one by its id: {', '.join(one.id for one in titled)}."
    raise UsageProblem(f'There is no policy "{name}" of your own.', hint=hint)


def dropped(project: Project, name: str) -> Values:
    """Return the values that take a policy out with its marks; its file stays as evidence. Raises UsageProblem."""
    document = policy_of(project, name).id
    values: Values = {(DOCUMENTS, document): None}
    return values | {(CLAUSES, one.id): None for one in project.own_clauses if one.document == document}


def clause_of(project: Project, section: str) -> OwnClause:
    """Return a section by its id. Raises UsageProblem for none."""
    found = {one.id: one for one in project.own_clauses}
    if section not in found:
        hint = nearest(section, found) or "See: soc2desk policies sections PROJECT"
        raise UsageProblem(f'There is no section "{section}".', hint=hint)
    return found[section]


def _refuse_ahead(said: PolicySaid, session: Session) -> None:
    if said.approved_on is not None and said.approved_on > session.desk.today:
        message = f"The policy would have been approved on {said.approved_on.isoformat()}, which is still to come."
        raise UsageProblem(message, hint="Give the day on which it was approved, or leave it out.")


def _said(said: PolicySaid, before: OwnDocument | None) -> dict[str, Plain]:
    """Return what is said of a policy. Of another file nothing that was said of the one before holds by itself."""
    values = {
        "version": one_line(clean(said.version))[:LONGEST_SAID],
        "approved_on": said.approved_on.isoformat() if said.approved_on else "",
        "approved_by": one_line(clean(said.approved_by))[:LONGEST_SAID],
    }
    kept: dict[str, Plain] = {name: value for name, value in values.items() if value}
    if before is not None and before.evidence:
        kept["evidence"] = before.evidence
    return kept


def _lines(session: Session, document: str, sections: Sequence[ReadSection]) -> Iterator[tuple[str, dict[str, Plain]]]:
    """Yield each section with text as a row. One that reads as before keeps what was decided, whatever its place."""
    matcher = matcher_of(session)
    before = [one for one in session.project.own_clauses if one.document == document]
    by_digest = {one.digest: one for one in before}
    by_name = {(one.number, one.heading): one for one in before}
    taken = {one.id for one in session.project.own_clauses}
    used: set[str] = set()
    for one in sections:
        text = clean(one.text)[:LONGEST_TEXT]
        if not text:
            continue
        heading = one_line(clean(one.heading)) or FRONT
        old = by_digest.get(one.digest) or by_name.get((one.number, heading))
        old = old if old is not None and old.id not in used else None
        stem = f"{document}-{one.number.replace('.', '-')}" if one.number else f"{document}-{heading}"
        id_ = old.id if old else fresh_id(stem, taken, "section")
        taken.add(id_)
        used.add(id_)
        row: dict[str, Plain] = {"document": document, "heading": heading, "text": text, "digest": one.digest}
        row |= {"number": one.number} if one.number else {}
        if old is not None and old.is_decided and old.digest == one.digest:
            row |= _decided(old)
        else:
            match = matcher.match_section(one.heading, clean(one.text[:LONGEST_MATCHED]))
            row |= {"matched": match.matched.value, **({"controls": list(match.requests)} if match.requests else {})}
        yield id_, row


def _decided(old: OwnClause) -> dict[str, Plain]:
    kept: dict[str, Plain] = {"matched": old.matched.value, "confirmed_on": str(old.confirmed_on)}
    kept |= {"controls": list(old.controls)} if old.controls else {}
    return kept | ({"confirmed_by": old.confirmed_by} if old.confirmed_by else {})


def _told(session: Session, lines: Mapping[str, dict[str, Plain]], gone: Sequence[str]) -> Iterator[str]:
    decided = [id_ for id_, row in lines.items() if "confirmed_on" in row]
    proposed = sum("controls" in row for id_, row in lines.items() if id_ not in decided)
    yield f"{counted(len(lines), 'section')} with text: {proposed} with a proposal, {len(decided)} marked before."
    stored = {one.id: one for one in session.project.own_clauses}
    anew = [id_ for id_ in lines if id_ in stored and stored[id_].is_decided and id_ not in decided]
    if anew:
        yield f"Marked before, and worded anew: please look again: {', '.join(anew[:8])}."
    if gone:
        yield f"Not in this file any more, so they state nothing: {', '.join(gone[:8])}."
