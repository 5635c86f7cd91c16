"""The names under which a client is known, and whether one of them stands in a text of the firm that serves it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.project import Project

_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORMS = frozenset({
    "ag", "bv", "co", "company", "corp", "corporation", "enr", "gmbh", "inc", "incorporated", "limited", "limitée",
    "limitee", "llc", "llp", "lp", "ltd", "ltée", "ltee", "pbc", "plc", "sa", "sas", "senc", "sencrl", "ulc",
})  # fmt: skip
"""What a company's name ends in by law, and seldom where people write it."""
_LONG = 8
"""From so many letters on, a name is found inside another word too, as in the address of a web site."""


def says_client(project: Project, text: str) -> bool:
    """Return whether a project's company or its service is named in a text, be it without the form that law asks."""
    said = _words(text)
    line, run = f" {' '.join(said)} ", "".join(said)
    for words, is_whole in _names(project):
        joined = "".join(words)
        if f" {' '.join(words)} " in line or ((is_whole or len(joined) >= _LONG) and joined in run):
            return True
    return False


def _names(project: Project) -> Iterator[tuple[list[str], bool]]:
    """Yield each name in words, and whether it is the company's whole one."""
    company, service = (_words(_answer(project, name)) for name in ("company", "service"))
    short = list(company)
    while short and short[-1] in _LEGAL_FORMS:
        short.pop()
    yield from ((words, words is company) for words in (company, short, service) if words)


def _answer(project: Project, name: str) -> str:
    answer = project.answers.get(name)
    return str(answer.value) if answer is not None and answer.value is not None else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
