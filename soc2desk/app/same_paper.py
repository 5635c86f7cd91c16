"""A project keeps to the templates of its last packet: the same are used again, and others are never taken unsaid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import names_a_file
from soc2desk.domain.problems import FileProblem, UsageProblem
from soc2desk.storage.paper_file import Paper, read_paper, write_paper
from soc2desk.storage.projects import found

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk

SAME, CHANGED, OTHER, SHIPPED, NONE = "same", "changed", "other", "shipped", "none"
"""How the templates at hand stand to those of the last packet; `SHIPPED`: now those that come with the program."""

_ELSEWHERE = ("\\\\", "//")
"""What the path of a folder on a share begins with."""
TOLD = frozenset({CHANGED, OTHER, SHIPPED})
"""What somebody has to be told before a packet is made."""


def desk_for(desk: Desk, project: Path | None) -> Desk:
    """Return a desk with the templates of a project's last packet; the same one where others were named, or none were.

    Raises UsageProblem where their folder is gone, FileProblem where nobody can tell which they were.
    """
    paper = read_paper(project) if project is not None and desk.pack is None else None
    if paper is None:
        return desk
    if paper.folder.startswith(_ELSEWHERE):
        # Whoever copied the project's folder here may have written this note; looking there would ask that computer.
        message = f"The last packet was made with the own templates {paper.name}, which are on another computer."
        raise UsageProblem(message, where=paper.folder, hint="Name the folder with --pack DIR, if you trust it.")
    if not _is_folder(Path(paper.folder)):
        message = f"The last packet was made with the own templates {paper.name}, and their folder is not there."
        hint = "Put it back, or build the packet with --pack DIR, or with --no-pack for what comes with soc2desk."
        raise UsageProblem(message, where=paper.folder, hint=hint)
    return replace(desk, pack=Path(paper.folder))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is longer than any file system takes
        return False


def desk_of(desk: Desk, where: str) -> Desk:
    """Return the desk for a project by its name, or for an answers file, which is made with no templates of its own.

    Raises ProjectProblem for an unknown project, and as desk_for does.
    """
    return desk if names_a_file(where) else desk_for(desk, found(desk.workspace, where))


def standing(desk: Desk, project: Path | None) -> tuple[str, str]:
    """Return how the templates at hand stand to those of the last packet, and the name of those.

    `NONE` where no packet was made with own ones, and none are at hand that were used before.
    """
    try:
        paper = read_paper(project) if project is not None else None
    except FileProblem:
        return OTHER, "?"
    now = desk.catalogue.own_templates
    if paper is None:
        return NONE, ""
    if now is None:
        return SHIPPED, paper.name
    if now.sha256 == paper.sha256:
        return SAME, paper.name
    is_there = desk.pack is not None and str(desk.pack.resolve()) == paper.folder
    return CHANGED if is_there else OTHER, paper.name


def keep_paper(desk: Desk, project: Path) -> None:
    """Note with which templates a packet of a project was made. Raises FileProblem."""
    own = desk.catalogue.own_templates
    paper = Paper(str(desk.pack.resolve()), own.name, own.sha256) if own and desk.pack else None
    if paper is not None or standing(desk, project)[0] != NONE:
        write_paper(project, paper)
