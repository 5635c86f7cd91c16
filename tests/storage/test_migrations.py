"""Older formats are raised step by step."""

from __future__ import annotations

from typing import Any

import pytest

from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.project import FORMAT
from soc2desk.reading.located import Located
from soc2desk.storage.migrations import STEPS, to_newest


def _rename(data: dict[str, Any]) -> dict[str, Any]:
    return {"answers": data["replies"]}


def _wrap(data: dict[str, Any]) -> dict[str, Any]:
    return {"answers": {"all": data["answers"]}}


def test_an_old_file_goes_through_every_step_and_says_the_newest_format() -> None:
    old = Located({"format": "1", "replies": "yes"}, {}, "old.yaml", ProjectProblem)
    new = to_newest(old, steps={1: _rename, 2: _wrap}, newest=3)
    assert new.data == {"format": "3", "answers": {"all": "yes"}}
    assert old.data == {"format": "1", "replies": "yes"}


def test_a_file_of_a_middle_format_takes_only_the_steps_it_needs() -> None:
    middle = Located({"format": "2", "answers": "yes"}, {}, "old.yaml", ProjectProblem)
    assert to_newest(middle, steps={1: _rename, 2: _wrap}, newest=3).data == {"format": "3", "answers": {"all": "yes"}}


def test_a_newer_file_is_refused_with_both_formats_named() -> None:
    with pytest.raises(ProjectProblem, match="format 4; this one reads up to format 3"):
        to_newest(Located({"format": "4"}, {}, "new.yaml", ProjectProblem), newest=3)


def test_there_is_a_step_from_every_format_that_was_ever_written() -> None:
    assert set(STEPS) == set(range(1, FORMAT))
