"""Each file of a pack beside what it was copied from and what is shipped now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.content.pack_origin import ORIGINALS, Copied, copied_in, digest_of_text, plain_text
from soc2desk.content.packs import is_replaceable, kept_files, pack_files, shipped_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from soc2desk.content.packs import ContentFile


class State(StrEnum):
    """How a file of a pack stands to the shipped one of its place."""

    OWN = "own"
    """Nothing of this place is shipped: a file of the firm's alone."""
    SAME = "same"
    """It says what the shipped one says."""
    MINE = "mine"
    """Changed by the firm alone."""
    BEHIND = "behind"
    """A copy that nobody changed, while the shipped one did change."""
    BOTH = "both"
    """Changed by the firm, and changed as shipped since the copy was made."""
    UNKNOWN = "unknown"
    """It replaces a shipped file, and nothing says what it was copied from."""
    GONE = "gone"
    """A copy of a file that is shipped no more."""


MOVED_ON = frozenset({State.BEHIND, State.BOTH, State.GONE})
"""What somebody has to decide on."""


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack. `yours`, `then` and `now` are texts; None is for one that does not exist or was not kept.

    `then_differs` tells that the kept original is not the text that was copied. `program` is the version copied from.
    """

    place: str
    name: str
    state: State
    yours: str
    then: str | None = None
    now: str | None = None
    program: str = ""
    then_differs: bool = False


@dataclass(frozen=True, slots=True)
class PackState:
    """The files of a pack by place, and the copies that were taken out of it again."""

    files: tuple[PackFile, ...]
    taken_out: tuple[str, ...]


def pack_state(pack: Path, language: str = "en") -> PackState:
    """Return how every file of a pack stands. Raises ContentProblem, FileProblem or SeveralProblems."""
    own, copies = pack_files(pack), copied_in(pack)
    shipped = {place: file for place, file in shipped_files().items() if is_replaceable(place, language)}
    kept = kept_files(pack, ORIGINALS)
    files = tuple(_file(file, copies.get(place), shipped, kept) for place, file in sorted(own.items()))
    return PackState(files, tuple(sorted(copies.keys() - own.keys())))


def _file(
    file: ContentFile, copy: Copied | None, shipped: Mapping[str, ContentFile], kept: Mapping[str, ContentFile]
) -> PackFile:
    place = file.place
    yours = plain_text(file)
    now = plain_text(shipped[place]) if place in shipped else None
    if copy is None:
        state = State.OWN if now is None else State.SAME if now == yours else State.UNKNOWN
        return PackFile(place, file.name, state, yours, now=now)
    then = plain_text(kept[place]) if place in kept else None
    is_other = then is not None and digest_of_text(then) != copy.sha256
    return PackFile(
        place,
        file.name,
        _state(yours, now, copy.sha256),
        yours,
        None if is_other else then,
        now,
        copy.program,
        is_other,
    )


def _state(yours: str, now: str | None, then: str) -> State:
    """Tell by the hash of the original, so that a lost original changes nothing here."""
    if now is None:
        return State.GONE
    if yours == now:
        return State.SAME
    has_moved, is_mine = digest_of_text(now) != then, digest_of_text(yours) != then
    return {(True, True): State.BOTH, (True, False): State.BEHIND}.get((has_moved, is_mine), State.MINE)
