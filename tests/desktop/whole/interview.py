"""The pages on which questions are answered and rows are entered, walked with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from soc2desk.desktop.pages.question_page import QuestionPage
from soc2desk.desktop.pages.table_page import TablePage
from soc2desk.desktop.rows.roles_section import RolesSection
from soc2desk.desktop.rows.row_field import RowField
from soc2desk.desktop.rows.rows_section import RowsSection
from tests.desktop.driving import focused, press, write
from tests.desktop.whole.keys import Answering, paste, pick_words, tab_on_to, tab_to
from tests.desktop.whole.northpier import ANSWERS, ROLES, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.fields.frame import FieldFrame
    from soc2desk.desktop.project_frame import ProjectFrame
    from soc2desk.desktop.window import MainWindow
    from soc2desk.reading.located import Plain


def frame_of(window: MainWindow) -> ProjectFrame:
    assert window.frame is not None
    return window.frame


def go_on(window: MainWindow) -> None:
    """Press the button that leads to the next page, reached with Tab."""
    frame = frame_of(window)
    tab_on_to(frame.footer.next_button)
    press(Qt.Key.Key_Space)


def answer_page(window: MainWindow, page_id: str) -> None:
    """Answer every question of the page in sight, and go on."""
    frame = frame_of(window)
    page = frame.page
    assert isinstance(page, QuestionPage)
    assert page.id == page_id
    answering = Answering(told_on(page_id))
    tab_to(lambda here: here is frame.footer.next_button, answering)
    asked = [place for place, field in page.fields.items() if not field.isHidden()]
    assert answering.done == asked
    press(Qt.Key.Key_Space)


def take_page(window: MainWindow, page_id: str) -> None:
    """Let the project have every answer of the page in sight at once, as from a file, and go on with keys."""
    frame = frame_of(window)
    page = frame.page
    assert isinstance(page, QuestionPage)
    assert page.id == page_id
    asked = [field for field in page.fields.values() if not field.isHidden()]
    told = told_on(page_id)
    values = {field.spec.path: _as_in_a_file(field, one) for field in asked if (one := told(field)) is not None}
    assert frame.shell.project.put(values, "Answers of a page") is None
    go_on(window)


def _as_in_a_file(field: FieldFrame, told: Told) -> Plain:
    if told.usual:
        return field.spec.usual
    return list(told.value) if isinstance(told.value, tuple) else told.value


def told_on(page_id: str) -> Callable[[FieldFrame], Told | None]:
    """Return what is meant for each field of a page."""

    def told(field: FieldFrame) -> Told | None:
        return ANSWERS[page_id][field.spec.place.removeprefix("answers.")]

    return told


def section_of(window: MainWindow, table: str) -> RowsSection:
    page = frame_of(window).page
    assert isinstance(page, TablePage)
    section = page.sections[table]
    assert isinstance(section, RowsSection)
    return section


def add_rows(window: MainWindow, table: str, rows: tuple[dict[str, Told], ...]) -> None:
    """Add row after row, field by field."""
    section = section_of(window, table)
    assert focused() is section.add
    for at, row in enumerate(rows):
        tab_on_to(section.another if at else section.add)
        press(Qt.Key.Key_Space)
        write(str(row["name"].value))
        press(Qt.Key.Key_Return)
        answering = Answering(lambda field, row=row: row.get(field.column.id) if isinstance(field, RowField) else None)
        tab_to(lambda here: here is section.another, answering)
        named = {place.rpartition(".")[2] for place in answering.done} | {"name"}
        assert named == set(row)


def paste_rows(window: MainWindow, table: str, text: str) -> None:
    """Paste rows copied from a spreadsheet into the table, and take them."""
    section = section_of(window, table)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Escape)
    assert focused() is section.view
    paste(text)
    assert section.many.preview is not None
    assert focused() is section.many.preview.take
    press(Qt.Key.Key_Space)


def fill_roles(window: MainWindow) -> None:
    """Name the holder and the backup of each role."""
    page = frame_of(window).page
    assert isinstance(page, TablePage)
    roles = page.sections["roles"]
    assert isinstance(roles, RolesSection)
    lists = {field.editor.focus_targets()[0]: (role, at)
             for role, card in roles.cards.items() for at, field in enumerate(card.fields.values())}  # fmt: skip

    def name(widget: QWidget) -> None:
        if widget in lists:
            role, at = lists[widget]
            pick_words(widget, ROLES[role][at])  # type: ignore[arg-type]

    tab_to(lambda here: here is frame_of(window).footer.next_button, name)
