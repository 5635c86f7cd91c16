"""A finished packet is signed as it stands: whole, by one key, with the fingerprint that it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE
from soc2desk.packet.seal import write_through
from soc2desk.packet.sign import sign_packet
from soc2desk.packet.verify import verify
from soc2desk.storage.signing_keys import new_key
from tests.packet import samples
from tests.packet.making import files_in

JANE = new_key("Jane Doe", bytes([1]) * 32)


def test_a_folder_and_its_zip_bear_the_same_signature_as_if_built_with_it(tmp_path: Path) -> None:
    folder, archive = samples.folder(tmp_path), samples.archive(tmp_path)
    sign_packet(folder, JANE)
    sign_packet(archive, JANE)
    assert files_in(folder) == samples.signed()
    assert archive.read_bytes() == samples.archive(tmp_path / "packet", samples.signed()).read_bytes()
    assert verify(archive).is_unchanged
    assert sorted(path.name for path in tmp_path.iterdir()) == ["packet", "packet.zip"]


def test_the_list_and_so_the_fingerprint_stay_as_they_were(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    before = (folder / MANIFEST).read_bytes()
    sign_packet(folder, JANE)
    assert (folder / MANIFEST).read_bytes() == before


def test_signing_once_more_changes_nothing_and_another_key_is_refused(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path, samples.signed())
    sign_packet(folder, JANE)
    with pytest.raises(ProjectProblem, match="signed already, by Jane Doe"):
        sign_packet(folder, new_key("Mallory"))
    assert files_in(folder) == samples.signed()


def test_what_was_changed_is_not_signed(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    (folder / "index.html").write_bytes(b"other")
    before = files_in(folder)
    with pytest.raises(ProjectProblem, match="not as it was made"):
        sign_packet(folder, JANE)
    assert files_in(folder) == before


def test_a_signature_that_was_stopped_half_way_is_finished_by_signing_again(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path, {**samples.signed(), SEAL: samples.members()[SEAL]})
    assert verify(folder).extra == (SIGNATURE,)
    sign_packet(folder, JANE)
    assert verify(folder).is_unchanged


def test_a_disk_that_fills_up_leaves_the_zip_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = samples.archive(tmp_path)
    before = archive.read_bytes()

    def fill(target: Path, *given: object) -> None:
        write_through(target, *given)  # type: ignore[arg-type]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("soc2desk.packet.sign.write_through", fill)
    with pytest.raises(FileProblem, match="The disk is full"):
        sign_packet(archive, JANE)
    assert archive.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["packet.zip"]
