"""What has to stand on the disk after a kill, for each act. Each returns how many reported things were looked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from soc2desk.app.rolling_forward import earlier_periods
from soc2desk.packet.manifest import to_bytes
from soc2desk.packet.verify import verify
from soc2desk.storage.backups import backups
from soc2desk.storage.evidence_files import FileState, hash_files
from soc2desk.storage.history import read_history
from soc2desk.storage.projects import open_folder, project_folders, read_project_file
from soc2desk.storage.taking_in import open_sent
from tests.composed import catalogue
from tests.faults.acts import DAY, PEOPLE, ended
from tests.faults.older_format import OLD_NAME, older_format
from tests.packet import making

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from soc2desk.domain.project import Project

    Promise = Callable[[Path, tuple[str, ...]], int]


def readable(folder: Path) -> Project:
    """Return the project, of which every copy that stands beside it can be read too."""
    stored = open_folder(folder, catalogue())
    # Older back-ups were looked at after the kills before.
    for copy in (folder / "project.json.bak", *(backup.path for backup in backups(folder)[:1])):
        if copy.exists():
            read_project_file(copy, catalogue())
    read_history(folder, stored.revision, DAY)
    return stored.project


def after_save(place: Path, reported: tuple[str, ...]) -> int:
    """Every answer reported saved stands in the file, or a newer one of the same change."""
    project = readable(place / "acme")
    there = int(str(project.answers["company"].value))
    counted = [int(line.split()[1]) for line in reported]
    assert not counted or there in {counted[-1], counted[-1] + 1}, (there, counted[-1:])
    names = {person.id: person.name for person in project.people}
    for number in range(max(1, there - PEOPLE + 1), there + 1):
        assert names[f"p-{number % PEOPLE}"] == f"Person {number}", (there, number)
    return len(counted)


def after_attach(place: Path, reported: tuple[str, ...]) -> int:
    """Every file reported attached is there, byte for byte, and every piece that the project names."""
    folder = place / "acme"
    project = readable(folder)
    assert set(_found(folder, project).values()) <= {FileState.THERE}
    named = {piece.id: piece.digest for piece in project.evidence}
    removed = {line.split()[1] for line in reported if line.startswith("removed")}
    attached = [line.split()[1:] for line in reported if line.startswith("attached")]
    last = attached[-1][0] if attached else ""
    for id_, digest in attached:
        # The last one may be on its way out again without having been reported so.
        assert named.get(id_) == digest or id_ in removed | {last}, id_
        assert _is_kept(folder, id_), id_
    assert not removed & named.keys()
    return len(reported)


def _found(folder: Path, project: Project) -> dict[str, FileState]:
    return ended(hash_files(folder, project.evidence))


def _is_kept(folder: Path, id_: str) -> bool:
    return any(path.name.startswith(id_) for path in (folder / "evidence").rglob("e-*"))


def after_packet(place: Path, reported: tuple[str, ...]) -> int:
    """What bears a packet's name is a whole packet; an earlier one that is not there comes back with the next."""
    packets = [path for path in place.iterdir() if not path.name.startswith(".")]
    lists = {_list_of(path) for path in packets}
    assert len(lists) <= 1, "folder and ZIP are of two packets"
    if not lists:
        lists = {_list_of(path) for path in place.glob(".old-*") if path.is_dir()}
    assert lists or not reported, "a packet that was reported made has gone"
    return len(reported)


def _list_of(packet: Path) -> bytes:
    report = verify(packet)
    assert report.is_unchanged, (packet.name, report.changed, report.missing)
    assert report.manifest is not None
    return to_bytes(report.manifest)


def nothing_half_made(place: Path) -> None:
    """After a packet that nobody stopped, nothing is left of those that were."""
    assert sorted(path.name for path in place.iterdir()) == [making.NAME, f"{making.NAME}.zip"]


def after_migrate(place: Path, reported: tuple[str, ...]) -> int:
    """The project opens with what the step brought, and once it was saved the file before is kept as it was."""
    folder = place / "acme"
    with older_format():
        project = readable(folder)
    assert project.answers["service"].value == OLD_NAME
    is_new = '"format": "2"' in (folder / "project.json").read_text(encoding="utf-8")
    assert is_new or not reported
    if is_new:
        kept = json.loads((folder / "backups" / "format-1.json").read_bytes())
        assert kept["meta"]["1"]["format"] == "1"
        assert project.answers["company"].value == "Migrated"
    return len(reported)


def after_roll(place: Path, reported: tuple[str, ...]) -> int:
    """Either period is whole: its answers, and each file of evidence that it names."""
    folder = place / "acme"
    project = readable(folder)
    is_before = bool(project.evidence)
    assert set(_found(folder, project).values()) <= {FileState.THERE}
    for kept in earlier_periods(folder):
        before = readable(kept.folder)
        assert set(_found(kept.folder, before).values()) == {FileState.THERE}, "a kept period has lost its evidence"
    assert is_before or earlier_periods(folder), "the period before has gone"
    if reported and reported[-1] == "rolled":
        assert earlier_periods(folder)
    return len(reported)


def after_hand_over(place: Path, reported: tuple[str, ...]) -> int:
    """Every project on the list is whole, with its evidence, and those reported taken in are among them."""
    there = project_folders(place)
    for folder in there:
        assert set(_found(folder, readable(folder)).values()) == {FileState.THERE}, folder.name
    taken = {line.split()[1] for line in reported if line.startswith("taken")}
    assert taken <= {folder.name for folder in there}
    if "sent" in reported:
        with open_sent(place / "acme.soc2desk") as sent:
            assert sent.list.files, "the file for the colleague is not whole"
    return len(reported)


def after_merge(place: Path, reported: tuple[str, ...]) -> int:
    """All that was reported brought in is there, with its file of evidence."""
    project = readable(place / "acme")
    assert set(_found(place / "acme", project).values()) <= {FileState.THERE}
    merged = [line.split()[1:] for line in reported]
    names = {person.id: int(person.name.split()[1]) for person in project.people if person.id.startswith("m-")}
    for number, digest in merged:
        assert names[f"m-{int(number) % PEOPLE}"] >= int(number), number
        assert digest in {piece.digest for piece in project.evidence}, number
    return len(merged)


PROMISES: Mapping[str, Promise] = {
    "save": after_save,
    "attach": after_attach,
    "packet": after_packet,
    "migrate": after_migrate,
    "roll": after_roll,
    "hand over": after_hand_over,
    "merge": after_merge,
}
