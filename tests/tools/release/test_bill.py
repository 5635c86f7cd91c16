"""The bill of materials is as CycloneDX asks, names all that is brought along, and is the same each time."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from soc2desk.domain.problems import Problem
from tests.tools.release.made_up import library
from tools.release.archives import Commit
from tools.release.bill import Release, bill_of_materials, check_bill
from tools.release.lists import licences_list, pins_list
from tools.release.parts import ORIGINS, Part

ONE, TWO = replace(library("One_Library"), needs=("two",)), library("two")
DICTIONARY = next(one for one in ORIGINS if "dictionaries" in one.pattern)
RELEASE = Release(
    version="7.1.0",
    commit=Commit("c0ffee", 1_772_600_767),
    python="3.11 on Linux",
    files={"soc2desk-7.1.0.tar.gz": "ab" * 32},
    needs=("one-library",),
    libraries=(ONE, TWO),
    licences={"one-library": "MIT", "two": "Apache-2.0 OR BSD-3-Clause"},
    parts=(Part("resources/icons/dot.svg", "cd" * 32, ORIGINS[0]), Part("tools/d/en.dic", "ef" * 32, DICTIONARY)),
)


def test_the_bill_names_each_library_with_its_licence_and_who_asks_for_it() -> None:
    bill = json.loads(bill_of_materials(RELEASE))
    found = {one["bom-ref"]: one for one in bill["components"]}
    assert found["one-library==1.0"]["purl"] == "pkg:pypi/one-library@1.0"
    assert found["one-library==1.0"]["licenses"] == [{"license": {"id": "MIT"}}]
    assert found["two==1.0"]["licenses"] == [{"expression": "Apache-2.0 OR BSD-3-Clause"}]
    asks = {one["ref"]: one.get("dependsOn") for one in bill["dependencies"]}
    assert asks["soc2desk==7.1.0"] == ["one-library==1.0"]
    assert asks["one-library==1.0"] == ["two==1.0"]


def test_the_bill_names_each_file_that_is_no_text_with_its_hash_and_licence() -> None:
    found = {one["name"]: one for one in json.loads(bill_of_materials(RELEASE))["components"]}
    assert found["resources/icons/dot.svg"]["hashes"] == [{"alg": "SHA-256", "content": "cd" * 32}]
    assert found["tools/d/en.dic"]["licenses"] == [{"license": {"name": "SCOWL and its sources"}}]


def test_the_bill_is_the_same_text_each_time_and_bears_the_time_of_the_commit() -> None:
    first = bill_of_materials(RELEASE)
    assert bill_of_materials(RELEASE) == first
    assert json.loads(first)["metadata"]["timestamp"] == "2026-03-04T05:06:07+00:00"
    other = bill_of_materials(replace(RELEASE, commit=Commit("decaf", 1_772_600_767)))
    assert json.loads(other)["serialNumber"] != json.loads(first)["serialNumber"]


@pytest.mark.parametrize("change", [{"bomFormat": "Other"}, {"components": [{"name": "without a type"}]}, {"new": 1}])
def test_a_bill_that_is_not_as_its_schema_asks_stops_the_release(change: dict[str, object]) -> None:
    check_bill(bill_of_materials(RELEASE))
    with pytest.raises(Problem, match="not as CycloneDX asks"):
        check_bill(json.dumps({**json.loads(bill_of_materials(RELEASE)), **change}))


def test_the_lists_say_the_same_as_the_bill() -> None:
    assert pins_list(RELEASE) == "One_Library==1.0\ntwo==1.0\n"
    listed = licences_list(RELEASE)
    assert "One_Library  1.0  MIT\n" in listed
    assert "two          1.0  Apache-2.0 OR BSD-3-Clause\n" in listed
    assert "SCOWL and its sources" in listed
