"""From one key of a class to a variant for each student: the same faults, on other rows."""

from __future__ import annotations

import base64
import re
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

CODE = re.compile("[A-Z2-7]{4}-[A-Z2-7]{4}")
"""How the code of a class is written. Students get the code, never the key that it comes from."""
_ACCENTS, _POINTS, _UNSEEN = ("\u0300", "\u036f"), range(10, 36), "Cf"
"""Accents of letters, the classes of points that Hebrew and Arabic may leave out, and signs without a shape."""
FEWEST_SIGNS = 8
"""Signs that the words of a key need, so that nobody tries them all."""


@dataclass(frozen=True, slots=True)
class ClassKey:
    """What the instructor keeps: an exercise, the class, and words that nobody else knows."""

    exercise: str
    class_name: str
    seed: str

    @property
    def code(self) -> str:
        """The code that students type in; the words of the key cannot be told from it."""
        return _code(f"class|{self.exercise}|{self.class_name}|{self.seed}")


@dataclass(frozen=True, slots=True)
class Variant:
    """Which rows of an exercise bear the faults for one student; `code` is that of the class, empty without one."""

    exercise: str
    student: str = ""
    code: str = ""

    @property
    def number(self) -> str:
        """What a variant is called, for example V-K2QT-7M4X; two students have two, but for one chance in a billion."""
        return f"V-{_code(self._words)}"

    @property
    def lots(self) -> Lots:
        """The draws of this variant."""
        return Lots(sha256(f"rows|{self._words}".encode()).hexdigest())

    @property
    def _words(self) -> str:
        return f"{self.exercise}|{self.code.upper()}|{name_key(self.student)}"


@dataclass(frozen=True, slots=True)
class Lots:
    """Draws that come out the same each time: there is no chance in them, only a hash."""

    seed: str

    def number(self, name: str, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both among them, that belongs to a name."""
        return low + int.from_bytes(sha256(f"{self.seed}|{name}".encode()).digest()[:6]) % (high - low + 1)

    def pick(self, name: str, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.number(name, 0, len(options) - 1)]

    def some(self, name: str, options: Sequence[T], count: int) -> tuple[T, ...]:
        """Return as many of the options as asked for, in their order; all of them where there are no more."""
        return tuple(options[n] for n in sorted(self._order(name, len(options))[: max(count, 0)]))

    def mixed(self, name: str, options: Sequence[T], count: int) -> tuple[T, ...]:
        """Return as many of the options as asked for, in an order of their own."""
        return tuple(options[n] for n in self._order(name, len(options))[: max(count, 0)])

    def _order(self, name: str, count: int) -> list[int]:
        return sorted(range(count), key=lambda n: sha256(f"{self.seed}|{name}|{n}".encode()).digest())


def name_key(student: str) -> str:
    """Return a name as it is compared: without accents and signs that nobody sees, in small letters, single spaces.

    Marks that make another letter stay: in Japanese, Hindi or Thai two people would share a name without them.
    """
    apart = unicodedata.normalize("NFKD", student.casefold())
    return " ".join("".join(sign for sign in apart if not _is_left_out(sign)).split())


def _is_left_out(sign: str) -> bool:
    if unicodedata.category(sign) == _UNSEEN:
        return True
    return _ACCENTS[0] <= sign <= _ACCENTS[1] or unicodedata.combining(sign) in _POINTS


def _code(words: str) -> str:
    text = base64.b32encode(sha256(words.encode()).digest()[:5]).decode()
    return f"{text[:4]}-{text[4:]}"
