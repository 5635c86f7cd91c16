"""The form that says where the chosen controls stand, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from soc2desk.app.control_changes import Said
from soc2desk.app.pages import page_of
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.choice import ComboEditor, RadioEditor
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.number import DateEditor
from soc2desk.desktop.fields.text import TextEditor
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.controls_people import Offer, PersonList
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.shell import Shell

_FIELDS = {
    State.IN_PLACE: ("since",),
    State.PLANNED: ("start",),
    State.RUN_BY_VENDOR: ("vendor", "since"),
    State.DOES_NOT_APPLY: ("reason",),
}
"""The fields of each state, in their order. Every state but the last is somebody's word."""
_WORDS = {"since": "since", "start": "from", "vendor": "vendor", "reason": "reason"}
NEEDED = {State.RUN_BY_VENDOR: "vendor", State.DOES_NOT_APPLY: "reason"}


class _StateChoice(RadioEditor):
    """The states as buttons, as many in a line as fit."""

    def __init__(self, parent: QWidget, choices: Offer) -> None:
        super().__init__(parent, choices)
        self._grid = QGridLayout()
        self._across = 0
        box = cast("QVBoxLayout", self.layout())
        for button in self.buttons.values():
            box.removeWidget(button)
        box.addLayout(self._grid)
        self._lay_out(1)

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // across, at % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as few lines as fit."""
        super().resizeEvent(event)
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        self._lay_out(min(len(self.buttons), max(1, self.width() // (widest + self._grid.spacing()))))

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of one button, so that the buttons can move under each other."""
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        return QSize(widest, super().minimumSizeHint().height())


class StateForm(QWidget):
    """A state with what belongs to it. `record` asks to write what stands here; `edited` follows each change."""

    record = Signal()
    edited = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        words = shell.words
        self.states = _StateChoice(self, tuple((state.value, words(f"controls.state.{state}")) for state in State))
        self.fields: dict[str, Editor] = {
            "vendor": ComboEditor(self, (), words("field.choose")),
            "since": DateEditor(self, lambda day: said_date(day, words), words("field.calendar")),
            "start": DateEditor(self, lambda day: said_date(day, words), words("field.calendar")),
            "reason": TextEditor(self),
        }
        self.by = PersonList(words("controls.form.by"), self)
        self.family = QCheckBox(self)
        self.note = FindingNote(shell, self)
        self.pending = plain_label(words("controls.form.pending"), "warning", self)
        self.button = QPushButton(self)
        self.button.setProperty("primary", True)
        self._lines: dict[str, tuple[QWidget, ...]] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        words = self._shell.words
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.states)
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        for name, editor in self.fields.items():
            self._add_line(name, editor)
        self._add_by()
        box.addLayout(self.grid)
        box.addWidget(self.family)
        box.addWidget(self.note)
        self.kept = plain_label("", "hint", self)
        box.addWidget(self.kept)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.pending)
        foot.addStretch(1)
        box.addLayout(foot)
        for id_, button in self.states.buttons.items():
            button.setAccessibleName(f"{words('controls.form.state')}: {words(f'controls.state.{id_}')}")

    def _add_line(self, name: str, editor: Editor) -> None:
        words = self._shell.words
        title = words(f"controls.form.{_WORDS[name]}")
        key = f"controls.form.{_WORDS[name]}_hint"
        hint = words(key) if key in words else ""
        field = QWidget(self)
        box = QVBoxLayout(field)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(editor)
        if hint:
            box.addWidget(plain_label(hint, "small", field))
        if name == "vendor":
            self._add_vendor_door(box, field)
        self._add_row(name, self._label(title, editor), field)
        for widget in editor.focus_targets():
            own = widget.property("own_name")
            widget.setAccessibleName(f"{title}: {own}" if own else title)
            widget.setAccessibleDescription(hint)

    def _add_row(self, name: str, label: QLabel, field: QWidget) -> None:
        at = len(self._lines)
        self.grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(field, at, 1)
        self._lines[name] = (label, field)

    def _show_line(self, name: str, *, shown: bool) -> None:
        for widget in self._lines[name]:
            widget.setVisible(shown)

    def _add_vendor_door(self, box: QVBoxLayout, parent: QWidget) -> None:
        self.vendor_note = plain_label("", "warning", parent)
        self.vendor_door = QPushButton(parent)
        self.vendor_door.setProperty("quiet", True)
        self.vendor_door.clicked.connect(self._open_vendor)
        QWidget.setTabOrder(self.fields["vendor"].focus_targets()[0], self.vendor_door)
        box.addWidget(self.vendor_note)
        row = QHBoxLayout()
        row.addWidget(self.vendor_door)
        row.addStretch(1)
        box.addLayout(row)

    def _add_by(self) -> None:
        words, today = self._shell.words, self._shell.desk.today
        field = QWidget(self)
        box = QVBoxLayout(field)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.by)
        box.addWidget(plain_label(words("controls.form.today", day=said_date(today, words)), "small", field))
        self._add_row("by", self._label(words("controls.form.by"), self.by), field)

    def _label(self, title: str, buddy: QWidget) -> QLabel:
        label = QLabel(title.replace("&", "&&"), self)
        label.setProperty("role", "question")
        label.setBuddy(buddy)
        label.setContentsMargins(0, 6, 0, 0)
        return label

    def _connect(self) -> None:
        self.states.picked.connect(self._edited)
        for editor in self.fields.values():
            editor.typed.connect(self._edited)
            editor.picked.connect(self._edited)
        self.by.taken.connect(lambda _: self._edited())
        self.family.toggled.connect(lambda _: self._edited())
        self.button.clicked.connect(self.record)
        for name in ("since", "start"):
            self.fields[name].focus_targets()[0].returnPressed.connect(self.record)  # type: ignore[attr-defined]
        self.fields["reason"].focus_targets()[0].returnPressed.connect(self.record)  # type: ignore[attr-defined]

    def _edited(self) -> None:
        self.say("")
        self._show_fields()
        self.edited.emit()

    # ---- what stands here ------------------------------------------------------------------------

    @property
    def said(self) -> Said | None:
        """What stands in the form; None while no state is chosen."""
        state = self.states.value()
        if not isinstance(state, str):
            return None
        own = {name: str(editor.value() or "") for name, editor in self.fields.items()}
        kept = {name: own[name] for name in _FIELDS.get(State(state), ())}
        return Said(State(state), **kept, by=self.by.person if state != State.NOT_CONFIRMED else "")

    def show_said(self, said: Said | None, *, family: bool = False) -> None:
        """Show a state; None for none. Emits no signal."""
        with QSignalBlocker(self), QSignalBlocker(self.family):
            self.states.show_value(said.state.value if said else None)
            for name, editor in self.fields.items():
                editor.show_value(getattr(said, name) or None if said else None)
            self.by.show_person(said.by if said else "")
            self.family.setChecked(family)
        self.say("")
        self._show_fields()

    def offer(self, people: Offer, vendors: Offer) -> None:
        """Offer these people and vendors."""
        self.by.offer(people, self._shell.words("controls.form.by_choose"))
        vendor = self.fields["vendor"]
        if isinstance(vendor, ComboEditor):
            vendor.offer(vendors)

    def _show_fields(self) -> None:
        state = self.states.value()
        wanted = _FIELDS.get(State(state), ()) if isinstance(state, str) else ()
        for name in self.fields:
            self._show_line(name, shown=name in wanted)
        self._show_line("by", shown=bool(wanted))
        if "vendor" in wanted:
            self._say_vendor()

    def _say_vendor(self) -> None:
        words, vendors = self._shell.words, self._shell.project.session.project.vendor
        vendor = vendors.get(str(self.fields["vendor"].value() or ""))
        note = words("controls.form.vendor_none") if not vendors else ""
        door = words("controls.form.vendor_go") if not vendors else ""
        if vendor is not None and not vendor.subservice:
            note = words("controls.form.vendor_sub", vendor=vendor.name)
            door = words("controls.form.vendor_open", vendor=vendor.name)
        self.vendor_note.setText(note)
        self.vendor_note.setVisible(bool(note))
        self.vendor_door.setText(door.replace("&", "&&"))
        self.vendor_door.setVisible(bool(door))

    def _open_vendor(self) -> None:
        vendor = self.fields["vendor"].value()
        page = page_of(self._shell.catalogue, "vendors.")
        self._shell.go.emit(f"vendors.{vendor}" if vendor else f"pages.{page}")

    # ---- what is said about it -------------------------------------------------------------------

    def say(self, problem: str, field: str = "") -> None:
        """Say why it cannot be recorded and put the keyboard there; "" takes that back."""
        self.note.say((("bad", problem),) if problem else ())
        for name, editor in self.fields.items():
            editor.mark_wrong(bool(problem) and name == field)
        if not problem:
            return
        target = self.by if field == "by" else self.fields.get(field, self.states)
        target.setFocus()

    def missing(self) -> tuple[str, str] | None:
        """Return the words for the first thing that is missing, and its field; None where nothing is."""
        words, said = self._shell.words, self.said
        if said is None:
            return words("controls.form.no_state"), "state"
        needed = NEEDED.get(said.state)
        if needed and not getattr(said, needed):
            return words(f"controls.form.no_{needed}"), needed
        if said.state is not State.NOT_CONFIRMED and not said.by:
            return words("controls.form.no_by"), "by"
        return None

    @property
    def first(self) -> QWidget:
        """The state that is chosen, else the first of them."""
        buttons = self.states.buttons
        return buttons[str(self.states.value() or next(iter(buttons)))]

    def go_on(self) -> None:
        """Put the keyboard on the first field of the state, or on the button where it has none."""
        state = self.states.value()
        fields = _FIELDS.get(State(state), ()) if isinstance(state, str) else ()
        target = self.fields[fields[0]].focus_targets()[0] if fields else self.button
        target.setFocus()
