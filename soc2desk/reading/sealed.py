"""JSON that says what it was made from and that nothing in it changed since."""

from __future__ import annotations

import hashlib

import msgspec

from soc2desk.domain.problems import ContentProblem


class _Sealed(msgspec.Struct):
    """A mark (what it was made from), the SHA-256 of the content, and the content as it stands."""

    mark: str
    sha256: str
    content: msgspec.Raw


def seal(mark: str, content: bytes) -> bytes:
    """Return JSON `content` wrapped with its mark and SHA-256."""
    return msgspec.json.encode(_Sealed(mark, hashlib.sha256(content).hexdigest(), msgspec.Raw(content)))


def open_sealed(data: bytes, mark: str, name: str) -> bytes:
    """Return the content of sealed JSON. Raises ContentProblem when the mark is another or a byte of it changed."""
    try:
        sealed = msgspec.json.decode(data, type=_Sealed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ContentProblem("The file is not what it should be.", where=name) from error
    content = bytes(sealed.content)
    if sealed.mark != mark or sealed.sha256 != hashlib.sha256(content).hexdigest():
        raise ContentProblem("The file was made from other sources, or it was changed.", where=name)
    return content
