"""One section as it would print with a text that is still being written, for the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from soc2desk.app.preview import preview_html
from soc2desk.app.wording import preview_of
from soc2desk.renderers.screen import UNCHANGED

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.domain.problems import Problem
    from soc2desk.packet.compose import Composition

_GRAMMAR = "The template cannot be read"


def section_html(desk: Desk, composition: Composition, section_id: str, text: str) -> str:
    """Return a section with this text for the screen.

    Raises ContentProblem with the line in the text and what to do for one that cannot stand there.
    """
    document = preview_of(desk, composition.engagement.project, section_id, text)
    # The section alone: whose document it is stands above the page.
    return preview_html(composition, replace(document, title="", company="", status=""), UNCHANGED)


def line_of(where: str | None, text: str) -> int:
    """Return on which line of a text, as it is being written, a problem was met; 0 for none in particular."""
    _, found, number = (where or "").rpartition(", line ")
    if not found or not number.isdecimal():
        return 0
    skipped = len(text) - len(text.lstrip("\r\n\t "))
    return int(number) + text[:skipped].count("\n")


def said(problem: Problem) -> str:
    """Return a problem in words; what the reader of the language says of its own grammar is left out."""
    message = "" if problem.message.startswith(_GRAMMAR) and problem.hint else problem.message
    return f"{message} {problem.hint or ''}".strip()
