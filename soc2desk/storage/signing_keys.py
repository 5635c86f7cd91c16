"""Keys with which a person signs packets: two small text files, one to keep and one to hand out."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.problems import FileProblem, ProjectProblem, UsageProblem
from soc2desk.storage.atomic_json import write_out
from soc2desk.storage.cleaning import clean
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.locked_file import COST, locked_bytes, unlocked_bytes
from soc2desk.storage.plain_files import check_plain

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC_ENDING = ".pub"
LONGEST_NAME = 120
_SECRET, _PUBLIC = "soc2desk signing key 1", "soc2desk public key 1"
_HEX = re.compile("[0-9a-f]{64}")
_LARGEST = 4096  # bytes of a file of a key
_HINT = "Name a file that soc2desk keys new made."


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What is handed out: whose key it is by their own word, and the key itself in hexadecimal digits."""

    name: str
    key: str

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the key, to compare with one that came another way."""
        return fingerprint_of(self.key)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What is kept: the public key, and the secret that belongs to it, which is never shown."""

    public: PublicKey
    secret: bytes = field(repr=False)


def fingerprint_of(key: str) -> str:
    """Return the SHA-256 of a public key in hexadecimal digits."""
    return hashlib.sha256(bytes.fromhex(key)).hexdigest()


def is_key(text: str) -> bool:
    """Return whether a text has the form of a public key."""
    return _HEX.fullmatch(text) is not None


def new_key(name: str, secret: bytes | None = None) -> SigningKey:
    """Return a new key for a person or a firm. Raises UsageProblem for a name that cannot stand on one line."""
    said = clean(name)
    if not said or len(said) > LONGEST_NAME or not said.isprintable():
        raise UsageProblem(
            f"The name of a key is one line of 1 to {LONGEST_NAME} characters.",
            hint="Give the name of the person or the firm that signs.",
        )
    made = os.urandom(32) if secret is None else secret
    return SigningKey(PublicKey(said, _public_of(made)), made)


def keep_key(path: Path, key: SigningKey, password: str = "", cost: int = COST) -> Path:
    """Write a key and, beside it, its public part to hand out, whose file is returned; never over another file.

    With a password the secret is locked by it. Raises FileProblem; nothing is then left.
    """
    public = path.with_name(path.name + PUBLIC_ENDING)
    for place in (path, public):
        if os.path.lexists(place):
            message = "A file of this name stands there already, and a key is never written over."
            raise FileProblem(message, where=str(place), hint="Choose another name.")
    held = f"locked: {_text(locked_bytes(key.secret, password, cost))}" if password else f"secret: {key.secret.hex()}"
    lines = (f"name: {key.public.name}", f"public: {key.public.key}")
    with said_plainly("The key could not be saved.", path):
        try:
            _write_new(path, "\n".join((_SECRET, *lines, held, "")), 0o600)
            _write_new(public, "\n".join((_PUBLIC, *lines, "")), 0o644)
        except OSError:
            for place in (path, public):
                with suppress(OSError):
                    place.unlink()
            raise
    return public


def read_key(path: Path, password: str = "") -> SigningKey:
    """Return the key in a file. Raises WrongPassword, and Problems for what is no key of ours."""
    first, public, last = _read(path)
    kind, _, held = last.partition(": ")
    if first != _SECRET or kind not in {"secret", "locked"}:
        raise _no_key(path, "This is no key to sign with.")
    try:
        secret = bytes.fromhex(held) if kind == "secret" else _unlocked(held, password, path)
    except (ValueError, binascii.Error) as error:
        raise _no_key(path, "The key is damaged.") from error
    if len(secret) != 32 or _public_of(secret) != public.key:  # noqa: PLR2004 - bytes of an Ed25519 secret
        raise _no_key(path, "The key is damaged: its secret does not belong to its public part.")
    return SigningKey(public, secret)


def needs_password(path: Path) -> bool:
    """Return whether the secret in a key's file is locked by a password."""
    return _read(path)[2].startswith("locked: ")


def read_public(path: Path) -> PublicKey:
    """Return the public part of a key, from either of its files; no password is needed."""
    return _read(path)[1]


def _read(path: Path) -> tuple[str, PublicKey, str]:
    """Return the first line, the public key and the last line; empty for a public file, which has none."""
    with said_plainly("The key cannot be read.", path):
        check_plain(path)
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    lines = raw.decode("utf-8", "replace").splitlines() if len(raw) <= _LARGEST else []
    match lines:
        case [first, name, public, *rest] if first in {_SECRET, _PUBLIC} and len(rest) == (first == _SECRET):
            key = PublicKey(name.removeprefix("name: "), public.removeprefix("public: "))
            if is_key(key.key) and key.name.isprintable() and 0 < len(key.name) <= LONGEST_NAME:
                return first, key, rest[0] if rest else ""
    raise _no_key(path, "This is no key of soc2desk.")


def _no_key(path: Path, message: str) -> ProjectProblem:
    return ProjectProblem(message, where=str(path), hint=_HINT)


def _unlocked(held: str, password: str, path: Path) -> bytes:
    return unlocked_bytes(base64.b64decode(held, validate=True), password, str(path))


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _write_new(path: Path, text: str, mode: int) -> None:
    # Made with its rights, not given them later: nobody else can open it in between.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode())
        write_out(file)


def _public_of(secret: bytes) -> str:
    from soc2desk.storage.ciphers import public_of  # noqa: PLC0415 - loaded where somebody signs or signed

    return public_of(secret).hex()


def signed(key: SigningKey, message: bytes) -> bytes:
    """Return the Ed25519 signature of a message: 64 bytes, the same ones each time."""
    from soc2desk.storage import ciphers  # noqa: PLC0415

    return ciphers.signed(key.secret, message)


def is_signed_by(key: str, message: bytes, signature: bytes) -> bool:
    """Return whether the holder of a public key signed just this message."""
    from soc2desk.storage.ciphers import is_signed  # noqa: PLC0415

    return is_signed(bytes.fromhex(key), message, signature)
