"""A page of the interview: its questions in one column, made from the interview data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.fields.make import LOOK
from soc2desk.desktop.fields.spec import spec_of_question
from soc2desk.desktop.fields.word_style import WordStyle
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.page import Page

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.questions import Page as InterviewPage

BETWEEN = 22  # pixels between two questions, before scaling


class QuestionPage(Page):
    """Questions that matter are in sight; the others appear as soon as an answer makes them matter."""

    def __init__(self, shell: Shell, asked: InterviewPage) -> None:
        super().__init__(shell, asked.id, shell.words.of(asked.title), shell.words.of(asked.intro))
        self.body.setSpacing(BETWEEN)
        self.fields: dict[str, FieldFrame] = {}
        self.word_style: WordStyle | None = None
        # One after the other: Tab goes through them in the order in which they are made.
        for question in asked.questions:
            field = FieldFrame(shell, spec_of_question(question, shell.words), self.column)
            self.fields[f"answers.{question.id}"] = field
            self.body.addWidget(field)
            if field.spec.path == LOOK:
                self.word_style = WordStyle(shell, self.column)
                self.body.addWidget(self.word_style)
        self.empty = plain_label(shell.words("question_page.nothing"), "hint", self.column)
        self.body.addWidget(self.empty)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show the questions that matter now, with their answers."""
        stated = self.shell.engagement.names.stated
        for place, field in self.fields.items():
            field.setVisible(not stated[place.removeprefix("answers.")].hidden)
            field.refresh()
        if self.word_style is not None:
            self.word_style.refresh()
        self.empty.setVisible(all(field.isHidden() for field in self.fields.values()))

    def settle(self) -> None:
        """Show findings and where answers appear."""
        for field in self.fields.values():
            if not field.isHidden():
                field.settle()

    def show_place(self, place: str) -> bool:
        """Go to a question."""
        field = self.fields.get(place)
        if field is None or field.isHidden():
            return super().show_place(place)
        field.take_focus()
        self.bring_into_view(field)
        return True

    def take_focus(self) -> None:
        """Go to the first question; where none is asked, to what comes after the page."""
        first = next((field for field in self.fields.values() if not field.isHidden()), None)
        if first is not None:
            first.take_focus()
        else:
            super().take_focus()
