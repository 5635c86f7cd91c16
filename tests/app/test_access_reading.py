"""An access review from a real list of users: begun, decided, read again, and nothing lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from soc2desk.app import access_deciding, access_reading, access_worksheet
from soc2desk.app.access_deciding import plan_decisions, take_decisions
from soc2desk.app.access_reading import AccessPlan, plan_access, take_access
from soc2desk.app.access_wish import AccessWish
from soc2desk.app.access_worksheet import write_worksheet
from soc2desk.app.desk import Desk
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import FileProblem, UsageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.workbook import Workbook

SHAPES = Path(__file__).parents[1] / "storage" / "exports" / "shapes"
TODAY = date(2027, 4, 6)
WISH = AccessWish("google-workspace", datetime.fromisoformat("2027-04-01T09:30"))
RECORD = "access-review-google-workspace-2027-q2"
LINES, ACCOUNT, DECISION = "Users reviewed", "Account", "Decision"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", TODAY)
    made = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield made
    made.close()


def planned(session: Session, name: str = "premises-directory", wish: AccessWish = WISH) -> AccessPlan:
    return plan_access(session, SHAPES / f"{name}.csv", wish)


def taken(session: Session, tmp_path: Path) -> Path:
    plan = planned(session)
    take_access(session, plan, "review")
    path = tmp_path / "review.xlsx"
    write_worksheet(plan, session.engagement, path)
    return path


def place(book: Workbook, sheet: str, heading: str) -> int:
    return next(cell.column for cell in book[sheet][1] if cell.value == heading)


def decide(path: Path, sheet: str = LINES, **decisions: str) -> Workbook:
    book = load_workbook(path)
    account, decision = place(book, sheet, ACCOUNT), place(book, sheet, DECISION)
    for row in book[sheet].iter_rows(min_row=2):
        if said := decisions.get(str(row[account - 1].value)):
            row[decision - 1].value = said
    book.save(path)
    return book


def decided(session: Session) -> dict[str, object]:
    record = next(one for one in session.project.records if one.id == RECORD)
    return {str(line["user"]): line.get("decision") for line in record.lines("lines")}


def test_a_list_becomes_a_review_without_a_single_decision(session: Session, tmp_path: Path) -> None:
    taken(session, tmp_path)
    record = next(one for one in session.project.records if one.id == RECORD)
    assert (record.occurrence, record.text("period"), record.text("reviewer")) == (
        "ACC-07/2027-Q2",
        "2027-Q2",
        "dana-whitfield",
    )
    assert record.entered_on == TODAY
    assert set(decided(session).values()) == {None}
    assert record.lines("lines")[0] == {
        "user": "dwhitfield", "person": "Dana Whitfield", "role": "Domain Admins", "privileged": True,
        "last_login": date(2026, 3, 30),
    }  # fmt: skip


def test_the_summary_of_the_list_is_kept_and_none_of_its_other_columns(session: Session, tmp_path: Path) -> None:
    taken(session, tmp_path)
    (export,) = session.project.user_exports
    assert (export.system, export.rows, export.enabled) == ("google-workspace", 6, 5)
    assert export.leavers == ("chloe-lafreniere",)
    assert export.unknown == ("Administrator", "scanner01")
    assert export.shared_admins == ("Administrator",)
    assert "user=sAMAccountName / Login" in export.columns
    assert "Helps with" not in str(session.plain)


def test_private_columns_of_a_list_of_users_are_named_before_it_becomes_evidence_and_not_kept(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "users.csv"
    path.write_text("login,email,Salary,Birth date,Screening result\nkim,kim@b.example,90000,1990-01-01,clear\n")
    plan = plan_access(session, path, WISH)
    said = "more about people than is needed here: Salary; Birth date; Screening result. Export the list without them"
    assert said in " ".join(plan.told)
    take_access(session, plan, "review")
    assert [word for word in ("90000", "1990-01-01", "clear") if word in str(session.plain["records"])] == []


def test_planning_writes_nothing_and_one_undo_takes_everything_back(session: Session, tmp_path: Path) -> None:
    before = session.project
    planned(session)
    assert session.project == before
    taken(session, tmp_path)
    session.undo()
    assert session.project == before


def test_what_is_doubtful_is_told(session: Session) -> None:
    told = "\n".join(planned(session).told)
    assert "Left, and can still sign in: Chloé Lafrenière." in told
    assert "line 10: it has 7 cells under 10 headings" in told
    assert "Dana Whitfield reviews: somebody else has to decide on their own lines." in told


def test_the_worksheet_offers_the_decisions_and_keeps_the_reviewers_own_line_apart(
    session: Session, tmp_path: Path
) -> None:
    book = load_workbook(taken(session, tmp_path))
    own = next(name for name in book.sheetnames if name.startswith("The reviewer"))
    assert [book[own].cell(2, place(book, own, ACCOUNT)).value, book[own].max_row] == ["dwhitfield", 2]
    assert [row[0].value for row in book[LINES].iter_rows(min_row=2)] == [
        "mgagnon",
        "clafreniere",
        "Administrator",
        "scanner01",
    ]
    assert "Keep" in str([rule.formula1 for rule in book[LINES].data_validations.dataValidation])
    assert "Chloé Lafrenière left on 2026-05-29" in [cell.value for cell in book[LINES][3]]


def test_a_formula_in_a_list_stays_text_in_the_worksheet(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "users.csv"
    path.write_text('Login,Name\n"=HYPERLINK(""http://x"")",Bo\n', encoding="utf-8")
    target = tmp_path / "review.xlsx"
    write_worksheet(plan_access(session, path, WISH), session.engagement, target)
    cell = load_workbook(target)[LINES].cell(2, 1)
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")


def test_decisions_find_their_accounts_when_rows_were_sorted_and_deleted(session: Session, tmp_path: Path) -> None:
    path = taken(session, tmp_path)
    book = decide(path, mgagnon="Keep", clafreniere="remove", scanner01="Change")
    rows = [[cell.value for cell in row] for row in book[LINES].iter_rows(min_row=2)]
    book[LINES].delete_rows(2, 10)
    for row in sorted(rows, key=str)[1:]:
        book[LINES].append(row)
    book.save(path)
    plan = plan_decisions(session, path)
    assert set(plan.missing) == {"Administrator", "dwhitfield"} - {"dwhitfield"}
    take_decisions(session, plan, "decisions")
    assert decided(session) == {
        "dwhitfield": None, "mgagnon": "keep", "clafreniere": "remove", "Administrator": None, "scanner01": "change",
    }  # fmt: skip


def test_nobody_decides_on_their_own_account(session: Session, tmp_path: Path) -> None:
    path = taken(session, tmp_path)
    own = next(name for name in load_workbook(path).sheetnames if name.startswith("The reviewer"))
    book = decide(path, own, dwhitfield="Keep")
    assert "dwhitfield" in "".join(plan_decisions(session, path).told)
    for by, wanted in (("Dana Whitfield", None), ("Priya Natarajan", "keep")):
        book[own].cell(2, place(book, own, "Reviewed by")).value = by
        book.save(path)
        plan = plan_decisions(session, path)
        assert plan.record.lines("lines")[0].get("decision") == wanted
    take_decisions(session, plan, "decisions")
    record = next(one for one in session.project.records if one.id == RECORD)
    assert record.text("own_access_reviewer") == "priya-natarajan"


def test_words_that_are_no_decision_and_accounts_that_nobody_listed_are_told(session: Session, tmp_path: Path) -> None:
    path = taken(session, tmp_path)
    book = decide(path, mgagnon="perhaps")
    book[LINES].append(["intruder", *[None] * (place(book, LINES, DECISION) - 2), "Keep"])
    book.save(path)
    told = "\n".join(plan_decisions(session, path).told)
    assert "perhaps" in told
    assert "Accounts that the review does not have; not taken: intruder." in told


def test_a_list_that_is_read_again_renews_the_review_and_loses_no_decision(session: Session, tmp_path: Path) -> None:
    path = taken(session, tmp_path)
    decide(path, mgagnon="Keep")
    take_decisions(session, plan_decisions(session, path), "decisions")
    take_access(session, planned(session), "again")
    assert len(session.project.user_exports) == 1
    assert decided(session)["mgagnon"] == "keep"


def test_a_long_list_becomes_a_plain_workbook_and_what_changes_comes_back(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (access_reading, access_deciding):
        monkeypatch.setattr(module, "MOST_LINES", 20)
    users = tmp_path / "users.csv"
    rows = "".join(f"u{at},Priya Natarajan,priya@brightwater.example,Active\n" for at in range(40))
    users.write_text(f"Login,Name,Email,Status\n{rows}stranger,,,Active\n", encoding="utf-8")
    plan = plan_access(session, users, WISH)
    assert plan.is_partly_kept
    take_access(session, plan, "review")
    assert decided(session) == {"stranger": None}
    path = tmp_path / "review.xlsx"
    write_worksheet(plan, session.engagement, path)
    decide(path, "lines", u7="Remove", u8="Keep", stranger="Remove")
    take_decisions(session, plan_decisions(session, path), "decisions")
    assert decided(session) == {"stranger": "remove", "u7": "remove"}


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (replace(WISH, system="googel-workspace"), "google-workspace"),
        (replace(WISH, reviewer="dana"), "nobody"),
        (replace(WISH, reviewer="viktor-markovic"), "has left"),
        (replace(WISH, taken_at=datetime.fromisoformat("2027-05-01T00:00")), "after today"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_read(session: Session, wish: AccessWish, said: str) -> None:
    with pytest.raises(UsageProblem, match=said):
        planned(session, wish=wish)


def test_a_workbook_that_is_no_worksheet_of_this_project_is_said(session: Session, tmp_path: Path) -> None:
    path = taken(session, tmp_path)
    session.put({("records", RECORD): None}, "gone")
    with pytest.raises(FileProblem, match="which review"):
        plan_decisions(session, path)
    with pytest.raises(FileProblem, match="no workbook"):
        plan_decisions(session, SHAPES / "mail-suite.csv")


def test_a_worksheet_never_overwrites_a_file(session: Session, tmp_path: Path) -> None:
    path = taken(session, tmp_path)
    with pytest.raises(FileProblem):
        access_worksheet.write_worksheet(planned(session), session.engagement, path)
    with pytest.raises(FileProblem, match=r"\.xlsx"):
        access_worksheet.write_worksheet(planned(session), session.engagement, tmp_path / "review.csv")


def test_the_list_itself_is_kept_as_evidence_once(session: Session) -> None:
    take_access(session, planned(session), "review")
    take_access(session, planned(session), "again")
    (piece,) = session.project.evidence
    assert (piece.source, piece.rows, piece.occurrence) == ("Google Workspace", 6, "ACC-07/2027-Q2")
    assert piece.run_at == WISH.taken_at
    assert (session.folder / "evidence" / piece.file).read_bytes() == (SHAPES / "premises-directory.csv").read_bytes()
    assert session.project.user_exports[0].evidence == piece.id
    assert next(one for one in session.project.records if one.id == RECORD).evidence == (piece.id,)
