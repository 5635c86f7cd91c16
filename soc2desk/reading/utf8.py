"""The bytes of a file as text, or a sentence on why they are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.domain.problems import Problem

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HINT = "Save it again with the encoding UTF-8."


def decode(raw: bytes, name: str, problem: type[Problem]) -> str:
    """Return bytes as text without a byte order mark. Raises `problem` for another encoding and for binary data."""
    if raw.startswith(_UTF_16):
        raise problem("The file is not in UTF-8.", where=name, hint=_HINT)
    if b"\0" in raw:
        raise problem("The file holds binary data, not text.", where=name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise problem("The file is not in UTF-8.", where=f"{name}, line {line}", hint=_HINT) from error
