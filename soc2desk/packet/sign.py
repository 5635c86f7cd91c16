"""Signing a packet that is finished: its list and its files stay as they are, so its fingerprint stays the same."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem
from soc2desk.packet.manifest import seal_of, to_bytes
from soc2desk.packet.members import MEMBER_LIMIT, SEAL, SIGNATURE
from soc2desk.packet.opened import open_archive
from soc2desk.packet.seal import write_through
from soc2desk.packet.signature import signature_of
from soc2desk.packet.verify import Report, verify
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.file_errors import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.storage.signing_keys import SigningKey


def sign_packet(path: Path, key: SigningKey) -> None:
    """Put a signature into a packet, a folder or a ZIP, which is unchanged and not signed by anybody else.

    Raises ProjectProblem for any other, FileProblem where it cannot be written; a ZIP is then as it was.
    """
    report = verify(path)
    if report.manifest is None or not (report.is_unchanged or _is_half_signed(report)):
        message = "The packet is not as it was made, so it was not signed."
        raise ProjectProblem(message, where=str(path), hint="soc2desk verify says what differs.")
    if report.signature and report.signature.key != key.public.key:
        message = f"The packet is signed already, by {report.signature.name}."
        raise ProjectProblem(message, where=str(path), hint="Build it again with --sign to sign it yourself.")
    listed = to_bytes(report.manifest)
    signature = signature_of(listed, key)
    fresh = {SIGNATURE: signature, SEAL: seal_of(listed, signature)}
    with said_plainly("The signature could not be written.", path):
        if path.is_dir():
            for name, content in fresh.items():
                replace_whole(path / name, content)
        else:
            _sign_archive(path, fresh)


def _is_half_signed(report: Report) -> bool:
    """Whether all that differs is a signature whose line in the seal was not written any more."""
    return report.extra == (SIGNATURE,) and not (report.missing or report.changed or report.unreadable)


def _sign_archive(path: Path, fresh: dict[str, bytes]) -> None:
    with path.open("rb") as stream, zipfile.ZipFile(stream) as archive:
        opened = open_archive(archive)

        def read(name: str) -> bytes:
            return fresh[name] if name in fresh else opened.read(name, MEMBER_LIMIT + 1)

        beside = path.with_name(path.name + ".part")
        try:
            write_through(beside, opened.names | fresh.keys(), read)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    beside.replace(path)  # after the ZIP is closed: Windows replaces no file that is open
