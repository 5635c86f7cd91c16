"""Evidence: what is asked for and owed, where each stands, and putting by what shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from soc2desk.app.evidence_page import WantedRows, lines, loose, matching_rows, said_for
from soc2desk.app.pages import EVIDENCE
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.evidence_acts import EvidenceActs
from soc2desk.desktop.pages.evidence_copying import EvidenceCopying
from soc2desk.desktop.pages.evidence_detail import EvidenceDetail
from soc2desk.desktop.pages.evidence_list import LOOKS, EvidenceList
from soc2desk.desktop.shell import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from soc2desk.app.evidence import Put
    from soc2desk.app.evidence_rows import EvidenceRow
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.evidence import Evidence

WIDEST = 960 + 2 * MARGIN  # pixels, before scaling
FILTERS = ("show", "owner", "state", "section")
SHOWN = ("request", "act", "due")
NAMED = 12
"""So many pieces on no line are named; the others are counted."""


class EvidencePage(Page):
    """One line for each request and each act owed; what is chosen stands below with its pieces."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, EVIDENCE, shell.words("evidence.title"), shell.words("evidence.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.rows: tuple[EvidenceRow, ...] = ()
        self.filters: dict[str, QComboBox] = {}
        self.text = QLineEdit(self.column)
        narrowing = self._filter_row()
        self.counted = plain_label("", "hint", self.column)
        self.list = EvidenceList(shell, self.column)
        self.copying = EvidenceCopying(shell, self.column)
        self.detail = EvidenceDetail(shell, self.column)
        self.left_over = plain_label("", "hint", self.column)
        self.acts = EvidenceActs(shell, self.detail)
        for widget in (narrowing, self.counted, self.list, self.copying, self.detail, self.left_over):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.entered_line.connect(self.detail.go_on)
        self.list.dropped.connect(lambda _, files: self.attach(files))
        self.detail.brought.connect(self.attach)
        self.detail.asked.connect(self._act)
        self.detail.review.judged.connect(self.acts.judge)
        self.detail.review.refused.connect(self._say)
        self.acts.done.connect(self._done)
        self.copying.kept.connect(self._kept)

    def _filter_row(self) -> QWidget:
        words, box = self.shell.words, QWidget(self.column)
        flow = FlowLayout(box)
        self.text.setPlaceholderText(words("evidence.find"))
        self.text.setAccessibleName(words("evidence.find"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._narrow)
        flow.addWidget(self.text)
        for name in FILTERS:
            combo = QComboBox(box)
            combo.setAccessibleName(words(f"evidence.filter.{name}"))
            combo.addItem(words(f"evidence.any.{name}"), "")
            self.filters[name] = combo
            flow.addWidget(combo)
        for name in SHOWN:
            self.filters["show"].addItem(words(f"evidence.show.{name}"), name)
        self.filters["show"].setCurrentIndex(1)
        for name in LOOKS:
            self.filters["state"].addItem(words(f"evidence.state.{name}"), name)
        for combo in self.filters.values():
            combo.currentIndexChanged.connect(self._narrow)
        return box

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show every line as it stands now."""
        session = self.shell.project.session
        self.rows = lines(session)
        people = {row.owner: self.shell.engagement.person_name(row.owner) for row in self.rows if row.owner}
        self._offer("owner", sorted(people.items(), key=lambda one: one[1].casefold()))
        sections = dict.fromkeys(row.section for row in self.rows if row.section)
        self._offer("section", ((section, section) for section in sections))
        self._tell_left_over(loose(session, self.rows))
        self._narrow()

    def _tell_left_over(self, rest: Sequence[Evidence]) -> None:
        """Name what stands on no line; of thousands the first ones, and how many more there are."""
        words = self.shell.words
        listed = "; ".join(words("evidence.piece_only", id=one.id, name=one.name) for one in rest[:NAMED])
        said = "left_over" if len(rest) <= NAMED else "left_over_more"
        self.left_over.setText(words(f"evidence.{said}", listed=listed, count=len(rest) - NAMED) if rest else "")
        self.left_over.setVisible(bool(rest))

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        combo = self.filters[name]
        with QSignalBlocker(combo):
            asked = combo.currentData()
            while combo.count() > 1:
                combo.removeItem(combo.count() - 1)
            for id_, said in choices:
                combo.addItem(self.shell.words.of(said), id_)
            combo.setCurrentIndex(max(combo.findData(asked), 0))

    def _narrow(self) -> None:
        asked = {name: str(combo.currentData() or "") for name, combo in self.filters.items()}
        found = matching_rows(self.rows, WantedRows(self.text.text(), **asked), self.shell.project.session)
        self.list.show_rows(found)
        self._choose(self.list.current)
        begun = sum(row.state.value != "not_started" for row in found)
        self.counted.setText(self.shell.words("evidence.counted", count=len(found), begun=begun))

    def _choose(self, wanted: str) -> None:
        row = next((row for row in self.rows if row.id == wanted), None)
        self.detail.show_row(row)

    # ---- what is done ----------------------------------------------------------------------------

    def _act(self, name: str) -> None:
        if name == "attach":
            self._choose_files()
        else:
            self.acts.do(name)

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.shell.words("evidence.choose_files"), str(Path.home()))
        self.attach([Path(one) for one in chosen])

    def attach(self, files: list[Path]) -> None:
        """Copy files into the project for the line that is shown, each with what is said in the form."""
        row = self.detail.row
        if row is None or not files or self.shell.project.session.is_read_only:
            return
        typed = self.detail.form.values() if not self.detail.piece_id else {}
        if len(files) > 1:
            # One name cannot stand for several files: each is called as its file is.
            typed = {name: value for name, value in typed.items() if name != "name"}
        self.copying.begin([(file, said_for(row, typed)) for file in files])

    def _kept(self, put: Put) -> None:
        self.detail.forget_typed()
        self.shell.project.settle()
        self._show_piece(put.id)
        words, name = self.shell.words, str(put.row["name"])
        if put.notes:
            self.shell.say.emit(Notice(words("evidence.kept_noted", name=name), "warn", " ".join(put.notes)))
        announce(self.list, words("evidence.kept", name=name))

    def _show_piece(self, piece: str) -> None:
        """Show a piece where its line is the one that is shown."""
        row = next((row for row in self.rows if row.id == self.list.current), None)
        if row is not None and any(one.item.id == piece for one in row.pieces):
            self.detail.show_row(row, piece)

    def _done(self, said: str) -> None:
        self.shell.project.settle()
        announce(self.list, said)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, key: str) -> None:
        self.shell.say.emit(Notice(self.shell.words(key), "warn"))

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to a request, an act owed, or the line of a piece of evidence."""
        kind, _, name = place.partition(".")
        if kind not in {"evidence", "requests", "occurrences"}:
            return super().show_place(place)
        row = next((r for r in self.rows if name == r.id or any(one.item.id == name for one in r.pieces)), None)
        self._show_all()
        if row is None or not self.list.choose(row.id):
            return False
        if kind == "evidence":
            self.detail.show_row(row, name)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _show_all(self) -> None:
        self.text.clear()
        for combo in self.filters.values():
            combo.setCurrentIndex(0)

    def take_focus(self) -> None:
        """Go to the line that was chosen, or to the first."""
        self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
