"""A whole engagement, from an empty workspace to a verified packet, with nothing but keys.

What is read from widgets decides the next key; nothing but a key ever writes. That is so when everything is asked for;
else a few pages that ask in no way of their own get their answers at once, and of rows alike one is typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from soc2desk.app.pages import ALREADY, RUNNING
from soc2desk.app.session import open_session
from soc2desk.desktop.pages.overview_page import OverviewPage
from soc2desk.desktop.pages.readiness_page import ReadinessPage
from soc2desk.domain.answers import Practice
from soc2desk.domain.project import State
from soc2desk.packet.verify import verify
from tests.desktop.driving import focused, press, write
from tests.desktop.whole.checking import (
    SAID_BY,
    add_category,
    answer_left_over,
    answer_scope,
    approve_everything,
    choose_all_controls,
    choose_control,
    find,
    make_final,
    name_owner,
    record_state,
    reword,
)
from tests.desktop.whole.interview import add_rows, answer_page, fill_roles, frame_of, go_on, paste_rows, take_page
from tests.desktop.whole.keys import CONTROL
from tests.desktop.whole.northpier import ANSWERS, COMPANY, LAST, PEOPLE, SYSTEMS, VENDORS, pasted
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.window import MainWindow

CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
LIKE_OTHERS = frozenset({"tools", "people_practices", "watching", "incidents"})
"""Pages on which nothing is asked in a way that another page does not have."""
WORDS = " It holds from the first day of work."


def project_of(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


@pytest.mark.slow
def test_a_person_gets_from_nothing_to_a_checked_packet_with_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    begin(window)
    tell(window)
    decide_scope(window)
    state_controls(window)
    settle_documents(window)
    look_at_readiness(window)
    hand_over(window, qtbot)
    undo_and_reopen(window)


def begin(window: MainWindow) -> None:
    """From home, where nothing exists, into a new project."""
    assert not list(window.desk.workspace.glob("*/project.json"))
    press(Qt.Key.Key_N, CONTROL)
    assert focused() is window.home.cards.name
    write(COMPANY)
    press(Qt.Key.Key_Return)
    assert isinstance(frame_of(window).page, OverviewPage)
    go_on(window)


def tell(window: MainWindow) -> None:
    """Every page of questions and tables, in the order of the list."""
    for page in ("company", "service"):
        answer_page(window, page)
    typed = PEOPLE if IS_THOROUGH else tuple(row for row in PEOPLE if len(row) > len(PEOPLE[0]))
    add_rows(window, "people", typed)
    paste_rows(window, "people", pasted(*(row for row in PEOPLE if row not in typed)))
    fill_roles(window)
    go_on(window)
    add_rows(window, "systems", SYSTEMS if IS_THOROUGH else SYSTEMS[:1])
    go_on(window)
    add_rows(window, "vendors", VENDORS if IS_THOROUGH else VENDORS[:1])
    go_on(window)
    for page in ("report", "tools", "people_practices", "access", "watching", "incidents", "continuity"):
        (answer_page if IS_THOROUGH or page not in LIKE_OTHERS else take_page)(window, page)
    project = project_of(window).session.project
    assert {person.name for person in project.people} == {str(row["name"].value) for row in (*PEOPLE, LAST)}
    assert [person.name for person in project.people][-1] == "\u00c9lo\u00efse Doucet"
    assert project.answers["company"].value == COMPANY
    assert project.answers["privileged_review_period"].practice is Practice.PLANNED
    assert project.answers["restore_test_frequency"].practice is Practice.NOT_YET


def decide_scope(window: MainWindow) -> None:
    """One category more; what it asks besides is answered where it is asked."""
    find("Scope and criteria")
    add_category(window, "availability")
    answer_scope(window)
    for question in ("rto_hours", "rpo_hours"):
        answer_left_over(window, question, str(ANSWERS["continuity"][question].value))
    engagement = project_of(window).session.engagement
    assert engagement.scope.categories == ("security", "availability")
    stated = engagement.names.stated
    assert not [question for question, one in stated.items() if one.is_open or one.is_suggested]


def state_controls(window: MainWindow) -> None:
    """All controls at once, then those that stand elsewhere, one by one."""
    find("Controls and owners")
    choose_all_controls()
    record_state(window, State.IN_PLACE, since="2026-02-02")
    choose_control(window, "BCP-04")
    record_state(window, State.PLANNED, start="2027-01-15")
    choose_control(window, "PHY-02")
    record_state(window, State.RUN_BY_VENDOR, vendor="Boreal Cloud", since="2024-01-01")
    choose_control(window, "PHY-03")
    record_state(window, State.DOES_NOT_APPLY, reason="Boreal Cloud runs the data centres.")
    choose_control(window, "ACC-07")
    name_owner(window, "Aoife Sandoval")
    entries = project_of(window).session.project.state_entry
    assert {one.state for one in entries.values()} == set(State) - {State.NOT_CONFIRMED}
    assert entries["PHY-02"].vendor == "boreal-cloud"
    assert project_of(window).session.engagement.person_name(entries["BCP-04"].confirmed_by) == SAID_BY
    go_on(window)
    # A company that has no documents of its own looks at that page and leaves it.
    assert frame_of(window).page is frame_of(window).pages[ALREADY]
    go_on(window)


def settle_documents(window: MainWindow) -> None:
    """One section in words of the company's own, then a name under every document."""
    section = reword(window, "POL-ACP", WORDS)
    approve_everything(window)
    project = project_of(window)
    assert WORDS.strip() in project.session.project.edit[section].text
    assert not project.session.composition.unapproved
    go_on(window)


def look_at_readiness(window: MainWindow) -> None:
    """What our rules see, and the key that leads through it."""
    page = frame_of(window).page
    assert isinstance(page, ReadinessPage)
    found = project_of(window).session.composition.findings
    assert found
    press(Qt.Key.Key_F8)
    assert frame_of(window).page is not page
    find("Readiness")
    assert frame_of(window).page is page
    for _ in (page, *RUNNING):
        # What is kept up later is looked at and left.
        go_on(window)


def hand_over(window: MainWindow, qtbot: QtBot) -> None:
    """A final packet, as nothing waits any more; folder and ZIP are as they were made."""
    assert project_of(window).session.composition.waiting == ()
    folder = make_final(window, qtbot)
    for made in (folder, folder.with_name(f"{folder.name}.zip")):
        report = verify(made)
        assert report.is_unchanged
        assert report.unchanged > len(project_of(window).session.composition.documents)


def undo_and_reopen(window: MainWindow) -> None:
    """The newest change is taken back and made again; what was closed is what is opened."""
    project = project_of(window)
    assert project.session.project.document_date == window.desk.today
    press(Qt.Key.Key_Z, CONTROL)
    assert project.session.project.document_date is None
    press(Qt.Key.Key_Z, CONTROL_SHIFT)
    made, folder = project.session.project, project.session.folder
    press(Qt.Key.Key_H, CONTROL_SHIFT)
    assert window.project is None
    assert _reopened(window, folder) == made


def _reopened(window: MainWindow, folder: Path) -> object:
    session = open_session(window.desk, folder)
    try:
        return session.project
    finally:
        session.close()
