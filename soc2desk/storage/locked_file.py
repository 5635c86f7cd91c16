"""A file under a password: scrypt makes the key, AES-256-GCM locks one chunk after the other.

The form stands in docs/locked-files.md. Nothing is ever written in the clear on the way in or out, and memory holds a
chunk at a time, beside what making the key from a password takes.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import os
import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from soc2desk.domain.passwords import as_typed, check_password
from soc2desk.domain.problems import ProjectProblem

if TYPE_CHECKING:
    from soc2desk.storage.ciphers import Cipher

MAGIC = b"S2DLOCK"
VERSION = 1
CHUNK = 64 * 1024  # bytes of content in a chunk
COST = 17  # scrypt's N is two to this: 128 MiB and some tenths of a second a guess
LEAST_COST, MOST_COST = 14, 18
"""What is taken from a file: a cheaper key would be guessed, a dearer one could stop the computer that reads it."""

_BLOCK, _LANES = 8, 1  # scrypt's r and p
_FORM = struct.Struct(">7sBBBB16s7sQ")  # magic, version, cost, r, p, salt, nonce prefix, bytes of content
_CHECK, _MAC, _TAG = 8, 32, 16  # bytes
HEADER = _FORM.size + _CHECK + _MAC
_KEY = 32
_ASK_AGAIN = "Ask for the file again from the person who sent it."


class WrongPassword(ProjectProblem):
    """A locked file is whole, and the password is not the one it was locked with."""


class NotWhole(ProjectProblem):
    """A locked file is not the one that was sent: cut short, or changed."""


@dataclass(frozen=True, slots=True)
class _Head:
    cost: int
    salt: bytes
    prefix: bytes
    size: int

    def packed(self) -> bytes:
        raw = _FORM.pack(MAGIC, VERSION, self.cost, _BLOCK, _LANES, self.salt, self.prefix, self.size)
        return raw + hashlib.sha256(raw).digest()[:_CHECK]


def is_locked(start: bytes) -> bool:
    """Return whether a file that begins so is under a password."""
    return start.startswith(MAGIC)


class LockedWriter(io.RawIOBase):
    """Locks what is written to it into `target`, an empty file that can be sought. Not finished, it cannot be read."""

    def __init__(self, target: IO[bytes], password: str, cost: int = COST) -> None:
        super().__init__()
        check_password(password)
        self._target = target
        self._head = _Head(cost, os.urandom(16), os.urandom(7), 0)
        self._cipher, self._mac_key = _keys(password, self._head)
        self._waiting, self._number, self._size = bytearray(), 0, 0
        target.write(bytes(HEADER))

    def writable(self) -> bool:
        """Whether it can be written: yes, and from front to back only."""
        return True

    def write(self, data: Any, /) -> int:
        """Take bytes; they are locked chunk by chunk."""
        raw = bytes(data)
        self._waiting += raw
        self._size += len(raw)
        while len(self._waiting) > CHUNK:  # the last chunk is only known at the end
            self._lock(bytes(self._waiting[:CHUNK]), is_last=False)
            del self._waiting[:CHUNK]
        return len(raw)

    def finish(self) -> None:
        """Lock the last chunk and write the header, which says how long the whole is."""
        self._lock(bytes(self._waiting), is_last=True)
        head = _Head(self._head.cost, self._head.salt, self._head.prefix, self._size).packed()
        self._target.seek(0)
        self._target.write(head + _mac(self._mac_key, head))

    def _lock(self, chunk: bytes, *, is_last: bool) -> None:
        nonce = _nonce(self._head.prefix, self._number, is_last=is_last)
        self._target.write(self._cipher.lock(nonce, chunk))
        self._number += 1


class _Chunks(io.RawIOBase):
    """The content of a locked file, unlocked a chunk at a time wherever it is read."""

    def __init__(self, source: IO[bytes], head: _Head, cipher: Cipher, where: str) -> None:
        super().__init__()
        self._source, self._head, self._cipher, self._where = source, head, cipher, where
        self._place, self._number, self._chunk = 0, -1, b""
        self._last = _chunks(head.size) - 1

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._head.size}[whence]
        if start + offset < 0:
            raise OSError("before the beginning")
        self._place = start + offset
        return self._place

    def readinto(self, buffer: Any, /) -> int:
        number, within = divmod(self._place, CHUNK)
        if self._place >= self._head.size:
            return 0
        room = memoryview(buffer).cast("B")
        part = self._unlocked(number)[within : within + len(room)]
        room[: len(part)] = part
        self._place += len(part)
        return len(part)

    def check_all(self) -> None:
        for number in range(self._last + 1):
            self._unlocked(number)

    def _unlocked(self, number: int) -> bytes:
        if number != self._number:
            self._source.seek(HEADER + number * (CHUNK + _TAG))
            nonce = _nonce(self._head.prefix, number, is_last=number == self._last)
            chunk = self._cipher.unlock(nonce, self._source.read(CHUNK + _TAG))
            if chunk is None:
                raise NotWhole("The locked file was changed on its way.", where=self._where, hint=_ASK_AGAIN)
            self._chunk, self._number = chunk, number
        return self._chunk


def unlocked(source: IO[bytes], password: str, where: str) -> IO[bytes]:
    """Return the content of a locked file, to be read and sought; every chunk has been checked before.

    Raises WrongPassword, NotWhole for a file that is cut short, longer or changed, and ProjectProblem for one that is
    no locked file or of a newer soc2desk.
    """
    raw = source.read(HEADER)
    head = _read_head(raw, where)
    cipher, mac_key = _keys(password, head)
    if not hmac.compare_digest(_mac(mac_key, raw[:-_MAC]), raw[-_MAC:]):
        message = "The password is not the one this file was locked with."
        raise WrongPassword(message, where=where, hint="Type it again; letters in upper and lower case differ.")
    _check_length(source, head, where)
    chunks = _Chunks(source, head, cipher, where)
    chunks.check_all()
    return io.BufferedReader(chunks, CHUNK)


def locked_bytes(content: bytes, password: str, cost: int = COST) -> bytes:
    """Return bytes under a password."""
    target = io.BytesIO()
    writer = LockedWriter(target, password, cost)
    writer.write(content)
    writer.finish()
    return target.getvalue()


def unlocked_bytes(raw: bytes, password: str, where: str) -> bytes:
    """Return what is under a password. Raises as unlocked."""
    return unlocked(io.BytesIO(raw), password, where).read()


def _read_head(raw: bytes, where: str) -> _Head:
    if not is_locked(raw):
        raise ProjectProblem("This is no file under a password.", where=where)
    if len(raw) < HEADER:
        raise NotWhole("The locked file is cut short.", where=where, hint=_ASK_AGAIN)
    _, version, cost, block, lanes, salt, prefix, size = _FORM.unpack(raw[: _FORM.size])
    if hashlib.sha256(raw[: _FORM.size]).digest()[:_CHECK] != raw[_FORM.size : _FORM.size + _CHECK]:
        raise NotWhole("The beginning of the locked file was changed on its way.", where=where, hint=_ASK_AGAIN)
    if version != VERSION:
        message = "The file was locked by a newer soc2desk."
        raise ProjectProblem(message, where=where, hint="Update soc2desk, then open it again.")
    if not LEAST_COST <= cost <= MOST_COST or (block, lanes) != (_BLOCK, _LANES):
        raise NotWhole("The locked file asks for a key that soc2desk never makes.", where=where, hint=_ASK_AGAIN)
    return _Head(cost, salt, prefix, size)


def _check_length(source: IO[bytes], head: _Head, where: str) -> None:
    wanted = HEADER + head.size + _TAG * _chunks(head.size)
    found = source.seek(0, io.SEEK_END)
    if found < wanted:
        message = f"The locked file is cut short: {found} of {wanted} bytes are there."
        raise NotWhole(message, where=where, hint=_ASK_AGAIN)
    if found > wanted:
        message = f"Something was added to the locked file: {found - wanted} bytes more than were locked."
        raise NotWhole(message, where=where, hint=_ASK_AGAIN)


def _chunks(size: int) -> int:
    return max(1, -(-size // CHUNK))


def _nonce(prefix: bytes, number: int, *, is_last: bool) -> bytes:
    # Number and flag inside: chunks cannot be moved, left out or cut off without being told.
    return prefix + number.to_bytes(4, "big") + bytes([is_last])


def _mac(key: bytes, head: bytes) -> bytes:
    return hmac.digest(key, head, "sha256")


def _keys(password: str, head: _Head) -> tuple[Cipher, bytes]:
    """Return the cipher for the chunks and the key of the header's own mark, both from the password."""
    from soc2desk.storage.ciphers import Cipher, stretched  # noqa: PLC0415 - loaded where there is a password

    made = stretched(as_typed(password), head.salt, head.cost, 2 * _KEY)
    return Cipher(made[:_KEY]), made[_KEY:]
