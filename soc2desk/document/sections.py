"""The sections of a template as a person may reword them: the heading and the tags around it stay the template's."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.domain.policies import Template
    from soc2desk.domain.project import Edit

TAG = re.compile(
    r"\{#.{0,2000}?#\}|\{\{.{0,500}?\}\}|"
    r"\{%[-+]?\s*(?P<word>\w+)(?:\s+[\"'](?P<piece>[^\"']+)[\"'])?.{0,500}?%\}",
    re.DOTALL,
)
"""A comment, a value or a tag of the template language, each of a length that somebody writes.

Without a limit, a text of nothing but openings would be searched to its end from each of them.
"""
_HEADING = re.compile(r"^## @(?P<name>[a-z0-9][a-z0-9-]*)[ \t]+(?P<title>.*)$", re.MULTILINE)
_OPENING, _MIDDLE, _CLOSING = {"if", "for"}, {"elif", "else"}, {"endif", "endfor"}


@dataclass(frozen=True, slots=True)
class SectionSource:
    """A section of a template. `text` is what may be reworded, without heading; `sha256` is the hash of it.

    `start` and `end` say where the text stands in the template with its pieces written out, `first_line` on which line.
    """

    id: str
    title: str
    text: str
    sha256: str
    first_line: int
    start: int
    end: int

    @property
    def document(self) -> str:
        """The id of its document."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """The section's own part of its id."""
        return self.id.partition("/")[2]


def sections_of(template: Template, pieces: Mapping[str, str]) -> tuple[SectionSource, ...]:
    """Return the sections of a template in reading order. `pieces` are the texts it may include, by name."""
    body = written_out(template.body, pieces)
    headings = [*_HEADING.finditer(body)]
    ends = [*(heading.start() for heading in headings[1:]), len(body)]
    return tuple(_section(template, body, heading, end) for heading, end in zip(headings, ends, strict=True))


def with_edits(template: Template, edits: Iterable[Edit], pieces: Mapping[str, str]) -> Template:
    """Return the template with the texts of edited sections replaced; itself when none of the edits is of it."""
    texts = {edit.id: edit.text for edit in edits}
    edited = [section for section in sections_of(template, pieces) if section.id in texts] if texts else []
    if not edited:
        return template
    body = written_out(template.body, pieces)
    for section in reversed(edited):
        body = f"{body[: section.start]}\n\n{texts[section.id]}\n\n{body[section.end :]}"
    return replace(template, body=body)


def written_out(body: str, pieces: Mapping[str, str]) -> str:
    """Return a template with each included piece that brings sections of its own written in its place."""

    def put(tag: re.Match[str]) -> str:
        piece = pieces.get(tag["piece"] or "", "") if tag["word"] == "include" else ""
        return piece.rstrip("\n") if _HEADING.search(piece) else tag[0]

    return TAG.sub(put, body)


def text_hash_of(text: str) -> str:
    """Return the SHA-256 of a section's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _section(template: Template, body: str, heading: re.Match[str], end: int) -> SectionSource:
    start = heading.end()
    stop = start + _balanced(body[start:end])
    text = body[start:stop].strip()
    return SectionSource(
        id=f"{template.id}/{heading['name']}",
        title=" ".join(TAG.sub(lambda tag: tag[0] if tag[0].startswith("{{") else "", heading["title"]).split()),
        text=text,
        sha256=text_hash_of(text),
        first_line=template.first_line + body.count("\n", 0, body.find(text, start)),
        start=start,
        end=stop,
    )


def _balanced(text: str) -> int:
    """Return how far a text goes before a tag that belongs to what is around it."""
    opened: list[int] = []
    for tag in TAG.finditer(text):
        word = tag["word"]
        if word in _MIDDLE | _CLOSING and not opened:
            return tag.start()
        if word in _OPENING:
            opened.append(tag.start())
        elif word in _CLOSING:
            opened.pop()
    return opened[0] if opened else len(text)
