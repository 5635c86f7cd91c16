"""Checks what a person writes in place of a section: the same closed language, and nothing outside the section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from soc2desk.document.blocks import Clause, Heading, PageBreak, Paragraph, Table, plain
from soc2desk.document.fill import fill
from soc2desk.document.inserts import insert
from soc2desk.document.markdown import parse
from soc2desk.document.markdown_lines import defines_links, landmarks
from soc2desk.document.own_ids import LONGEST_SECTION, line_true
from soc2desk.document.registers.controls import DESCRIPTION
from soc2desk.document.row_tables import tables_of
from soc2desk.document.sections import TAG, written_out
from soc2desk.document.standing import keep_standing
from soc2desk.document.templates import Choice, Loop, Source, parse_template
from soc2desk.document.walk import runs_in
from soc2desk.document.write import pieces_of
from soc2desk.domain.problems import ContentProblem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.document.blocks import Block
    from soc2desk.document.fill import Filled
    from soc2desk.document.sections import SectionSource
    from soc2desk.document.templates import Body, Node
    from soc2desk.domain.engagement import Engagement
    from soc2desk.domain.policies import Template

MOST_ARMS, MOST_BLANK_ROWS = 8, 60
LONGEST_TAG, MOST_BRACKETS, DEEPEST = 300, 20, 12
_TITLE, _END = "Section", "end-of-this-section"
_SUBHEADING = 2
"""The level of a subheading in a document; in Markdown it has one sign more."""
_BEFORE = 2
"""Lines of the heading that a text is checked under."""
_LINE = re.compile(r", line (\d+)$")
_ID = re.compile(r"@([a-z0-9][a-z0-9-]*)\s")
_OUTSIDE = ("https://", "mailto:")
_TAG_HINT = "Every {% if ... %} needs its {% endif %}, and every {{ its }}."
_LINK_HINT = "A link leads to a document, section or clause, to https:// or to mailto:."


@dataclass(frozen=True, slots=True)
class _Desk:
    """One text on the table: the section it is for, and what it may name."""

    section: SectionSource
    text: str
    template: Template
    engagement: Engagement

    def problem(self, message: str, hint: str | None = None, line: int = 1) -> ContentProblem:
        return ContentProblem(message, where=f"{self.section.id}, line {line}", hint=hint)

    def line_of(self, words: str) -> int:
        """Return the line on which words stand, the last one if several hold them."""
        return self.line_at(max(self.text.rfind(words), 0))

    def line_at(self, place: int) -> int:
        """Return the line on which a place in the text stands."""
        return self.text.count("\n", 0, place) + 1


def check_text(section: SectionSource, text: str, template: Template, engagement: Engagement) -> None:
    """Say nothing of a text that can stand in place of a section, whatever the answers.

    Raises ContentProblem with the line within the text and what to do.
    """
    desk = _Desk(section, text, template, engagement)
    if not text.strip():
        raise desk.problem("The section has no text.", "Write at least one sentence, or return to the template's text.")
    if len(text) > LONGEST_SECTION:
        message = f"The section has more than {LONGEST_SECTION:,} characters."
        raise desk.problem(
            message, "Keep to what is done, and move lists into a register.", desk.line_at(LONGEST_SECTION)
        )
    _refuse_deep(desk)
    try:
        _check(desk)
    except ContentProblem as problem:
        raise _within(problem, desk) from problem
    except (RecursionError, ValueError, OverflowError) as error:
        raise desk.problem("The text cannot be read.", "Write shorter conditions, with smaller numbers.") from error


def _refuse_deep(desk: _Desk) -> None:
    """Refuse what would tire the reader of templates: text of people has no reason to go so deep."""
    depth = 0
    for tag in TAG.finditer(desk.text):
        word = tag["word"] or ""
        depth += (word in {"if", "for"}) - (word in {"endif", "endfor"})
        brackets = sum(tag[0].count(bracket) for bracket in "([{")
        if depth > DEEPEST or len(tag[0]) > LONGEST_TAG or brackets > MOST_BRACKETS:
            line = desk.text.count("\n", 0, tag.start()) + 1
            raise desk.problem("This goes deeper than a text needs.", "Split it into shorter conditions.", line)


def _check(desk: _Desk) -> None:
    whole = _between(desk.text, desk)
    plain_lines = line_true(whole)
    _check_levels(plain_lines.skeleton, desk)
    body = _body(whole, desk)
    try:
        for arm in (body, *_arms(body)):
            _check_blocks(_filled(arm, desk), desk)
        if not _prints(body, desk) and _prints(_body(_between(desk.section.text, desk), desk), desk):
            raise desk.problem(
                "With today's answers and controls, no word of this text prints.",
                "Write a sentence that prints in any case, or return to the template's text.",
            )
    except ContentProblem as problem:
        raise _located(problem, plain_lines, desk) from problem


def _between(text: str, desk: _Desk) -> str:
    """Put a text under a heading of its own and before another, so that what reaches out of the section is seen."""
    return f"## @{desk.section.name} {_TITLE}\n\n{text}\n\n## @{_END} End\n"


def _body(whole: str, desk: _Desk) -> Body:
    names = desk.engagement.names
    source = Source(desk.section.id, 1 - _BEFORE)
    return parse_template(whole, source, names.stated, pieces_of(desk.engagement), deciding=names.known)


def _filled(arm: Body, desk: _Desk) -> Filled:
    engagement = desk.engagement
    return fill(arm, engagement.names, tables_of(engagement), engagement.catalogue.phrases)


def _prints(body: Body, desk: _Desk) -> bool:
    """Say whether anything would stand under the section's heading: one with nothing under it does not print either."""
    put = partial(insert, engagement=desk.engagement)
    parts, _ = keep_standing(parse(_filled(body, desk), desk.template.id, desk.section.id, insert=put), desk.engagement)
    return any(_is_seen(part.block) for part in parts)


def _is_seen(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return bool(plain(block.runs).strip())
    return not isinstance(block, Heading | PageBreak)


def _check_levels(skeleton: str, desk: _Desk) -> None:
    """Refuse headings of any level but one, those made by a line of = or - under a text among them."""
    last = desk.text.count("\n") + 1
    for mark in landmarks(skeleton):
        line = mark.line + 1 - _BEFORE
        if 1 <= line <= last and mark.level not in {0, _SUBHEADING + 1}:
            hint = "Begin a subheading with ### and a space; leave an empty line before a line of ---."
            raise desk.problem("Within a section stand subheadings only.", hint, line)


def _within(problem: ContentProblem, desk: _Desk) -> ContentProblem:
    """Name a line of the text, where the fault was met behind its end or before its beginning."""
    found = _LINE.search(problem.where or "")
    last = desk.text.count("\n") + 1
    if found and not (problem.where or "").startswith(f"{desk.section.id}, "):
        return problem
    line = min(max(int(found[1]), 1), last) if found else 1
    return desk.problem(problem.message, problem.hint or _TAG_HINT, line)


def _located(problem: ContentProblem, whole: Filled, desk: _Desk) -> ContentProblem:
    """Find the line of a fault that was met in a filled text, by reading the text line for line."""
    if _LINE.search(problem.where or ""):
        return problem
    try:
        parse(whole, desk.template.id, desk.section.id, before=_BEFORE)
    except ContentProblem as found:
        if found.message == problem.message:
            return found
    return problem


def _arms(body: Body) -> Iterator[Body]:
    """Yield the text as other answers would have it: with each first arm of its ifs, each second one, and so on."""
    for which in range(min(_most_arms(body), MOST_ARMS)):
        yield _with_arm(body, which)


def _most_arms(body: Body) -> int:
    most = 0
    for node in body:
        if isinstance(node, Choice):
            inside = (*(branch.body for branch in node.branches), node.otherwise)
            most = max(most, len(inside), *map(_most_arms, inside))
        elif isinstance(node, Loop):
            most = max(most, _most_arms(node.body))
    return most


def _with_arm(body: Body, which: int) -> Body:
    made: list[Node] = []
    for node in body:
        match node:
            case Choice():
                arms = (*(branch.body for branch in node.branches), node.otherwise)
                made.append(Choice((), _with_arm(arms[min(which, len(arms) - 1)], which)))
            case Loop():
                made.append(replace(node, body=_with_arm(node.body, which)))
            case _:
                made.append(node)
    return tuple(made)


def _check_blocks(filled: Filled, desk: _Desk) -> None:
    if defines_links(filled.skeleton):
        raise desk.problem(
            "A text cannot define links for the rest of the document.",
            "Write the link where it stands: [words](https://...).",
            desk.line_of("]:"),
        )
    first, *inside, last = (part.block for part in parse(filled, desk.template.id, desk.section.id))
    begins = isinstance(first, Heading) and plain(first.runs) == _TITLE
    if not begins or not isinstance(last, Heading) or not last.id.endswith(f"/{_END}"):
        raise desk.problem(
            "The text runs into what stands around the section.",
            "Close each block that begins with ```, and write no - inside the signs of a tag: {% if x %}.",
        )
    _check_headings([block for block in inside if isinstance(block, Heading)], desk)
    if any(isinstance(block, Table) and block.blank_rows > MOST_BLANK_ROWS for block in inside):
        raise desk.problem("A table has more empty rows than a form needs.", f"At most {MOST_BLANK_ROWS} fit.")
    _check_clauses([block for block in inside if isinstance(block, Clause)], desk)
    for run in runs_in(inside):
        if run.target:
            _check_target(run.target, desk)


def _check_headings(headings: list[Heading], desk: _Desk) -> None:
    own = f"{desk.section.id}-own-"
    for heading in headings:
        name = heading.id.partition("/")[2]
        line = desk.line_of(f"@{name} ")
        if heading.level != _SUBHEADING:
            raise desk.problem("Within a section stand subheadings only.", "Begin the line with ### and a space.", line)
        if not heading.id.startswith(own) and f"### @{name} " not in f"{desk.section.text}\n":
            raise desk.problem(f"The id @{name} is not one of this section.", "Leave the id out; we give one.", line)
    _refuse_twice([heading.id for heading in headings], desk)


def _check_clauses(clauses: list[Clause], desk: _Desk) -> None:
    _refuse_twice([clause.id for clause in clauses], desk)
    known = desk.engagement.catalogue.control
    for control in (control for clause in clauses for control in clause.controls):
        if control not in known:
            hint = nearest(control, known) or "Name controls of the list, such as [ACC-07]."
            raise desk.problem(f"There is no control {control}.", hint, desk.line_of(f"[{control}]"))


def _refuse_twice(ids: list[str], desk: _Desk) -> None:
    for id_, times in Counter(ids).items():
        if times > 1:
            name = id_.rpartition("/")[2]
            hint = "Leave the id out of the new one; we give one."
            raise desk.problem(f"Two of the clauses have the id @{name}.", hint, desk.line_of(f"@{name} "))


def _check_target(target: str, desk: _Desk) -> None:
    if target.lower().startswith(_OUTSIDE):
        return
    templates, pieces = desk.engagement.catalogue.template, pieces_of(desk.engagement)
    if target == DESCRIPTION:
        return
    document, *names = target.split("/")
    inside = written_out(templates[document].body, pieces) if document in templates else ""
    given = {*_ID.findall(inside), *(_ID.findall(desk.text) if document == desk.template.id else ())}
    if document not in templates or not given.issuperset(names):
        known = {*templates, *(f"{document}/{name}" for name in given)}
        hint = nearest(target, known) or _LINK_HINT
        raise desk.problem(f"The link leads to {target}, which does not exist.", hint, desk.line_of(f"({target}"))
