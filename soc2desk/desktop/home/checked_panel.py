"""What became of a packet: unchanged, or the files that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fingerprints import in_groups
from soc2desk.desktop.home.panel import Panel
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.verifying import Checked
    from soc2desk.desktop.words import Words

LINES = 8
"""So many lines of differing files are in sight at once; the others are scrolled to."""
ZIP, LIST = "zip", "list"


class CheckedPanel(Panel):
    """Says that a packet is being checked, then what was found. `again` asks for another one, `sit` for the chair."""

    again = Signal()
    sit = Signal()

    def __init__(self, words: Words, path: Path, parent: QWidget) -> None:
        super().__init__(words, words("home.check.busy", name=path.name), parent)
        self.about = plain_label("", "hint", self)
        self.signed = plain_label("", "body", self)
        self.files = self._file_list()
        self.fingerprint = plain_label("", "body", self)
        self.copy = self.button(words("home.check.copy"))
        self.copy.clicked.connect(self._copy)
        line = QHBoxLayout()
        line.addWidget(self.fingerprint, 1)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.label = plain_label(words("home.check.fingerprint"), "small", self)
        self.body.addWidget(self.about)
        self.body.addWidget(self.signed)
        self.body.addWidget(self.files)
        self.body.addWidget(self.label)
        self.body.addLayout(line)
        self.chair = self.button(words("home.check.sit"))
        self.chair.clicked.connect(self.sit)
        self.chair.hide()
        self.another = self.button(words("home.check.again"))
        self.another.clicked.connect(self.again)
        self.close_button = self.button(words("home.check.close"))
        self.close_button.clicked.connect(self.closed)
        self.add_buttons(self.chair, self.another, self.close_button)
        for widget in (self.about, self.signed, self.files, self.label, self.fingerprint, self.copy):
            widget.hide()

    def _file_list(self) -> QPlainTextEdit:
        made = QPlainTextEdit(self)
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        made.setAccessibleName(self.words("home.check.files"))
        made.setFixedHeight(round(self.fontMetrics().lineSpacing() * (LINES + 1)))
        made.setAcceptDrops(False)
        return made

    def take_focus(self) -> None:
        """Put the keyboard at what is most likely wanted next."""
        self.close_button.setFocus()

    def show_found(self, found: Checked) -> None:
        """Say what was found."""
        told = self._told(found)
        self.heading.setText(told)
        self.tone("good" if found.unchanged else "bad")
        self.chair.setVisible(found.unchanged)
        self._show(self.about, self._about(found))
        self._show(self.signed, self._signed(found))
        listed = "\n".join(self._lines(found))
        self.files.setPlainText(listed)
        self.files.setVisible(bool(listed))
        self._show(self.fingerprint, found.fingerprint)
        for widget in (self.label, self.copy):
            widget.setVisible(bool(found.fingerprint))
        announce(self, told, urgent=not found.unchanged)

    def _show(self, label: QWidget, text: str) -> None:
        label.setText(text)  # type: ignore[attr-defined]
        label.setVisible(bool(text))

    def _told(self, found: Checked) -> str:
        words, counts = self.words, {"matching": found.matching, "files": found.files}
        kinds = [kind.value for kind, _ in found.differences]
        if found.unchanged and found.date is not None:
            return words("home.check.unchanged", day=said_date(found.date, words), **counts)
        if found.unchanged:
            return words("home.check.unchanged_undated", **counts)
        if LIST in kinds:
            return words("home.check.list_lost")
        if not found.files:
            return words("home.check.zip_damaged")
        if kinds == [ZIP]:
            return words("home.check.zip_only")
        form = "one" if found.differing == 1 else "many"
        return words(f"home.check.differ.{form}", count=found.differing, **counts)

    def _about(self, found: Checked) -> str:
        if found.date is None:
            return ""
        kind = self.words("home.check.final" if found.final else "home.check.draft")
        day = said_date(found.date, self.words)
        about = self.words("home.check.about", company=found.company, day=day, kind=kind)
        return about + (f"\n{self.words('home.check.templates', mark=found.templates)}" if found.templates else "")

    def _signed(self, found: Checked) -> str:
        """Say who signed; nothing for a packet that nobody signed."""
        signer = found.signer
        if not signer.fingerprint:
            return ""
        return self.words(
            f"home.check.signed.{signer.known.value}", name=signer.name, print=in_groups(signer.fingerprint)
        )

    def _lines(self, found: Checked) -> list[str]:
        lines = []
        for kind, paths in found.differences:
            if kind.value != ZIP:
                lines += [self.words(f"home.check.kind.{kind.value}", count=len(paths)), *(f"    {p}" for p in paths)]
        return lines

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.fingerprint.text())
        announce(self, self.words("home.check.copied"))
