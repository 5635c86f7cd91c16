"""Every question and every table says whose its answers are, so that nothing of one client reaches the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from soc2desk.domain.questions import Belongs
from soc2desk.storage.row_shapes import ROW_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen
    from soc2desk.storage.row_fields import Section

_SAY = f"Write belongs: and one of {', '.join(Belongs)}."


def belonging(catalogue: Catalogue) -> Seen:
    """Yield a fault for each question or table that does not say it, or is usual and never suggested."""
    for question in catalogue.questions.values():
        where = f"questions/{question.id}"
        if question.belongs is None:
            yield f"The question {question.id} does not say whose its answer is.", where, _SAY
        elif question.belongs is Belongs.USUAL and question.suggest is None:
            message = f"The answer to {question.id} is suggested to the next client, and to nobody else ever."
            yield message, where, "Write belongs: client, or give it a usual value with suggest:."
    yield from of_tables(ROW_SECTIONS)


def of_tables(sections: Iterable[Section[Any]]) -> Seen:
    """Yield a fault for each table that does not say whose its rows are, or calls them usual: no row is suggested."""
    for section in sections:
        if section.belongs not in {Belongs.FIRM, Belongs.CLIENT}:
            message = f"The table {section.name} does not say whether its rows are the firm's or the client's."
            yield message, f"tables/{section.name}", "Say belongs=Belongs.FIRM or Belongs.CLIENT where it is declared."
