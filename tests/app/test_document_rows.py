"""The list of documents: whose they are, where they stand, and why one is not made here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from soc2desk.app.desk import Desk
from soc2desk.app.document_rows import DocumentRow, NotNeeded, Standing, document_rows, matching
from soc2desk.app.wording import edited
from soc2desk.domain.conditions import Condition
from soc2desk.domain.project import Project
from soc2desk.packet.compose import Composition, compose
from tests.composed import DAY, catalogue, changed, composed, of_sample, sample

BRIGHTWATER = sample("brightwater")
DESK = Desk(Path("nowhere"), DAY)


def row(made: Composition, document: str) -> DocumentRow:
    return next(one for one in document_rows(made) if one.id == document)


def with_template(document: str, **changes: object) -> Composition:
    library = catalogue()
    templates = tuple(replace(one, **changes) if one.id == document else one for one in library.templates)  # type: ignore[arg-type]
    return compose(replace(library, templates=templates), BRIGHTWATER, DAY)


def test_an_approved_policy_names_owner_approver_and_day() -> None:
    found = row(of_sample("brightwater"), "POL-ACP")
    assert (found.title, found.kind, found.owner, found.role) == (
        "Access control policy", "policy", "Dana Whitfield", "IT lead",
    )  # fmt: skip
    assert (found.standing, found.by, found.on) == (Standing.APPROVED, "Helen Marchetti", date(2026, 11, 16))
    assert found.is_approvable


def test_a_changed_answer_lets_the_approval_lapse_and_the_row_still_says_who_gave_it() -> None:
    found = row(composed(changed(BRIGHTWATER, "access_review_period=annual")), "POL-ACP")
    assert (found.standing, found.by, found.on) == (Standing.CHANGED, "Helen Marchetti", date(2026, 11, 16))


def test_without_approval_it_is_a_draft_or_a_draft_in_own_words() -> None:
    plain = replace(BRIGHTWATER, approvals=())
    assert row(composed(plain), "POL-ACP").standing is Standing.DRAFT
    own = edited(DESK, plain, "POL-ACP/purpose", "Our own words.", "")
    found = row(composed(own), "POL-ACP")
    assert (found.standing, found.reworded) == (Standing.EDITED, 1)


def test_records_and_registers_are_made_from_answers_and_nobody_approves_them() -> None:
    for document in ("REC-OFF", "DSC", "REG-MTX"):
        found = row(of_sample("brightwater"), document)
        assert found.standing is Standing.MADE
        assert not found.is_approvable


def test_an_empty_project_has_owners_that_are_nobody_yet_and_counts_what_is_open() -> None:
    found = row(composed(Project()), "POL-ACP")
    assert (found.owner, found.role, found.standing) == ("", "IT lead", Standing.DRAFT)
    assert found.open > 0


def test_a_document_for_another_category_says_which() -> None:
    found = row(with_template("POL-VEN", categories=("privacy",)), "POL-VEN")
    assert (found.standing, found.not_needed) == (
        Standing.NOT_NEEDED, NotNeeded("categories", ("Privacy",), "pages.scope"),
    )  # fmt: skip
    assert not found.is_approvable


def test_a_document_that_an_answer_leaves_out_names_the_question_and_leads_to_it() -> None:
    condition = Condition("not", (Condition("name", value="has_office"),))
    found = row(with_template("POL-VEN", when=condition), "POL-VEN")
    label = catalogue().questions["has_office"].label
    assert found.not_needed == NotNeeded("answers", (label,), "answers.has_office")


def test_a_document_without_any_needed_control_says_so() -> None:
    found = row(with_template("POL-VEN", body="## @purpose Purpose\n\n1. @a Nothing.\n"), "POL-VEN")
    assert found.not_needed == NotNeeded("controls", (), "pages.controls")


def test_documents_that_are_not_needed_stand_at_the_end() -> None:
    rows = document_rows(with_template("POL-ACP", categories=("privacy",)))
    left_out = [one.standing is Standing.NOT_NEEDED for one in rows]
    assert left_out == sorted(left_out)
    assert "POL-ACP" in {one.id for one in rows[-sum(left_out) :]}
    assert [one.kind for one in rows[:3]] == ["policy"] * 3


def test_a_search_looks_at_all_words_in_titles_owners_and_ids_in_any_letters() -> None:
    rows = document_rows(of_sample("brightwater"))
    found = matching(rows, "DANA policy")
    assert "POL-ACP" in {one.id for one in found}
    assert {one.owner for one in found} == {"Dana Whitfield"}
    assert [one.id for one in matching(rows, "dana access pol-acp")] == ["POL-ACP"]
    assert [one.id for one in matching(rows, "reg-mtx")] == ["REG-MTX"]
    assert matching(rows, "nothing of the kind") == []
    assert {one.kind for one in matching(rows, kind="record")} == {"record"}
    assert {one.standing for one in matching(rows, standing="made", kind="register")} == {Standing.MADE}


def test_what_somebody_who_left_approved_is_still_said_by_name() -> None:
    people = tuple(
        replace(one, end=DAY - timedelta(days=1)) if one.id == "helen-marchetti" else one for one in BRIGHTWATER.people
    )
    assert row(composed(replace(BRIGHTWATER, people=people)), "POL-CHG").by == "Helen Marchetti"
