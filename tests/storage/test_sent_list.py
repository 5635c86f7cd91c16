"""The list in a file that was sent: the same bytes each time, and whatever stands in its place is told."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import ProjectProblem
from soc2desk.storage.sent_list import SentFile, SentList, list_from_bytes, list_to_bytes, may_travel, most_bytes

PROJECT = SentFile("project.json", 2, "0" * 64, 1)
SENT = SentList("Acmé", date(2026, 11, 20), with_evidence=True, files=(PROJECT,))
ROW = {"path": "project.json", "size": 2, "sha256": "0" * 64, "changed": 1}
SAID = {"form": 1, "name": "Acme", "made_on": "2026-11-20", "with_evidence": False, "files": [ROW]}

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)


def test_it_comes_back_as_it_was_written_and_is_the_same_bytes_each_time() -> None:
    assert list_from_bytes(list_to_bytes(SENT), "file") == SENT
    assert list_to_bytes(SENT) == list_to_bytes(SENT)


@pytest.mark.parametrize(
    "change",
    [{"path": "../x"}, {"path": "evidence/com1"}, {"size": -1}, {"size": 2.0}, {"size": True}, {"size": 10**12},
     {"sha256": "F" * 64}, {"sha256": ""}, {"changed": -1}, {"changed": 2**63}, {"path": None}],
)  # fmt: skip
def test_a_file_that_cannot_be_is_no_line_of_it(change: dict[str, object]) -> None:
    rows = [ROW, {**ROW, "path": "evidence/e-0001-x.csv", **change}]
    with pytest.raises(ProjectProblem, match="list of files"):
        list_from_bytes(json.dumps({**SAID, "files": rows}).encode(), "file")


@pytest.mark.parametrize("paths", [[], ["logo.png"], ["project.json"] * 2, ["project.json", "earlier/p/logo.png"]])
def test_each_file_stands_once_and_every_period_has_its_project(paths: list[str]) -> None:
    rows = [{**ROW, "path": path} for path in paths]
    with pytest.raises(ProjectProblem, match="list of files"):
        list_from_bytes(json.dumps({**SAID, "files": rows}).encode(), "file")


@given(st.sampled_from([*SAID, *ROW]), values)
def test_whatever_stands_in_a_place_it_is_read_or_told(key: str, value: object) -> None:
    said = {**SAID, key: value} if key in SAID else {**SAID, "files": [{**ROW, key: value}]}
    with suppress(ProjectProblem):
        # Another size, day or digest can be as sound as the first; another file cannot.
        read = list_from_bytes(json.dumps(said).encode("utf-8", "surrogatepass"), "file")
        assert [one.path for one in read.files] == [PROJECT.path]


@given(st.binary(max_size=90) | st.text(max_size=90).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_whatever_bytes_stand_there_they_are_told(raw: bytes) -> None:
    with pytest.raises(ProjectProblem):
        list_from_bytes(raw, "file")


PARTS = (
    "evidence",
    "earlier",
    "2026",
    "..",
    ".",
    "",
    "con",
    "e-0001-x.csv",
    "project.json",
    "Logo.png",
    "logo.png",
    "C:",
)


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map("/".join))
def test_a_path_that_may_travel_stands_in_the_folder_on_every_system(path: str) -> None:
    if may_travel(path):
        period, name = (
            r"(earlier/(2026|evidence|earlier)/)?",
            r"(2026|evidence|earlier|e-0001-x.csv|project.json|logo.png)",
        )
        assert re.fullmatch(rf"{period}(evidence/{name}|project.json|logo.png)", path)
        assert most_bytes(path) > 0
    elif most_bytes(path):
        assert "con" in path
