"""What a packet says of a firm's own templates: the folder's name, a hash, and the documents that are theirs."""

from __future__ import annotations

import hashlib
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from soc2desk.content.pack_origin import plain_text
from soc2desk.content.packs import is_replaceable, pack_files, shipped_files
from soc2desk.domain.own_templates import OwnTemplates, OwnText

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
    ids = {one.path: one.id for one in templates}
    digest = hashlib.sha256()
    texts = []
    for place, file in sorted(pack_files(pack).items()):
        if not is_replaceable(place, language):
            continue
        text, then = plain_text(file), plain_text(shipped[place]) if place in shipped else ""
        if text != then:
            texts.append(OwnText(file.name, ids.get(file.name, ""), *_differing(then, text)))
            digest.update(f"{place}\n{len(text)}\n{text}\n".encode())
    texts.sort(key=lambda one: (not one.document, one.document or one.file))
    return OwnTemplates(_name(pack), digest.hexdigest(), tuple(texts)) if texts else None


def _differing(then: str, now: str) -> tuple[int, int]:
    """Return how many lines differ, and the first of them: one that was taken out counts, it may have been a condition.

    Without the shipped text every line is the firm's.
    """
    blocks = SequenceMatcher(None, then.splitlines(), now.splitlines(), autojunk=False).get_opcodes()
    changed = [one for one in blocks if one[0] != "equal"]
    lines = sum(max(old_end - old, new_end - new) for _, old, old_end, new, new_end in changed)
    return lines, min((new + 1 for _, _, _, new, _ in changed), default=1)


def _name(pack: Path) -> str:
    """Return the folder's name as one short line: a name is shown in a packet and in a terminal."""
    line = " ".join("".join(one if one.isprintable() else " " for one in pack.resolve().name).split())
    return line[:_LONGEST_NAME].strip()
