"""In every scope, report and set of controls the composed set is whole: from criterion to evidence, and back."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Audience
from soc2desk.document.edits import judge_edits
from soc2desk.document.numbering import REFERENCE_WORD
from soc2desk.document.walk import runs_in
from soc2desk.document.write import write
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.lint.checks.reached import MAY_NOT_MATTER
from soc2desk.lint.checks.references_print import SEEN_BY
from soc2desk.lint.checks.traced import OF_THE_EXAMINATION
from tests.composed import SAMPLES, changed, composed, of_sample, sample
from tests.thorough import some_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.control_states import ControlState
    from soc2desk.packet.compose import Composition

MORE = ("availability", "confidentiality", "processing_integrity", "privacy")
SCOPES = tuple(("security", *chosen) for count in range(len(MORE) + 1) for chosen in combinations(MORE, count))
REPORTS = {
    "type_1": ("report_type=type_1", "report_date=2026-12-31"),
    "type_2": ("report_type=type_2", "window_start=2027-01-01", "window_end=2027-06-30"),
}


ALL = tuple(
    pytest.param(
        (f"categories={','.join(scope)}", f"control_set={chosen}", *REPORTS[report]),
        id=f"{report}-{chosen}-{'+'.join(scope)}",
    )
    for scope in SCOPES
    for report in REPORTS
    for chosen in ("lean", "full")
)
EVERY = some_of(ALL, 5)
"""One in five walks through scopes, reports and sets alike: four of each scope stand beside each other."""


@pytest.fixture(params=EVERY, scope="module")
def made(request: pytest.FixtureRequest) -> Composition:
    """One composed set; of a whole module's scope, so that it is made once and not kept beside all the others."""
    return composed(changed(sample("brightwater"), *request.param))


def _standing(made: Composition) -> list[ControlState]:
    """The controls that the scope asks for, but those which the answers or a person leave out."""
    return [one for one in made.engagement.controls if one.applies and not one.proposed_away and not one.by_law]


@pytest.mark.slow
def test_the_chain_from_criterion_to_evidence_is_whole(made: Composition) -> None:
    standing = _standing(made)
    served = {criterion for one in standing for criterion in one.criteria}
    assert set(made.engagement.scope.criteria) - served <= MAY_NOT_MATTER.keys()
    adopted = {document.id for document in made.documents if document.kind in TO_APPROVE}
    stated = {control for clause in made.clauses if clause.document in adopted for control in clause.controls}
    assert [one.id for one in standing if one.id not in stated] == []
    asked = {control for request in made.engagement.requests for control in made.engagement.asked_for(request)}
    assert [one.id for one in standing if one.is_asked_for and one.id not in asked] == []
    shown = [one.control for one in standing]
    assert [one.id for one in shown if not (one.records or one.population or one.evidence)] == []


@pytest.mark.slow
def test_everything_leads_back_to_a_control(made: Composition) -> None:
    engagement = made.engagement
    assert [one.id for one in engagement.controls if not one.criteria and not one.by_law] == []
    assert [clause.id for clause in made.clauses if not set(clause.controls) <= engagement.state.keys()] == []
    lost = [one.id for one in engagement.requests if not engagement.asked_for(one)]
    assert set(lost) <= OF_THE_EXAMINATION.keys()


@pytest.mark.slow
def test_no_reference_is_lost(made: Composition) -> None:
    assert list(_lost(made)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_no_reference_of_a_sample_is_lost(name: str) -> None:
    assert list(_lost(of_sample(name))) == []


def _lost(made: Composition) -> Iterator[tuple[str, str]]:
    """Yield each reference of a document to a place that is not in the set, or not in the packet of all its readers."""
    audiences = {document.id: document.audience for document in made.documents}
    edits = judge_edits(made.engagement).used
    for template in made.engagement.catalogue.templates:
        written = write(template, made.engagement, edits)
        for run in runs_in(written.blocks) if written else ():
            if run.text == REFERENCE_WORD and run.target and ":" not in run.target:
                place = made.places.get(run.target)
                if place is None or audiences[place.document] not in SEEN_BY[template.audience]:
                    yield template.id, run.target


def test_the_audiences_of_documents_are_those_that_references_know() -> None:
    assert {document.audience for document in of_sample("brightwater").documents} <= set(Audience)
    assert SEEN_BY.keys() == {str(one) for one in Audience}
