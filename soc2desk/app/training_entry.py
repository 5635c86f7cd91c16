"""Entering what people learned: courses taken, certificates and skills, each with the day on which it was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.rows import fresh_id
from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.courses import COURSES
from soc2desk.domain.learning import AREAS, STEPS_OF_SKILL
from soc2desk.domain.problems import ProjectProblem, nearest
from soc2desk.storage.values import NotFitting, day

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from soc2desk.app.session import Plain, Where
    from soc2desk.domain.project import Project

Values = dict["Where", "Plain"]


def course_taken(  # noqa: PLR0913 - a line of the record has so many cells
    project: Project,
    person: str,
    course: str,
    on: date,
    today: date,
    *,
    hours: str = "",
    result: str = "",
    instructor: str = "",
    evidence: Iterable[str] = (),
    by: str = "",
) -> Values:
    """Return the values that enter a course somebody took; the day of entering is `today`, whatever `on` says.

    Raises ProjectProblem for an unknown person, course or piece of evidence, for a day still to come, and for one
    before the person came.
    """
    refuse_behind(project, today)
    _known(person, project.person, "person")
    _known(course, [one.id for one in COURSES], "course")
    _past(on, today)
    pieces = [one.id for one in project.evidence]
    for piece in evidence:
        _known(piece, pieces, "piece of evidence")
    start = project.person[person].start
    if start is not None and on < start:
        message = f"{project.person[person].name} began on {start.isoformat()}, after {on.isoformat()}."
        raise ProjectProblem(message, hint="Mend the day, or the first day of the person.")
    row: dict[str, Plain] = {
        "person": person, "course": course, "on": on.isoformat(), "hours": hours, "result": result,
        "instructor": instructor, "evidence": list(evidence), "entered_by": by, "entered_on": today.isoformat(),
    }  # fmt: skip
    id_ = fresh_id(f"{person}-{course}-{on.isoformat()}", [one.id for one in project.completions], "course")
    return {("completions", id_): {name: value for name, value in row.items() if value}}


def certificate_held(
    project: Project, person: str, name: str, today: date, *, issued: date | None = None, expires: date | None = None
) -> Values:
    """Return the values that enter a certificate. Raises ProjectProblem as above, and for days turned round."""
    _known(person, project.person, "person")
    if issued is not None:
        _past(issued, today)
    if issued is not None and expires is not None and expires < issued:
        message = f"The certificate ends on {expires.isoformat()}, before it was issued on {issued.isoformat()}."
        raise ProjectProblem(message, hint="Exchange the two days, or mend the wrong one.")
    row: dict[str, Plain] = {"person": person, "name": name}
    row |= {key: when.isoformat() for key, when in (("issued_on", issued), ("expires_on", expires)) if when}
    id_ = fresh_id(f"{person}-{name}", [one.id for one in project.certificates], "certificate")
    return {("certificates", id_): row}


def skill_rated(
    project: Project, person: str, area: str, today: date, *, before: int | None = None, after: int | None = None
) -> Values:
    """Return the values that rate a person in an area; a step that is not given stays as it was."""
    _known(person, project.person, "person")
    _known(area, AREAS, "area")
    for step in (before, after):
        if step is not None and step not in STEPS_OF_SKILL:
            message = f"A step of skill is 0, 1, 2 or 3, not {step}."
            raise ProjectProblem(message, hint="0 none yet, 1 with help, 2 alone, 3 can teach it.")
    rated = next((one for one in project.skills if (one.person, one.area) == (person, area)), None)
    id_ = rated.id if rated else fresh_id(f"{person}-{area}", [one.id for one in project.skills], "skill")
    steps = {"before": before, "after": after}
    values: Values = {("skills", id_, "person"): person, ("skills", id_, "area"): area}
    values |= {("skills", id_, name): str(step) for name, step in steps.items() if step is not None}
    values[("skills", id_, "rated_on")] = today.isoformat()
    return values


def typed_day(typed: str) -> date:
    """Return the day that a person typed. Raises ProjectProblem for what is no day."""
    try:
        return day(typed)
    except NotFitting as error:
        raise ProjectProblem(f"The day {error.message}", hint=error.hint) from error


def _known(id_: str, known: Collection[str], what: str) -> None:
    if id_ not in known:
        hint = nearest(id_, known) or (f"Known: {', '.join(known)}." if known else "There is none yet.")
        raise ProjectProblem(f'There is no {what} "{id_}".', hint=hint)


def _past(on: date, today: date) -> None:
    if on > today:
        message = f"{on.isoformat()} is still to come; only what was done is entered."
        raise ProjectProblem(message, hint="Enter it on the day, or after it.")
