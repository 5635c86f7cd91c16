"""Kinds of systems may be named; addresses, host names and resource names help an attacker and stay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.addresses import addresses_in
from soc2desk.lint.texts import texts

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.lint.fault import Seen


def addresses(catalogue: Catalogue) -> Seen:
    """Yield a fault for each address in the words of the content; link targets are not words."""
    for where, words in texts(catalogue):
        for found, what in addresses_in(words):
            yield f'"{found}" is {what}.', where, "Name the kind of system instead."
