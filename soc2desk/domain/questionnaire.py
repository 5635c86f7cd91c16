"""A questionnaire for the client as a value: what is asked, what stands here already, and how it is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.questions import QuestionKind

HEAD = "head"
CLIENT, PROJECT, SIGNER = f"{HEAD}.client", f"{HEAD}.project", f"{HEAD}.signer"
"""Places of the lines that say whose questionnaire it is, and who filled it in."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line at the head: what it says, or `to_fill` for who filled it in. `code` and `state` as beside a question."""

    place: str
    code: str
    state: str
    label: str
    value: str
    help: str = ""
    to_fill: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """One question. `present` are the lines that stand here already, `usual` a value nobody confirmed.

    `only_if` tells in words when it matters; empty for always. With `may_wait` "not yet" is an answer, and a day;
    `standing` is "not yet" or "planned" where that was said, `start` the day from which.
    """

    place: str
    code: str
    state: str
    kind: QuestionKind
    label: str
    why: str = ""
    only_if: str = ""
    choices: tuple[str, ...] = ()
    choice_codes: tuple[str, ...] = ()
    unit: str = ""
    example: str = ""
    usual: str = ""
    present: tuple[str, ...] = ()
    standing: str = ""
    start: str = ""
    may_wait: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ColumnAsked:
    """A column of a table. `kind` is a kind of question; `fixed` is printed and not filled in."""

    id: str
    label: str
    help: str
    kind: str
    choices: tuple[str, ...] = ()
    fixed: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class RowAsked:
    """A row that stands here already, cell by cell."""

    place: str
    code: str
    state: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableAsked:
    """A table to complete. `on_paper` are the columns that fit on a page; `blank_rows` may be filled with new rows."""

    place: str
    code: str
    title: str
    intro: str
    columns: tuple[ColumnAsked, ...]
    rows: tuple[RowAsked, ...]
    on_paper: tuple[str, ...]
    may_grow: bool = True


@dataclass(frozen=True, slots=True)
class PageAsked:
    """What belongs together."""

    id: str
    title: str
    intro: str
    questions: tuple[QuestionAsked, ...]
    tables: tuple[TableAsked, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything that is asked of one client. `words` are the printed texts by their ids."""

    title: str
    client: str
    made_on: str
    prepared_by: str
    head: tuple[HeadLine, ...]
    how: tuple[str, ...]
    pages: tuple[PageAsked, ...]
    language: str = "en-CA"
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[QuestionAsked, ...]:
        """Every question, page by page."""
        return tuple(question for page in self.pages for question in page.questions)

    @property
    def tables(self) -> tuple[TableAsked, ...]:
        """Every table, page by page."""
        return tuple(table for page in self.pages for table in page.tables)
