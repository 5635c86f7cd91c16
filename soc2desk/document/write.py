"""From a template and an engagement to the blocks of one document."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING

from soc2desk.document.approved_text import text_hash
from soc2desk.document.empty_tables import say_when_empty
from soc2desk.document.fill import fill
from soc2desk.document.inserts import insert
from soc2desk.document.markdown import parse
from soc2desk.document.numbering import number_blocks
from soc2desk.document.row_tables import tables_of
from soc2desk.document.sections import with_edits
from soc2desk.document.standing import Standing, keep_standing, said_elsewhere
from soc2desk.document.templates import Source, parse_template
from soc2desk.domain.policies import TO_APPROVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from soc2desk.document.blocks import Block
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.policies import Template
    from soc2desk.domain.project import Approval, Edit


@dataclass(frozen=True)
class Written:
    """One document's numbered blocks before references are resolved, and where its clauses stand.

    `elsewhere` are its sections and clauses that do not print because a policy of the client's own says the same, with
    the controls that they state.
    """

    template: Template
    blocks: tuple[Block, ...]
    standings: tuple[Standing, ...]
    elsewhere: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def approval_hash(self) -> str:
        """The hash of what an approval of it is given to."""
        return text_hash(self.blocks)

    def has_approval(self, approval: Approval | None) -> bool:
        """Return whether an approval is of exactly this text."""
        return approval is not None and approval.text == self.approval_hash


def write(template: Template, engagement: Engagement, edits: Iterable[Edit] = ()) -> Written | None:
    """Return the document a template gives for this engagement; None where it has nothing to say.

    It has nothing to say when its categories are not examined, its condition does not hold, or, unless it stands alone,
    none of the controls it states is needed. `edits` are wordings of a person's own that were found usable; they never
    make a document vanish. Nor is one written whose every statement stands in policies of the client's own.
    """
    if not engagement.wants(template):
        return None
    edited = with_edits(template, edits, pieces_of(engagement))
    made = written(edited, engagement)
    if made.elsewhere and not made.standings:
        return None
    if template.stands_alone or made.standings or (edited is not template and written(template, engagement).standings):
        return made
    return None


def pieces_of(engagement: Engagement) -> dict[str, str]:
    """Return the pieces of text that documents include, by name."""
    return {partial.name: partial.body for partial in engagement.catalogue.partials}


def written(template: Template, engagement: Engagement) -> Written:
    """Return the document a template gives, wanted or not, and however little it has to say."""
    pieces = pieces_of(engagement)
    source = Source(template.path, template.first_line)
    names = engagement.names
    body = parse_template(template.body, source, names.stated, pieces, deciding=names.known)
    filled = fill(body, names, tables_of(engagement), engagement.catalogue.phrases)
    parts = parse(filled, template.id, template.path, insert=partial(insert, engagement=engagement))
    elsewhere = said_elsewhere(parts, engagement) if template.kind in TO_APPROVE else {}
    kept, standings = keep_standing(parts, engagement, elsewhere)
    blocks = say_when_empty((part.block for part in kept), engagement.catalogue.phrases)
    return Written(template, number_blocks(blocks), standings, elsewhere)
