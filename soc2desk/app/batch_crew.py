"""Processes that each make the packet of one client after another; one that dies takes no other client with it."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from soc2desk.app.batch_work import Stopped, row_for
from soc2desk.app.desk import Desk
from soc2desk.domain.batching import failed
from soc2desk.packet.build import clear_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import ForkContext, SpawnContext
    from multiprocessing.process import BaseProcess

    from soc2desk.app.batch_work import Task
    from soc2desk.app.make_packet import Wishes
    from soc2desk.domain.batching import ClientRow

ENDED = "The process that made this packet was ended, by the system or by somebody."
AGAIN = "Run the batch again: it makes what is missing. Where the memory is short, take --jobs 1."
MOST_CLIENTS = 25
"""How many clients one process comes to before a fresh one takes its place: what libraries keep then has an end."""
_PATIENCE_SECONDS = 60
"""How long a process may take to come to its next step when the batch was stopped."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    line: Connection
    task: Task | None = None
    clients: int = 0


class Crew:
    """At most `jobs` processes. `is_alone` says that this process runs nothing beside, so that it may be forked.

    Forking shares the content that is read already; where it is not safe, or not there, fresh processes read it.
    """

    def __init__(self, desk: Desk, wishes: Wishes, jobs: int, *, is_alone: bool) -> None:
        forks = sys.platform == "linux" and is_alone
        self._context: ForkContext | SpawnContext
        self._context = multiprocessing.get_context("fork") if forks else multiprocessing.get_context("spawn")
        # Without what it has read: that would travel slower than it is read.
        self._desk = desk if forks else Desk(desk.workspace, desk.today, desk.pack)
        self._wishes, self._jobs = wishes, jobs
        self._workers: list[_Worker] = []

    @property
    def is_free(self) -> bool:
        """Whether somebody has nothing to do."""
        return len(self._workers) < self._jobs or any(one.task is None for one in self._workers)

    @property
    def is_busy(self) -> bool:
        """Whether a line is still to come."""
        return any(one.task is not None for one in self._workers)

    def give(self, task: Task) -> None:
        """Hand a client to somebody who has nothing to do."""
        free = next((one for one in self._workers if one.task is None), None) or self._hired()
        free.task, free.clients = task, free.clients + 1
        with suppress(OSError):  # one that died just now is found out when its line is read
            free.line.send(task)

    def finished(self, at_most: float | None = None) -> Iterator[ClientRow]:
        """Wait until somebody is done, or gone, and yield the lines of those; none after `at_most` seconds."""
        busy = [(one, one.task) for one in self._workers if one.task is not None]
        ready = wait([thing for one, _ in busy for thing in (one.line, one.process.sentinel)], at_most)
        for one, task in busy:
            if one.line in ready or one.process.sentinel in ready:
                yield self._line_of(one, task)

    def stop(self) -> tuple[ClientRow, ...]:
        """End everybody between two steps, and return the lines of those who had just finished.

        What was not finished is as it was before.
        """
        for one in self._workers:
            with suppress(OSError):
                one.line.send(None)
        rows = tuple(row for one in self._workers if (row := self._left_by(one)))
        self._workers.clear()
        return rows

    def _let_go(self, one: _Worker) -> None:
        """End one who has nothing to do, or is gone already."""
        self._workers.remove(one)
        with suppress(OSError):
            one.line.send(None)
        _end(one.process)
        one.line.close()

    def _left_by(self, one: _Worker) -> ClientRow | None:
        _end(one.process)
        row = _row_on(one.line) if one.task is not None else None
        if one.task is not None and row is None:
            clear_unfinished(self._wishes.out / one.task.client.name)
        one.line.close()
        return row

    def _hired(self) -> _Worker:
        mine, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._desk, self._wishes), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, mine)
        self._workers.append(worker)
        return worker

    def _line_of(self, one: _Worker, task: Task) -> ClientRow:
        one.task = None
        row = _row_on(one.line)
        if row is None or one.clients >= MOST_CLIENTS:
            self._let_go(one)
        if row is not None:
            return row
        clear_unfinished(self._wishes.out / task.client.name)
        return failed(task.client, ENDED, hint=AGAIN)


def _end(process: BaseProcess) -> None:
    process.join(_PATIENCE_SECONDS)
    if process.is_alive():
        process.kill()
        process.join()


def _row_on(line: Connection) -> ClientRow | None:
    """Return the line that somebody sent; None where they are gone and sent none."""
    with suppress(EOFError, OSError):
        if line.poll():
            row: ClientRow = line.recv()
            return row
    return None


def serve(line: Connection, desk: Desk, wishes: Wishes) -> None:
    """Make packets in a process of its own until nothing more comes, or nobody is there any more."""
    # Ctrl+C goes to every process of a terminal; only the one that hands out work acts on it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return  # it would wait for work from nobody

    def is_stopped() -> bool:
        return line.poll() or not parent.is_alive()

    with suppress(Stopped, EOFError, OSError):
        while (task := _next_task(line, parent)) is not None:
            line.send(row_for(desk, task, wishes, is_stopped))


def _next_task(line: Connection, parent: BaseProcess) -> Task | None:
    """Wait for the next client; None where no more come, or the process that hands them out is gone."""
    wait([line, parent.sentinel])
    task: Task | None = line.recv() if line.poll() else None
    return task
