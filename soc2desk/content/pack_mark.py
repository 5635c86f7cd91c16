"""What a packet says of a firm's own templates: the folder's name, a hash, and the documents that are theirs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from soc2desk.content.pack_origin import plain_text
from soc2desk.content.packs import TEMPLATES, is_replaceable, pack_files, shipped_files
from soc2desk.domain.own_templates import OwnTemplates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.domain.policies import Template

_LONGEST_NAME = 60


def own_templates(pack: Path, language: str, templates: Iterable[Template]) -> OwnTemplates | None:
    """Return what a pack lays over the shipped content; None for one whose files all say what the shipped ones say.

    `templates` are all documents that were read with it. Raises ContentProblem, FileProblem.
    """
    shipped = shipped_files()
    digest = hashlib.sha256()
    changed = []
    for place, file in sorted(pack_files(pack).items()):
        if not is_replaceable(place, language):
            continue
        text = plain_text(file)
        if place in shipped and plain_text(shipped[place]) == text:
            continue
        changed.append(file)
        digest.update(f"{place}\n{len(text)}\n{text}\n".encode())
    theirs = {file.name for file in changed if file.place.startswith(TEMPLATES)}
    documents = tuple(sorted(one.id for one in templates if one.path in theirs))
    return OwnTemplates(_name(pack), digest.hexdigest(), len(changed), documents) if changed else None


def _name(pack: Path) -> str:
    """Return the folder's name as one short line: a name is shown in a packet and in a terminal."""
    line = " ".join("".join(one if one.isprintable() else " " for one in pack.resolve().name).split())
    return line[:_LONGEST_NAME].strip()
