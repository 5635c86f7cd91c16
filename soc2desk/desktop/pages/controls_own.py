"""The form for a control of the company's own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.own_control_form import OwnEntry
from soc2desk.desktop.fields.choice import ComboEditor
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.text import LongTextEditor, TextEditor
from soc2desk.desktop.labels import plain_label
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.shell import Shell

NEEDED = ("title", "statement", "criteria", "cadence", "nature", "evidence")
_ORDER = ("title", "statement", "criteria", "owner", "cadence", "nature", "evidence")


class OwnControlForm(QWidget):
    """Fields for one control. `kept` asks to put it in, `left` to go back unchanged, `removed` to take it out.

    `laid_aside` asks to go back while what was typed waits.
    """

    kept = Signal()
    left = Signal()
    laid_aside = Signal()
    removed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.control, self.is_new = "", True
        words = shell.words
        self.title = plain_label("", "heading", self)
        self.note = FindingNote(shell, self)
        self.fields: dict[str, Editor] = {
            "title": TextEditor(self),
            "statement": LongTextEditor(self),
            "owner": ComboEditor(self, (), words("controls.own.owner_choose")),
            "cadence": ComboEditor(
                self,
                tuple((one.value, words(f"controls.rhythm.{one}")) for one in Cadence),
                words("controls.own.cadence_choose"),
            ),
            "nature": ComboEditor(
                self,
                tuple((one.value, words.of(shell.catalogue.phrases[f"nature.{one}"])) for one in Nature),
                words("controls.own.nature_choose"),
            ),
            "evidence": TextEditor(self),
        }
        self.criteria = QListWidget(self)
        self.criteria.setFixedHeight(self.fontMetrics().height() * 9)
        self.keep_button = QPushButton(self)
        self.keep_button.setProperty("primary", True)
        self.leave_button = QPushButton(self)
        self.remove_button = QPushButton(words("controls.own.remove"), self)
        self._build()

    def _build(self) -> None:
        words = self._shell.words
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.title)
        box.addWidget(plain_label(words("controls.own.hint"), "hint", self))
        for name in _ORDER:
            self._add(name, box)
        reached = [target for name in _ORDER for target in self._targets(name)]
        for before, after in pairwise((*reached, self.keep_button)):
            QWidget.setTabOrder(before, after)
        box.addWidget(self.note)
        foot = QHBoxLayout()
        for button, then in ((self.keep_button, self.kept), (self.leave_button, self.left)):
            button.clicked.connect(then)
            foot.addWidget(button)
        foot.addStretch(1)
        self.remove_button.clicked.connect(self.removed)
        foot.addWidget(self.remove_button)
        box.addSpacing(8)
        box.addLayout(foot)

    def _add(self, name: str, box: QVBoxLayout) -> None:
        words = self._shell.words
        title, key = words(f"controls.own.{name}"), f"controls.own.{name}_hint"
        hint = words(key) if key in words else ""
        editor: QWidget = self.criteria if name == "criteria" else self.fields[name]
        label = plain_label(title, "question", self)
        label.setContentsMargins(0, 8, 0, 0)
        label.setBuddy(editor)
        box.addWidget(label)
        if hint:
            box.addWidget(plain_label(hint, "small", self))
        box.addWidget(editor)
        for target in self._targets(name):
            target.setAccessibleName(title)
            target.setAccessibleDescription(hint)

    def _targets(self, name: str) -> tuple[QWidget, ...]:
        return (self.criteria,) if name == "criteria" else self.fields[name].focus_targets()

    # ---- what stands here ------------------------------------------------------------------------

    def show_entry(self, control: str, entry: OwnEntry, *, is_new: bool) -> None:
        """Show a control, new or there already."""
        words = self._shell.words
        self.control, self.is_new = control, is_new
        self.title.setText(words("controls.own.add_title") if is_new else words("controls.own.edit_title", id=control))
        self.keep_button.setText(words("controls.own.put_in" if is_new else "controls.own.keep"))
        self.leave_button.setText(words("controls.own.leave" if is_new else "controls.own.leave_edit"))
        self.remove_button.setVisible(not is_new)
        self.note.say(())
        self._offer_roles()
        for name, editor in self.fields.items():
            editor.show_value(getattr(entry, name) or None)
            editor.mark_wrong(wrong=False)
        self._offer_criteria(entry.criteria)

    def _offer_roles(self) -> None:
        owner = self.fields["owner"]
        if isinstance(owner, ComboEditor):
            of = self._shell.words.of
            owner.offer(tuple((role.id, of(role.name)) for role in self._shell.catalogue.roles))

    def _offer_criteria(self, chosen: tuple[str, ...]) -> None:
        self.criteria.clear()
        engagement = self._shell.engagement
        # One that was chosen and is out of scope now stays in sight, so that keeping the form loses nothing.
        ids = dict.fromkeys((*engagement.scope.criteria, *chosen))
        for id_ in ids:
            title = engagement.catalogue.criterion[id_].title if id_ in engagement.catalogue.criterion else ""
            item = QListWidgetItem(f"{id_}  {self._shell.words.of(title)}", self.criteria)
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id_ in chosen else Qt.CheckState.Unchecked)
        self.criteria.setCurrentRow(0)

    @property
    def entry(self) -> OwnEntry:
        """What stands in the form."""
        texts = {name: str(editor.value() or "") for name, editor in self.fields.items()}
        items = (self.criteria.item(at) for at in range(self.criteria.count()))
        checked = Qt.CheckState.Checked
        criteria = tuple(str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() is checked)
        return OwnEntry(criteria=criteria, **texts)

    def missing(self) -> tuple[str, ...]:
        """Return the fields that are still empty and needed."""
        entry = self.entry
        return tuple(name for name in NEEDED if not getattr(entry, name))

    def say_missing(self) -> None:
        """Say which fields are still empty and put the keyboard into the first."""
        words, missing = self._shell.words, self.missing()
        names = ", ".join(words(f"controls.own.{name}") for name in missing)
        self.note.say((("bad", words("controls.own.missing", fields=names)),))
        for name, editor in self.fields.items():
            editor.mark_wrong(name in missing)
        first = self.criteria if missing[0] == "criteria" else self.fields[missing[0]]
        first.setFocus()

    def say(self, problem: str) -> None:
        """Say why the control cannot be taken."""
        self.note.say((("bad", problem),))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.laid_aside.emit()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Put the keyboard into the first field."""
        self.fields["title"].focus_targets()[0].setFocus()
