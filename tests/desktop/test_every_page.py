"""Every page there is, looked over: nothing is cut off, nothing is nameless, and Tab reaches all of it in order."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from soc2desk.app.batch import Client, Finished
from soc2desk.app.transfer import new_project
from soc2desk.desktop.documents.document_detail import DocumentDetail
from soc2desk.desktop.home.batch_panel import BatchPanel
from soc2desk.desktop.home.checked_panel import CheckedPanel
from soc2desk.desktop.pages.controls_page import ControlsPage
from soc2desk.desktop.pages.documents_page import DocumentsPage
from soc2desk.desktop.pages.merge_page import MergePage
from soc2desk.desktop.pages.packet_page import PacketPage
from soc2desk.desktop.theme import Look
from soc2desk.domain.batching import failed
from tests.desktop.driving import press
from tests.desktop.looking import cut, jumps, left_out, nameless, round_trip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.window import MainWindow

LAID_OUT_MS = 60
"""What a page needs to find its heights: they follow from widths, one layout after another."""
PATIENCE_MS = 60_000
SAMPLE = "brightwater"
THERE_FOR_A_MOMENT = frozenset({"finder", "packet being made", "values to insert", "help"})
"""Three keep the keyboard until they are left, and help goes with the question it was opened for."""
Stop = tuple[str, QWidget]


def laid_out() -> None:
    QTest.qWait(LAID_OUT_MS)


def stops(window: MainWindow, desk: Desk, qtbot: QtBot) -> Iterator[Stop]:
    """Go everywhere one can be; yield what each place is called and the part of it to look at."""
    yield from home_stops(window, qtbot, "home")
    window.show_settings()
    laid_out()
    yield "settings", window.stack.currentWidget()
    window.show_home()
    window.about()
    laid_out()
    yield "about", window.stack.currentWidget()
    press(Qt.Key.Key_Escape)
    assert window.opening.open_folder(new_project(desk, SAMPLE, sample=SAMPLE))
    yield from project_stops(window, qtbot)
    window.sit_in_chair()
    laid_out()
    yield "the auditor's chair", window.stack.currentWidget()
    press(Qt.Key.Key_Escape)
    window.teach_class()
    laid_out()
    yield "teaching a class", window.stack.currentWidget()
    press(Qt.Key.Key_Escape)
    window.show_home()
    yield from home_stops(window, qtbot, "home with a project")
    yield from handing_stops(window)
    window.home.check(next(window.desk.workspace.glob("packets/*.zip")))
    panel = window.home.projects.panel
    assert isinstance(panel, CheckedPanel)
    qtbot.waitUntil(lambda: panel.heading.text().startswith("Unchanged"), timeout=PATIENCE_MS)
    laid_out()
    yield "a packet that was checked", window.home


def home_stops(window: MainWindow, qtbot: QtBot, name: str) -> Iterator[Stop]:
    looking = window.words("home.list.looking")
    projects = window.home.projects
    qtbot.waitUntil(lambda: not projects.filling.is_running and projects.list.empty.text() != looking)
    laid_out()
    yield name, window.home


def handing_stops(window: MainWindow) -> Iterator[Stop]:
    handing, workspace = window.home.projects.handing, window.desk.workspace
    handing.send(SAMPLE, workspace / SAMPLE)
    laid_out()
    yield "sending a project", window.home
    (workspace / "acme.soc2desk").write_bytes(b"S2DLOCK")
    handing.take_in(workspace / "acme.soc2desk")
    laid_out()
    yield "taking one in", window.home
    window.home.projects.make_packets()
    laid_out()
    panel = window.home.projects.panel
    assert isinstance(panel, BatchPanel)
    yield "packets of several clients", window.home
    client = Client(SAMPLE, workspace / SAMPLE)
    panel.begin()
    panel.show_finished(Finished((failed(client, "The project is open elsewhere.", hint="Close it there."),)), "Done.")
    laid_out()
    yield "what became of several clients", window.home


def project_stops(window: MainWindow, qtbot: QtBot) -> Iterator[Stop]:
    assert window.frame is not None
    for page in window.frame.order:
        window.frame.open_page(page)
        laid_out()
        yield page, window.frame
    yield from controls_stops(window)
    yield from merge_stops(window, qtbot)
    yield from document_stops(window)
    yield from over_the_page(window)
    yield from packet_stops(window, qtbot)


def controls_stops(window: MainWindow) -> Iterator[Stop]:
    window.go("control_states.ACC-07")
    laid_out()
    assert window.frame is not None
    page = window.frame.page
    assert isinstance(page, ControlsPage)
    yield "one control", window.frame
    page.status.add.click()
    laid_out()
    yield "a control of one's own", window.frame
    press(Qt.Key.Key_Escape)


def merge_stops(window: MainWindow, qtbot: QtBot) -> Iterator[Stop]:
    assert window.frame is not None
    assert window.project is not None
    folder = window.project.session.folder
    copy = shutil.copytree(folder, folder.parent.parent / "copy", ignore=shutil.ignore_patterns("*.lock"))
    file = copy / "project.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Dana Whitfield", "Dana Whitfield-Okonkwo"), "utf-8")
    page = window.frame.open_page("merge")
    assert isinstance(page, MergePage)
    page.source.choose(copy)
    qtbot.waitUntil(lambda: page.looked is not None and not page.job.is_running, timeout=PATIENCE_MS)
    laid_out()
    yield "a colleague's copy", window.frame
    locked = folder.parent / "locked.soc2desk"
    locked.write_bytes(b"S2DLOCK")
    page.source.choose(locked)
    laid_out()
    yield "a colleague's copy under a password", window.frame


def document_stops(window: MainWindow) -> Iterator[Stop]:
    assert window.frame is not None
    window.go("documents.POL-ACP")
    laid_out()
    page = window.frame.page
    assert isinstance(page, DocumentsPage)
    assert isinstance(page.stack.currentWidget(), DocumentDetail)
    yield "one document", window.frame
    window.go("approvals.POL-ACP")
    laid_out()
    assert page.stack.currentWidget() is page.approval
    yield "approving", window.frame
    window.go("edits.POL-ACP/access-review")
    laid_out()
    assert page.stack.currentWidget() is page.editor
    yield "section editor", window.frame
    press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    laid_out()
    yield "values to insert", window.frame
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)


def over_the_page(window: MainWindow) -> Iterator[Stop]:
    window.go("answers.access_review_period")
    press(Qt.Key.Key_F1)
    laid_out()
    assert window.frame is not None
    yield "help", window.frame
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    laid_out()
    assert window.finder is not None
    assert window.finder.isVisible()
    yield "finder", window.finder
    press(Qt.Key.Key_Escape)


def packet_stops(window: MainWindow, qtbot: QtBot) -> Iterator[Stop]:
    assert window.frame is not None
    page = window.frame.open_page("packet")
    assert isinstance(page, PacketPage)
    for kind in ("docx", "pdf"):
        page.before.choices.formats[kind].setChecked(False)
    page.before.choices.folder.setText("nowhere")
    laid_out()
    yield "packet that cannot be made", window.frame
    page.before.choices.folder.setText(str(window.desk.workspace / "packets"))
    page.act()
    assert page.state == "running"
    laid_out()
    yield "packet being made", window.frame
    qtbot.waitUntil(lambda: window.project is not None and window.project.work is None, timeout=PATIENCE_MS)
    laid_out()
    yield "packet", window.frame


@pytest.fixture
def long_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text stand twice, as long as another language might make it."""
    monkeypatch.setenv("SOC2DESK_WORDS", "long")


def cut_off(places: Iterator[Stop]) -> dict[str, list[str]]:
    """Return what is cut off at each place."""
    found = {name: list(dict.fromkeys(cut(part))) for name, part in places}
    return {name: seen for name, seen in found.items() if seen}


@pytest.mark.slow
def test_nothing_is_cut_off_in_the_least_window_with_every_word_doubled(
    long_words: None, windows: Callable[[Desk], MainWindow], desk: Desk, qtbot: QtBot
) -> None:
    window = windows(desk)
    window.resize(900, 600)
    assert cut_off(stops(window, desk, qtbot)) == {}


@pytest.mark.slow
def test_in_the_usual_window_nothing_is_cut_off_or_nameless_and_tab_reaches_all_of_it_in_the_order_of_reading(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.theme.choose(Look.DARK)
    unnamed: dict[str, list[str]] = {}
    out_of_order: dict[str, list[str]] = {}

    def heard() -> Iterator[Stop]:
        for name, part in stops(window, desk, qtbot):
            unnamed[name] = list(nameless(part))
            yield name, part
            # Last, for Tab moves what is in sight.
            out_of_order[name] = [] if name in THERE_FOR_A_MOMENT else astray(window, part)

    assert cut_off(heard()) == {}
    assert {name: widgets for name, widgets in unnamed.items() if widgets} == {}
    assert {name: wrong for name, wrong in out_of_order.items() if wrong} == {}


def astray(window: MainWindow, part: QWidget) -> list[str]:
    """Return what Tab does not reach from here, and where it jumps."""
    seen = round_trip(window)
    page = window.frame.page if window.frame is not None else part
    assert page is not None
    return [*left_out(part, seen), *jumps(page, seen)]
