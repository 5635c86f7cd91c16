"""Reads the form block of a record template: one field a line, label | kind | help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Column, Form, FormField, Kind, Run, Runs, Table, plain
from soc2desk.domain.problems import ContentProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.document.blocks import Block

USUAL_ROWS = 6
"""Blank rows of a table whose field does not say how many."""
_KIND = re.compile(r"(?P<kind>[a-z_]+)(?:\((?P<inside>.*)\))?$")


def parse_form(lines: Iterable[Runs], path: str) -> tuple[Block, ...]:
    """Return a form, and each field that is a table as a table of its own with blank rows.

    Raises ContentProblem naming the file for a field of an unknown kind.
    """
    blocks: list[Block] = []
    fields: list[FormField] = []
    for field in (_field(line, path) for line in lines):
        if field.kind is not Kind.TABLE:
            fields.append(field)
            continue
        if fields:
            blocks.append(Form(tuple(fields)))
        blocks.append(_table(field))
        fields = []
    return (*blocks, Form(tuple(fields))) if fields else tuple(blocks)


def _table(field: FormField) -> Table:
    *titles, last = field.choices or (field.label,)
    rows = int(last) if last.isdigit() else USUAL_ROWS
    columns = titles if last.isdigit() else [*titles, last]
    title = f"{field.label} ({field.help[:1].lower()}{field.help[1:]})" if field.help else field.label
    return Table(tuple(Column(f"c{i}", name) for i, name in enumerate(columns, 1)), (), title, blank_rows=rows)


def _field(line: Runs, path: str) -> FormField:
    label, kind, help_text = _three(line)
    found = _KIND.match(plain(kind).strip())
    if found is None or found["kind"] not in list(Kind):
        words = plain(kind).strip()
        raise ContentProblem(f'A form field of kind "{words}" is not known.', where=path, hint=nearest(words, Kind))
    choices = tuple(part.strip() for part in re.split(r"[,;]", found["inside"] or "") if part.strip())
    return FormField(plain(label).strip(), Kind(found["kind"]), plain(help_text).strip(), choices=choices)


def _three(line: Runs) -> tuple[Runs, Runs, Runs]:
    """Split a line at its bars; a bar inside a value is text and splits nothing."""
    parts: list[list[Run]] = [[]]
    for run in line:
        for i, piece in enumerate(_pieces(run)):
            if i and len(parts) < 3:  # noqa: PLR2004 - label, kind, help
                parts.append([])
            parts[-1].append(Run(piece))
    label, kind, help_text = (tuple(p) for p in (*parts, [], [])[:3])
    return label, kind or (Run("text"),), help_text


def _pieces(run: Run) -> Iterator[str]:
    return iter([run.text] if run.names else run.text.split("|"))
