"""What stands beside the answers: one document as it reads now, with the words that just changed marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.appears import appears_index
from soc2desk.app.make_packet import look_of
from soc2desk.domain.problems import Problem
from soc2desk.packet.compose import recompose
from soc2desk.packet.drawing import draw
from soc2desk.renderers.screen import UNCHANGED, Change, render

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.appears import AppearsIndex, Shown
    from soc2desk.app.desk import Source
    from soc2desk.app.session import Plain, Session
    from soc2desk.document.blocks import Document
    from soc2desk.domain.engagement import Engagement
    from soc2desk.packet.compose import Composition


class Preview:
    """The documents of an open project for the screen: quickly after a change, and whole once all is composed.

    `take` after a change, `settle` when there is time for all documents. Everything else reads what these found.
    """

    def __init__(self, session: Session) -> None:
        """Begin with a project as it stands; nothing is marked as changed."""
        self._session = session
        self._plain = session.plain
        self._places: frozenset[str] = frozenset()
        self._before: Composition | None = None
        self._composition: Composition | None = None
        self._composed_plain: Mapping[str, Plain] | None = None
        self._broken: tuple[Mapping[str, Plain], Problem] | None = None
        self._index: tuple[Composition, AppearsIndex] | None = None

    def take(self) -> None:
        """Take note of a change. What changed before stays marked only while the same place is changed."""
        plain = self._session.plain
        if plain is self._plain:
            return
        places = changed_places(self._plain, plain)
        self._plain = plain
        if places.isdisjoint(self._places):
            self._places, self._before = places, self._composition
        elif places:
            self._places |= places

    def settle(self) -> Composition:
        """Compose everything that is not composed yet. Raises the Problem that keeps it from that; the last stays."""
        self.take()
        plain = self._session.plain
        if self._broken is not None and self._broken[0] is plain:
            raise self._broken[1]
        try:
            self._composition = self._session.composition
        except Problem as problem:
            self._broken = plain, problem
            raise
        self._composed_plain = plain
        return self._composition

    @property
    def composition(self) -> Composition:
        """Everything as it was composed last."""
        return self._composition or self.settle()

    @property
    def index(self) -> AppearsIndex:
        """Where every answer shows, as of the last composing; made once for it."""
        made = self.composition
        if self._index is None or self._index[0] is not made:
            self._index = made, appears_index(made)
        return self._index[1]

    @property
    def titles(self) -> dict[str, str]:
        """The title of every document of this engagement by its id."""
        return {one.id: one.title for one in self.composition.documents}

    def document(self, document: str) -> Document | None:
        """Return one document as of now; None when it is not made here. Registers are as of the last composing."""
        made = self.composition
        if self._composed_plain is self._session.plain:
            return _in(made, document)
        return recompose(made, self._session.engagement, document) or _in(made, document)

    def html(self, document: str) -> str:
        """Return one document for the screen; empty when it is not made here."""
        found = self.document(document)
        return preview_html(self.composition, found, self._change(document)) if found else ""

    def _change(self, document: str) -> Change:
        """Return what is marked: all that differs from before the present run of changes."""
        if self._before is None:
            return UNCHANGED
        names = changed_names(self._before.engagement, self._session.engagement)
        return Change(names, _in(self._before, document))


def shown_for(preview: Preview, place: str) -> Shown | None:
    """Return the document to show beside a place, None where no single one tells more; a page by its first question."""
    kind, _, name = place.partition(".")
    if kind != "pages":
        return preview.index.document_for(place)
    pages = (page for page in preview.composition.engagement.catalogue.pages if page.id == name)
    found = (preview.index.document_for(f"answers.{one.id}") for page in pages for one in page.questions)
    return next((shown for shown in found if shown is not None), None)


def preview_html(composition: Composition, document: Document, change: Change) -> str:
    """Return a document for the screen; its references lead to every document of the set."""
    elsewhere = (*composition.places, *(one.id for one in composition.documents))
    return render(document, change, elsewhere)


def document_pdf(composition: Composition, source: Source, document: str) -> bytes:
    """Return the real pages of one document as a PDF, empty when it is not made here. Raises FileProblem."""
    found = _in(composition, document)
    return draw("pdf", found, look_of(composition, source)) if found else b""


def _in(composition: Composition, document: str) -> Document | None:
    return next((one for one in composition.documents if one.id == document), None)


def changed_places(before: Mapping[str, Plain], after: Mapping[str, Plain]) -> frozenset[str]:
    """Return what differs between two plain forms, as places: "answers.company", "people.dana-whitfield"."""
    found = set()
    for section in {*before, *after}:
        old, new = before.get(section), after.get(section)
        if old == new:
            continue
        if isinstance(old or {}, dict) and isinstance(new or {}, dict):
            was, now = dict(old or {}), dict(new or {})  # type: ignore[arg-type]
            found |= {f"{section}.{key}" for key in {*was, *now} if was.get(key) != now.get(key)}
        else:
            found.add(section)
    return frozenset(found)


def changed_names(before: Engagement, after: Engagement) -> frozenset[str]:
    """Return the names that stand on something else now: of answers, and of rhythms that follow an answer."""
    was = before.names.stated
    return frozenset(name for name, one in after.names.stated.items() if name not in was or was[name] != one)
