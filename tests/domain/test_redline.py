from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.contents import DocumentLine
from soc2desk.domain.redline import MOST_PAIRS, RedLine, redline
from soc2desk.domain.word_changes import Fate, text_after, text_before
from tests.packet.lined import clause, columns, document, heading, row, words

NAMES = ("POL-X/a/one", "POL-X/a/two", "POL-X/a/three")
TEXTS = st.sampled_from(["Owners review accounts.", "Owners review all accounts.", "Backups are tested.", "Other."])
LINES = st.lists(
    st.one_of(
        st.builds(clause, st.sampled_from(NAMES), TEXTS, st.sampled_from(["1.1", "1.2"])),
        st.builds(words, TEXTS),
        st.builds(lambda name, text: row("t", name, what=text), st.sampled_from(("r1", "r2")), TEXTS),
    ),
    max_size=7,
)


def side(lines: tuple[RedLine, ...], gone: Fate, *, after: bool) -> list[tuple[str, tuple[str, ...]]]:
    of = text_after if after else text_before
    return [(of(one.number), tuple(map(of, one.texts))) for one in lines if one.fate is not gone]


def printed(lines: list[DocumentLine]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.number, one.texts) for one in lines]


@given(LINES, LINES)
def test_without_what_came_it_is_the_old_document_and_without_what_went_the_new(
    old: list[DocumentLine], new: list[DocumentLine]
) -> None:
    lines = redline(document("POL-X", *old), document("POL-X", *new))
    assert side(lines, Fate.ADDED, after=False) == printed(old)
    assert side(lines, Fate.REMOVED, after=True) == printed(new)


def test_a_clause_is_known_by_its_id_whatever_its_number_and_words_are() -> None:
    old = document("POL-X", clause(NAMES[0], "Owners review accounts.", "1.1"))
    new = document("POL-X", clause(NAMES[1], "Quite another thing.", "1.1"), clause(NAMES[0], "They do not.", "1.2"))
    assert [one.fate for one in redline(old, new)] == [Fate.ADDED, Fate.CHANGED]


def test_a_table_with_other_columns_goes_and_comes_whole() -> None:
    old = document("REG", columns("t", "what"), row("t", "r1", what="One"))
    new = document("REG", columns("t", "what", "who"), row("t", "r1", what="One", who="Dana"))
    assert {one.fate for one in redline(old, new)} == {Fate.ADDED, Fate.REMOVED}


def test_a_paragraph_in_other_words_is_one_line_and_not_two() -> None:
    old = document("POL-X", heading("POL-X/a", "Reviews"), words("Each owner looks at the list of accounts."))
    new = document("POL-X", heading("POL-X/a", "Reviews"), words("Each owner looks at the whole list of accounts."))
    assert [one.fate for one in redline(old, new)] == [Fate.SAME, Fate.CHANGED]


def test_two_long_runs_of_other_lines_are_told_as_gone_and_come_so_that_nobody_waits() -> None:
    many = MOST_PAIRS // 400
    old, new = ([words(f"{name} one two three {at}") for at in range(many)] for name in ("before", "after"))
    lines = redline(document("POL-X", *old), document("POL-X", *new))
    assert [one.fate for one in lines] == [Fate.REMOVED] * many + [Fate.ADDED] * many
