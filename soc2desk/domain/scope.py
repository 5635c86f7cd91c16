"""What is examined: the categories, the criteria that follow, and the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.domain.criteria import SECURITY

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.names import Names
    from soc2desk.domain.project import Project


@dataclass(frozen=True, slots=True)
class Scope:
    """The scope of one examination.

    `criteria` are the ids in scope, in the order of the criteria; `left_out` maps a criterion of a chosen category
    to the reason it is not relevant. `report_type` is type_1, type_2 or "" while not answered. Type I has `as_of`,
    Type II has `start` and `end`.
    """

    categories: tuple[str, ...]
    criteria: tuple[str, ...]
    left_out: dict[str, str]
    report_type: str
    as_of: date | None
    start: date | None
    end: date | None
    fieldwork: date | None

    @property
    def last_day(self) -> date | None:
        """The last day that is examined, or the one day of a Type I report; None while it is not known."""
        return self.end if self.is_type_2 else self.as_of

    @property
    def is_type_2(self) -> bool:
        """Whether a period is examined."""
        return self.report_type == "type_2"


def decide_scope(catalogue: Catalogue, project: Project, names: Names) -> Scope:
    """Return the scope. Security is always in, and none of its criteria can be left out."""
    chosen = names.known["categories"]
    categories = tuple(c.id for c in catalogue.categories if c.id == SECURITY or c.id in _texts(chosen))
    relevant = [c for c in catalogue.criteria if c.category in categories]
    left_out = {
        c.id: project.not_relevant[c.id] for c in relevant if c.id in project.not_relevant and c.category != SECURITY
    }
    report = names.known["report_type"]
    return Scope(
        categories,
        tuple(c.id for c in relevant if c.id not in left_out),
        left_out,
        report if isinstance(report, str) else "",
        _day(names, "report_date"),
        _day(names, "window_start"),
        _day(names, "window_end"),
        _day(names, "fieldwork_start"),
    )


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _day(names: Names, question: str) -> date | None:
    answer = names.stated[question].answer
    return answer.value if answer and isinstance(answer.value, date) else None
