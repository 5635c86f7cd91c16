"""What a person or a program reads: results on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import closing
from typing import TYPE_CHECKING, TextIO, TypeVar

from soc2desk.domain.problems import Problem, SeveralProblems

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from soc2desk.domain.steps import Step

T = TypeVar("T")
_WIDEST = 48
# Signs that move the cursor, change colours or turn the order of letters round: names of files may hold them.
_PAINTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Output:
    """One run's voice. `quiet` leaves out progress, reports and notes; `as_json` says that a program reads."""

    def __init__(self, *, quiet: bool = False, as_json: bool = False) -> None:
        self.quiet, self.as_json = quiet, as_json

    def say(self, text: str) -> None:
        """Print a line that was asked for."""
        _write(sys.stdout, text + "\n")

    def report(self, text: str) -> None:
        """Print a line of what was done; not when quiet."""
        if not self.quiet:
            self.say(text)

    def raw(self, text: str) -> None:
        """Print a whole file as it is: in UTF-8 whatever the system's own encoding, except on a terminal."""
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None or sys.stdout.isatty():
            _write(sys.stdout, text)
            return
        sys.stdout.flush()
        buffer.write(text.encode())
        buffer.flush()

    def json(self, value: object) -> None:
        """Print a result for a program."""
        self.raw(json.dumps(value, indent=2, ensure_ascii=not _speaks_unicode(sys.stdout), default=str) + "\n")

    def note(self, text: str) -> None:
        """Print something a person may like to know; not when quiet."""
        if not self.quiet:
            _write(sys.stderr, text + "\n")

    def problem(self, problem: Problem) -> None:
        """Print what happened, where, and what to do next."""
        problems = problem.problems if isinstance(problem, SeveralProblems) else (problem,)
        waiting: tuple[str, ...] = getattr(problem, "waiting", ())
        if self.as_json:
            said = [{"message": p.message, "where": p.where, "hint": p.hint} for p in problems]
            self.json({"problems": said, **({"waiting": waiting} if waiting else {})})
            return
        for one in problems:
            lines = [one.message, f"  where: {one.where}" if one.where else "", f"  {one.hint}" if one.hint else ""]
            _write(sys.stderr, "\n".join(filter(None, lines)) + "\n")
        for sentence in waiting:
            _write(sys.stderr, f"  - {sentence}\n")

    def fault(self, fault: BaseException) -> None:
        """Print that the fault is ours and where; its own words and the stack only where SOC2DESK_DEBUG asks for them.

        They may quote an answer, and what is printed here is copied into a report.
        """
        from soc2desk.app.fault_report import where_of

        if os.environ.get("SOC2DESK_DEBUG"):
            import traceback

            _write(sys.stderr, "".join(traceback.format_exception(fault)))
        _write(
            sys.stderr,
            f"soc2desk met a fault of its own: {type(fault).__name__} at {where_of(fault) or 'its start'}\n"
            "  Your answers and earlier packets are untouched. SOC2DESK_DEBUG=1 shows all of it, maybe with answers.\n",
        )

    def follow(self, steps: Generator[Step, None, T], what: str) -> T:
        """Run a long act to its end with a bar on a terminal, plain lines when piped, silence when quiet.

        Whatever happens, the act has cleaned up after itself when this returns.
        """
        with closing(steps):
            if self.quiet or self.as_json:
                return _run(steps, lambda _: None)
            if sys.stderr.isatty():
                return _with_bar(steps, what)
            return _run(steps, lambda step: _write(sys.stderr, f"{step.done} of {step.total}  {step.what}\n"))


def _run(steps: Generator[Step, None, T], show: Callable[[Step], None]) -> T:
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        show(step)


def _with_bar(steps: Generator[Step, None, T], what: str) -> T:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    # What is drawn is called as a person called it: brackets in it are no markup.
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    # No thread of its own may run: processes that draw are forked from this one.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task(what, total=None)

        def show(step: Step) -> None:
            title = step.what[:_WIDEST].ljust(_WIDEST)
            progress.update(task, completed=step.done, total=step.total, description=title, refresh=True)

        return _run(steps, show)


def _speaks_unicode(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().startswith("utf")


def _write(stream: TextIO, text: str) -> None:
    """Write text whatever the terminal can show: what it cannot, or what could paint it, is written as an escape."""
    text = _PAINTING.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()
