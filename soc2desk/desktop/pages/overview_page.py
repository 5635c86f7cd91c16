"""The first page of a project: where one was, and what would help most now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.desktop.page import Page

if TYPE_CHECKING:
    from soc2desk.desktop.shell import Shell


class OverviewPage(Page):
    """Shown at each return."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, "overview", shell.words("overview.title"), shell.words("overview.intro"))
        self.body.addStretch(1)
