"""What a validator is: a program that is not ours, the files it knows, and what it says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

Fault = tuple[Path, str]
"""A file, and one thing that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Validator:
    """One program. `missing` says what has to be installed before it can run, and nothing when it can.

    `faults` gives what it found, for all files at once, since starting costs more than looking.
    """

    name: str
    suffixes: tuple[str, ...]
    missing: Callable[[], str]
    faults: Callable[[Sequence[Path]], Iterable[Fault]]

    def concerns(self, files: Iterable[Path]) -> list[Path]:
        """Return the files that it knows how to read."""
        return [file for file in files if file.suffix in self.suffixes]


def each(found: Callable[[Path], Iterable[str]]) -> Callable[[Sequence[Path]], Iterable[Fault]]:
    """Return a check of many files from a check of one."""
    return lambda files: ((file, fault) for file in files for fault in found(file))
