"""Whatever one does to a packet, folder or ZIP, signed or not, is found: 300 ways in each run, all in make torture."""

from __future__ import annotations

import io
import os
import shutil
import sys
import warnings
import zipfile
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from soc2desk.domain.problems import Problem
from soc2desk.packet.manifest import seal_of
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE
from soc2desk.packet.seal import zip_bytes
from soc2desk.packet.verify import WHOLE_ZIP, Report, verify
from tests.packet import samples

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

MUTATIONS = int(os.environ.get("SOC2DESK_MUTATIONS", "300"))
OTHER = {
    "index.html": b"<!DOCTYPE html><title>Another packet</title>",
    "policies/access-control.pdf": b"%PDF of another",
}
"""The files of another packet of ours, whole in itself."""
EQUAL_FILES = {"zipped again", "bytes before", "bytes after"}
"""What leaves every file as it was, so that the ZIP itself is named and nothing else."""


@dataclass(frozen=True)
class Mutated:
    """A packet to which one thing was done: its kind, its files, or the bytes of its ZIP."""

    kind: str
    files: dict[str, bytes] | None = None
    raw: bytes | None = None


def one_bit(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def renamed(name: str, chance: Random) -> str:
    """Return a name close to another: by case, by a letter, or in another folder."""
    near = name.swapcase(), f"{name}.txt", f"more/{name}", name[:-1] or "x", f"{name[:-1]}_"
    return chance.choice(near)


def of_files(files: dict[str, bytes], other: dict[str, bytes], chance: Random) -> Mutated:  # noqa: PLR0911 - one a way
    """Change the files of a packet, in one of all the ways that leave files."""
    name = chance.choice(sorted(files))
    rest = {path: content for path, content in files.items() if path != name}
    second = chance.choice(sorted(rest))
    match chance.randrange(8):
        case 0:
            return Mutated("one bit of a file", {**rest, name: one_bit(files[name], chance)})
        case 1:
            return Mutated("file removed", rest)
        case 2:
            added = chance.choice(("notes.txt", "policies/more.pdf", ".hidden", "index.htm", "manifest.json.bak"))
            return Mutated("file added", {**files, added: chance.randbytes(chance.randrange(9))})
        case 3:
            return Mutated("file renamed", {**rest, renamed(name, chance): files[name]})
        case 4:
            return Mutated("two files exchanged", {**files, name: files[second], second: files[name]})
        case 5:
            longer = files[name] + chance.randbytes(1 + chance.randrange(4))
            return Mutated("file longer or shorter", {**rest, name: chance.choice((longer, files[name][:-1]))})
        case 6:
            taken = chance.choice(sorted({MANIFEST, SEAL, SIGNATURE} & files.keys() & other.keys()))
            return Mutated("list, seal or signature of another packet", {**files, taken: other[taken]})
        case _:
            seal = seal_of(other[MANIFEST], other.get(SIGNATURE))
            return Mutated("list and seal of another packet", {**files, MANIFEST: other[MANIFEST], SEAL: seal})


def of_zip(files: dict[str, bytes], chance: Random) -> Mutated:
    """Change the ZIP of a packet, in one of the ways in which only a ZIP can be changed."""
    raw = zip_bytes(files.items())
    match chance.randrange(6):
        case 0 | 1:
            return Mutated("one bit of the ZIP", raw=one_bit(raw, chance))
        case 2:
            return Mutated("bytes before", raw=chance.randbytes(1 + chance.randrange(64)) + raw)
        case 3:
            return Mutated("bytes after", raw=raw + chance.randbytes(1 + chance.randrange(64)))
        case 4:
            return Mutated("cut short", raw=raw[: chance.randrange(4, len(raw))])
        case _:
            return zipped_again(files, chance)


def zipped_again(files: dict[str, bytes], chance: Random) -> Mutated:
    target = io.BytesIO()
    method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    names = chance.sample(sorted(files), len(files))
    twice = chance.randrange(3) == 0
    with zipfile.ZipFile(target, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of a name that stands twice, which is what is wanted
        for name in [*names, names[0]] if twice else names:
            moment = (2026, 11, 1 + chance.randrange(28), 9, 0, 0)
            archive.writestr(zipfile.ZipInfo(name, moment), files[name], method)
    return Mutated("file twice in the ZIP" if twice else "zipped again", raw=target.getvalue())


def mutated(number: int) -> tuple[Mutated, bool]:
    """Return what is done under a number, and whether the packet is a ZIP; a number brings it back."""
    chance = Random(number)  # noqa: S311 - nothing secret
    is_signed, is_zip = chance.random() < 0.5, chance.random() < 0.6
    make = samples.signed if is_signed else samples.members
    files, other = make(), make(OTHER)
    done = of_zip(files, chance) if is_zip and chance.random() < 0.6 else of_files(files, other, chance)
    return done, is_zip


def found(done: Mutated, place: Path, *, is_zip: bool) -> Report | None:
    """Return what verify finds; None where it says that this is no packet."""
    if is_zip:
        target = place / "packet.zip"
        target.write_bytes(done.raw if done.raw is not None else raw_zip(done.files or {}))
    else:
        shutil.rmtree(place / "packet", ignore_errors=True)
        target = samples.folder(place, done.files)
    try:
        return verify(target)
    except Problem:
        return None


def raw_zip(files: dict[str, bytes]) -> bytes:
    """Return a ZIP as ours, also of names that could not stand together in a packet of ours."""
    try:
        return zip_bytes(files.items())
    except Problem:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name in sorted(files):
                archive.writestr(zipfile.ZipInfo(name), files[name])
        return target.getvalue()


def test_nothing_that_is_done_to_a_packet_is_found_unchanged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts: Counter[str] = Counter()
    missed = []
    for number in range(MUTATIONS):
        done, is_zip = mutated(number)
        report = found(done, tmp_path, is_zip=is_zip)
        counts[f"{done.kind} ({'ZIP' if is_zip else 'folder'})"] += 1
        if report is not None and report.is_unchanged:
            missed.append((number, done.kind))
        if report is not None and done.kind in EQUAL_FILES:
            assert report.changed == (WHOLE_ZIP,), (number, done.kind)
    assert missed == []
    assert len(counts) > 20 or MUTATIONS < 300
    with capsys.disabled():
        said = "\n".join(f"  {count:6} {kind}" for kind, count in sorted(counts.items()))
        sys.__stderr__.write(f"\n{MUTATIONS} mutations of a packet, {len(missed)} found unchanged:\n{said}\n")


def test_the_packets_that_are_mutated_are_unchanged_before(tmp_path: Path) -> None:
    for number, files in enumerate(
        (samples.members(), samples.signed(), samples.members(OTHER), samples.signed(OTHER))
    ):
        place = tmp_path / str(number)
        place.mkdir()
        assert verify(samples.folder(place, files)).is_unchanged
        assert verify(samples.archive(place, files)).is_unchanged
