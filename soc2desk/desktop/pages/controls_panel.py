"""The panel that works on what is chosen in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.control_rows import Odd
from soc2desk.app.proposals import why_away
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.controls_detail import ControlText
from soc2desk.desktop.pages.controls_owners import OwnersForm
from soc2desk.desktop.pages.controls_people import people_here, people_offered
from soc2desk.desktop.pages.controls_state import StateForm
from soc2desk.desktop.pages.controls_words import (
    RULE_OF,
    listed,
    mixed_words,
    now_words,
    odd_words,
    reasons_words,
    tone_of,
)
from soc2desk.desktop.scrolling import fill_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from soc2desk.app.control_rows import ControlRow
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding

EDGE = 14  # pixels, before scaling


class ControlsPanel(QWidget):
    """Shows the chosen controls. `left` asks for the table again, `proposal` to take what the answers propose."""

    left = Signal()
    proposal = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.rows: tuple[ControlRow, ...] = ()
        words = shell.words
        self.setAccessibleName(words("controls.panel.name"))
        self.back = QPushButton(words("controls.panel.back"), self)
        self.back.clicked.connect(self.left)
        self.back.hide()
        self.nothing = plain_label(words("controls.panel.nothing"), "hint", self)
        self.work = QWidget(self)
        self._build_work()
        self.inside = QWidget(self)
        self.box = QVBoxLayout(self.inside)
        self.box.setContentsMargins(EDGE, 10, EDGE, EDGE)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addStretch(1)
        self.box.addLayout(head)
        self.box.addWidget(self.nothing)
        self.box.addWidget(self.work)
        self.box.addStretch(1)
        self._scroll()

    def _scroll(self) -> None:
        # Never wider than what is in sight: words break their lines instead.
        self.inside.setMinimumWidth(1)
        self.area = fill_scrolling(self, self.inside)

    def _build_work(self) -> None:
        words = self._shell.words
        box = QVBoxLayout(self.work)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.title = plain_label("", "heading", self.work)
        self.ids = plain_label("", "small", self.work)
        self.notes = FindingNote(self._shell, self.work)
        self.card = self._proposal_card()
        self.now = plain_label("", "body", self.work)
        self.state = StateForm(self._shell, self.work)
        self.owners = OwnersForm(self._shell, self.work)
        self.text = ControlText(self._shell, self.work)
        self._under_title = QVBoxLayout()
        box.addWidget(self.title)
        box.addWidget(self.ids)
        box.addLayout(self._under_title)
        box.addWidget(self.notes)
        box.addWidget(self.card)
        self._group(box, words("controls.panel.where"), self.now, self.state)
        self._group(box, words("controls.panel.who"), self.owners)
        self.what = self._group(box, words("controls.panel.what"), self.text)

    def add_line(self, widget: QWidget) -> None:
        """Put a line of buttons under the title."""
        self._under_title.addWidget(widget)

    def _group(self, box: QVBoxLayout, title: str, *widgets: QWidget) -> QLabel:
        label = plain_label(title, "group", self.work)
        label.setContentsMargins(0, 12, 0, 0)
        for widget in (label, *widgets):
            box.addWidget(widget)
        return label

    def _proposal_card(self) -> QFrame:
        card = QFrame(self.work)
        card.setProperty("card", True)
        card.setProperty("tone", "accent")
        box = QVBoxLayout(card)
        self.proposed = plain_label("", "body", card)
        self.take = QPushButton(card)
        self.take.clicked.connect(self.proposal)
        box.addWidget(self.proposed)
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addStretch(1)
        box.addLayout(row)
        return card

    # ---- what it shows ---------------------------------------------------------------------------

    def show_rows(self, rows: tuple[ControlRow, ...]) -> None:
        """Show these controls as they stand; what is being typed into the form of the state stays."""
        self.rows = rows
        self.nothing.setVisible(not rows)
        self.work.setVisible(bool(rows))
        if not rows:
            return
        words, one = self._shell.words, rows[0] if len(rows) == 1 else None
        self.title.setText(
            words("controls.panel.one", id=one.printed, title=words.of(one.title))
            if one
            else words("controls.panel.many", count=len(rows))
        )
        self.ids.setText(listed([row.printed for row in rows], words))
        self.ids.setVisible(one is None)
        self.now.setText(now_words(one, words) if one else mixed_words(rows, words))
        self._show_proposal(one)
        self._show_forms()
        for widget in (self.text, self.what):
            widget.setVisible(one is not None)
        if one:
            self.text.show_control(one.id)

    def _show_forms(self) -> None:
        project = self._shell.project.session
        people = people_offered(self._shell)
        here = people_here(self._shell)
        vendors = tuple((vendor.id, vendor.name) for vendor in project.project.vendors)
        self.state.offer(here, vendors)
        self.owners.show_rows(self.rows, people)
        for widget in (self.state, self.owners, self.take):
            widget.setEnabled(not project.is_read_only)

    def _show_proposal(self, one: ControlRow | None) -> None:
        words, engagement = self._shell.words, self._shell.engagement
        away = [row.printed for row in self.rows if Odd.PROPOSED_AWAY in row.odd]
        self.card.setVisible(bool(away))
        if one and away:
            reasons = reasons_words(why_away(engagement.state[one.id], engagement), words, "reason")
            self.proposed.setText(words("controls.proposal.one", reasons=reasons))
        elif away:
            self.proposed.setText(words("controls.proposal.many", ids=listed(away, words)))
        self.take.setText(words("controls.proposal.take" if len(away) == 1 else "controls.proposal.take_many"))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what our rules see, and what is odd besides, of one control or of several."""
        of = self._shell.words.of
        rules = {finding.rule for finding in findings}
        said = [(finding.severity.value, of(finding.message)) for finding in findings]
        for row in self.rows if len(self.rows) == 1 else ():
            odd = [one for one in Odd if one in row.odd and RULE_OF.get(one) not in rules]
            words = self._shell.words
            said += [(tone_of(one), odd_words(one, row, words)) for one in odd if one is not Odd.PROPOSED_AWAY]
        self.notes.say(tuple(dict.fromkeys(said)))

    def show_places(self) -> None:
        """Show where composed documents name the control."""
        if len(self.rows) == 1:
            self.text.show_places()

    def put_keyboard(self, widget: QWidget) -> None:
        """Put the keyboard on a widget of the panel and scroll to it once the panel is laid out."""
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget, 0, 60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as the way back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
