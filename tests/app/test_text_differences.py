"""Two wordings side by side."""

from __future__ import annotations

from soc2desk.app.text_differences import Stretches, differences
from soc2desk.domain.engagement import decide_engagement
from tests.composed import DAY, catalogue, sample

HERE = decide_engagement(catalogue(), sample("brightwater"), DAY)


def marked(stretches: Stretches) -> list[str]:
    return ["".join(piece.source for piece in one.pieces) for one in stretches if one.is_changed]


def whole(stretches: Stretches) -> str:
    return "".join(piece.source for one in stretches for piece in one.pieces)


def test_the_words_that_differ_are_marked_on_both_sides_and_nothing_is_lost() -> None:
    before, after = "They look {{ access_review_period | each }}.", "They look hard {{ company }}."
    old, new = differences(before, after, HERE)
    assert (whole(old), whole(new)) == (before, after)
    assert marked(old) == ["{{ access_review_period | each }}"]
    assert "hard" in "".join(marked(new))
    assert "{{ company }}" in "".join(marked(new))


def test_equal_texts_have_no_mark_and_an_empty_one_is_all_different() -> None:
    assert marked(differences("One two.", "One two.", HERE)[0]) == []
    old, new = differences("", "One.", HERE)
    assert (whole(old), marked(new)) == ("", ["One."])


def test_a_very_long_text_is_compared_by_lines() -> None:
    text = "word " * 3000 + "\nlast line\n"
    old, new = differences(text, text.replace("last", "new"), HERE)
    assert (marked(old), marked(new)) == (["last line\n"], ["new line\n"])
