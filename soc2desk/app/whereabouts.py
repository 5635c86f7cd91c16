"""What a person should know about the place where a project lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.storage.whereabouts import Whereabouts, whereabouts

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Whereabouts", "place_notes", "whereabouts"]


def place_notes(folder: Path) -> tuple[str, ...]:
    """Return what the command line says of a project's place, one sentence each; nothing for an ordinary one."""
    place = whereabouts(folder)
    notes = []
    if place.copies:
        named = ", ".join(place.copies[:3])
        notes.append(f"A synced folder left another state beside it: {named}. See soc2desk compare.")
    if place.service:
        notes.append(f"It lies in a folder that {place.service} keeps in step: open it on one computer at a time.")
    if place.is_network:
        notes.append("It lies on a disk of the network, where locks may not hold: open it on one computer at a time.")
    return tuple(notes)
