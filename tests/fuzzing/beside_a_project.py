"""Readers of small files that lie beside a project or are handed on: chair, tabletop, brand, list of copies."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

from soc2desk.app.brands import open_brand
from soc2desk.content.pack_origin import PACK_FILE, copied_in, list_of
from soc2desk.storage.chair_file import CHAIR_FILE, read_chair, write_chair
from soc2desk.storage.tabletop_file import TABLETOP_FILE, read_play, write_play
from tests.composed import catalogue
from tests.drawn import png

if TYPE_CHECKING:
    from pathlib import Path


def chair(raw: bytes, folder: Path) -> None:
    """Read the book of the auditor's chair; what was read is written and read again as the same."""
    (folder / CHAIR_FILE).write_bytes(raw)
    read = read_chair(folder)
    assert read is not None
    write_chair(folder, read)
    assert read_chair(folder) == read


def tabletop(raw: bytes, folder: Path) -> None:
    """Read a tabletop that was broken off; what was read is written and read again as the same."""
    (folder / TABLETOP_FILE).write_bytes(raw)
    read = read_play(folder)
    assert read is not None
    write_play(folder, read)
    assert read_play(folder) == read


def brand(raw: bytes, folder: Path) -> None:
    """Read a brand that a firm handed on, with its logo."""
    path = folder / "any.brand.json"
    path.write_bytes(raw)
    open_brand(catalogue(), path)


def pack_list(raw: bytes, folder: Path) -> None:
    """Read what the files of a pack were copied from; what was read is written and read again as the same."""
    (folder / PACK_FILE).write_bytes(raw)
    read = copied_in(folder)
    (folder / PACK_FILE).write_bytes(list_of(read.values()))
    assert copied_in(folder) == read


SEEDS: dict[str, tuple[bytes, ...]] = {
    "chair": (
        json.dumps({
            "format": 1, "title": "Acme", "student": "Zoë",
            "chosen": [{"id": "ER-001", "tested": "tested", "why": "First."}],
            "samples": [
                {"id": "S1", "request": "ER-001", "file": "room/a.csv", "total": 9, "items": [1, 4], "seed": "maple",
                 "drawn_on": "2026-11-26"}
            ],
            "deviations": [{"id": "D1", "file": "room/a.csv", "item": "kim", "line": 7, "words": "No approval."}],
        }).encode(),
    ),
    "tabletop": (
        json.dumps({
            "format": 1, "scenario": "ransomware", "begun_on": "2026-11-26", "seconds": 95, "facilitator": "kim",
            "seats": [{"role": "security_lead", "person": "kim", "is_here": True}],
            "read": [{"turn": "screen", "second": 4}],
            "decisions": [{"id": "1", "second": 9, "turn": "screen", "words": "I lead this.", "by": "kim"}],
            "follow_ups": [{"action": "Call the insurer.", "owner": "kim", "due": "2026-12-01"}], "gaps": "None.",
        }).encode(),
    ),
    "brand": (
        json.dumps({
            "name": "Ours", "form": 1, "answers": {"accent_color": "#123456", "footer_line": "Ours"},
            "firm_logo": base64.b64encode(png()).decode(),
        }).encode(),
    ),
    "pack-list": (
        f"format: 1\ncopied:\n- place: resources/words/en/law.yaml\n  program: 0.1.0\n  sha256: {'0' * 64}\n".encode(),
    ),
}  # fmt: skip
