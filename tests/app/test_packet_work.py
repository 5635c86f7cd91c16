from __future__ import annotations

import gc
from typing import TYPE_CHECKING, TypeVar

import pytest

from soc2desk.app.desk import Desk, Source
from soc2desk.app.house_style import style_of
from soc2desk.app.make_packet import Wishes
from soc2desk.app.packet_work import Handed, check_again, free_folder, make_and_check, save_archive
from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import FileProblem
from soc2desk.packet.verify import verify
from soc2desk.renderers.docx_reference import reference_from
from soc2desk.storage.style_files import keep_style
from tests.composed import DAY, sample
from tests.renderers.firm_file import firm_file

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from soc2desk.domain.steps import Step

T = TypeVar("T")


def ended(steps: Generator[Step, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "workspace", DAY)


@pytest.fixture
def handed(desk: Desk, tmp_path: Path) -> Handed:
    wishes = Wishes(tmp_path / "out", ("html",), jobs=1)
    return ended(make_and_check(desk, Source(sample("tamarack"), "tamarack"), wishes))


def test_what_is_said_of_a_packet_is_what_stands_on_the_disk(handed: Handed) -> None:
    packet, internal = handed.parcels
    assert not packet.internal
    assert internal.internal
    assert internal.archive is None
    assert packet.size == sum(path.stat().st_size for path in packet.folder.rglob("*") if path.is_file())
    assert sum(inside.files for inside in packet.contents) + 1 == packet.files
    assert packet.index.is_file()
    assert [one.unchanged for one in packet.checked] == [True, True]
    assert (handed.day, handed.final, handed.part) == (DAY, False, False)


def test_a_stop_at_the_last_file_hands_nothing_over(desk: Desk, tmp_path: Path) -> None:
    steps = make_and_check(desk, Source(sample("tamarack"), "tamarack"), Wishes(tmp_path / "out", ("html",), jobs=1))
    step = next(steps)
    while step.done < step.total:
        step = next(steps)
    steps.close()
    assert list((tmp_path / "out").iterdir()) == []
    assert gc.get_freeze_count() == 0, "what is thrown away must be collected again"


def test_what_an_open_project_keeps_out_of_collection_stays_so_after_a_packet(desk: Desk, tmp_path: Path) -> None:
    gc.freeze()
    try:
        ended(make_and_check(desk, Source(sample("tamarack"), "tamarack"), Wishes(tmp_path / "out", ("html",), jobs=1)))
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_check_later_sees_a_change_in_the_folder_and_not_in_the_zip(handed: Handed) -> None:
    handed.parcels[0].index.write_text("changed", encoding="utf-8")
    folder, archive, internal = ended(check_again(handed))
    assert (folder.unchanged, archive.unchanged, internal.unchanged) == (False, True, True)


def test_a_packet_that_is_gone_cannot_be_checked(handed: Handed) -> None:
    handed.parcels[0].folder.rename(handed.parcels[0].folder.with_name("moved"))
    with pytest.raises(FileProblem):
        ended(check_again(handed))


def test_the_zip_is_saved_whole_or_not_at_all(handed: Handed, tmp_path: Path) -> None:
    archive = handed.parcels[0].archive
    assert archive is not None
    save_archive(archive, tmp_path / "sent.zip")
    assert verify(tmp_path / "sent.zip").is_unchanged
    with pytest.raises(FileProblem, match="could not be saved"):
        save_archive(archive, tmp_path / "gone" / "sent.zip")
    with pytest.raises(FileProblem, match="could not be saved"):
        save_archive(tmp_path / "gone.zip", tmp_path / "sent.zip")
    assert verify(tmp_path / "sent.zip").is_unchanged


def test_a_free_folder_stands_beside_the_taken_one(tmp_path: Path) -> None:
    assert free_folder(tmp_path / "packets") == tmp_path / "packets-2"
    (tmp_path / "packets-2").write_text("", encoding="utf-8")
    assert free_folder(tmp_path / "packets") == tmp_path / "packets-3"


def test_a_packet_of_an_open_project_is_made_in_the_style_that_it_keeps(desk: Desk) -> None:
    folder = new_project(desk, "acme", sample="tamarack")
    session = open_session(desk, folder)
    try:
        assert style_of(session.source) == b""
        keep_style(folder, reference_from(firm_file()).base)
        assert style_of(session.source) != b""
    finally:
        session.close()
