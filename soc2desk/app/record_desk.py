"""Records of a project in the workspace: added, changed, taken out, or read back from a workbook, in one write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.record_cells import Cells
from soc2desk.app.record_entering import (
    entered,
    entering_by,
    known_layout,
    known_record,
    occurrence_of,
    record_id,
)
from soc2desk.app.record_reading import ReadBack, read_back
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.kept_records import KeptRecord, Signature
from soc2desk.domain.owed import fiscal_start
from soc2desk.domain.period_names import period_named
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.codec_records import OCCURRENCE_PATTERN, entry_from
from soc2desk.storage.plain_files import read_text_file
from soc2desk.storage.projects import open_project, save
from soc2desk.storage.values import NotFitting, did_you_mean, matching

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.domain.kept_records import Entry, Line, Scalar
    from soc2desk.domain.project import Project
    from soc2desk.domain.records import RecordField, RecordType
    from soc2desk.reading.located import Plain

MORE = "+"
"""After the name of a table: the line given is added to those it has."""


def engaged(desk: Desk, name: str) -> Engagement:
    """Return a project or an answers file as it stands today, decided."""
    return decide_engagement(desk.catalogue, desk.source(name).project, desk.today)


def add_record(  # noqa: PLR0913 - what a person may say beside the values
    desk: Desk, name: str, type_: str, pairs: Iterable[tuple[str, str]], *, occurrence: str = "", by: str = "",
    file: Path | None = None,
) -> tuple[KeptRecord, Engagement]:  # fmt: skip
    """Enter a new record, today, and return it with the project as it stands then.

    Values come from a YAML file, then from pairs of field and text. Raises Problems; then nothing was written.
    """
    stored = open_project(desk.workspace, name, desk.catalogue)
    engagement = decide_engagement(desk.catalogue, stored.project, desk.today)
    layout = known_layout(engagement, type_)
    values = _with(_from_file(file, layout, stored.project), pairs, layout, stored.project)
    if not values:
        hint = f"Write field=value. Its fields: {', '.join(one.name for one in layout.fields)}."
        raise UsageProblem("A record without a value cannot be entered.", hint=hint)
    made_for = _occurrence(occurrence, layout, engagement) or occurrence_of(layout, values, engagement)
    id_ = record_id(layout, values, made_for, {one.id for one in stored.project.records})
    return _saved(desk, name, KeptRecord(id_, layout.id, made_for, values), by)


def change_record(desk: Desk, name: str, id_: str, pairs: Iterable[tuple[str, str]], *, by: str = "",
                  file: Path | None = None) -> tuple[KeptRecord, Engagement]:  # fmt: skip
    """Change values of a record; an empty text takes one out. It keeps the day on which it was entered."""
    stored = open_project(desk.workspace, name, desk.catalogue)
    record = known_record(stored.project, id_)
    layout = desk.catalogue.record[record.type]
    given = {**record.values, **_from_file(file, layout, stored.project)}
    return _saved(desk, name, replace(record, values=_with(given, pairs, layout, stored.project)), by)


def remove_record(desk: Desk, name: str, id_: str) -> KeptRecord:
    """Take a record out and return it as it was."""
    stored = open_project(desk.workspace, name, desk.catalogue)
    record = known_record(stored.project, id_)
    left = tuple(one for one in stored.project.records if one.id != id_)
    save(stored, replace(stored.project, records=left), desk.catalogue)
    return record


def read_records(desk: Desk, name: str, file: Path, *, by: str = "", dry_run: bool = False) -> ReadBack:
    """Read records back from a workbook and enter those that are new or changed; a dry run only looks."""
    stored = open_project(desk.workspace, name, desk.catalogue)
    engagement = decide_engagement(desk.catalogue, stored.project, desk.today)
    entering = entering_by(desk, stored.project, by)
    found = read_back(file, engagement)
    if found.to_enter and not dry_run:
        save(stored, entered(stored.project, found.to_enter, engagement, entering), desk.catalogue)
    return found


def _saved(desk: Desk, name: str, record: KeptRecord, by: str) -> tuple[KeptRecord, Engagement]:
    stored = open_project(desk.workspace, name, desk.catalogue)
    engagement = decide_engagement(desk.catalogue, stored.project, desk.today)
    project = entered(stored.project, (record,), engagement, entering_by(desk, stored.project, by))
    save(stored, project, desk.catalogue)
    return known_record(project, record.id), decide_engagement(desk.catalogue, project, desk.today)


def _occurrence(text: str, layout: RecordType, engagement: Engagement) -> str:
    """Return a control and a period for which records of this type are made; empty for no words."""
    hint = "Write it as soc2desk record list prints it: ACC-07/2026-Q3."
    try:
        made_for = matching(text, OCCURRENCE_PATTERN, "a control and a period", hint) if text else ""
    except NotFitting as error:
        raise UsageProblem(f"--occurrence {error.message}", hint=error.hint) from error
    control, _, period = made_for.partition("/")
    asked = layout.owed_by or tuple(engagement.catalogue.control)
    if control and control not in asked:
        known = nearest(control, asked) or f"It is made for: {', '.join(asked[:8])}."
        raise UsageProblem(f"A {layout.id} is not made for {control}.", where=made_for, hint=known)
    if control and period_named(period, fiscal_start(engagement)) is None:
        raise UsageProblem(f'"{period}" names no period.', where=made_for, hint=hint)
    return made_for


def _from_file(file: Path | None, layout: RecordType, project: Project) -> dict[str, Entry]:
    """Return the values of a YAML file: fields and values, a table as a list of lines."""
    if file is None:
        return {}
    located = read_yaml(read_text_file(file, "The file cannot be read."), str(file), ProjectProblem)
    if not isinstance(located.data, dict):
        raise ProjectProblem("The file is no table of fields and values.", where=str(file))
    return {name: _entry(name, raw, layout, project, located.where((name,))) for name, raw in located.data.items()}


def _with(
    values: dict[str, Entry], pairs: Iterable[tuple[str, str]], layout: RecordType, project: Project
) -> dict[str, Entry]:
    """Return values with pairs of field and text put in, in the order of the layout."""
    made = dict(values)
    for given, text in pairs:
        name = given.removesuffix(MORE)
        if not text.strip() and given == name:
            _field(name, layout)
            made.pop(name, None)
            continue
        raw = read_yaml(text, given, UsageProblem).data if text.lstrip().startswith(("{", "[")) else text
        value = _entry(name, [raw] if given != name or isinstance(raw, dict) else raw, layout, project, given)
        before = made.get(name, ())
        added = given != name and isinstance(before, tuple) and isinstance(value, tuple)
        made[name] = (*before, *value) if added else value  # type: ignore[misc]
    return {one.name: made[one.name] for one in layout.fields if one.name in made}


def _field(name: str, layout: RecordType) -> RecordField:
    fields = {one.name: one for one in layout.fields}
    if name not in fields:
        hint = did_you_mean(name, fields) or f"Its fields: {', '.join(fields)}."
        raise UsageProblem(f'A {layout.id} has no field "{name}".', hint=hint)
    return fields[name]


def _entry(name: str, raw: Plain, layout: RecordType, project: Project, where: str) -> Entry:
    """Return one value, typed; a person may be named by id or by full name."""
    field = _field(name, layout)
    cells = Cells(project)
    try:
        if field.kind == "table":
            return _named_people(entry_from(raw, field), field, cells)
        if isinstance(raw, list) and len(raw) == 1:
            raw = raw[0]
        if isinstance(raw, dict):
            return _signed(entry_from(raw, field), cells)
        return cells.value(raw, field)
    except NotFitting as error:
        raise UsageProblem(f"{name} {error.message}", where=where, hint=error.hint) from error


def _signed(value: Entry, cells: Cells) -> Entry:
    return replace(value, by=cells.person(value.by)) if isinstance(value, Signature) else value


def _named_people(value: Entry, field: RecordField, cells: Cells) -> Entry:
    if not isinstance(value, tuple):
        return value
    people = {one.name for one in field.columns if one.kind == "person"}
    lines: list[Line] = []
    for line in value:
        made: dict[str, Scalar] = {
            key: cells.person(cell) if key in people and isinstance(cell, str) else cell for key, cell in line.items()
        }
        lines.append(made)
    return tuple(lines)
