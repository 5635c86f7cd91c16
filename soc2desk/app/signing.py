"""Keys and signatures as a person uses them: making a key, signing a packet, and whose signatures one knows."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.passwords import check_password
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.packet.sign import sign_packet
from soc2desk.storage.signing_keys import (
    PublicKey,
    SigningKey,
    fingerprint_of,
    keep_key,
    needs_password,
    new_key,
    read_key,
    read_public,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from soc2desk.app.preferences import Settings
    from soc2desk.packet.signature import Signature

__all__ = [
    "NO_SIGNER",
    "Known",
    "PublicKey",
    "Signer",
    "SigningKey",
    "forget_key",
    "make_key",
    "needs_password",
    "read_key",
    "read_public",
    "refuse_twin",
    "sign_packet",
    "signed_by",
    "trust_key",
    "trusted_keys",
    "typed_fingerprint",
]

_FEWEST_DIGITS = 16  # of a fingerprint: fewer could be met by a key made for it


class Known(StrEnum):
    """What is known of who signed a packet."""

    NOBODY = "none"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed a packet. `name` is the one under which the key is trusted, else what its holder calls themselves.

    Of a broken signature nothing is true but that it is there: name and fingerprint are what somebody wrote.
    """

    known: Known
    name: str = ""
    fingerprint: str = ""


NO_SIGNER = Signer(Known.NOBODY)


def signed_by(signature: Signature | None, trusted: Mapping[str, str]) -> Signer:
    """Return who signed, as far as the keys that a person trusts tell."""
    if signature is None:
        return NO_SIGNER
    if not signature.holds:
        return Signer(Known.BROKEN, signature.name, signature.fingerprint)
    name = trusted.get(signature.key)
    return Signer(Known.KNOWN if name else Known.UNKNOWN, name or signature.name, signature.fingerprint)


def make_key(path: Path, name: str, password: str = "") -> tuple[SigningKey, Path]:
    """Make a key for a person or a firm, and return it with the file of its public part. Raises Problems."""
    if password:
        check_password(password)
    key = new_key(name)
    return key, keep_key(path, key, password)


def trusted_keys(settings: Settings) -> tuple[PublicKey, ...]:
    """Return the keys that a person trusts, under the names they gave them."""
    return tuple(PublicKey(name, key) for key, name in settings.preferences.trusted_keys.items())


def trust_key(settings: Settings, path: Path, name: str = "") -> PublicKey:
    """Trust the key in a file from now on, under a name of one's own where one is given. Raises Problems."""
    _refuse_unread(settings)
    found = read_public(path)
    key = replace(found, name=name.strip() or found.name)
    refuse_twin(key, settings.preferences.trusted_keys)
    held = {**settings.preferences.trusted_keys, key.key: key.name}
    kept = settings.keep(replace(settings.preferences, trusted_keys=held))
    if key.key not in kept.preferences.trusted_keys:
        raise UsageProblem("A key cannot be trusted under this name.", hint="Give the name of a person or a firm.")
    return key


def refuse_twin(key: PublicKey, trusted: Mapping[str, str]) -> None:
    """Raise UsageProblem where another key is trusted under this name: who signed would read alike for both."""
    alike = (one for one, name in trusted.items() if one != key.key and _read_as(name) == _read_as(key.name))
    if next(alike, None) is not None:
        message = f"Another key is trusted as {key.name} already, and signatures of the two would read alike."
        hint = "Ask them whether they have a new key, and trust the old one no longer."
        raise UsageProblem(message, hint=hint)


def _read_as(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def forget_key(settings: Settings, fingerprint: str) -> PublicKey:
    """Trust a key no longer, named by its fingerprint or its beginning. Raises UsageProblem for none or several."""
    _refuse_unread(settings)
    wanted = typed_fingerprint(fingerprint)
    found = [key for key in trusted_keys(settings) if fingerprint_of(key.key).startswith(wanted)]
    if len(found) != 1:
        raise UsageProblem("No one key of those you trust has this fingerprint.", hint="See: soc2desk keys list")
    left = {key: name for key, name in settings.preferences.trusted_keys.items() if key != found[0].key}
    settings.keep(replace(settings.preferences, trusted_keys=left))
    return found[0]


def typed_fingerprint(text: str) -> str:
    """Return a fingerprint as it was typed or pasted, without spaces and in small letters. Raises UsageProblem."""
    digits = "".join(text.split()).replace(":", "").lower()
    if len(digits) < _FEWEST_DIGITS or set(digits) - set("0123456789abcdef"):
        hint = f"Give all 64 digits, or at least the first {_FEWEST_DIGITS}."
        raise UsageProblem("This is no fingerprint of a key.", hint=hint)
    return digits


def _refuse_unread(settings: Settings) -> None:
    """Nothing is written over settings that could not be read."""
    if settings.problem is not None:
        said = settings.problem
        raise ProjectProblem(said.message, where=said.where, hint=said.hint)
