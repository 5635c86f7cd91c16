"""Two sorts of files beside the packets of a batch: whose each folder is, and the summary for people and programs."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.batching import Remembered
from soc2desk.domain.findings import Severity
from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.spreadsheet_cells import harmless
from soc2desk.reading.convert import decode_json
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_kept_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from soc2desk.domain.batching import ClientRow, Packed

STATE_FILE = "batch-state.json"
TABLE_FILE, DATA_FILE = "batch-summary.csv", "batch-summary.json"
LOCK_FILE = ".batch.lock"
FORMAT = 1

_MOST_BYTES = 50_000_000
_NAME = re.compile("[a-z0-9-]{1,120}")


@dataclass(frozen=True, slots=True)
class _Format:
    """The one key that is read before all others."""

    format: int


@dataclass(frozen=True, slots=True)
class _State:
    format: int
    clients: dict[str, Remembered] = field(default_factory=dict)


def read_state(out: Path) -> dict[str, Remembered]:
    """Return what earlier batches left in a folder, by client; nothing where there was none.

    Raises ProjectProblem for a file that cannot be used: whose the folders are is then not known.
    """
    path = out / STATE_FILE
    raw = read_kept_file(path, "What was made before cannot be read.", _MOST_BYTES)
    if raw is None:
        return {}
    try:
        return _decoded(raw, path)
    except ProjectProblem as problem:
        message = f"What was made here before cannot be told. {problem.message}"
        hint = "Take another folder with --out, or move what stands in this one away."
        raise ProjectProblem(message, where=str(path), hint=hint) from problem


def _decoded(raw: bytes, path: Path) -> dict[str, Remembered]:
    if len(raw) > _MOST_BYTES:
        raise ProjectProblem("The file is far too large.")
    if decode_json(raw, _Format, str(path), ProjectProblem).format != FORMAT:
        raise ProjectProblem("It was written by another version of soc2desk.")
    clients = decode_json(raw, _State, str(path), ProjectProblem).clients
    if not all(_NAME.fullmatch(name) for name in clients):
        # A name could lead to another folder, and what stands there would be taken for a packet of ours.
        raise ProjectProblem("It names a folder that no batch makes.")
    return clients


def write_state(out: Path, clients: Mapping[str, Remembered]) -> None:
    """Write down what was made, at once. Raises FileProblem; the file is then as it was."""
    said = {"format": FORMAT, "clients": {name: _plain(clients[name]) for name in sorted(clients)}}
    with said_plainly("What was made could not be written down.", out / STATE_FILE):
        replace_whole(out / STATE_FILE, _json(said))


def _plain(one: Remembered) -> dict[str, str]:
    return {"source": one.source} | ({"made_on": one.made_on.isoformat()} if one.made_on else {})


def write_summary(out: Path, rows: Iterable[ClientRow]) -> None:
    """Write the summary as a table and as data. Raises FileProblem; files of an earlier batch are then as they were."""
    lines = tuple(rows)
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, tuple(_cells(lines[0])) if lines else ())
    writer.writeheader()
    writer.writerows({name: harmless(cell) for name, cell in _cells(line).items()} for line in lines)
    with said_plainly("The summary could not be written.", out):
        replace_whole(out / DATA_FILE, _json({"clients": [as_data(line) for line in lines]}))
        replace_whole(out / TABLE_FILE, table.getvalue().encode("utf-8-sig", "backslashreplace"))


def as_data(row: ClientRow) -> dict[str, object]:
    """Return one line as plain data. Paths of packets begin in the folder of the batch."""
    made = row.made
    return {
        "client": row.client.name,
        "company": made.company if made else "",
        "result": row.became.value,
        "questions": made.questions if made else 0,
        "open_questions": made.open_questions if made else 0,
        "nothing_answered": bool(made and made.is_empty),
        "findings": made.findings if made else {},
        "packets": [
            {"folder": f"{row.client.name}/{one.folder}", "zip": zip_of(row, one), "fingerprint": one.fingerprint}
            for one in (made.packets if made else ())
        ],
        "reason": row.reason,
        "where": row.where,
        "hint": row.hint,
        "set_aside": list(row.set_aside),
        "days_told": bool(made and made.days_told),
        "source": str(row.client.path),
    }


def _cells(row: ClientRow) -> dict[str, str]:
    """Return one line for a spreadsheet: of the packets the one that was asked for."""
    packet = row.made.packets[0] if row.made and row.made.packets else None
    return {
        "client": row.client.name,
        "company": row.made.company if row.made else "",
        "result": row.became.value,
        "questions": str(row.made.questions) if row.made else "",
        "open_questions": str(row.made.open_questions) if row.made else "",
        "nothing_answered": "yes" if row.made and row.made.is_empty else "",
        **{severity.value: str(row.found(severity)) if row.made else "" for severity in Severity},
        "packet": f"{row.client.name}/{packet.folder}" if packet else "",
        "zip": zip_of(row, packet) or "" if packet else "",
        "fingerprint": packet.fingerprint if packet else "",
        "reason": row.reason,
        "where": row.where,
        "hint": row.hint,
        "set_aside": "; ".join(row.set_aside),
        "source": str(row.client.path),
    }


def zip_of(row: ClientRow, packet: Packed) -> str | None:
    """Return where the ZIP of a packet stands, from the folder of the batch; None where none was asked for."""
    return f"{row.client.name}/{packet.folder}.zip" if packet.zipped else None


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=True, indent=1) + "\n").encode()
