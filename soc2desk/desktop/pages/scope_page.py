"""Scope and criteria: which categories are examined, what each brings, and what stands behind every criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from soc2desk.app.pages import SCOPE
from soc2desk.app.scope_change import chosen_with, difference, difference_of_sets
from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.fields.spec import spec_of_question
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import COLUMN, MARGIN, Page
from soc2desk.desktop.pages.card_grid import CardGrid
from soc2desk.desktop.pages.category_card import CategoryCard
from soc2desk.desktop.pages.criteria_list import CriteriaList
from soc2desk.desktop.pages.criterion_detail import CriterionDetail
from soc2desk.desktop.pages.scope_words import listed
from soc2desk.desktop.shell import Notice
from soc2desk.domain.criteria import SECURITY

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.project import Project

CATEGORIES, SETS = "answers.categories", "answers.control_set"
WIDEST = 960 + 2 * MARGIN  # pixels, before scaling


class ScopePage(Page):
    """Nothing about the scope counts before a person saw what it changes."""

    def __init__(self, shell: Shell) -> None:
        asked = {page.id: page for page in shell.catalogue.pages}[SCOPE]
        super().__init__(shell, SCOPE, shell.words("frame.page_title.scope"), shell.words.of(asked.intro))
        self.column.setMaximumWidth(WIDEST)
        self.intro.setMaximumWidth(COLUMN)
        self._measured: Project | None = None
        self.cards = {one.id: CategoryCard(shell, one, self.column) for one in shell.catalogue.categories}
        self.fields = {
            f"answers.{question.id}": FieldFrame(shell, spec_of_question(question, shell.words), self.column)
            for question in asked.questions
            if f"answers.{question.id}" != CATEGORIES
        }
        self.sets = plain_label("", "hint", self.column)
        self.criteria = CriteriaList(shell, self.column)
        self.detail = CriterionDetail(shell, self.column)
        self._lay_out()
        self.criteria.chosen.connect(self._show_criterion)
        for card in self.cards.values():
            card.decided.connect(lambda inside, card=card: self._decide(card, inside=inside))

    def _lay_out(self) -> None:
        words, body = self.shell.words, self.body
        body.addWidget(plain_label(words("scope.categories"), "heading", self.column))
        body.addWidget(self._usual_row())
        self.grid = CardGrid(self.column)
        self.grid.hold(tuple(self.cards.values()))
        body.addWidget(self.grid)
        for place, field in self.fields.items():
            body.addSpacing(12)
            field.setMaximumWidth(COLUMN)
            body.addWidget(field)
            if place == SETS:
                body.addWidget(self.sets)
        body.addSpacing(12)
        body.addWidget(plain_label(words("scope.criteria.title"), "heading", self.column))
        self.counted = plain_label("", "hint", self.column)
        for widget in (self.counted, self.criteria, self.detail):
            body.addWidget(widget)
        body.addStretch(1)

    def _usual_row(self) -> QWidget:
        words = self.shell.words
        self.usual = QWidget(self.column)
        row = QHBoxLayout(self.usual)
        row.setContentsMargins(0, 0, 0, 0)
        name = self.cards[SECURITY].name
        text = words("scope.usual", name=name)
        self.use_usual = QPushButton(words("scope.use"), self.usual)
        self.use_usual.setAccessibleName(words("scope.name_act", act=words("scope.use"), name=name))
        self.use_usual.setAccessibleDescription(text)
        self.use_usual.clicked.connect(self._confirm_usual)
        row.addWidget(self.use_usual)
        row.addWidget(plain_label(text, "hint", self.usual), 1)
        return self.usual

    # ---- in step with the project ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show the answers as they stand."""
        names = self.shell.engagement.names
        for card in self.cards.values():
            card.refresh()
        can_confirm = names.stated["categories"].is_suggested and not self.shell.project.session.is_read_only
        self.usual.setVisible(can_confirm)
        for place, field in self.fields.items():
            field.setVisible(not names.stated[place.removeprefix("answers.")].hidden)
            field.refresh()
        self.criteria.show_criteria()
        self.detail.refresh()
        self.counted.setText(self.shell.words("scope.criteria.intro", count=len(self.shell.engagement.scope.criteria)))

    def settle(self) -> None:
        """Say what each choice brings, which takes a decision with it and one without."""
        for field in self.fields.values():
            if not field.isHidden():
                field.settle()
        self.detail.settle()
        project = self.shell.project.session.project
        if project is self._measured:
            return
        self._measured = project
        catalogue, engagement = self.shell.catalogue, self.shell.engagement
        for id_, card in self.cards.items():
            card.show_change(difference(catalogue, engagement, id_))
        more = listed(difference_of_sets(catalogue, engagement), self.shell.words)
        self.sets.setText(self.shell.words("scope.sets", listed=more) if more else self.shell.words("scope.sets_none"))

    # ---- what is done ----------------------------------------------------------------------------

    def _decide(self, card: CategoryCard, *, inside: bool) -> None:
        words, topic = self.shell.words, "scope.adding" if inside else "scope.taking"
        label = words(f"{topic}.label", name=card.name)
        chosen = chosen_with(self.shell.engagement, card.category.id, inside=inside)
        if self._put(chosen, label):
            undo = (words("scope.undo"), lambda: self._undo(card, label, inside=not inside))
            self.shell.say.emit(Notice(words(f"{topic}.done", name=card.name), "good", actions=(undo,)))

    def _undo(self, card: CategoryCard, label: str, *, inside: bool) -> None:
        """Take the change back, also when something else was changed since."""
        if self.shell.project.undo_label == label:
            self.shell.project.undo()
        elif card.is_inside != inside:
            topic = "scope.adding" if inside else "scope.taking"
            chosen = chosen_with(self.shell.engagement, card.category.id, inside=inside)
            self._put(chosen, self.shell.words(f"{topic}.label", name=card.name))
        card.switch.setFocus()

    def _confirm_usual(self) -> None:
        if self._put(self.shell.engagement.scope.categories, self.shell.words("scope.label_usual")):
            self._first_switch().setFocus()

    def _put(self, categories: tuple[str, ...], label: str) -> bool:
        problem = self.shell.project.put({("answers", "categories"): list(categories)}, label)
        if problem is not None:
            self.shell.say.emit(problem)
            return False
        self.shell.project.leave_field()
        return True

    def _show_criterion(self, criterion: str) -> None:
        self.detail.show_criterion(criterion)
        self.detail.settle()
        if criterion:
            self.shell.look_at.emit(f"criteria.{criterion}")

    # ---- places ----------------------------------------------------------------------------------

    def show_place(self, place: str) -> bool:
        """Go to the cards, a question or a criterion."""
        kind, _, name = place.partition(".")
        if place == CATEGORIES:
            self._go_to(self._first_switch())
            return True
        if kind in {"criteria", "not_relevant"}:
            return self._show_criterion_place(kind, name)
        field = self.fields.get(place)
        if field is None or field.isHidden():
            return super().show_place(place)
        field.take_focus()
        self.bring_into_view(field)
        return True

    def _show_criterion_place(self, kind: str, name: str) -> bool:
        if self.criteria.choose(name):
            asks = kind == "not_relevant" and not self.detail.relevance.isHidden()
            self._go_to(self.detail.reason if asks else self.criteria.tree)
            if not asks:
                # Once the card below the list has found its height.
                QTimer.singleShot(0, self, lambda: self._show_from(self.criteria.tree, self.detail))
            return True
        criterion = self.shell.catalogue.criterion.get(name)
        card = self.cards.get(criterion.category) if criterion else None
        if card is None:
            return False
        # Its category is not examined: that is decided on its card.
        self._go_to(card.switch)
        return True

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bring_into_view(widget)

    def _show_from(self, first: QWidget, last: QWidget) -> None:
        """Scroll so that all from one widget to another can be seen, or as much as there is room for."""
        if self.area is not None:
            bottom = last.mapTo(self.column, last.rect().bottomLeft()).y()
            top = first.mapTo(self.column, first.rect().topLeft()).y()
            for height in (bottom, top):
                self.area.ensureVisible(0, height, 0, MARGIN)

    def _first_switch(self) -> QWidget:
        return next((card.switch for id_, card in self.cards.items() if id_ != SECURITY), self.criteria.tree)

    def take_focus(self) -> None:
        """Go to the first switch."""
        self._go_to(self._first_switch())
