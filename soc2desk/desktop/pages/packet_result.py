"""The packet after it was made: where it is, what is in it, that it was checked, and what to do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.packet_work import save_archive
from soc2desk.desktop.announce import announce
from soc2desk.desktop.fingerprints import in_groups
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.pages.packet_contents import ContentsList
from soc2desk.desktop.pages.packet_message import Message, Said
from soc2desk.desktop.pages.packet_signing import Signing
from soc2desk.desktop.pages.packet_words import counted, differing, said_files, said_size
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.app.packet_work import Handed, Parcel
    from soc2desk.app.verifying import Checked
    from soc2desk.desktop.shell import Shell


class Result(QWidget):
    """Shows what was handed over. `check_asked`, `make_asked` and `choices_asked` follow their buttons."""

    check_asked = Signal()
    make_asked = Signal()
    choices_asked = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.handed: Handed | None = None
        self.summary = plain_label("", "question", self)
        self.where = plain_label("", "hint", self)
        self._make_buttons()
        self.signing = Signing(shell.words, self)
        self.said = plain_label("", "body", self)
        self.changed = Message(shell, self)
        self.contents = ContentsList(shell, self)
        self.note = Message(shell, self)
        self._make_fingerprint()
        self._lay_out()

    def _make_buttons(self) -> None:
        words = self._shell.words
        self.open_folder = self._button("open_folder", self._open_folder)
        self.open_folder.setProperty("primary", "true")
        self.open_index = self._button("open_index", self._open_index)
        self.save_zip = self._button("save_zip", self._save_zip)
        self.check = self._button("check", self.check_asked.emit)
        self.make = self._button("make", self.make_asked.emit)
        self.choices = self._button("choices", self.choices_asked.emit)
        self.copy = QPushButton(words("packet.result.copy"), self)
        self.copy.clicked.connect(self._copy)

    def _button(self, key: str, act: object) -> QPushButton:
        button = QPushButton(self._shell.words(f"packet.result.{key}"), self)
        button.clicked.connect(act)
        return button

    def _make_fingerprint(self) -> None:
        words = self._shell.words
        self.fingerprint_label = plain_label(words("packet.result.fingerprint"), "question", self)
        self.fingerprint_hint = plain_label(words("packet.result.fingerprint_hint"), "hint", self)
        self.fingerprint = plain_label("", "body", self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = FlowLayout()
        handing = (self.open_folder, self.open_index, self.save_zip, self.signing.button)
        for button in (*handing, self.check, self.make, self.choices):
            buttons.addWidget(button)
        copying = QHBoxLayout()
        copying.addWidget(self.copy)
        copying.addStretch(1)
        said = (self.signing, self.said, self.changed)
        for piece in (self.summary, self.where, buttons, *said, self.contents, self.note):
            column.addLayout(piece) if isinstance(piece, FlowLayout) else column.addWidget(piece)
        for widget in (self.fingerprint_label, self.fingerprint_hint, self.fingerprint):
            column.addWidget(widget)
        column.addLayout(copying)

    # ---- what was made ---------------------------------------------------------------------------

    @property
    def main(self) -> Parcel | None:
        """The packet itself, the first of what was made."""
        return self.handed.parcels[0] if self.handed else None

    def show_handed(self, handed: Handed) -> None:
        """Show what was made."""
        words = self._shell.words
        self.handed, main = handed, handed.parcels[0]
        self.summary.setText(self._said_check(main, tuple(one for parcel in handed.parcels for one in parcel.checked)))
        self.where.setText(words("packet.result.where", folder=main.folder))
        self.contents.show_parcels(handed.parcels)
        self.fingerprint.setText(in_groups(main.fingerprint))
        self.save_zip.setEnabled(main.archive is not None)
        self.check.setEnabled(True)
        self.signing.begin()
        self._say("", "body")
        before = Said(words("packet.result.before_sending"), self._said_note(handed), tone="info")
        self.note.show_said(before, announced=False)
        self.changed.hide()

    def show_changed(self, changed: bool) -> None:
        """Say that answers changed since, or say it no more."""
        if changed and self.changed.isHidden():
            actions = ((self._shell.words("packet.result.make"), self.make_asked.emit),)
            self.changed.show_said(Said(self._shell.words("packet.result.changed"), actions=actions, tone="warn"))
        elif not changed:
            self.changed.hide()

    def _said_check(self, main: Parcel, checked: tuple[Checked, ...]) -> str:
        words = self._shell.words
        files, size = said_files(words, main.files), said_size(words, main.size)
        count, names = differing(checked)
        if count:
            return counted(words, "packet.result.differs", count, files=files, size=size, names=names)
        return words("packet.result.checked", files=files, size=size)

    def _said_note(self, handed: Handed) -> str:
        words, count = self._shell.words, handed.planned
        planned = counted(words, "packet.result.planned", count) if count else words("packet.result.planned.none")
        said = words(f"packet.result.{'final' if handed.final else 'draft'}", planned=planned)
        if any(parcel.holds_open_evidence for parcel in handed.parcels):
            return f"{said} {words('packet.result.open_evidence')}"
        return said

    # ---- what one does with it -------------------------------------------------------------------

    def _open_folder(self) -> None:
        if self.main is not None:
            open_outside(self.main.folder)

    def _open_index(self) -> None:
        if self.main is not None:
            open_outside(self.main.index)

    def _copy(self) -> None:
        if self.main is not None:
            QApplication.clipboard().setText(self.main.fingerprint)
            self._say(self._shell.words("packet.result.copied"), "good")

    def _save_zip(self) -> None:
        words, main = self._shell.words, self.main
        if main is None or main.archive is None:
            return
        start = str(Path.home() / main.archive.name)
        title, kinds = words("packet.result.save_title"), words("packet.result.zip_files")
        chosen, _ = QFileDialog.getSaveFileName(self, title, start, kinds)
        if not chosen:
            return
        try:
            save_archive(main.archive, Path(chosen))
        except Problem as problem:
            self.show_trouble(problem)
            return
        self._say(words("packet.result.saved", path=chosen), "good")

    def begin_check(self) -> None:
        """Say that the packet is being read."""
        self.check.setEnabled(False)
        self._say(self._shell.words("packet.result.checking"), "hint", announced=False)

    def show_checked(self, checked: tuple[Checked, ...]) -> None:
        """Say what became of the packet."""
        self._end_check()
        if self.main is not None:
            self.summary.setText(self._said_check(self.main, checked))
        count, names = differing(checked)
        if count:
            self._say(counted(self._shell.words, "packet.result.again_differs", count, names=names), "finding")
        else:
            self._say(self._shell.words("packet.result.again_good"), "good")

    def show_trouble(self, fault: Exception) -> None:
        """Say what could not be done with the packet."""
        self._end_check()
        self._say(str(fault), "finding")

    def _end_check(self) -> None:
        if not self.check.isEnabled():
            self.check.setEnabled(True)
            self.check.setFocus()

    def _say(self, sentence: str, role: str, *, announced: bool = True) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.said.setProperty("role", role)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        if sentence and announced:
            announce(self, sentence)
