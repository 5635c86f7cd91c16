"""What becomes of the wordings of a person's own: used, set aside with the reason, overtaken by a new template."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Clause, Heading
from soc2desk.document.own_ids import with_ids
from soc2desk.document.own_text import check_text
from soc2desk.document.sections import SectionSource, sections_of
from soc2desk.document.write import Written, pieces_of, write
from soc2desk.domain.problems import ContentProblem
from soc2desk.domain.project import Edit

if TYPE_CHECKING:
    from soc2desk.document.blocks import Block
    from soc2desk.domain.engagement import Engagement


@dataclass(frozen=True)
class Edits:
    """The edits of a project, judged. `used` are those that stand in documents; `titles` those of their sections.

    `set_aside` holds the reason by section id. `changed` are the ids of sections where the template's text is no longer
    the one that was replaced.
    """

    used: tuple[Edit, ...] = ()
    set_aside: dict[str, str] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)


def judge_edits(engagement: Engagement, document: str = "") -> Edits:
    """Return which edits of the project, or of one document, can stand today. None of them stops the documents."""
    used: list[Edit] = []
    set_aside: dict[str, str] = {}
    changed: list[str] = []
    titles: dict[str, str] = {}
    for edit in engagement.project.edits:
        if document and edit.id.partition("/")[0] != document:
            continue
        section = find_section(edit.id, engagement)
        if section is None:
            set_aside[edit.id] = engagement.catalogue.phrases["wording.gone"]
            continue
        titles[edit.id] = section.title
        text = with_ids(section.name, edit.text)
        try:
            check_text(section, text, engagement.catalogue.template[section.document], engagement)
        except ContentProblem as problem:
            set_aside[edit.id] = problem.message
            continue
        used.append(Edit(edit.id, text, edit.replaced, edit.on, edit.by))
        if edit.replaced != section.sha256:
            changed.append(edit.id)
    return Edits(tuple(used), set_aside, tuple(changed), titles)


def find_section(section_id: str, engagement: Engagement) -> SectionSource | None:
    """Return a section of the templates by its id; None for one that no template has."""
    template = engagement.catalogue.template.get(section_id.partition("/")[0])
    found = sections_of(template, pieces_of(engagement)) if template else ()
    return next((section for section in found if section.id == section_id), None)


def section_blocks(section_id: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a section, its heading first; none where the section does not print."""
    tops = [i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1]
    for start, end in zip(tops, [*tops[1:], len(blocks)], strict=True):
        heading = blocks[start]
        if isinstance(heading, Heading) and heading.id == section_id:
            return blocks[start:end]
    return ()


def no_longer_stated(edits: Edits, written: tuple[Written, ...], engagement: Engagement) -> dict[str, tuple[str, ...]]:
    """Return, by section id, the controls that the template's text stated there and that no document states now.

    What an internal paper repeats, a question of a quiz for example, states nothing to a reader of the matrix.
    """
    shown = (one for one in written if one.template.audience != Audience.INTERNAL)
    now = {control for one in shown for standing in one.standings for control in standing.controls}
    now |= engagement.own_clauses.keys()
    found: dict[str, tuple[str, ...]] = {}
    for document in dict.fromkeys(edit.id.partition("/")[0] for edit in edits.used):
        before = write(engagement.catalogue.template[document], engagement)
        for edit in edits.used:
            stated = _stated_in(edit.id, before) if before else {}
            if lost := tuple(control for control in stated if control not in now):
                found[edit.id] = lost
    return found


def _stated_in(section_id: str, written: Written) -> dict[str, None]:
    """Return the controls that a section states, its subsections included, in reading order."""
    clauses = {block.id for block in section_blocks(section_id, written.blocks) if isinstance(block, Clause)}
    stated = [one for one in written.standings if one.clause in clauses]
    return dict.fromkeys(control for one in stated for control in one.controls)
