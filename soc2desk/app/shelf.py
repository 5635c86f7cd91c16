"""A workspace of many clients: tags, the archive, and which projects a list shows in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.progress import Progress
from soc2desk.app.schedule_rows import DueState
from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.filing import LONGEST_TAG, MOST_TAGS, UNFILED, Filing, read_filing, tags_of, write_filing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.home import ProjectCard

__all__ = ["LONGEST_TAG", "MOST_TAGS", "UNFILED", "Filing", "Order", "Shown", "Wanted", "archive", "fits", "in_order",
           "listed", "place_of", "put_tags", "read_filing", "tags_in"]  # fmt: skip

_LAST = 9


class Order(StrEnum):
    """What comes first in a list of projects."""

    CHANGED = "changed"
    NAME = "name"
    NEXT = "next"


class Shown(StrEnum):
    """Which projects a list shows; all but the last leave the archive out."""

    ALL = "all"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    OVERDUE = "overdue"
    BROKEN = "needs_attention"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to. Every word of `text` stands in what is said of a project; `tag` "" is any."""

    text: str = ""
    tag: str = ""
    shown: Shown = Shown.ALL


def listed(desk: Desk, wanted: Wanted, order: Order, *, decided: bool) -> list[ProjectCard]:
    """Return the projects of the workspace that are wanted, in order; a name is that of the folder.

    `decided` also tells states and what is due.
    """
    from soc2desk.app.home import workspace_cards

    needs = decided or order is Order.NEXT or wanted.shown not in {Shown.ALL, Shown.ARCHIVED}
    found = [one for one in workspace_cards(desk, decided=needs) if fits(one, wanted)]
    return found if order is Order.NAME else in_order(found, order)


def fits(card: ProjectCard, wanted: Wanted, said: str = "") -> bool:
    """Return whether a project is wanted. `said` is whatever else a face shows of it."""
    if card.filing.archived is not (wanted.shown is Shown.ARCHIVED) or not _has_state(card, wanted.shown):
        return False
    if wanted.tag and wanted.tag.casefold() not in (tag.casefold() for tag in card.filing.tags):
        return False
    text = " ".join((card.name, card.folder.name, card.company, *card.filing.tags, said)).casefold()
    return all(word in text for word in wanted.text.casefold().split())


def _has_state(card: ProjectCard, shown: Shown) -> bool:
    match shown:
        case Shown.ALL | Shown.ARCHIVED:
            return True
        case Shown.OVERDUE:
            return card.due is not None and card.due.state is DueState.OVERDUE
        case _:
            return card.state is Progress(shown.value)


def place_of(card: ProjectCard, order: Order) -> tuple[int | str, ...]:
    """Return a value that is smaller the further up a project stands; equal ones stand by name."""
    name = ((card.company or card.name).casefold(), card.folder.name)
    match order:
        case Order.NAME:
            return name
        case Order.NEXT:
            urgency, day = card.due.urgency if card.due else (_LAST, date.min)
            return (urgency, day.toordinal(), *name)
        case _:
            return (-card.changed_on.toordinal(), *name)


def in_order(cards: Iterable[ProjectCard], order: Order) -> list[ProjectCard]:
    """Return projects as a list shows them."""
    return sorted(cards, key=lambda card: place_of(card, order))


def tags_in(cards: Iterable[ProjectCard]) -> tuple[str, ...]:
    """Return every tag of some projects, each once as it was written first, by the alphabet."""
    found: dict[str, str] = {}
    for card in cards:
        for tag in card.filing.tags:
            found.setdefault(tag.casefold(), tag)
    return tuple(found[name] for name in sorted(found))


def put_tags(folder: Path, tags: Iterable[str], off: Iterable[str] = ()) -> Filing:
    """Add tags to a project, take others off, and return how it is filed then.

    Raises UsageProblem for one that is no tag, or too many of them, FileProblem when it cannot be written.
    """
    before = read_filing(folder)
    gone = {tag.casefold() for tag in tags_of(off)}
    wanted = [*(tag for tag in before.tags if tag.casefold() not in gone), *(_tag(one) for one in tags)]
    if len({tag.casefold() for tag in wanted}) > MOST_TAGS:
        raise UsageProblem(f"A project has at most {MOST_TAGS} tags.", hint="Take one off first.")
    return _written(folder, before, replace(before, tags=tags_of(wanted)))


def _tag(given: str) -> str:
    (tag, *_) = tags_of([given]) or ("",)
    if not tag or tag != " ".join(given.split()):
        message = f"{given[:60]!r} cannot be a tag."
        raise UsageProblem(message, hint=f"Use at most {LONGEST_TAG} characters, without a comma.")
    return tag


def archive(folder: Path, *, away: bool) -> Filing:
    """Put a project into the archive, or bring it back. Nothing of it is changed or deleted. Raises FileProblem."""
    before = read_filing(folder)
    return _written(folder, before, replace(before, archived=away))


def _written(folder: Path, before: Filing, after: Filing) -> Filing:
    if after != before:
        write_filing(folder, after)
    return after
