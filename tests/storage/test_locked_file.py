"""A locked file opens with its password alone, and one that is cut short is told from one that was changed."""

from __future__ import annotations

import io
import zipfile
from random import Random

import pytest

from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.storage.locked_file import (
    CHUNK,
    HEADER,
    LEAST_COST,
    LockedWriter,
    NotWhole,
    WrongPassword,
    is_locked,
    locked_bytes,
    unlocked,
    unlocked_bytes,
)

PASSWORD = "four words of mine"  # noqa: S105 - a password of a test
SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK)


def some_bytes(size: int) -> bytes:
    return Random(size).randbytes(size)  # noqa: S311 - nothing secret


def locked(content: bytes) -> bytes:
    return locked_bytes(content, PASSWORD, LEAST_COST)


@pytest.mark.parametrize("size", SIZES)
def test_what_was_locked_comes_back_whole(size: int) -> None:
    content = some_bytes(size)
    raw = locked(content)
    assert is_locked(raw)
    assert unlocked_bytes(raw, PASSWORD, "file") == content


def test_nothing_of_the_content_stands_in_the_file_and_no_two_are_alike() -> None:
    content = b"the salary of the director" * 9000
    one, other = locked(content), locked(content)
    assert b"salary" not in one
    assert one[HEADER:] != other[HEADER:]


def test_another_password_is_told_from_a_file_that_is_not_whole() -> None:
    raw = locked(b"answers")
    with pytest.raises(WrongPassword):
        unlocked_bytes(raw, "four words of yours", "file")
    with pytest.raises(NotWhole, match="cut short"):
        unlocked_bytes(raw[:-1], PASSWORD, "file")
    with pytest.raises(NotWhole, match="was changed"):
        unlocked_bytes(raw[:-1] + bytes([raw[-1] ^ 1]), PASSWORD, "file")
    with pytest.raises(NotWhole, match="added"):
        unlocked_bytes(raw + b"\0", PASSWORD, "file")


def test_a_password_is_the_same_whichever_keyboard_composed_it() -> None:
    raw = locked_bytes(b"answers", "cafe\u0301 au lait", LEAST_COST)
    assert unlocked_bytes(raw, "café au lait", "file") == b"answers"


@pytest.mark.parametrize("length", [0, 6, 40, HEADER - 1])
def test_a_file_cut_inside_its_beginning_is_told(length: int) -> None:
    with pytest.raises(ProjectProblem, match=r"cut short|no file under a password"):
        unlocked_bytes(locked(b"answers")[:length], PASSWORD, "file")


def test_every_bit_of_the_beginning_is_guarded_and_none_is_called_a_wrong_password_but_its_own_mark() -> None:
    raw = locked(b"answers")
    for place in range(HEADER - 32):  # behind that stands the mark that the password makes
        changed = bytearray(raw)
        changed[place] ^= 1 << place % 8
        with pytest.raises(ProjectProblem) as caught:
            unlocked_bytes(bytes(changed), PASSWORD, "file")
        assert not isinstance(caught.value, WrongPassword), place


@pytest.mark.parametrize("cost", [1, 10, 19, 31])
def test_a_file_cannot_ask_for_a_key_that_is_too_cheap_or_stops_the_computer(cost: int) -> None:
    import hashlib

    raw = bytearray(locked(b"answers"))
    raw[8] = cost
    form = HEADER - 32 - 8
    raw[form : form + 8] = hashlib.sha256(raw[:form]).digest()[:8]
    with pytest.raises(NotWhole, match="never makes"):
        unlocked_bytes(bytes(raw), PASSWORD, "file")


def test_chunks_cannot_change_places_or_be_left_out() -> None:
    raw = locked(some_bytes(3 * CHUNK))
    first, second, third = (raw[HEADER + n * (CHUNK + 16) :][: CHUNK + 16] for n in range(3))
    for mixed in (second + first + third, first + first + third, first + third + second):
        with pytest.raises(NotWhole, match="was changed"):
            unlocked_bytes(raw[:HEADER] + mixed, PASSWORD, "file")


def test_a_zip_is_written_into_it_and_read_from_it_without_standing_anywhere_in_the_clear() -> None:
    target = io.BytesIO()
    writer = LockedWriter(target, PASSWORD, LEAST_COST)
    content = some_bytes(2 * CHUNK + 5)
    with zipfile.ZipFile(writer, "w") as archive:
        archive.writestr("evidence/list.csv", content)
    writer.finish()
    target.seek(0)
    with zipfile.ZipFile(unlocked(target, PASSWORD, "file")) as archive:
        assert archive.read("evidence/list.csv") == content


@pytest.mark.parametrize("password", ["", "short", " " * 20, "x" * 2000])
def test_what_is_no_password_is_refused_before_anything_is_written(password: str) -> None:
    with pytest.raises(UsageProblem, match="8 to 1024"):
        locked_bytes(b"answers", password, LEAST_COST)
