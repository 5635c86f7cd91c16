"""Every control id a text or a row names is a control, and stands where the engine reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.markdown import CONTROLS_AT_END
from soc2desk.domain.problems import nearest
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part

_TAGGED = re.compile(r"\[([A-Z]{2,4}-\d{1,3})\](?!\()")
_TABLES = ("policies", "requests", "populations", "records", "findings")


def control_ids(catalogue: Catalogue) -> Seen:
    """Yield a fault for each control id that does not exist, and each that is not at the end of a clause."""
    for _, sheet in documents(catalogue):
        for part in outline(sheet):
            yield from _unknown(part, catalogue)
            yield from _misplaced(part)
    for table in _TABLES:
        for row in getattr(catalogue, table):
            for control in row.controls:
                if control not in catalogue.control:
                    yield _message(control), f"{table}/{row.id}/controls", nearest(control, catalogue.control) or ""


def _unknown(part: Part, catalogue: Catalogue) -> Seen:
    for row in part.rows:
        for found in _TAGGED.finditer(row.words):
            if found[1] not in catalogue.control:
                yield _message(found[1]), row.where, nearest(found[1], catalogue.control) or ""


def _misplaced(part: Part) -> Seen:
    waiting = part.kind == "clause"
    for row in part.rows:
        words = row.words
        if waiting and (found := CONTROLS_AT_END.search(words)):
            words, waiting = words[: found.start()], False
        for found in _TAGGED.finditer(words):
            message = f"[{found[1]}] stands where nothing reads it, and would print."
            yield message, row.where, "Put control ids at the very end of a clause."


def _message(control: str) -> str:
    return f"There is no control {control}."
