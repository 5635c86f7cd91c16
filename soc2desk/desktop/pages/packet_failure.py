"""Why a packet was not made, said so that a person knows what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.make_packet import NotReady
from soc2desk.app.packet_work import NotDrawn, PlaceTaken, free_folder
from soc2desk.desktop.pages.packet_message import Said
from soc2desk.desktop.pages.packet_words import counted
from soc2desk.desktop.problem_report import notice_of_fault
from soc2desk.desktop.shell import Notice
from soc2desk.domain.problems import FileProblem, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from soc2desk.desktop.words import Words


@dataclass(frozen=True)
class Ways:
    """What one can do instead: try again, choose a folder, take a given one, leave a document out, make a draft."""

    again: Callable[[], object]
    other: Callable[[], object]
    beside: Callable[[Path], object]
    without: Callable[[str], object]
    draft: Callable[[], object]


def said_failure(fault: Exception, out: Path, ways: Ways, words: Words) -> Said:
    """Return the message of what kept the packet to be made in `out`, with the ways on."""
    if isinstance(fault, NotReady):
        head = counted(words, "packet.final.refused", len(fault.waiting))
        actions = ((words("packet.final.draft_instead"), ways.draft),)
        return Said(head, words("packet.final.advice"), fault.waiting, actions, "warn")
    if isinstance(fault, NotDrawn):
        return _not_drawn(fault, ways, words)
    if isinstance(fault, Problem):
        return _problem(fault, out, ways, words)
    return _fault(fault, ways, words)


def _problem(problem: Problem, out: Path, ways: Ways, words: Words) -> Said:
    where = words("packet.failure.where", where=problem.where) if problem.where else ""
    again = (words("packet.failure.again"), ways.again)
    other = (words("packet.failure.other"), ways.other)
    actions = (again, other) if isinstance(problem, FileProblem) else (again,)
    if isinstance(problem, PlaceTaken):
        free = free_folder(out)
        actions = ((words("packet.failure.beside", folder=free.name), lambda: ways.beside(free)), other)
    detail = "\n".join(part for part in (where, problem.hint or "", words("packet.failure.untouched")) if part)
    return Said(problem.message, detail, actions=actions)


def _not_drawn(fault: NotDrawn, ways: Ways, words: Words) -> Said:
    key = f"packet.format.{fault.kind}"
    text = words("packet.failure.not_drawn", title=fault.title, format=words(key) if key in words else fault.kind)
    cause = fault.__cause__
    report = _report(cause if isinstance(cause, Exception) else fault, words)
    without = (words("packet.failure.without"), lambda: ways.without(fault.document))
    detail = f"{words('packet.failure.untouched')} {report.detail}"
    return Said(text, detail, actions=(without, *report.actions))


def _fault(fault: Exception, ways: Ways, words: Words) -> Said:
    report = _report(fault, words)
    again = (words("packet.failure.again"), ways.again)
    return Said(report.text, f"{words('packet.failure.untouched')} {report.detail}", actions=(again, *report.actions))


def _report(fault: Exception, words: Words) -> Notice:
    said = notice_of_fault(fault, words)
    return said if isinstance(said, Notice) else Notice(said.message)
