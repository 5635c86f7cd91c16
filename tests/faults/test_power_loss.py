"""The power fails just after something was reported saved: it stands on the disk, and so does what it leans on."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.faults.acts import ACTS
from tests.faults.beginning import anew
from tests.faults.forgetful_disk import ForgetfulDisk
from tests.faults.promises import PROMISES

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = {"save": 2, "attach": 3, "migrate": 1, "roll": 2, "hand over": 2, "merge": 2}

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells the name of a handle")


class Stopped(BaseException):
    """Ends an act that goes on for ever."""


@pytest.mark.parametrize("act", REPORTS)
def test_what_was_reported_saved_outlives_a_loss_of_power(tmp_path: Path, begun: Path, act: str) -> None:
    place = tmp_path / "place"
    anew(act, begun, place)
    reported: list[str] = []

    def say(line: str) -> None:
        reported.append(line)
        for way in (disk.with_old_names, disk.with_new_names):
            left = way(tmp_path / f"{way.__name__} {len(reported)}")
            PROMISES[act](left, tuple(reported))
        if len(reported) == REPORTS[act]:
            raise Stopped

    disk = ForgetfulDisk(place)
    with pytest.raises(Stopped), disk.followed():
        ACTS[act](place, Random(1), say)  # noqa: S311 - nothing secret
