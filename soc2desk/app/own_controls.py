"""A control of the company's own, entered or taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.session import read_plain
from soc2desk.domain.own_controls import next_own_id, without_own
from soc2desk.storage.codec import project_to_plain

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.domain.controls import OwnControl
    from soc2desk.domain.project import Project

__all__ = ["next_own_id", "with_own_control", "without_own"]


def with_own_control(desk: Desk, project: Project, own: OwnControl) -> Project:
    """Return the project with a control of its own, new or changed, checked as a file is when it is read.

    Raises ProjectProblem, or several, for what is missing or not known, each with its dotted path.
    """
    rows = {**project.own_control, own.id: own}
    plain = project_to_plain(replace(project, own_controls=tuple(rows.values())), desk.catalogue)
    return read_plain(plain, desk)
