"""What changed: the project beside an earlier packet or state, the words before and after, and the letter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListView, QPushButton, QWidget

from soc2desk.app.change_papers import write_change_papers
from soc2desk.app.comparing import change_notes, compare_with_now, earlier_states
from soc2desk.app.pages import CHANGES
from soc2desk.desktop.announce import announce
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.editor import Combo
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.outside import open_outside
from soc2desk.desktop.page import Page
from soc2desk.desktop.page_job import PageJob
from soc2desk.desktop.pages.change_rows import ChangeRows
from soc2desk.desktop.pages.change_text import ChangeText
from soc2desk.desktop.shell import Notice
from soc2desk.domain.changes import Subject

if TYPE_CHECKING:
    from soc2desk.app.comparing import EarlierState, Held
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.changes import Change, Comparison

LIST_LINES, TEXT_LINES = 9, 7


class ChangesPage(Page):
    """Nothing is changed here: an earlier state is read and set beside the present one."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, CHANGES, words("changes.title"), words("changes.intro"))
        self.found: Comparison | None = None
        self.job = PageJob(shell, self)
        self._name = ""
        self.states, self.subject, self.search = Combo(self), Combo(self), QLineEdit(self)
        self.zip, self.folder, self.save = (QPushButton(self) for _ in range(3))
        self.told = plain_label(words("changes.nothing_yet"), "question", self)
        self.notes = plain_label("", "warning", self)
        self.legend = plain_label(words("changes.legend"), "hint", self)
        self.rows = ChangeRows(words, shell.catalogue.phrases, self)
        self.list, self.text = QListView(self), ChangeText(shell, self)
        self._fill()
        self._lay_out()
        self._connect()
        self._show(None)

    def _fill(self) -> None:
        words, phrases = self.shell.words, self.shell.catalogue.phrases
        for button, key in ((self.zip, "packet_zip"), (self.folder, "packet_folder"), (self.save, "save")):
            button.setText(words(f"changes.{key}"))
        self.states.setAccessibleName(words("changes.earlier"))
        self.subject.setAccessibleName(words("changes.filter"))
        self.subject.addItem(words("changes.all"), None)
        for subject in Subject:
            self.subject.addItem(words.of(phrases[f"changes.subject.{subject}"]), subject.value)
        self.search.setPlaceholderText(words("changes.search"))
        self.search.setAccessibleName(words("changes.search"))
        self.list.setModel(self.rows)
        self.list.setAccessibleName(words("changes.list"))
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        line = self.fontMetrics().lineSpacing()
        self.list.setMinimumHeight(line * LIST_LINES)
        self.text.setMinimumHeight(line * TEXT_LINES)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        choosing = self._in_row(self.states, self.zip, self.folder)
        self.filtering = self._in_row(self.subject, self.search, self.save)
        for widget in (choosing, self.told, self.notes, self.filtering):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 3)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.text, 2)
        self.body.addStretch(0)

    def _in_row(self, *widgets: QWidget) -> QWidget:
        row = QWidget(self)
        flow = FlowLayout(row)
        for widget in widgets:
            flow.addWidget(widget)
        return row

    def _connect(self) -> None:
        self.states.activated.connect(self._choose_state)
        self.zip.clicked.connect(self._choose_zip)
        self.folder.clicked.connect(self._choose_folder)
        self.save.clicked.connect(self._choose_place)
        self.job.busy.connect(self._be_busy)
        self.subject.currentIndexChanged.connect(lambda: self._filter(spoken=True))
        self.search.textChanged.connect(lambda: self._filter(spoken=True))
        self.list.selectionModel().currentChanged.connect(lambda index: self._choose(index.row()))

    # ---- what is compared ------------------------------------------------------------------------

    def refresh(self) -> None:
        """List the earlier states that are kept on this computer."""
        chosen, words = self.states.currentData(), self.shell.words
        states = earlier_states(self.shell.project.session.folder)
        self.states.clear()
        self.states.addItem(words("changes.choose_state"), "")
        for one in states:
            self.states.addItem(self._called(one), str(one.path))
        self.states.setCurrentIndex(max(self.states.findData(chosen), 0))
        self.states.setEnabled(bool(states))

    def _called(self, one: EarlierState) -> str:
        words = self.shell.words
        if one.on is None:
            return words("changes.period", name=one.path.name)
        key = "changes.backup" if one.number == 1 else "changes.backup_more"
        return words(key, day=said_date(one.on, words), number=one.number)

    def _choose_state(self) -> None:
        where = self.states.currentData()
        if where:
            self.compare(where, self.states.currentText())

    def _choose_zip(self) -> None:
        words = self.shell.words
        kinds = words("changes.zip_kinds")
        chosen, _ = QFileDialog.getOpenFileName(self, words("changes.zip_title"), str(self._packets), kinds)
        if chosen:
            self.compare(chosen, Path(chosen).name)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.shell.words("changes.folder_title"), str(self._packets))
        if chosen:
            self.compare(chosen, Path(chosen).name)

    @property
    def _packets(self) -> Path:
        return self.shell.desk.workspace

    def compare(self, where: str, name: str) -> None:
        """Compare the project as it stands with what is at a path, beside the window."""
        desk, source = self.shell.desk, self.shell.project.session.source
        self._name = name
        self.told.setText(self.shell.words("changes.comparing"))
        self.job.look(lambda: compare_with_now(desk, where, source), self._compared, self._failed)

    def _be_busy(self, busy: bool) -> None:
        for widget in (self.zip, self.folder, self.save):
            widget.setEnabled(not busy)
        self.states.setEnabled(not busy and self.states.count() > 1)

    def _compared(self, both: tuple[Comparison, Held]) -> None:
        self._show(both[0])
        announce(self, self.told.text())
        if self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, fault: Exception) -> None:
        self._show(self.found)
        self.job.say(fault)

    # ---- what is shown ---------------------------------------------------------------------------

    def _show(self, found: Comparison | None) -> None:
        self.found, words = found, self.shell.words
        count = len(found.changes) if found else 0
        key = "same" if not count else "found.one" if count == 1 else "found.many"
        said = words(f"changes.{key}", count=count, name=self._name) if found else words("changes.nothing_yet")
        self.told.setText(said)
        notes = change_notes(found, self.shell.catalogue.phrases) if found else ()
        self.notes.setText("\n".join(words.of(note) for note in notes))
        self.notes.setVisible(bool(notes))
        for widget in (self.filtering, self.list, self.legend, self.text):
            widget.setVisible(bool(count))
        self._filter()

    def _filter(self, *, spoken: bool = False) -> None:
        wanted, text = self.subject.currentData(), self.search.text().strip().casefold()
        everything = self.found.changes if self.found else ()
        self.rows.show_changes(tuple(one for one in everything if _fits(one, wanted, text)))
        self.text.show_change(None)
        if spoken:
            count = self.rows.rowCount()
            key = "changes.shown.one" if count == 1 else "changes.shown.many"
            announce(self.list, self.shell.words(key, count=count))

    def _choose(self, row: int) -> None:
        self.text.show_change(self.rows.changes[row] if 0 <= row < self.rows.rowCount() else None)

    # ---- the papers ------------------------------------------------------------------------------

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.shell.words("changes.save_title"), str(self._packets))
        if chosen:
            self.write(Path(chosen))

    def write(self, out: Path) -> None:
        """Write the change letter and the redlines into a new folder, beside the window."""
        found, phrases = self.found, self.shell.catalogue.phrases
        if found is None:
            return
        to = self.shell.engagement.answer_text("auditor_firm")
        self.job.start(lambda: write_change_papers(found, phrases, out, to), self._written, failed=self._failed)

    def _written(self, folder: Path) -> None:
        words = self.shell.words
        actions = ((words("changes.open"), lambda: open_outside(folder)),)
        self.shell.say.emit(Notice(words("changes.saved"), "good", str(folder), actions))

    def take_focus(self) -> None:
        """Go to the changes, or to where an earlier state is chosen."""
        target = self.list if self.list.isVisibleTo(self) else self.states if self.states.isEnabled() else self.zip
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _fits(one: Change, wanted: str | None, text: str) -> bool:
    said = f"{one.id} {one.name} {one.before} {one.after}".casefold()
    return (wanted is None or one.subject == wanted) and text in said
