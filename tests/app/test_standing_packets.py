"""A packet that stands is held against what would be made now: its list, its ZIP and the evidence in it."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk, Source
from soc2desk.app.make_packet import Wishes, make_packet, plan_packet
from soc2desk.app.standing_packets import packet_of
from soc2desk.packet.evidence_copies import Copy
from soc2desk.packet.placing import archive_of
from soc2desk.storage.plain_files import digest_of
from tests.composed import DAY, sample

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.packet.build import Order


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Order:
    """Return the order of a packet that was made from it once, with a ZIP."""
    tmp_path = tmp_path_factory.mktemp("standing")
    desk, source = Desk(tmp_path / "workspace", DAY), Source(sample("tamarack"), "acme")
    wishes = Wishes(tmp_path / "out", ("html",), only=("POL-ACP",), jobs=1)
    list(make_packet(desk, source, wishes))
    return plan_packet(desk, source, wishes, DAY).orders[0]


@pytest.fixture
def order(made: Order, tmp_path: Path) -> Order:
    """Return the same for a copy of the packet."""
    shutil.copytree(made.out, tmp_path / "out")
    return replace(made, out=tmp_path / "out")


def test_a_packet_stands_where_it_is_whole_and_says_that_it_was_made_from_the_same(order: Order) -> None:
    found = packet_of(order)
    assert found is not None
    assert (found.folder, found.zipped, len(found.fingerprint)) == (order.name, True, 64)
    others = {"inputs_sha256": "0" * 64, "reader": "internal", "zip": False}
    assert [packet_of(replace(order, **{name: value})) for name, value in others.items()] == [None] * 3  # type: ignore[arg-type]


def test_a_zip_that_is_gone_or_another_ones_and_a_link_to_a_packet_are_no_packet(order: Order, tmp_path: Path) -> None:
    archive = archive_of(order.folder)
    raw = archive.read_bytes()
    archive.write_bytes(raw + b"more")
    assert packet_of(order) is None
    archive.unlink()
    assert packet_of(order) is None
    archive.write_bytes(raw)
    assert packet_of(order) is not None
    order.folder.rename(tmp_path / "away")
    order.folder.symlink_to(tmp_path / "away")
    assert packet_of(order) is None


def test_evidence_of_the_same_size_and_day_that_holds_something_else_is_not_as_it_was(
    order: Order, tmp_path: Path
) -> None:
    page = next(order.folder.rglob("POL-ACP*.html"))
    source = tmp_path / "list.csv"
    source.write_bytes(page.read_bytes())
    copy = Copy("e-0001", page.relative_to(order.folder).as_posix(), source, digest_of(source), 1, "List")
    with_copy = replace(order, copies=(copy,))
    assert packet_of(with_copy) is not None
    about = source.stat()
    source.write_bytes(source.read_bytes()[::-1])
    os.utime(source, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert packet_of(with_copy) is None
    source.unlink()
    assert packet_of(with_copy) is None
    assert packet_of(replace(order, copies=(replace(copy, digest="0" * 64),))) is None
