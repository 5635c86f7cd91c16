"""One course of one person: what was entered, and entering that it was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.app.training_rows import CourseRow
    from soc2desk.desktop.shell import Shell

FIELDS = ("on", "hours", "result", "instructor")


class TrainingDetail(QFrame):
    """What stands below the list. `taken` brings what was typed, by field."""

    taken = Signal(dict)
    removed = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: CourseRow | None = None
        self.setProperty("card", "true")
        words = shell.words
        self.title = plain_label("", "question", self)
        self.stands = plain_label("", "body", self)
        self.entered = plain_label("", "hint", self)
        self.remove = QPushButton(words("training.remove"), self)
        self.remove.setProperty("quiet", "true")
        self.fields: dict[str, QLineEdit] = {}
        self.form = self._form()
        self.enter = QPushButton(words("training.enter"), self)
        self._lay_out()
        self.enter.clicked.connect(self._say)
        self.remove.clicked.connect(self._remove)
        self.hide()

    def _form(self) -> QWidget:
        words, form = self._shell.words, QWidget(self)
        lines = QFormLayout(form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name in FIELDS:
            field = QLineEdit(form)
            field.setMaxLength(LONGEST)
            field.setAccessibleName(words(f"training.field.{name}"))
            field.returnPressed.connect(self._say)
            lines.addRow(plain_label(words(f"training.field.{name}"), "hint", form), field)
            self.fields[name] = field
        self.fields["on"].setPlaceholderText(words("training.day_hint"))
        return form

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        for widget in (self.title, self.stands, self.entered, self.remove, self.form, self.enter):
            is_button = isinstance(widget, QPushButton)
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))

    def show_row(self, row: CourseRow | None) -> None:
        """Show a course of a person; none hides the card."""
        if row is not None and (self.row is None or row.id != self.row.id):
            for field in self.fields.values():
                field.clear()
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._shell.words
        self.title.setText(words("training.title_one", name=row.name, course=row.course, title=row.title))
        self.stands.setText(self._stands(row))
        self.entered.setText(self._entered(row))
        self.entered.setVisible(row.taken is not None)
        read_only = self._shell.project.session.is_read_only
        entered_alone = row.taken is not None and row.taken.id in {
            one.id for one in self._shell.engagement.project.completions
        }
        self.remove.setVisible(entered_alone and not read_only)
        for widget in (self.form, self.enter):
            widget.setVisible(not read_only)

    def _stands(self, row: CourseRow) -> str:
        words = self._shell.words
        state = words(f"training.state.{row.state.value}")
        by = words("training.by", day=said_date(row.due, words)) if row.due else words("training.by_open")
        again = words("training.again", day=said_date(row.repeat_by, words)) if row.repeat_by else ""
        return " ".join(filter(None, (f"{state}.", by, again)))

    def _entered(self, row: CourseRow) -> str:
        words, one = self._shell.words, row.taken
        if one is None:
            return ""
        parts = [words("training.taken_on", day=said_date(one.on, words))]
        parts += [words(f"training.said.{name}", said=said) for name, said in (
            ("hours", str(one.hours or "")), ("result", one.result), ("instructor", one.instructor),
        ) if said]  # fmt: skip
        if one.entered_on:
            parts.append(words("training.entered_on", day=said_date(one.entered_on, words)))
        return " ".join(parts)

    def _say(self) -> None:
        self.taken.emit({name: field.text().strip() for name, field in self.fields.items()})

    def _remove(self) -> None:
        if self.row is not None and self.row.taken is not None:
            self.removed.emit(self.row.taken.id)

    def go_on(self) -> None:
        """Put the keyboard at the day, which is asked first."""
        self.fields["on"].setFocus(Qt.FocusReason.ShortcutFocusReason)
