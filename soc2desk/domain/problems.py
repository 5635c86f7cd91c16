"""What stops the work: one tree of exceptions, each a sentence a person can act on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Problem(Exception):
    """Something that stops the work; nothing was written.

    `message` says what happened, `where` names the place (file, line or field), `hint` says what to do next.
    `exit_code` is what the command line returns.
    """

    exit_code = 70

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole from a worker process."""
        return (_rebuild, (type(self), self.message, self.where, self.hint))

    def __str__(self) -> str:
        """All parts on one line, for logs."""
        parts = [self.message]
        if self.where:
            parts.append(f"({self.where})")
        if self.hint:
            parts.append(self.hint)
        return " ".join(parts)


def _rebuild(kind: type[Problem], message: str, where: str | None, hint: str | None) -> Problem:
    return kind(message, where=where, hint=hint)


class UsageProblem(Problem):
    """The command was asked for something it does not offer."""

    exit_code = 2


class ContentProblem(Problem):
    """A shipped or a firm's template or resource cannot be used."""

    exit_code = 3


class ProjectProblem(Problem):
    """A project or an answers file is not what it should be."""

    exit_code = 4


class OpenElsewhere(ProjectProblem):
    """A project is open in another program; it can be read, or taken over when that program has stopped."""


class Damaged(ProjectProblem):
    """A project's file is broken or gone; an earlier state of it may be kept."""


class ChangedElsewhere(ProjectProblem):
    """A project's file is not the one that was opened: one can keep both states, take the other one or compare."""


class FileProblem(Problem):
    """A file or folder cannot be read or written."""

    exit_code = 5


class SeveralProblems(Problem):
    """Several problems found in one reading, so that a person mends them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.message, where=first.where, hint=first.hint)
        self.exit_code = first.exit_code

    def __reduce__(self) -> tuple[object, ...]:
        """Travel whole from a worker process."""
        return (SeveralProblems, (self.problems,))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return a "Did you mean ...?" sentence for a mistyped id, or None when nothing is close."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else None
