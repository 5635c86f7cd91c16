"""The answers file: a project written out for people, and a blank one to fill in."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from soc2desk.domain.conditions import names_in
from soc2desk.domain.project import FORMAT
from soc2desk.domain.questions import PROMISES, Question, QuestionKind
from soc2desk.reading.yaml_write import Bare, write_yaml
from soc2desk.storage.codec import project_to_plain
from soc2desk.storage.codec_answers import COLORS
from soc2desk.storage.examples import EXAMPLES
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import DOCUMENT_DATE, ROW_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain

_BARE_KINDS = {QuestionKind.NUMBER, QuestionKind.YES_NO, QuestionKind.DATE, QuestionKind.DURATION, QuestionKind.CADENCE}
_BARE_FIELDS = {Holds.YES_NO, Holds.DATE, Holds.LEVEL}
_WIDEST = 100

_KIND_WORDS = {
    QuestionKind.TEXT: "Text.",
    QuestionKind.LONG_TEXT: "Text of any length; several lines may follow a | sign.",
    QuestionKind.CHOICE: "One of:",
    QuestionKind.MANY: "A list in square brackets of:",
    QuestionKind.YES_NO: "yes, no or not yet.",
    QuestionKind.NUMBER: "A number",
    QuestionKind.DURATION: "A number with hours, days or business days, for example 1 business day.",
    QuestionKind.CADENCE: "One of:",
    QuestionKind.DATE: "A date such as 2027-01-31.",
    QuestionKind.LIST: "A list in square brackets: [first, second].",
    QuestionKind.PICTURE: "A PNG or JPEG picture beside this file, or in a folder beside it: brand/logo.png.",
}

_HEAD = f"""\
# Answers for soc2desk. Fill in what you know; leave empty what nobody knows yet.
# What nobody does yet is answered with: not yet
# What is decided but not done yet: {{planned: monthly, from: 2027-02-01}}
format: {FORMAT}

answers:
"""


def write(project: Project, catalogue: Catalogue) -> str:
    """Return a project as the text of an answers file that reads back to an equal project."""
    plain = project_to_plain(project, catalogue)
    return write_yaml({name: _bare_section(name, part, catalogue) for name, part in plain.items()})


def blank(catalogue: Catalogue) -> str:
    """Return an answers file with every question explained and nothing answered. It reads as an empty project."""
    pages = "".join(
        f"\n  # ---- {page.title} ----\n" + "".join(_blank_question(question) for question in page.questions)
        for page in catalogue.pages
        if page.questions
    )
    roles = "".join(f"  {role.id}: {{holder: , backup: }}  # {role.name}\n" for role in catalogue.roles)
    risks = "".join(f"# {risk.id}: {risk.title}\n" for risk in catalogue.risks)
    tables = "".join(f"\n{text}" for text in EXAMPLES)
    return _HEAD + pages + tables.replace("{roles}\n", roles).replace("{risks}\n", risks)


def _blank_question(question: Question) -> str:
    said = [question.label, question.why, _takes(question), *_also(question)]
    lines = [line for text in said if text for line in wrap(text, _WIDEST)]
    return "\n" + "".join(f"  # {line}\n" for line in lines) + f"  {question.id}:\n"


def _takes(question: Question) -> str:
    if question.id in COLORS:
        return "A colour in quotation marks, because # begins a comment: '#1f4e79'."
    words = _KIND_WORDS[question.kind]
    if question.kind is QuestionKind.NUMBER:
        unit = question.unit_label or question.unit
        return f"{words} of {unit}." if unit else f"{words}."
    return f"{words} {', '.join(_choices(question))}." if words.endswith(":") else words


def _choices(question: Question) -> Iterator[str]:
    for choice in question.choices:
        label = question.choice_label(choice)
        yield choice if label == choice else f"{choice} ({label})"


def _also(question: Question) -> Iterator[str]:
    if question.kind in PROMISES and question.kind is not QuestionKind.YES_NO:
        yield "Or: not yet."
    if question.optional:
        yield "May be answered with: none."
    if question.suggest:
        yield f"Usual: {question.suggest}."
    depends = sorted(set(names_in(question.when)))
    if depends:
        yield f"Matters by your answer to: {', '.join(depends)}."


def _bare_section(name: str, part: Plain, catalogue: Catalogue) -> Plain:
    if name in {"format", DOCUMENT_DATE}:
        return _bare(part)
    if name == "answers" and isinstance(part, dict):
        bare = {id_ for id_, question in catalogue.questions.items() if question.kind in _BARE_KINDS}
        return {id_: _bare(value) if id_ in bare else value for id_, value in part.items()}
    shape = next((section.fields for section in ROW_SECTIONS if section.name == name), {})
    bare = {field for field, what in shape.items() if what.holds in _BARE_FIELDS}
    return _bare_rows(part, bare) if bare else part


def _bare_rows(part: Plain, bare: set[str]) -> Plain:
    rows = part if isinstance(part, dict) else {}
    return {
        id_: {field: _bare(value) if field in bare else value for field, value in row.items()}
        for id_, row in rows.items()
        if isinstance(row, dict)
    }


def _bare(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items()}
    return Bare(value) if isinstance(value, str) else value
