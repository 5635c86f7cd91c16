"""What every page and pane is handed: words, look, the open project, and ways to go elsewhere or say something."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soc2desk.app.pages import page_of
from soc2desk.desktop.icons import Icons
from soc2desk.desktop.teaching import Teaching

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.theme import Theme
    from soc2desk.desktop.tokens import Tokens
    from soc2desk.desktop.words import Words
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.engagement import Engagement


@dataclass(frozen=True)
class Notice:
    """One message for the banner. `tone` is info, good, warn or bad; each action is a button and what it does."""

    text: str
    tone: str = "info"
    detail: str = ""
    actions: tuple[tuple[str, Callable[[], object]], ...] = field(default=())


class Shell(QObject):
    """The window's side of a page. A place is one string, see the places that findings carry.

    `go` asks the window to show a place; `look_at` tells the preview which place has the focus; `say` puts a Notice
    or a Problem into the banner; `help` asks for the help of a place; `sit` for the auditor's chair on this project,
    `teach` for the page of whoever teaches, `present` for what a room looks at; `recoloured` follows
    a change of the look.
    """

    go = Signal(str)
    look_at = Signal(str)
    say = Signal(object)
    help = Signal(str)
    sit = Signal()
    teach = Signal()
    present = Signal()
    recoloured = Signal()

    def __init__(self, words: Words, theme: Theme, project: OpenProject, parent: QObject) -> None:
        super().__init__(parent)
        self.words, self.theme, self.project = words, theme, project
        self.teaching = Teaching(project)
        self._looked_at = ""
        self.look_at.connect(self.remember)
        self._icons = Icons(theme.tokens)
        theme.changed.connect(self._recolour)

    def remember(self, place: str) -> None:
        """Keep what the person looked at last."""
        self._looked_at = place

    def narrowed(self, place: str) -> str:
        """Return what the person looked at last, where a place is the page that shows it; else the place."""
        on_it = self._looked_at and place == f"pages.{page_of(self.catalogue, self._looked_at)}"
        return self._looked_at if on_it else place

    def _recolour(self) -> None:
        self._icons = Icons(self.theme.tokens)
        self.recoloured.emit()

    @property
    def desk(self) -> Desk:
        """The desk of the open project, on the day that the clock shows."""
        return self.project.session.desk

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self.theme.tokens

    @property
    def icons(self) -> Icons:
        """The icons in the colours in force."""
        return self._icons

    @property
    def catalogue(self) -> Catalogue:
        """The content."""
        return self.desk.catalogue

    @property
    def engagement(self) -> Engagement:
        """Every decision about the project as it stands."""
        return self.project.session.engagement
