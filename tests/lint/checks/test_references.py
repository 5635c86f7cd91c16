"""References lead somewhere and print."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, written


@pytest.mark.parametrize(
    "line",
    [
        "See [ref](POL-NO).",
        "See [ref](POL-VIS/two).",
        "See [ref](POL-VIS/one/b).",
        "See [here](other.md).",
        "See [here](http://example.ca).",
        "See [ref](https://example.ca).",
        "See [nothing]().",
    ],
)
def test_a_link_to_nothing_is_named(line: str) -> None:
    (fault,) = seen("references", written("## @one One", "", line))
    assert fault.where == at(14)


@pytest.mark.parametrize("line", ["```form\nDay [ref](POL-VIS) | date |\n```", "| [ref](POL-VIS) |\n| --- |\n| x |"])
def test_a_reference_that_would_print_as_it_is_is_named(line: str) -> None:
    (fault,) = seen("references", written("## @one One", "", line))
    assert fault.where in {at(14), at(15)}


def test_links_that_lead_somewhere_are_left_alone() -> None:
    lines = (
        "## @one One",
        "",
        "1. @a See [ref](POL-VIS), [ref](POL-VIS/one) and [ref](POL-VIS/one/a). [GOV-01]",
        "",
        "| A |",
        "| --- |",
        "| [ref](POL-VIS) |",
        "",
        "See [the act](https://laws.example.ca) or [write](mailto:privacy@brightwater.example).",
    )
    assert seen("references", written(*lines)) == ()
