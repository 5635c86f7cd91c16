"""Every page of an open project, in the order of the list at the left. A new page is a file here and its line below."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from soc2desk.app.pages import AFTERWARDS, ASKING, CHECKING, OVERVIEW, PACKET, RUNNING, interview_pages
from soc2desk.desktop.sidebar import Group

if TYPE_CHECKING:
    from soc2desk.desktop.page import Page
    from soc2desk.desktop.shell import Shell

OWN_KIND = {
    "overview": ("overview_page", "OverviewPage"),
    "ask": ("ask_page", "AskPage"),
    "self_check": ("self_check_page", "SelfCheckPage"),
    "scope": ("scope_page", "ScopePage"),
    "controls": ("controls_page", "ControlsPage"),
    "already": ("already_page", "AlreadyPage"),
    "documents": ("documents_page", "DocumentsPage"),
    "readiness": ("readiness_page", "ReadinessPage"),
    "promises": ("promises_page", "PromisesPage"),
    "schedule": ("schedule_page", "SchedulePage"),
    "training": ("training_page", "TrainingPage"),
    "records": ("records_page", "RecordsPage"),
    "evidence": ("evidence_page", "EvidencePage"),
    "lists": ("lists_page", "ListsPage"),
    "tabletop": ("tabletop_page", "TabletopPage"),
    "walk": ("walk_page", "WalkPage"),
    "packet": ("packet_page", "PacketPage"),
    "changes": ("changes_page", "ChangesPage"),
    "merge": ("merge_page", "MergePage"),
    "next_period": ("next_period_page", "NextPeriodPage"),
}
"""Pages of their own kind: the module in this folder and its class. Each loads when it is opened first."""


def groups(shell: Shell) -> tuple[Group, ...]:
    """Return the pages by group, as the list shows them."""
    words = shell.words
    titles = {page.id: words.of(page.title) for page in shell.catalogue.pages}
    asked = tuple((page, titles[page]) for page in interview_pages(shell.catalogue))
    listed = (ASKING, CHECKING, RUNNING, (PACKET, *AFTERWARDS))
    others, own, running, handed = (
        tuple((page, words(f"frame.page_title.{page}")) for page in some) for some in listed
    )
    return (
        Group("", ((OVERVIEW, words(f"frame.page_title.{OVERVIEW}")),)),
        Group(words("frame.group.tell"), (*asked, *others)),
        Group(words("frame.group.check"), own),
        Group(words("frame.group.run"), running),
        Group(words("frame.group.hand"), handed),
    )


def make_page(shell: Shell, page: str) -> Page:
    """Return a page, made now. Raises KeyError for one that does not exist."""
    if page in OWN_KIND:
        return _own(*OWN_KIND[page], shell)
    asked = {one.id: one for one in shell.catalogue.pages}[page]
    if asked.tables:
        return _own("table_page", "TablePage", shell, asked)
    return _own("question_page", "QuestionPage", shell, asked)


def _own(module: str, name: str, *given: object) -> Page:
    made: Page = getattr(import_module(f"soc2desk.desktop.pages.{module}"), name)(*given)
    return made
