from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.answers import Answer
from soc2desk.domain.auditing import AuditorRequest, Ready, Remedy, Retest, WalkedRequest
from soc2desk.domain.claimed_days import EntryDay
from soc2desk.domain.description import DisclosedIncident
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.evidence import Evidence, SeenInList, UserExport
from soc2desk.domain.kept_records import KeptRecord
from soc2desk.domain.learning import Completion
from soc2desk.domain.next_period import NextPeriod, PriorException, RolledForward, roll_forward, usual_window
from soc2desk.domain.problems import ProjectProblem
from tests.composed import catalogue, sample

if TYPE_CHECKING:
    from soc2desk.domain.project import Project

TODAY = date(2027, 9, 30)
ISSUED = date(2027, 8, 31)
WINDOW = (date(2027, 7, 1), date(2027, 12, 31))
WANTED = NextPeriod(ISSUED, WINDOW)


@pytest.fixture(scope="module")
def base() -> Project:
    """Return a company whose Type II window went from January to June 2027."""
    project = sample("brightwater")
    yearly = {**project.answers, "pentest_frequency": Answer("annual")}
    return replace(project, answers=yearly if "pentest_frequency" in project.answers else project.answers)


def rolled(project: Project, wanted: NextPeriod = WANTED) -> RolledForward:
    return roll_forward(catalogue(), project, wanted, TODAY)


def test_the_window_moves_and_the_report_is_one_of_the_earlier(base: Project) -> None:
    made = rolled(base).project
    values = {name: answer.value for name, answer in made.answers.items()}
    assert (values["report_type"], values["window_start"], values["window_end"]) == ("type_2", *WINDOW)
    assert (values["prior_report_type"], values["prior_report_start"], values["prior_report_end"]) == (
        "type_2", date(2027, 1, 1), date(2027, 6, 30)
    )  # fmt: skip
    assert not {"fieldwork_start", "report_needed_by", "report_date"} & set(values)
    (report,) = made.earlier_reports
    assert (report.report, report.first, report.last, report.issued_on) == (
        "type_2", date(2027, 1, 1), date(2027, 6, 30), ISSUED
    )  # fmt: skip
    assert made.document_date is None


def test_answers_people_states_and_training_go_on(base: Project) -> None:
    trained = replace(base, completions=(Completion("c-1", base.people[0].id, "TRN-01", date(2027, 1, 5)),))
    made = rolled(trained).project
    assert made.people == base.people
    assert made.control_states == base.control_states
    assert made.owners == base.owners
    assert made.completions == trained.completions
    assert made.answers["company"] == base.answers["company"]


def test_a_type_i_report_leads_to_a_first_window(base: Project) -> None:
    answers = {**base.answers, "report_type": Answer("type_1"), "report_date": Answer(date(2027, 6, 30))}
    project = replace(base, answers=answers)
    engagement = decide_engagement(catalogue(), project, TODAY)
    assert usual_window(engagement) == WINDOW
    made = rolled(project)
    assert made.period == (date(2027, 6, 30), date(2027, 6, 30))
    assert made.report.report == "type_1"
    assert "prior_report_start" not in made.project.answers


def test_the_usual_window_follows_without_a_gap_and_is_as_long(base: Project) -> None:
    assert usual_window(decide_engagement(catalogue(), base, TODAY)) == WINDOW


def test_old_approvals_reopen_and_young_ones_stay(base: Project) -> None:
    old = tuple(replace(one, on=date(2026, 12, 30)) for one in base.approvals[:2])
    young = replace(base.approvals[2], on=date(2026, 12, 31))
    decided = replace(base.approvals[3], on=date(2027, 9, 1), decided_on=date(2026, 6, 1), minutes="Minutes 4")
    made = rolled(replace(base, approvals=(*old, young, decided)))
    assert made.project.approvals == (young,)
    assert made.reopened == (old[0].id, old[1].id, decided.id)


def test_exceptions_come_back_as_things_to_show_again(base: Project) -> None:
    shown = Retest("retest-2", "Shown", shown_on=date(2027, 5, 1))
    entered = (EntryDay("risks.ransomware.rated_on", TODAY), EntryDay("retests.retest-2.shown_on", TODAY))
    project = replace(base, retests=(Retest("retest-1", "Open"), shown), entry_days=entered)
    wanted = replace(WANTED, exceptions=(PriorException("Late reviews", ("ACC-07",), "On time"),))
    made = rolled(project, wanted)
    assert [(one.id, one.name, one.controls) for one in made.project.retests] == [
        ("retest-1", "Open", ()), ("retest-3", "Late reviews", ("ACC-07",))
    ]  # fmt: skip
    assert made.project.retests[1].report == made.report.id
    assert made.retests == 2
    assert made.project.entry_days == entered[:1], "the days of entry go with their rows"


def test_evidence_records_and_lists_stay_with_the_old_period(base: Project) -> None:
    project = replace(
        base,
        evidence=(Evidence("e-1", "A list", occurrence="ACC-07/2027-Q1", file="a.csv"),),
        records=(KeptRecord("r-1", "access_review", "ACC-07/2027-Q2"),),
        user_exports=(UserExport("u-1", "docket"),),
        seen_in_lists=(SeenInList("s-1", "changes", "no_review", "PR 4"),),
        walked_requests=(WalkedRequest("ER-001", Ready.YES),),
        auditor_requests=(AuditorRequest("a-1", "1", "The list"),),
        remedies=(Remedy("m-1", "Done", closed_on=date(2027, 3, 1)), Remedy("m-2", "Still open")),
    )
    made = rolled(project)
    for table in ("evidence", "records", "user_exports", "seen_in_lists", "walked_requests", "auditor_requests"):
        assert getattr(made.project, table) == (), table
    assert [one.id for one in made.project.remedies] == ["m-2"]
    assert made.archived >= 7


def test_what_was_begun_in_a_period_that_reaches_into_the_window_goes_on(base: Project) -> None:
    wanted = NextPeriod(ISSUED, (date(2027, 8, 1), date(2027, 12, 31)))
    project = replace(
        base,
        records=(KeptRecord("r-1", "access_review", "ACC-07/2027-Q3", evidence=("e-1",)),
                 KeptRecord("r-2", "access_review", "ACC-07/2027-Q2")),
        evidence=(Evidence("e-1", "The list of July", occurrence="ACC-07/2027-Q3"), Evidence("e-2", "Old")),
    )  # fmt: skip
    made = rolled(project, wanted)
    assert [one.id for one in made.project.records] == ["r-1"]
    assert [one.id for one in made.project.evidence] == ["e-1"]
    assert made.goes_on == ("ACC-07/2027-Q3",)


def test_what_training_rests_on_stays_with_it(base: Project) -> None:
    done = Completion("c-1", base.people[0].id, "TRN-01", date(2027, 1, 5), evidence=("e-1",))
    project = replace(base, completions=(done,), evidence=(Evidence("e-1", "Certificate"), Evidence("e-2", "Other")))
    assert [one.id for one in rolled(project).project.evidence] == ["e-1"]


def test_incidents_of_the_old_period_leave_and_the_question_is_asked_again(base: Project) -> None:
    old = DisclosedIncident("i-1", date(2027, 3, 1), "An outage")
    new = DisclosedIncident("i-2", date(2027, 8, 1), "Another")
    answers = {**base.answers, "incidents_said": Answer("listed")}
    both = replace(base, answers=answers, disclosed_incidents=(old, new))
    assert rolled(both).project.disclosed_incidents == (new,)
    assert "incidents_said" in rolled(both).project.answers
    alone = rolled(replace(both, disclosed_incidents=(old,))).project
    assert alone.disclosed_incidents == ()
    assert "incidents_said" not in alone.answers


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (replace(WANTED, issued=date(2027, 10, 1)), "still to come"),
        (replace(WANTED, issued=date(2027, 6, 29)), "cannot speak of days up to"),
        (replace(WANTED, window=(date(2027, 12, 31), date(2027, 7, 1))), "before it begins"),
        (replace(WANTED, window=(date(2027, 6, 30), date(2027, 12, 31))), "inside the period"),
        (replace(WANTED, window=(date(2027, 7, 1), date(2099, 12, 31))), "more than two years"),
        (replace(WANTED, exceptions=(PriorException("X", ("ACC-99",)),)), "no such control"),
    ],
)
def test_days_that_cannot_be_are_refused(base: Project, wanted: NextPeriod, why: str) -> None:
    with pytest.raises(ProjectProblem, match=why):
        rolled(base, wanted)


def test_without_a_present_period_there_is_nothing_to_go_on_from(base: Project) -> None:
    answers = {name: answer for name, answer in base.answers.items() if name != "window_end"}
    with pytest.raises(ProjectProblem, match="present period is not known"):
        rolled(replace(base, answers=answers))
