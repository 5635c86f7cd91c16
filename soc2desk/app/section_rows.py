"""The sections of a document as a list: number, title, whose words stand there, and what is open in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.opens import open_phrases
from soc2desk.app.wording import sections
from soc2desk.document.blocks import Heading, plain
from soc2desk.document.edits import section_blocks

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.document.blocks import Document
    from soc2desk.packet.compose import Composition


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section. `id` is what places call it; `number` is empty where it does not print today.

    `problem` says why an own text cannot be used. `is_gone` is True for an own text whose section no document has
    any more.
    """

    id: str
    number: str
    title: str
    open: int = 0
    is_reworded: bool = False
    template_changed: bool = False
    problem: str = ""
    can_edit: bool = False
    is_gone: bool = False


def section_rows(desk: Desk, composition: Composition, document_id: str) -> tuple[SectionRow, ...]:
    """Return the sections of a document in reading order; of a computed one those that print; none for an unknown one.

    Own texts of sections that are gone stand at the end.
    """
    document = next((one for one in composition.documents if one.id == document_id), None)
    printed = _printed(document) if document else {}
    if document_id not in composition.engagement.catalogue.template:
        return tuple(printed.values())
    rows = [*_written(desk, composition, document_id, printed)]
    known = {row.id for row in rows}
    edits = composition.engagement.project.edits
    gone = [one.id for one in edits if one.id.partition("/")[0] == document_id and one.id not in known]
    why = composition.engagement.catalogue.phrases["wording.gone"]
    rows += [SectionRow(one, "", one.partition("/")[2], is_reworded=True, problem=why, is_gone=True) for one in gone]
    return tuple(rows)


def _printed(document: Document) -> dict[str, SectionRow]:
    tops = [block for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    return {
        top.id: SectionRow(top.id, top.number, plain(top.runs), open_phrases(section_blocks(top.id, document.blocks)))
        for top in tops
    }


def _written(
    desk: Desk, composition: Composition, document_id: str, printed: dict[str, SectionRow]
) -> tuple[SectionRow, ...]:
    return tuple(
        SectionRow(
            one.section,
            printed[one.section].number if one.section in printed else "",
            printed[one.section].title if one.section in printed else one.title,
            printed[one.section].open if one.section in printed else 0,
            is_reworded=one.text is not None,
            template_changed=one.template_changed,
            problem=one.problem,
            can_edit=True,
        )
        for one in sections(desk, composition.engagement.project, document_id)
    )
