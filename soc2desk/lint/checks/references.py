"""A printed reference leads somewhere, and stands only where the engine can write it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.document.blocks import REFERENCE_WORD
from soc2desk.document.registers.controls import DESCRIPTION
from soc2desk.domain.problems import nearest
from soc2desk.lint.outline import outline
from soc2desk.lint.sheets import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.lint.outline import Part

_LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<target>[^)]*)\)")
_ELSEWHERE = ("https:", "mailto:")
_UNRESOLVED = ("form", "sign-off", "heading")
"""Parts whose words go into contents, bookmarks and field labels as they are."""


def references(catalogue: Catalogue) -> Seen:
    """Yield a fault for each reference to nothing, and each that would print as the word "ref"."""
    known = frozenset(_targets(catalogue))
    for _, sheet in documents(catalogue):
        for part in outline(sheet):
            for index, row in enumerate(part.rows):
                for link in _LINK.finditer(row.words):
                    yield from _link(link, row.where, known)
                    if link["words"] == REFERENCE_WORD and _is_unresolved(part, index):
                        yield f"A reference in a {part.kind} prints as it is.", row.where, "Put it in the text beside."


def _targets(catalogue: Catalogue) -> Iterator[str]:
    yield DESCRIPTION
    for template, sheet in documents(catalogue):
        yield template.id
        yield from (part.full for part in outline(sheet) if part.name)


def _link(link: re.Match[str], where: str, known: frozenset[str]) -> Seen:
    target = link["target"]
    if target.startswith(_ELSEWHERE):
        if link["words"] == REFERENCE_WORD:
            yield "A link to a page needs words of its own.", where, "Write [words](https://...)."
    elif target not in known:
        hint = nearest(target, known) or "A link leads to a document, section or clause, to https: or to mailto:."
        yield f"The link leads to {target or 'nothing'}, which does not exist.", where, hint


def _is_unresolved(part: Part, index: int) -> bool:
    return part.kind in _UNRESOLVED or (part.kind == "table" and index == 0)
