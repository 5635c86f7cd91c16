"""Addresses and names of machines in a text: what helps an attacker and tells a customer nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_GROUP = r"[0-9a-f]{1,4}"
_ENDING = r"(?:com|ca|net|org|io|dev|app|cloud|local|internal|lan|corp|example)"
HOST = "a host name"
_PATTERNS = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("an IPv4 address", rf"\b(?:{_BYTE}\.){{3}}{_BYTE}\b"),
        ("an IPv6 address", rf"\b(?:{_GROUP}:){{3,7}}{_GROUP}\b|\b{_GROUP}(?::{_GROUP})*::"),
        ("a resource name", r"\barn:[a-z-]+:\S+"),
        (HOST, rf"\b(?:[a-z0-9-]+\.)+{_ENDING}\b"),
    )
)


def addresses_in(words: str) -> Iterator[tuple[str, str]]:
    """Yield each address of a text with what it is: "10.0.0.1", "an IPv4 address"."""
    for what, pattern in _PATTERNS:
        yield from ((found[0], what) for found in pattern.finditer(words))


def is_machine(found: str, what: str) -> bool:
    """Return whether an address leads to one machine: a name of two words only is one that a company advertises."""
    return what != HOST or found.count(".") > 1
