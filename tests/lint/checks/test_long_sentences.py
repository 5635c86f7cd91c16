"""Sentences end in time."""

from __future__ import annotations

from tests.lint.broken import at, seen, shipped, with_control, written

LONG = " ".join(["word"] * 60)


def test_a_sentence_of_more_than_sixty_words_is_named() -> None:
    (fault,) = seen("long-sentences", written("## @one One", "", f"Short. The {LONG}. Short."))
    assert fault.where == at(14)
    assert '"The word word word word word ..." has 61 words' in fault.message


def test_sixty_words_are_not_too_many() -> None:
    assert seen("long-sentences", written("## @one One", "", f"{LONG.capitalize()}. And {LONG[5:]}.")) == ()


def test_arms_that_never_print_together_do_not_add_up() -> None:
    line = f"{{% if has_office %}}{LONG}{{% else %}}{LONG}{{% endif %}}."
    assert seen("long-sentences", written("## @one One", "", line)) == ()


def test_items_of_a_list_are_sentences_of_their_own() -> None:
    assert seen("long-sentences", written("## @one One", "", f"- {LONG}", f"- {LONG}")) == ()


def test_a_statement_is_looked_at_too() -> None:
    (fault,) = seen("long-sentences", with_control("ACC-07", statement=f"The {LONG}."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")


def test_our_sentences_end_in_time() -> None:
    assert seen("long-sentences", shipped()) == ()
