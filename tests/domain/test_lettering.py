"""Words in pictures: the room that is kept for them holds them in every face they may be drawn with."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from soc2desk.domain.lettering import CUT, shortened, width, wrapped
from soc2desk.renderers.pdf_fonts import FAMILIES
from soc2desk.renderers.pdf_style import TextStyle, set_in
from soc2desk.renderers.pdf_text import width_of

LINES = (
    "Siobhán O'Neill",
    "Marc-Olivier Gagnon",
    "Production on Boreal Cloud",
    "case files and account details of customers",
    "2027-06-18 Readiness",
    "Infrastructure team in Lille, until it is filled",
    "Mimi Wimmer",
    "CC6.1 (PI1.5)",
)
WORDS = st.text("abc dé-漢W ", max_size=80)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("bold", [False, True])
def test_no_letters_of_a_look_need_more_room_than_is_kept(family: str, *, bold: bool) -> None:
    style = set_in(TextStyle(10.0, 10.0, bold=bold), family)
    for line in LINES:
        assert width_of(line, style) <= width(line, 10.0, bold=bold), line


@settings(max_examples=60, deadline=None)
@example("-WaaaW", 25.0, 2)
@given(WORDS, st.floats(20, 200), st.integers(1, 4))
def test_lines_stay_inside_their_room_and_lose_no_letter_unless_they_say_so(words: str, room: float, most: int) -> None:
    lines = wrapped(words, 8.0, room, most=most)
    assert len(lines) <= most
    assert all(width(line, 8.0) <= room for line in lines)
    if not any(line.endswith(CUT) for line in lines):
        assert "".join("".join(lines).split()) == "".join(words.split())


def test_a_long_name_is_parted_behind_its_hyphen() -> None:
    assert wrapped("Featherstonehaugh-Macnamara", 8.0, 90.0, most=2) == ("Featherstonehaugh-", "Macnamara")


def test_what_is_cut_ends_with_an_ellipsis_and_keeps_its_beginning() -> None:
    cut = shortened("A name that has no room on one line", 8.0, 60.0)
    assert cut.endswith(CUT)
    assert cut.startswith("A name")
    assert shortened("Short", 8.0, 60.0) == "Short"
