"""Real lists held against the promises: what fails is kept once, and nothing is guessed from what is missing."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.list_reading import MOST_KEPT, ListPlan, ListWish, plan_list, settle, take_list
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAKEN = datetime.fromisoformat("2027-04-01T12:00")
CHANGES = "Number,Author,Approved by,Merged at\n101,Park Ji-ho,Samuel Okafor,2027-02-01\n102,Park Ji-ho,,2027-02-02\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", date(2027, 4, 6))
    made = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield made
    made.close()


def read(session: Session, folder: Path, text: str, kind: str, system: str = "") -> ListPlan:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    plan = plan_list(session, path, ListWish(kind, TAKEN, system))
    take_list(session, plan, "list")
    return plan


def test_only_failing_lines_are_kept_with_whom_they_concern(session: Session, tmp_path: Path) -> None:
    plan = read(session, tmp_path, CHANGES, "changes", "github")
    (row,) = session.project.seen_in_lists
    assert (row.id, row.item, row.system, row.person, row.on) == (
        "changes-no-approval-102", "102", "github", "park-ji-ho", date(2027, 2, 2),
    )  # fmt: skip
    assert plan.counts == {"no_approval": 1}
    assert "no_test cannot be told: the list has no column for tests." in plan.told


def test_a_list_that_is_read_again_doubles_nothing_and_keeps_what_was_settled(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path, CHANGES, "changes", "github")
    settle(session, "changes-no-approval-102", "Dana Whitfield", "Looked at afterwards, OPS-12", "settled")
    read(session, tmp_path, CHANGES, "changes", "github")
    (row,) = session.project.seen_in_lists
    assert (row.settled_on, row.settled_by, row.answer) == (
        date(2027, 4, 6),
        "dana-whitfield",
        "Looked at afterwards, OPS-12",
    )


def test_lines_of_an_earlier_list_stay_until_somebody_settles_them(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path, CHANGES, "changes", "github")
    plan = read(session, tmp_path, CHANGES.replace("102", "103"), "changes", "github")
    assert {row.item for row in session.project.seen_in_lists} == {"102", "103"}
    assert any(told.startswith("Kept before and not in this list any more: 1 line,") for told in plan.told)


def test_limits_come_from_the_answers_and_a_limit_nobody_answered_is_told(session: Session, tmp_path: Path) -> None:
    text = "CVE,Severity,First seen,Fixed\nCVE-1,Critical,2027-01-01,2027-03-01\nCVE-2,High,2027-03-30,\n"
    session.put({("answers", "critical_patch_days"): "14"}, "limit")
    assert read(session, tmp_path, text, "vulnerabilities").counts == {"past_deadline": 1}
    session.put({("answers", "alert_triage_hours"): None}, "limit")
    plan = read(session, tmp_path, "Alert,Raised,Triaged\nA,2027-01-01,2027-03-01\n", "alerts")
    assert plan.counts == {}
    assert "Not held against alert_triage_hours: it is not answered." in plan.told


def test_people_without_a_device_are_told_and_people_who_left_are_not(session: Session, tmp_path: Path) -> None:
    text = "Serial,User,Encrypted,Last seen\nS1,Dana Whitfield,Yes,2027-03-31\nS2,Priya Natarajan,No,2027-03-31\n"
    read(session, tmp_path, text, "devices")
    rows = {row.fault: row for row in session.project.seen_in_lists if row.fault != "not_listed"}
    without = {row.person for row in session.project.seen_in_lists if row.fault == "not_listed"}
    assert rows["not_encrypted"].item == "S2"
    assert "yuki-tanabe" in without
    assert not {"dana-whitfield", "priya-natarajan", "viktor-markovic"} & without


def test_a_day_that_cannot_be_read_is_no_missing_day(session: Session, tmp_path: Path) -> None:
    plan = read(session, tmp_path, "Serial,Last seen\nS1,03/04/2027\n", "devices")
    assert plan.counts == {}
    assert any("--dates" in told for told in plan.told)


def test_of_very_many_failing_lines_some_are_kept_and_the_rest_counted(session: Session, tmp_path: Path) -> None:
    rows = "".join(f"{at},Park Ji-ho,,2027-02-02\n" for at in range(MOST_KEPT + 30))
    plan = read(session, tmp_path, f"Number,Author,Approved by,Merged at\n{rows}", "changes")
    assert (len(session.project.seen_in_lists), plan.beyond) == (MOST_KEPT, 30)


def test_long_and_strange_names_get_ids_of_their_own(session: Session, tmp_path: Path) -> None:
    names = ["x" * 90 + "1", "x" * 90 + "2", "\u0645", "A/B", "A B"]
    read(session, tmp_path, "Number,Approved by\n" + "".join(f"{name},\n" for name in names), "changes")
    assert [row.item for row in session.project.seen_in_lists] == names


@pytest.mark.parametrize(
    ("by", "answer", "said"),
    [("dana", "x", "nobody"), ("viktor-markovic", "x", "left"), ("dana-whitfield", " ", "came")],
)
def test_a_line_is_settled_by_somebody_here_with_an_answer(
    session: Session, tmp_path: Path, by: str, answer: str, said: str
) -> None:
    read(session, tmp_path, CHANGES, "changes")
    with pytest.raises(UsageProblem, match=said):
        settle(session, "changes-no-approval-102", by, answer, "settled")
