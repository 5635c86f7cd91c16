"""Calendar files stand in the internal packet, listed and sealed like every other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Audience, Look
from soc2desk.document.registers.ground import Ground
from soc2desk.packet.build import Order, bench, build, hand_over
from soc2desk.packet.calendars import SCHEDULE, enclosed_calendars
from soc2desk.packet.drawing import Easel
from soc2desk.packet.plan import plan_files
from soc2desk.packet.verify import verify
from tests.composed import DAY, of_sample
from tests.packet.making import files_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_calendar_for_all_and_one_a_person_stand_beside_the_schedule() -> None:
    made = of_sample("tamarack")
    found = enclosed_calendars(made, "tamarack", {SCHEDULE})
    assert len(found) == len(made.schedule.people()) + 1
    assert {one.audience for one in found} == {Audience.INTERNAL}
    assert found == enclosed_calendars(made, "tamarack", {SCHEDULE})
    assert enclosed_calendars(made, "tamarack", {"REG-MTX"}) == ()
    assert SCHEDULE in {one.id for one in made.documents}


def test_they_are_listed_in_the_index_and_in_the_manifest(tmp_path: Path) -> None:
    made = of_sample("tamarack")
    files = plan_files(made.documents, "internal", ("html",), (SCHEDULE,))
    calendars = enclosed_calendars(made, "tamarack", {SCHEDULE})
    order = Order(tmp_path, "tamarack-internal", "internal", files, "0" * 64, zip=True, enclosures=calendars)
    ground = Ground(made.engagement, DAY.isoformat(), made.clauses)
    with bench((order,)):
        for _ in build((order,), made, ground, Look(), Easel(None)):
            pass
        hand_over((order,))
    written = files_in(order.folder)
    assert {one.path: one.content for one in calendars}.items() <= written.items()
    assert all(one.path in written["index.html"].decode() for one in calendars)
    for place in (order.folder, tmp_path / "tamarack-internal.zip"):
        report = verify(place)
        assert report.is_unchanged
        assert {one.path for one in calendars} <= {entry.path for entry in report.manifest.files}
