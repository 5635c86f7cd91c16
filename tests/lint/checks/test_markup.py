"""A little Markdown and nothing else."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, with_control, written


@pytest.mark.parametrize("line", ["A <b>bold</b> word.", "<!-- note -->", "![Logo](logo.png)", "A&nbsp;B", "# Title"])
def test_markup_is_named(line: str) -> None:
    assert {fault.where for fault in seen("markup", written("## @one One", "", line))} == {at(14)}


@pytest.mark.parametrize("line", ["a < b and c > d", "**bold** `<tag>` R&D; fine", "### @two Two", "[x] and #1"])
def test_plain_words_are_left_alone(line: str) -> None:
    assert seen("markup", written("## @one One", "", line)) == ()


def test_markup_in_a_statement_is_named() -> None:
    assert seen("markup", with_control("ACC-07", statement="Access is <i>reviewed</i>."))
