"""What teaching notes say of a project: the criteria that an answer serves, and why its question is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.deciding import asked_by
from soc2desk.document.blocks import Clause
from soc2desk.document.walk import runs_in
from soc2desk.domain.names import cadence_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.packet.compose import Composition

Served = dict[str, tuple[str, ...]]


class CriteriaServed:
    """The criteria that each answer serves, worked out once for a composition."""

    def __init__(self) -> None:
        self._of: Composition | None = None
        self._served: Served = {}

    def of(self, question: str, made: Composition) -> tuple[str, ...]:
        """Return the criteria that an answer serves; none for one that no control uses."""
        if made is not self._of:
            self._of, self._served = made, criteria_served(made)
        return self._served.get(question, ())


def criteria_served(composition: Composition) -> Served:
    """Return the criteria that each answer serves, by question id: those of the controls that use it.

    A control uses an answer where its rhythm, its condition or its statement asks for it, or where a clause that states
    the control prints it. A question that no control uses is absent.
    """
    engagement = composition.engagement
    used: dict[str, set[str]] = {}
    for one in engagement.controls:
        if one.applies:
            for name in (one.control.cadence_from, *asked_by(one.control)):
                used.setdefault(name, set()).add(one.id)
    for name, controls in _printed(composition):
        used.setdefault(name, set()).update(controls)
    order = [criterion.id for criterion in engagement.catalogue.criteria]
    found = {name: _criteria(controls, composition) for name, controls in used.items()}
    return {
        name: tuple(criterion for criterion in order if criterion in found[name])
        for name in engagement.catalogue.questions
        if found.get(name)
    }


def _criteria(controls: Iterable[str], composition: Composition) -> frozenset[str]:
    states = composition.engagement.state
    known = (states[control] for control in controls if control in states and states[control].applies)
    return frozenset(criterion for one in known for criterion in one.criteria)


def _printed(composition: Composition) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each answer that a clause prints, with the controls of that clause; a rhythm is that of its question."""
    sets = _rhythms(composition)
    for document in composition.documents:
        for block in document.blocks:
            if isinstance(block, Clause) and block.controls:
                for run in runs_in((block,)):
                    yield from ((sets.get(name, name), block.controls) for name in run.names)


def _rhythms(composition: Composition) -> Mapping[str, str]:
    controls = composition.engagement.catalogue.controls
    return {cadence_name(control.id): control.cadence_from for control in controls if control.cadence_from}


def why_asked(catalogue: Catalogue, question: str) -> str:
    """Return why a question is asked; empty for what is no question."""
    note = catalogue.teaching_note.get(question)
    return note.why if note and question in catalogue.questions else ""
