"""What one can do when another program changed the project that is open here: bring both together, keep one or both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.changed_elsewhere import keep_beside, take_theirs, their_file
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from soc2desk.app.session import Session
    from soc2desk.desktop.open_project import OpenProject
    from soc2desk.desktop.project_frame import ProjectFrame
    from soc2desk.desktop.words import Words

PAGE, TOGETHER = "changes", "merge"


def choice(project: OpenProject, frame: ProjectFrame, words: Words, say: Callable[[Notice | Problem], None]) -> Notice:
    """Return the message that offers them."""

    def settle(act: Callable[[Session], Path | None], key: str) -> None:
        done = project.settle_with(act)
        if isinstance(done, Problem):
            say(done)
        elif done is None:
            say(Notice(words("window.took_theirs"), "good"))
        else:
            say(Notice(words(f"window.{key}", folder=str(done)), "good"))

    def compare() -> None:
        page = frame.open_page(PAGE)
        page.compare(str(their_file(project.session)), words("window.their_state"))  # type: ignore[attr-defined]
        # Whoever has compared still has to choose.
        say(choice(project, frame, words, say))

    def together() -> None:
        page = frame.open_page(TOGETHER)
        page.read(their_file(project.session))  # type: ignore[attr-defined]

    actions = (
        (words("window.bring_together"), together),
        (words("window.keep_mine"), lambda: settle(keep_beside, "kept_mine")),
        (words("window.take_theirs"), lambda: settle(take_theirs, "took_theirs_mine_kept")),
        (words("window.compare_both"), compare),
    )
    key = "window.changed_unsaved" if project.session.is_dirty else "window.changed_saved"
    return Notice(words("window.changed"), "bad", words(key), actions)
