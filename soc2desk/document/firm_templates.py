"""A firm's own documents are held to the template language when they are read, and not first when one is made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from soc2desk.document.templates import Source, parse_template
from soc2desk.domain.names import gather_names
from soc2desk.domain.problems import ContentProblem
from soc2desk.domain.project import Project
from soc2desk.reading.convert import raise_all

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

_ANY_DAY = date(2000, 1, 1)


def check_language(catalogue: Catalogue) -> None:
    """Say nothing of documents that keep to the template language.

    Raises ContentProblem, or SeveralProblems, with file and line of whatever is outside it.
    """
    # Which names there are does not depend on what anybody answered.
    names = gather_names(catalogue, Project(), _ANY_DAY)
    pieces = {piece.name: piece.body for piece in catalogue.partials}
    faults: dict[tuple[str | None, str], ContentProblem] = {}
    for template in catalogue.templates:
        try:
            source = Source(template.path, template.first_line)
            parse_template(template.body, source, names.stated, pieces, deciding=names.known)
        except ContentProblem as problem:
            # A piece at fault is met in every document that includes it.
            faults.setdefault((problem.where, problem.message), problem)
    raise_all(faults.values())
