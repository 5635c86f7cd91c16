"""What may go into a file."""

from __future__ import annotations

import pytest

from soc2desk.renderers.safe import accent_of, clean, ink_on, is_beside, is_next_door, is_outside, one_line


def test_control_characters_and_lone_surrogates_go_and_the_rest_stays() -> None:
    assert clean("a\x00b\x0bc\x1bd\ud800e\ufffe\tf\ng") == "abcde\tf\ng"
    assert clean("Ünïcode 審査 \U0001f512") == "Ünïcode 審査 \U0001f512"


def test_every_kind_of_line_end_becomes_one() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert one_line("  a\r\n\tb ") == "a b"


@pytest.mark.parametrize("target", ["https://a.example", "HTTPS://a.example", "mailto:a@b.example"])
def test_https_and_mail_may_be_followed(target: str) -> None:
    assert is_outside(target)


@pytest.mark.parametrize(
    "target", ["http://a", "javascript:x", "data:x", "file:///x", "//a", "", " https://a", "POL-ACP"]
)
def test_nothing_else_may_be_followed(target: str) -> None:
    assert not is_outside(target)


def test_only_a_colour_is_a_colour() -> None:
    assert accent_of("#ABCDEF") == "#abcdef"
    assert accent_of("blue") == accent_of("#12345g") == "#1f5fa8"


def test_words_on_a_colour_can_be_read() -> None:
    assert [ink_on(colour) for colour in ("#000000", "#1f5fa8", "#7a2048")] == ["#ffffff"] * 3
    assert [ink_on(colour) for colour in ("#ffffff", "#ffd400", "#9be7a0")] == ["#1b2430"] * 3


@pytest.mark.parametrize("target", ["./index.html", "./01-policies/POL-ACP-access.docx", "./a/b/c.d"])
def test_a_file_of_the_same_packet_may_be_linked(target: str) -> None:
    assert is_beside(target)


@pytest.mark.parametrize(
    "target",
    ["", ".", "./", "../a", "./../a", "./a/../../b", "./a//b", "/etc/passwd", "a.html", "javascript:alert(1)",
     "./javascript:alert(1)", "./a\\b", './a"b', "./a b", "./a?b", "./a\nb", "./a/", "https://example.com"],
)  # fmt: skip
def test_nothing_else_is_a_file_of_the_same_packet(target: str) -> None:
    assert not is_beside(target)


@pytest.mark.parametrize("target", ["../09-evidence/ER-053/ER-053-leavers.csv", "../01-policies/a.pdf"])
def test_a_file_in_the_folder_next_door_may_be_linked(target: str) -> None:
    assert is_next_door(target)


@pytest.mark.parametrize(
    "target", ["../a", "../../09-evidence/a", "../09-evidence/../a", "../09-evidence", "../x/a", "/09-evidence/a"]
)
def test_nothing_else_is_next_door(target: str) -> None:
    assert not is_next_door(target)
