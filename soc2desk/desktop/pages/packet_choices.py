"""What a person chooses before a packet is made: reader, formats, draft or final, date, folder, documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.make_packet import AUDITOR, READERS, USUAL_FORMATS, Wishes, newest_confirmation, usual_day
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.choice import ComboEditor, RadioEditor
from soc2desk.desktop.fields.editor import Editor
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.packet_tree import PacketTree

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from soc2desk.app.packet_plan import PlannedTree
    from soc2desk.desktop.shell import Shell

PACKETS = "packets"
"""The folder of packets beside a project, where nobody chose another."""
FINAL, DRAFT = "final", "draft"


class Choices(QWidget):
    """Every choice with its usual value. `replan` follows a choice that needs another plan, `changed` any other."""

    replan = Signal()
    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._make_reader()
        self._make_formats()
        self._make_status()
        self._make_date()
        self._make_folder()
        self._make_evidence()
        self._make_tree()
        self._show_notes()

    # ---- what was chosen -------------------------------------------------------------------------

    def wishes(self, tree: PlannedTree | None = None) -> Wishes:
        """Return what was chosen. With a plan, the choice of documents too."""
        return Wishes(
            out=Path(self.folder.text().strip()).expanduser(),
            formats=tuple(kind for kind, box in self.formats.items() if box.isChecked()),
            only=tree.kept(self.tree.left_out) if tree is not None else (),
            day=self.day,
            # One process, the window's own: forking one that has threads can lock the copy up, and starting fresh ones
            # would load every library again. In 30 packets on two busy processors no event of the window waited
            # longer than 86 ms, once garbage collection was kept small (see make_and_check).
            jobs=1,
            reader=str(self.reader.value()),
            final=self.status.value() == FINAL,
            evidence=self._can_hold_evidence and self.evidence.isChecked(),
        )

    @property
    def day(self) -> date | None:
        """The day in the field, None where none can be read."""
        try:
            return date.fromisoformat(str(self.date.value() or ""))
        except ValueError:
            return None

    def refusal(self) -> tuple[str, QWidget] | None:
        """Return why these choices cannot be taken, and the widget to mend; None where they can."""
        if sentence := self._date_sentence():
            return sentence, self.date.line
        if sentence := self._folder_sentence():
            return sentence, self.folder
        return None

    def show_plan(self, tree: PlannedTree) -> None:
        """Show the documents that can be chosen from."""
        self.tree.show_folders(tree.folders)
        self._show_notes()

    def refresh(self) -> None:
        """Follow the answers: a fixed date, a newer confirmation."""
        if not self._dated:
            self.date.show_value(self._usual_day().isoformat())
        self._show_notes()

    # ---- the fields ------------------------------------------------------------------------------

    def _make_reader(self) -> None:
        words = self._shell.words
        self.reader = ComboEditor(self, tuple((one, words(f"packet.reader.{one}")) for one in READERS), "")
        self.reader.combo.removeItem(0)
        self.reader.picked.connect(self.replan)
        self.reader.picked.connect(self._edited)
        self._add("reader", self.reader)

    def _make_formats(self) -> None:
        words = self._shell.words
        self.formats = {kind: QCheckBox(words(f"packet.format.{kind}"), self) for kind in USUAL_FORMATS}
        row = FlowLayout(gap=16)
        for box in self.formats.values():
            box.setChecked(True)
            box.setAccessibleName(f"{words('packet.format.label')}: {box.text()}")
            box.setAccessibleDescription(words("packet.format.hint"))
            box.toggled.connect(self.replan)
            row.addWidget(box)
        self._head("format")
        self._column.addLayout(row)

    def _make_status(self) -> None:
        words = self._shell.words
        self.status = RadioEditor(self, tuple((one, words(f"packet.final.{one}")) for one in (DRAFT, FINAL)))
        self.status.show_value(DRAFT)
        self.status.picked.connect(self._status_picked)
        self._add("final", self.status)
        self.under_status = QVBoxLayout()
        self._column.addLayout(self.under_status)

    def _status_picked(self) -> None:
        if self.status.value() is None:
            self.status.show_value(DRAFT)
        self.changed.emit()

    def _make_date(self) -> None:
        words = self._shell.words
        self._dated = False
        self.date = DateEditor(self, lambda day: said_date(day, words), words("packet.date.calendar"))
        self.date.show_value(self._usual_day().isoformat())
        self.date.typed.connect(self._date_given)
        self.date.picked.connect(self._date_given)
        self._add("date", self.date)
        self.date_note = self._note()
        self.take_day = QPushButton(words("packet.date.take"), self)
        self.take_day.clicked.connect(self._take_newest)
        self._add_left(self.take_day)

    def _make_folder(self) -> None:
        words, session = self._shell.words, self._shell.project.session
        self.folder = QLineEdit(str(session.folder / PACKETS), self)
        self.folder.setAccessibleName(words("packet.folder.label"))
        self.folder.setAccessibleDescription(words("packet.folder.hint"))
        self.folder.textChanged.connect(self._edited)
        self.choose = QPushButton(words("packet.folder.choose"), self)
        self.choose.setAccessibleName(words("packet.folder.choose_title"))
        self.choose.clicked.connect(self.choose_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        self._head("folder")
        self._column.addLayout(row)
        self.folder_note = self._note()

    def _make_evidence(self) -> None:
        words = self._shell.words
        self.evidence = QCheckBox(words("packet.evidence.label"), self)
        self.evidence.setAccessibleDescription(words("packet.evidence.hint"))
        self.evidence.toggled.connect(self._edited)
        self.evidence_note = plain_label(words("packet.evidence.hint"), "hint", self)
        self._column.addSpacing(8)
        self._column.addWidget(self.evidence)
        self._column.addWidget(self.evidence_note)

    @property
    def _can_hold_evidence(self) -> bool:
        """Whether there are files to go along, and the reader is the auditor, who alone gets them."""
        project = self._shell.project.session.project
        return self.reader.value() == AUDITOR and any(one.file for one in project.evidence)

    def _make_tree(self) -> None:
        words = self._shell.words
        self._head("tree")
        self.tree = PacketTree(words, self)
        self.tree.chosen.connect(self._edited)
        self._column.addWidget(self.tree)
        self.part_note = plain_label(words("packet.tree.part"), "hint", self)
        self._column.addWidget(self.part_note)
        self.tick_all = QPushButton(words("packet.tree.all"), self)
        self.tick_all.clicked.connect(self.tree.tick_all)
        self._add_left(self.tick_all)

    # ---- layout ----------------------------------------------------------------------------------

    def _head(self, key: str) -> None:
        words = self._shell.words
        self._column.addSpacing(8)
        self._column.addWidget(plain_label(words(f"packet.{key}.label"), "question", self))
        self._column.addWidget(plain_label(words(f"packet.{key}.hint"), "hint", self))

    def _add(self, key: str, editor: Editor) -> None:
        words = self._shell.words
        label, hint = words(f"packet.{key}.label"), words(f"packet.{key}.hint")
        self._head(key)
        self._column.addWidget(editor)
        for widget in editor.focus_targets():
            own = widget.property("own_name")
            widget.setAccessibleName(f"{label}: {own}" if own else label)
            widget.setAccessibleDescription(hint)

    def _note(self) -> QLabel:
        note = plain_label("", "finding", self)
        self._column.addWidget(note)
        return note

    def _add_left(self, button: QPushButton) -> None:
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)

    # ---- what does not fit -----------------------------------------------------------------------

    def _usual_day(self) -> date:
        return usual_day(self._shell.desk, self._shell.project.session.project)

    def _newest(self) -> date | None:
        return newest_confirmation(self._shell.project.session.project)

    def _date_given(self) -> None:
        self._dated = True
        self._edited()

    def _take_newest(self) -> None:
        newest = self._newest()
        if newest is not None:
            self.date.show_value(newest.isoformat())
            self.date.line.setFocus()
            self._date_given()

    def _date_sentence(self) -> str:
        words, day, newest = self._shell.words, self.day, self._newest()
        if day is None:
            return words("packet.date.unreadable")
        if newest is not None and day < newest:
            return words("packet.date.too_old", day=said_date(day, words), newest=said_date(newest, words))
        return ""

    def _folder_sentence(self) -> str:
        written = self.folder.text().strip()
        if not written:
            return self._shell.words("packet.folder.empty")
        return "" if Path(written).expanduser().is_absolute() else self._shell.words("packet.folder.relative")

    def _edited(self) -> None:
        self._show_notes()
        self.changed.emit()

    def _show_notes(self) -> None:
        words, newest = self._shell.words, self._newest()
        date_sentence, folder_sentence = self._date_sentence(), self._folder_sentence()
        _show(self.date_note, date_sentence)
        self.date.mark_wrong(bool(date_sentence))
        _show(self.folder_note, folder_sentence)
        self.take_day.setVisible(bool(date_sentence) and newest is not None)
        if newest is not None:
            self.take_day.setAccessibleDescription(said_date(newest, words))
        for shown in (self.evidence, self.evidence_note):
            shown.setVisible(self._can_hold_evidence)
        for widget in (self.part_note, self.tick_all):
            widget.setVisible(bool(self.tree.left_out))

    def choose_folder(self) -> bool:
        """Let a person choose the folder in which the packet goes; return whether one was chosen."""
        title = self._shell.words("packet.folder.choose_title")
        chosen = QFileDialog.getExistingDirectory(self, title, self.folder.text())
        if chosen:
            self.folder.setText(chosen)
        return bool(chosen)


def _show(note: QLabel, sentence: str) -> None:
    note.setText(sentence)
    note.setVisible(bool(sentence))
