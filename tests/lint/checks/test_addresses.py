"""Addresses stay out of the words."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, with_control, written


@pytest.mark.parametrize(
    "address",
    ["10.1.20.3", "2001:db8:0:1:1:1:1:1", "fe80::", "arn:aws:iam::123:role/x", "vpn.brightwater.ca", "`db01.internal`"],
)
def test_an_address_is_named(address: str) -> None:
    faults = seen("addresses", written("## @one One", "", f"It runs at {address} today."))
    assert {fault.where for fault in faults} == {at(14)}


@pytest.mark.parametrize(
    "words",
    ["Version 1.2.3 of it.", "At 10:30:00 on that day.", "See [the act](https://laws.example.ca/x).", "e.g. A.B. Ltd."],
)
def test_what_is_no_address_is_left_alone(words: str) -> None:
    assert seen("addresses", written("## @one One", "", words)) == ()


def test_an_address_in_a_row_is_named_by_its_line() -> None:
    (fault,) = seen("addresses", with_control("NET-01", prevents="Open ports on 192.168.0.1."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")
