"""Rows of people, systems, risks and the like: a table, a form for the chosen row, ways to take many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from soc2desk.app.importing import takes_rows
from soc2desk.app.table_fields import columns_of
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.rows.candidates import TABLE as CANDIDATES_OF
from soc2desk.desktop.rows.candidates import Candidates
from soc2desk.desktop.rows.many_rows import ManyRows, TakesFiles
from soc2desk.desktop.rows.removing import remove_row
from soc2desk.desktop.rows.row_form import RowForm
from soc2desk.desktop.rows.row_model import RowModel
from soc2desk.desktop.rows.row_table import RowTable

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding

TELLING = {
    "people": (("name", 36), ("title", 40), ("end", 24)),
    "vendors": (("name", 28), ("service", 38), ("tier", 16), ("subservice", 18)),
    "user_duties": (("duty", 70), ("needed", 30)),
    "disclosed_incidents": (("happened_on", 20), ("nature", 50), ("outcome", 30)),
    "system_changes": (("changed_on", 20), ("change", 50), ("effect", 30)),
    "systems": (("name", 30), ("purpose", 31), ("owner", 20), ("mfa", 19)),
    "risks": (("name", 44), ("owner", 22), ("likelihood", 17), ("impact", 17)),
    "access_rights": (("name", 30), ("system", 30), ("given_to", 26), ("privileged", 14)),
    "service_accounts": (("name", 40), ("system", 30), ("owner", 30)),
    "commitments_made": (("name", 52), ("made_in", 28), ("watched_by", 20)),
    "skills": (("person", 34), ("area", 30), ("before", 18), ("after", 18)),
    "certificates": (("person", 34), ("name", 40), ("expires_on", 26)),
    "exceptions": (("name", 46), ("approved_by", 28), ("ends_on", 26)),
}
"""The columns in the table of each kind of row, with their weights; the rest stands in the form."""


class RowsSection(TakesFiles):
    """One table with everything that can be done with its rows. `pointed` brings what a person looks at now."""

    pointed = Signal(object)

    def __init__(self, shell: Shell, table: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.table = shell, table
        self.about = shell.catalogue.table[table]
        self.columns = columns_of(shell.catalogue, table)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        """Make everything in reading order, which the keyboard follows."""
        words, known = self.shell.words, {column.id: column for column in self.columns}
        telling = TELLING[self.table]
        self.note = FindingNote(self.shell, self)
        self.empty = plain_label(words.of(self.about.empty), "hint", self)
        self.choose = self._button("candidates")
        self.choose.setVisible(self.table == CANDIDATES_OF)
        self.add = QPushButton(self.shell.icons.icon("plus"), words.of(self.about.add), self)
        self.add.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))
        self.paste, self.take = self._button("paste"), self._button("import")
        for button in (self.paste, self.take):
            button.setVisible(takes_rows(self.columns))
        self.model = RowModel(self.shell, tuple(known[name] for name, _ in telling))
        self.view = RowTable(self.model, tuple(weight for _, weight in telling), self)
        self.view.setAccessibleName(words("table_page.row.table", title=words.of(self.about.title)))
        self.remove = self._button("remove")
        self.sort = Combo(self)
        self.sort.addItem(words("table_page.sort.none"), -1)
        for at, (name, _) in enumerate(telling):
            self.sort.addItem(words("table_page.sort.by", column=known[name].heading), at)
        self.sort.setAccessibleName(words("table_page.sort.label"))
        self.sort.setToolTip(words("table_page.sort.label"))
        self.form = RowForm(self.shell, self.table, self.columns, self)
        self.another = self._button("add_another")
        self.many = ManyRows(self.shell, self.table, self.columns, self)
        self.candidates = Candidates(self.shell, self)

    def _button(self, name: str) -> QPushButton:
        return QPushButton(self.shell.words(f"table_page.button.{name}"), self)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        self.inner = QWidget(self)
        inner = QVBoxLayout(self.inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for widget in (self.note, self.empty):
            inner.addWidget(widget)
        inner.addLayout(_flow(self.choose, self.add, self.paste, self.take))
        inner.addWidget(self.view)
        inner.addLayout(_flow(self.remove, self.sort))
        inner.addWidget(self.form)
        inner.addLayout(_flow(self.another))
        box.addWidget(self.inner)
        box.addWidget(self.many)
        box.addWidget(self.candidates)

    def _connect(self) -> None:
        self.add.clicked.connect(self.begin_new)
        self.another.clicked.connect(self.begin_new)
        self.paste.clicked.connect(self.many.paste)
        self.take.clicked.connect(self.many.choose_file)
        self.remove.clicked.connect(self.remove_current)
        self.view.moved.connect(self._point)
        self.view.opened.connect(self.form.take_focus)
        self.view.wants_removal.connect(self.remove_current)
        self.view.wants_row.connect(self.begin_new)
        self.view.wants_paste.connect(self.many.paste)
        self.dropped.connect(self.many.take_file)
        self.many.began.connect(self._show_preview)
        self.many.ended.connect(self._show_rows)
        self.choose.clicked.connect(self._show_candidates)
        self.candidates.ended.connect(self._show_rows)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        self.sort.activated.connect(lambda _: self.view.sort_by(int(self.sort.currentData())))
        self.form.made.connect(self._made)
        self.form.back.connect(self._back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.begin_new, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _sorted(self, column: int) -> None:
        self.sort.setCurrentIndex(max(self.sort.findData(column), 0))

    # ---- in step with the project ------------------------------------------------------------------

    @property
    def can_write(self) -> bool:
        """Whether anything may be changed here."""
        return not self.shell.project.session.is_read_only

    def refresh(self) -> None:
        """Show the rows as they stand now, with the chosen one still chosen."""
        rows = self.shell.project.session.plain.get(self.table)
        listed = [(id_, row) for id_, row in rows.items() if isinstance(row, dict)] if isinstance(rows, dict) else []
        self.model.show_rows(listed)
        self._keep_chosen(bool(listed))
        for widget in (self.view, self.remove, self.sort):
            widget.setVisible(bool(listed))
        self.empty.setVisible(not listed)
        self.form.setVisible(bool(listed) or self.form.is_new)
        self.another.setVisible(bool(self.form.row))
        for button in (self.choose, self.add, self.another, self.paste, self.take, self.remove):
            button.setEnabled(self.can_write)

    def _keep_chosen(self, any_row: bool) -> None:
        if self.form.is_new:
            return
        if self.form.row and self.model.line_of(self.form.row) >= 0:
            if self.view.row != self.form.row:
                self.view.choose(self.form.row)
            self.form.refresh()
        elif not any_row:
            self.form.show_nothing()
        elif self.view.row:
            self.form.bind(self.view.row)
        else:
            self.view.choose(self.model.rows[0][0])

    def settle(self) -> None:
        """Show what our rules see: of the whole table above it, of a row beside it and in the form."""
        found: dict[str, tuple[Finding, ...]] = {}
        for finding in self.shell.project.session.composition.findings:
            table, _, row = finding.place.partition(".")
            if table == self.table:
                found[row] = (*found.get(row, ()), finding)
        whole = found.pop("", ())
        self.note.say(tuple((one.severity.value, self.shell.words.of(one.message)) for one in whole))
        self.model.show_findings(found)
        self.form.settle()

    # ---- one row -----------------------------------------------------------------------------------

    def _point(self, row: str) -> None:
        if row != self.form.row:
            self.form.bind(row)
            self.another.show()
        if self.view.hasFocus():
            self.shell.look_at.emit(f"{self.table}.{row}")

    def begin_new(self) -> None:
        """Ask for a new row, the keyboard in its name."""
        if not self.can_write or self.many.preview is not None:
            return
        if self.form.is_new:
            self.form.name.left()
        self.form.show()
        self.another.hide()
        self.form.begin_new()
        self.pointed.emit(self.form.name)

    def _made(self, row: str) -> None:
        self.refresh()
        self.view.choose(row)

    def _back(self) -> None:
        if self.form.is_new:
            self.form.show_nothing()
            self.refresh()
            if self.view.row:
                self.form.bind(self.view.row)
        (self.view if not self.view.isHidden() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_current(self) -> None:
        """Take the chosen row out, or say where it is needed."""
        row = self.form.row
        if not row or not self.can_write:
            return
        after = self.view.neighbour()
        if remove_row(self.shell, self.table, row):
            self.view.choose(after)
            (self.view if not self.view.isHidden() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, row: str, column: str) -> QWidget:
        """Put the keyboard at a row, or at one of its fields; return what to bring into view."""
        if not row or not self.view.choose(row):
            self.take_focus()
            return self.view if not self.view.isHidden() else self.add
        self.form.bind(row)
        if not column:
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return self.view
        self.form.take_focus(column)
        return self.form.fields.get(column, self.form.name)

    def _show_preview(self) -> None:
        self.inner.hide()
        self.pointed.emit(self.many)

    def _show_candidates(self) -> None:
        if self.can_write and self.candidates.begin():
            self.inner.hide()
            self.pointed.emit(self.candidates)

    def _show_rows(self) -> None:
        self.inner.show()
        self.refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard into the table, or on the button that begins it."""
        (self.view if not self.view.isHidden() else self.add).setFocus(Qt.FocusReason.OtherFocusReason)


def _flow(*widgets: QWidget) -> FlowLayout:
    flow = FlowLayout()
    for widget in widgets:
        flow.addWidget(widget)
    return flow
