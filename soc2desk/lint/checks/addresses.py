"""Kinds of systems may be named; addresses, host names and resource names help an attacker and stay out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.lint.texts import texts

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen

_PATTERNS = (
    ("an IPv4 address", re.compile(r"\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b")),
    ("an IPv6 address", re.compile(r"\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*::", re.I)),
    ("a resource name", re.compile(r"\barn:[a-z-]+:\S+", re.IGNORECASE)),
    (
        "a host name",
        re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|ca|net|org|io|dev|app|cloud|local|internal|lan|corp|example)\b", re.I),
    ),
)


def addresses(catalogue: Catalogue) -> Seen:
    """Yield a fault for each address in the words of the content; link targets are not words."""
    for where, words in texts(catalogue):
        for what, pattern in _PATTERNS:
            for found in pattern.finditer(words):
                yield f'"{found[0]}" is {what}.', where, "Name the kind of system instead."
