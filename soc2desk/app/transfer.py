"""Answers in and out: new projects, answers files, approvals, changes by id."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.domain.answers import Answer
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.entry_days import with_entry_days
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.domain.project import Approval, Project
from soc2desk.domain.taken_in import entered_today
from soc2desk.packet.compose import compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.people import Person
    from soc2desk.storage.projects import Stored

NOBODY_YET = "Nobody is listed yet. Enter people first: soc2desk import PROJECT people FILE, or in the window."
_LOGO_LINE = re.compile(r"^  (logo: )", re.MULTILINE)


def answers_text(desk: Desk, *, sample: str | None = None, project: str | None = None) -> str:
    """Return an answers file: blank with a comment for each question, a sample's as it ships, or a project's.

    A sample's logo stays a comment: its picture cannot travel in a text.
    """
    from soc2desk.storage.answers_file import blank, write

    if sample is not None:
        return _LOGO_LINE.sub(r"  # \1", desk.sample(sample).read_text(encoding="utf-8"))
    if project is not None:
        return write(desk.source(project).project, desk.catalogue)
    return blank(desk.catalogue)


def new_project(
    desk: Desk, name: str, *, answers: Path | None = None, sample: str | None = None, company: str = ""
) -> Path:
    """Create a project in the workspace and return its folder: from an answers file, from a sample, or empty.

    A logo that the answers name is copied into it. What a file says was entered before is entered today. An empty one
    may begin with the name of its `company`.
    """
    from soc2desk.app.logo import picture_files_of
    from soc2desk.app.sending import is_sent
    from soc2desk.storage.projects import create

    path = desk.sample(sample) if sample is not None else answers
    if path is not None and is_sent(path):
        hint = f"Make a project of it: soc2desk take-in {path.name}"
        raise UsageProblem("This is no answers file, but a project that somebody sent.", where=str(path), hint=hint)
    if path is None:
        begun = Project({"company": Answer(company)} if company else {})
        return create(desk.workspace, name, begun, desk.catalogue)
    source = desk.answers_file(path)
    if sample is None:
        # A file may say when something was entered; it cannot have been after today.
        refuse_behind(source.project, desk.today)
        source = replace(source, project=entered_today(source.project, desk.today))
    pictures, is_sample = picture_files_of(source), sample is not None
    return create(desk.workspace, name, source.project, desk.catalogue, pictures, is_sample=is_sample)


def project_folder(desk: Desk, name: str) -> Path:
    """Return the folder of a project of the workspace. Raises ProjectProblem for an unknown one, naming the nearest."""
    from soc2desk.storage.projects import found

    return found(desk.workspace, name)


def change(desk: Desk, name: str, changes: Iterable[tuple[str, str]]) -> Stored:
    """Set answers and row fields of a project, all or none, in one write. A logo is a picture's path, and is copied."""
    from soc2desk.app.logo import save_with_pictures, wanted_pictures
    from soc2desk.storage.editing import set_values
    from soc2desk.storage.projects import open_project

    stored = open_project(desk.workspace, name, desk.catalogue)
    pictures, others = wanted_pictures(stored, tuple(changes))
    project = set_values(stored.project, desk.catalogue, others, desk.today)
    return save_with_pictures(desk, stored, project, pictures)


def read_project(desk: Desk, name: str) -> Project:
    """Return a project of the workspace as a value."""
    from soc2desk.storage.projects import open_project

    return open_project(desk.workspace, name, desk.catalogue).project


def put(desk: Desk, name: str, values: Mapping[Where, Plain]) -> Stored:
    """Put values into a project of the workspace by their paths, None taking one out; all or none, in one write."""
    from soc2desk.app.session import read_plain, with_values
    from soc2desk.storage.codec import project_to_plain
    from soc2desk.storage.projects import open_project, save

    stored = open_project(desk.workspace, name, desk.catalogue)
    plain = project_to_plain(stored.project, desk.catalogue)
    project = with_entry_days(stored.project, read_plain(with_values(plain, values), desk), desk.today)
    return save(stored, project, desk.catalogue)


def plan_promise(desk: Desk, name: str, promise: str, start: date | None) -> None:
    """Say that a promise of the documents is not kept yet, but from a day on; None where nobody knows the day."""
    from soc2desk.app.promise_rows import as_planned

    composition = compose(desk.catalogue, read_project(desk, name), desk.today)
    put(desk, name, as_planned(composition, promise, start, desk.today))


@dataclass(frozen=True, slots=True)
class Approving:
    """An approval as it is given: by whom, by id or full name, and what it may rest on.

    `decided_on` and `minutes` are an earlier real decision, which is recorded beside today and never instead of it.
    `entered_by` is who enters it, where that is somebody else.
    """

    by: str
    decided_on: date | None = None
    minutes: str = ""
    entered_by: str = ""


def approve(desk: Desk, name: str, documents: Iterable[str], given: Approving) -> tuple[Approval, ...]:
    """Record that a person approves the present text of documents, all when none is named.

    The day is today: no option sets it. Raises ProjectProblem for an unknown or departed person and for an earlier
    decision that cannot be, UsageProblem for a document nobody approves.
    """
    from soc2desk.storage.projects import open_project, save

    stored = open_project(desk.workspace, name, desk.catalogue)
    # Who it is comes first: composing the whole set takes a moment.
    approver(desk, stored.project, given.by)
    hashes = compose(desk.catalogue, stored.project, desk.today).hashes
    wanted = tuple(documents or hashes)
    project = approved(desk, stored.project, hashes, wanted, given)
    save(stored, project, desk.catalogue)
    return tuple(project.approval[document] for document in wanted)


def approved(
    desk: Desk, project: Project, hashes: Mapping[str, str], documents: Iterable[str], given: Approving
) -> Project:
    """Return the project with documents approved today, each with the hash of its present text.

    `hashes` are those of the composed set. Raises ProjectProblem for a person who cannot approve and for a decision
    later than today or earlier than the text, UsageProblem for a document nobody approves.
    """
    refuse_behind(project, desk.today)
    person = approver(desk, project, given.by)
    entered = approver(desk, project, given.entered_by).id if given.entered_by else ""
    rows = []
    for document in documents:
        if document not in hashes:
            hint = nearest(document, hashes) or f"Documents to approve: {', '.join(hashes)}."
            raise UsageProblem(f'"{document}" is no document that somebody approves here.', hint=hint)
        _check_decision(desk, project, document, given.decided_on, person)
        rows.append(
            Approval(
                document, person.id, desk.today, hashes[document], given.decided_on, given.minutes,
                "" if entered == person.id else entered, person.name,
            )
        )  # fmt: skip
    kept = {approval.id: approval for approval in (*project.approvals, *rows)}
    return replace(project, approvals=tuple(kept.values()))


def _check_decision(desk: Desk, project: Project, document: str, decided: date | None, person: Person) -> None:
    """Refuse a decision still to come, one before the person came, and one before an own wording was written."""
    if decided is None:
        return
    if person.start and decided < person.start:
        message = f"{person.name} began on {person.start.isoformat()}, after {decided.isoformat()}."
        raise ProjectProblem(message, hint="Give the day on which it was decided, or name who did.")
    if decided > desk.today:
        message = f"The earlier decision is dated {decided.isoformat()}, which is still to come."
        raise ProjectProblem(message, hint="Give the day on which it was taken, or leave it out.")
    later = [edit for edit in project.edits if edit.id.partition("/")[0] == document and edit.on > decided]
    if later:
        section = later[0].id.partition("/")[2]
        message = (
            f"{document} was decided on {decided.isoformat()}, and its section {section} was worded on "
            f"{later[0].on.isoformat()}: that text did not exist yet."
        )
        raise ProjectProblem(message, hint="Approve the present text with today's date, or give a later decision.")


def approver(desk: Desk, project: Project, by: str) -> Person:
    """Return the person who approves, by id or by full name in any letters.

    Raises ProjectProblem for nobody, for a name that two people share, and for somebody who does not work here today.
    """
    person = project.person.get(by) or _by_name(project, by)
    if not person.is_here(desk.today):
        raise ProjectProblem(f"{person.name} does not work here today.", hint="Somebody who works here approves.")
    return person


def _by_name(project: Project, by: str) -> Person:
    wanted = " ".join(by.split()).casefold()
    found = [person for person in project.people if " ".join(person.name.split()).casefold() == wanted]
    if len(found) > 1:
        hint = f"Use the id of the one you mean: {', '.join(person.id for person in found)}."
        raise ProjectProblem(f'{len(found)} people are called "{found[0].name}".', hint=hint)
    if not found:
        names = (*project.person, *(person.name for person in project.people))
        hint = nearest(by, names) or f"Use the id or the full name of a person: {', '.join(project.person)}."
        hint = hint if project.people else NOBODY_YET
        raise ProjectProblem(f'There is no person "{by}".', hint=hint)
    return found[0]


def answers_schema(desk: Desk) -> dict[str, object]:
    """Return the JSON Schema of the answers file, built from the questions."""
    from soc2desk.storage.schema import schema

    return dict(schema(desk.catalogue))
