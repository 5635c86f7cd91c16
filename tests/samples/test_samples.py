"""The shipped samples are sound: a walk of the matrix, and a reading of every text for what no reader should meet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Audience, Clause, Document, Paragraph, Table, plain
from soc2desk.domain.project import State
from tests.composed import SAMPLES, after, catalogue, clauses, document, of_sample, table, words
from tests.unfit import (
    A_SENTENCE_BEGINS_SMALL,
    UNFIT,
    bare_places,
    hanging_colons,
    ill_formed_clauses,
    small_beginnings,
    unfit_in,
)
from tests.unfit import said as of_set

if TYPE_CHECKING:
    from collections.abc import Iterator

LAW = "REG-LAW"
"""What privacy law asks does not depend on what is examined: its register names privacy criteria in every scope."""
SAYS = re.compile(r"\b(certified|compliant|compliance with SOC|guarantees?)\b", re.IGNORECASE)


def exercise(doc_id: str) -> bool:
    """Say whether a document belongs to the training kit, whose exercises are about invented companies."""
    return doc_id.startswith(("TRN-", "TTX-"))


def said(name: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a sample with the document it stands in; the company's own name is one plain word."""
    return of_set(of_sample(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_nothing_that_must_be_fixed(name: str) -> None:
    made = of_sample(name)
    assert [(finding.rule, finding.about) for finding in made.findings if finding.severity == "high"] == []
    assert made.waiting == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_criterion_in_scope_rests_on_a_control_that_is_shown(name: str) -> None:
    made = of_sample(name)
    rows = table(made, "REG-COV", "coverage")
    assert tuple(rows) == made.engagement.scope.criteria
    for row in rows.values():
        assert all(row[key] for key in ("controls", "owner", "clause", "requests")), row["criterion"]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_control_of_the_matrix_leads_to_an_owner_a_clause_and_a_request(name: str) -> None:
    made = of_sample(name)
    asked = table(made, "REG-ERL", "requests")
    people = {person.name for person in made.engagement.project.people}
    written = {(entry.document, entry.number): entry for entry in made.clauses}
    for control, row in table(made, "REG-MTX", "matrix").items():
        assert row["state"].startswith(("In place since ", "Run by ")), control
        assert {row["owner"], row["backup"]} <= people, control
        requests = re.findall(r"ER-\d{3}", row["evidence"])
        assert requests, control
        assert all(control in asked[request]["controls"] for request in requests), control
        for doc_id, number in _places(row["clause"]):
            assert control in written[doc_id, number].controls, (control, doc_id, number)


def _places(cell: str) -> Iterator[tuple[str, str]]:
    """Yield document and clause of "POL-ACP 6.2-6.4, 14.1; DSC 8.1", the first and last of a range."""
    assert cell
    for part in (one for one in cell.split("; ") if re.match(r"[A-Z]", one)):
        doc_id, _, numbers = part.partition(" ")
        for number in re.findall(r"\d+\.\d+", numbers):
            yield doc_id, number


@pytest.mark.parametrize("name", SAMPLES)
def test_every_clause_of_the_index_stands_in_its_document_under_its_number(name: str) -> None:
    made = of_sample(name)
    for entry in made.clauses:
        assert clauses(made, entry.document)[entry.id].number == entry.number
        for_customers = document(made, entry.document).audience is Audience.CUSTOMER
        assert clauses(made, entry.document)[entry.id].controls == (() if for_customers else entry.controls)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_needed_control_has_a_state_a_person_gave_it(name: str) -> None:
    engagement = of_sample(name).engagement
    for one in engagement.controls:
        assert one.state is not State.NOT_CONFIRMED, one.id
        assert one.confirmed_by in engagement.project.person, one.id
        assert one.confirmed_on is not None, one.id
        assert one.reason or one.state is not State.DOES_NOT_APPLY, one.id


@pytest.mark.parametrize("name", SAMPLES)
def test_every_shown_control_is_described_once(name: str) -> None:
    made = of_sample(name)
    described = [control for clause in clauses(made, "DSC").values() for control in clause.controls]
    assert sorted(described) == sorted(one.id for one in made.engagement.controls if one.is_shown)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_document_of_a_category_that_was_not_chosen(name: str) -> None:
    made = of_sample(name)
    chosen = {"always", *made.engagement.scope.categories}
    for one in made.documents:
        template = catalogue().template.get(one.id)
        assert template is None or chosen & set(template.categories), one.id
    scope = made.engagement.scope
    outside = {c.id for c in catalogue().criteria} - {*scope.criteria, *scope.left_out}
    for one in made.documents:
        if one.id == LAW:
            continue
        assert not outside & set(re.findall(r"\b(?:CC\d|A1|PI1|C1|P\d)\.\d+\b", words(one))), one.id


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_printed_that_no_reader_should_meet(name: str) -> None:
    assert unfit_in(of_sample(name)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sentence_begins_with_a_capital(name: str) -> None:
    assert small_beginnings(of_sample(name)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_clause_begins_with_a_capital_and_ends_with_a_stop(name: str) -> None:
    assert ill_formed_clauses(of_sample(name)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_colon_is_always_followed_by_something(name: str) -> None:
    assert hanging_colons(of_sample(name)) == []
    leading = {plain(b.runs) for one in of_sample(name).documents for b in one.blocks if isinstance(b, Paragraph)}
    labels = [(doc_id, text) for doc_id, text in said(name) if re.fullmatch(r"[^.]{1,40}:\s*", text)]
    assert [one for one in labels if one[1] not in leading] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_no_list_or_section_is_empty(name: str) -> None:
    assert [(one.id, bare) for one in of_sample(name).documents for bare in bare_places(one)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_nobody_is_called_certified_or_compliant(name: str) -> None:
    assert [(doc_id, text) for doc_id, text in said(name) if SAYS.search(text)] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_cover_says_whose_document_it_is_and_how_far_it_got(name: str) -> None:
    made = of_sample(name)
    for one in made.documents:
        facts = {fact.label: plain(fact.runs) for fact in one.cover}
        assert all(facts.values()), one.id
        assert facts["Service"] == made.engagement.answer_text("service")
        assert "Open phrases" not in facts or one.id == "REG-RDY"
        if one.kind in {"policy", "plan", "procedure"} and one.audience != "customer":
            assert facts["Approval"].startswith("Recorded approval of this text by "), one.id


@pytest.mark.parametrize("name", SAMPLES)
def test_no_email_and_no_address_is_a_real_one(name: str) -> None:
    for person in of_sample(name).engagement.project.people:
        assert person.email.endswith(".example"), person.id


def test_a_firm_without_an_office_hears_of_no_visitors_badges_or_doors() -> None:
    heard = re.compile(r"\b(?:visitors?|badges?|doors?|reception|guest network)\b", re.IGNORECASE)
    found = {(doc_id, text) for doc_id, text in said("tamarack") if heard.search(text) and not exercise(doc_id)}
    # The team is told that the control on offices does not apply, and why.
    assert found == {("REG-ALL", "Office access and visitors.")}


def test_a_firm_of_two_is_not_told_to_keep_apart_what_two_cannot() -> None:
    text = words(document(of_sample("tamarack"), "POL-ISP"))
    assert "too few people" in text
    assert "Oversight body |" not in text


def test_a_service_provider_with_its_own_data_centre_answers_for_it() -> None:
    made = of_sample("prairie-hosting")
    assert made.engagement.state["PHY-01"].state is State.IN_PLACE
    assert "servers and network devices" in words(document(made, "POL-ACP"))
    assert not made.engagement.scope.is_type_2
    assert "window" not in "".join(row["period"] for row in table(made, "REG-ERL", "requests").values())


def test_the_quebec_sample_examines_all_five_categories() -> None:
    made = of_sample("clinique-erable")
    assert len(made.engagement.scope.categories) == 5
    assert len(made.engagement.controls) == len(catalogue().controls)
    assert "Commission d'accès à l'information" in words(document(made, "POL-IRP"))


def _rhythm_questions() -> list[tuple[str, str]]:
    rhythms = [question for question in catalogue().questions.values() if question.kind == "cadence"]
    return [(question.id, choice) for question in rhythms for choice in question.choices]


@pytest.mark.parametrize(("question", "rhythm"), _rhythm_questions())
def test_every_rhythm_reads_well_wherever_it_is_printed(question: str, rhythm: str) -> None:
    made = after("clinique-erable", f"{question}={rhythm}")
    printed = 0
    for one in made.documents:
        for text in _with_value(one, question):
            printed += 1
            assert not UNFIT.search(text.replace("inc.", "Inc")), text
            assert not A_SENTENCE_BEGINS_SMALL.search(text.replace("inc.", "Inc")), text
    assert printed


def _with_value(one: Document, question: str) -> Iterator[str]:
    for block in one.blocks:
        stretches_of = [block.runs] if isinstance(block, Paragraph | Clause) else []
        stretches_of += [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else []
        yield from (plain(runs) for runs in stretches_of if any(question in run.names for run in runs))
