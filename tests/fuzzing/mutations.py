"""Bytes made of other bytes: cut, doubled, turned, with words of a language put in; one number gives the same again."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

_MOST_EDITS = 6
_LONGEST = 400_000  # bytes
_ONCE, _SOME = 0.9, 0.99
"""How many of the words that are put in stand there once, and how many at most some times."""


def mutated(raw: bytes, other: bytes, words: Sequence[str], chance: random.Random) -> bytes:
    """Return bytes changed in a few places; of a ZIP mostly one part, so that a reader comes past the checksums."""
    if raw.startswith(b"PK\x03\x04") and chance.random() < 0.8:
        return with_a_part_changed(raw, lambda part: _edited(part, other, words, chance), chance)
    return _edited(raw, other, words, chance)


def with_a_part_changed(raw: bytes, change: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """Return a ZIP with the content of one member changed, or its name; bytes that are no ZIP as they are."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = [(one.filename, archive.read(one)) for one in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        return raw
    if not parts:
        return raw
    at = chance.randrange(len(parts))
    name, content = parts[at]
    if chance.random() < 0.1:
        name = change(name.encode()).decode("utf-8", "replace")[:300]
    parts[at] = (name, change(content))
    return zipped(parts)


def zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a ZIP of these members, each name as often as it is given."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(_member(name), content)
    return target.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    # One by one and with a day, so that the same parts give the same bytes.
    info = zipfile.ZipInfo(name or "empty", (2026, 11, 20, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _edited(raw: bytes, other: bytes, words: Sequence[str], chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, _MOST_EDITS)):
        raw = _EDITS[chance.randrange(len(_EDITS))](raw, other, words, chance)
    return raw[:_LONGEST]


def _span(raw: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(raw))
    return start, min(len(raw), start + chance.randint(0, 1 << chance.randint(0, 8)))


def _cut(raw: bytes, _o: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    start, end = _span(raw, chance)
    return raw[:start] + raw[end:]


def _shortened(raw: bytes, _o: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def _doubled(raw: bytes, _o: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    start, end = _span(raw, chance)
    return raw[:end] + raw[start:end] * (1 << chance.randint(0, 7)) + raw[end:]


def _moved(raw: bytes, _o: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    (start, end), to = _span(raw, chance), chance.randint(0, len(raw))
    return raw[:to] + raw[start:end] + raw[to:]


def _turned(raw: bytes, _o: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    if not raw:
        return raw
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << chance.randrange(8))]) + raw[at + 1 :]


def _byte(raw: bytes, _o: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    at = chance.randint(0, len(raw))
    return (
        raw[:at] + bytes([chance.choice((0, 9, 10, 13, 34, 39, 92, 127, 128, 255, chance.randrange(256)))]) + raw[at:]
    )


def _word(raw: bytes, _o: bytes, words: Sequence[str], chance: random.Random) -> bytes:
    if not words:
        return raw
    at, word = chance.randint(0, len(raw)), chance.choice(words).encode("utf-8", "surrogatepass")
    often = chance.random()
    times = 1 if often < _ONCE else chance.randint(2, 64 if often < _SOME else 4_096)
    return raw[:at] + word * times + raw[at:]


def _crossed(raw: bytes, other: bytes, _w: Sequence[str], chance: random.Random) -> bytes:
    return raw[: chance.randint(0, len(raw))] + other[chance.randint(0, len(other)) :]


_EDITS = (_cut, _shortened, _doubled, _moved, _turned, _byte, _word, _word, _word, _crossed)
