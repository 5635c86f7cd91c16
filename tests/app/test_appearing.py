"""Where an answer shows, in words that can be followed."""

from __future__ import annotations

from soc2desk.app.appearance import Appearance, Appears, Where
from soc2desk.app.appearing import links_of
from soc2desk.content.window_words import load_window_words
from soc2desk.desktop.words import Words

CLAUSE = Appearance("documents.POL-ACP/a/b", Where.CLAUSE, "Access {control} policy", "4.2")


def test_a_place_is_a_title_and_a_number_and_what_is_only_counted_leads_on() -> None:
    say = Words(load_window_words())
    assert links_of(Appears((CLAUSE,), 3), say, "help.x") == (
        ("documents.POL-ACP/a/b", "Access {control} policy 4.2"),
        ("help.x", "and 3 more places"),
    )
    assert links_of(Appears((CLAUSE,), 1), say, "help.x")[1][1] == "and 1 more place"
    assert len(links_of(Appears((CLAUSE,)), say, "help.x")) == 1


def test_every_kind_of_place_has_words() -> None:
    say = Words(load_window_words())
    for kind in Where:
        assert links_of(Appears((Appearance("p", kind, "T", "1"),)), say, "")[0][1]
