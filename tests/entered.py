"""Records, evidence and completions put into a sample the way the window and the commands do, looked at on any day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.app.desk import open_desk
from soc2desk.app.session import read_plain, with_values
from soc2desk.storage.codec import project_to_plain
from tests.composed import DAY, catalogue, changed, composed, sample

if TYPE_CHECKING:
    from soc2desk.app.session import Plain
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.project import Project

Rows = "Mapping[str, Plain]"


def entered(project: Project, rows: Rows) -> Project:
    """Return the project with rows by their path: {"records.one": {...}, "completions.dana": {...}}."""
    values = {tuple(path.split(".", 1)): row for path, row in rows.items()}
    return read_plain(with_values(project_to_plain(project, catalogue()), values), open_desk())


def seen_on(
    rule: str, *changes: str, rows: Rows | None = None, day: date = DAY, name: str = "brightwater"
) -> tuple[Finding, ...]:
    """Return what a rule sees in the whole set of a sample after changes and new rows, on a day."""
    project = entered(changed(sample(name), *changes), rows or {})
    return tuple(one for one in composed(project, day).findings if one.rule == rule)


def record(type_: str, occurrence: str = "", **values: Plain) -> dict[str, Plain]:
    """Return the row of a record."""
    head: dict[str, Plain] = {"type": type_, "values": values}
    return head | ({"occurrence": occurrence} if occurrence else {})


def evidence(name: str, **fields: Plain) -> dict[str, Plain]:
    """Return the row of a piece of evidence without a file."""
    return {"name": name, **fields}
