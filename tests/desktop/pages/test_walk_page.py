"""The readiness review by keyboard: requests are answered with one key, gaps become a list, a record ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from soc2desk.app.session import open_to_read
from soc2desk.app.transfer import new_project
from tests.desktop.driving import click, focused, press, write

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.pages.readiness_page import ReadinessPage
    from soc2desk.desktop.pages.walk_page import WalkPage
    from soc2desk.desktop.window import MainWindow


def page(window: MainWindow, place: str = "pages.walk") -> WalkPage:
    window.go(place)
    QApplication.processEvents()
    assert window.frame is not None
    return window.frame.page  # type: ignore[return-value]


def project(window: MainWindow) -> OpenProject:
    assert window.project is not None
    return window.project


def said(window: MainWindow, request: str) -> tuple[str, str, str]:
    (one,) = [one for one in project(window).session.project.walked_requests if one.id == request]
    return one.ready.value, one.owner, one.asked_on.isoformat() if one.asked_on else ""


def test_a_key_answers_the_request_today_and_delete_takes_it_back(brightwater: MainWindow) -> None:
    here = page(brightwater, "walked_requests.ER-056")
    assert focused() is here.list
    press(Qt.Key.Key_3)
    assert said(brightwater, "ER-056") == ("no", "dana-whitfield", "2026-11-25")
    assert here.counted.text().startswith("1 of ")
    press(Qt.Key.Key_2)
    assert said(brightwater, "ER-056")[0] == "partly"
    press(Qt.Key.Key_Delete)
    assert project(brightwater).session.project.walked_requests == ()


def test_what_was_said_is_kept_as_it_was_typed(brightwater: MainWindow) -> None:
    here = page(brightwater, "walked_requests.ER-056")
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return)
    assert focused() is here.detail.note
    write("<b>Nothing</b> & {no} list")
    press(Qt.Key.Key_Tab)
    (one,) = project(brightwater).session.project.walked_requests
    assert one.answer == "<b>Nothing</b> & {no} list"


def test_beside_the_request_stands_what_a_good_one_shows_and_when_it_is_refused(brightwater: MainWindow) -> None:
    here = page(brightwater, "walked_requests.ER-056")
    request = here.rows["ER-056"].request
    assert request.good_shows in here.detail.good.text()
    assert request.reject_if in here.detail.reject.text()
    assert "ACC-07" in here.detail.behind.text()


def test_requests_stand_under_their_owner_with_numbers(brightwater: MainWindow) -> None:
    here = page(brightwater)
    headings = [here.list.lines.item(at).text() for at in range(here.list.lines.rowCount())]
    assert any(text.startswith("Dana Whitfield: 0 shown") for text in headings)
    row = here.list.currentIndex()
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("ER-001 ")
    assert spoken.endswith("Not asked")


def test_gaps_become_a_list_that_a_person_changes(brightwater: MainWindow) -> None:
    here = page(brightwater, "walked_requests.ER-056")
    press(Qt.Key.Key_3)
    click(here.remedies.update_list)
    (one,) = project(brightwater).session.project.remedies
    assert (one.id, one.owner, one.order) == ("er-056", "dana-whitfield", 1)
    page(brightwater, "remedies.er-056")
    assert focused() is here.remedies.view
    press(Qt.Key.Key_Return)
    hours = here.remedies.fields["hours"]
    hours.take_focus()
    focused().selectAll()  # type: ignore[attr-defined]
    write("12")
    press(Qt.Key.Key_Tab)
    assert project(brightwater).session.project.remedies[0].hours == 12
    click(here.remedies.close_row)
    assert str(project(brightwater).session.project.remedies[0].closed_on) == "2026-11-25"
    assert "Mended on 25 November 2026" in here.remedies.mended.text()
    click(here.remedies.close_row)
    assert project(brightwater).session.project.remedies[0].closed_on is None


def test_the_review_ends_in_a_record_and_not_before_something_was_asked(brightwater: MainWindow) -> None:
    here = page(brightwater, "walked_requests.ER-056")
    click(here.finish)
    assert brightwater.banner.notice is not None
    assert "ask for at least one thing" in brightwater.banner.notice.text
    here.list.setFocus()
    press(Qt.Key.Key_1)
    here.by.setCurrentIndex(here.by.findData("helen-marchetti"))
    here.recommend.setCurrentIndex(here.recommend.findData("go"))
    click(here.finish)
    (record,) = project(brightwater).session.project.records
    assert (record.type, record.signer("approved"), str(record.entered_on)) == (
        "readiness_review", "helen-marchetti", "2026-11-25",
    )  # fmt: skip


def test_a_project_open_to_read_is_shown_and_not_changed(empty: MainWindow, desk: Desk) -> None:
    folder = new_project(desk, "read", sample="brightwater")
    assert empty.opening._show(open_to_read(desk, folder))
    here = page(empty, "walked_requests.ER-056")
    press(Qt.Key.Key_1)
    assert project(empty).session.project.walked_requests == ()
    assert not here.remedies.update_list.isEnabled()
    assert not here.finish.isEnabled()


def test_levels_stand_beside_the_findings_in_words_and_lead_to_a_control(brightwater: MainWindow) -> None:
    here: ReadinessPage = page(brightwater, "pages.readiness")  # type: ignore[assignment]
    click(here.see_levels)
    assert focused() is here.levels.list
    assert "approved" in here.levels.told.text()
    assert "%" not in here.levels.told.text()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert "GOV-01" in here.levels.waits.text()
    assert "A record or evidence shows that it ran once" in here.levels.waits.text()
    press(Qt.Key.Key_Return)
    assert brightwater.frame is not None
    assert brightwater.frame.place == "pages.controls"


def test_a_request_for_a_control_retired_in_the_period_leads_to_where_its_end_was_said(
    brightwater: MainWindow,
) -> None:
    gone = {"last_day": "2026-11-20", "reason": "Done by the host now", "on": "2026-11-20"}
    project(brightwater).session.put(
        {
            ("answers", "window_start"): "2026-07-01",
            ("answers", "window_end"): "2026-12-31",
            ("retired_controls", "ACC-07"): gone,
        },
        "retired",
    )
    here = page(brightwater, "walked_requests.ER-056")
    assert "retired_controls.ACC-07" in here.detail.behind.text()
