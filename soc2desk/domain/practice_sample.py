"""A practice sample: rows picked so that the same seed always picks the same ones, and nobody can choose them."""

from __future__ import annotations

from hashlib import sha256


def picked(total: int, count: int, seed: str) -> tuple[int, ...]:
    """Return the numbers of the rows picked, from 1 to `total`, in their order; all of them when `count` asks for more.

    Rows are put in the order of a hash over the seed and their number, and the first are taken: a longer sample of
    the same seed holds the shorter one.
    """
    mixed = sorted(range(1, total + 1), key=lambda number: sha256(f"{seed}:{number}".encode()).digest())
    return tuple(sorted(mixed[: max(count, 0)]))
