"""What would help most now: a few next steps, each a place to jump to and a sentence about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from soc2desk.app.pages import window_pages
from soc2desk.app.progress import is_held, is_unfinished, is_untouched, needed_roles
from soc2desk.domain.findings import Severity
from soc2desk.domain.policies import TO_APPROVE
from soc2desk.domain.project import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from soc2desk.domain.engagement import Engagement
    from soc2desk.packet.compose import Composition


@dataclass(frozen=True)
class NextThing:
    """One step: where it is done, the phrase that says it, and the values of that phrase."""

    place: str
    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def next_things(composition: Composition, count: int = 3) -> tuple[NextThing, ...]:
    """Return the most useful next steps, the most useful first; at least one, which is the packet itself."""
    steps = (*_entered(composition.engagement), *_looked_over(composition))
    return tuple(islice(steps, count))


def next_of(engagement: Engagement) -> NextThing:
    """Return the next step as far as the answers alone tell it: quick enough for a long list of projects."""
    unapproved = [
        template.id
        for template in engagement.catalogue.templates
        if template.kind in TO_APPROVE and engagement.wants(template) and template.id not in engagement.project.approval
    ]
    steps = (*_entered(engagement), *_to_approve(unapproved), NextThing("pages.packet", "overview.next.packet"))
    return steps[0]


def _entered(engagement: Engagement) -> Iterator[NextThing]:
    """Yield what is still to be entered. An untouched project begins with its first page of questions."""
    if is_untouched(engagement):
        yield from _open_page(engagement)
        yield from _people(engagement)
    else:
        yield from _people(engagement)
        yield from _unheld_role(engagement)
        yield from _open_page(engagement)
    yield from _suggested(engagement)
    yield from _unconfirmed(engagement)
    yield from _unowned(engagement)


def _looked_over(composition: Composition) -> Iterator[NextThing]:
    for finding in composition.findings:
        if finding.severity is Severity.HIGH and not is_unfinished(finding, composition):
            yield NextThing(finding.place, "overview.next.finding", {"title": finding.title})
            break
    yield from _to_approve(composition.unapproved)
    yield NextThing("pages.packet", f"overview.next.{'packet' if composition.waiting else 'final'}")


def _people(engagement: Engagement) -> Iterator[NextThing]:
    if not engagement.project.people:
        yield NextThing("people", "overview.next.people")


def _unheld_role(engagement: Engagement) -> Iterator[NextThing]:
    """Yield the role for which most documents wait; a role cannot be given while there is nobody."""
    waiting = {role: 0 for role in needed_roles(engagement) if not is_held(engagement, role)}
    if not waiting or not engagement.project.people:
        return
    for template in engagement.catalogue.templates:
        if template.kind in TO_APPROVE and engagement.wants(template):
            for role in {template.owner, template.approver} & waiting.keys():
                waiting[role] += 1
    role = max(waiting, key=lambda one: waiting[one])
    yield _counted(f"roles.{role}", "role", waiting[role], role=engagement.catalogue.role[role].name)


def _open_page(engagement: Engagement) -> Iterator[NextThing]:
    titles = {page.id: page for page in engagement.catalogue.pages}
    for page_id in window_pages(engagement.catalogue):
        page = titles.get(page_id)
        left = [one.id for one in page.questions if engagement.names.stated[one.id].is_open] if page else []
        if page and left:
            yield _counted(f"answers.{left[0]}", "page", len(left), page=page.title)
            return


def _suggested(engagement: Engagement) -> Iterator[NextThing]:
    usual = [name for name, one in engagement.names.stated.items() if one.question and one.is_suggested]
    if usual:
        yield _counted(f"answers.{usual[0]}", "suggested", len(usual))


def _unconfirmed(engagement: Engagement) -> Iterator[NextThing]:
    """Yield the family with most controls that nobody confirmed, and how many there are in all."""
    waiting = [one for one in engagement.controls if one.state is State.NOT_CONFIRMED]
    if waiting:
        (family, _), *_rest = Counter(one.control.family for one in waiting).most_common()
        yield _counted(f"control_states.{family}", "controls", len(waiting))


def _unowned(engagement: Engagement) -> Iterator[NextThing]:
    """Yield the controls that nobody owns although their role may be held by somebody."""
    waiting = [one.id for one in engagement.controls if one.applies and not engagement.owners[one.id].owner]
    if waiting and engagement.project.people:
        yield _counted(f"owners.{waiting[0]}", "owners", len(waiting))


def _to_approve(documents: tuple[str, ...] | list[str]) -> Iterator[NextThing]:
    if documents:
        yield _counted(f"approvals.{documents[0]}", "approve", len(documents))


def _counted(place: str, name: str, count: int, **values: str) -> NextThing:
    return NextThing(place, f"overview.next.{name}.{_form(count)}", {**values, "count": count})


def _form(count: int) -> str:
    return {0: "none", 1: "one"}.get(count, "many")
