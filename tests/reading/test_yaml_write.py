"""YAML that is written reads back the same."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.reading.yaml_write import Bare, write_yaml
from soc2desk.storage.cleaning import clean


@pytest.mark.parametrize(
    "text", ["No", "6.10", "007", "2027-02-01", "null", "~", "", "a # b", "a: b", "- a", "=", "<<"]
)
def test_text_that_looks_like_something_else_comes_back_the_same_here_and_in_other_programs(text: str) -> None:
    written = write_yaml({"key": text})
    assert read_yaml(written, "x", ProjectProblem).data == {"key": text}
    assert yaml.safe_load(written) == {"key": text}


def test_several_lines_are_written_as_they_read() -> None:
    assert write_yaml({"key": "One.\n\nTwo."}) == "key: |-\n  One.\n\n  Two.\n"


def test_accents_stay_readable() -> None:
    assert write_yaml({"name": "Renée-Claire"}) == "name: Renée-Claire\n"


def test_a_value_meant_as_yamls_own_type_stands_without_quotation_marks() -> None:
    written = write_yaml({"a": Bare("2027-02-01"), "b": Bare("12"), "c": Bare("yes"), "d": "12"})
    assert written == "a: 2027-02-01\nb: 12\nc: yes\nd: '12'\n"
    assert read_yaml(written, "x", ProjectProblem).data == {"a": "2027-02-01", "b": "12", "c": "yes", "d": "12"}


def test_a_list_that_stands_in_two_places_is_written_twice_without_an_alias() -> None:
    shared = ["a", "b"]
    assert "*" not in write_yaml({"one": shared, "two": shared})


@settings(deadline=None)
@given(st.dictionaries(st.just("key"), st.text().map(clean) | st.lists(st.text().map(clean), min_size=1), min_size=1))
def test_any_clean_text_comes_back_the_same(plain: dict[str, str | list[str]]) -> None:
    assert read_yaml(write_yaml(dict(plain)), "x", ProjectProblem).data == plain
