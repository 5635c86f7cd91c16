"""An auditor's own list in a project: matched, confirmed, read again, and shown to the team alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from soc2desk.app.desk import Desk
from soc2desk.app.request_reading import RequestPlan, confirm, plan_requests, take_requests
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.document.blocks import Audience, Table, plain
from soc2desk.domain.auditing import Matched
from soc2desk.domain.problems import UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = (
    ("PBC #", "Requested evidence", "Due"),
    ("7.1", "System-generated listing of all terminated employees", "2027-07-05"),
    ("7.2", "Firewall rulesets and the periodic review of the rules", ""),
    ("7.2", "Audited financial statements", ""),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", date(2027, 4, 6))
    made = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield made
    made.close()


def read(session: Session, folder: Path, rows: tuple[tuple[str, ...], ...] = ROWS) -> RequestPlan:
    book = Workbook()
    for row in (("Request list of Tidemark & Finch",), *rows):
        book.worksheets[0].append(row)
    book.save(folder / "list.xlsx")
    plan = plan_requests(session, folder / "list.xlsx")
    take_requests(session, plan, "list")
    return plan


def test_each_line_stays_under_the_auditors_number(session: Session, tmp_path: Path) -> None:
    plan = read(session, tmp_path)
    first, second, third = session.project.auditor_requests
    assert (first.number, first.due, first.requests, first.matched) == (
        "7.1",
        date(2027, 7, 5),
        ("ER-053",),
        Matched.SURE,
    )
    assert second.requests == ("ER-060",)
    assert (third.number, third.requests, third.matched) == ("7.2 (row 5)", (), Matched.NONE)
    assert any("stand twice" in told for told in plan.told)


def test_a_confirmation_carries_today_and_survives_reading_the_list_again(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    confirm(session, "7.2", ["ER-061", "ER-060"], "Priya Natarajan", "confirmed")
    read(session, tmp_path)
    second = session.project.auditor_requests[1]
    assert (second.requests, second.confirmed_by, second.confirmed_on) == (
        ("ER-061", "ER-060"),
        "priya-natarajan",
        date(2027, 4, 6),
    )


def test_other_words_under_the_same_number_ask_for_a_new_confirmation(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    confirm(session, "7.1", [], "priya-natarajan", "confirmed")
    plan = read(session, tmp_path, (ROWS[0], ("7.1", "Badge listing", ""), *ROWS[2:]))
    assert session.project.auditor_requests[0].confirmed_by == ""
    assert "Confirmed before, and worded anew: please confirm again: 7.1." in plan.told


def test_none_of_ours_can_be_confirmed_too(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    assert confirm(session, "7.2", ["none"], "priya-natarajan", "confirmed").requests == ()


@pytest.mark.parametrize(
    ("number", "ours", "by"), [("9", [], "dana-whitfield"), ("7.1", ["ER-999"], "dana-whitfield"), ("7.1", [], "")]
)
def test_what_is_not_there_cannot_be_confirmed(
    session: Session, tmp_path: Path, number: str, ours: list[str], by: str
) -> None:
    read(session, tmp_path)
    with pytest.raises(UsageProblem):
        confirm(session, number, ours, by, "confirmed")


def test_the_register_is_for_the_team_and_left_out_while_there_is_no_list(session: Session, tmp_path: Path) -> None:
    assert "REG-ARQ" not in {one.id for one in session.composition.documents}
    read(session, tmp_path)
    confirm(session, "7.1", [], "priya-natarajan", "confirmed")
    register = next(one for one in session.composition.documents if one.id == "REG-ARQ")
    assert register.audience is Audience.INTERNAL
    table = next(block for block in register.blocks if isinstance(block, Table))
    said = [[plain(cell) for cell in row.cells] for row in table.rows]
    assert said[0][0] == "7.1"
    assert said[0][4] == "confirmed by Priya Natarajan on 2027-04-06"
    assert said[2][3:5] == ["", "no request of ours yet"], "said once"
