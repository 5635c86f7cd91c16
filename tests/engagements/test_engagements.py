"""Companies that are hard to write for: every text fits, and no text says what their answers deny."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Audience, Callout, Clause, Mark, Paragraph, Table, plain
from soc2desk.document.walk import runs_in
from soc2desk.domain.expected import expected_report
from soc2desk.domain.project import State
from tests.composed import catalogue, document, findings, stretches, table, words
from tests.engaged import ENGAGEMENTS, of_engagement
from tests.unfit import bare_places, hanging_colons, ill_formed_clauses, small_beginnings, unfit_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Document
    from soc2desk.packet.compose import Composition

SOUND = tuple(name for name in ENGAGEMENTS if name not in {"nothing-yet", "no-customers-yet"})
DENIED = {
    "one-person": r"the other person|\b(?:controls|lines) of the other\b|the other of the two|one of the two cannot"
    r"|each manager|second person (?:decide|review|look|check|who)|another person (?:who|decides|approves)"
    r"|people share|the other sees",
    "on-premises": r"\bcloud (?!account is not)|hosting provider|data cent(?:re|er)|(?<!time )\bzones?\b(?! \()"
    r"|\bregions?\b",
    "only-contractors": r"\bemployees?\b(?! about)|\bemployed\b",
    "inclusive": r"\bmerg\w+|\bpipelines?\b|pull requests?|source code|\bdevelopers?\b|\brepositor\w+|\bbranch\b",
    "no-customers-yet": r"\bhas (?:made|promised) (?:to )?(?:its )?customers",
}
"""What the answers of a company deny, so that none of its documents may say it."""
NO_OFFICE = ("one-person", "only-contractors", "no-customers-yet", "three-of-privacy")
OFFICE = re.compile(r"\b(?:visitors?|badges?|reception|guest network|the office)\b(?! of the)", re.IGNORECASE)


def written(made: Composition) -> Iterator[Document]:
    """Yield the documents that are written out of templates; exercises are about invented companies."""
    return (one for one in made.documents if one.id in catalogue().template and one.kind != "training")


def own_words(one: Document) -> Iterator[str]:
    """Yield what a document says of the company: boxes tell what others say, such as the law."""
    boxes = {plain(block.runs) for block in one.blocks if isinstance(block, Callout)}
    return (text for text in stretches(one) if text not in boxes)


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_nothing_is_printed_that_no_reader_should_meet(name: str) -> None:
    made = of_engagement(name)
    assert unfit_in(made) == []
    assert small_beginnings(made) == []
    assert ill_formed_clauses(made) == []
    assert hanging_colons(made) == []


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_no_section_and_no_list_is_empty(name: str) -> None:
    assert [(one.id, bare) for one in of_engagement(name).documents for bare in bare_places(one)] == []


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_every_reference_leads_to_something_in_the_packet(name: str) -> None:
    lost = catalogue().phrases["reference.elsewhere"]
    assert [one.id for one in of_engagement(name).documents if lost in words(one)] == []


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_an_answer_of_none_never_becomes_a_word_of_a_sentence(name: str) -> None:
    nothing = catalogue().phrases["value.none"]
    said = [
        (one.id, plain(block.runs))
        for one in written(of_engagement(name))
        for block in one.blocks
        if isinstance(block, Paragraph | Clause | Callout)
        and any(run.names and run.text.strip().lower() == nothing for run in block.runs)
    ]
    assert said == []


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_no_value_is_printed_whose_question_is_hidden(name: str) -> None:
    made = of_engagement(name)
    hidden = {one for one, stated in made.engagement.names.stated.items() if stated.hidden}
    printed = {one for document in made.documents for run in runs_in(document.blocks) for one in run.names}
    assert not hidden & printed


@pytest.mark.parametrize("name", SOUND)
def test_a_company_that_answered_everything_leaves_no_phrase_open(name: str) -> None:
    made = of_engagement(name)
    assert made.points == ()
    assert made.unconfirmed == ()
    # Nothing is approved yet, and no risk is rated behind the assessment that is said to be in place.
    assert [finding.rule for finding in made.findings if finding.severity == "high"] == ["FD-24", "FD-29", "FD-32"]


@pytest.mark.parametrize("name", DENIED)
def test_no_document_says_what_the_answers_deny(name: str) -> None:
    denied = re.compile(DENIED[name], re.IGNORECASE)
    said = [
        (one.id, text[max(0, found.start() - 50) : found.end() + 30])
        for one in written(of_engagement(name))
        for text in own_words(one)
        for found in denied.finditer(text)
    ]
    assert said == []


@pytest.mark.parametrize("name", NO_OFFICE)
def test_a_firm_without_an_office_hears_of_nothing_in_it(name: str) -> None:
    said = [(one.id, text) for one in written(of_engagement(name)) for text in own_words(one) if OFFICE.search(text)]
    assert said == []


def test_the_papers_of_four_hundred_people_name_only_those_behind_the_controls() -> None:
    made = of_engagement("four-hundred")
    named = table(made, "REG-PPL", "people")
    assert len(made.engagement.project.people) == 400
    assert 10 <= len(named) <= 20
    everywhere = "\n".join(words(one) for one in made.documents if one.audience is not Audience.INTERNAL)
    quiet = [p.name for p in made.engagement.project.people if p.id not in named and p.name in everywhere]
    assert quiet == []


def test_both_inclusive_organizations_bring_their_own_controls() -> None:
    told = words(document(of_engagement("inclusive"), "RPT-SYS"))
    for organization in ("Shield Hosting", "Tern Print and Mail"):
        assert f"{organization}: its part of the system and its controls (inclusive)" in told
    assert "carve-out)" not in told


def test_fifteen_criteria_of_privacy_stand_with_their_reason_and_three_with_controls() -> None:
    made = of_engagement("three-of-privacy")
    assert len(made.engagement.scope.left_out) == 15
    examined = [one for one in made.engagement.scope.criteria if one.startswith("P")]
    assert examined == ["P4.2", "P4.3", "P6.3"]
    assert all(made.engagement.coverage[one] for one in examined)


def test_a_step_that_is_not_examined_is_called_so_in_the_table_of_requests() -> None:
    told = document(of_engagement("three-of-privacy"), "POL-DSR")
    cells = [
        plain(cell) for block in told.blocks if isinstance(block, Table) for row in block.rows for cell in row.cells
    ]
    assert "not part of the examination" in cells
    assert told.title not in cells


@pytest.fixture(name="nothing", scope="module")
def _nothing() -> Composition:
    return of_engagement("nothing-yet")


def test_where_nothing_is_done_yet_no_criterion_is_covered(nothing: Composition) -> None:
    assert set(nothing.engagement.coverage.values()) == {()}
    rows = table(nothing, "REG-COV", "coverage").values()
    assert {row["controls"] for row in rows} == {catalogue().phrases["coverage.none"]}
    uncovered = {finding.about for finding in findings(nothing, "FD-44")}
    assert uncovered == set(nothing.engagement.scope.criteria)


def test_where_nothing_is_done_yet_nothing_is_stated_as_done(nothing: Composition) -> None:
    leads = tuple(catalogue().phrases[f"lead.{key}"] for key in ("not_confirmed", "planned", "planned_from"))
    claimed = [
        (one.id, plain(block.runs))
        for one in nothing.documents
        for block in one.blocks
        if isinstance(block, Clause) and block.controls and not any(lead in plain(block.runs) for lead in leads)
    ]
    assert claimed == []
    for_others = [one for one in nothing.documents if one.audience is not Audience.INTERNAL]
    assert [one.id for one in for_others if re.search(r"In place since \d", words(one))] == []
    assert table(nothing, "REG-MTX", "matrix").keys() <= {""}


def test_where_nothing_is_done_yet_the_description_claims_nothing(nothing: Composition) -> None:
    described = document(nothing, "DSC")
    states = {nothing.engagement.state[c].state for b in described.blocks if isinstance(b, Clause) for c in b.controls}
    assert states == {State.NOT_CONFIRMED}
    assert catalogue().phrases["description.unconfirmed"] in words(described)
    away = {one.id for one in nothing.engagement.controls if one.proposed_away}
    assert away
    assert not any(control in words(described) for control in away)


def test_where_nothing_is_done_yet_management_has_nothing_to_rest_on_and_the_letter_names_no_month(
    nothing: Composition,
) -> None:
    assert catalogue().phrases["report.no_basis"] in words(document(nothing, "RPT-ASR"))
    assert expected_report(nothing.engagement).month is None
    assert catalogue().phrases["report.no_month"] in words(document(nothing, "RPT-LTR"))


def test_where_nothing_is_done_yet_the_report_says_what_is_to_be_done(nothing: Composition) -> None:
    assert all(finding.fix for finding in nothing.findings)
    assert {"FD-19", "FD-24", "FD-44", "FD-72", "SD-04"} <= {finding.rule for finding in nothing.findings}
    assert len(nothing.points) == sum(
        stated.is_open or stated.is_suggested or stated.is_promise_ahead
        for stated in nothing.engagement.names.stated.values()
        if stated.question
    )
    assert nothing.waiting


def test_what_nobody_answered_is_marked_and_never_filled_in(nothing: Composition) -> None:
    open_now = {name for name, stated in nothing.engagement.names.stated.items() if stated.is_open}
    plainly = {
        name for one in nothing.documents for run in runs_in(one.blocks) for name in run.names if run.mark is Mark.NONE
    }
    assert not open_now & plainly
