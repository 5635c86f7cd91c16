"""Packets of many clients in one go: each in a folder of its own, and one that fails stops no other."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.app.batch_clients import clients_at, practice_left_out
from soc2desk.app.batch_crew import Crew
from soc2desk.app.batch_work import Task, path_text
from soc2desk.app.make_packet import MOST_JOBS, check_wishes
from soc2desk.domain.batching import Became, Client, ClientRow, Remembered, failed, in_order, told_apart
from soc2desk.domain.problems import Problem
from soc2desk.domain.steps import Step
from soc2desk.storage.batch_files import LOCK_FILE, as_data, read_state, write_state, write_summary
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.lock import alone_in
from soc2desk.storage.projects import is_project

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.make_packet import Wishes

__all__ = ["Became", "Client", "ClientRow", "Finished", "as_data", "clients_at", "make_packets", "practice_left_out"]

_BEAT_SECONDS = 0.3
"""How long a step may take where somebody can only stop between two of them."""
_IN_USE = "Another batch is making packets in this folder."


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of every client, by name; `problem` says that the summary or the state could not be written."""

    rows: tuple[ClientRow, ...]
    problem: Problem | None = None

    @property
    def is_good(self) -> bool:
        """Whether the packet of every client stands."""
        return all(row.is_good for row in self.rows)


def make_packets(
    desk: Desk, clients: Sequence[Client], wishes: Wishes, *, again: bool = False, is_alone: bool = True
) -> Generator[Step, None, Finished]:
    """Make the packets of clients, each in `wishes.out`/its name, a step after each, and sum up what became of all.

    What stands there as an earlier batch left it, from the same inputs, is kept, unless it is to be made `again`.
    Stopped at any step, what was finished is whole, nothing half made stays, and the summary says how far it came.
    Raises Problems only before anything has begun. `is_alone`: no thread runs beside in this process; where one does,
    steps also come while no client is done.
    """
    check_wishes(wishes)
    desk.catalogue  # noqa: B018 - content that cannot be used stops everybody, and is read once
    out = wishes.out
    with said_plainly("The folder for the packets could not be made.", out):
        out.mkdir(parents=True, exist_ok=True)
    with alone_in(out, LOCK_FILE, _IN_USE):
        state = read_state(out)
        alone, rows = _sorted_out(clients, state, out)
        claimed = {one.name: _claim(one, state) for one in alone}
        write_state(out, state := {**state, **claimed})
        tasks = [Task(one, claimed[one.name].made_on, again) for one in alone]
        ledger = _Ledger(out, state, {row.client: row for row in rows}, desk.today)
        jobs = min(wishes.jobs or min(os.cpu_count() or 1, MOST_JOBS), len(tasks))
        crew = Crew(desk, wishes, jobs, is_alone=is_alone)
        try:
            # A window can stop between two steps alone, and no signal comes there.
            yield from _all_done(crew, tasks, ledger, len(clients), None if is_alone else _BEAT_SECONDS)
        finally:
            for row in crew.stop():
                ledger.enter(row)
            finished = ledger.closed(clients)
    return finished


def _all_done(
    crew: Crew, tasks: Iterable[Task], ledger: _Ledger, total: int, beat: float | None
) -> Generator[Step, None, None]:
    waiting, name = deque(tasks), ""
    while waiting or crew.is_busy:
        while waiting and crew.is_free:
            crew.give(waiting.popleft())
        for row in crew.finished(beat):
            ledger.enter(row)
            name = row.client.name
            yield Step(len(ledger.rows), total, name)
        if beat is not None:
            yield Step(len(ledger.rows), total, name)


def _sorted_out(
    clients: Iterable[Client], state: dict[str, Remembered], out: Path
) -> tuple[tuple[Client, ...], tuple[ClientRow, ...]]:
    """Return the clients to make packets for, and the lines of those who are another one or have no folder alone."""
    alone, refused = told_apart(clients)
    taken = tuple(row for client in alone if (row := _whose_folder_is_taken(client, state, out)))
    gone = {row.client for row in taken}
    return tuple(client for client in alone if client not in gone), (*refused, *taken)


def _claim(client: Client, state: dict[str, Remembered]) -> Remembered:
    """Return what was left for a client, or that its folder is taken: said before anything is made in it."""
    before, source = state.get(client.name), path_text(client.path)
    return before if before is not None and before.source == source else Remembered(source)


def _whose_folder_is_taken(client: Client, state: dict[str, Remembered], out: Path) -> ClientRow | None:
    before, folder = state.get(client.name), out / client.name
    if not folder.exists() and not folder.is_symlink():
        return None
    if is_project(folder):
        hint = "Take a folder with --out that holds no projects."
        return failed(client, "This folder is a project, and packets do not go into it.", str(folder), hint)
    hint = "Take another folder with --out, or move this one away."
    if before is None or folder.is_symlink():
        return failed(client, "This folder was there before, and no batch made it.", str(folder), hint)
    if before.source != path_text(client.path):
        return failed(client, f"This folder belongs to another client: {before.source}.", str(folder), hint)
    return None


@dataclass(slots=True)
class _Ledger:
    """What became of whom so far, written down after each client, so that a next batch goes on from there."""

    out: Path
    state: dict[str, Remembered]
    rows: dict[Client, ClientRow]
    today: date
    problem: Problem | None = None

    def enter(self, row: ClientRow) -> None:
        self.rows[row.client] = row
        if row.became is Became.BUILT:
            self.state[row.client.name] = Remembered(path_text(row.client.path), self.today)
            # Without it the packet is made once more the next time; that is no reason to stop.
            self._tried(lambda: write_state(self.out, self.state))

    def closed(self, clients: Iterable[Client]) -> Finished:
        """Write the summary, those included that nobody came to."""
        everybody = (self.rows.get(client) or ClientRow(client, Became.NOT_BEGUN) for client in clients)
        rows = in_order(everybody)
        self._tried(lambda: write_summary(self.out, rows))
        return Finished(rows, self.problem)

    def _tried(self, write: Callable[[], None]) -> None:
        try:
            write()
        except Problem as problem:
            self.problem = self.problem or problem
