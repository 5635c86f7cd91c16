"""The list of files in a packet, its seal and its signature: whether the three are whole and belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.problems import Problem
from soc2desk.packet.manifest import Manifest, from_bytes, seal_of, to_bytes
from soc2desk.packet.members import MANIFEST, SEAL, SIGNATURE
from soc2desk.packet.opened import DAMAGED, UNREADABLE, Opened
from soc2desk.packet.signature import LARGEST, Signature, read_signature

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST_LIMIT = 16 * 1024 * 1024  # bytes of manifest.json
_SEAL_FORM = re.compile(rb"[0-9a-f]{64}  manifest\.json\n(?P<signature>[0-9a-f]{64}  manifest\.sig\n)?")


class State(StrEnum):
    """How one file was found."""

    UNCHANGED = "unchanged"
    MISSING = "missing"
    CHANGED = "changed"
    UNREADABLE = "unreadable"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Listed:
    """How the list and what guards it were found. `manifest` is None when it cannot be read."""

    manifest: Manifest | None
    states: Mapping[str, State]
    signature: Signature | None = None


def fetch(opened: Opened, path: str, limit: int) -> bytes | State:
    """Return at most `limit` bytes of a file, or why there are none."""
    if path not in opened.names:
        return State.MISSING
    try:
        return opened.read(path, limit)
    except DAMAGED:
        return State.CHANGED
    except UNREADABLE:
        return State.UNREADABLE


def check_list(opened: Opened) -> Listed:
    """Return how the list, its seal and its signature were found.

    Raises Problems for a list that is whole and none of ours, or of a newer soc2desk.
    """
    listed, seal = fetch(opened, MANIFEST, _LIST_LIMIT), fetch(opened, SEAL, _LIST_LIMIT)
    signed = fetch(opened, SIGNATURE, LARGEST + 1)
    if isinstance(listed, State):
        guards = ((SEAL, seal), (SIGNATURE, signed if SIGNATURE in opened.names else b""))
        return Listed(None, {MANIFEST: listed, **{path: found for path, found in guards if isinstance(found, State)}})
    signature = read_signature(signed, listed) if isinstance(signed, bytes) else None
    states = _signature_states(seal, listed, signed, signature)
    states[SEAL] = seal if isinstance(seal, State) else _seal_state(seal, listed, signed, states)
    manifest = _manifest_if_any(listed, can_be_damaged=states[SEAL] not in {State.UNCHANGED, State.MISSING})
    states[MANIFEST] = _manifest_state(manifest, listed, seal)
    return Listed(manifest, states, signature)


def _signature_states(
    seal: bytes | State, listed: bytes, signed: bytes | State, signature: Signature | None
) -> dict[str, State]:
    """Return how the signature was found; nothing for a packet that was never signed."""
    is_named = isinstance(seal, bytes) and _names_signature(seal)
    if signed is State.MISSING:
        return {SIGNATURE: State.MISSING} if is_named else {}
    if isinstance(signed, State):
        return {SIGNATURE: signed}
    if seal == seal_of(listed):
        return {SIGNATURE: State.EXTRA}
    if signature is None:
        return {SIGNATURE: State.CHANGED}
    # Where the list itself was changed the signature does not hold either, and is not what was changed.
    is_of_list = isinstance(seal, bytes) and seal.startswith(seal_of(listed))
    return {SIGNATURE: State.CHANGED if is_of_list and not signature.holds else State.UNCHANGED}


def _names_signature(seal: bytes) -> bool:
    form = _SEAL_FORM.fullmatch(seal)
    return form is not None and form["signature"] is not None


def _seal_state(seal: bytes, listed: bytes, signed: bytes | State, states: Mapping[str, State]) -> State:
    match states.get(SIGNATURE):
        case None | State.EXTRA:
            fits = seal == seal_of(listed)
        case State.UNCHANGED if isinstance(signed, bytes):
            fits = seal == seal_of(listed, signed)
        case _:  # the signature is gone or changed, so its line cannot be compared
            fits = seal.startswith(seal_of(listed)) and _names_signature(seal)
    return State.UNCHANGED if fits else State.CHANGED


def _manifest_if_any(listed: bytes, *, can_be_damaged: bool) -> Manifest | None:
    try:
        return from_bytes(listed)
    except Problem:
        if can_be_damaged:
            return None
        raise


def _manifest_state(manifest: Manifest | None, listed: bytes, seal: bytes | State) -> State:
    if manifest is None or to_bytes(manifest) != listed:
        return State.CHANGED
    # A seal of the right form that does not fit: either of the two was changed, so both are named.
    fits = not isinstance(seal, bytes) or not _SEAL_FORM.fullmatch(seal) or seal.startswith(seal_of(listed))
    return State.UNCHANGED if fits else State.CHANGED
