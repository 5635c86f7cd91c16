"""What changed between two states of one engagement, each change a value."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from soc2desk.domain.word_changes import Stretch, word_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.domain.contents import Contents, DocumentLines


class Subject(StrEnum):
    """What a change is about, in the order in which changes are told."""

    ANSWER = "answer"
    DOCUMENT = "document"
    SECTION = "section"
    CLAUSE = "clause"
    CONTROL = "control"
    OWNER = "owner"
    EVIDENCE = "evidence"
    REGISTER = "register"


class How(StrEnum):
    """In what way it changed. `RENUMBERED` is the same words in the same place under another printed number."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED = "changed"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `id` is what both states know it by; `name` what a person calls it; `document` where it stands.

    `before` and `after` are its texts; `place_before` and `place_after` its printed places. One `for_team` stands in no
    letter.
    """

    subject: Subject
    how: How
    id: str
    name: str = ""
    document: str = ""
    before: str = ""
    after: str = ""
    place_before: str = ""
    place_after: str = ""
    for_team: bool = False

    @property
    def words(self) -> tuple[Stretch, ...]:
        """Both texts as one, with the words that went and those that came."""
        return word_changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a state says of a control, an owner, a piece of evidence or an answer.

    `for_team` says that nobody else is told it, such as evidence that a reviewer rejected.
    """

    name: str
    value: str
    for_team: bool = False


@dataclass(frozen=True)
class Facts:
    """What a state says beside its documents, each by id. `answers` are None for a packet, which holds none."""

    controls: Mapping[str, Fact] = field(default_factory=dict)
    owners: Mapping[str, Fact] = field(default_factory=dict)
    evidence: Mapping[str, Fact] = field(default_factory=dict)
    answers: Mapping[str, Fact] | None = None


@dataclass(frozen=True)
class Comparison:
    """Two states and what differs, in the order of Subject and then of the documents.

    `other_company` says that they are of two companies, `other_reader` that they were made for two readers,
    `only_common` that one of them holds a choice of documents, so that only what both have was compared.
    """

    old: Contents
    new: Contents
    changes: tuple[Change, ...]
    other_company: bool = False
    other_reader: bool = False
    only_common: bool = False
    has_answers: bool = False

    @cached_property
    def counted(self) -> dict[tuple[Subject, How], int]:
        """How many changes there are of each subject and way."""
        return dict(Counter((one.subject, one.how) for one in self.changes))

    @cached_property
    def changed_documents(self) -> tuple[str, ...]:
        """The ids of the documents that both states have and that say something else now."""
        return tuple(one.id for one in self.new.documents if self._says_otherwise(one))

    def _says_otherwise(self, new: DocumentLines) -> bool:
        """Whether a document says something else now; numbers and the day that each set bears are no words."""
        old = self.old.document.get(new.id)
        return old is not None and self._words(old, self.old.days) != self._words(new, self.new.days)

    @staticmethod
    def _words(one: DocumentLines, days: tuple[str, ...]) -> list[str]:
        words = [one.title, *(text for line in one.lines for text in (line.kind, line.id, *line.texts))]
        for day in days:
            words = [text.replace(day, "") for text in words]
        return words
