from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from itertools import product
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.record_entering import Entering, entered
from soc2desk.app.tabletop_desk import (
    begin_play,
    finished,
    known_tabletop,
    print_sheets,
    read_play,
    scenario_of,
    write_play,
)  # fmt: skip
from soc2desk.document.tabletop_sheets import filled_tabletop
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.kept_records import Signature
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.domain.record_rules import record_lacks
from soc2desk.domain.tabletops import FollowUp
from soc2desk.readiness.check import check
from soc2desk.readiness.rule import Situation
from soc2desk.reading.days_off import days_off
from tests.composed import SAMPLES, catalogue, changed, of_sample, sample
from tests.renderers.pdf_reading import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.project import Project
    from soc2desk.domain.tabletops import Play

DUE = date(2027, 3, 1)
"""A day on which the exercise of the sample is due, and the rule sees that none was held."""
MOMENT = datetime(2027, 3, 1, 14, 35, 12)  # noqa: DTZ001 - the clock of the company


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk on that day."""
    made = Desk(tmp_path, DUE)
    monkeypatch.setattr(type(made), "catalogue", property(lambda _: catalogue()))
    return made


def missing(project: Project) -> bool:
    """Return whether readiness says that no exercise was held."""
    engagement = decide_engagement(catalogue(), project, DUE)
    return any(one.rule == "FD-25" for one in check(Situation(engagement)))


def project_without_an_exercise() -> Project:
    project = sample("brightwater")
    left = tuple(one for one in project.records if one.type != "tabletop_exercise")
    return replace(project, records=left)


def played(desk: Desk, project: Project, folder: Path) -> Play:
    engagement = decide_engagement(catalogue(), project, desk.today)
    play = begin_play(folder, known_tabletop(desk, "ransomware"), engagement)
    play = replace(play, facilitator="priya-natarajan", begun_on=desk.today, seconds=95).after_reading("screen")
    play = play.decided("I lead this. Severity 1.", "priya-natarajan")
    return replace(
        play, plan_version="1.0 of 2 March", strengths="Quick.", notices="Customers by noon.",
        gaps="Nobody knew the insurer's number.",
        follow_ups=(FollowUp("Put the number on the list", "dana-whitfield", date(2027, 4, 1)),),
    )  # fmt: skip


def test_the_finding_goes_when_a_tabletop_was_held_entered_and_approved_today(desk: Desk, tmp_path: Path) -> None:
    project = project_without_an_exercise()
    assert missing(project)
    made, play = finished(desk, project, played(desk, project, tmp_path), MOMENT)
    record = made.records[-1]
    assert missing(made), "nobody approved the report yet"
    signed = replace(record, values={**record.values, "approved_by": Signature("helen-marchetti", DUE)})
    engagement = decide_engagement(catalogue(), made, DUE)
    assert not missing(entered(made, (signed,), engagement, Entering(DUE, "helen-marchetti")))
    assert (record.id, record.entered_on, record.entered_by) == (play.record, DUE, "priya-natarajan")
    assert record.moment("date") == MOMENT.replace(second=0)
    assert record.lines("injects") == (
        {"time": "1:35", "turn": "The screen", "decision": "I lead this. Severity 1.", "by": "priya-natarajan"},
    )
    assert record.lines("actions")[0]["owner"] == "dana-whitfield"
    assert {one.field for one in record_lacks(record, engagement, days_off(engagement))} == {"approved_by"}


def test_an_older_day_typed_over_the_report_keeps_the_day_on_which_that_was_said(desk: Desk, tmp_path: Path) -> None:
    project = project_without_an_exercise()
    made, _ = finished(desk, project, played(desk, project, tmp_path), MOMENT)
    older = replace(made.records[-1], values={**made.records[-1].values, "date": MOMENT.replace(year=2026)})
    later = date(2027, 3, 9)
    again = entered(made, (older,), decide_engagement(catalogue(), made, later), Entering(later)).records[-1]
    assert again.entered("date") == later


def test_one_begun_on_an_earlier_day_bears_the_day_of_its_report_and_says_so(desk: Desk, tmp_path: Path) -> None:
    project = project_without_an_exercise()
    old = replace(played(desk, project, tmp_path), begun_on=date(2026, 12, 1))
    record = finished(desk, project, old, MOMENT)[0].records[-1]
    assert record.day("date") == DUE
    assert "2026-12-01" in record.text("scenario")


def nothing_read(play: Play) -> Play:
    return replace(play, read=())


def nothing_decided(play: Play) -> Play:
    return replace(play, decisions=())


def nobody_there(play: Play) -> Play:
    return replace(play, seats=tuple(replace(one, is_here=False) for one in play.seats))


def no_facilitator(play: Play) -> Play:
    return replace(play, facilitator="")


def a_stranger(play: Play) -> Play:
    return replace(play, facilitator="nobody-here")


def made_already(play: Play) -> Play:
    return replace(play, record="tabletop-1")


@pytest.mark.parametrize(
    "spoilt", [nothing_read, nothing_decided, nobody_there, no_facilitator, a_stranger, made_already]
)
def test_what_was_not_held_leaves_no_record(desk: Desk, tmp_path: Path, spoilt: object) -> None:
    project = project_without_an_exercise()
    with pytest.raises(ProjectProblem):
        finished(desk, project, spoilt(played(desk, project, tmp_path)), MOMENT)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("table", "row", "where"),
    [
        ("seats", {"role": "incident_commander", "person": "nobody-here"}, "seats, row"),
        ("seats", {"role": "no_such_role", "person": "priya-natarajan"}, "seats, row"),
        ("read", {"turn": "no-such-turn", "second": 4}, "read, row 2"),
        ("decisions", {"id": "9", "second": 4, "turn": "no-such-turn", "words": "Pay."}, "decisions, row 2"),
        ("decisions", {"id": "9", "second": 4, "turn": "screen", "words": "Pay.", "by": "x"}, "decisions, row 2"),
        ("follow_ups", {"action": "Pay.", "owner": "nobody-here"}, "follow_ups, row 2"),
    ],
)
def test_a_file_that_names_who_is_not_there_makes_no_report_and_says_in_which_row(
    desk: Desk, tmp_path: Path, table: str, row: dict[str, object], where: str
) -> None:
    project = project_without_an_exercise()
    write_play(tmp_path, played(desk, project, tmp_path))
    said = json.loads((tmp_path / "tabletop.json").read_text("utf-8"))
    (tmp_path / "tabletop.json").write_text(json.dumps({**said, table: [*said[table], row]}), "utf-8")
    play = read_play(tmp_path)
    assert play is not None
    with pytest.raises(ProjectProblem, match="there is none in this project or scenario") as caught:
        finished(desk, project, play, MOMENT)
    assert where in str(caught.value.where)


def test_what_was_decided_before_the_first_turn_stands_in_the_report(desk: Desk, tmp_path: Path) -> None:
    project = project_without_an_exercise()
    play = played(desk, project, tmp_path)
    early = replace(play, read=(), decisions=()).decided("Everybody goes on the call.", "dana-whitfield")
    made, _ = finished(desk, project, replace(play, decisions=(*early.decisions, *play.decisions)), MOMENT)
    assert made.records[-1].lines("injects")[0] == {
        "time": "1:35", "decision": "Everybody goes on the call.", "by": "dana-whitfield"
    }  # fmt: skip


def test_a_clock_behind_the_newest_entry_makes_no_report(desk: Desk, tmp_path: Path) -> None:
    project = project_without_an_exercise()
    play = played(desk, project, tmp_path)
    made, _ = finished(desk, project, play, MOMENT)
    earlier = replace(desk, today=date(2026, 12, 24))
    with pytest.raises(ProjectProblem, match="clock"):
        finished(earlier, made, replace(play, record=""), MOMENT)


def test_beginning_another_keeps_the_one_that_was_broken_off(desk: Desk, tmp_path: Path) -> None:
    project = sample("tamarack")
    engagement = decide_engagement(catalogue(), project, DUE)
    begin_play(tmp_path, known_tabletop(desk, "lost-laptop"), engagement)
    begin_play(tmp_path, known_tabletop(desk, "region-down"), engagement)
    now = read_play(tmp_path)
    assert now is not None
    assert now.scenario == "region-down"
    assert (tmp_path / "tabletop-1.json").exists()


def test_an_unknown_scenario_is_told_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(UsageProblem) as refused:
        known_tabletop(desk, "ransomwear")
    assert "ransomware" in refused.value.hint
    gone = replace(begin_play_of("ransomware"), scenario="gone")
    with pytest.raises(ProjectProblem):
        scenario_of(decide_engagement(catalogue(), sample("tamarack"), DUE), gone)


def begin_play_of(name: str) -> Play:
    from soc2desk.domain.tabletops import new_play

    return new_play(catalogue().tabletop[name], {})


@pytest.mark.parametrize("name", SAMPLES)
def test_every_scenario_can_be_read_aloud_for_every_sample(name: str) -> None:
    engagement = decide_engagement(catalogue(), sample(name), DUE)
    for tabletop in catalogue().tabletops:
        filled = filled_tabletop(tabletop, engagement)
        words = [filled.about, filled.objectives, *(t for one in filled.turns for t in (one.says, one.ask, one.good))]
        assert [one for one in words if not one or "{" in one or "  " in one] == []


def test_a_scenario_reads_well_where_hardly_anything_was_answered() -> None:
    engagement = decide_engagement(catalogue(), changed(sample("tamarack"), "service=", "backup_tool="), DUE)
    filled = filled_tabletop(catalogue().tabletop["region-down"], engagement)
    assert all(one.says[0].isupper() or one.says[0] in '["' for one in filled.turns)


def test_the_plan_sections_that_turns_name_exist() -> None:
    documents = of_sample("brightwater").documents
    known = {getattr(block, "id", "") for document in documents for block in document.blocks}
    tried = {place for one in catalogue().tabletops for turn in one.turns for place in turn.plan}
    assert tried <= known


@pytest.mark.parametrize(("tabletop", "index"), [(0, 0), (1, 3)])
def test_a_turn_is_due_by_its_minute_and_read_once(tabletop: int, index: int) -> None:
    scenario = catalogue().tabletops[tabletop]
    play = begin_play_of(scenario.id)
    for turn in scenario.turns[:index]:
        play = play.after_reading(turn.id)
    turn = scenario.turns[index]
    for seconds, due in product((turn.minute * 60 - 1, turn.minute * 60), (False, True)):
        if (seconds == turn.minute * 60) is due and seconds >= 0:
            assert replace(play, seconds=seconds).is_due(scenario) is due
    after = play.after_reading(turn.id)
    assert after.after_reading(turn.id) == after


@pytest.mark.parametrize("name", ["brightwater", "tamarack"])
def test_players_have_one_side_to_read_and_one_whole_table_to_write_in(desk: Desk, tmp_path: Path, name: str) -> None:
    engagement = decide_engagement(catalogue(), sample(name), desk.today)
    for scenario in catalogue().tabletops:
        _, players = print_sheets(engagement, scenario, tmp_path, ("pdf",))
        first, second = pages_of(players.read_bytes())
        assert "Who holds which role" in first
        assert "What was decided" not in first
        assert "What was decided Minute Decision By" in second
