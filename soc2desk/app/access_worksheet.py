"""The worksheet of an access review as a file: with forms and drop-downs, or plain where the list is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.access_told import line_of, looks_of
from soc2desk.document.access_sheet import LINES, LOOK, OWN_BY, access_sheet, decisions, head_labels, labels, said
from soc2desk.document.blocks import Look
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from soc2desk.app.access_reading import AccessPlan
    from soc2desk.domain.engagement import Engagement

SUFFIX = ".xlsx"


def write_worksheet(plan: AccessPlan, engagement: Engagement, target: Path, *, over: bool = False) -> None:
    """Write the worksheet of a review; a file of that name stays unless it is written `over`. Raises FileProblem."""
    check_place(target, over=over)
    content = worksheet(plan, engagement)
    with said_plainly("The worksheet cannot be written.", target):
        replace_whole(target, content)


def check_place(target: Path, *, over: bool = False) -> None:
    """Raise FileProblem where no worksheet can be written, or where a file stands that is not written `over`."""
    if target.suffix.lower() != SUFFIX:
        raise FileProblem("A worksheet is a workbook.", where=str(target), hint="Give it a name that ends in .xlsx.")
    if target.exists() and not over:
        hint = "Give the worksheet another name, or move that file away."
        raise FileProblem("There is a file of this name already.", where=str(target), hint=hint)


def worksheet(plan: AccessPlan, engagement: Engagement) -> bytes:
    """Return the worksheet of a review with every decision empty, but those that were taken before."""
    if plan.is_partly_kept:
        return _plain(plan, engagement)
    from soc2desk.renderers.xlsx import render

    return render(access_sheet(plan.record, looks_of(plan.seen, engagement), plan.own, engagement), Look())


def _plain(plan: AccessPlan, engagement: Engagement) -> bytes:
    from soc2desk.renderers.xlsx_plain import plain_workbook

    words, phrases = labels(engagement), engagement.catalogue.phrases
    head = {phrases["access_sheet.record"]: plan.record.id}
    for name, label in head_labels(engagement).items():
        value = plan.record.values.get(name, "")
        head[label] = engagement.person_name(str(value)) or str(value)
    head[phrases["access_sheet.own"]] = phrases["access_sheet.own_intro"]
    names = ("user", "person", "role", "privileged", "last_login", LOOK, "decision", "reason", OWN_BY)
    choices = {words["decision"]: tuple(decisions(engagement).values())}
    return plain_workbook(LINES, head, [words[name] for name in names], _rows(plan, engagement, names), choices)


def _rows(plan: AccessPlan, engagement: Engagement, names: tuple[str, ...]) -> Iterator[list[str]]:
    looks = looks_of(plan.seen, engagement)
    kept = {str(line["user"]): line for line in plan.record.lines(LINES)}
    for one in plan.seen.lines:
        line = kept.get(one.account.user) or line_of(one, engagement)
        look = looks.get(one.account.user, "")
        yield [look if name == LOOK else said(line.get(name, ""), engagement) for name in names]
