"""Every word of the content and of the window is spelled as in Canada."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.content.load import load
from tools.hunspell import read_words
from tools.spelling import all_texts, dictionary, is_known, own_words, unknown, words_in

if TYPE_CHECKING:
    from pathlib import Path


def test_every_word_of_the_content_and_of_the_window_is_known() -> None:
    assert unknown(all_texts(load())) == {}


def test_a_misspelt_word_is_told_with_its_first_place() -> None:
    said = [("a.md, line 4", "The acess reviw of acess."), ("b.md, line 1", "An acess.")]
    assert unknown(said) == {"acess": "a.md, line 4", "reviw": "a.md, line 4"}


@pytest.mark.parametrize(
    "word", ["organization", "centre", "behaviour", "licence", "program", "cancelled", "enrol", "grey", "Quebec"]
)
def test_words_are_spelled_as_in_canada(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["organisation", "behavior", "programme", "analyse", "Acess", "licens"])
def test_other_spellings_are_not_known(word: str) -> None:
    assert not is_known(word)


def test_capitals_plurals_and_owners_are_understood() -> None:
    assert all(is_known(word) for word in ("Reviewer", "SLAs", "SLA's", "reviewers'".rstrip("'"), "PIPEDA's"))


def test_values_code_addresses_and_ids_are_no_words() -> None:
    text = "It\u2019s {{ acces_x }} `cofig` and {% if hs_office %}a@exmple.ca{% endif %}, ACC-07, {fild}, POL-ACP, v2x."
    assert words_in(text) == ["It's", "and"]


def test_our_words_stand_in_order_once_and_only_where_the_dictionary_has_none() -> None:
    ours = own_words()
    assert list(ours) == sorted(set(ours), key=lambda word: (word.casefold(), word))
    assert [word for word in ours if word in dictionary() or (word.isupper() and word.lower() in dictionary())] == []


def test_a_dictionary_gives_stems_with_what_their_flags_put_to_them(tmp_path: Path) -> None:
    (tmp_path / "a.aff").write_text(
        "PFX U Y 1\nPFX U 0 un .\n\nSFX D Y 2\nSFX D y ied [^aeiou]y\nSFX D 0 ed [^ey]\n\nSFX N N 1\nSFX N e ion e\n",
        encoding="utf-8",
    )
    (tmp_path / "a.dic").write_text("4\nlock/UD\ntry/D\nrotate/UN\n1st/D\n", encoding="utf-8")
    assert read_words(tmp_path / "a.dic", tmp_path / "a.aff") == {
        *("lock", "unlock", "locked", "unlocked"),
        *("try", "tried"),
        *("rotate", "unrotate", "rotation"),
    }
