"""What a picture is, told from its first bytes alone: nothing is unpacked to know how large it is."""

from __future__ import annotations

from dataclasses import dataclass

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_HEAD = 24
_SIZED = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # the marks of a JPEG that state its size
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # the marks that nothing belongs to
_NO_LONGER = 0xDA  # here the picture itself begins


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be printed: its kind, png or jpeg, and its size in pixels."""

    kind: str
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """How the name of its file ends, without the dot."""
        return "jpg" if self.kind == "jpeg" else self.kind


def picture_of(raw: bytes) -> Picture | None:
    """Return what the head of a file says it is, or None when it is neither PNG nor JPEG or says no size."""
    if raw.startswith(_PNG) and raw[12:16] == b"IHDR" and len(raw) >= _PNG_HEAD:
        return Picture("png", int.from_bytes(raw[16:20], "big"), int.from_bytes(raw[20:24], "big"))
    return _jpeg(raw) if raw.startswith(_JPEG) else None


def _jpeg(raw: bytes) -> Picture | None:
    at = 2
    while at + 9 <= len(raw) and raw[at] == 0xFF:  # noqa: PLR2004 - every mark begins so
        mark = raw[at + 1]
        if mark in _SIZED:
            height, width = (int.from_bytes(raw[at + step : at + step + 2], "big") for step in (5, 7))
            return Picture("jpeg", width, height)
        if mark == _NO_LONGER:
            return None
        at += _step(raw, at, mark)
    return None


def _step(raw: bytes, at: int, mark: int) -> int:
    """Return how far the next mark is; a filling byte is skipped alone."""
    if mark == 0xFF:  # noqa: PLR2004 - a filling byte
        return 1
    return 2 if mark in _BARE else 2 + max(2, int.from_bytes(raw[at + 2 : at + 4], "big"))
