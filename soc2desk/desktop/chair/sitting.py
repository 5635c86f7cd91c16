"""From the window into the auditor's chair: what is looked at, and the view of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from soc2desk.app.chair_case import open_case
from soc2desk.desktop.chair.chair_view import ChairView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.desk import Desk
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.words import Words


def place_to_sit(project: OpenProject | None, words: Words, parent: QWidget) -> Path | None:
    """Return the folder of the open project, saved; without one, the packet that a person chooses. None for neither."""
    if project is not None:
        return project.session.folder if project.save() else None
    chosen, _ = QFileDialog.getOpenFileName(parent, words("chair.open_title"), "", words("chair.packets"))
    return Path(chosen) if chosen else None


def chair_on(desk: Desk, words: Words, where: Path, parent: QWidget) -> ChairView:
    """Return the chair on a project's folder or a packet. Raises Problem for what cannot be looked at."""
    return ChairView(desk, words, open_case(desk, str(where)), parent)
