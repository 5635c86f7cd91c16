"""Kinds of systems may be named; addresses, host names and resource names help an attacker and stay out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.texts import texts

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_GROUP = r"[0-9a-f]{1,4}"
_ENDING = r"(?:com|ca|net|org|io|dev|app|cloud|local|internal|lan|corp|example)"
_PATTERNS = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        ("an IPv4 address", rf"\b(?:{_BYTE}\.){{3}}{_BYTE}\b"),
        ("an IPv6 address", rf"\b(?:{_GROUP}:){{3,7}}{_GROUP}\b|\b{_GROUP}(?::{_GROUP})*::"),
        ("a resource name", r"\barn:[a-z-]+:\S+"),
        ("a host name", rf"\b(?:[a-z0-9-]+\.)+{_ENDING}\b"),
    )
)


def addresses(catalogue: Catalogue) -> Seen:
    """Yield a fault for each address in the words of the content; link targets are not words."""
    for where, words in texts(catalogue):
        for what, pattern in _PATTERNS:
            for found in pattern.finditer(words):
                yield f'"{found[0]}" is {what}.', where, "Name the kind of system instead."
