"""The door to the library that locks and signs: loaded only where a password or a signature is at hand."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


class Cipher:
    """AES-256-GCM under one key."""

    def __init__(self, key: bytes) -> None:
        self._made = AESGCM(key)

    def lock(self, nonce: bytes, content: bytes) -> bytes:
        """Return content locked, with its mark at the end."""
        return self._made.encrypt(nonce, content, None)

    def unlock(self, nonce: bytes, locked: bytes) -> bytes | None:
        """Return what was locked; None where a bit differs from what was locked under this key and nonce."""
        try:
            return self._made.decrypt(nonce, locked, None)
        except (InvalidTag, ValueError):
            return None


def stretched(password: bytes, salt: bytes, cost: int, length: int) -> bytes:
    """Return a key of `length` bytes from a password by scrypt, whose N is two to `cost`, r is 8 and p is 1."""
    return Scrypt(salt=salt, length=length, n=1 << cost, r=8, p=1).derive(password)


def public_of(secret: bytes) -> bytes:
    """Return the public key that belongs to an Ed25519 secret of 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def signed(secret: bytes, message: bytes) -> bytes:
    """Return the Ed25519 signature of a message: 64 bytes, the same ones each time."""
    return Ed25519PrivateKey.from_private_bytes(secret).sign(message)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether the holder of a public key signed just this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
