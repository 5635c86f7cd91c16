"""The projects as a table: company, categories, how much is answered, what is next; one that is broken says why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFont

from soc2desk.app.next_due import NEAR
from soc2desk.app.schedule_rows import DueState
from soc2desk.app.shelf import Order, Wanted, fits, place_of
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.labels import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from soc2desk.app.home import ProjectCard
    from soc2desk.app.next_due import NextDue
    from soc2desk.desktop.icons import Icons
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.words import Words

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("name", "categories", "answered", "next", "more")
NAME, CATEGORIES, ANSWERED, NEXT, MORE = range(5)
ICON = 18  # pixels, before scaling
BETWEEN = "  \u00b7  "
_LOOKS = {
    "not_started": ("circle", "muted"),
    "in_progress": ("circle-dot", "accent"),
    "complete": ("check-circle", "good"),
    "damaged": ("alert-triangle", "warn"),
    "open": ("lock", "muted"),
}
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Row:
    """One project as it is shown; `told` is what is heard of its first cell.

    `title` is the company, or the name of the project while it has none; `due` says what is due next by a date.
    """

    card: ProjectCard
    texts: tuple[str, ...]
    told: str
    look: str
    title: str
    due: str = ""

    @property
    def line(self) -> str:
        """The title in one line."""
        return " ".join(self.title.split())


def row_of(card: ProjectCard, words: Words, names: Mapping[str, str], today: date) -> Row:
    """Return a project in words. `names` are the categories by id."""
    title = card.company or card.name
    if card.sample:
        title = _practice_title(title, card, words)
    answered = "" if card.problem else words("frame.answered", done=card.done, total=card.total)
    categories = ", ".join(names.get(one, one) for one in card.categories)
    look, state = _state(card, words)
    tags = ", ".join(card.filing.tags)
    name = "\n".join(filter(None, (" ".join(title.split()), tags)))
    due = _due(card.due, words) if card.due else ""
    is_near = card.due is not None and card.due.state in NEAR and card.open_by is None
    texts = (name, categories, answered, due if is_near else _next(card, words, today), "")
    told = words("home.row.told", name=title, state=state)
    return Row(card, texts, words("home.row.tagged", told=told, tags=tags) if tags else told, look, title, due)


def _due(due: NextDue, words: Words) -> str:
    if due.due is None:
        return words("home.due.now", title=due.title)
    key = "home.due.late" if due.state is DueState.OVERDUE else "home.due.on"
    return words(key, day=said_date(due.due, words), title=due.title)


def _practice_title(name: str, card: ProjectCard, words: Words) -> str:
    if not card.exercise:
        return words("home.row.practice", name=name)
    exercise = words.of(card.exercise)
    if not card.student:
        return words("home.row.alone", name=name, exercise=exercise)
    return words("home.row.exercise", name=name, exercise=exercise, student=card.student)


def _state(card: ProjectCard, words: Words) -> tuple[str, str]:
    if card.open_by is not None:
        return "open", words("home.row.open_elsewhere")
    if card.problem is not None:
        return "damaged", words("home.row.damaged")
    return card.state.value, words(f"frame.state.{card.state.value}")


def _next(card: ProjectCard, words: Words, today: date) -> str:
    if card.open_by is not None:
        return words("home.row.open_on", host=card.open_by.host, since=_since(card.open_by.since, today, words))
    if card.problem is not None:
        return " ".join(part for part in (card.problem.message, card.problem.hint) if part)
    return words(card.next.key, **card.next.values) if card.next else ""


def _since(written: str, today: date, words: Words) -> str:
    """Return "2026-11-20 09:14" as a person says it: the time alone when it is of today."""
    day, _, time = written.partition(" ")
    try:
        said = said_date(date.fromisoformat(day), words)
    except ValueError:
        return written
    return time if day == today.isoformat() and time else f"{said} {time}".strip()


class ProjectModel(QAbstractTableModel):
    """Rows in the order in which they are placed."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []
        self._icons: Icons | None = None
        self._tokens: Tokens | None = None
        self._bold = QFont()
        self._bold.setBold(True)
        self._by_due = False
        self._titles: Counter[str] = Counter()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every project, filtered or not."""
        return tuple(self._rows)

    def row_at(self, at: int) -> Row:
        """Return one project by its place, without the way through a table's cells: a list asks for it often."""
        return self._rows[at]

    def place(self, at: int, row: Row) -> None:
        """Put a project at a place of the list, moving it there when it stands further down."""
        found = self._find(row.card.folder, at)
        if found is None:
            self.beginInsertRows(QModelIndex(), at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            self._count((), (row,))
            return
        if found != at:
            self.beginMoveRows(QModelIndex(), found, found, QModelIndex(), at)
            self._rows.insert(at, self._rows.pop(found))
            self.endMoveRows()
        if self._rows[at] != row:
            before, self._rows[at] = self._rows[at], row
            self._count((before,), (row,))
            self.dataChanged.emit(self.index(at, 0), self.index(at, MORE))

    def _find(self, folder: Path, start: int) -> int | None:
        places = (at for at in range(start, len(self._rows)) if self._rows[at].card.folder == folder)
        return next(places, None)

    def cut(self, count: int) -> None:
        """Take away what stands after the first `count` projects."""
        if count < len(self._rows):
            self.beginRemoveRows(QModelIndex(), count, len(self._rows) - 1)
            gone = tuple(self._rows[count:])
            del self._rows[count:]
            self.endRemoveRows()
            self._count(gone, ())

    def take_off(self, folder: Path) -> None:
        """Take one project away."""
        at = self._find(folder, 0)
        if at is not None:
            self.beginRemoveRows(QModelIndex(), at, at)
            gone = self._rows.pop(at)
            self.endRemoveRows()
            self._count((gone,), ())

    def _count(self, gone: tuple[Row, ...], come: tuple[Row, ...]) -> None:
        """Count how many projects have each title: those that share one show their folders, from the second on."""
        titles = {row.line.casefold() for row in (*gone, *come)}
        before = {one for one in titles if self._titles[one] > 1}
        self._titles.subtract(row.line.casefold() for row in gone)
        self._titles.update(row.line.casefold() for row in come)
        if before != {one for one in titles if self._titles[one] > 1}:
            self._draw_again()

    def folder_of(self, row: Row) -> str:
        """Return the folder's name of a project whose title another one has too; "" for one that is told by it."""
        return row.card.folder.name if self._titles[row.line.casefold()] > 1 else ""

    def draw(self, icons: Icons, tokens: Tokens) -> None:
        """Draw icons in the colours of the look."""
        self._icons, self._tokens = icons, tokens
        self._draw_again()

    def show_due(self, *, always: bool) -> None:
        """Say of each project what is due next by a date, where there is something; else only what is near."""
        if always != self._by_due:
            self._by_due = always
            self._draw_again()

    def _draw_again(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, MORE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own form of this call
        """Return how many projects there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the same
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole and section != MORE:
            return self._words(f"home.column.{COLUMNS[section]}")
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.AccessibleTextRole:
            return self._words(f"home.column.{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """Return what one cell shows or says."""
        row, column = self._rows[index.row()], index.column()
        answers: dict[int, Callable[[], object]] = {
            _ROLE.DisplayRole: lambda: self._text(row, column),
            _ROLE.ToolTipRole: lambda: plain_tip(
                f"{row.line}\n{row.card.folder}" if column == NAME else self._text(row, column)
            ),
            _ROLE.AccessibleTextRole: lambda: self._heard(row, column),
            _ROLE.UserRole: lambda: row,
            _ROLE.FontRole: lambda: self._bold if column == NAME else None,
            _ROLE.DecorationRole: lambda: self._picture(row, column),
        }
        return answers[role]() if role in answers else None

    def _text(self, row: Row, column: int) -> str:
        if column == NAME and (folder := self.folder_of(row)):
            return f"{row.line}\n{BETWEEN.join((folder, *filter(None, (', '.join(row.card.filing.tags),))))}"
        return row.due if column == NEXT and self._by_due and row.due else row.texts[column]

    def _heard(self, row: Row, column: int) -> str:
        folder = self.folder_of(row)
        if column == MORE:
            return self._words("home.row.more", name=f"{row.line}, {folder}" if folder else row.title)
        if column == NAME and folder:
            return self._words("home.row.in_folder", told=row.told, folder=folder)
        return row.told if column == NAME else self._text(row, column)

    def _picture(self, row: Row, column: int) -> object:
        if self._icons is None or self._tokens is None or column not in {NAME, MORE}:
            return None
        if column == MORE:
            return self._icons.icon("more", None, ICON)
        icon, colour = _LOOKS[row.look]
        return self._icons.icon(icon, getattr(self._tokens, colour), ICON)


class FilteredProjects(QSortFilterProxyModel):
    """The projects that are wanted, in the order that is asked for."""

    def __init__(self, model: ProjectModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._wanted, self._order = model, Wanted(), Order.CHANGED
        self.setSourceModel(model)

    @property
    def wanted(self) -> Wanted:
        """What the list is narrowed to."""
        return self._wanted

    def want(self, wanted: Wanted, order: Order = Order.CHANGED) -> None:
        """Show only what fits, in an order; that of the last change is the one in which projects are placed."""
        if order is not self._order:
            self._order = order
            self.invalidate()
        self.sort(-1 if order is Order.CHANGED else NAME)
        if wanted != self._wanted:
            self._wanted = wanted
            self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Return whether a project fits; Qt asks for each."""
        shown = self._model.row_at(row)
        return fits(shown.card, self._wanted, " ".join((*shown.texts, shown.told, shown.due)))

    def lessThan(self, left: Index, right: Index) -> bool:
        """Return whether one project stands above another."""
        above, below = (self._model.row_at(index.row()).card for index in (left, right))
        return place_of(above, self._order) < place_of(below, self._order)
