"""A record's document is made from its layout, and what a company may keep in a tool is what a tool can keep."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from soc2desk.document.inserts import OF_RECORDS, known_inserts
from soc2desk.document.markdown import INSERT
from soc2desk.document.record_words import KEPT
from soc2desk.domain.problems import nearest
from soc2desk.domain.records import Part, source_of
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.records import RecordType
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.sheet import Row, Sheet

_FORM = "record"
_DONE = re.compile(r"(?:^|_)(?:result|decision|done|signed|sign_off|approv\w*|review_date|date)(?:_|$)")
"""Names of fields that tell what was done: whatever their kind, nothing may stand in them in advance."""


def records_made(catalogue: Catalogue) -> Seen:
    """Yield a fault for an insert nobody knows, a record without the form of its layout, and a field filled amiss."""
    known = known_inserts(catalogue)
    for template, sheet in documents(catalogue):
        names = [(row.words.strip(), row.where) for row in _inserted(sheet)]
        for name, where in names:
            if name not in known:
                yield f'There is nothing to insert by the name "{name}".', where, nearest(name, known) or ""
            elif name.partition(" ")[0] in OF_RECORDS and name.partition(" ")[2] != template.record:
                message = f"{template.id} inserts {name}, and its front matter names another layout, or none."
                yield message, where, f"Write record: {name.partition(' ')[2]} in the front matter."
        if template.record and f"{_FORM} {template.record}" not in (name for name, _ in names):
            hint = f"Insert {_FORM} {template.record}."
            yield f"{template.id} does not hold the form of its layout.", f"{template.path}, line 2", hint
    yield from _twice(catalogue)
    yield from _tools(catalogue)
    for record in catalogue.records:
        yield from _filled(record)


def _inserted(sheet: Sheet) -> Iterator[Row]:
    for part in outline(sheet):
        if part.kind == INSERT:
            yield from (row for row in part.rows[1:] if row.words.strip(" `~"))


def _twice(catalogue: Catalogue) -> Seen:
    for layout, count in Counter(template.record for template in catalogue.templates if template.record).items():
        if count > 1:
            yield f"{count} documents are forms of {layout}.", f"records/{layout}", "Keep one of them."


def _tools(catalogue: Catalogue) -> Seen:
    question = catalogue.questions.get(KEPT)
    offered = set(question.choices) if question else set()
    for record in catalogue.records:
        if bool(record.tool) != (record.id in offered):
            message = f"{record.id} can be kept in a tool and is no choice of {KEPT}, or the other way round."
            yield message, f"records/{record.id}/tool", f"Name its tool, and offer it in {KEPT}."


def _filled(record: RecordType) -> Seen:
    for field in record.fields:
        named = [(field.name, field.filled_from), *((column.name, column.filled_from) for column in field.columns)]
        for name, filled in named:
            source = source_of(filled)
            if source and source.part is not Part.DUE and _DONE.search(name):
                message = f"{name} of {record.id} tells what was done, and would be filled in advance."
                yield message, f"records/{record.id}/fields/{field.name}", "Take filled_from out."
