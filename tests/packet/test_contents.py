from __future__ import annotations

import json
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Audience
from soc2desk.domain.problems import ProjectProblem
from soc2desk.packet.contents import CONTENTS, contents_of, from_bytes, to_bytes
from soc2desk.packet.manifest import from_bytes as manifest_from
from soc2desk.packet.manifest import seal_of
from soc2desk.packet.manifest import to_bytes as manifest_bytes
from soc2desk.packet.plan import READERS, plan_files
from soc2desk.packet.read_contents import read_contents
from soc2desk.packet.verify import verify
from tests.composed import of_sample
from tests.packet.making import document, make, order

if TYPE_CHECKING:
    from pathlib import Path

TWO = (document("POL-ONE", "One"), document("POL-TWO", "Two"))


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    (made,) = make(order(tmp_path / "out", documents=TWO))
    return made.folder


def test_what_a_packet_says_is_read_from_its_folder_and_its_zip(packet: Path) -> None:
    found = read_contents(packet)
    assert [one.id for one in found.documents] == ["POL-ONE", "POL-TWO"]
    assert [line.text for line in found.document["POL-ONE"].lines] == [
        "What POL-ONE says.", "A table", "What", "What POL-ONE says."
    ]  # fmt: skip
    assert read_contents(packet.with_name(f"{packet.name}.zip")) == found


def test_the_contents_read_back_as_they_were_written() -> None:
    held = contents_of(of_sample("tamarack").documents, "all", is_final=True, is_part=True)
    read = from_bytes(to_bytes(held), "x")
    assert from_bytes(to_bytes(read), "x") == read
    assert dict(read.document) == dict(held.document)


def test_an_auditors_packet_says_nothing_of_internal_papers() -> None:
    made = of_sample("brightwater")
    internal = {one.id for one in made.documents if one.audience is Audience.INTERNAL}
    files = plan_files(made.documents, "auditor")
    held = contents_of((file.document for file in files), "auditor", is_final=False, is_part=False)
    assert internal
    assert not internal & set(held.document)
    assert set(held.document) == {one.id for one in made.documents if one.audience in READERS["auditor"]}


def test_verifying_covers_it(packet: Path) -> None:
    file = packet / CONTENTS
    file.write_bytes(file.read_bytes().replace(b"POL-ONE says", b"POL-ONE said"))
    assert verify(packet).changed == (CONTENTS,)
    with pytest.raises(ProjectProblem, match=r"not as it was handed over.*changed: contents\.json"):
        read_contents(packet)


def test_a_packet_with_anything_changed_is_refused_in_the_words_of_verify(packet: Path) -> None:
    (packet / "01-policies" / "POL-ONE-one.html").unlink()
    (packet / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectProblem, match=r"missing: 01-policies/POL-ONE-one\.html; extra: mine\.txt"):
        read_contents(packet)


def test_a_zip_with_one_byte_changed_is_refused(packet: Path) -> None:
    archive = packet.with_name(f"{packet.name}.zip")
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)
    with pytest.raises(ProjectProblem, match="not as it was handed over"):
        read_contents(archive)


def without_contents(packet: Path) -> None:
    """Make a packet as an older program made it: without the member, and its list in order."""
    (packet / CONTENTS).unlink()
    listed = json.loads((packet / "manifest.json").read_bytes())
    listed["files"] = [one for one in listed["files"] if one["path"] != CONTENTS]
    content = manifest_bytes(manifest_from(json.dumps(listed).encode()))
    (packet / "manifest.json").write_bytes(content)
    (packet / "manifest.sha256").write_bytes(seal_of(content))


def test_a_packet_of_an_older_program_is_told_in_a_sentence(packet: Path) -> None:
    without_contents(packet)
    assert verify(packet).is_unchanged
    with pytest.raises(ProjectProblem, match="made by an older soc2desk"):
        read_contents(packet)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"format": 1}', b'{"format": "1"}', b"\xff", b"[" * 10_000,
     b'{"format":1,"company":1,"date":"","reader":"","documents":[],"final":false,"part":false,"made":""}',
     b'{"format":1,"company":"","date":"","reader":"","documents":[3],"final":false,"part":false,"made":""}',
     b'{"format":1,"company":"","date":"","reader":"","made":"","final":false,"part":false,"documents":[{"id":"A"}]}'],
)  # fmt: skip
def test_what_is_no_contents_is_a_sentence(content: bytes) -> None:
    with pytest.raises(ProjectProblem, match="cannot be read"):
        from_bytes(content, "x")


def test_the_contents_of_a_newer_program_ask_for_an_update() -> None:
    with pytest.raises(ProjectProblem, match="newer soc2desk"):
        from_bytes(b'{"format": 2}', "x")


def test_a_foreign_zip_and_folder_are_no_packets(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photo.txt", "x")
    for path in (tmp_path / "photos.zip", tmp_path):
        with pytest.raises(ProjectProblem, match="not a soc2desk packet"):
            read_contents(path)
    shutil.rmtree(tmp_path, ignore_errors=True)
