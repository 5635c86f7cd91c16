"""How much of a long check is gone through: a sample in every run, all of it in `make validate`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
IS_THOROUGH = bool(os.environ.get("SOC2DESK_THOROUGH"))
"""Whether everything is asked for."""


def some_of(cases: Sequence[T], step: int) -> tuple[T, ...]:
    """Return every case when all are asked for, else one in `step`, from each part of the list."""
    return tuple(cases) if IS_THOROUGH else tuple(cases[::step])
