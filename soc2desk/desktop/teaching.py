"""The switch for teaching notes, and what they say of the open project as it was composed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from soc2desk.app.teaching import CriteriaServed
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.teaching import TeachingNote


class Teaching(QObject):
    """Whether notes stand beside questions and findings. `switched` follows each change of that."""

    switched = Signal()

    def __init__(self, project: OpenProject) -> None:
        super().__init__(project)
        self._project = project
        self.is_on = False
        self._served: CriteriaServed | None = None

    def switch(self, *, on: bool) -> None:
        """Show the notes or hide them."""
        if on is not self.is_on:
            self.is_on = on
            self.switched.emit()

    @property
    def catalogue(self) -> Catalogue:
        """The content that the notes stand in."""
        return self._project.session.desk.catalogue

    def criteria_of(self, question: str) -> tuple[str, ...]:
        """Return the criteria that an answer serves."""
        if self._served is None:
            # Reads templates, which the first picture of the window must not wait for.
            from soc2desk.app.teaching import CriteriaServed

            self._served = CriteriaServed()
        return self._served.of(question, self._project.preview.composition)

    def note_of(self, rule: str) -> TeachingNote | None:
        """Return what to say of a finding; None while the notes are off."""
        return self.catalogue.teaching_note.get(rule) if self.is_on else None
