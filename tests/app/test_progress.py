from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.pages import RUNNING, window_pages
from soc2desk.app.progress import PageProgress, Progress, answered, needed_roles, progress
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.project import Project
from tests.composed import DAY, SAMPLES, after, catalogue, changed, composed, of_sample, sample

if TYPE_CHECKING:
    from soc2desk.packet.compose import Composition


def page(made: Composition, name: str) -> PageProgress:
    return next(one for one in progress(made) if one.page == name)


def test_an_empty_project_is_not_started_anywhere_and_nothing_is_red() -> None:
    pages = progress(composed(Project()))
    assert [one.page for one in pages] == list(window_pages(catalogue()))
    optional = {
        "description",
        "risks",
        "access_lists",
        "commitments_exceptions",
        "learning",
        "brand",
        "self_check",
        "already",
        *RUNNING,
    }
    assert {one.page for one in pages if one.state is Progress.OPTIONAL} == optional
    assert [one.page for one in pages if one.state is Progress.NOT_NEEDED] == ["privacy"]
    assert {one.state for one in pages if one.page not in {*optional, "privacy"}} == {Progress.NOT_STARTED}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_answered_to_the_end(name: str) -> None:
    made = of_sample(name)
    done, total = answered(made.engagement)
    assert done == total > 60
    for one in progress(made):
        if one.page in {"readiness", "packet"}:
            continue
        if (name, one.page) == ("prairie-hosting", "self_check"):
            # Begun on purpose, and no packet needs it.
            assert (one.state, one.done, one.total) == (Progress.IN_PROGRESS, 16, 42)
            continue
        unasked = Progress.NOT_NEEDED if one.page == "privacy" else Progress.OPTIONAL
        finished = Progress.COMPLETE if one.total else unasked
        assert (one.state, one.done) == (finished, one.total), one


def test_an_answer_taken_away_opens_its_page_again() -> None:
    made = after("tamarack", "service=", "province=NS")
    assert page(made, "service").state is Progress.IN_PROGRESS
    assert page(made, "service").done == page(made, "service").total - 1
    assert answered(made.engagement)[0] == answered(made.engagement)[1] - 1


def test_a_usual_value_counts_only_once_somebody_confirms_it() -> None:
    made = after("tamarack", "recheck_count=")
    assert made.engagement.names.stated["recheck_count"].is_suggested
    assert page(made, "people_practices").state is Progress.IN_PROGRESS
    again = composed(changed(made.engagement.project, "recheck_count=5"))
    assert page(again, "people_practices").state is Progress.COMPLETE


def test_what_is_not_done_yet_is_a_respectable_answer() -> None:
    assert page(after("tamarack", "recheck_count=not yet"), "people_practices").state is Progress.COMPLETE


def test_an_optional_question_counts_when_it_is_left() -> None:
    assert page(after("tamarack", "auditor_firm="), "report").state is Progress.COMPLETE
    alone = Project(answers={"auditor_firm": sample("tamarack").answers["auditor_firm"]})
    assert page(composed(alone), "report").state is Progress.IN_PROGRESS


def test_a_page_whose_every_question_is_hidden_is_not_needed() -> None:
    hidden = next(one for one in catalogue().pages if one.id == "incidents")
    never = replace(hidden, questions=tuple(q for q in hidden.questions if q.id == "change_check"))
    pages = tuple(never if one.id == "incidents" else one for one in catalogue().pages)
    made = of_sample("brightwater")
    assert made.engagement.names.stated["change_check"].hidden
    fewer = replace(made, engagement=replace(made.engagement, catalogue=replace(catalogue(), pages=pages)))
    assert page(fewer, "incidents") == PageProgress("incidents", Progress.NOT_NEEDED)


def test_roles_and_rows_count_on_the_page_of_their_table() -> None:
    full = page(of_sample("tamarack"), "people")
    without = replace(sample("tamarack"), roles=sample("tamarack").roles[1:])
    assert sample("tamarack").roles[0].id in needed_roles(of_sample("tamarack").engagement)
    assert (page(composed(without), "people").done, full.done) == (full.total - 1, full.total)
    assert page(composed(without), "people").state is Progress.IN_PROGRESS
    assert page(composed(replace(sample("tamarack"), systems=())), "systems").state is Progress.NOT_STARTED


def test_a_company_that_uses_no_provider_needs_no_vendor() -> None:
    systems = tuple(replace(system, vendor="") for system in sample("tamarack").systems)
    bare = replace(sample("tamarack"), vendors=(), control_states=(), systems=systems)
    made = composed(changed(bare, "uses_hosting_provider=no"))
    assert page(made, "vendors") == PageProgress("vendors", Progress.NOT_NEEDED)
    assert page(composed(bare), "vendors").state is Progress.NOT_STARTED


def test_a_role_held_by_nobody_of_the_project_is_not_held() -> None:
    stranger = replace(sample("tamarack").roles[0], holder="somebody-else")
    made = composed(replace(sample("tamarack"), roles=(stranger, *sample("tamarack").roles[1:])))
    assert page(made, "people").done == page(of_sample("tamarack"), "people").done - 1


def test_a_control_is_done_with_a_state_and_a_named_owner() -> None:
    whole = page(of_sample("tamarack"), "controls")
    unsaid = composed(replace(sample("tamarack"), control_states=()))
    assert page(unsaid, "controls") == PageProgress("controls", Progress.NOT_STARTED, 0, whole.total)
    unowned = composed(replace(sample("tamarack"), roles=(), owners=()))
    assert page(unowned, "controls").done < whole.total
    assert page(unowned, "controls").state is Progress.IN_PROGRESS


def test_a_must_fix_of_what_was_entered_needs_attention() -> None:
    made = after("brightwater", "people.dana-whitfield.end=2026-11-01")
    left = page(made, "people")
    assert (left.state, left.attention > 0) == (Progress.NEEDS_ATTENTION, True)
    assert page(made, "readiness").state is Progress.NEEDS_ATTENTION


def test_what_is_only_open_or_suggested_needs_no_attention() -> None:
    for made in (after("tamarack", "window_end="), after("tamarack", "recheck_count=")):
        assert {one.state for one in progress(made) if one.page not in {"readiness", "packet"}} <= {
            Progress.COMPLETE,
            Progress.IN_PROGRESS,
            Progress.OPTIONAL,
            Progress.NOT_NEEDED,
        }


def test_an_approval_that_lapsed_needs_attention_and_a_missing_one_does_not() -> None:
    lapsed = composed(changed(sample("tamarack"), "customer_notice_hours=99"))
    assert "POL-IRP" in lapsed.unapproved
    assert page(lapsed, "documents").attention == 1
    missing = composed(replace(sample("tamarack"), approvals=()))
    assert page(missing, "documents").state is Progress.NOT_STARTED
    assert page(missing, "documents").done == 0


def test_a_packet_is_complete_when_nothing_waits() -> None:
    made = of_sample("tamarack")
    assert page(made, "packet").state is Progress.NOT_STARTED
    dated = replace(sample("tamarack"), document_date=DAY)
    assert page(composed(dated), "packet").state is Progress.COMPLETE
    assert page(composed(replace(dated, approvals=())), "packet").state is Progress.IN_PROGRESS


def test_numbers_are_of_real_questions() -> None:
    engagement = decide_engagement(catalogue(), Project(), DAY)
    done, total = answered(engagement)
    assert done == 0
    assert total <= len(catalogue().questions)


def test_tables_that_may_stay_empty_ask_for_nothing() -> None:
    # Nothing of it is claimed either: an assessment said to be in place would need its risks.
    claims_less = [f"control_states.RSK-0{number}={{state: planned, from: 2027-03-01}}" for number in (1, 2)]
    modest = changed(sample("tamarack"), *claims_less)
    bare = replace(modest, risks=(), access_rights=(), service_accounts=(), commitments_made=())
    for name in ("risks", "access_lists", "commitments_exceptions"):
        assert page(composed(bare), name) == PageProgress(name, Progress.OPTIONAL)
    assert page(composed(sample("tamarack")), "commitments_exceptions").state is Progress.COMPLETE


def test_the_page_of_risks_counts_those_that_a_person_rated() -> None:
    one = page(after("tamarack", "risks.new-one.name=Something new"), "risks")
    assert (one.state, one.done, one.total) == (Progress.IN_PROGRESS, 9, 10)
