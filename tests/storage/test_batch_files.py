from __future__ import annotations

import csv
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.batching import Became, Client, ClientRow, Delivered, Packed, Remembered, failed
from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.batch_files import (
    DATA_FILE,
    STATE_FILE,
    TABLE_FILE,
    read_state,
    write_state,
    write_summary,
)
from tests.composed import DAY

if TYPE_CHECKING:
    from pathlib import Path

MADE = Delivered(
    "=Acme",
    {"high": 1, "medium": 0, "low": 2},
    (Packed("a-1", zipped=True, fingerprint="f"),),
)


def test_what_was_made_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    kept = {"acme": Remembered("/clients/acme", DAY), "beta": Remembered("/clients/b\\udce9ta")}
    assert read_state(tmp_path) == {}
    write_state(tmp_path, kept)
    assert read_state(tmp_path) == kept


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b'{"format": 2, "clients": {}}',
        b'{"format": 1, "clients": {"acme": {}}}',
        b'{"format": 1, "clients": {"a": {"source": 1}}}',
        b'{"format": 1, "clients": {"..": {"source": "x"}}}',
        b'{"format": 1, "clients": {"a": {"source": "", "made_on": "yesterday"}}}',
        b"[" * 100_000,
    ],
)
def test_a_state_that_cannot_be_used_is_refused_in_a_sentence(written: bytes, tmp_path: Path) -> None:
    (tmp_path / STATE_FILE).write_bytes(written)
    with pytest.raises(ProjectProblem, match="What was made here before cannot be told") as refused:
        read_state(tmp_path)
    assert "--out" in (refused.value.hint or "")


def test_the_summary_is_a_table_that_no_spreadsheet_computes_and_the_same_as_data(tmp_path: Path) -> None:
    good = ClientRow(Client("acme", tmp_path / "acme"), Became.BUILT, MADE)
    bad = failed(Client("beta", tmp_path / "beta"), "+1 is no answer.", "beta.yaml, line 2", "@hint")
    write_summary(tmp_path, [good, bad])
    with (tmp_path / TABLE_FILE).open(encoding="utf-8-sig", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["company"], first["high"], first["low"], first["zip"]) == ("'=Acme", "1", "2", "acme/a-1.zip")
    assert (second["result"], second["reason"], second["hint"]) == ("failed", "'+1 is no answer.", "'@hint")
    assert (second["high"], second["packet"]) == ("", "")
    said = json.loads((tmp_path / DATA_FILE).read_text(encoding="utf-8"))["clients"]
    assert said[0]["packets"] == [{"folder": "acme/a-1", "zip": "acme/a-1.zip", "fingerprint": "f"}]
    assert said[1]["reason"] == "+1 is no answer."


def test_a_summary_of_nobody_and_one_with_a_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    write_summary(tmp_path, [])
    odd = replace(failed(Client("b", tmp_path), "no"), reason="b\udce9ta")
    write_summary(tmp_path, [odd])
    assert "b" in (tmp_path / TABLE_FILE).read_text(encoding="utf-8-sig")
