"""A library whose licence is unknown, or is one that we may not hand on, stops a release."""

from __future__ import annotations

import hashlib

import pytest

from soc2desk.domain.problems import Problem
from tests.tools.release.made_up import library
from tools.release import licences
from tools.release.licences import Reading, licence_of, may_be_handed_on

BSD = "Classifier: License :: OSI Approved :: BSD License\n"


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT OR GPL-3.0-only\n", "MIT OR GPL-3.0-only"),
        ("License: BSD-3-Clause\n" + BSD, "BSD-3-Clause"),
        ("License: Apache License 2.0\n", "Apache-2.0"),
        ("Classifier: License :: OSI Approved :: MIT License\n", "MIT"),
    ],
)
def test_a_licence_is_read_where_the_metadata_can_mean_one_only(metadata: str, licence: str) -> None:
    assert licence_of(library("one", metadata)) == licence


@pytest.mark.parametrize("metadata", ["", BSD, "License: UNKNOWN\n", "License: Dual License\n" + BSD])
def test_a_licence_that_nothing_says_for_sure_stops_the_release(metadata: str) -> None:
    with pytest.raises(Problem, match=r"Nothing says under which licence one 1\.0 stands") as caught:
        licence_of(library("one", metadata))
    assert "READ of tools/release/licences.py" in str(caught.value)


@pytest.mark.parametrize("expression", ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "LicenseRef-Own", "no licence at all"])
def test_a_licence_that_we_may_not_hand_on_stops_the_release(expression: str) -> None:
    with pytest.raises(Problem, match="not among the licences we hand on"):
        licence_of(library("one", f"License-Expression: {expression}\n"))


def test_of_a_choice_one_licence_is_enough_and_of_several_at_once_all_are_needed() -> None:
    assert may_be_handed_on("GPL-2.0-only OR (MIT AND Apache-2.0)")
    assert not may_be_handed_on("GPL-2.0-only OR (MIT AND SSPL-1.0)")


def test_a_licence_that_a_person_read_holds_for_that_text_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading("LICENSE", hashlib.sha256(b"You may\nuse it.").hexdigest(), "MIT")
    monkeypatch.setitem(licences.READ, "one", reading)
    assert licence_of(library("one", BSD, {"LICENSE": b"You may\r\nuse it."})) == "MIT"
    for changed in ({"LICENSE": b"You may not."}, {"COPYING": b"You may\nuse it."}, {}):
        with pytest.raises(Problem, match="is not the one that was read"):
            licence_of(library("one", BSD, changed))
