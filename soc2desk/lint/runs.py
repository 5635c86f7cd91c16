"""Words in a row of everything we wrote, by the source they stand in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.lint.outline import outline
from soc2desk.lint.pieces import NEW_LINE, texts_of
from soc2desk.lint.sheet import written_in
from soc2desk.lint.sheets import documents
from soc2desk.lint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.pieces import Text

_WORD = re.compile(r"[^\W_][\w'-]*")
_SPLIT = re.compile(r"<[^>]*>|\{\{.*?\}\}|\{%.*?%\}|`[^`]*`")
_NAMES = re.compile(
    r"\b(?:act (?:on|respecting the protection of) personal information in the private sector"
    r"|personal information protection and electronic documents act|office of the privacy commissioner of canada"
    r"|this is a summary, not legal advice)\b",
    re.IGNORECASE,
)
"""Names of laws and authorities are what they are, and the summaries of law end alike."""

_COMPUTED = frozenset({"phrases", "categories", "skill_areas", "families", "baseline", "criteria"})
"""Words of documents that are computed, and of the criteria, whose few wordings are what they are."""

_STATED = ("statement", "variants")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow one another with no value, tag or id between them. `source` is a document or a table."""

    words: tuple[str, ...]
    source: str
    where: str


def runs(catalogue: Catalogue) -> Iterator[Run]:
    """Yield the runs of all documents, then of all words of tables; no partials, statements and headings."""
    for template, sheet in documents(catalogue):
        for part in outline(sheet):
            if part.kind != "heading" and written_in(part.where) == template.path:
                for text in texts_of(part, sheet):
                    yield from _of_text(text, template.id)
    for where, words in texts(catalogue):
        table, *keys = where.split("/")
        if ", line " not in where and table not in _COMPUTED and not (table == "controls" and keys[-1] in _STATED):
            for stretch in _stretches(words):
                yield from _run(stretch, table, where)


def _of_text(text: Text, source: str) -> Iterator[Run]:
    said, where = "", ""
    for piece in text:
        if piece.tag != NEW_LINE:
            yield from _run(said, source, where)
            said = ""
        first, *others = _stretches(piece.words)
        where = where if said.strip() else piece.where
        said += " " + first
        for stretch in others:
            yield from _run(said, source, where)
            said, where = stretch, piece.where
    yield from _run(said, source, where)


def _stretches(words: str) -> list[str]:
    return _SPLIT.split(_NAMES.sub("<name>", words))


def _run(words: str, source: str, where: str) -> Iterator[Run]:
    found = tuple(_WORD.findall(words.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))
    if found:
        yield Run(found, source, where)
