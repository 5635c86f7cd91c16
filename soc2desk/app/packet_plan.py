"""What a packet will hold, for a person to look over and choose from before anything is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.make_packet import AUDITOR, INTERNAL
from soc2desk.packet.calendars import SCHEDULE
from soc2desk.packet.plan import FOLDERS, plan_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from soc2desk.app.make_packet import Wishes
    from soc2desk.app.session import Session
    from soc2desk.document.blocks import Document

READINESS_REPORT = "REG-RDY"
PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """One document and the formats that it will be written in; none where it suits no chosen one."""

    id: str
    title: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedFolder:
    """One folder of the packet. `kind` is that of its documents; `internal` papers go to a packet of their own."""

    kind: str
    internal: bool
    documents: tuple[PlannedDocument, ...]


@dataclass(frozen=True, slots=True)
class PlannedTree:
    """Every document that a reader can get, by folder; `open_points` and `waiting` say what is not settled yet.

    `waiting` is what stops a final packet, one sentence each; `calendars` stand beside the schedule where it is.
    """

    folders: tuple[PlannedFolder, ...]
    open_points: int
    waiting: tuple[str, ...]
    calendars: int = 0

    def files(self, left_out: Collection[str] = (), *, internal: bool = False) -> int:
        """Return how many files the packet will hold without some documents, its index included; 0 for no packet."""
        drawn = {
            document.id: len(document.formats)
            for folder in self.folders
            if folder.internal is internal
            for document in folder.documents
            if document.id not in left_out and document.formats
        }
        beside = self.calendars if SCHEDULE in drawn else 0
        return sum(drawn.values()) + beside + 1 if drawn else 0

    def kept(self, left_out: Collection[str]) -> tuple[str, ...]:
        """Return the ids to ask for; empty when nothing is left out, which asks for everything."""
        ids = tuple(document.id for folder in self.folders for document in folder.documents)
        kept = tuple(id_ for id_ in ids if id_ not in left_out)
        return () if kept == ids else kept

    def lists_open_points(self, left_out: Collection[str] = ()) -> bool:
        """Whether the readiness report is among what will be written."""
        return any(
            document.id == READINESS_REPORT and document.formats and document.id not in left_out
            for folder in self.folders
            for document in folder.documents
        )


def plan(session: Session, wishes: Wishes) -> PlannedTree:
    """Return what these wishes would make of the answers as they stand. A choice of documents is not looked at."""
    composition = session.composition
    readers = (AUDITOR, INTERNAL) if wishes.reader == AUDITOR else (wishes.reader,)
    folders = (
        folder
        for reader in readers
        for folder in _folders(composition.documents, reader, wishes.formats, internal=reader == INTERNAL)
    )
    points = sum(point.state != PLANNED for point in composition.points)
    calendars = len(composition.schedule.people()) + 1
    return PlannedTree(tuple(folders), points, composition.waiting, calendars)


def _folders(
    documents: tuple[Document, ...], reader: str, formats: tuple[str, ...], *, internal: bool
) -> Iterable[PlannedFolder]:
    # HTML suits every document: with it, each one shows up, whatever formats were chosen.
    everything = {file.document.id: file.document for file in plan_files(documents, reader, ("html",))}
    written: dict[str, list[str]] = {id_: [] for id_ in everything}
    for file in plan_files(documents, reader, formats):
        written[file.document.id].append(file.format)
    for kind in FOLDERS:
        chosen = (one for one in everything.values() if one.kind == kind)
        inside = tuple(PlannedDocument(one.id, one.title, tuple(written[one.id])) for one in chosen)
        if inside:
            yield PlannedFolder(kind, internal, inside)
