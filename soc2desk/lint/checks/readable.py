"""Every text is in the closed language, and every part of a document is one the engine can set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Run
from soc2desk.document.fill import Filled
from soc2desk.document.markdown import parse
from soc2desk.document.templates import Source, parse_template
from soc2desk.domain.problems import ContentProblem
from soc2desk.lint.names import known_names
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents, record_texts, wordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.sheet import Row, Sheet

_HALF_TAGS = ("{{", "}}", "{%", "%}")
_CONTROL_AT_END = re.compile(r"\[[A-Z]{3}-\d{2}\]\s*$")
_ID_HINT = "Write 1. @id before its text."


def readable(catalogue: Catalogue) -> Seen:
    """Yield a fault for each text that cannot be read, and each part that cannot be set."""
    known = known_names(catalogue)
    pieces = {partial.name: partial.body for partial in catalogue.partials}
    for partial in catalogue.partials:
        yield from _language(partial.body, Source(partial.path, 1), known, {})
    blank = dict.fromkeys(pieces, "")
    for template, sheet in documents(catalogue):
        yield from _language(template.body, Source(template.path, template.first_line), known, blank)
        yield from _tags(sheet)
        yield from _parts(sheet, template.path)
    for control in catalogue.controls:
        for field, text, _ in wordings(control):
            # A statement has no lines of its own: its row is the place.
            place = f"controls/{control.id}/{field}"
            yield from ((message, place, hint) for message, _, hint in _language(text, Source(place), known, {}))
    for record in catalogue.records:
        for field, text, _ in record_texts(record):
            place = f"records/{record.id}/{field}"
            yield from ((message, place, hint) for message, _, hint in _language(text, Source(place), known, {}))


def _language(text: str, source: Source, known: frozenset[str], pieces: Mapping[str, str]) -> Seen:
    try:
        parse_template(text, source, known, pieces)
    except ContentProblem as problem:
        yield problem.message, problem.where or source.path, problem.hint or ""


def _tags(sheet: Sheet) -> Seen:
    for row in sheet.rows:
        if any(half in row.words for half in _HALF_TAGS):
            yield "A tag is not closed on its line.", row.where, "Write {{ ... }} and {% ... %} on one line each."


def _parts(sheet: Sheet, path: str) -> Seen:
    whole = _refused(sheet, sheet.rows, path)
    named = False
    for part in outline(sheet):
        # The engine knows no lines: the part it refuses by itself is where the fault is.
        problem = _refused(sheet, part.rows, path) if whole else None
        if problem:
            named = True
            yield problem.message, part.where, problem.hint or ""
        elif part.kind == "clause" and not part.name:
            named = True
            yield "The clause has no id.", part.where, _ID_HINT
        if part.kind == "steps":
            yield from _lost(part.rows)
    if whole and not named:
        yield whole.message, path, whole.hint or ""


def _refused(sheet: Sheet, rows: tuple[Row, ...], path: str) -> ContentProblem | None:
    values = tuple(Run("value", names=(slot.name,)) for slot in sheet.slots)
    try:
        parse(Filled("\n".join(row.words for row in rows), values), sheet.id, path)
    except ContentProblem as problem:
        return problem
    return None


def _lost(rows: tuple[Row, ...]) -> Seen:
    """A line of a plain numbered list that was meant as a clause."""
    for row in rows:
        if _CONTROL_AT_END.search(row.words):
            yield "The clause has no id.", row.where, _ID_HINT
