"""The self-check of the Canadian baseline: 42 items and five steps, four answers each, and what they propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from soc2desk.app.pages import SELF_CHECK
from soc2desk.app.self_check import answer_values, answered_items, self_check_groups, taken_over
from soc2desk.desktop.announce import announce
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.controls_people import PersonList, people_here
from soc2desk.desktop.pages.self_check_detail import SelfCheckDetail
from soc2desk.desktop.pages.self_check_list import SelfCheckList
from soc2desk.domain.self_answers import Has

if TYPE_CHECKING:
    from soc2desk.app.self_check import Offer, SelfRow, Values
    from soc2desk.desktop.shell import Shell

NOT_APPLICABLE = Has.NOT_APPLICABLE.value
WIDEST = 960 + 2 * MARGIN  # pixels, before scaling


class SelfCheckPage(Page):
    """An answer here confirms no control: what follows from it is proposed, and a person decides."""

    def __init__(self, shell: Shell) -> None:
        words = shell.words
        super().__init__(shell, SELF_CHECK, words("frame.page_title.self_check"), words("self_check.intro"))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self.rows: dict[str, SelfRow] = {}
        self.numbers = plain_label(words("self_check.numbers"), "small", self.column)
        self.by = PersonList(words("self_check.by"), self.column)
        self.counted = plain_label("", "hint", self.column)
        self.list = SelfCheckList(shell, self.column)
        self.detail = SelfCheckDetail(shell, self.column)
        self.waiting = self._waiting_row()
        self._lay_out()
        self.list.chosen.connect(self._choose)
        self.list.answered.connect(self._answer_by_key)
        self.list.entered_item.connect(self.detail.go_on)
        self.detail.said.connect(lambda answer, note: self._answer(self.list.current, answer, note))
        self.detail.take.connect(lambda offer: self._take((offer,)))

    def _waiting_row(self) -> QWidget:
        words = self.shell.words
        box = QWidget(self.column)
        flow = FlowLayout(box)
        self.proposed = plain_label("", "body", box)
        self.next = QPushButton(words("self_check.next"), box)
        self.take_all = QPushButton(words("self_check.take_all"), box)
        self.next.clicked.connect(self._next_proposal)
        self.take_all.clicked.connect(lambda: self._take(self._offers()))
        for widget in (self.next, self.take_all):
            flow.addWidget(widget)
        return box

    def _lay_out(self) -> None:
        words, body = self.shell.words, self.body
        said = QWidget(self.column)
        flow = FlowLayout(said, 8)
        flow.addWidget(plain_label(words("self_check.by"), "question", said))
        flow.addWidget(self.by)
        keys = plain_label(words("self_check.keys"), "hint", self.column)
        for widget in (said, self.counted, keys, self.list, self.detail, self.proposed, self.waiting, self.numbers):
            body.addWidget(widget)
        body.addStretch(1)

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the answers as they stand."""
        groups = self_check_groups(self.shell.engagement)
        self.rows = {row.id: row for group in groups for row in group.rows}
        self.by.offer(people_here(self.shell), self.shell.words("self_check.by_nobody"))
        self.list.show_groups(groups)
        self.detail.show_row(self.rows.get(self.list.current))
        done, total = answered_items(self.shell.engagement)
        self.counted.setText(self.shell.words("self_check.counted", done=done, total=total))
        self._show_waiting()

    def settle(self) -> None:
        """Show what our rules see at the item that is chosen."""
        self.detail.settle()

    def _offers(self) -> tuple[Offer, ...]:
        return tuple(offer for row in self.rows.values() for offer in row.proposed)

    def _show_waiting(self) -> None:
        words, offers = self.shell.words, self._offers()
        many = sum(bool(offer.value) for offer in offers)
        key = "self_check.proposed.one" if len(offers) == 1 else "self_check.proposed.many"
        self.proposed.setText(words(key, count=len(offers)) if offers else words("self_check.proposed.none"))
        self.next.setVisible(bool(offers))
        self.take_all.setVisible(bool(many))
        self.take_all.setEnabled(not self.shell.project.session.is_read_only)

    # ---- what is done ----------------------------------------------------------------------------

    def _choose(self, item: str) -> None:
        self.detail.show_row(self.rows.get(item))
        self.detail.settle()
        if item:
            self.shell.look_at.emit(f"self_check.{item}")

    def _answer_by_key(self, item: str, answer: str) -> None:
        row = self.rows[item]
        if self._answer(item, answer, row.note):
            announce(self.list, self.shell.words(f"self_check.said.{answer or 'open'}"))

    def _answer(self, item: str, answer: str, note: str) -> bool:
        row, words = self.rows.get(item), self.shell.words
        if row is None or self.shell.project.session.is_read_only:
            return False
        was_excused, is_excused = row.answer == NOT_APPLICABLE, answer == NOT_APPLICABLE
        if row.answer and was_excused != is_excused:
            # What was held for an answer is no reason why the item does not apply, nor the other way round.
            note = ""
        values = answer_values(item, answer, note, self.by.person, self.shell.desk.today)
        return self._put(values, words("self_check.label", id=item))

    def _take(self, offers: tuple[Offer, ...]) -> None:
        words, values = self.shell.words, taken_over(offers)
        if values and self._put(values, words("self_check.label_take")):
            key = "self_check.taken.one" if len(values) == 1 else "self_check.taken.many"
            announce(self.proposed, words(key, count=len(values)))
            self.take_focus()

    def _put(self, values: Values, label: str) -> bool:
        problem = self.shell.project.put(values, label)
        if problem is not None:
            self.shell.say.emit(problem)
            return False
        self.shell.project.leave_field()
        return True

    def _next_proposal(self) -> None:
        wanted = frozenset(row.id for row in self.rows.values() if row.proposed)
        if self.list.choose_next(wanted):
            self.bring_into_view(self.detail)
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to an item."""
        kind, _, name = place.partition(".")
        if kind != "self_check":
            return super().show_place(place)
        if not self.list.choose(name):
            return False
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def take_focus(self) -> None:
        """Go to the item that was chosen, or to the first without an answer."""
        if not self.list.current:
            open_ones = frozenset(row.id for row in self.rows.values() if not row.answer)
            self.list.choose_next(open_ones or frozenset(self.rows))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
