"""The signature of a packet, a small text beside its list of files: whose it is by their word, and whether it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from soc2desk.storage.signing_keys import (
    LONGEST_NAME,
    PublicKey,
    SigningKey,
    fingerprint_of,
    is_key,
    is_signed_by,
    signed,
)

LARGEST = 2048  # bytes of manifest.sig
_FIRST = "soc2desk packet signature 1"
_FORM = re.compile(
    rf"{_FIRST}\nname: (?P<name>[^\n]{{1,{LONGEST_NAME}}})\nkey: (?P<key>[0-9a-f]{{64}})\n"
    r"signature: (?P<signature>[0-9a-f]{128})\n"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Whose signature a packet bears. `name` is what the holder of the key calls themselves; only the key tells.

    `holds` says whether the holder of that key signed just this list of files.
    """

    name: str
    key: str
    holds: bool

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the key, to compare with one that came another way."""
        return fingerprint_of(self.key)


def signature_of(manifest: bytes, key: SigningKey) -> bytes:
    """Return what stands in manifest.sig of a packet with this list of files; the same bytes each time."""
    head = _head(key.public)
    return head + f"signature: {signed(key, head + manifest).hex()}\n".encode()


def read_signature(raw: bytes, manifest: bytes) -> Signature | None:
    """Return what a signature says and whether it holds for this list of files; None for what is no signature."""
    try:
        found = _FORM.fullmatch(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    if found is None or not found["name"].isprintable() or not is_key(found["key"]):
        return None
    said = PublicKey(found["name"], found["key"])
    holds = is_signed_by(said.key, _head(said) + manifest, bytes.fromhex(found["signature"]))
    return Signature(said.name, said.key, holds)


def _head(key: PublicKey) -> bytes:
    # The name is signed with the list: nobody can put another one beside a signature that holds.
    return f"{_FIRST}\nname: {key.name}\nkey: {key.key}\n".encode()
