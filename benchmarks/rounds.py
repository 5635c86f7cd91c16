"""How long something takes at best, of several rounds in one process."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5


def best(act: Callable[[], object]) -> float:
    """Return the milliseconds of the quickest of several rounds: what is kept between them counts as kept.

    No garbage is looked for meanwhile, as in the window.
    """
    gc.disable()
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)
