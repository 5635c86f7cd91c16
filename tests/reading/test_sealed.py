"""Sealed JSON: opened only as it was sealed."""

from __future__ import annotations

import pytest

from soc2desk.domain.problems import ContentProblem
from soc2desk.reading.sealed import open_sealed, seal


def test_sealed_content_comes_back_as_it_was() -> None:
    assert open_sealed(seal("mark", b'{"a":[1,2]}'), "mark", "x") == b'{"a":[1,2]}'


@pytest.mark.parametrize(
    "data",
    [
        seal("other", b'{"a":1}'),
        seal("mark", b'{"a":1}').replace(b'{"a":1}', b'{"a":2}'),
        seal("mark", b'{"a":1}')[:-3],
        b"",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ContentProblem):
        open_sealed(data, "mark", "x")
