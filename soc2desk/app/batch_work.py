"""What a batch does for one client: leave the packet that stands as it should, or make it as `build` does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.app.desk import Source
from soc2desk.app.fault_report import where_of
from soc2desk.app.make_packet import make_packet, plan_packet, usual_day
from soc2desk.app.progress import answered, is_untouched
from soc2desk.app.same_paper import desk_for
from soc2desk.app.standing_packets import packet_of
from soc2desk.domain.batching import Became, ClientRow, Delivered, Packed, count_of, failed
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import Problem, SeveralProblems
from soc2desk.packet.placing import set_aside
from soc2desk.storage.projects import open_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import date
    from pathlib import Path

    from soc2desk.app.desk import Desk
    from soc2desk.app.make_packet import Wishes
    from soc2desk.domain.batching import Client
    from soc2desk.domain.steps import Step

NO_MEMORY = "The memory of this computer ran out while this packet was made."
MORE_MEMORY = "Close other programs, or run the batch again with --jobs 1: it makes what is missing."


class Stopped(Exception):
    """Somebody stopped the batch; what this client had is as it was."""


@dataclass(frozen=True, slots=True)
class Task:
    """One client to make a packet for, and when an earlier batch made one; `again` makes it whatever stands there."""

    client: Client
    made_on: date | None
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
    client, folder = task.client, wishes.out / task.client.name
    desk = desk_for(desk, client.path) if wishes.same_paper and client.path.is_dir() else desk
    source, wishes = source_at(desk, client.path), replace(wishes, out=folder, jobs=1)
    aside: list[Path] = []
    if folder.exists():
        # What stands is held against what would have been made on the day on which it was.
        planned = plan_packet(desk, source, wishes, task.made_on or desk.today)
        standing = [packet_of(order) for order in planned.orders] if not task.again else [None]
        packets = tuple(one for one in standing if one is not None)
        if len(packets) == len(standing):
            counts = count_of(one.severity for one in planned.composition.findings)
            return ClientRow(client, Became.KEPT, _delivered(desk, source, wishes, counts, packets))
        aside = [path for order in planned.orders for path in set_aside(order.folder)]
    made = yield from make_packet(desk, source, wishes)
    packets = tuple(Packed(one.folder.name, one.archive is not None, one.fingerprint) for one in made)
    fresh = _delivered(desk, source, wishes, count_of(made[0].findings), packets)
    return ClientRow(client, Became.BUILT, fresh, set_aside=tuple(f"{client.name}/{path.name}" for path in aside))


def source_at(desk: Desk, path: Path) -> Source:
    """Return the answers of a project's folder, or of an answers file, wherever it is."""
    if not path.is_dir():
        return desk.answers_file(path)
    stored = open_folder(path, desk.catalogue)
    return Source(stored.project, stored.folder.name, stored)


def _delivered(
    desk: Desk, source: Source, wishes: Wishes, findings: dict[str, int], packets: tuple[Packed, ...]
) -> Delivered:
    engagement = decide_engagement(desk.catalogue, source.project, wishes.day or usual_day(desk, source.project))
    done, total = answered(engagement)
    return Delivered(
        engagement.answer_text("company"),
        findings,
        packets,
        done,
        total,
        is_untouched(engagement),
        source.stored is not None and source.stored.is_told,
    )


def path_text(path: Path) -> str:
    """Return a path as text that any file can hold, also where its name is no text."""
    return str(path).encode("utf-8", "backslashreplace").decode()
