"""One document: where it stands, its sections, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.document_rows import Standing
from soc2desk.app.drafts import editable_format
from soc2desk.desktop.documents.document_words import counted, owner_words, section_words, state_words
from soc2desk.desktop.documents.two_lines import ICON_ROLE, UNDER_ROLE, TwoLines
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from soc2desk.app.document_rows import DocumentRow
    from soc2desk.app.section_rows import SectionRow
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding

SECTION = Qt.ItemDataRole.UserRole + 10


class DocumentDetail(QWidget):
    """Shows one document. `editing`, `comparing` and `removing` bring a section, `drawing` a format.

    `moved` brings the section the keyboard is on.
    """

    left = Signal()
    editing = Signal(str)
    comparing = Signal(str)
    removing = Signal(str)
    approving = Signal()
    withdrawing = Signal()
    drawing = Signal(str)
    moved = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: DocumentRow | None = None
        self._rows: dict[str, SectionRow] = {}
        self._busy = False
        words = shell.words
        self.back = self._button("back", quiet=True)
        self.state = plain_label("", "body", self)
        self.owner = plain_label("", "hint", self)
        self.go = self._button("not_needed.go")
        self.note = plain_label("", "finding", self)
        self.list = QListWidget(self)
        self.list.setItemDelegate(TwoLines(shell, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(words("documents.sections"))
        self.list.setAccessibleDescription(words("documents.section_hint"))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.empty = plain_label(words("documents.no_sections"), "hint", self)
        self.edit, self.compare, self.take_out = (self._button(key) for key in ("edit", "compare", "take_out"))
        self.approve, self.withdraw = self._button("approve"), self._button("withdraw")
        self.word, self.pdf = self._button("word"), self._button("pdf")
        self._lay_out()
        self._connect()

    def _button(self, key: str, *, quiet: bool = False) -> QPushButton:
        button = QPushButton(self._shell.words(f"documents.{key}"), self)
        if quiet:
            button.setProperty("quiet", "true")
        return button

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self.state, self.owner):
            box.addWidget(label)
        box.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.list, 1)
        box.addWidget(self.empty)
        box.addWidget(self.note)
        acts = FlowLayout()
        for button in (self.edit, self.compare, self.take_out, self.approve, self.withdraw, self.word, self.pdf):
            acts.addWidget(button)
        box.addLayout(acts)
        box.addStretch(0)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.go.clicked.connect(self._go)
        self.list.currentItemChanged.connect(self._moved)
        self.list.itemActivated.connect(lambda _: self._open())
        self.edit.clicked.connect(lambda: self.editing.emit(self.section))
        self.compare.clicked.connect(lambda: self.comparing.emit(self.section))
        self.take_out.clicked.connect(lambda: self.removing.emit(self.section))
        self.approve.clicked.connect(self.approving)
        self.withdraw.clicked.connect(self.withdrawing)
        self.word.clicked.connect(lambda: self.drawing.emit(editable_format(self.row.kind) if self.row else ""))
        self.pdf.clicked.connect(lambda: self.drawing.emit("pdf"))
        self._shell.recoloured.connect(self.list.viewport().update)

    def _open(self) -> None:
        row = self._rows.get(self.section)
        if row is not None and row.can_edit:
            self.editing.emit(row.id)

    def _go(self) -> None:
        if self.row is not None and self.row.not_needed is not None:
            self._shell.go.emit(self.row.not_needed.place)

    # ---- what is shown ---------------------------------------------------------------------------

    def show_document(self, row: DocumentRow, sections: tuple[SectionRow, ...], unkept: frozenset[str]) -> None:
        """Show a document as it is now; the section chosen before stays chosen."""
        chosen = self.section if self.row is not None and self.row.id == row.id else ""
        self.row, self._rows = row, {one.id: one for one in sections}
        words = self._shell.words
        told = [state_words(row, words)]
        if row.open:
            told.append(counted("documents.open_phrases", row.open, words))
        self.state.setText(". ".join(told))
        self.owner.setText(owner_words(row, words))
        self.owner.setVisible(bool(row.role))
        self.go.setVisible(row.not_needed is not None)
        self._fill(sections, unkept)
        self.list.setVisible(bool(sections))
        self.empty.setVisible(not sections and row.not_needed is None)
        if sections and not self.choose(chosen):
            self.list.setCurrentRow(0)
        self._offer()

    def _fill(self, sections: tuple[SectionRow, ...], unkept: frozenset[str]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for one in sections:
            title = f"{one.number}  {one.title}" if one.number else one.title
            under = section_words(one, self._shell.words, unkept=one.id in unkept)
            item = QListWidgetItem(self._shell.words.of(title))
            item.setData(SECTION, one.id)
            item.setData(UNDER_ROLE, under)
            item.setData(ICON_ROLE, self._icon(one))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {under}" if under else title)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _icon(self, one: SectionRow) -> object:
        tokens = self._shell.tokens
        if one.problem:
            return self._shell.icons.icon("alert-circle", tokens.bad, 20)
        if one.template_changed:
            return self._shell.icons.icon("alert-triangle", tokens.warn, 20)
        return self._shell.icons.icon("edit", tokens.accent, 20) if one.is_reworded else None

    def choose(self, section: str) -> bool:
        """Choose a section by its id, or by that of a clause in it; return whether it is here."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            if item.data(SECTION) == "/".join(section.split("/")[:2]):
                self.list.setCurrentItem(item)
                return True
        return False

    @property
    def section(self) -> str:
        """The id of the chosen section, empty for none."""
        at = self.list.currentRow()
        return str(self.list.item(at).data(SECTION)) if at >= 0 else ""

    @property
    def is_gone(self) -> bool:
        """Whether the chosen section is one that no document has any more."""
        row = self._rows.get(self.section)
        return row is not None and row.is_gone

    def _moved(self) -> None:
        self._offer()
        if self.section:
            self.moved.emit(self.section)

    def set_busy(self, *, busy: bool) -> None:
        """Offer no second drawing while one is at work."""
        self._busy = busy
        self._offer()

    def _offer(self) -> None:
        row, section = self.row, self._rows.get(self.section)
        if row is None:
            return
        may = not self._shell.project.session.is_read_only
        made = row.standing is not Standing.NOT_NEEDED
        edits = section is not None and section.can_edit
        _offer(self.edit, shown=bool(self._rows), enabled=edits)
        _offer(self.compare, shown=section is not None and section.can_edit and section.template_changed, enabled=True)
        _offer(self.take_out, shown=section is not None and section.is_gone, enabled=may)
        _offer(self.approve, shown=row.is_approvable, enabled=may)
        _offer(self.withdraw, shown=row.has_approval, enabled=may)
        _offer(self.word, shown=made, enabled=not self._busy)
        _offer(self.pdf, shown=made, enabled=not self._busy)
        self.word.setText(self._shell.words(f"documents.{'excel' if row.kind == 'register' else 'word'}"))
        self._say(section)

    def _say(self, section: SectionRow | None) -> None:
        found: tuple[Finding, ...] = ()
        if section is not None:
            found = self._shell.project.findings_at(f"documents.{section.id}")
        told = [f"{one.message} {one.fix}" for one in found]
        if section is not None and section.problem and not told:
            told.append(section.problem)
        self.note.setText("\n".join(told))
        self.note.setVisible(bool(told))


def _offer(button: QPushButton, *, shown: bool, enabled: bool) -> None:
    button.setVisible(shown)
    button.setEnabled(enabled)
