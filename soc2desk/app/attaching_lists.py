"""The one place where a list that was read is put by as evidence, whatever sort of list it is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from soc2desk.app.evidence import attach, forget_files
from soc2desk.storage.evidence_files import SameFile, held_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from soc2desk.app.evidence import Put
    from soc2desk.app.session import Session, Where
    from soc2desk.reading.located import Plain

Attached = tuple[str, "dict[Where, Plain]"]
"""The id of a piece of evidence, empty for none, and what has to be written for it."""


def evidence_said(name: str, source: str, taken_at: datetime, rows: int, occurrence: str = "") -> dict[str, Plain]:
    """Return what is known of a list as evidence: a complete list with its source, moment and count."""
    said = {
        "name": name,
        "source": source,
        "population": name,
        "rows": str(rows),
        "run_at": f"{taken_at:%Y-%m-%d %H:%M}",
        "dated": f"{taken_at:%Y-%m-%d}",
        "occurrence": occurrence,
    }
    return {key: value for key, value in said.items() if value}


def attach_list(session: Session, file: Path, said: Mapping[str, Plain]) -> Attached:
    """Copy a list into the project and return its piece of evidence; one that is kept already stands for itself."""
    copying = attach(session.desk, session.folder, session.engagement, file, said)
    try:
        while True:
            next(copying)
    except StopIteration as end:
        put: Put = end.value
        return put.id, {("evidence", put.id): put.row}
    except SameFile as same:
        return same.id, {}


@contextmanager
def whole_or_nothing(session: Session) -> Iterator[None]:
    """Take back what was attached in here where the project could not be saved; what its file names stays."""
    before = held_files(session.folder)
    try:
        yield
    except BaseException:
        forget_files(session.folder, held_files(session.folder) - before)
        raise
