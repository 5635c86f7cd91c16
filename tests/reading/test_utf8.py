"""Bytes of a file become text, or a sentence that says why not."""

from __future__ import annotations

import pytest

from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.utf8 import decode


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbf\xc3\xa9", "a.md", ProjectProblem) == "é"


@pytest.mark.parametrize(
    ("raw", "message", "where"),
    [
        ("é".encode("utf-16"), "The file is not in UTF-8.", "a.md"),
        (b"one\ntwo \xff", "The file is not in UTF-8.", "a.md, line 2"),
        (b"PK\x03\x04\0", "The file holds binary data, not text.", "a.md"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(raw: bytes, message: str, where: str) -> None:
    with pytest.raises(ProjectProblem) as caught:
        decode(raw, "a.md", ProjectProblem)
    assert (caught.value.message, caught.value.where) == (message, where)
