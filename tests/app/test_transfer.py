from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.transfer import (
    Approving,
    answers_schema,
    answers_text,
    approve,
    approved,
    change,
    new_project,
)
from soc2desk.document.blocks import plain
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.domain.project import Edit
from soc2desk.packet.compose import compose
from soc2desk.storage.projects import names
from tests.composed import DAY, document, sample, table

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.project import Project


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "workspace", DAY)
    new_project(desk, "Acme", sample="tamarack")
    return desk


def test_a_new_project_holds_the_answers_it_was_given(desk: Desk) -> None:
    assert desk.source("acme").project == sample("tamarack")
    assert [one.name for one in names(desk.workspace)] == ["Acme"]
    assert new_project(desk, "Empty").name == "empty"
    assert desk.source("empty").project.answers == {}


def test_answers_go_out_and_come_in_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "out.yaml"
    file.write_text(answers_text(desk, project="acme"), encoding="utf-8")
    assert desk.answers_file(file).project == sample("tamarack")
    assert answers_text(desk, sample="tamarack") == desk.sample("tamarack").read_text(encoding="utf-8")
    assert "company:" in answers_text(desk)


def test_changes_are_all_made_or_none(desk: Desk) -> None:
    with pytest.raises(ProjectProblem):
        change(desk, "acme", [("service", "New"), ("recheck_count", "many")])
    assert desk.source("acme").project == sample("tamarack")
    change(desk, "acme", [("service", "New"), ("recheck_count", "9")])
    answers = desk.source("acme").project.answers
    assert (answers["service"].value, answers["recheck_count"].value) == ("New", 9)


def test_an_approval_is_of_today_and_of_the_present_text(desk: Desk) -> None:
    (given,) = approve(desk, "acme", ["POL-ACP"], Approving("tobias-nystrom"))
    assert (given.on, given.by) == (DAY, "tobias-nystrom")
    assert desk.source("acme").project.approval["POL-ACP"] == given
    change(desk, "acme", [("access_removal_limit", "3 business days")])
    again = compose(desk.catalogue, desk.source("acme").project, DAY)
    assert "POL-ACP" in again.unapproved
    assert "POL-ACP" not in compose(desk.catalogue, approved_again(desk), DAY).unapproved


def test_an_approval_keeps_what_its_person_was_called_and_no_new_name_takes_it_over(desk: Desk) -> None:
    (given,) = approve(desk, "acme", ["POL-ACP"], Approving("tobias-nystrom"))
    called = desk.source("acme").project.person["tobias-nystrom"].name
    change(desk, "acme", [("people.tobias-nystrom.name", "Zoe Newly")])
    made = compose(desk.catalogue, desk.source("acme").project, DAY)
    assert given.name == called
    assert f"by {called} on" in table(made, "REG-POL", "policies")["POL-ACP"]["approval"]
    assert table(made, "POL-ACP", "revisions")["approved"]["approved_by"] == called
    policy = document(made, "POL-ACP")
    assert called in next(plain(fact.runs) for fact in policy.cover if fact.label == "Approval")


def approved_again(desk: Desk) -> Project:
    approve(desk, "acme", ["POL-ACP"], Approving("tobias-nystrom"))
    return desk.source("acme").project


def test_what_is_approved_does_not_change_with_the_day(desk: Desk) -> None:
    approve(desk, "acme", [], Approving("tobias-nystrom"))
    project = desk.source("acme").project
    for days in (1, 40, 400):
        assert compose(desk.catalogue, project, DAY + timedelta(days)).unapproved == ()


def test_only_who_works_here_today_approves(desk: Desk) -> None:
    before = desk.source("acme").project
    with pytest.raises(ProjectProblem, match="no person"):
        approve(desk, "acme", ["POL-ACP"], Approving("nobody"))
    with pytest.raises(ProjectProblem, match="does not work here"):
        approve(replace(desk, today=date(1999, 1, 1)), "acme", ["POL-ACP"], Approving("tobias-nystrom"))
    with pytest.raises(UsageProblem):
        approve(desk, "acme", ["POL-ACP", "POL-NOPE"], Approving("tobias-nystrom"))
    assert desk.source("acme").project == before


def test_an_approval_is_given_under_a_full_name_in_any_letters(desk: Desk) -> None:
    (given,) = approve(desk, "acme", ["POL-ACP"], Approving(_shouted(desk)))
    assert given.by == "tobias-nystrom"


def _shouted(desk: Desk) -> str:
    return f" {desk.source('acme').project.person['tobias-nystrom'].name.upper()}  "


def test_a_name_that_two_people_share_needs_the_id(desk: Desk) -> None:
    project = desk.source("acme").project
    twin = replace(project.person["tobias-nystrom"], id="tobias-two")
    two = replace(project, people=(*project.people, twin))
    with pytest.raises(ProjectProblem, match="2 people are called") as caught:
        approved(desk, two, {"POL-ACP": "a" * 64}, ["POL-ACP"], Approving(twin.name))
    assert "tobias-nystrom, tobias-two" in (caught.value.hint or "")
    made = approved(desk, two, {"POL-ACP": "a" * 64}, ["POL-ACP"], Approving("tobias-two"))
    assert made.approval["POL-ACP"].by == "tobias-two"


def test_an_earlier_decision_stands_beside_today_and_is_never_to_come(desk: Desk) -> None:
    project, hashes = desk.source("acme").project, {"POL-ACP": "a" * 64, "POL-IRP": "b" * 64}
    earlier = DAY - timedelta(30)
    made = approved(desk, project, hashes, ["POL-ACP"], Approving("tobias-nystrom", earlier, "Meeting 4"))
    given = made.approval["POL-ACP"]
    assert (given.on, given.decided_on, given.minutes, given.text) == (DAY, earlier, "Meeting 4", "a" * 64)
    assert made.approval.get("POL-IRP") == project.approval.get("POL-IRP")
    today = approved(desk, project, hashes, ["POL-ACP"], Approving("tobias-nystrom", DAY))
    assert today.approval["POL-ACP"].decided_on == DAY
    with pytest.raises(ProjectProblem, match="still to come"):
        approved(desk, project, hashes, ["POL-ACP"], Approving("tobias-nystrom", DAY + timedelta(1)))
    with pytest.raises(UsageProblem, match="no document"):
        approved(desk, project, hashes, ["REC-OFF"], Approving("tobias-nystrom"))


def test_the_schema_names_every_question(desk: Desk) -> None:
    asked = answers_schema(desk)["properties"]["answers"]["anyOf"][0]["properties"]  # type: ignore[index]
    assert set(asked) == set(desk.catalogue.questions)


def test_nothing_was_decided_about_a_text_before_somebody_wrote_it(desk: Desk) -> None:
    project, hashes = desk.source("acme").project, {"POL-ACP": "a" * 64, "POL-IRP": "b" * 64}
    worded = replace(project, edits=(Edit("POL-ACP/scope", "All of it.", "c" * 64, DAY),))
    with pytest.raises(ProjectProblem, match="did not exist yet"):
        approved(desk, worded, hashes, ["POL-ACP"], Approving("tobias-nystrom", DAY - timedelta(1), "Meeting 4"))
    given = Approving("tobias-nystrom", DAY - timedelta(1), "Meeting 4")
    assert approved(desk, worded, hashes, ["POL-IRP"], given).approval["POL-IRP"].decided_on
    assert approved(desk, worded, hashes, ["POL-ACP"], Approving("tobias-nystrom")).approval["POL-ACP"].on == DAY


def test_nobody_decided_anything_before_the_first_day(desk: Desk) -> None:
    project = desk.source("acme").project
    start = project.person["tobias-nystrom"].start
    assert start
    early = Approving("tobias-nystrom", start - timedelta(1), "Meeting 4")
    with pytest.raises(ProjectProblem, match=f"began on {start.isoformat()}"):
        approved(desk, project, {"POL-ACP": "a" * 64}, ["POL-ACP"], early)


def test_who_entered_an_approval_is_kept_where_it_is_somebody_else(desk: Desk) -> None:
    project, hashes = desk.source("acme").project, {"POL-ACP": "a" * 64}
    other = next(one.id for one in project.people if one.is_here(DAY) and one.id != "tobias-nystrom")
    made = approved(desk, project, hashes, ["POL-ACP"], Approving("tobias-nystrom", entered_by=other))
    assert made.approval["POL-ACP"].entered_by == other
    same = approved(desk, project, hashes, ["POL-ACP"], Approving("tobias-nystrom", entered_by="tobias-nystrom"))
    assert same.approval["POL-ACP"].entered_by == ""
