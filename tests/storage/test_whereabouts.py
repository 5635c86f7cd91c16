"""Folders that a service keeps in step, disks of the network, and what they leave beside a project."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

import pytest

from soc2desk.storage import whereabouts as module
from soc2desk.storage.whereabouts import Whereabouts, conflict_copies, is_on_network, whereabouts

SYNCED = {
    "OneDrive - Contoso/soc2desk/acme": "OneDrive",
    "Library/CloudStorage/OneDrive-Personal/acme": "OneDrive",
    "Dropbox/acme": "Dropbox",
    "Dropbox (Personal)/clients/acme": "Dropbox",
    "Google Drive/My Drive/acme": "Google Drive",
    "Library/CloudStorage/GoogleDrive-dana@acme.example/My Drive/acme": "Google Drive",
    "Library/Mobile Documents/com~apple~CloudDocs/acme": "iCloud Drive",
    "iCloudDrive/acme": "iCloud Drive",
    "Nextcloud/acme": "Nextcloud",
    "dropboxes/acme": "",
    "Documents/soc2desk/acme": "",
}
LEFT = (
    "project (conflicted copy 2026-11-20 101500).json",
    "project (Dana's conflicted copy 2026-11-20).json",
    "project (1).json",
    "project 2.json",
    "project-DANA-LAPTOP.json",
    "project.sync-conflict-20261120-101500-ABCDEFG.json",
)
OURS = ("project.json", "project.json.bak", "project.lock", "project.lock.txt", "history.json", ".project.json.new",
        "projects.json")  # fmt: skip
MOUNTS = """/dev/sda1 / ext4 rw 0 0
files:/export /mnt/our\\040files nfs4 rw 0 0
//nas/share /mnt/nas cifs rw 0 0
dana@host: /home/dana/remote fuse.sshfs rw 0 0
tmpfs /mnt/nas/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(("path", "service"), SYNCED.items())
def test_a_folder_that_a_service_keeps_in_step_is_known_by_its_name(tmp_path: Path, path: str, service: str) -> None:
    (tmp_path / path).mkdir(parents=True)
    assert whereabouts(tmp_path / path) == Whereabouts(service)


def test_a_folder_called_otherwise_is_known_by_what_the_service_leaves_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "work" / "acme"
    folder.mkdir(parents=True)
    (tmp_path / ".stfolder").mkdir()
    assert whereabouts(folder).service == "Syncthing"


@pytest.mark.parametrize("name", LEFT)
def test_another_state_that_a_service_left_is_told(tmp_path: Path, name: str) -> None:
    for one in (*OURS, name):
        (tmp_path / one).write_bytes(b"")
    assert conflict_copies(tmp_path) == (name,)


def test_files_of_ours_are_no_copies_and_a_folder_that_is_gone_has_none(tmp_path: Path) -> None:
    for name in OURS:
        (tmp_path / name).write_bytes(b"")
    assert conflict_copies(tmp_path) == ()
    assert conflict_copies(tmp_path / "gone") == ()


@pytest.mark.skipif(not Path("/proc/self/mounts").exists(), reason="this system tells its disks otherwise")
@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("/home/dana/acme", False),
        ("/mnt/our files/acme", True),
        ("/mnt/nas", True),
        ("/mnt/nas2", False),
        ("/home/dana/remote/acme", True),
        ("/mnt/nas/local/acme", False),
    ],
)
def test_a_disk_of_the_network_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, *, expected: bool
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(module, "_MOUNTS", tmp_path / "mounts")
    assert is_on_network(Path(place)) is expected


def test_a_system_that_tells_nothing_of_its_disks_has_ordinary_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOUNTS", tmp_path / "none")
    assert not is_on_network(tmp_path)


@pytest.mark.parametrize(("place", "expected"), [(r"\\files\share\acme", True), ("C:/Users/dana/acme", False)])
def test_windows_tells_a_disk_of_the_network_by_its_name(
    monkeypatch: pytest.MonkeyPatch, place: str, *, expected: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert is_on_network(PurePath(place)) is expected  # type: ignore[arg-type]
