"""Own wording of a section: what stands there, what a person may write instead, and how it will look."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.wording_pieces import label_of
from soc2desk.document.blocks import Audience, Document
from soc2desk.document.edits import find_section, judge_edits, section_blocks
from soc2desk.document.numbering import Place, places_of, resolve_references
from soc2desk.document.own_ids import with_ids
from soc2desk.document.own_text import check_text
from soc2desk.document.sections import SectionSource, sections_of
from soc2desk.document.write import pieces_of, write, written
from soc2desk.domain.engagement import Engagement, decide_engagement
from soc2desk.domain.problems import ProjectProblem, UsageProblem, nearest
from soc2desk.domain.project import Edit, Project
from soc2desk.storage.cleaning import LONGEST_TEXT, clean

if TYPE_CHECKING:
    from soc2desk.app.desk import Desk
    from soc2desk.document.blocks import Block
    from soc2desk.document.edits import Edits
    from soc2desk.domain.policies import Template

__all__ = [
    "Document",
    "Placeholder",
    "Wording",
    "edited",
    "kept",
    "placeholders",
    "preview_of",
    "restored",
    "section_wording",
    "sections",
]

_PRINTED = re.compile(r"\{\{[-+]?\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name that a text may print between {{ and }}, and the question it stands for."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One section as a person may reword it. `document` and `section` are ids.

    `text` is the person's own, None where the template's stands. `template_changed` is True where the template has a
    new text since. `problem` says why the own text cannot be used, empty where it can. `names` are the placeholders
    in both texts.
    """

    document: str
    section: str
    title: str
    template_text: str
    text: str | None
    template_changed: bool
    names: tuple[Placeholder, ...]
    problem: str = ""


def section_wording(desk: Desk, project: Project, document_id: str, section_id: str) -> Wording:
    """Return one section. Raises UsageProblem for one that the document does not have."""
    found = {one.section: one for one in sections(desk, project, document_id)}
    if section_id not in found:
        hint = nearest(section_id, found) or f"Known: {', '.join(found)}."
        raise UsageProblem(f'The document {document_id} has no section "{section_id}".', hint=hint)
    return found[section_id]


def sections(desk: Desk, project: Project, document_id: str) -> tuple[Wording, ...]:
    """Return every section of a document in reading order. Raises UsageProblem for an unknown document."""
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    template = desk.catalogue.template.get(document_id)
    if template is None:
        hint = nearest(document_id, desk.catalogue.template)
        raise UsageProblem(f'There is no document "{document_id}" with sections to reword.', hint=hint)
    judged = judge_edits(engagement)
    return tuple(_wording(one, engagement, judged) for one in sections_of(template, pieces_of(engagement)))


def placeholders(desk: Desk, project: Project) -> tuple[Placeholder, ...]:
    """Return every name that a text may print, in the order of the questions."""
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    return tuple(Placeholder(name, label_of(name, engagement)) for name in engagement.names.stated)


def edited(desk: Desk, project: Project, section_id: str, text: str, by: str) -> Project:
    """Return the project with a section in a person's own words, as of today.

    Clauses and subheadings without an id get one. The template's own text takes the wording away again. Raises
    ContentProblem with line and hint for a text that cannot stand there, ProjectProblem for an unknown person.
    """
    if by and by not in project.person:
        raise ProjectProblem(f'There is no person "{by}".', hint=nearest(by, project.person))
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    section, template, cleaned = _ready(engagement, section_id, text)
    if cleaned == section.text:
        return restored(project, section_id)
    check_text(section, cleaned, template, engagement)
    rows = {**project.edit, section_id: Edit(section_id, cleaned, section.sha256, desk.today, by)}
    return replace(project, edits=tuple(rows.values()))


def restored(project: Project, section_id: str) -> Project:
    """Return the project with the template's text in a section again."""
    return replace(project, edits=tuple(edit for edit in project.edits if edit.id != section_id))


def kept(desk: Desk, project: Project, section_id: str) -> Project:
    """Return the project after a person saw the template's new text and keeps the own one.

    Raises UsageProblem where there is no such section, ProjectProblem where it has no wording of one's own.
    """
    section = _section(decide_engagement(desk.catalogue, project, desk.today), section_id)
    if section_id not in project.edit:
        raise ProjectProblem("This section has no wording of your own.", where=section_id)
    rows = {**project.edit, section_id: replace(project.edit[section_id], replaced=section.sha256)}
    return replace(project, edits=tuple(rows.values()))


def preview_of(desk: Desk, project: Project, section_id: str, text: str) -> Document:
    """Return a section as it would print with this text; a section that does not print today is shown alone.

    Raises ContentProblem with line and hint for a text that cannot stand there.
    """
    engagement = decide_engagement(desk.catalogue, project, desk.today)
    section, template, cleaned = _ready(engagement, section_id, text)
    check_text(section, cleaned, template, engagement)
    return Document(
        id=template.id,
        title=template.title,
        kind=template.kind,
        audience=Audience(template.audience),
        company=engagement.answer_text("company"),
        date=desk.today.isoformat(),
        blocks=_blocks(section, template, cleaned, engagement),
    )


def _ready(engagement: Engagement, section_id: str, text: str) -> tuple[SectionSource, Template, str]:
    """Return a section, its template, and a typed text cleaned and with ids."""
    section = _section(engagement, section_id)
    before = engagement.project.edit.get(section_id)
    cleaned = clean(text)
    if len(cleaned) > LONGEST_TEXT:
        message = f"The text holds {len(cleaned):,} characters; at most {LONGEST_TEXT:,} fit."
        raise ProjectProblem(message, where=section_id, hint="Put the long part in a document of its own.")
    named = with_ids(section.name, cleaned, before.text if before else "")
    return section, engagement.catalogue.template[section.document], named


def _section(engagement: Engagement, section_id: str) -> SectionSource:
    section = find_section(section_id, engagement)
    if section is None:
        template = engagement.catalogue.template.get(section_id.partition("/")[0])
        known = [one.id for one in sections_of(template, pieces_of(engagement))] if template else []
        raise UsageProblem(f'There is no section "{section_id}".', hint=nearest(section_id, known))
    return section


def _wording(section: SectionSource, engagement: Engagement, judged: Edits) -> Wording:
    edit = engagement.project.edit.get(section.id)
    both = f"{section.text}\n{edit.text if edit else ''}"
    names = dict.fromkeys(name for name in _PRINTED.findall(both) if name in engagement.names.stated)
    return Wording(
        document=section.document,
        section=section.id,
        title=section.title,
        template_text=section.text,
        text=edit.text if edit else None,
        template_changed=edit is not None and edit.replaced != section.sha256,
        names=tuple(Placeholder(name, label_of(name, engagement)) for name in names),
        problem=judged.set_aside.get(section.id, ""),
    )


def _blocks(section: SectionSource, template: Template, text: str, engagement: Engagement) -> tuple[Block, ...]:
    others = [edit for edit in judge_edits(engagement).used if edit.id != section.id]
    mine = Edit(section.id, text, section.sha256, engagement.day)
    whole = write(template, engagement, (*others, mine))
    blocks = section_blocks(section.id, whole.blocks) if whole else ()
    if not blocks:
        body = f"## @{section.name} {section.title}\n\n{text}\n"
        blocks = written(replace(template, body=body), engagement).blocks
    places = {one.id: Place(one.id, one.title, "") for one in engagement.catalogue.templates}
    places |= places_of(template.id, template.title, whole.blocks if whole else blocks)
    return resolve_references(blocks, template.id, places, engagement.catalogue.phrases)
