"""What a person says of a list of users before it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.storage.exports.days import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class AccessWish:
    """What a person says of a list of users: the system, the moment it was taken, the reviewer, the period."""

    system: str
    taken_at: datetime
    reviewer: str = ""
    occurrence: str = ""
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    order: Shape = Shape.EITHER
