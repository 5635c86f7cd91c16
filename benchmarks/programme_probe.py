"""One measurement of what stands behind a packet, in a process of its own: milliseconds and peak memory as JSON.

`compose` is the sample company composed again, and what all others are set beside. `records` is the same with 2,000
records and 1,000 pieces of evidence, and `put` one answer changed in such a project. `schedule` is all that is owed
over 24 months, `calendars` a calendar file for each person of it. `compare` reads two packets and says what changed.
`attach` copies a file of 200 MB into a project, `users` reads a list of 200,000 users and joins it with the people.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from rounds import best

from soc2desk.app.desk import Desk, open_desk
from soc2desk.domain.engagement import decide_engagement
from soc2desk.packet.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.app.desk import Source
    from soc2desk.app.session import Session
    from soc2desk.domain.project import Project

DAY = date(2027, 6, 22)
SAMPLE = "brightwater"
RECORDS, PIECES, USERS = 2_000, 1_000, 200_000
ATTACHED = 200 * 1024**2
OTHER = "tamarack"


def main() -> int:
    """Run the probe named on the command line."""
    probes: dict[str, Callable[[Path], float]] = {
        "compose": _compose, "records": _records, "put": _put, "schedule": _schedule, "calendars": _calendars,
        "compare": _compare, "attach": _attach, "users": _users,
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        ms = probes[sys.argv[1]](Path(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    per_mib = 1024 * (1024 if sys.platform == "darwin" else 1)
    print(json.dumps({"pages": 0, "ms": ms, "peak_mib": peak / per_mib}))
    return 0


def _once(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def _sample() -> tuple[Desk, Project]:
    desk = open_desk()
    return desk, desk.answers_file(desk.sample(SAMPLE)).project


def _full(desk: Desk, project: Project) -> Project:
    """Return a project with as many records and pieces of evidence as a large company keeps in two years."""
    from soc2desk.domain.evidence import Evidence
    from soc2desk.domain.kept_records import KeptRecord
    from soc2desk.domain.owed import owed

    engagement = decide_engagement(desk.catalogue, project, DAY)
    owing = owed(engagement, [one.id for one in engagement.controls])
    types = [one.id for one in desk.catalogue.records]
    acts, kinds, people = cycle(owing), cycle(types), cycle([one.id for one in project.people])
    before = DAY - timedelta(days=10)
    pieces = tuple(
        Evidence(
            f"e-{number:04}", f"Export {number}", "Directory", "all users", occurrence=act.period.id,
            controls=(act.control,), covers_from=act.period.start, covers_until=act.period.end, dated=before,
            by=next(people), file=f"e-{number:04}.csv", digest=f"{number:064x}", size=100, received=before,
        )
        for number, act in enumerate(islice(acts, PIECES), 1)
    )  # fmt: skip
    records = tuple(
        KeptRecord(
            f"r-{number:05}", next(kinds), act.period.id, entered_by=next(people), entered_on=before, changed_on=before,
            evidence=(pieces[number % PIECES].id,),
        )
        for number, act in enumerate(islice(acts, RECORDS), 1)
    )  # fmt: skip
    return replace(project, records=records, evidence=pieces)


def _compose(_folder: Path) -> float:
    desk, project = _sample()
    return best(lambda: compose(desk.catalogue, project, DAY))


def _records(_folder: Path) -> float:
    desk, project = _sample()
    full = _full(desk, project)
    return best(lambda: compose(desk.catalogue, full, DAY))


def _session(folder: Path) -> Session:
    from soc2desk.app.session import open_session
    from soc2desk.app.transfer import new_project

    desk = Desk(folder, DAY)
    return open_session(desk, new_project(desk, SAMPLE, sample=SAMPLE))


def _put(folder: Path) -> float:
    session = _session(folder)
    session.replace(_full(session.desk, session.project), "records")
    given = cycle(("monthly", "quarterly"))
    try:
        return best(lambda: session.put({("answers", "access_review_period"): next(given)}, "answer"))
    finally:
        session.close()


def _schedule(_folder: Path) -> float:
    from soc2desk.app.scheduling import schedule_of

    desk, source = _long_window()
    return best(lambda: schedule_of(desk, source, DAY))


def _calendars(_folder: Path) -> float:
    from soc2desk.app.scheduling import calendars, schedule_of

    planned = schedule_of(*_long_window(), DAY)
    return best(lambda: calendars(planned))


def _long_window() -> tuple[Desk, Source]:
    """Return the sample company with a window of 24 months."""
    from soc2desk.app.desk import Source
    from soc2desk.storage.editing import set_values

    desk, project = _sample()
    pairs = [("window_start", "2027-01-01"), ("window_end", "2028-12-31")]
    return desk, Source(set_values(project, desk.catalogue, pairs, DAY), SAMPLE)


def _compare(folder: Path) -> float:
    import subprocess

    from soc2desk.app.comparing import compare_places

    desk = open_desk()
    for sample in (SAMPLE, OTHER):
        command = [sys.executable, "-m", "soc2desk", "build", str(desk.sample(sample)), "--out", str(folder / sample)]
        subprocess.run([*command, "--quiet", "--date", DAY.isoformat()], check=True, capture_output=True)
    made = [next(one for one in (folder / sample).iterdir() if one.is_dir()) for sample in (SAMPLE, OTHER)]
    old, new = map(str, made)
    return best(lambda: compare_places(desk, old, new))


def _attach(folder: Path) -> float:
    from soc2desk.app.evidence import attach

    large = folder / "archive.bin"
    part = bytes(range(256)) * 4096
    with large.open("wb") as file:
        for _ in range(ATTACHED // len(part)):
            file.write(part)
    session = _session(folder / "workspace")
    try:
        copying = attach(session.desk, session.folder, session.engagement, large, {"source": "archive"})
        return _once(lambda: list(copying))
    finally:
        session.close()


def _users(folder: Path) -> float:
    from soc2desk.app.access_reading import plan_access
    from soc2desk.app.access_wish import AccessWish

    path = folder / "users.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("Login,Name,Email,Status,Role,Last sign-in\n")
        for number in range(USERS):
            user = f"user{number}"
            file.write(f"{user},User {number},{user}@brightwater.example,Active,Member,2027-05-{number % 28 + 1:02}\n")
    session = _session(folder / "workspace")
    try:
        wish = AccessWish("google-workspace", datetime(2027, 6, 1, 9))  # noqa: DTZ001 - a moment of the office
        return _once(lambda: plan_access(session, path, wish))
    finally:
        session.close()


if __name__ == "__main__":
    sys.exit(main())
