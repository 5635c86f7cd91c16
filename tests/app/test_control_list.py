"""A client's own list of controls: read, matched, decided, read again; a control reworded, and one retired."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.control_deciding import left_out, line_of, made_own, matched, nature_in, own_entry_of, rhythm_in
from soc2desk.app.control_list import ControlListPlan, plan_controls
from soc2desk.app.control_wording import control_text, kept, restored, retired, returned, reworded
from soc2desk.app.desk import Desk
from soc2desk.app.own_control_form import taken_out
from soc2desk.app.session import Session, open_session, open_to_read
from soc2desk.app.transfer import new_project
from soc2desk.domain.listed import not_listed
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = "Control No.,Control description,TSC,Frequency,Type,Evidence"
ROWS = (
    "AC-2,Access of terminated employees is revoked within one business day,CC6.2,As needed,Manual,Ticket",
    "BD-1,The board of directors meets quarterly and reviews security,CC1.2,Quarterly,Manual,",
    "XX-1,{{ company }} *tastes* the menu of the canteen,CC1.1 CC99.9,Weekly,Manual,Menu",
)
DANA, TODAY = "dana-whitfield", date(2027, 4, 6)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", TODAY)
    made = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield made
    made.close()


def read(session: Session, folder: Path, rows: tuple[str, ...] = ROWS) -> ControlListPlan:
    (folder / "list.csv").write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    plan = plan_controls(session, folder / "list.csv")
    session.put(dict(plan.puts), "list")
    return plan


def test_each_line_keeps_its_number_and_waits_for_a_person(session: Session, tmp_path: Path) -> None:
    plan = read(session, tmp_path)
    first, second, third = session.project.listed_controls
    assert [one.number for one in (first, second, third)] == ["AC-2", "BD-1", "XX-1"]
    assert (first.controls, second.controls, third.controls) == (("ACC-08",), ("GOV-02",), ())
    assert not first.is_decided
    assert session.engagement.catalogue.control["ACC-08"].number == "", "a proposal prints nothing"
    assert "Criteria that there are not, left aside: CC99.9." in plan.told


def test_what_a_person_decides_is_printed_and_undone(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    session.put(matched(session, "AC-2", [], DANA), "decided")
    line = line_of(session.project, "AC-2")
    assert (line.confirmed_by, line.confirmed_on) == (DANA, TODAY)
    assert session.engagement.state["ACC-08"].control.printed == "AC-2 (ACC-08)"
    session.undo()
    assert session.engagement.state["ACC-08"].control.printed == "ACC-08"


def test_a_line_without_a_control_of_ours_becomes_one_of_the_clients_own(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    entry = own_entry_of(line_of(session.project, "XX-1"))
    assert (entry.criteria, entry.cadence, entry.nature, entry.evidence) == (("CC1.1",), "weekly", "manual", "Menu")
    control, values = made_own(session, line_of(session.project, "XX-1"), entry, DANA)
    session.put(values, "own")
    assert session.engagement.state[control].control.printed == f"XX-1 ({control})"
    session.put({("own_controls", control, "statement"): "We taste."}, "reworded")
    assert session.engagement.state[control].statement == "We taste.", "its own form changes what it says"
    session.put(taken_out(control, session.plain), "out")
    assert not line_of(session.project, "XX-1").is_decided, "the line waits again, and is not lost"


def test_an_own_control_needs_what_the_line_does_not_say(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    line = line_of(session.project, "BD-1")
    with pytest.raises(UsageProblem, match="evidence"):
        made_own(session, line, own_entry_of(line), DANA)


def test_next_years_list_tells_what_changed_and_takes_nothing_away(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    for number, ours in (("AC-2", "ACC-08"), ("BD-1", "GOV-02"), ("XX-1", "none")):
        session.put(matched(session, number, [ours], DANA), "decided")
    plan = read(session, tmp_path, (ROWS[0], ROWS[1].replace("quarterly", "monthly"), "NN-1,Something new,,,,"))
    assert plan.gone == ("XX-1",)
    told = " ".join(plan.told)
    assert "New since the list before: NN-1." in told
    assert "Worded anew, so please decide again: BD-1." in told
    lines = {one.number: one for one in session.project.listed_controls}
    assert lines["AC-2"].is_decided
    assert (lines["BD-1"].is_decided, lines["BD-1"].controls) == (False, ("GOV-02",))
    assert (lines["XX-1"].gone, lines["XX-1"].is_decided) == (True, True)
    read(session, tmp_path)
    assert not line_of(session.project, "XX-1").gone, "it came back"


def test_a_number_without_words_is_told_with_its_row_and_waits_for_a_person(session: Session, tmp_path: Path) -> None:
    rows = ("Access,,,,,", ROWS[0], "AC-3,,CC6.3,,,", ",,,Weekly,,", ROWS[1])
    plan = read(session, tmp_path, rows)
    told = " ".join(plan.told)
    assert "With a number and no words, kept under the number" in told
    assert "read it again: row 4 (AC-3)." in told
    assert "read as headings and not taken: row 2 (Access)." in told
    assert "Neither a number nor words of a control, not taken: row 5." in told
    assert [one.number for one in session.project.listed_controls] == ["AC-2", "AC-3", "BD-1"]
    line = line_of(session.project, "AC-3")
    assert (line.text, line.controls, line.is_decided) == ("", (), False)
    with pytest.raises(UsageProblem, match="a number and no words"):
        made_own(session, line, own_entry_of(line), DANA)
    before = session.engagement.state["ACC-07"].statement
    session.put(matched(session, "AC-3", ["ACC-07"], DANA), "decided")
    control = session.engagement.state["ACC-07"].control
    assert (control.printed, control.own_words) == ("AC-3 (ACC-07)", None)
    assert session.engagement.state["ACC-07"].statement == before, "ours stands in its own words under that number"


def test_a_number_that_is_our_id_of_another_control_is_told_and_stands_apart(session: Session, tmp_path: Path) -> None:
    leavers = ROWS[0].replace("AC-2", "ACC-01")
    plan = read(session, tmp_path, (leavers, "ACC-02,Nobody tastes the menu before ACC-01 was done,,,,"))
    title = session.engagement.catalogue.control["ACC-01"].title
    assert f"ACC-01 ({title})" in " ".join(plan.told)
    # Whose ACC-01 the words of the second line mean, nobody knows.
    first, second = plan.lines
    assert first.match.requests == ("ACC-08",)
    assert second.match.requests != ("ACC-01",)
    session.put(matched(session, "ACC-01", ["ACC-08"], DANA), "decided")
    state = session.engagement.state
    assert state["ACC-08"].control.printed == "own no. ACC-01 (ACC-08)"
    assert state["ACC-01"].control.printed == "ACC-01"
    session.put(matched(session, "ACC-01", ["ACC-01"], DANA), "decided")
    assert session.engagement.state["ACC-01"].control.printed == "ACC-01"


def test_proposals_stay_in_their_order_the_best_first_once_they_are_kept(session: Session) -> None:
    row = {"number": "1", "text": "Tested", "matched": "check"}
    session.put(
        {
            ("listed_controls", "a"): {**row, "controls": ["BCP-03", "ACC-08"]},
            ("auditor_requests", "b"): {**row, "requests": ["ER-061", "ER-002"]},
        },
        "read",
    )
    session.save()
    again = open_to_read(session.desk, session.folder).project
    for project in (session.project, again):
        assert project.listed_controls[0].controls == ("BCP-03", "ACC-08")
        assert project.auditor_requests[0].requests == ("ER-061", "ER-002")


def test_controls_that_the_list_lacks_are_left_out_for_a_reason_only(session: Session, tmp_path: Path) -> None:
    read(session, tmp_path)
    first = not_listed(session.engagement)[0]
    assert "ACC-08" not in not_listed(session.engagement), "a line that waits may be about it"
    with pytest.raises(UsageProblem, match="why"):
        left_out(session, (first,), " ", DANA)
    session.put(left_out(session, (first,), "We run no office.", DANA), "left out")
    assert first not in not_listed(session.engagement)
    with pytest.raises(UsageProblem):
        left_out(session, ("ACC-08",), "It is in the list", DANA)


@pytest.mark.parametrize(("number", "ours"), [("9", "ACC-08"), ("AC-2", "ACC-99")])
def test_what_is_not_there_is_not_decided(session: Session, tmp_path: Path, number: str, ours: str) -> None:
    read(session, tmp_path)
    with pytest.raises(UsageProblem):
        matched(session, number, [ours], DANA)
    with pytest.raises(UsageProblem, match="Nothing is proposed"):
        matched(session, "XX-1", [], DANA)


def test_a_list_without_words_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem):
        read(session, tmp_path, ("1,,,,,", "2,,,,,"))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Per quarter", "quarterly"),
        ("Semi-annually", "semi_annual"),
        ("bi-weekly", None),
        ("Ad hoc", "per_event"),
        ("", None),
    ],
)
def test_a_rhythm_is_taken_only_where_words_say_one(words: str, meant: str | None) -> None:
    assert rhythm_in(words) == meant


def test_how_a_control_is_done_is_taken_only_where_words_say_it() -> None:
    said = ("Manual", "automatic", "IT-dependent manual", "Preventive", "manual/automated")
    assert [nature_in(one) for one in said] == ["manual", "automated", "it_dependent_manual", None, None]


# ---- another wording, and a control that is performed no more ------------------------------------------


def test_a_statement_in_own_words_bears_its_day_and_is_taken_back(session: Session) -> None:
    session.put(reworded(session, "ACC-07", "We look\n at accounts {{ access_review_period | each }}.", DANA), "word")
    own = session.project.control_wording["ACC-07"]
    assert (own.on, own.by) == (TODAY, DANA)
    shown = control_text(session.engagement, "ACC-07")
    assert (shown.text, shown.changed, shown.problem) == (
        "We look at accounts {{ access_review_period | each }}.", False, "",
    )  # fmt: skip
    session.put(reworded(session, "ACC-07", shown.library, ""), "ours again")
    assert session.project.control_wordings == ()
    session.undo()
    session.put(restored("ACC-07"), "restored")
    assert session.project.control_wordings == ()


def test_the_librarys_new_statement_is_seen_and_the_own_words_kept(session: Session) -> None:
    session.put(reworded(session, "ACC-07", "We look.", ""), "word")
    session.put({("control_wordings", "ACC-07", "replaced"): "0" * 64}, "as if the library had changed")
    assert control_text(session.engagement, "ACC-07").changed
    session.put(kept(session, "ACC-07"), "kept")
    assert not control_text(session.engagement, "ACC-07").changed


@pytest.mark.parametrize("text", ["", "  \n ", "{{ nobody_knows }}", "{% if company %}", "x" * 3_000, "{{ company"])
def test_words_that_cannot_stand_there_are_refused(session: Session, text: str) -> None:
    with pytest.raises(ProjectProblem):
        reworded(session, "ACC-07", text, DANA)


def test_only_controls_of_the_library_in_scope_are_reworded_by_people_there_are(session: Session) -> None:
    with pytest.raises(UsageProblem):
        reworded(session, "ACC-99", "We look.", DANA)
    with pytest.raises(ProjectProblem):
        reworded(session, "ACC-07", "We look.", "nobody-here")


def test_a_control_is_retired_brought_back_and_its_evidence_stays(session: Session) -> None:
    session.put({("evidence", "e-1"): {"name": "A review", "occurrence": "ACC-07/2027-Q1"}}, "evidence")
    session.put(retired(session, "ACC-07", date(2027, 3, 31), "The host does it", DANA), "retired")
    assert "ACC-07" not in session.engagement.state
    assert [one.id for one in session.engagement.retired] == ["ACC-07"]
    assert session.project.retirement["ACC-07"].on == TODAY
    assert "e-1" in session.project.piece
    session.put(returned(session.project, "ACC-07", TODAY), "back")
    assert session.engagement.state["ACC-07"].is_shown, "a slip of the same day leaves what was said before"
    with pytest.raises(UsageProblem):
        returned(session.project, "ACC-07", TODAY)


def test_a_control_that_comes_back_on_a_later_day_is_not_in_place_until_somebody_says_since_when(
    session: Session,
) -> None:
    session.put(retired(session, "ACC-07", date(2027, 3, 31), "Nobody does it", DANA), "retired")
    session.put(returned(session.project, "ACC-07", TODAY + timedelta(days=1)), "back")
    assert session.engagement.state["ACC-07"].state is State.NOT_CONFIRMED
    assert session.engagement.state["ACC-06"].is_shown, "the word on its family stands for the others"


@pytest.mark.parametrize(
    ("control", "last", "reason", "by"),
    [
        ("ACC-07", date(2027, 4, 7), "Tomorrow", DANA),
        ("ACC-07", date(2020, 1, 1), "Before it began", DANA),
        ("ACC-07", date(2027, 3, 1), "  ", DANA),
        ("ACC-07", date(2027, 3, 1), "Gone", "nobody-here"),
        ("ACC-99", date(2027, 3, 1), "Gone", DANA),
    ],
)
def test_what_cannot_be_retired_stays(session: Session, control: str, last: date, reason: str, by: str) -> None:
    with pytest.raises((ProjectProblem, UsageProblem)):
        retired(session, control, last, reason, by)


def test_a_clock_that_was_set_back_enters_nothing(session: Session) -> None:
    read_early = replace(session.desk, today=date(2020, 1, 1))
    session.desk = read_early
    with pytest.raises(ProjectProblem, match="clock"):
        reworded(session, "ACC-07", "We look.", DANA)
    with pytest.raises(ProjectProblem, match="clock"):
        retired(session, "ACC-07", date(2019, 3, 1), "Gone", DANA)
