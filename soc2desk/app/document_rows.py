"""The documents of an engagement as one list: whose they are, where they stand, and why one is not made here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.app.opens import open_phrases
from soc2desk.domain.conditions import names_in
from soc2desk.domain.policies import TO_APPROVE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.document.blocks import Document
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.policies import Template
    from soc2desk.packet.compose import Composition


class Standing(StrEnum):
    """Where a document stands. A made one is computed from the answers and approved by nobody."""

    DRAFT = "draft"
    EDITED = "edited"
    APPROVED = "approved"
    CHANGED = "changed"
    MADE = "made"
    NOT_NEEDED = "not_needed"


KINDS = ("policy", "plan", "procedure", "record", "report", "register", "training", "sheet")


@dataclass(frozen=True, slots=True)
class NotNeeded:
    """Why a document is not made here. `why` is categories, answers or controls.

    `names` are the titles of the categories it is for, or the questions whose answers leave it out; `place` is where
    that can be changed.
    """

    why: str
    names: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document. `owner` is the name of who holds its owning role, empty for nobody; `role` that role's name.

    `by` and `on` tell of the approval, also of one that lapsed. `open` counts the phrases in it that wait for an
    answer; `reworded` the sections in a person's own words.
    """

    id: str
    title: str
    kind: str
    standing: Standing
    owner: str = ""
    role: str = ""
    by: str = ""
    on: date | None = None
    open: int = 0
    reworded: int = 0
    not_needed: NotNeeded | None = None

    @property
    def searched(self) -> str:
        """The words in which a search looks, in small letters."""
        return f"{self.id} {self.title} {self.kind} {self.owner} {self.role} {self.by}".casefold()

    @property
    def is_approvable(self) -> bool:
        """Whether somebody approves documents of this kind, and this one is made here."""
        return self.kind in TO_APPROVE and self.standing is not Standing.NOT_NEEDED

    @property
    def has_approval(self) -> bool:
        """Whether an approval of it is recorded, be it of an earlier text."""
        return self.on is not None


def document_rows(composition: Composition) -> tuple[DocumentRow, ...]:
    """Return every document: those made here by kind, in the order of the packet, then those not needed here."""
    templates = composition.engagement.catalogue.template
    made = [_made(one, templates.get(one.id), composition) for one in composition.documents]
    made.sort(key=lambda row: KINDS.index(row.kind))
    there = {row.id for row in made}
    missing = [_missing(one, composition.engagement) for one in templates.values() if one.id not in there]
    return (*made, *missing)


def matching(rows: Iterable[DocumentRow], text: str = "", kind: str = "", standing: str = "") -> list[DocumentRow]:
    """Return the rows of a kind and standing that have all words of a text somewhere; "" is any."""
    wanted = text.casefold().split()
    return [
        row
        for row in rows
        if kind in {"", row.kind} and standing in {"", row.standing} and all(word in row.searched for word in wanted)
    ]


def _made(document: Document, template: Template | None, composition: Composition) -> DocumentRow:
    engagement = composition.engagement
    if template is None:
        is_open = open_phrases(document.blocks)
        return DocumentRow(document.id, document.title, document.kind, Standing.MADE, open=is_open)
    approval = engagement.project.approval.get(document.id)
    reworded = sum(edit.id.partition("/")[0] == document.id for edit in engagement.project.edits)
    return DocumentRow(
        document.id,
        document.title,
        document.kind,
        _standing(template, composition, reworded),
        *_owner(template, engagement),
        by=engagement.approver_name(approval) if approval else "",
        on=approval.on if approval else None,
        open=open_phrases(document.blocks),
        reworded=reworded,
    )


def _standing(template: Template, composition: Composition, reworded: int) -> Standing:
    approval = composition.engagement.project.approval.get(template.id)
    if template.kind in TO_APPROVE and approval is not None:
        return Standing.CHANGED if template.id in composition.unapproved else Standing.APPROVED
    if reworded:
        return Standing.EDITED
    return Standing.DRAFT if template.kind in TO_APPROVE else Standing.MADE


def _owner(template: Template, engagement: Engagement) -> tuple[str, str]:
    holding = engagement.project.role.get(template.owner)
    role = engagement.catalogue.role.get(template.owner)
    return engagement.person_name(holding.holder) if holding else "", role.name if role else ""


def _missing(template: Template, engagement: Engagement) -> DocumentRow:
    owner, role = _owner(template, engagement)
    return DocumentRow(
        template.id, template.title, template.kind, Standing.NOT_NEEDED, owner, role,
        not_needed=_reason(template, engagement),
    )  # fmt: skip


def _reason(template: Template, engagement: Engagement) -> NotNeeded:
    if not {"always", *engagement.scope.categories} & set(template.categories):
        titles = {one.id: one.name for one in engagement.catalogue.categories}
        names = tuple(titles.get(one, one) for one in template.categories)
        return NotNeeded("categories", names, "pages.scope")
    if not engagement.wants(template):
        questions = engagement.catalogue.questions
        asked = [name for name in dict.fromkeys(names_in(template.when)) if name in questions]
        labels = tuple(questions[name].label for name in asked)
        return NotNeeded("answers", labels, f"answers.{asked[0]}" if asked else "pages.scope")
    return NotNeeded("controls", (), "pages.controls")
