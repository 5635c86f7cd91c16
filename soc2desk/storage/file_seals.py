"""The seal of a project's file and of its history: a SHA-256 over what one holds, which tells what others wrote.

It is no signature. Whoever writes a program can make it anew; whoever changes the file with an editor does not.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from soc2desk.reading.convert import encode_json
from soc2desk.storage.tables import META

if TYPE_CHECKING:
    from collections.abc import Mapping

SEAL = "seal"

FileTables = dict[str, dict[str, Any]]


def with_seal(tables: Mapping[str, Mapping[str, Any]]) -> FileTables:
    """Return the tables of a file with the seal of all of them in the table meta."""
    seal = _seal_of(tables)
    meta = {key: {**row, SEAL: seal} for key, row in tables.get(META, {}).items()}
    return {**{name: dict(rows) for name, rows in tables.items()}, META: meta}


def is_sealed(tables: Mapping[str, Mapping[str, Any]]) -> bool:
    """Return whether the tables of a file bear a seal, and the one that fits what they hold."""
    seals = [row.get(SEAL) for row in tables.get(META, {}).values()]
    try:
        return len(seals) == 1 and seals[0] == _seal_of(tables)
    except UnicodeEncodeError:
        return False  # half a character, which this program never writes


def _seal_of(tables: Mapping[str, Mapping[str, Any]]) -> str:
    meta = {
        key: {name: value for name, value in row.items() if name != SEAL} for key, row in tables.get(META, {}).items()
    }
    return sha256(encode_json({**tables, META: meta})).hexdigest()
