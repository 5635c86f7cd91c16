"""Each evidence request says what a good one shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.lint.broken import seen, shipped

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue


def with_request(id_: str, **changes: str) -> Catalogue:
    """The shipped content with one request changed."""
    requests = (replace(r, **changes) if r.id == id_ else r for r in shipped().requests)  # type: ignore[arg-type]
    return replace(shipped(), requests=tuple(requests))


@pytest.mark.parametrize("words", ["", "  "])
@pytest.mark.parametrize(
    ("field", "called"), [("good_shows", "what a good one shows"), ("reject_if", "what is sent back")]
)
def test_a_request_that_leaves_it_out_is_named_by_its_line(field: str, called: str, words: str) -> None:
    (fault,) = seen("good-shown", with_request("ER-016", **{field: words}))
    assert fault.message == f"ER-016 does not say {called}."
    assert fault.where.startswith("resources/words/en/requests.yaml, line ")
    assert fault.hint


def test_a_request_that_says_both_is_left_alone() -> None:
    assert seen("good-shown", with_request("ER-016", good_shows="Payroll export", reject_if="A typed list")) == ()
