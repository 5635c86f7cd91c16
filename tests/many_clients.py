"""A workspace of many clients, made of one project's file: as large as one likes, and written in a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.transfer import new_project
from soc2desk.storage.projects import PROJECT_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.desk import Desk

COMPANY = "Tamarack Gauge Co."


def many_clients(desk: Desk, count: int) -> tuple[Path, ...]:
    """Write this many projects that differ by their company's name, Client 000 first, and return their folders."""
    pattern = new_project(desk, "client-000", sample="tamarack")
    raw = (pattern / PROJECT_FILE).read_text(encoding="utf-8")
    folders = [desk.workspace / f"client-{number:03}" for number in range(count)]
    for number, folder in enumerate(folders):
        folder.mkdir(exist_ok=True)
        (folder / PROJECT_FILE).write_text(raw.replace(COMPANY, f"Client {number:03}"), encoding="utf-8")
    return tuple(folders)
