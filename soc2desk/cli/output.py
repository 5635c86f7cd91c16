"""What a person or a program reads: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, TypeVar

from soc2desk.domain.problems import Problem, SeveralProblems

if TYPE_CHECKING:
    from collections.abc import Generator

    from soc2desk.domain.steps import Step

T = TypeVar("T")


class Output:
    """One run's voice. `quiet` leaves out progress and notes; `as_json` says that a program reads."""

    def __init__(self, *, quiet: bool = False, as_json: bool = False) -> None:
        self.quiet, self.as_json = quiet, as_json

    def say(self, text: str) -> None:
        """Print a result line."""
        _write(sys.stdout, text + "\n")

    def raw(self, text: str) -> None:
        """Print a result as it is, for example a whole file."""
        _write(sys.stdout, text)

    def json(self, value: object) -> None:
        """Print a result for a program."""
        self.say(json.dumps(value, indent=2, ensure_ascii=False, default=str))

    def note(self, text: str) -> None:
        """Print something a person may like to know; not when quiet."""
        if not self.quiet:
            _write(sys.stderr, text + "\n")

    def problem(self, problem: Problem) -> None:
        """Print what happened, where, and what to do next."""
        problems = problem.problems if isinstance(problem, SeveralProblems) else (problem,)
        if self.as_json:
            said = [{"message": p.message, "where": p.where, "hint": p.hint} for p in problems]
            self.json({"problems": said})
            return
        for one in problems:
            lines = [one.message, f"  where: {one.where}" if one.where else "", f"  {one.hint}" if one.hint else ""]
            _write(sys.stderr, "\n".join(filter(None, lines)) + "\n")
        for sentence in getattr(problem, "waiting", ()):
            _write(sys.stderr, f"  - {sentence}\n")

    def fault(self, fault: BaseException) -> None:
        """Print that the fault is ours; the stack only where SOC2DESK_DEBUG asks for it."""
        if os.environ.get("SOC2DESK_DEBUG"):
            import traceback

            _write(sys.stderr, "".join(traceback.format_exception(fault)))
        _write(
            sys.stderr,
            f"soc2desk met a fault of its own: {type(fault).__name__}: {str(fault)[:300]}\n"
            "  Your answers and earlier packets are untouched. Set SOC2DESK_DEBUG=1 to see where.\n",
        )

    def follow(self, steps: Generator[Step, None, T], what: str) -> T:
        """Run a long act to its end with a bar on a terminal, plain lines when piped, silence when quiet."""
        if self.quiet or self.as_json:
            return _exhaust(steps)
        if sys.stderr.isatty():
            return _with_bar(steps, what)
        return _with_lines(steps)


def _exhaust(steps: Generator[Step, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def _with_lines(steps: Generator[Step, None, T]) -> T:
    try:
        while True:
            step = next(steps)
            _write(sys.stderr, f"{step.done} of {step.total}  {step.what}\n")
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    finally:
        steps.close()


def _with_bar(steps: Generator[Step, None, T], what: str) -> T:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        try:
            while True:
                step = next(steps)
                progress.update(task, completed=step.done, total=step.total, description=step.what[:48].ljust(48))
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        finally:
            steps.close()


def _write(stream: object, text: str) -> None:
    """Write text whatever the terminal can show: what it cannot is written as an escape."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))  # type: ignore[attr-defined]
    stream.flush()  # type: ignore[attr-defined]
