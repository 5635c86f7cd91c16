"""Keys: those whose signatures one knows, and a new one to sign packets with."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from soc2desk.desktop.announce import announce
from soc2desk.desktop.fingerprints import in_groups
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.jobs import Job, one_act
from soc2desk.desktop.password_fields import PasswordFields
from soc2desk.desktop.settings.section import Section, told_whole
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from soc2desk.app.signing import PublicKey, SigningKey
    from soc2desk.desktop.remembered import Remembered
    from soc2desk.desktop.words import Words

LINES = 6
_KEY = Qt.ItemDataRole.UserRole


class KeysSection(Section):
    """What is kept of a key here is its public part alone; the key itself goes where a person says."""

    def __init__(self, words: Words, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(words, "keys", remembered, parent)
        self._job: Job | None = None
        self.none = self.label(self.word("none"), "hint")
        self.list = QListWidget(self)
        self._listed = self.label(self.word("list"), "question", self.list)
        self.body.addWidget(self.list)
        self.trust, self.forget, self.look_up = (self.button(self.word(act)) for act in ("trust", "forget", "show"))
        buttons = FlowLayout()
        for button in (self.trust, self.forget, self.look_up):
            buttons.addWidget(button)
        self.body.addLayout(buttons)
        self._lay_out_new()
        self.end()
        self.trust.clicked.connect(self._trust)
        self.forget.clicked.connect(self._forget)
        self.look_up.clicked.connect(self._show_one)
        self._fill()

    def _lay_out_new(self) -> None:
        self.name = QLineEdit(self.remembered.preferences.prepared_by, self)
        self.name.setMaxLength(120)
        self.name.setAcceptDrops(False)
        self.label(self.word("name"), "question", self.name)
        self.body.addWidget(self.name)
        self.lock = QCheckBox(self.word("lock"), self)
        self.lock.setChecked(True)
        self.passwords = PasswordFields(self.words, self)
        self.lock.toggled.connect(self.passwords.setVisible)
        self.make = self.button(self.word("make"))
        self.make.clicked.connect(self._make)
        for widget in (self.lock, self.passwords):
            self.body.addWidget(widget)
        self.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)

    # ---- keys of others --------------------------------------------------------------------------

    def _fill(self) -> None:
        from soc2desk.app.signing import trusted_keys

        keys = trusted_keys(self.remembered.settings)
        self.list.clear()
        for key in keys:
            item = QListWidgetItem(f"{key.name}\n{in_groups(key.fingerprint)}")
            item.setData(_KEY, key)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        rows = min(max(len(keys), 1), LINES)
        self.list.setFixedHeight(round(self.fontMetrics().height() * 3.1 * rows) + 8)
        for widget in (self._listed, self.list, self.forget):
            widget.setVisible(bool(keys))
        self.none.setVisible(not keys)

    def _trust(self) -> None:
        key = self._chosen(self.word("trust"), self.word("public_kinds"))
        if key is None or not self._is_told_apart(key):
            return
        held = {**self.remembered.preferences.trusted_keys, key.key: key.name}
        if self.keep(lambda liked: replace(liked, trusted_keys=held)) is None:
            self._tell(self.word("trusted", name=key.name, print=in_groups(key.fingerprint)))
        self._fill()

    def _is_told_apart(self, key: PublicKey) -> bool:
        from soc2desk.app.signing import refuse_twin

        try:
            refuse_twin(key, self.remembered.preferences.trusted_keys)
        except Problem as problem:
            self._refuse(problem)
            return False
        return True

    def _forget(self) -> None:
        if self.list.currentRow() < 0:
            return
        key: PublicKey = self.list.currentItem().data(_KEY)
        kept = self.remembered.preferences.trusted_keys
        left = {one: name for one, name in kept.items() if one != key.key}
        if self.keep(lambda liked: replace(liked, trusted_keys=left)) is None:
            self._tell(self.word("forgotten", name=key.name))
        self._fill()

    def _show_one(self) -> None:
        key = self._chosen(self.word("show"), self.word("all_kinds"))
        if key is not None:
            self._tell(self.word("shown", name=key.name, print=in_groups(key.fingerprint)))

    def _chosen(self, title: str, kinds: str) -> PublicKey | None:
        from soc2desk.app.signing import read_public

        chosen, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)
        try:
            return read_public(Path(chosen)) if chosen else None
        except Problem as problem:
            self._refuse(problem)
            return None

    # ---- a key of one's own ----------------------------------------------------------------------

    def _make(self) -> None:
        from soc2desk.app.signing import make_key

        password = self.passwords.password if self.lock.isChecked() else ""
        if self.lock.isChecked() and not password:
            self.passwords.refuse()
            return
        start = str(Path.home() / self.word("file_name"))
        # A key is never written over, so the chooser need not ask.
        plain = QFileDialog.Option.DontConfirmOverwrite
        chosen, _ = QFileDialog.getSaveFileName(self, self.word("where"), start, options=plain)
        if not chosen:
            return
        act = partial(make_key, Path(chosen), self.name.text(), password)
        # Making a key of the password takes a moment in which the window is not to stand still.
        job = self._job = Job(lambda: one_act(act), self)
        self.make.setEnabled(False)
        job.done.connect(lambda made: self._made(Path(chosen), made))
        job.failed.connect(self._failed)
        job.finished.connect(lambda: self.make.setEnabled(True))
        job.start()

    def _made(self, path: Path, made: tuple[SigningKey, Path]) -> None:
        key, public = made[0].public, made[1]
        told = self.word("made", file=path.name, public=public.name, print=in_groups(key.fingerprint))
        self._tell(told if self.lock.isChecked() else f"{told} {self.word('made_open')}")
        self.passwords.forget()

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, Problem):
            self._refuse(fault)
        else:
            self.remembered.failed.emit(fault)

    def stop(self) -> None:
        """Let a key that is being made be written before the page goes, and forget what was typed."""
        if self._job is not None:
            self._job.wait()
        self.passwords.forget()

    def _refuse(self, problem: Problem) -> None:
        self.say(told_whole(problem), good=False)
        announce(self, told_whole(problem), urgent=True)

    def _tell(self, told: str) -> None:
        self.say(told)
        announce(self, told)
