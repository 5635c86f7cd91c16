"""The findings as rows of a list: they come and go one by one, so that the place of the reader stays."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from soc2desk.app.looking_over import Line, LineKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.desktop.words import Words
    from soc2desk.domain.findings import Finding
    from soc2desk.domain.teaching import TeachingNote

    Taught = Callable[[str], TeachingNote | None]

Index = QModelIndex | QPersistentModelIndex
_MOST_IDS = 6


class FindingRows(QAbstractListModel):
    """Headings, findings and folds. `taught` gives what those who teach say of a rule, None for nothing."""

    def __init__(self, words: Words, taught: Taught, parent: QObject) -> None:
        super().__init__(parent)
        self._words, self._taught = words, taught
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; those that stay keep their rows, and with them the keyboard and the scroll bar."""
        if lines == self.lines:
            return
        keys = [line.key for line in self.lines]
        changes = SequenceMatcher(None, keys, [line.key for line in lines], autojunk=False).get_opcodes()
        # From the end, so that the rows before keep their numbers.
        for kind, start, end, new_start, new_end in reversed(changes):
            if kind in {"delete", "replace"}:
                self._take_out(start, end)
            if kind in {"insert", "replace"}:
                self._put_in(start, lines[new_start:new_end])
        before, self.lines = self.lines, lines
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _take_out(self, start: int, end: int) -> None:
        self.beginRemoveRows(QModelIndex(), start, end - 1)
        self.lines = (*self.lines[:start], *self.lines[end:])
        self.endRemoveRows()

    def _put_in(self, at: int, lines: tuple[Line, ...]) -> None:
        self.beginInsertRows(QModelIndex(), at, at + len(lines) - 1)
        self.lines = (*self.lines[:at], *lines, *self.lines[at:])
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen."""
        if not index.isValid() or self.lines[index.row()].kind is LineKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sentence of a line, and all of it in words for those who listen."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return headline(line, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join((said(line, self._words), *self.lesson(line)))
        return None

    def lesson(self, line: Line) -> tuple[str, ...]:
        """Return what an auditor might write about a finding, and why; nothing while nobody teaches."""
        note = self._taught(line.finding.rule) if line.kind is LineKind.FINDING and line.finding else None
        if note is None:
            return ()
        if not note.writes:
            return (self._words("teaching.writes_nothing", why=note.why),)
        return (self._words("teaching.writes", text=note.writes), self._words("teaching.why", why=note.why))

    def row_of(self, key: str) -> int:
        """Return the row of a line, -1 where it is not shown."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)


def headline(line: Line, words: Words) -> str:
    """Return the sentence of a line."""
    match line.kind:
        case LineKind.HEADING:
            return words("readiness.heading", severity=words(f"readiness.{line.severity.value}"), count=line.count)
        case LineKind.FINDING:
            return words.of(_of(line).message)
        case _:
            return words(f"readiness.{line.kind.value}", count=line.count, title=_of(line).title)


def way(line: Line, words: Words) -> str:
    """Return what the button of a finding says."""
    key = f"readiness.go.{_of(line).place.partition('.')[0]}"
    return words(key if key in words else "readiness.go.other")


def notes(line: Line, words: Words) -> tuple[str, ...]:
    """Return what stands below the sentence of a finding: what to do, why it matters, what it concerns."""
    finding = _of(line)
    ids = (*finding.controls, *finding.criteria)
    # What the sentence names already need not be said again.
    new = tuple(id_ for id_ in ids if id_ not in finding.message)
    told = (words.of(finding.fix), _kind(line, words), _auditor(line, words), _concerns(new, words))
    return tuple(filter(None, told))


def said(line: Line, words: Words) -> str:
    """Return a line as it is read aloud."""
    text = headline(line, words)
    if line.kind is LineKind.HEADING:
        return text
    if line.kind is not LineKind.FINDING:
        return words("readiness.said_fold", text=text)
    severity, auditor = words(f"readiness.{line.severity.value}"), _auditor(line, words)
    fix, go = _of(line).fix, way(line, words)
    kind = _kind(line, words)
    return words("readiness.said", severity=severity, message=text, fix=fix, kind=kind, auditor=auditor, go=go)


def _of(line: Line) -> Finding:
    assert line.finding is not None  # noqa: S101 - headings alone have none
    return line.finding


def _kind(line: Line, words: Words) -> str:
    return words(f"readiness.kind.{line.kind_of}") if line.kind_of else ""


def _auditor(line: Line, words: Words) -> str:
    return words("readiness.auditor", text=line.auditor_sees) if line.auditor_sees else ""


def _concerns(ids: tuple[str, ...], words: Words) -> str:
    if not ids:
        return ""
    listed, left = ", ".join(ids[:_MOST_IDS]), len(ids) - _MOST_IDS
    if left > 0:
        return words("readiness.ids_more", listed=listed, count=left)
    return words("readiness.ids", listed=listed)
