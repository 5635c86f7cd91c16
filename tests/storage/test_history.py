from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.storage.atomic_json import AtomicJson
from soc2desk.storage.file_seals import with_seal
from soc2desk.storage.history import (
    HISTORY_FILE,
    KEPT,
    Steps,
    done_again,
    read_history,
    step_between,
    taken_back,
    write_history,
)

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.reading.located import Plain

DAY = date(2027, 7, 20)
TEXT = st.text(max_size=3)
VALUE = st.one_of(TEXT, st.lists(TEXT, max_size=2), st.dictionaries(TEXT, TEXT, min_size=1, max_size=2))
ID = st.text("abc", min_size=1, max_size=2)
PROJECT = st.dictionaries(
    st.sampled_from(["answers", "people", "format", "owners"]), st.dictionaries(ID, VALUE, min_size=1, max_size=4)
)


@given(before=PROJECT, after=PROJECT)
def test_a_step_leads_back_and_forth_between_any_two_states_with_the_order_of_the_rows(
    before: dict[str, Plain], after: dict[str, Plain]
) -> None:
    step = step_between("a change", before, after)
    if step is None:
        assert before == after
        return
    assert json.dumps(taken_back(after, step), sort_keys=False) == json.dumps(_ordered(before, after))
    assert json.dumps(done_again(before, step), sort_keys=False) == json.dumps(_ordered(after, before))


def _ordered(wanted: dict[str, Plain], there: dict[str, Plain]) -> dict[str, Plain]:
    """Sections stand in the order of the file; only rows inside them have an order of their own."""
    return {name: wanted[name] for name in dict.fromkeys((*there, *wanted)) if name in wanted}


def test_a_value_that_is_no_table_is_a_step_too() -> None:
    step = step_between("date", {"format": "1"}, {"format": "1", "document_date": "2026-11-25"})
    assert step is not None
    assert taken_back({"format": "1", "document_date": "2026-11-25"}, step) == {"format": "1"}


def test_nothing_changed_is_no_step() -> None:
    assert step_between("nothing", {"answers": {"a": "1"}}, {"answers": {"a": "1"}}) is None


def steps(count: int) -> Steps:
    made = []
    for at in range(count):
        step = step_between(f"change {at}", {"answers": {"a": str(at)}}, {"answers": {"a": str(at + 1)}})
        assert step is not None
        made.append(step)
    return Steps(tuple(made), tuple(made[:1]))


def test_the_newest_changes_are_kept_for_the_next_start(tmp_path: Path) -> None:
    written = steps(KEPT + 10)
    write_history(tmp_path, "the file as it is", written, DAY)
    assert read_history(tmp_path, "the file as it is", DAY) == Steps(written.done[-KEPT:], written.undone)


def test_what_was_undone_on_another_day_cannot_be_done_again(tmp_path: Path) -> None:
    written = steps(3)
    write_history(tmp_path, "r", written, DAY)
    assert read_history(tmp_path, "r", DAY + timedelta(1)) == Steps(written.done)
    assert read_history(tmp_path, "r", DAY - timedelta(1)) == Steps(written.done)


def test_they_are_forgotten_when_the_project_was_changed_by_another_hand(tmp_path: Path) -> None:
    write_history(tmp_path, "the file as it was", steps(3), DAY)
    assert read_history(tmp_path, "the file as it is", DAY) == Steps()


def test_steps_that_an_editor_wrote_are_forgotten(tmp_path: Path) -> None:
    write_history(tmp_path, "r", steps(3), DAY)
    file = tmp_path / HISTORY_FILE
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("change 2", "change 9"), encoding="utf-8")
    assert read_history(tmp_path, "r", DAY) == Steps()
    file.write_text(before, encoding="utf-8")
    assert read_history(tmp_path, "r", DAY) == steps(3)


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"meta": {"1": {"revision": "r"}}, "done": {}, "undone": {}}'])
def test_a_broken_history_is_no_reason_not_to_open_a_project(broken: str, tmp_path: Path) -> None:
    (tmp_path / HISTORY_FILE).write_text(broken, encoding="utf-8")
    assert read_history(tmp_path, "r", DAY) == Steps()


@pytest.mark.parametrize(
    "step",
    [
        {"label": "x"},
        {"label": "x", "changes": "no", "orders": []},
        {"label": "x", "changes": [["a"]], "orders": []},
        {"label": "x", "changes": [1], "orders": []},
    ],
)
def test_nor_is_one_that_is_sealed_and_holds_no_steps(step: dict[str, object], tmp_path: Path) -> None:
    tables = with_seal({"meta": {"1": {"revision": "r"}}, "done": {"1": step}})
    AtomicJson(tmp_path / HISTORY_FILE).write(tables)
    assert read_history(tmp_path, "r", DAY) == Steps()
