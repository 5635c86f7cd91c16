"""A workspace of many clients: tags, the archive, search, and what comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.home import ProjectCard, cards
from soc2desk.app.next_due import NextDue, soonest
from soc2desk.app.preferences import Preferences
from soc2desk.app.progress import Progress
from soc2desk.app.schedule_rows import DueState, ScheduleRow
from soc2desk.app.shelf import Order, Shown, Wanted, archive, fits, in_order, listed, put_tags, read_filing, tags_in
from soc2desk.app.transfer import change, new_project
from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.filing import MOST_TAGS, Filing
from tests.composed import DAY

if TYPE_CHECKING:
    from soc2desk.app.home import Known


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "clients", DAY)


def project(name: str, **said: object) -> ProjectCard:
    return replace(ProjectCard(name, Path(name), DAY), **said)  # type: ignore[arg-type]


def row(title: str, state: DueState, due: date | None = DAY) -> ScheduleRow:
    return ScheduleRow(title, title, due, state, "", "")


def test_what_is_late_comes_first_then_what_is_due_now_then_the_nearest_day() -> None:
    later, past = DAY + timedelta(days=3), DAY - timedelta(days=3)
    ahead = [row("b", DueState.AHEAD, later), row("a", DueState.SOON), row("open", DueState.OPEN, None)]
    assert soonest(ahead) == NextDue("a", DueState.SOON, DAY)
    now = [*ahead, row("now", DueState.NOW, None)]
    assert soonest(now) == NextDue("now", DueState.NOW)
    late = [*now, row("late", DueState.OVERDUE), row("later", DueState.OVERDUE, past), row("done", DueState.DONE, past)]
    assert soonest(late) == NextDue("later", DueState.OVERDUE, past)
    assert soonest([row("done", DueState.DONE), row("gone", DueState.PAST)]) is None


def test_projects_stand_by_name_by_change_and_by_what_is_next() -> None:
    late = project("zebra", due=NextDue("x", DueState.OVERDUE, DAY), changed_on=DAY - timedelta(days=9))
    soon = project("mole", due=NextDue("x", DueState.SOON, DAY + timedelta(days=2)))
    idle = project("ant", company="Bee Ltd", changed_on=DAY - timedelta(days=1))
    ranks = {order: [one.name for one in in_order([idle, soon, late], order)] for order in Order}
    assert ranks[Order.NAME] == ["ant", "mole", "zebra"]
    assert ranks[Order.CHANGED] == ["mole", "ant", "zebra"]
    assert ranks[Order.NEXT] == ["zebra", "mole", "ant"]


def test_a_list_is_narrowed_by_words_tag_and_state() -> None:
    one = project("acme", company="Érable Ltd", filing=Filing(("Law 25", "saas")), state=Progress.IN_PROGRESS)
    assert fits(one, Wanted("érable SAAS"))
    assert not fits(one, Wanted("érable hosting"))
    assert fits(one, Wanted("érable hosting"), said="Web hosting")
    assert fits(one, Wanted(tag="law 25", shown=Shown.IN_PROGRESS))
    assert not fits(one, Wanted(tag="law"))
    assert not fits(one, Wanted(shown=Shown.COMPLETE))
    assert not fits(one, Wanted(shown=Shown.OVERDUE))
    assert fits(replace(one, due=NextDue("x", DueState.OVERDUE, DAY)), Wanted(shown=Shown.OVERDUE))
    away = replace(one, filing=Filing(archived=True))
    assert [shown for shown in Shown if fits(away, Wanted(shown=shown))] == [Shown.ARCHIVED]


def test_a_client_is_archived_and_brought_back_as_it_was(desk: Desk) -> None:
    folder = new_project(desk, "acme", sample="tamarack")
    new_project(desk, "boreal")
    put_tags(folder, ["saas"])
    before = (folder / "project.json").read_bytes()
    archive(folder, away=True)
    assert [one.folder.name for one in listed(desk, Wanted(), Order.NAME, decided=False)] == ["boreal"]
    (away,) = listed(desk, Wanted(shown=Shown.ARCHIVED), Order.NEXT, decided=False)
    assert (away.company, away.filing.tags) == ("Tamarack Gauge Co.", ("saas",))
    assert desk.source("acme").project.people
    assert [one.filing.archived for one in cards(desk, Preferences())] == [False, True]
    archive(folder, away=False)
    assert (folder / "project.json").read_bytes() == before
    assert len(listed(desk, Wanted(), Order.NAME, decided=False)) == 2


def test_tags_are_given_and_taken_off_whatever_their_case(desk: Desk) -> None:
    folder = new_project(desk, "acme")
    assert put_tags(folder, ["SaaS", "Law 25", "saas"]).tags == ("SaaS", "Law 25")
    assert put_tags(folder, ["year end"], off=["LAW 25", "never there"]).tags == ("SaaS", "year end")
    assert tags_in(cards(desk, Preferences())) == ("SaaS", "year end")
    for wrong in ("a,b", "", "x" * 99, "\x07"):
        with pytest.raises(UsageProblem, match="cannot be a tag"):
            put_tags(folder, ["fine", wrong])
    with pytest.raises(UsageProblem, match=f"at most {MOST_TAGS} tags"):
        put_tags(folder, [f"t{number}" for number in range(MOST_TAGS)])
    assert read_filing(folder).tags == ("SaaS", "year end")


def test_a_project_whose_file_did_not_change_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("acme", "boreal"):
        new_project(desk, name)
    known: Known = {}
    first = list(cards(desk, Preferences(), known))
    change(desk, "acme", [("company", "Acme Ltd")])
    put_tags(desk.workspace / "boreal", ["saas"])
    read = []
    monkeypatch.setattr("soc2desk.app.home.next_due", lambda engagement: read.append(engagement.answer_text("company")))
    again = {one.folder.name: one for one in cards(desk, Preferences(), known)}
    assert (len(first), read) == (2, ["Acme Ltd"])
    assert (again["acme"].company, again["boreal"].filing.tags) == ("Acme Ltd", ("saas",))
    list(cards(desk.on(DAY + timedelta(days=1)), Preferences(), known))
    assert len(read) == 3
