"""A release knows each library that is brought along, in the version that the tests ran with."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from soc2desk.domain.problems import Problem
from tests.tools.release.made_up import Package, finder
from tools.release.libraries import brought_along, check_pins, pins
from tools.release.licences import licence_of

ROOT = Path(__file__).resolve().parents[3]


def test_what_a_library_asks_for_in_turn_is_brought_along_each_once() -> None:
    one = Package("one", metadata="Requires-Dist: Shared_Part>=1\nRequires-Dist: two\n")
    two = Package("two", metadata="Requires-Dist: shared-part\n")
    found = brought_along(["one", "two"], finder(one, two, Package("shared-part")))
    assert [(library.name, library.needs) for library in found] == [
        ("one", ("shared-part", "two")), ("shared-part", ()), ("two", ("shared-part",)),
    ]  # fmt: skip


def test_what_other_systems_or_extras_ask_for_is_left_out() -> None:
    asks = "Requires-Dist: other; sys_platform == 'none'\nRequires-Dist: extra; extra == 'fast'\n"
    assert [one.name for one in brought_along(["one"], finder(Package("one", metadata=asks)))] == ["one"]


def test_a_library_that_is_not_installed_stops_the_release() -> None:
    with pytest.raises(Problem, match="one is not installed"):
        brought_along(["one"], finder())


@pytest.mark.parametrize(
    ("pinned", "told"), [("", "no line in constraints.txt"), ("one==1.1", "constraints.txt says 1.1")]
)
def test_a_version_that_the_tests_did_not_run_with_stops_the_release(pinned: str, told: str) -> None:
    found = brought_along(["one"], finder(Package("one")))
    with pytest.raises(Problem, match=told):
        check_pins(found, pins(pinned))


def test_a_pin_may_write_name_and_version_in_another_way() -> None:
    check_pins(brought_along(["one-two"], finder(Package("one-two"))), pins("# said\nOne_Two==1.0.0\n"))


def test_all_that_this_program_brings_along_is_pinned_and_under_a_licence_that_we_may_hand_on() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    found = brought_along(asked)
    check_pins(found, pins((ROOT / "constraints.txt").read_text(encoding="utf-8")))
    assert all(licence_of(one) for one in found)
    assert len(found) > len(asked) - 2
