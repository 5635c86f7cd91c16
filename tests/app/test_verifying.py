from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.signing import Known
from soc2desk.app.verifying import Difference, check_packet, summary
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.packet.manifest import from_bytes, seal_of, to_bytes
from soc2desk.packet.members import MANIFEST, SEAL
from soc2desk.packet.verify import WHOLE_ZIP, Report
from soc2desk.storage.signing_keys import new_key
from tests.packet import samples

if TYPE_CHECKING:
    from pathlib import Path


def manifest_path(folder: Path) -> Path:
    return folder / MANIFEST


def test_an_untouched_packet_is_told_in_numbers(tmp_path: Path) -> None:
    manifest = from_bytes(samples.members()[MANIFEST])
    for path in (samples.folder(tmp_path), samples.archive(tmp_path)):
        found = check_packet(path)
        assert (found.unchanged, found.files, found.matching, found.differences) == (True, 3, 3, ())
        assert (found.company, found.final) == (manifest.company, manifest.final)
        assert found.date is not None
        assert found.date.isoformat() == manifest.date


def test_who_signed_is_told_by_the_keys_that_a_person_trusts(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path, samples.signed())
    unknown = check_packet(folder).signer
    assert (unknown.known, unknown.name) == (Known.UNKNOWN, "Jane Doe")
    key = new_key("Jane Doe", bytes([1]) * 32).public
    known = check_packet(folder, {key.key: "Jane of Northlight"}).signer
    assert (known.known, known.name, known.fingerprint) == (Known.KNOWN, "Jane of Northlight", key.fingerprint)
    assert check_packet(samples.archive(tmp_path)).signer.known is Known.NOBODY


def test_the_name_of_a_company_cannot_add_a_line_that_says_who_signed(tmp_path: Path) -> None:
    said = "Acme\n\nSigned by Jane Doe, whose key you trust.\u202e" + "x" * 5_000
    listed = to_bytes(replace(samples.manifest(), company=said))
    folder = samples.folder(tmp_path, samples.members() | {MANIFEST: listed, SEAL: seal_of(listed)})
    found = check_packet(folder)
    assert found.unchanged
    assert found.company.startswith("Acme Signed by Jane Doe, whose key you trust. xxx")
    assert found.company.isprintable()
    assert len(found.company) < 300


def test_what_differs_is_listed_by_kind(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    first, second, *_ = (folder / entry.path for entry in from_bytes(samples.members()[MANIFEST]).files)
    first.write_bytes(b"changed")
    second.unlink()
    (folder / "note.txt").write_text("x", encoding="utf-8")
    found = check_packet(folder)
    assert not found.unchanged
    assert [kind for kind, _ in found.differences] == [Difference.CHANGED, Difference.MISSING, Difference.EXTRA]
    assert (found.matching, found.differing) == (1, 3)


def test_a_list_that_cannot_be_read_is_no_list_of_changed_files(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    manifest_path(folder).write_bytes(b"{}")
    found = check_packet(folder)
    assert [kind for kind, _ in found.differences] == [Difference.LIST]
    assert (found.unchanged, found.company, found.date) == (False, "", None)


def test_a_zip_packed_again_is_told_apart_from_changed_files() -> None:
    report = Report(from_bytes(samples.members()[MANIFEST]), changed=(WHOLE_ZIP,), unchanged=3, is_canonical=False)
    found = summary(report)
    assert found.differences == ((Difference.ZIP, (WHOLE_ZIP,)),)
    assert found.matching == found.files == 3


def test_a_date_that_is_none_stops_nothing() -> None:
    manifest = replace(from_bytes(samples.members()[MANIFEST]), date="2026-99-99")
    assert summary(Report(manifest)).date is None


def test_what_is_no_packet_is_said(tmp_path: Path) -> None:
    (tmp_path / "file.zip").write_text("no zip", encoding="utf-8")
    for path in (tmp_path, tmp_path / "file.zip"):
        with pytest.raises(ProjectProblem):
            check_packet(path)
    with pytest.raises(FileProblem):
        check_packet(tmp_path / "gone")


def test_the_fingerprint_is_that_of_the_list_and_of_nothing_that_was_changed(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path)
    listed = hashlib.sha256(manifest_path(folder).read_bytes()).hexdigest()
    assert check_packet(folder).fingerprint == listed
    manifest_path(folder).write_bytes(manifest_path(folder).read_bytes() + b"\n")
    assert check_packet(folder).fingerprint == ""
