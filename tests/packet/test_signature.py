"""A signed packet says whose it is; nobody can sign for another, change what was signed or take the signature off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.packet.manifest import seal_of, to_bytes
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE
from soc2desk.packet.signature import read_signature, signature_of
from soc2desk.packet.verify import verify
from soc2desk.storage.signing_keys import new_key
from tests.packet import samples

if TYPE_CHECKING:
    from pathlib import Path

JANE = new_key("Jane Doe", bytes([1]) * 32)
MALLORY = new_key("Jane Doe", bytes([2]) * 32)
"""Another key by somebody who says that they are Jane."""


def forged(company: str = "Somebody Else") -> dict[str, bytes]:
    """Return a packet in which list and seal were changed together, and the signature was left."""
    listed = to_bytes(replace(samples.manifest(), company=company))
    signature = samples.signed()[SIGNATURE]
    return {**samples.signed(), MANIFEST: listed, SEAL: seal_of(listed, signature)}


@pytest.mark.parametrize("place", [samples.folder, samples.archive])
def test_a_signed_packet_is_unchanged_and_says_by_whom(tmp_path: Path, place: object) -> None:
    report = verify(place(tmp_path, samples.signed()))  # type: ignore[operator]
    assert report.is_unchanged
    assert report.signature is not None
    assert (report.signature.name, report.signature.holds) == ("Jane Doe", True)
    assert report.signature.fingerprint == JANE.public.fingerprint


def test_one_that_nobody_signed_says_nothing(tmp_path: Path) -> None:
    assert verify(samples.folder(tmp_path)).signature is None


def test_a_list_forged_with_its_seal_is_told_by_the_signature(tmp_path: Path) -> None:
    report = verify(samples.folder(tmp_path, forged()))
    assert report.changed == (SIGNATURE,)
    assert report.signature is not None
    assert not report.signature.holds


def test_somebody_who_takes_the_same_name_has_another_fingerprint(tmp_path: Path) -> None:
    files = samples.signed()
    signature = signature_of(files[MANIFEST], MALLORY)
    files |= {SIGNATURE: signature, SEAL: seal_of(files[MANIFEST], signature)}
    report = verify(samples.folder(tmp_path, files))
    assert report.is_unchanged
    assert report.signature is not None
    assert report.signature.fingerprint != JANE.public.fingerprint


def test_another_name_beside_a_signature_does_not_hold() -> None:
    files = samples.signed()
    renamed = files[SIGNATURE].replace(b"Jane Doe", b"John Doe")
    read = read_signature(renamed, files[MANIFEST])
    assert read is not None
    assert (read.name, read.holds) == ("John Doe", False)


def test_a_signature_taken_off_or_put_on_is_named(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path, samples.signed())
    (folder / SIGNATURE).unlink()
    assert verify(folder).missing == (SIGNATURE,)
    (folder / SEAL).write_bytes(samples.members()[SEAL])
    assert verify(folder).is_unchanged  # which is why a reader who expects a signature asks for it
    (folder / SIGNATURE).write_bytes(samples.signed()[SIGNATURE])
    assert verify(folder).extra == (SIGNATURE,)


def test_every_changed_bit_of_signature_and_seal_names_that_file_alone(tmp_path: Path) -> None:
    folder = samples.folder(tmp_path, samples.signed())
    for name in (SIGNATURE, SEAL):
        content = samples.signed()[name]
        for place in range(len(content)):
            flipped = bytearray(content)
            flipped[place] ^= 1 << place % 8
            (folder / name).write_bytes(bytes(flipped))
            report = verify(folder)
            assert name in report.changed, (name, place)
            assert set(report.changed) <= {name, MANIFEST if name == SEAL else name}
        (folder / name).write_bytes(content)
    assert verify(folder).is_unchanged


@pytest.mark.parametrize("raw", [b"", b"\xff", b"soc2desk packet signature 1\n", b"name: \x1b[2J\n" * 99])
def test_what_is_no_signature_is_changed(tmp_path: Path, raw: bytes) -> None:
    files = samples.signed()
    files |= {SIGNATURE: raw, SEAL: seal_of(files[MANIFEST], raw)}
    report = verify(samples.folder(tmp_path, files))
    assert (report.changed, report.signature) == ((SIGNATURE,), None)


def test_the_same_key_gives_the_same_bytes() -> None:
    assert samples.signed() == samples.signed()
    assert samples.signed()[SIGNATURE] != samples.signed(seed=2)[SIGNATURE]
