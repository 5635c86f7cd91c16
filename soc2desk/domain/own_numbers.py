"""Numbers of a client's own list that are ids of controls here, and mean others: told, so that nobody mixes them up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from soc2desk.domain.client_controls import ListedControl


def meant_otherwise(lines: Iterable[ListedControl], ids: Iterable[str]) -> Iterator[tuple[str, ListedControl]]:
    """Yield each id of ours that a line bears as its number and does not speak of, as far as is decided, with it."""
    known = {one.casefold(): one for one in ids}
    for line in lines:
        ours = known.get(line.number.casefold())
        if ours is not None and not (line.is_decided and ours in line.controls):
            yield ours, line
