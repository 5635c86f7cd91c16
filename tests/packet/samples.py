"""A small packet for the tests of this folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.packet.manifest import Manifest, entry_of, seal_of, to_bytes
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE
from soc2desk.packet.seal import zip_bytes
from soc2desk.packet.signature import signature_of
from soc2desk.storage.signing_keys import new_key

if TYPE_CHECKING:
    from pathlib import Path

CONTENTS = {
    "index.html": b"<!DOCTYPE html><title>Index</title>",
    "policies/access-control.pdf": bytes(range(64)),
    "registers/vendors.xlsx": b"PK is not all there is",
}


def manifest(contents: dict[str, bytes] | None = None) -> Manifest:
    """Return a manifest of these contents; of CONTENTS when None."""
    files = (contents or CONTENTS).items()
    return Manifest(
        format=1,
        product="soc2desk",
        product_version="0.1.0",
        content_version="2026.1",
        criteria_edition="2017 (2022)",
        company="Électro Café Inc.",
        project="electro-cafe",
        date="2026-11-20",
        audience="auditor",
        final=False,
        inputs_sha256="0" * 64,
        files=tuple(entry_of(path, content, title=path, kind="policy", audience="auditor") for path, content in files),
    )


def members(contents: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """Return a whole packet, its own two files included."""
    listed = to_bytes(manifest(contents))
    return {**(contents or CONTENTS), MANIFEST: listed, SEAL: seal_of(listed)}


def signed(contents: dict[str, bytes] | None = None, *, seed: int = 1) -> dict[str, bytes]:
    """Return a whole packet signed by Jane Doe, whose secret is made from a seed."""
    files = members(contents)
    signature = signature_of(files[MANIFEST], new_key("Jane Doe", bytes([seed]) * 32))
    return {**files, SIGNATURE: signature, SEAL: seal_of(files[MANIFEST], signature)}


def folder(parent: Path, files: dict[str, bytes] | None = None) -> Path:
    """Return a folder with these files; with the whole sample packet when None."""
    root = parent / "packet"
    for path, content in (files or members()).items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return root


def archive(parent: Path, files: dict[str, bytes] | None = None) -> Path:
    """Return a sealed ZIP of these files; of the whole sample packet when None."""
    target = parent / "packet.zip"
    target.write_bytes(zip_bytes((files or members()).items()))
    return target
