"""What a batch does for one client: leave the packet that stands as it should, or make it as `build` does."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk import __version__
from soc2desk.app.desk import Source
from soc2desk.app.evidence_files import found_files
from soc2desk.app.fault_report import where_of
from soc2desk.app.house_style import style_of
from soc2desk.app.logo import FIRM_LOGO, logo_of
from soc2desk.app.make_packet import fingerprint, make_packet, usual_day
from soc2desk.app.same_paper import desk_for
from soc2desk.app.verifying import check_packet
from soc2desk.domain.batching import Became, ClientRow, Packed, Remembered, count_of, failed
from soc2desk.domain.problems import FileProblem, Problem, ProjectProblem, SeveralProblems
from soc2desk.packet.placing import archive_of, set_aside
from soc2desk.storage.projects import open_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.make_packet import Made, Wishes
    from soc2desk.domain.batching import Client
    from soc2desk.domain.steps import Step

NO_MEMORY = "The memory of this computer ran out while this packet was made."
MORE_MEMORY = "Close other programs, or run the batch again with --jobs 1: it makes what is missing."


class Stopped(Exception):
    """Somebody stopped the batch; what this client had is as it was."""


@dataclass(frozen=True, slots=True)
class Task:
    """One client to make a packet for, with what an earlier batch left; `again` makes it whatever stands there."""

    client: Client
    before: Remembered | None
    again: bool = False


def row_for(desk: Desk, task: Task, wishes: Wishes, is_stopped: Callable[[], bool]) -> ClientRow:
    """Return the line of one client; whatever goes wrong with it is said there and stops nobody else.

    `is_stopped` is asked between two steps. Raises Stopped.
    """
    try:
        return _followed(_made_for(desk, task, wishes), is_stopped)
    except Problem as problem:
        return _refused(task.client, problem)
    except MemoryError:
        return failed(task.client, NO_MEMORY, hint=MORE_MEMORY)
    except Stopped:
        raise
    except Exception as fault:  # noqa: BLE001 - a fault of ours with one client is no reason to leave the others
        said = f"soc2desk met a fault of its own: {type(fault).__name__} at {where_of(fault) or 'its start'}."
        return failed(task.client, said, hint="The answers and an earlier packet are untouched.")


def _refused(client: Client, problem: Problem) -> ClientRow:
    more = len(problem.problems) - 1 if isinstance(problem, SeveralProblems) else 0
    message = f"{problem.message} And {more} more." if more else problem.message
    return failed(client, message, problem.where or "", problem.hint or "")


def _followed(steps: Generator[Step, None, ClientRow], is_stopped: Callable[[], bool]) -> ClientRow:
    try:
        while not is_stopped():
            next(steps)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    finally:
        steps.close()
    raise Stopped


def _made_for(desk: Desk, task: Task, wishes: Wishes) -> Generator[Step, None, ClientRow]:
    client = task.client
    folder = wishes.out / client.name
    desk = desk_for(desk, client.path) if wishes.same_paper and client.path.is_dir() else desk
    source = source_at(desk, client.path)
    inputs = inputs_of(desk, source, wishes)
    if task.before is not None and not task.again and _stands(folder, task.before, inputs):
        return ClientRow(client, Became.KEPT, task.before)
    aside = [path for packet in _packets(task.before) for path in set_aside(folder / packet.folder)]
    made = yield from make_packet(desk, source, replace(wishes, out=folder, jobs=1))
    fresh = _remembered(client, source, inputs, made)
    return ClientRow(client, Became.BUILT, fresh, set_aside=tuple(f"{client.name}/{path.name}" for path in aside))


def source_at(desk: Desk, path: Path) -> Source:
    """Return the answers of a project's folder, or of an answers file, wherever it is."""
    if not path.is_dir():
        return desk.answers_file(path)
    stored = open_folder(path, desk.catalogue)
    return Source(stored.project, stored.folder.name, stored)


def inputs_of(desk: Desk, source: Source, wishes: Wishes) -> str:
    """Return the SHA-256 of all that a packet hangs on but the day on which it is made, which it says itself."""
    day = wishes.day or usual_day(desk, source.project)
    brand = (logo_of(source), logo_of(source, FIRM_LOGO), wishes.reference or style_of(source))
    parts = (
        fingerprint(source.project, desk.catalogue, wishes, brand, (day.isoformat(),)),
        json.dumps(found_files(source.folder, source.project), sort_keys=True),
        wishes.reader,
        str(wishes.zip),
        __version__,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _packets(before: Remembered | None) -> tuple[Packed, ...]:
    return before.packets if before is not None else ()


def _stands(folder: Path, before: Remembered, inputs: str) -> bool:
    """Return whether all that was made from these inputs is there and unchanged: looked at, not believed."""
    return before.inputs == inputs and bool(before.packets) and all(_is_whole(folder, one) for one in before.packets)


def _is_whole(folder: Path, packet: Packed) -> bool:
    place = folder / packet.folder
    try:
        found = [check_packet(path) for path in (place, *((archive_of(place),) if packet.zipped else ()))]
    except (FileProblem, ProjectProblem):
        return False
    return all(one.unchanged and one.fingerprint == packet.fingerprint for one in found)


def _remembered(client: Client, source: Source, inputs: str, made: tuple[Made, ...]) -> Remembered:
    answer = source.project.answers.get("company")
    return Remembered(
        path_text(client.path),
        inputs,
        str(answer.value) if answer and answer.value else "",
        count_of(made[0].findings),
        tuple(Packed(one.folder.name, one.archive is not None, one.fingerprint) for one in made),
        source.stored is not None and source.stored.is_told,
    )


def path_text(path: Path) -> str:
    """Return a path as text that any file can hold, also where its name is no text."""
    return str(path).encode("utf-8", "backslashreplace").decode()
