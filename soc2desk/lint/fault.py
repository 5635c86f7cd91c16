"""What a check says: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from soc2desk.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in the content. `check` is the name of the check that saw it.

    `where` is "file, line N"; for a row of the resources whose file is not at hand it is a path of keys such as
    controls/ACC-07/statement.
    """

    check: str
    message: str
    where: str
    hint: str = ""


Seen = Iterator[tuple[str, str, str]]
"""What a check yields: message, where, hint. The list of checks adds the name."""

Check = Callable[[Catalogue], Seen]
